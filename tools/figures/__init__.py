"""The pictures of the exercises: key frames as data, a jointed figure, and what is drawn of them."""
