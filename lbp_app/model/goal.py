"""What the person wants to be able to do, in own words, and how well it goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lbp_app.errors import AnswerRefusedError

MOST, TEXT_LENGTH = 3, 120  # goals, characters
LOWEST, HIGHEST = 0, 10


@dataclass(frozen=True)
class Goal:
    """An activity that matters. `dropped`: from which day on it is no longer one."""

    id: str
    text: str
    day: date
    at: datetime
    zone: str
    dropped: date | None = None

    def __post_init__(self) -> None:
        if not self.text:
            raise AnswerRefusedError("error.goal_empty")
        if len(self.text) > TEXT_LENGTH:
            raise AnswerRefusedError("error.goal_long", most=TEXT_LENGTH)


@dataclass(frozen=True)
class GoalRating:
    """How well it went on a day: 0 is not at all, 10 as well as the person wishes."""

    id: str
    goal: str
    value: int
    day: date
    at: datetime
    zone: str

    def __post_init__(self) -> None:
        if not LOWEST <= self.value <= HIGHEST:
            raise AnswerRefusedError("error.off_scale")


def active(goals: Iterable[Goal]) -> list[Goal]:
    return [goal for goal in goals if goal.dropped is None]


def rated(ratings: Iterable[GoalRating], goal: Goal) -> list[GoalRating]:
    """Oldest first."""
    return sorted((one for one in ratings if one.goal == goal.id), key=lambda one: one.day)


def open_since(
    goals: Iterable[Goal], ratings: Sequence[GoalRating], day: date, today: date
) -> list[Goal]:
    """Those that were not looked at from that day until yesterday."""
    seen = {one.goal for one in ratings if day <= one.day < today}
    return [goal for goal in active(goals) if goal.id not in seen and goal.day < day]
