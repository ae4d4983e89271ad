"""Text as people type and paste it."""

import re
from collections.abc import Iterable


def tidy(text: str) -> str:
    """Without the space around it, and without what no file can hold (half characters, NUL)."""
    return text.encode("utf-8", "replace").decode().replace("\0", "").strip()


def names_any(text: str, beginnings: Iterable[str]) -> bool:
    """Whether a word of the text begins so; capitals do not matter."""
    words = re.findall(r"\w+", text.casefold())
    return any(word.startswith(tuple(beginnings)) for word in words)


def legible(text: str) -> str:
    """On one line, without what turns the direction of writing or cannot be seen."""
    return "".join(one if one.isprintable() else " " for one in text).strip()
