"""How many of what is drawn stand for a number of the lesson."""

from __future__ import annotations

Counts = dict[str, tuple[int, int]]  # by fact: so many, of so many


def counted(fact: str, number: int, seen: bool, *parts: str) -> str:
    """One of those that are counted; a test counts them by the name."""
    name = f"{fact}.{number}" if seen else f"{fact}.not.{number}"
    return f'<g id="{name}">{"".join(parts)}</g>'
