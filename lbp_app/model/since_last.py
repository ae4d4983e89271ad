"""What is new with a participant since the report before: figures side by side, and no verdict."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from lbp_app.model.diary import CheckIn, Scale
from lbp_app.model.exercise import Group, Level, place_of
from lbp_app.model.home_test import HomeTest
from lbp_app.model.participant import ParticipantPlan
from lbp_app.model.participant_report import Measured, Spell, Told, ToldPart
from lbp_app.model.report import LONGEST, Period

SHOWN = (Scale.BACK, Scale.LEG, Scale.SLEEP)


@dataclass(frozen=True)
class Middle:
    """Medians; None where nothing was answered, or nothing was told."""

    scale: Scale
    before: float | None
    since: float | None


@dataclass(frozen=True)
class Worked:
    """A group: the level that is on the physiotherapist's plan (None: not on it), and how many
    times it was trained at which level.
    """

    group: Group
    planned: Level | None
    times: Mapping[Level, int]

    @property
    def total(self) -> int:
        return sum(self.times.values())


@dataclass(frozen=True)
class Retested:
    """`before` is the newest of a day before the period, or else the first in it."""

    test: HomeTest
    before: Measured | None
    now: Measured


@dataclass(frozen=True)
class Rerated:
    """A goal; `before` as for a test."""

    text: str
    before: tuple[date, int] | None
    now: tuple[date, int] | None


@dataclass(frozen=True)
class SinceLast:
    """`before` is the report before, None for the first one. Counts of what the patient left out
    are None.
    """

    told: Told
    before: Told | None
    answered: int | None
    answered_before: int | None
    middles: tuple[Middle, ...]
    days: tuple[CheckIn, ...]
    trained: int | None
    trained_before: int | None
    worked: tuple[Worked, ...]
    flares: tuple[Spell, ...]
    tests: tuple[Retested, ...]
    aims: tuple[Rerated, ...]

    @property
    def whole(self) -> Period:
        """What `days` are of: this time and the one before."""
        first = min(self.told.first, self.before.first) if self.before else self.told.first
        return Period(max(first, _longest(self.told)), self.told.last)

    @property
    def weeks(self) -> float:
        return self.told.period.days / 7


def since_last(reports: Sequence[Told], plan: ParticipantPlan | None) -> SinceLast:
    """`reports` oldest first, at least one; `plan` is the one in force."""
    told, before = reports[-1], reports[-2] if len(reports) > 1 else None
    return SinceLast(
        told=told,
        before=before,
        answered=_answered(told),
        answered_before=_answered(before),
        middles=tuple(_middle(scale, before, told) for scale in SHOWN) if _diary(told) else (),
        days=_merged(before, told),
        trained=_times(told),
        trained_before=_times(before),
        worked=_worked(told, plan),
        flares=told.flares,
        tests=tuple(_retested(told)),
        aims=tuple(_rerated(told)),
    )


def _longest(told: Told) -> date:
    return told.last - timedelta(days=LONGEST - 1)


def _diary(told: Told | None) -> bool:
    return told is not None and ToldPart.DIARY in told.parts


def _answered(told: Told | None) -> int | None:
    return len(told.days) if told and _diary(told) else None


def _earlier(before: Told, told: Told) -> list[CheckIn]:
    """The day on which the report before was made is in both, and belongs to the later one."""
    return [one for one in before.days if one.day < told.first]


def _merged(before: Told | None, told: Told) -> tuple[CheckIn, ...]:
    return (*(_earlier(before, told) if before else ()), *told.days)


def _middle(scale: Scale, before: Told | None, told: Told) -> Middle:
    earlier = _earlier(before, told) if before else []
    return Middle(scale, _median(earlier, scale), _median(told.days, scale))


def _median(days: Iterable[CheckIn], scale: Scale) -> float | None:
    given = [answer for one in days if (answer := one.answer(scale)) is not None]
    return float(median(given)) if given else None


def _times(told: Told | None) -> int | None:
    if told is None or ToldPart.TRAINING not in told.parts:
        return None
    return len(told.trained)


def _worked(told: Told, plan: ParticipantPlan | None) -> tuple[Worked, ...]:
    places = (place_of(exercise) for one in told.trained for exercise in one.exercises)
    counted = Counter(place for place in places if place)
    found = []
    for group in Group:
        times = {level: counted[group, level] for level in Level if counted[group, level]}
        planned = plan.prescribed(group) if plan else None
        if times or (planned and told.trained):
            found.append(Worked(group, planned, times))
    return tuple(found)


def _retested(told: Told) -> Iterable[Retested]:
    for test in HomeTest:
        own = sorted((one for one in told.tests if one.test is test), key=lambda one: one.day)
        if own and own[-1].day >= told.first:
            earlier = [one for one in own if one.day < told.first] or own[:1]
            yield Retested(test, earlier[-1] if earlier[-1] is not own[-1] else None, own[-1])


def _rerated(told: Told) -> Iterable[Rerated]:
    for aim in told.aims:
        now = aim.ratings[-1] if aim.ratings else None
        earlier = [one for one in aim.ratings if one[0] < told.first] or list(aim.ratings[:1])
        before = earlier[-1] if earlier and earlier[-1] != now else None
        yield Rerated(aim.text, before, now)
