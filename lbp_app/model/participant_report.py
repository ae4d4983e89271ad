"""What a patient tells their physiotherapist of a period, and what the physiotherapist keeps of it.

What comes from outside is held against its bounds here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NoReturn

from lbp_app.errors import AnswerRefusedError, InputRefusedError
from lbp_app.model.activity import MOST_MINUTES
from lbp_app.model.care_plan import WHY_LENGTH, Assigner
from lbp_app.model.diary import NOTE_LENGTH, CheckIn
from lbp_app.model.doctor_card import TEXT_LENGTH
from lbp_app.model.exercise import Group, Level, place_of
from lbp_app.model.goal import HIGHEST, LOWEST
from lbp_app.model.goal import TEXT_LENGTH as GOAL_LENGTH
from lbp_app.model.home_test import MOST, HomeTest
from lbp_app.model.prescription import LAST_SEQUENCE
from lbp_app.model.progression import Choice
from lbp_app.model.report import Period
from lbp_app.model.session import After, SessionKind
from lbp_app.model.triage import Tier


class ReportRefusal(StrEnum):
    """Why a report is not taken. Each is the key of its sentence."""

    GARBAGE = "error.report_garbage"  # nothing that Rygvej writes
    OTHER_KIND = "error.report_other_kind"  # another file of Rygvej's
    PLAIN = "error.report_plain"  # not locked, so nobody knows whose it is
    NEWER = "error.report_newer"
    OVERSIZE = "error.report_oversize"  # more than any report holds, packed or not
    DAMAGED = "error.report_damaged"
    OUT_OF_BOUNDS = "error.report_out_of_bounds"  # whole, and yet no report
    OTHER_PHYSIO = "error.report_other_physio"  # locked for somebody else's keys
    NOT_PAIRED = "error.report_not_paired"
    UNKNOWN_KEY = "error.report_unknown_key"  # from nobody who is connected here
    WRONG_PARTICIPANT = "error.report_wrong_participant"
    REPLAY = "error.report_replay"  # it is here already
    OLDER = "error.report_older"  # from before the newest that is here
    NOT_YET = "error.report_not_yet"  # made on a day to come
    CPR = "error.report_cpr"


class ReportRefusedError(InputRefusedError):
    """`refusal` says which it is."""

    def __init__(self, refusal: ReportRefusal, **values: object) -> None:
        super().__init__(refusal.value, **values)
        self.refusal = refusal


def refuse_report(refusal: ReportRefusal, **values: object) -> NoReturn:
    raise ReportRefusedError(refusal, **values) from None


class ToldPart(StrEnum):
    """What a patient may leave out, in the order of the page."""

    DIARY = "diary"
    TRAINING = "training"
    LEVELS = "levels"
    FLARES = "flares"
    SIGNS = "signs"
    GOALS = "goals"  # and tests
    NOTES = "notes"  # word for word


ONLY_WHEN_CHOSEN = frozenset([ToldPart.NOTES])


@dataclass(frozen=True)
class Trained:
    """One session. `exercises` are those of which something was done."""

    day: date
    kind: SessionKind
    minutes: int
    exercises: tuple[str, ...]
    after: After | None = None
    note: str = ""

    def __post_init__(self) -> None:
        _refuse_minutes(self.minutes)
        for exercise in self.exercises:
            place_of(exercise)


@dataclass(frozen=True)
class Outside:
    """What was done outside the app."""

    day: date
    minutes: int

    def __post_init__(self) -> None:
        _refuse_minutes(self.minutes)


def _refuse_minutes(minutes: int) -> None:
    if not 1 <= minutes <= MOST_MINUTES:
        raise AnswerRefusedError("error.minutes", most=MOST_MINUTES)


@dataclass(frozen=True)
class LevelStep:
    """A level that was set: `before` is the one until then."""

    day: date
    group: Group
    before: Level
    after: Level
    by: Assigner
    why: str = ""


@dataclass(frozen=True)
class Tried:
    """A level that is tried without being set."""

    day: date
    group: Group
    level: Level


@dataclass(frozen=True)
class Chosen:
    """What was answered when the app asked about an exercise."""

    day: date
    exercise: str
    choice: Choice


@dataclass(frozen=True)
class Spell:
    start: date
    end: date | None = None


@dataclass(frozen=True)
class Signs:
    """Of the safety check; ids of signs, those of thoughts never among them. `tier` None: it would
    tell of what was kept apart.
    """

    day: date
    tier: Tier | None
    yes: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measured:
    day: date
    test: HomeTest
    value: int

    def __post_init__(self) -> None:
        if not 0 <= self.value <= MOST:
            raise AnswerRefusedError("error.home_test", most=MOST)


@dataclass(frozen=True)
class Aim:
    """A goal in own words, with how well it went (0-10) on which day, oldest first."""

    text: str
    ratings: tuple[tuple[date, int], ...] = ()

    def __post_init__(self) -> None:
        if not all(LOWEST <= value <= HIGHEST for _, value in self.ratings):
            raise AnswerRefusedError("error.off_scale")


@dataclass(frozen=True)
class Told:
    """Everything that was chosen; what was left out is empty and not among `parts`.

    `days`, `trained`, `outside`, `steps`, `tried`, `chosen` and `flares` are those of the period.
    `levels` are those that were trained on its last day, by the number of the group.
    """

    first: date
    last: date
    parts: tuple[ToldPart, ...]
    question: str = ""
    days: tuple[CheckIn, ...] = ()
    trained: tuple[Trained, ...] = ()
    outside: tuple[Outside, ...] = ()
    levels: tuple[Level, ...] = ()
    steps: tuple[LevelStep, ...] = ()
    tried: tuple[Tried, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    flares: tuple[Spell, ...] = ()
    signs: Signs | None = None
    tests: tuple[Measured, ...] = ()
    aims: tuple[Aim, ...] = ()

    def __post_init__(self) -> None:
        period = self.period
        days = [one.day for one in self.days]
        done = [one.day for one in self.trained] + [one.day for one in self.outside]
        if days != sorted(set(days)) or not all(map(period.holds, days + done)):
            raise AnswerRefusedError
        if self.levels and len(self.levels) != len(Group):
            raise AnswerRefusedError
        if any(len(text) > most for text, most in _bounded(self)):
            raise AnswerRefusedError

    @property
    def period(self) -> Period:
        return Period(self.first, self.last)

    @property
    def texts(self) -> tuple[str, ...]:
        """All that was written by hand."""
        return tuple(text for text, _ in _bounded(self) if text)


def _bounded(told: Told) -> Iterator[tuple[str, int]]:
    """Each text with the most characters that it may have."""
    yield told.question, TEXT_LENGTH
    yield from ((one.note, NOTE_LENGTH) for one in told.days)
    yield from ((one.note, NOTE_LENGTH) for one in told.trained)
    yield from ((one.why, WHY_LENGTH) for one in told.steps)
    yield from ((one.text, GOAL_LENGTH) for one in told.aims)


@dataclass(frozen=True)
class SentReport:
    """As it goes from device to device. `tag` is how the physiotherapist knows the patient;
    `sequence` grows with every report that one patient makes for one physiotherapist.
    """

    id: str
    tag: str
    sequence: int
    made: date
    told: Told

    def __post_init__(self) -> None:
        if not 0 <= self.sequence <= LAST_SEQUENCE or len(self.id) != 32 or not self.id.isalnum():
            raise AnswerRefusedError


@dataclass(frozen=True)
class ParticipantReport:
    """One that was taken in. `told` as plain values, as docs/exchange-format.md has them. `day`
    and `at` are when it was taken in.
    """

    id: str
    participant: str
    sequence: int
    made: date
    told: Mapping[str, object]
    day: date
    at: datetime
    zone: str


@dataclass(frozen=True)
class ToldWish:
    """`own` is a period that the person has set; without it since the last report. `picked` holds
    only the parts about which they have said yes or no.
    """

    own: Period | None = None
    picked: Mapping[ToldPart, bool] = field(default_factory=dict)

    def wants(self, part: ToldPart) -> bool:
        return self.picked.get(part, part not in ONLY_WHEN_CHOSEN)


def refuse_old(sent: SentReport, kept: Sequence[ParticipantReport]) -> None:
    """`kept` of the same participant."""
    if any(one.id == sent.id for one in kept):
        refuse_report(ReportRefusal.REPLAY)
    if any(one.sequence >= sent.sequence for one in kept):
        refuse_report(ReportRefusal.OLDER)
