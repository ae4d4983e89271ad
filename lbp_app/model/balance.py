"""What draws on a person and what gives them strength, one scale a day, and how it tips."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum

from lbp_app.errors import AnswerRefusedError

TEXT_LENGTH = 60  # characters of a thing in own words
STEP_LENGTH = 200  # characters of a step in own words
SOFTNESS = 6  # weights of difference at which the scale leans half of what it can
ASK_AFTER, ASK_UNTIL = timedelta(days=7), timedelta(days=28)


class Side(StrEnum):
    LOAD = "load"
    RESOURCE = "resource"


class Heft(IntEnum):
    """How much a thing weighs; a feeling, never a measurement."""

    LITTLE = 1
    SOME = 2
    MUCH = 3


class Tilt(StrEnum):
    EMPTY = "empty"
    LOAD = "load"
    EVEN = "even"
    RESOURCE = "resource"


class Went(StrEnum):
    """How it went with the step."""

    WELL = "well"
    PARTLY = "partly"
    NOT = "not"
    PASSED = "passed"  # rather not say


@dataclass(frozen=True)
class Thing:
    """`id` of what the content suggests, or of an own one, which has its `text`."""

    id: str
    side: Side
    heft: Heft = Heft.SOME
    text: str = ""

    def __post_init__(self) -> None:
        if len(self.text) > TEXT_LENGTH:
            raise AnswerRefusedError("error.balance_long", most=TEXT_LENGTH)


@dataclass(frozen=True)
class Step:
    """One small thing to do in the week: that of the suggestion `thing`, or own words."""

    thing: str = ""
    text: str = ""
    went: Went | None = None

    def __post_init__(self) -> None:
        if len(self.text) > STEP_LENGTH:
            raise AnswerRefusedError("error.note_long", most=STEP_LENGTH)


@dataclass(frozen=True)
class Balance:
    """`at` is when the scale of the day was begun: UTC with the zone beside it."""

    day: date
    at: datetime
    zone: str
    things: tuple[Thing, ...] = ()
    step: Step | None = None

    @property
    def id(self) -> str:
        return self.day.isoformat()

    @property
    def empty(self) -> bool:
        return not self.things and self.step is None

    def of(self, side: Side) -> list[Thing]:
        return [thing for thing in self.things if thing.side is side]

    def thing(self, thing_id: str) -> Thing | None:
        return next((thing for thing in self.things if thing.id == thing_id), None)

    def with_thing(self, thing_id: str, thing: Thing | None) -> "Balance":
        """In its place, or last; None takes it off."""
        if thing is not None and self.thing(thing_id) is None:
            return replace(self, things=(*self.things, thing))
        kept = (thing if one.id == thing_id else one for one in self.things)
        return replace(self, things=tuple(one for one in kept if one is not None))


def lean(things: Sequence[Thing]) -> float:
    """From -1 (resources weigh all) to 1 (loads do); 0 is level."""
    signed = (one.heft if one.side is Side.LOAD else -one.heft for one in things)
    more = sum(signed)
    return more / (abs(more) + SOFTNESS)


def tilt(things: Sequence[Thing]) -> Tilt:
    if not things:
        return Tilt.EMPTY
    leans = lean(things)
    return Tilt.EVEN if leans == 0 else Tilt.LOAD if leans > 0 else Tilt.RESOURCE


@dataclass(frozen=True)
class Comparison:
    """What is different on a later scale; each thing as it is on it, `taken` as it was."""

    laid: tuple[Thing, ...]
    taken: tuple[Thing, ...]
    heavier: tuple[Thing, ...]
    lighter: tuple[Thing, ...]

    @property
    def same(self) -> bool:
        return not (self.laid or self.taken or self.heavier or self.lighter)


def compare(then: Balance, now: Balance) -> Comparison:
    """Own words are the same thing when they say the same on the same side."""
    before = {_same_as(one): one for one in then.things}
    after = {_same_as(one): one for one in now.things}
    both = [(before[key], after[key]) for key in after if key in before]
    return Comparison(
        laid=tuple(one for key, one in after.items() if key not in before),
        taken=tuple(one for key, one in before.items() if key not in after),
        heavier=tuple(new for old, new in both if new.heft > old.heft),
        lighter=tuple(new for old, new in both if new.heft < old.heft),
    )


def _same_as(thing: Thing) -> tuple[Side, str]:
    return thing.side, thing.text.casefold() or thing.id


def newest_step(balances: Sequence[Balance]) -> Balance | None:
    """The scale with the step chosen last; `balances` oldest first."""
    return next((one for one in reversed(balances) if one.step is not None), None)


def asked(balances: Sequence[Balance], today: date) -> Balance | None:
    """The scale whose step is asked about: a week old, unanswered, and none chosen since."""
    last = newest_step(balances)
    if last is None or last.step is None or last.step.went is not None:
        return None
    return last if ASK_AFTER <= today - last.day <= ASK_UNTIL else None
