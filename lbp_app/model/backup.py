"""What a backup is, and what it holds in the words of a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lbp_app.errors import AnswerRefusedError

SHORTEST = (
    12  # characters of a passphrase; NIST SP 800-63B asks for 8, but nobody counts tries here
)

Value = None | int | float | str


@dataclass(frozen=True)
class Stamp:
    """When a backup was made, and by which version of the tables."""

    made: datetime
    zone: str
    schema: int


@dataclass(frozen=True)
class Rows:
    """Some rows of one table, as they are stored; a table may come in several of these."""

    table: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Holding:
    """What is kept about everybody on the device; the days are those with answers."""

    days: int = 0
    first: date | None = None
    last: date | None = None
    sessions: int = 0
    activities: int = 0
    flares: int = 0
    screenings: int = 0
    participants: int = 0
    classes: int = 0
    others: int = 0  # goals, notes, levels and the like
    rows: int = 0  # of every table

    @property
    def is_empty(self) -> bool:
        """Nothing that somebody would miss."""
        diary = (self.days, self.sessions, self.activities, self.flares, self.screenings)
        return not any((*diary, self.participants, self.classes, self.others))


def checked_passphrase(first: str, again: str) -> str:
    """Said twice and long enough; nobody can find it again."""
    if len(first.strip()) < SHORTEST:
        raise AnswerRefusedError("error.passphrase_short", least=SHORTEST)
    if first.strip() != again.strip():
        raise AnswerRefusedError("error.passphrase_differs")
    return first.strip()
