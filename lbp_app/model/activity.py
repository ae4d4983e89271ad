"""What a person did outside the app; it counts too."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError

MOST_MINUTES = 24 * 60
NOTE_LENGTH = 500  # characters


class ActivityKind(StrEnum):
    WALK = "walk"
    SWIM = "swim"
    CYCLE = "cycle"
    GARDEN = "garden"
    WORK = "work"
    OTHER = "other"


@dataclass(frozen=True)
class Activity:
    """`at` is when it was written down: UTC with the zone beside it."""

    id: str
    kind: ActivityKind
    minutes: int
    day: date
    at: datetime
    zone: str
    note: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= MOST_MINUTES:
            raise AnswerRefusedError("error.minutes", most=MOST_MINUTES)
        if len(self.note) > NOTE_LENGTH:
            raise AnswerRefusedError("error.note_long", most=NOTE_LENGTH)
