"""Levels: who set them, when and why; superseded, never overwritten; nothing is locked."""

from datetime import timedelta

import pytest

from lbp_app.actions import care_plan
from lbp_app.actions.history import undo
from lbp_app.errors import CprNumberError
from lbp_app.exchange import training
from lbp_app.model.care_plan import (
    MYSELF,
    WHY_LENGTH,
    Assigner,
    Issuer,
    assigned,
    belongs_to_physio,
    history_of,
    levels_of,
)
from lbp_app.model.exercise import Group, Level
from lbp_app.model.home_test import HomeTest
from lbp_app.services import Services
from tests.assigned import assign_levels
from tests.builders import TODAY, Hand, other_person, refused_with

PHYSIO = Issuer(Assigner.PHYSIO, "Mette Holm")


def levels(services: Services) -> dict[Group, Level]:
    return dict(levels_of(services.care_plans.all()))


def test_everyone_begins_at_the_lightest_and_nobody_has_set_it(services: Services) -> None:
    assert set(levels(services).values()) == {Level.ONE}
    first = assigned([], Group.RISE)
    assert (first.level, first.issuer, first.day) == (Level.ONE, MYSELF, None)
    assert services.care_plans.all() == []


def test_a_group_tells_its_levels_with_day_name_and_reason(services: Services, hand: Hand) -> None:
    care_plan.set_level(services, Group.RISE, Level.TWO, " det gik let ")
    hand.move(days=1)
    care_plan.set_level(services, Group.BACK, Level.THREE)
    hand.move(days=1)
    assign_levels(services, {Group.RISE: Level.THREE}, PHYSIO, {Group.RISE: "stærk"})
    told = history_of(services.care_plans.all(), Group.RISE)
    assert [(one.level, one.day, one.issuer.name, one.why) for one in told] == [
        (Level.TWO, TODAY, "", "det gik let"),
        (Level.THREE, TODAY + timedelta(days=2), "Mette Holm", "stærk"),
    ]
    assert levels(services)[Group.BACK] is Level.THREE


@pytest.mark.full
def test_a_new_version_leaves_the_old_one_as_it_was(services: Services) -> None:
    care_plan.set_level(services, Group.RISE, Level.TWO)
    (old,) = services.care_plans.all()
    care_plan.set_level(services, Group.RISE, Level.FOUR)
    first, second = services.care_plans.all()
    assert first == old
    assert (first.version, second.version) == (1, 2)


@pytest.mark.full
def test_stepping_down_is_a_step_like_any_other(services: Services) -> None:
    care_plan.set_level(services, Group.SIDE, Level.FOUR)
    care_plan.set_level(services, Group.SIDE, Level.ONE)
    told = history_of(services.care_plans.all(), Group.SIDE)
    assert [one.level for one in told] == [Level.FOUR, Level.ONE]


def test_the_levels_of_a_physiotherapist_are_hers_to_set_and_mine_to_try(
    services: Services, hand: Hand
) -> None:
    assign_levels(services, {Group.RISE: Level.THREE}, PHYSIO, {})
    assert refused_with(lambda: care_plan.set_level(services, Group.RISE, Level.ONE)) == (
        "error.level_of_physio"
    )
    hand.move(minutes=1)
    for level in Level:
        care_plan.try_level(services, Group.RISE, level)
        assert care_plan.training_levels(services)[Group.RISE] is level
        assert levels(services)[Group.RISE] is Level.THREE
    care_plan.stop_trying(services, Group.RISE)
    assert care_plan.training_levels(services)[Group.RISE] is Level.THREE


@pytest.mark.full
def test_any_level_can_be_set_or_tried_from_any(services: Services) -> None:
    for group in Group:
        for level in (Level.FOUR, Level.ONE, Level.THREE, Level.TWO):
            care_plan.try_level(services, group, level)
            care_plan.set_level(services, group, level)
            assert levels(services)[group] is level


@pytest.mark.full
def test_a_trial_ends_when_the_group_is_set_anew(services: Services, hand: Hand) -> None:
    care_plan.try_level(services, Group.RISE, Level.FOUR)
    hand.move(minutes=1)
    care_plan.set_level(services, Group.BACK, Level.TWO)
    assert care_plan.training_levels(services)[Group.RISE] is Level.FOUR
    care_plan.set_level(services, Group.RISE, Level.TWO)
    assert care_plan.training_levels(services)[Group.RISE] is Level.TWO


@pytest.mark.full
def test_going_on_without_a_physiotherapist_keeps_the_levels(services: Services) -> None:
    assign_levels(services, {Group.RISE: Level.THREE}, PHYSIO, {})
    care_plan.take_over_levels(services)
    assert levels(services)[Group.RISE] is Level.THREE
    assert not belongs_to_physio(services.care_plans.all())
    care_plan.set_level(services, Group.RISE, Level.TWO)
    assert levels(services)[Group.RISE] is Level.TWO


def test_the_same_again_is_no_change(services: Services, hand: Hand) -> None:
    assert care_plan.set_level(services, Group.RISE, Level.TWO, "let") is not None
    assert care_plan.set_level(services, Group.RISE, Level.TWO, "let") is None
    assert care_plan.set_level(services, Group.RISE, Level.TWO, "stadig let") is not None
    assert care_plan.stop_trying(services, Group.RISE) is None
    assert care_plan.try_level(services, Group.RISE, Level.FOUR) is not None
    assert care_plan.try_level(services, Group.RISE, Level.FOUR) is None
    hand.move(minutes=1)
    assert care_plan.set_level(services, Group.RISE, Level.TWO, "stadig let") is not None
    assert care_plan.training_levels(services)[Group.RISE] is Level.TWO


@pytest.mark.full
def test_undo_and_its_undo_lead_back_and_forth_over_versions(services: Services) -> None:
    care_plan.set_level(services, Group.RISE, Level.TWO)
    change = care_plan.set_level(services, Group.RISE, Level.THREE)
    undone = undo(services, change)
    assert levels(services)[Group.RISE] is Level.TWO
    undo(services, undone)
    assert levels(services)[Group.RISE] is Level.THREE
    assert [plan.version for plan in services.care_plans.all()] == [1, 2]


@pytest.mark.full
def test_after_an_undo_the_next_version_stands(services: Services) -> None:
    undo(services, care_plan.set_level(services, Group.RISE, Level.TWO))
    care_plan.set_level(services, Group.RISE, Level.FOUR)
    assert [plan.version for plan in services.care_plans.all()] == [2]
    assert levels(services)[Group.RISE] is Level.FOUR


def test_an_older_version_cannot_be_undone_past_a_newer_one(services: Services) -> None:
    change = care_plan.set_level(services, Group.RISE, Level.TWO)
    care_plan.set_level(services, Group.BACK, Level.TWO)
    assert refused_with(lambda: undo(services, change)) == "error.undo_too_late"


def test_reasons_and_names_hold_no_cpr_number_and_are_not_endless(services: Services) -> None:
    with pytest.raises(CprNumberError):
        care_plan.set_level(services, Group.RISE, Level.TWO, "010190-1234")
    named = Issuer(Assigner.PHYSIO, "010190-1234")
    with pytest.raises(CprNumberError):
        assign_levels(services, {}, named, {})
    long = "x" * (WHY_LENGTH + 1)
    assert refused_with(lambda: care_plan.set_level(services, Group.RISE, Level.TWO, long)) == (
        "error.note_long"
    )
    assert refused_with(lambda: Issuer(Assigner.PHYSIO)) == "error.physio_name"
    assert services.care_plans.all() == []


@pytest.mark.full
def test_nobody_sees_the_levels_of_another(services: Services) -> None:
    change = care_plan.set_level(services, Group.RISE, Level.TWO)
    care_plan.try_level(services, Group.BACK, Level.TWO)
    care_plan.note_home_test(services, HomeTest.CHAIR_STANDS, 12)
    other = other_person(services)
    assert (other.care_plans.all(), other.care_plans.trials()) == ([], {})
    assert other.home_tests.all() == []
    assert refused_with(lambda: undo(other, change)) == "error.undo_too_late"


# --- home tests ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "group", "bounds"),
    [
        (HomeTest.CHAIR_STANDS, Group.RISE, (8, 13, 17)),
        (HomeTest.EXTENSOR_HOLD, Group.BACK, (20, 71, 141)),
        (HomeTest.FLEXOR_HOLD, Group.FRONT, (15, 51, 101)),
    ],
)
@pytest.mark.full
def test_a_home_test_points_to_a_level_below_at_and_above_each_bound(
    services: Services, hand: Hand, test: HomeTest, group: Group, bounds: tuple[int, ...]
) -> None:
    for number, bound in enumerate(bounds, start=1):
        for value, level in ((bound - 1, number), (bound, number + 1), (bound + 1, number + 1)):
            hand.move(minutes=1)
            care_plan.note_home_test(services, test, value)
            suggested = care_plan.suggested_levels(services)
            assert suggested == {**dict.fromkeys(Group, Level.ONE), group: Level(level)}


@pytest.mark.full
def test_results_are_kept_and_change_no_level_by_themselves(services: Services, hand: Hand) -> None:
    care_plan.note_home_test(services, HomeTest.CHAIR_STANDS, 9)
    hand.move(days=56)
    change = care_plan.note_home_test(services, HomeTest.CHAIR_STANDS, 14)
    assert [result.value for result in services.home_tests.all()] == [9, 14]
    assert set(levels(services).values()) == {Level.ONE}
    care_plan.begin_at(services, care_plan.suggested_levels(services), "efter testen")
    assert levels(services)[Group.RISE] is Level.THREE
    care_plan.set_level(services, Group.RISE, Level.ONE)
    care_plan.forget_home_test(services, change.key)
    assert [result.value for result in services.home_tests.all()] == [9]


@pytest.mark.parametrize("value", [-1, 601])
def test_an_impossible_result_is_refused(services: Services, value: int) -> None:
    assert refused_with(
        lambda: care_plan.note_home_test(services, HomeTest.FLEXOR_HOLD, value)
    ) == ("error.home_test")


def test_the_bounds_in_the_content_are_those_of_the_engine() -> None:
    assert set(training.progression().bounds) == {*HomeTest} - {HomeTest.FORWARD_BEND}
