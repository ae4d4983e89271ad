"""A bad spell: its start, its end, and nothing that judges it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lbp_app.errors import AnswerRefusedError


@dataclass(frozen=True)
class Flare:
    """`end` is the last day of it; None while it lasts."""

    id: str
    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise AnswerRefusedError("error.flare_order")

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


def current(flares: Iterable[Flare], day: date) -> Flare | None:
    """The one that has begun and has not been ended."""
    return next((f for f in flares if f.end is None and f.start <= day), None)
