"""What the app may ask about a step, and what the person chose. Nothing moves by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lbp_app.model.exercise import Group
from lbp_app.model.home_test import HomeTest
from lbp_app.model.session import After


class Choice(StrEnum):
    """What is offered each time; the person takes one of them or says no."""

    MORE = "more"
    SAME = "same"
    EASIER = "easier"
    DECLINED = "declined"


class More(StrEnum):
    """In the order in which they are offered."""

    VARIATION = "variation"
    REPS = "reps"
    LEVEL = "level"


class Easier(StrEnum):
    REPS = "fewer_reps"
    SMALLER = "smaller"
    LEVEL = "level_down"


class Gently(StrEnum):
    """For a movement that feels unsafe: the same one, with control over it."""

    SMALLER = "smaller"
    SLOWER = "slower"
    LYING = "lying"
    SUPPORTED = "supported"


class Colour(StrEnum):
    """Of one time with an exercise, by the pain during and afterwards; never shown as a verdict."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True)
class Seen:
    """One time that an exercise was done, and when it was told how the back was afterwards."""

    session_id: str
    done_at: datetime
    after_at: datetime | None
    exercise: str
    variation: str | None
    effort: int | None
    pain: int | None
    safe: int | None
    after: After | None


@dataclass(frozen=True)
class Proposal:
    """`suggests` is what the rule would choose; all of MORE, SAME and EASIER may be chosen.

    `seen` is what it rests on, oldest first. `more` None: there is nothing further up.
    """

    exercise: str
    suggests: Choice
    seen: tuple[Seen, ...]
    more: More | None
    easier: tuple[Easier, ...]
    gently: tuple[Gently, ...]
    rule: str


@dataclass(frozen=True)
class Decision:
    """What was chosen of a proposal. `more` and `easier` say which step, where there was one."""

    id: str
    exercise: str
    suggested: Choice
    chosen: Choice
    step: str | None  # a value of More or Easier
    rule: str
    seen: tuple[str, ...]  # ids of sessions
    day: date
    at: datetime
    zone: str


@dataclass(frozen=True)
class Thresholds:
    """Points of ten. `times` in a row for a step up, `slow_times` for one down because of pain that
    lasts over a day; `fewer` and `more` are repetitions or seconds.
    """

    effort_more_most: int
    effort_easier_from: int
    safe_more_from: int
    safe_gently_most: int
    pain_green_most: int
    pain_red_from: int
    times: int
    slow_times: int
    step: int


@dataclass(frozen=True)
class ProgressionRules:
    """`asks` False: no question about levels is ever put. `bounds`: the group that a home test
    speaks of, and its lowest values of level 2, 3 and 4.
    """

    version: str
    asks: bool
    thresholds: Thresholds
    bounds: Mapping[HomeTest, tuple[Group, Sequence[int]]]
    morning_within: int  # days
