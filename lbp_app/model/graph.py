"""What a small graph shows, on a screen or on paper."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`values` one a step; None where nothing was answered."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Graph:
    """`marks` are the numbers at the left, lowest first; `dates` in words by the place in the
    lines; `said` is the picture in words. `bars` stand on the ground, lines do not.
    """

    lines: tuple[Line, ...]
    marks: tuple[int, ...]
    dates: Mapping[int, str]
    said: str
    bars: bool = False
