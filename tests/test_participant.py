"""A physiotherapist's participants: written down, given levels, and let go of with everything."""

from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import select

from lbp_app.actions import backup
from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan as plans
from lbp_app.actions.history import undo
from lbp_app.model.exercise import Group, Level
from lbp_app.model.participant import (
    Detail,
    ParticipantPlan,
    history_by_day,
    levels_typed,
    looks_like_full_name,
    matching,
)
from lbp_app.model.person import Role
from lbp_app.services import Services, services_for
from lbp_app.store.session import Database
from lbp_app.store.tables import metadata
from tests.builders import TODAY, Hand, refused_with


@pytest.fixture
def physio(services: Services) -> Services:
    person_id = services.device.use(Role.PHYSIO)
    return services_for(services.database, person_id, services.clock, services.stop)


@pytest.fixture
def birgit(physio: Services) -> str:
    return people.add_participant(physio, "Birgit", "14").key


def levels(physio: Services, who: str) -> str:
    plan = plans.plan_of(physio, who)
    assert plan is not None
    return "".join(str(plan.prescribed(group) or 0) for group in Group)


def test_a_first_name_is_enough_and_can_be_undone(physio: Services) -> None:
    change = people.add_participant(physio, " Birgit ")
    assert [one.called for one in people.participants(physio)] == ["Birgit"]
    undo(physio, change)
    assert people.participants(physio) == []


@pytest.mark.parametrize(("name", "number"), [("", "1"), ("B" * 41, ""), ("B", "9" * 21)])
@pytest.mark.full
def test_what_is_no_name_is_refused(physio: Services, name: str, number: str) -> None:
    assert refused_with(lambda: people.add_participant(physio, name, number)).startswith("error.")
    assert people.participants(physio) == []


@pytest.mark.full
def test_a_cpr_number_is_refused_wherever_it_is_written(physio: Services, birgit: str) -> None:
    cpr = "010170-1234"
    for action in (
        lambda: people.add_participant(physio, cpr),
        lambda: people.add_participant(physio, "B", cpr),
        lambda: people.rename_participant(physio, birgit, "Birgit", cpr),
        lambda: people.write_own_note(physio, birgit, f"se {cpr}"),
        lambda: plans.set_detail(physio, birgit, Group.BEND, dose=cpr),
        lambda: plans.set_detail(physio, birgit, Group.BEND, note=cpr),
        lambda: plans.set_eight(physio, birgit, "11111111") and plans.say_why(physio, birgit, cpr),
        lambda: plans.save_template(physio, birgit, cpr),
    ):
        assert refused_with(action) == "error.cpr"


@pytest.mark.full
def test_two_of_a_name_need_numbers(physio: Services, birgit: str) -> None:
    assert (
        refused_with(lambda: people.add_participant(physio, "Birgit", "14"))
        == "error.participant_known"
    )
    other = people.add_participant(physio, "Birgit", "15").key
    assert (
        refused_with(lambda: people.rename_participant(physio, other, "Birgit", "14"))
        == "error.participant_known"
    )


@pytest.mark.parametrize(
    ("name", "full"),
    [("Birgit", False), ("Birgit S.", False), ("A.M.", False), ("Birgit Sørensen", True)],
)
def test_a_full_name_is_noticed(name: str, full: bool) -> None:
    assert looks_like_full_name(name) is full


def test_search_finds_by_name_and_number(physio: Services, birgit: str) -> None:
    people.add_participant(physio, "Poul", "114")
    everyone = people.participants(physio)
    assert [one.name for one in matching(everyone, "14")] == ["Birgit", "Poul"]
    assert [one.name for one in matching(everyone, "bir 14")] == ["Birgit"]
    assert matching(everyone, "x") == []


def test_nobody_else_has_them(physio: Services, services: Services, birgit: str) -> None:
    assert services.participants.all() == []
    assert services.participant_plans.of(birgit) == []


# --- levels -------------------------------------------------------------------------------------


@pytest.mark.full
def test_eight_figures_set_eight_levels(physio: Services, birgit: str) -> None:
    plans.set_eight(physio, birgit, "2312 0143")
    assert levels(physio, birgit) == "23120143"


@pytest.mark.parametrize(
    "typed", ["", "1234123", "123412345", "1234123x", "12341235", "１２３４１２３４"]
)
@pytest.mark.full
def test_anything_else_is_refused(physio: Services, birgit: str, typed: str) -> None:
    assert refused_with(lambda: plans.set_eight(physio, birgit, typed)) == "error.eight_levels"
    assert plans.plan_of(physio, birgit) is None


def test_figures_may_be_grouped() -> None:
    assert levels_typed(" 1-1.1,1;1 111 ") == dict.fromkeys(Group, Level.ONE)


def test_each_change_is_a_version_and_undone_by_itself(physio: Services, birgit: str) -> None:
    plans.set_eight(physio, birgit, "11111111")
    change = plans.set_level(physio, birgit, Group.RISE, Level.THREE)
    assert change is not None
    assert levels(physio, birgit) == "11311111"
    undo(physio, change)
    assert levels(physio, birgit) == "11111111"
    assert plans.set_level(physio, birgit, Group.RISE, Level.ONE) is None
    assert len(physio.participant_plans.of(birgit)) == 1


def test_a_name_and_a_number_that_are_changed_at_once_are_both_kept(
    physio: Services, birgit: str
) -> None:
    people.rename_participant(physio, birgit, name="Bente")
    people.rename_participant(physio, birgit, number="15")
    assert people.participant(physio, birgit).called == "Bente · 15"


@pytest.mark.full
def test_versions_are_superseded_and_never_overwritten(physio: Services, birgit: str) -> None:
    plans.set_eight(physio, birgit, "11111111")
    (first,) = physio.participant_plans.of(birgit)
    plans.set_level(physio, birgit, Group.BEND, None)
    plans.set_detail(physio, birgit, Group.LIFT, variation="b", dose="3 × 8", note="Rolig")
    versions = physio.participant_plans.of(birgit)
    assert versions[0] == first
    assert [one.plan.version for one in versions] == [1, 2, 3]
    assert versions[-1].prescribed(Group.BEND) is None
    assert versions[-1].detail(Group.LIFT).dose == "3 × 8"


def test_variation_and_dose_are_of_an_exercise_and_go_with_its_level(
    physio: Services, birgit: str
) -> None:
    plans.set_eight(physio, birgit, "22222222")
    plans.set_detail(physio, birgit, Group.LIFT, variation="a", dose="3 × 10, 5 kg", note="Rolig")
    given = latest(physio, birgit)
    for level in (Level.TWO, None, Level.TWO):
        plans.set_level(physio, birgit, Group.LIFT, level)
    assert latest(physio, birgit).detail(Group.LIFT) == given.detail(Group.LIFT)
    plans.set_level(physio, birgit, Group.LIFT, Level.FOUR)
    assert latest(physio, birgit).detail(Group.LIFT) == Detail(note="Rolig")


def latest(physio: Services, birgit: str) -> ParticipantPlan:
    return physio.participant_plans.of(birgit)[-1]


@pytest.mark.full
def test_the_history_tells_each_day_with_its_reason(
    physio: Services, birgit: str, hand: Hand
) -> None:
    plans.set_eight(physio, birgit, "11111111")
    hand.move(days=14)
    plans.set_level(physio, birgit, Group.RISE, Level.TWO)
    plans.set_level(physio, birgit, Group.RISE, Level.THREE)
    plans.say_why(physio, birgit, "Går let")
    newest, first = history_by_day(physio.participant_plans.of(birgit))
    assert first.day == TODAY
    assert newest.day == TODAY + timedelta(days=14)
    assert [(one.group, one.before, one.after) for one in newest.steps] == [(Group.RISE, 1, 3)]
    assert newest.why == "Går let"


def test_what_was_changed_back_within_a_day_is_not_told(
    physio: Services, birgit: str, hand: Hand
) -> None:
    plans.set_eight(physio, birgit, "11111111")
    hand.move(days=1)
    plans.set_level(physio, birgit, Group.RISE, Level.TWO)
    plans.set_level(physio, birgit, Group.RISE, Level.ONE)
    assert len(history_by_day(physio.participant_plans.of(birgit))) == 1


# --- templates ----------------------------------------------------------------------------------


def test_a_template_is_saved_applied_varied_renamed_and_let_go(
    physio: Services, birgit: str
) -> None:
    plans.set_eight(physio, birgit, "23120143")
    plans.set_detail(physio, birgit, Group.LIFT, dose="3 × 8")
    made = plans.save_template(physio, birgit, "Stående arbejde").key
    poul = people.add_participant(physio, "Poul").key
    (template,) = physio.plan_templates.all()
    plans.apply_template(physio, poul, template)
    assert levels(physio, poul) == "23120143"
    plans.set_level(physio, poul, Group.BEND, Level.FOUR)
    assert levels(physio, birgit) == "23120143"
    plans.rename_template(physio, made, "Kontor")
    assert [one.name for one in physio.plan_templates.all()] == ["Kontor"]
    undo(physio, plans.remove_template(physio, made))
    assert [one.name for one in physio.plan_templates.all()] == ["Kontor"]


def test_everyone_can_begin_at_one(physio: Services, birgit: str) -> None:
    plans.apply_template(physio, birgit, plans.beginner(physio, "Begynder"))
    assert levels(physio, birgit) == "11111111"


# --- letting go ---------------------------------------------------------------------------------


def everything_kept(database: Database) -> str:
    with database.reading() as connection:
        tables = metadata.sorted_tables
        return repr([connection.execute(select(table)).all() for table in tables])


@pytest.mark.full
def test_one_who_was_deleted_can_be_had_back_for_a_day(
    physio: Services, birgit: str, hand: Hand
) -> None:
    plans.set_eight(physio, birgit, "23120143")
    change = people.remove_participant(physio, birgit)
    assert people.participants(physio) == []
    assert (
        refused_with(lambda: plans.set_eight(physio, birgit, "1" * 8)) == "error.participant_none"
    )
    undo(physio, change)
    people.remove_participant(physio, birgit)
    hand.move(hours=23)
    people.forget_those_gone(physio)
    people.bring_back(physio, birgit)
    assert levels(physio, birgit) == "23120143"


@pytest.mark.full
def test_then_everything_of_theirs_is_gone(
    physio: Services, database: Database, birgit: str, hand: Hand
) -> None:
    poul = people.add_participant(physio, "Poul", "15").key
    plans.set_eight(physio, birgit, "23120143")
    plans.say_why(physio, birgit, "hendes grund")
    people.write_own_note(physio, birgit, "hendes note")
    people.remove_participant(physio, birgit)
    people.write_own_note(physio, poul, "hans note")
    assert len(physio.participants.all()) == 2
    hand.move(hours=24)
    people.forget_those_gone(physio)
    kept = everything_kept(database)
    assert not any(word in kept for word in ("Birgit", birgit, "hendes"))
    assert "hans note" in kept
    assert [one.name for one in physio.participants.all()] == ["Poul"]


def test_undoing_that_one_was_added_leaves_nothing_of_what_was_written_since(
    physio: Services, hand: Hand
) -> None:
    added = people.add_participant(physio, "Carl", "15")
    plans.set_eight(physio, added.key, "11111111")
    undone = undo(physio, added)
    assert people.participants(physio) == []
    undo(physio, undone)
    assert levels(physio, added.key) == "11111111"
    undo(physio, physio.history.of("participant", added.key)[-1])
    hand.move(days=1)
    people.forget_those_gone(physio)
    assert physio.participants.all() == physio.participant_plans.of(added.key) == []


def test_a_backup_from_before_one_was_forgotten_says_that_they_come_back(
    physio: Services, birgit: str, hand: Hand
) -> None:
    file, _ = backup.make(physio, "syv gule gynger i vinden")
    hand.move(minutes=1)

    def deleted_since() -> bool:
        return backup.look_at_merge(physio, BytesIO(file), "syv gule gynger i vinden").deleted_since

    assert not deleted_since()
    people.remove_participant(physio, birgit)
    people.forget_participant(physio, birgit)
    assert deleted_since()


def test_only_one_who_was_deleted_is_forgotten_at_once(
    physio: Services, birgit: str, hand: Hand
) -> None:
    people.forget_participant(physio, birgit)
    assert [one.name for one in people.participants(physio)] == ["Birgit"]
    people.remove_participant(physio, birgit)
    hand.move(seconds=1)
    people.forget_participant(physio, birgit)
    assert physio.participants.all() == []
