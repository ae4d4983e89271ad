"""A class: who takes part, what they train, and who was there.

When it meets is a course of the same id (`model/course.py`), with the same calendar.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.exercise import Group, Level

NAME_LENGTH = 40  # characters
MOST = 20  # participants
FEWEST_COUNTED = 5  # no count or spread is told of fewer: each of them could be known from it


@dataclass(frozen=True)
class ClassGroup:
    """`stations` of an evening, in the order in which they stand in the room."""

    id: str
    name: str
    stations: tuple[Group, ...]
    at: datetime
    zone: str

    def __post_init__(self) -> None:
        if not self.name:
            raise AnswerRefusedError("error.class_name")
        if len(self.name) > NAME_LENGTH:
            raise AnswerRefusedError("error.name_long", most=NAME_LENGTH)
        if not self.stations or len(set(self.stations)) != len(self.stations):
            raise AnswerRefusedError("error.class_stations")


@dataclass(frozen=True)
class Member:
    """From `joined` on; `left` is the first day without them."""

    class_group: str
    participant: str
    joined: date
    left: date | None = None

    def on(self, day: date) -> bool:
        return self.joined <= day and (self.left is None or day < self.left)


def spread(levels: Iterable[Level]) -> Counter[Level] | None:
    """How many are at each level; None of fewer than FEWEST_COUNTED."""
    counted = Counter(levels)
    return counted if counted.total() >= FEWEST_COUNTED else None


def counted(attended: int) -> int | None:
    """How many were there; None of fewer than FEWEST_COUNTED."""
    return attended if attended >= FEWEST_COUNTED else None
