"""Who paused what, why, and until when. Everything that invites or reminds asks here first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError


class Paused(StrEnum):
    EVERYTHING = "everything"
    EXERCISE = "exercise"
    REMINDERS = "reminders"
    COURSE = "course"


class PausedBy(StrEnum):
    PERSON = "person"
    FLARE = "flare"
    SAFETY = "safety"  # lasts until the person says that a doctor has been reached
    PHYSIO = "physio"
    OUTSIDE = "outside"  # as long as a check says that the programme is not for them; never kept


KEPT = tuple(by for by in PausedBy if by is not PausedBy.OUTSIDE)
STOPPING = (PausedBy.SAFETY, PausedBy.OUTSIDE)  # nothing is begun meanwhile; the first counts most
STOPPED = (Paused.EXERCISE, Paused.REMINDERS)  # by a check that a doctor must hear about first


@dataclass(frozen=True)
class Pause:
    """Both ends included; `until` None: until lifted. `lifted` is the first day without it."""

    id: str
    what: Paused
    by: PausedBy
    start: date
    until: date | None = None
    why: str = ""
    lifted: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.start:
            raise AnswerRefusedError("error.pause_order")

    def holds(self, what: Paused, day: date) -> bool:
        concerns = self.what in (what, Paused.EVERYTHING)
        begun = self.start <= day and (self.until is None or day <= self.until)
        return concerns and begun and (self.lifted is None or day < self.lifted)


def paused(pauses: Iterable[Pause], what: Paused, day: date) -> Pause | None:
    """A pause that holds for `what` on `day`; one of safety first, then whom it is not for."""
    holding = [p for p in pauses if p.holds(what, day)]
    stopping = [p for by in STOPPING for p in holding if p.by is by]
    return next(iter([*stopping, *holding]), None)
