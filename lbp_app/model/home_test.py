"""Three tests that a person may do at home before choosing levels; none of them is needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.exercise import Level

MOST = 600  # stands or seconds


class HomeTest(StrEnum):
    CHAIR_STANDS = "chair_stands"  # times up from a chair in 30 seconds
    EXTENSOR_HOLD = "extensor_hold"  # seconds
    FLEXOR_HOLD = "flexor_hold"  # seconds


@dataclass(frozen=True)
class Result:
    id: str
    test: HomeTest
    value: int
    day: date
    at: datetime
    zone: str

    def __post_init__(self) -> None:
        if not 0 <= self.value <= MOST:
            raise AnswerRefusedError("error.home_test", most=MOST)


def newest(results: Sequence[Result]) -> Mapping[HomeTest, Result]:
    """`results` oldest first."""
    return {result.test: result for result in results}


def level_of(value: int, bounds: Sequence[int]) -> Level:
    """`bounds` are the lowest values of level 2, 3 and 4."""
    return Level(1 + sum(value >= bound for bound in bounds))
