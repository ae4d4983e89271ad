"""What makes, checks and measures the project; run from its folder as `python -m tools.NAME`."""
