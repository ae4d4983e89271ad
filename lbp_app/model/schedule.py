"""Backups that are made by themselves: where, how often, how many are kept."""

from dataclasses import dataclass
from datetime import date, datetime

from lbp_app.errors import AnswerRefusedError

EVERY = (1, 7)  # days
KEEP = (3, 7, 14, 30)  # files
MARK = "schedule.mark"  # of the device: what its files are called, where two share a folder


@dataclass(frozen=True)
class Schedule:
    """`folder` as the person wrote it, whole. `locked`: with a key in the database."""

    folder: str
    every: int
    keep: int
    locked: bool

    def __post_init__(self) -> None:
        if self.every not in EVERY or self.keep not in KEEP:
            raise AnswerRefusedError


@dataclass(frozen=True)
class Standing:
    """`made` is the day of the newest one, `file` its name; `why` is the key of what kept the last
    try (at `tried`) from it, empty when it went well.
    """

    made: date | None = None
    file: str = ""
    tried: datetime | None = None
    why: str = ""

    def is_due(self, schedule: Schedule, today: date) -> bool:
        """A clock that went back makes it due as well."""
        if self.made is None:
            return True
        return not 0 <= (today - self.made).days < schedule.every
