"""Which day is it: the one answer for diary, course and reminders."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError

DAY_TURN = timedelta(hours=3)  # a training at 01:30 belongs to the day before
THIS_RUN = uuid4().hex  # of the program; steady times of another run mean nothing


def steady_ms() -> int:
    """Milliseconds of a clock that nobody can set and that goes on while the machine sleeps; it
    says nothing about the time of day.
    """
    which = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    now = time.monotonic_ns() if which is None else time.clock_gettime_ns(which)
    return now // 1_000_000


@dataclass(frozen=True)
class Clock:
    """`instant` gives an aware time; `zone` the device's zone as it is now (people travel).

    `steady` gives milliseconds that only go forward, within the same `run` of the program.
    """

    instant: Callable[[], datetime]
    zone: Callable[[], tzinfo]
    steady: Callable[[], int] = steady_ms
    run: str = THIS_RUN

    def now(self) -> datetime:
        """UTC, aware."""
        return self.instant().astimezone(UTC)

    def local(self) -> datetime:
        return self.now().astimezone(self.zone())

    def zone_name(self) -> str:
        """The IANA name where the zone has one."""
        zone = self.zone()
        return str(getattr(zone, "key", None) or zone.tzname(self.now()))

    def today(self) -> date:
        return day_of(self.local())

    def refuse_future(self, day: date) -> None:
        if day > self.today():
            raise AnswerRefusedError("error.future_day")


def day_of(local: datetime) -> date:
    """The day that a local time belongs to; it turns at 03:00 by the wall clock, whatever the zone
    does.
    """
    return (local.replace(tzinfo=None) - DAY_TURN).date()


def days_between(first: date, last: date) -> list[date]:
    """Both ends included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
