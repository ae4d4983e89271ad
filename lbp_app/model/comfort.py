"""How safe a person feels with an exercise, over time, and what they note about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.exercise import place_of
from lbp_app.model.session import HIGHEST, LOWEST, Session

NOTE_LENGTH = 2000  # characters
# What five words stand for, least safe first, where a person wants no numbers: the ends, the middle
# and the two thresholds of content/progression.yaml (safe_gently_most, safe_more_from).
IN_WORDS = (0, 3, 5, 7, 10)


@dataclass(frozen=True)
class Comfort:
    """`safe` from 0 (not at all) to 10 (entirely); `at` is UTC with the zone beside it."""

    id: str
    exercise: str
    safe: int
    day: date
    at: datetime
    zone: str

    def __post_init__(self) -> None:
        place_of(self.exercise)
        if not LOWEST <= self.safe <= HIGHEST:
            raise AnswerRefusedError("error.off_scale")


def word_of(safe: int) -> int:
    """Which of the five words lies nearest, from 0; the less safe of two."""
    return min(range(len(IN_WORDS)), key=lambda at: abs(IN_WORDS[at] - safe))


def refuse_long(text: str) -> None:
    """Raises AnswerRefusedError for a note that there is no room for."""
    if len(text) > NOTE_LENGTH:
        raise AnswerRefusedError("error.note_long", most=NOTE_LENGTH)


def told_of(
    exercise: str, comforts: Sequence[Comfort], sessions: Sequence[Session]
) -> list[tuple[date, int]]:
    """Every answer about the exercise, oldest first, whether given on its page or in a session."""
    told = [(one.at, one.day, one.safe) for one in comforts if one.exercise == exercise]
    told += [
        (session.ended, session.day, item.safe)
        for session in sessions
        for item in session.items
        if item.exercise == exercise and item.safe is not None
    ]
    return [(day, safe) for _, day, safe in sorted(told)]
