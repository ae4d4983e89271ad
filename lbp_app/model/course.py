"""A course: when it begins, on which days it meets, and what became of each of its times.

Kept are the course and what was said about single times (`Appointment`); every planned time
(`Occurrence`) is worked out from them by `rules/course.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from lbp_app.errors import AnswerRefusedError

ZONE = ZoneInfo("Europe/Copenhagen")  # classes keep Danish time, wherever the person is
CLASSES, EDUCATIONS, A_WEEK = 16, 2, 2  # 004: twice a week for eight weeks, two hours before
FOLLOW_UPS = (3, 6, 12)  # months
LOOKED_AT = (CLASSES // 2, CLASSES)  # after these classes the goals are looked at: week 4 and 8
PLACE_LENGTH = 80  # characters
LONG_AGO = timedelta(days=400)  # a course that began earlier is over, its last follow-up too
AHEAD = timedelta(days=366)  # no course is planned farther ahead
HOUR = timedelta(hours=1)


class Setting(StrEnum):
    CLASS = "class"  # på hold
    HOME = "home"  # på egen hånd


class Contact(StrEnum):
    """The kinds of contact points; the first four make twenty."""

    START = "start"
    EDUCATION = "education"
    CLASS = "class"
    END = "end"
    FOLLOW_UP = "follow_up"


MEETS = (Contact.EDUCATION, Contact.CLASS)  # the times at which a class meets


class Attendance(StrEnum):
    """None of them is better: they are facts for the person to see."""

    ATTENDED = "attended"
    AT_HOME = "at_home"  # made up at home
    EXCUSED = "excused"
    MISSED = "missed"


class State(StrEnum):
    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"
    CLOSED = "closed"  # a holiday


@dataclass(frozen=True)
class Slot:
    """`weekday` 0 is Monday. `at` None: whenever it suits."""

    weekday: int
    at: time | None = None


@dataclass(frozen=True)
class Timetable:
    """In force from the day `since`; the one before it keeps what lies before."""

    since: date
    slots: tuple[Slot, ...]

    def __post_init__(self) -> None:
        days = [slot.weekday for slot in self.slots]
        if len(days) != A_WEEK or len(set(days)) != A_WEEK or not all(0 <= d < 7 for d in days):
            raise AnswerRefusedError("error.course_days", n=A_WEEK)


@dataclass(frozen=True)
class Course:
    """`start` is the day of the individual session it begins with."""

    id: str
    start: date
    setting: Setting
    timetables: tuple[Timetable, ...]
    place: str
    at: datetime
    zone: str

    def __post_init__(self) -> None:
        if len(self.place) > PLACE_LENGTH:
            raise AnswerRefusedError("error.course_place", most=PLACE_LENGTH)

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self.timetables[-1].slots

    def zone_for(self, here: tzinfo) -> tzinfo:
        """That of its times, for somebody whose own zone is `here`."""
        return ZONE if self.setting is Setting.CLASS else here

    def slot_on(self, day: date) -> Slot | None:
        """Of the timetable that is in force on that day; the first one also before it."""
        begun = [one for one in self.timetables if one.since <= day] or [self.timetables[0]]
        return next((slot for slot in begun[-1].slots if slot.weekday == day.weekday()), None)


@dataclass(frozen=True)
class Appointment:
    """What was said about one planned time. `planned` is its day by the timetable, `day` and
    `clock` when it is instead. `session` is the training that was begun as its home twin.
    """

    id: str  # the one of its occurrence
    course: str
    contact: Contact
    planned: date
    day: date
    clock: time | None
    at: datetime
    zone: str
    cancelled: bool = False
    attendance: Attendance | None = None
    session: str | None = None


@dataclass(frozen=True)
class Occurrence:
    """`number` counts the held ones of its kind from 1 and is 0 for one that is not held; of a
    follow-up it is the months.
    """

    id: str
    contact: Contact
    number: int
    planned: date
    day: date
    clock: time | None
    state: State = State.PLANNED
    attendance: Attendance | None = None
    session: str | None = None

    @property
    def held(self) -> bool:
        return self.state in (State.PLANNED, State.MOVED)

    def begins(self, zone: tzinfo = ZONE) -> datetime | None:
        """UTC; None when no time of day was agreed. `zone` is that of its course."""
        if self.clock is None:
            return None
        return datetime.combine(self.day, self.clock, tzinfo=zone).astimezone(UTC)

    def is_over(self, now: datetime, today: date, zone: tzinfo = ZONE) -> bool:
        begins = self.begins(zone)
        return self.day < today if begins is None else begins + HOUR <= now


def occurrence_id(course: str, contact: Contact, which: object) -> str:
    return f"{course}/{contact}-{which}"


def current(courses: Iterable[Course]) -> Course | None:
    """The one that was set up last; it may have begun earlier than the one before."""
    ordered = sorted(courses, key=lambda one: one.at)
    return ordered[-1] if ordered else None
