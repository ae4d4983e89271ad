"""How a scale has gone: gaps stay gaps, and nothing is judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import attrgetter
from statistics import median

from lbp_app.model.diary import Answers, CheckIn, Scale

MOST_POINTS = 120  # a series on the wire, each a day
THINNED = 60  # the most when a point is several days
Days = Sequence[CheckIn] | Sequence[Answers]
FEW = 4  # answers below which a course is not put into words


@dataclass(frozen=True)
class Step:
    """`days` in a row from `start`, with the median of their answers; None where there is none."""

    start: date
    days: int
    values: Mapping[Scale, float | None]
    inside: Sequence[CheckIn | Answers] = field(default=(), compare=False, repr=False)

    @property
    def answered(self) -> int:
        """Days on which something was said."""
        return sum(day.answered for day in self.inside)


def steps(check_ins: Days, first: date, last: date, days: int | None = None) -> list[Step]:
    """Cuts `first`..`last` (both included) into steps of `days`; without it of one day while
    MOST_POINTS are enough, else of as few days as keep to THINNED.
    """
    length = (last - first).days + 1
    size = days or (1 if length <= MOST_POINTS else -(-length // THINNED))
    begun = range(0, length, size)
    inside: list[list[CheckIn | Answers]] = [[] for _ in begun]
    for check_in in check_ins:
        if first <= check_in.day <= last:
            inside[(check_in.day - first).days // size].append(check_in)
    return [
        _step(first + timedelta(days=n), min(size, length - n), some)
        for n, some in zip(begun, inside, strict=True)
    ]


def _step(start: date, days: int, check_ins: Sequence[CheckIn | Answers]) -> Step:
    columns = list(zip(*(c.answers for c in check_ins), strict=True)) or [()] * len(Scale)
    values = dict(zip(Scale, map(_middle, columns), strict=True))
    return Step(start, days, values, check_ins)


def _middle(answers: Sequence[int | None]) -> float | None:
    given = [a for a in answers if a is not None]
    return float(median(given)) if given else None


@dataclass(frozen=True)
class Course:
    """The middle answer of the first and of the last quarter of the answers; a half counts up."""

    early: int
    late: int


def course(check_ins: Days, scale: Scale) -> Course | None:
    """None while there are fewer than FEW answers."""
    given = [a for a in map(attrgetter(scale), check_ins) if a is not None]
    if len(given) < FEW:
        return None
    quarter = max(1, len(given) // 4)
    return Course(_whole(median(given[:quarter])), _whole(median(given[-quarter:])))


def _whole(middle: float) -> int:
    """`round` would take 2.5 down and 3.5 up, and tell of a change twice as large."""
    return int(middle + 0.5)


def runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """Unbroken stretches of a series as (index, value): a gap is never joined."""
    out: list[list[tuple[int, float]]] = [[]]
    for at, value in enumerate(values):
        if value is not None:
            out[-1].append((at, value))
        elif out[-1]:
            out.append([])
    return [run for run in out if run]
