"""The drawn pictures of the lessons: own SVG, light and dark, without a word in them."""
