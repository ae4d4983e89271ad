"""A report for a doctor or physiotherapist: what is wanted on it, and what then stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.activity import Activity
from lbp_app.model.care_plan import CarePlan
from lbp_app.model.diary import CheckIn
from lbp_app.model.doctor_card import Check
from lbp_app.model.flare import Flare
from lbp_app.model.graph import Graph
from lbp_app.model.home_test import Result
from lbp_app.model.person import Person
from lbp_app.model.reading import Reading
from lbp_app.model.session import Session

DAYS = (14, 30, 90, 365)  # periods to choose from; they end today
LONGEST = 3 * 366  # days of a period


class ReportPart(StrEnum):
    """In the order of the report."""

    PERSON = "person"
    QUESTIONS = "questions"
    PAIN = "pain"
    SLEEP = "sleep"
    ACTIVITY = "activity"
    FLARES = "flares"
    SIGNS = "signs"
    THOUGHTS = "thoughts"
    TRAINING = "training"
    LEVELS = "levels"
    LEARNING = "learning"
    WEEKS = "weeks"  # this and the next on the longer one only
    EACH = "each"
    NOTES = "notes"  # of the diary, word for word


ASKED_FOR = frozenset([ReportPart.THOUGHTS, ReportPart.NOTES])  # only on it when chosen


@dataclass(frozen=True)
class Period:
    """Both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise AnswerRefusedError("error.period_order")
        if self.days > LONGEST:
            raise AnswerRefusedError("error.period_long")

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Wish:
    """`own` is a period that the person has set; without it the last `days`. `chosen` holds only
    the parts about which they have said yes or no.
    """

    days: int = 30
    own: Period | None = None
    long: bool = False
    chosen: Mapping[ReportPart, bool] = field(default_factory=dict)

    def wants(self, part: ReportPart) -> bool:
        return self.chosen.get(part, part not in ASKED_FOR)

    def period(self, today: date) -> Period:
        return self.own or Period(today - timedelta(days=self.days - 1), today)


@dataclass(frozen=True)
class Facts:
    """All that the report may be made of. `check_ins`, `sessions`, `activities` and `flares` are
    those of the period; `check` is the one a doctor has to hear of, `plans` are all.
    """

    wish: Wish
    period: Period
    today: date
    person: Person
    questions: str = ""
    check_ins: Sequence[CheckIn] = ()
    flares: Sequence[Flare] = ()
    sessions: Sequence[Session] = ()
    activities: Sequence[Activity] = ()
    plans: Sequence[CarePlan] = ()
    tests: Sequence[Result] = ()
    readings: Sequence[Reading] = ()
    check: Check | None = None
    numbers_off: bool = False
    language: str | None = None


@dataclass(frozen=True)
class Section:
    """`rows` of a table, the first are its heads; `items` have a dash before each."""

    part: ReportPart
    title: str
    graph: Graph | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """What was chosen, in the person's language. `held` are the parts that there is something of,
    with their titles, chosen or not; `who` is empty when it was not chosen.
    """

    language: str
    title: str
    period: str
    made_on: str
    who: str
    sections: tuple[Section, ...]
    foot: str
    held: Mapping[ReportPart, str]
    long: bool

    @property
    def empty(self) -> bool:
        return not self.sections
