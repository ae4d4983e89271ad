"""The web front: who may come in, what is served, how the process starts and ends."""
