"""Rygvej: an open, local-first app for people with low back pain."""
