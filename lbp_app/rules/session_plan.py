"""What a session is made of, and how long it takes. A plan is a proposal: all of it can be changed
or left out on the way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from lbp_app.model.exercise import (
    COOL_DOWN,
    LIGHTEST,
    LYING,
    WARM_UP,
    Catalogue,
    Exercise,
    Group,
    Level,
    Mode,
    Range,
    exercise_at,
    place_of,
)
from lbp_app.model.player import SWITCH_SECONDS, Planned
from lbp_app.model.session import Session

SECONDS_A_REP = 5  # two out, half of one to rest, two back, and a little
SECONDS_TO_SETTLE = 60  # to look at the next exercise and get into place
SECONDS_BETWEEN = 15  # the same for a warm-up or a cool-down
WARM_UPS, COOL_DOWNS = (2, 3), (1, 2)  # items of a whole session
WARM_UPS_SHORT = (1, 3)


@dataclass(frozen=True)
class Basis:
    """What a plan is made from. `week` of the programme counts from 1; `amounts` has the
    repetitions or seconds, by exercise, where it is not the lowest of the dose; `done` are the
    sessions before; `stations` those of the class that is followed.
    """

    catalogue: Catalogue
    levels: Mapping[Group, Level]
    week: int
    done: Sequence[Session] = ()
    amounts: Mapping[str, int] = field(default_factory=dict)
    variations: Mapping[str, str] = field(default_factory=dict)
    stations: Sequence[Group] = tuple(Group)

    @property
    def turn(self) -> int:
        """Which time it is: what there is too much of is taken in turn."""
        return len(self.done)


def week_of(sessions: Sequence[Session], today: date) -> int:
    """Counted from the first session on."""
    return 1 + max(0, (today - sessions[0].day).days) // 7 if sessions else 1


def minutes_of(plan: Sequence[Planned]) -> float:
    return sum(map(_seconds, plan)) / 60


def full(basis: Basis) -> tuple[Planned, ...]:
    """Warm-up, all eight groups, cool-down."""
    return _whole(basis, tuple(Group))


def of_class(basis: Basis) -> tuple[Planned, ...]:
    """As a class has it: warm-up, its stations in their order, cool-down."""
    return _whole(basis, basis.stations)


def stations(basis: Basis) -> tuple[Planned, ...]:
    return tuple(_from_grid(basis, group) for group in basis.stations)


def _whole(basis: Basis, groups: Sequence[Group]) -> tuple[Planned, ...]:
    few, most = (
        [
            *_in_turn(basis, WARM_UP, WARM_UPS[much]),
            *(_from_grid(basis, group) for group in groups),
            *_in_turn(basis, COOL_DOWN, COOL_DOWNS[much]),
        ]
        for much in (0, 1)
    )
    return _fitted(basis, few, most, basis.catalogue.minutes)


def short(basis: Basis) -> tuple[Planned, ...]:
    """A warm-up and one exercise of each slot: of its groups the one that has waited longest."""
    plan = [_from_grid(basis, _waiting(basis, slot)) for slot in basis.catalogue.short_slots]
    few, most = ([*_in_turn(basis, WARM_UP, count), *plan] for count in WARM_UPS_SHORT)
    return _fitted(basis, few, most, basis.catalogue.short_minutes)


def warm_up(basis: Basis) -> tuple[Planned, ...]:
    return tuple(planned(basis, exercise) for exercise in basis.catalogue.of(WARM_UP))


def cool_down(basis: Basis) -> tuple[Planned, ...]:
    return tuple(planned(basis, exercise) for exercise in basis.catalogue.of(COOL_DOWN))


def single(basis: Basis, exercise: str) -> tuple[Planned, ...]:
    return (planned(basis, basis.catalogue.exercise(exercise)),)


def gentle(basis: Basis) -> tuple[Planned, ...]:
    """For a bad spell: lying first, then the slots of a short session at the lightest level, each
    at half the lowest dose.
    """
    lightest = replace(basis, levels=dict.fromkeys(Group, LIGHTEST), amounts={}, variations={})
    groups = [_waiting(basis, slot) for slot in basis.catalogue.short_slots]
    plan = [planned(lightest, basis.catalogue.exercise(LYING))]
    plan += [_halved(_from_grid(lightest, group)) for group in groups]
    return tuple(plan)


def planned(basis: Basis, exercise: Exercise) -> Planned:
    """With the fewest sets that the week and the dose allow."""
    dose = exercise.dose
    return Planned(
        exercise=exercise.id,
        mode=dose.mode,
        sets=_sets(basis, exercise)[0],
        amount=basis.amounts.get(exercise.id, dose.amount[0]),
        each_side=dose.each_side,
        variation=basis.variations.get(exercise.id),
        rest=basis.catalogue.rest[0],
    )


def _sets(basis: Basis, exercise: Exercise) -> Range:
    if place_of(exercise.id) is None or exercise.prescribed:
        return exercise.dose.sets
    return exercise.dose.sets_in(basis.catalogue.week(basis.week).sets)


def _from_grid(basis: Basis, group: Group) -> Planned:
    return planned(basis, basis.catalogue.exercise(exercise_at(group, basis.levels[group])))


def _halved(one: Planned) -> Planned:
    """One set of half the amount, if it was two."""
    return replace(one, sets=1, amount=max(1, one.amount // 2))


# --- taking turns -------------------------------------------------------------------------------


def _in_turn(basis: Basis, kind: str, count: int) -> list[Planned]:
    there = basis.catalogue.of(kind)
    begin = basis.turn * count
    return [planned(basis, there[(begin + n) % len(there)]) for n in range(count)]


def _waiting(basis: Basis, groups: Sequence[Group]) -> Group:
    """The group that was done longest ago, or never; the first of several."""
    last = {
        place[0]: number
        for number, session in enumerate(basis.done)
        for item in session.done
        if (place := place_of(item.exercise)) is not None
    }
    return min(groups, key=lambda group: last.get(group, -1))


# --- making it fit ------------------------------------------------------------------------------


def _fitted(
    basis: Basis, few: list[Planned], most: list[Planned], minutes: Range
) -> tuple[Planned, ...]:
    """Filled up to the lower end of `minutes` with sets that the week allows, then with what `most`
    has more, then with sets of the dose; cut down to the upper end by sets.
    """
    low, high = minutes
    plan = _more_sets(basis, few, low, _sets_of_week)
    if minutes_of(plan) < low:
        plan = _more_sets(basis, most, low, _sets_of_week)
    plan = _more_sets(basis, plan, low, _sets_of_dose)
    while minutes_of(plan) > high and (fewer := _one_fewer(basis, plan)) is not None:
        plan = fewer
    return tuple(plan)


def _more_sets(
    basis: Basis, plan: list[Planned], low: int, most: Callable[[Basis, Exercise], int]
) -> list[Planned]:
    """One by one, what has fewest first, until it takes `low` minutes."""
    limits = [most(basis, basis.catalogue.exercise(one.exercise)) for one in plan]
    while minutes_of(plan) < low:
        room = [at for at, one in enumerate(plan) if one.sets < limits[at]]
        if not room:
            return plan
        plan = _changed(plan, min(room, key=[one.sets for one in plan].__getitem__), 1)
    return plan


def _sets_of_week(basis: Basis, exercise: Exercise) -> int:
    return _sets(basis, exercise)[1]


def _sets_of_dose(basis: Basis, exercise: Exercise) -> int:
    return exercise.dose.sets[1]


def _one_fewer(basis: Basis, plan: list[Planned]) -> list[Planned] | None:
    """Of what takes longest; None when there is one set of each, or as many as are prescribed."""
    room = [at for at, one in enumerate(plan) if one.sets > _least(basis, one)]
    seconds = [*map(_seconds, plan)]
    return _changed(plan, max(room, key=seconds.__getitem__), -1) if room else None


def _least(basis: Basis, one: Planned) -> int:
    exercise = basis.catalogue.exercise(one.exercise)
    return exercise.dose.sets[0] if exercise.prescribed else 1


def _changed(plan: list[Planned], at: int, by: int) -> list[Planned]:
    return [*plan[:at], replace(plan[at], sets=plan[at].sets + by), *plan[at + 1 :]]


def _seconds(one: Planned) -> int:
    a_set = one.amount * (SECONDS_A_REP if one.mode is Mode.REPS else 1)
    if one.each_side:
        a_set = 2 * a_set + SWITCH_SECONDS
    settle = SECONDS_TO_SETTLE if place_of(one.exercise) else SECONDS_BETWEEN
    return settle + one.sets * a_set + (one.sets - 1) * one.rest
