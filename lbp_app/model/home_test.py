"""Four tests that a person may do at home, at the start of a course and at its end; three of them
point to a level. None of them is needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.day import Clock
from lbp_app.model.exercise import Level

MOST = 600  # stands or seconds


class HomeTest(StrEnum):
    CHAIR_STANDS = "chair_stands"  # times up from a chair in 30 seconds
    EXTENSOR_HOLD = "extensor_hold"  # seconds
    FLEXOR_HOLD = "flexor_hold"  # seconds
    FORWARD_BEND = "forward_bend"  # cm from the fingertips to the floor


GET_READY = 5  # seconds
COUNTED_FOR = 30  # seconds, in which chair stands are counted
LONGEST = {HomeTest.EXTENSOR_HOLD: 180, HomeTest.FLEXOR_HOLD: 120}  # seconds


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


@dataclass(frozen=True)
class Timing:
    """A test that is being timed since a moment of the steady clock (ms), in one run of the
    program; `wall` bridges to another run.
    """

    test: HomeTest
    run: str
    steady: int
    wall: datetime

    @property
    def most(self) -> int:
        """Seconds after which it ends by itself."""
        return LONGEST.get(self.test, COUNTED_FOR)

    def seconds(self, clock: Clock) -> int:
        """Gone since it began, whole ones, at most `most`."""
        return min(self.most, max(0, self._gone(clock) - GET_READY))

    def lead(self, clock: Clock) -> int:
        """Seconds left to get into place."""
        return max(0, GET_READY - self._gone(clock))

    def is_over(self, clock: Clock) -> bool:
        return self.seconds(clock) >= self.most

    def _gone(self, clock: Clock) -> int:
        here = clock.run == self.run
        gone = clock.steady() - self.steady if here else _ms(clock.now() - self.wall)
        return max(0, gone // 1000)


def _ms(span: timedelta) -> int:
    return span // timedelta(milliseconds=1)


@dataclass(frozen=True)
class OwnChange:
    """`first` is the oldest result since the course began, `last` the newest, of another day."""

    first: Result
    last: Result | None


def own_change(results: Sequence[Result], test: HomeTest, since: date) -> OwnChange | None:
    """`results` oldest first. Of several on one day the newest counts."""
    days = {one.day: one for one in results if one.test is test and one.day >= since}
    own = [*days.values()]
    return OwnChange(own[0], own[-1] if len(own) > 1 else None) if own else None


def newest(results: Sequence[Result]) -> Mapping[HomeTest, Result]:
    """`results` oldest first."""
    return {result.test: result for result in results}


def level_of(value: int, bounds: Sequence[int]) -> Level:
    """`bounds` are the lowest values of level 2, 3 and 4."""
    return Level(1 + sum(value >= bound for bound in bounds))
