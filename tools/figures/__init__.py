"""The pictures of the exercises: key frames as data, and what is drawn of them."""
