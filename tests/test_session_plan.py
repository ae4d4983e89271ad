"""What a session is made of, and that it takes as long as it says."""

from datetime import timedelta
from random import Random

import pytest

from lbp_app.exchange.training import catalogue
from lbp_app.model.exercise import LYING, Dose, Group, Level, Mode, place_of
from lbp_app.model.player import Planned
from lbp_app.model.session import Session
from lbp_app.rules import session_plan
from lbp_app.rules.session_plan import Basis, minutes_of, week_of
from tests.builders import TODAY
from tests.trained import trained

CATALOGUE = catalogue()


def basis(level: Level = Level.ONE, week: int = 1, done: tuple[Session, ...] = ()) -> Basis:
    return Basis(CATALOGUE, dict.fromkeys(Group, level), week, done)


def groups(plan: tuple[Planned, ...]) -> list[Group]:
    return [place[0] for one in plan if (place := place_of(one.exercise))]


def some_basis(random: Random, week: int) -> Basis:
    levels = {group: random.choice(list(Level)) for group in Group}
    amounts = {
        one.id: max(
            1, min(one.dose.amount[0] + random.choice([-4, 0, 2, 4, 20]), one.dose.amount[1])
        )
        for one in CATALOGUE.exercises.values()
    }
    done = tuple(trained(TODAY, "1.1") for _ in range(random.randrange(9)))
    return Basis(CATALOGUE, levels, week, done, amounts)


@pytest.mark.parametrize("week", range(1, 11))
@pytest.mark.full
def test_every_session_takes_the_minutes_that_it_promises(week: int) -> None:
    random = Random(week)  # noqa: S311 - no secret
    same = [basis(level, week) for level in Level]
    for one in [*same, *(some_basis(random, week) for _ in range(150))]:
        assert 25 <= minutes_of(session_plan.full(one)) <= 40
        assert 12 <= minutes_of(session_plan.short(one)) <= 15


def test_a_whole_session_warms_up_goes_through_all_groups_and_cools_down() -> None:
    plan = session_plan.full(basis(Level.THREE, week=4))
    kinds = [one.exercise.partition(".")[0] for one in plan]
    assert 2 <= kinds.count("warmup") <= 3
    assert 1 <= kinds.count("cooldown") <= 2
    assert groups(plan) == list(Group)
    assert {one.exercise[-1] for one in plan if place_of(one.exercise)} == {"3"}
    assert kinds == sorted(kinds, key=["warmup", *"12345678", "cooldown"].index)


def test_a_short_session_has_four_groups_in_turn() -> None:
    done: list[Session] = []
    seen = []
    for n in range(6):
        plan = session_plan.short(basis(done=tuple(done)))
        seen.append(groups(plan))
        names = [one.exercise for one in plan]
        done.append(trained(TODAY + timedelta(days=3 * n), *names))
    assert [one[0] for one in seen] == [1, 2, 1, 2, 1, 2]
    assert [one[1] for one in seen] == [3, 4, 3, 4, 3, 4]
    assert [one[2] for one in seen] == [5, 6, 7, 5, 6, 7]
    assert [one[3] for one in seen] == [8] * 6


def test_warm_ups_take_turns_too() -> None:
    first = session_plan.full(basis(week=4))[0]
    second = session_plan.full(basis(week=4, done=(trained(TODAY, "1.1"),)))[0]
    assert first.exercise != second.exercise


@pytest.mark.parametrize(("week", "most"), [(1, 2), (2, 2), (3, 2), (5, 3), (9, 3)])
def test_the_sets_follow_the_week_and_the_dose(week: int, most: int) -> None:
    plan = [one for one in session_plan.full(basis(Level.TWO, week)) if place_of(one.exercise)]
    assert max(one.sets for one in plan) <= most
    low = 1 if week < 3 else 2
    for one in plan:
        dose = CATALOGUE.exercise(one.exercise).dose
        assert min(low, dose.sets[0]) <= one.sets <= dose.sets[1]
        assert dose.amount[0] <= one.amount <= dose.amount[1]


def test_what_was_chosen_is_planned() -> None:
    chosen = Basis(CATALOGUE, {}, 3, amounts={"3.2": 6}, variations={"3.2": "b"})
    made = session_plan.planned(chosen, CATALOGUE.exercise("3.2"))
    assert (made.amount, made.variation) == (6, "b")


def test_only_a_warm_up_only_a_cool_down_and_one_exercise() -> None:
    assert len(session_plan.warm_up(basis())) == 6
    assert 4 <= minutes_of(session_plan.warm_up(basis())) <= 6
    assert len(session_plan.cool_down(basis())) == 4
    (one,) = session_plan.single(basis(), "6.3")
    assert (one.exercise, one.mode) == ("6.3", Mode.HOLD)


def test_in_a_bad_spell_it_is_the_lightest_at_half_the_dose_and_lying_first() -> None:
    plan = session_plan.gentle(basis(Level.FOUR, week=8))
    assert plan[0].exercise == LYING
    for one in plan[1:]:
        dose = CATALOGUE.exercise(one.exercise).dose
        assert one.exercise.endswith(".1")
        assert one.sets * one.amount * 2 <= dose.sets[0] * dose.amount[0]
    assert minutes_of(plan) < 10


@pytest.mark.parametrize(
    ("days", "week"), [(0, 1), (6, 1), (7, 2), (13, 2), (14, 3), (-1, 1), (70, 11)]
)
def test_weeks_count_from_the_first_session(days: int, week: int) -> None:
    assert week_of([trained(TODAY, "1.1")], TODAY + timedelta(days=days)) == week


def test_before_the_first_session_it_is_the_first_week() -> None:
    assert week_of([], TODAY) == 1


@pytest.mark.parametrize(
    ("allowed", "sets", "fits"),
    [((1, 1), (2, 3), (1, 1)), ((1, 2), (2, 3), (2, 2)), ((2, 3), (1, 2), (2, 2))],
)
def test_sets_of_a_dose_within_a_week(
    allowed: tuple[int, int], sets: tuple[int, int], fits: tuple[int, int]
) -> None:
    assert Dose(Mode.REPS, sets, (8, 10)).sets_in(allowed) == fits


@pytest.mark.parametrize(("sets", "amount"), [((0, 1), (1, 2)), ((2, 1), (1, 2)), ((1, 1), (3, 2))])
def test_an_impossible_dose_stops_the_start(sets: tuple[int, int], amount: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="Dose"):
        Dose(Mode.REPS, sets, amount)
