"""What an exercise is to the engine: where it stands in the grid, and how much of it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from lbp_app.errors import AnswerRefusedError

WARM_UP, COOL_DOWN = "warmup", "cooldown"
LYING = "lying.1"  # for the first days of a bad spell
EASIER = "easier"  # done in the easier way that its text describes; stands where a variation would


class Group(IntEnum):
    BEND = 1
    TURN = 2
    RISE = 3
    BRIDGE = 4
    FRONT = 5
    BACK = 6
    SIDE = 7
    LIFT = 8


class Level(IntEnum):
    ONE = 1
    TWO = 2
    THREE = 3
    FOUR = 4


LIGHTEST, HARDEST = Level.ONE, Level.FOUR


class Mode(StrEnum):
    """What an amount counts: repetitions, seconds of staying still, seconds of moving."""

    REPS = "reps"
    HOLD = "hold"
    TIME = "time"

    @property
    def timed(self) -> bool:
        return self is not Mode.REPS


Range = tuple[int, int]  # lowest and highest, both included


@dataclass(frozen=True)
class Dose:
    """`amount` as `mode` counts; with `each_side` it is for one side, the other gets as much."""

    mode: Mode
    sets: Range
    amount: Range
    each_side: bool = False

    def __post_init__(self) -> None:
        if not (1 <= self.sets[0] <= self.sets[1] and 1 <= self.amount[0] <= self.amount[1]):
            raise ValueError(self)

    def sets_in(self, allowed: Range) -> Range:
        """Of the sets that a week allows those that suit the exercise, else the nearest."""
        low, high = (min(max(n, self.sets[0]), self.sets[1]) for n in allowed)
        return min(low, allowed[1]), min(high, allowed[1])


@dataclass(frozen=True)
class Exercise:
    """`id` is "3.2", "warmup.1", "cooldown.1" or "lying.1"; `variations` are ids such as "a".
    `prescribed`: since when the dose is a physiotherapist's for this person.
    """

    id: str
    dose: Dose
    variations: tuple[str, ...] = ()
    prescribed: datetime | None = None


@dataclass(frozen=True)
class Week:
    """`sets` of each exercise, and the `effort` of ten to aim for."""

    sets: Range
    effort: Range


@dataclass(frozen=True)
class Catalogue:
    """What there is to train with. `weeks` from the first on; the last holds for all that follow.

    `minutes` of a whole session, `short_minutes` of a short one, which has one exercise from each
    of `short_slots`. `rest` in seconds between sets, `days_between` sessions.
    """

    exercises: Mapping[str, Exercise]
    weeks: tuple[Week, ...]
    minutes: Range
    short_minutes: Range
    short_slots: tuple[tuple[Group, ...], ...]
    rest: Range
    days_between: int = 1

    def week(self, number: int) -> Week:
        """Before the first the first, after the last the last."""
        return self.weeks[min(max(number, 1), len(self.weeks)) - 1]

    def exercise(self, name: str) -> Exercise:
        """By its id; AnswerRefusedError when there is none."""
        if name not in self.exercises:
            raise AnswerRefusedError("error.exercise")
        return self.exercises[name]

    def of(self, kind: str) -> tuple[Exercise, ...]:
        """`kind` is WARM_UP or COOL_DOWN."""
        return tuple(e for e in self.exercises.values() if e.id.partition(".")[0] == kind)


def exercise_at(group: Group, level: Level) -> str:
    return f"{group.value}.{level.value}"


def place_of(exercise: str) -> tuple[Group, Level] | None:
    """Group and level; None for warm-up, cool-down and what is done lying."""
    group, _, level = exercise.partition(".")
    if not group.isdecimal():
        return None
    try:
        return Group(int(group)), Level(int(level))
    except ValueError:
        raise AnswerRefusedError("error.exercise") from None


def lighter(exercise: str) -> str | None:
    """The exercise one level down; None where there is none."""
    place = place_of(exercise)
    if place is None or place[1] is LIGHTEST:
        return None
    return exercise_at(place[0], Level(place[1] - 1))


def harder(exercise: str) -> str | None:
    """The exercise one level up; None where there is none."""
    place = place_of(exercise)
    if place is None or place[1] is HARDEST:
        return None
    return exercise_at(place[0], Level(place[1] + 1))
