"""Text as people type and paste it."""


def tidy(text: str) -> str:
    """Without the space around it, and without what no file can hold (half characters, NUL)."""
    return text.encode("utf-8", "replace").decode().replace("\0", "").strip()
