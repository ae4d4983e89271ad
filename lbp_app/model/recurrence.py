"""Rules of when something comes again, in local wall-clock time."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from lbp_app.errors import AnswerRefusedError

FLOATING = "floating"  # wall-clock time wherever the person is
WEEK = frozenset(range(1, 8))  # 1 is Monday


@dataclass(frozen=True)
class Rule:
    """`weekdays` (1 is Monday), every nth day from `start`, or listed `days`; without any of them
    every day. `start` and `until` are included. `zone` is FLOATING or an IANA name.

    Listed days are for what comes with a course: classes and follow-ups. `begins` is when that does
    of which it reminds, in the rule's zone: nothing rings from then on.
    """

    id: str
    what: str
    times: tuple[time, ...]
    start: date
    until: date | None = None
    weekdays: frozenset[int] | None = None
    every_days: int | None = None
    days: frozenset[date] | None = None
    zone: str = FLOATING
    away: tuple["Away", ...] = ()  # days of this rule alone that drop out
    begins: datetime | None = None

    def __post_init__(self) -> None:
        if not self.times:
            raise AnswerRefusedError("error.reminder_times")
        if self.weekdays is not None and not (self.weekdays and self.weekdays <= WEEK):
            raise AnswerRefusedError("error.reminder_days")
        if self.every_days is not None and self.every_days < 1:
            raise AnswerRefusedError("error.reminder_days")
        if [self.weekdays, self.every_days, self.days].count(None) < 2:
            raise AnswerRefusedError("error.reminder_days")
        if self.until is not None and self.until < self.start:
            raise AnswerRefusedError("error.reminder_order")

    def zone_at(self, here: tzinfo) -> tzinfo:
        """That of its times, for somebody whose own zone is `here`."""
        return here if self.zone == FLOATING else zone_named(self.zone)

    def begins_at(self, here: tzinfo) -> datetime | None:
        """When that does of which it reminds, for somebody whose own zone is `here`."""
        return self.begins and self.begins.replace(tzinfo=self.zone_at(here))

    def falls_on(self, day: date) -> bool:
        if day < self.start or (self.until is not None and day > self.until):
            return False
        if self.weekdays is not None:
            return day.isoweekday() in self.weekdays
        if self.days is not None:
            return day in self.days
        return (day - self.start).days % (self.every_days or 1) == 0


@dataclass(frozen=True)
class Quiet:
    """Hours without a sound, `start` included and `end` not; over midnight when `end` is the
    earlier. Two equal times are no hours at all.
    """

    start: time
    end: time

    def holds(self, at: time) -> bool:
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True)
class Away:
    """Days without reminders, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise AnswerRefusedError("error.pause_order")

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Plan:
    """Everything that decides when something rings."""

    rules: tuple[Rule, ...] = ()
    quiet: Quiet | None = None
    away: tuple[Away, ...] = ()


@dataclass(frozen=True)
class Occurrence:
    """One planned ring of the rule `id` about `what`. `at` is aware; `meant` is the day and time
    that the rule says, before quiet hours and the clock's changes.
    """

    id: str
    at: datetime
    meant: datetime
    what: str


@cache
def zone_named(name: str) -> ZoneInfo:
    """AnswerRefusedError when the device does not know it."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise AnswerRefusedError("error.reminder_zone") from None


@dataclass(frozen=True)
class Series:
    """Part of a rule as a calendar repeats it: one time of day, on `weekdays` or every `step` days;
    without them it comes once.

    `key` names it within the rule and stays when a time is changed. `start`, `until` and `excluded`
    are wall-clock times of `zone` (None: floating). `start` is aware where the wall clock shows it
    twice and the second is meant.
    """

    rule: str
    key: str
    what: str
    zone: str | None
    start: datetime
    weekdays: frozenset[int] | None = None
    step: int | None = None
    until: datetime | None = None
    excluded: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class Dated:
    """One time of a course as a calendar has it, known by its `key`; all day without `at`.

    `alarms` are wall-clock times, as `at` is, of `zone` (None: floating). `called` and `place` are
    those of the class, where they may be seen.
    """

    key: str
    what: str
    day: date
    at: time | None
    zone: str | None
    alarms: tuple[datetime, ...] = ()
    cancelled: bool = False
    called: str = ""
    place: str = ""
