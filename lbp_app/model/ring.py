"""One occurrence of a reminder that came due: whether it rang, and what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LATE = timedelta(minutes=10)  # so much later a reminder still rings; after that it was missed
TEST = "test"  # what rings when a person tries whether reminders work


class Outcome(StrEnum):
    RANG = "rang"
    MISSED = "missed"  # nothing was running
    HELD = "held"  # there was no need: the thing was done


class Outside(StrEnum):
    """What became of the notification outside the app."""

    NOT_TRIED = "not_tried"
    SHOWN = "shown"  # the notification service has answered
    NO_SERVICE = "no_service"
    OFF = "off"  # not wanted


@dataclass(frozen=True)
class Ring:
    """`due` is when it was planned, `at` when it was settled (UTC, with the zone beside it). Of one
    that was too late, `due` is when that begins of which it was to remind.

    `opened`: when the person went to the thing, or put the ring or the missed one away. `again`:
    when it rings again, after a snooze.
    """

    id: str
    what: str
    due: datetime
    at: datetime
    zone: str
    outcome: Outcome
    outside: Outside = Outside.NOT_TRIED
    opened: datetime | None = None
    again: datetime | None = None
    snoozed: int = 0  # times

    @property
    def about(self) -> str:
        """The thing, or the time of the course as its address has it."""
        return self.id.partition("@")[0].partition("~")[0]

    @property
    def is_ringing(self) -> bool:
        return self.outcome is Outcome.RANG and self.opened is None and self.again is None

    @property
    def is_too_late(self) -> bool:
        """Its time was over when it was planned, and what it reminds of was still ahead."""
        return self.outcome is Outcome.MISSED and self.at < self.due


def ring_id(rule: str, meant: datetime) -> str:
    """By the day and time that the rule says: the same in every process that plans the occurrence,
    and in every zone, so that a journey does not ring it again.
    """
    return f"{rule[:40]}@{meant:%Y%m%dT%H%M}"
