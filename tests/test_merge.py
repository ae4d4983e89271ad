"""Two devices put together: each answer once, the later one stands, nothing is lost."""

import io
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lbp_app.actions import (
    activity,
    backup,
    balance,
    care_plan,
    course,
    deletion,
    diary,
    doctor_card,
    flare,
    goal,
    participant,
    person,
    session,
)
from lbp_app.errors import DiskFullError
from lbp_app.model.activity import ActivityKind
from lbp_app.model.balance import Heft, Side
from lbp_app.model.course import Setting, Slot
from lbp_app.model.deletion import Kind
from lbp_app.model.diary import CheckIn, LegSide, Scale
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.exercise import Group, Level
from lbp_app.model.merge import Merge
from lbp_app.model.session import After, Question
from lbp_app.services import Services, services_for
from lbp_app.store import copies
from lbp_app.store.backup import BackupStore
from lbp_app.store.device import DeviceStore
from lbp_app.store.merge import merged
from lbp_app.store.merge_side import Side as Rows
from lbp_app.store.merge_side import side_of
from lbp_app.store.session import open_database
from tests.builders import TODAY, YESTERDAY, Hand, one_in, other_person, refused_with
from tests.test_backup import OLD, WORDS, everything, made, why_not
from tests.test_mydata import learn_in_secret, train_in_secret
from tests.trained import trained

LAST_YEAR = TODAY - timedelta(days=365)


@dataclass
class Two:
    """A phone and a computer of the same person, each with its own clock hand."""

    phone: Services
    computer: Services
    hands: tuple[Hand, Hand]

    def later(self, minutes: int = 1) -> None:
        for hand in self.hands:
            hand.move(minutes=minutes)


def device(folder: Path, new_folder: Path, hand: Hand) -> Services:
    clock = hand.clock()
    database = open_database(shutil.copytree(new_folder, folder), clock)
    person_id, _ = DeviceStore(database).active_person()
    return services_for(database, person_id, clock, stop=lambda: None)


@contextmanager
def two_in(folder: Path, new_folder: Path) -> Iterator[Two]:
    hands = Hand(), Hand()
    made = [
        device(folder / name, new_folder, hand)
        for name, hand in zip(("phone", "computer"), hands, strict=True)
    ]
    yield Two(made[0], made[1], hands)
    for each in made:
        each.database.close()


@pytest.fixture
def two(tmp_path: Path, new_folder: Path) -> Iterator[Two]:
    with two_in(tmp_path, new_folder) as made:
        yield made


def by_file(target: Services, source: Services, passphrase: str | None = None) -> Merge:
    return backup.merge(target, io.BytesIO(made(source, passphrase)), passphrase)


def taken(target: Services, source: Services) -> Merge:
    """Without a file, which takes longer."""
    found = merged(of_now(target), of_now(source))
    target.database.replace(found.parts)
    return found.merge


def looked(target: Services, source: Services) -> Merge:
    return backup.look_at_merge(target, io.BytesIO(made(source)), None).merge


def of_now(services: Services) -> Rows:
    return side_of(everything(services))


def days(services: Services) -> list[CheckIn]:
    return services.diary.between(LAST_YEAR, TODAY)


def told(services: Services) -> list[tuple[str, str, str, object]]:
    """Every line of the history, as a person would count them."""
    rows = of_now(services).history
    return [(row["noun"], row["field"], row["new"], row["at"]) for row in rows]


# --- what is said on one of them ------------------------------------------------------------------


@pytest.mark.full
def test_what_is_on_one_of_them_only_is_on_both(two: Two) -> None:
    diary.answer(two.phone, YESTERDAY, Scale.BACK, 4)
    activity.log_activity(two.phone, ActivityKind.WALK, 20)
    flare.start_flare(two.phone)
    diary.answer(two.computer, TODAY, Scale.BACK, 6)
    merge = taken(two.computer, two.phone)
    assert (merge.new["check_in"], merge.new["activity"], merge.new["flare"]) == (1, 1, 1)
    assert [day.back_pain for day in days(two.computer)] == [4, 6]
    assert len(two.computer.activities.all()) == len(two.computer.flares.all()) == 1


@pytest.mark.full
def test_everything_of_a_full_device_comes_along(two: Two) -> None:
    train_in_secret(two.phone)
    learn_in_secret(two.phone)
    person.change_profile(two.phone, "first_name", "Åse")
    theirs = of_now(two.phone)
    by_file(two.computer, two.phone)
    ours, own = of_now(two.computer), two.computer.person.get().id
    stay = {"device", "preferences", "session_draft", "screening_draft", "home_test_draft"}
    for table, rows in theirs.rows.items():
        if table not in stay | {"history"}:
            alike = [{**row, "person_id": own} for row in rows.values()]
            assert list(ours.rows[table].values()) == alike, table
    assert two.computer.person.get().first_name == "Åse"
    assert not ours.rows["session_draft"]


@pytest.mark.full
def test_of_a_day_each_question_has_its_later_answer(two: Two) -> None:
    diary.answer(two.phone, TODAY, Scale.BACK, 4)
    diary.write_note(two.phone, TODAY, "Fra telefonen")
    two.later()
    diary.answer(two.computer, TODAY, Scale.BACK, 7)
    diary.skip(two.computer, TODAY, Scale.MOOD.value)
    two.later()
    diary.answer(two.phone, TODAY, Scale.SLEEP, 3)
    merge = taken(two.phone, two.computer)
    assert merge.mixed["check_in"] == 1
    [day] = days(two.phone)
    assert (day.back_pain, day.sleep, day.note) == (7, 3, "Fra telefonen")
    assert day.skipped == {Scale.MOOD.value}


@pytest.mark.full
def test_no_answer_is_no_answer_but_one_taken_back_is(two: Two) -> None:
    diary.answer(two.phone, TODAY, Scale.BACK, 4)
    diary.answer(two.computer, TODAY, Scale.MOOD, 5)
    taken(two.computer, two.phone)
    [day] = days(two.computer)
    assert (day.back_pain, day.mood, day.sleep) == (4, 5, None)
    two.later()
    diary.answer(two.phone, TODAY, Scale.BACK, None)
    taken(two.computer, two.phone)
    assert days(two.computer)[0].back_pain is None


@pytest.mark.full
def test_a_side_without_pain_in_the_leg_does_not_come_about(two: Two) -> None:
    diary.answer(two.phone, TODAY, Scale.LEG, 4)
    diary.choose_leg_side(two.phone, TODAY, LegSide.LEFT)
    two.later()
    diary.answer(two.computer, TODAY, Scale.LEG, 0)
    for one, other in ((two.phone, two.computer), (two.computer, two.phone)):
        taken(one, other)
        assert (days(one)[0].leg_pain, days(one)[0].leg_side) == (0, None)


@pytest.mark.full
def test_both_answers_are_in_the_history_the_one_that_stands_last(two: Two) -> None:
    diary.answer(two.phone, TODAY, Scale.BACK, 4)
    two.later()
    diary.answer(two.computer, TODAY, Scale.BACK, 7)
    for one, other in ((two.phone, two.computer), (two.computer, two.phone)):
        taken(one, other)
        assert [line.new for line in one.history.of("check_in", str(TODAY))] == [4, 7]
    two.later()
    change = diary.answer(two.phone, TODAY, Scale.BACK, 2)
    two.phone.diary.put_back(change)
    assert days(two.phone)[0].back_pain == 7


def test_a_training_has_its_morning_after_from_one_and_its_thought_from_the_other(
    two: Two,
) -> None:
    one = trained(YESTERDAY, "3.1")
    two.phone.sessions.put(one.id, one)
    taken(two.computer, two.phone)
    two.later()
    session.reflect(two.phone, one.id, "Det gik godt")
    session.answer_item(two.phone, one.id, 0, Question.EFFORT, 3)
    session.answer_morning_after(two.computer, one.id, After.USUAL)
    taken(two.phone, two.computer)
    now = two.phone.sessions.get(one.id)
    assert now
    assert (now.reflection, now.after) == ("Det gik godt", After.USUAL)
    assert now.items[0].effort == 3


@pytest.mark.full
def test_what_was_removed_later_is_gone_and_what_was_changed_later_is_there(two: Two) -> None:
    first, second = (activity.log_activity(two.phone, ActivityKind.WALK, m).key for m in (10, 20))
    taken(two.computer, two.phone)
    activity.remove_activity(two.phone, first)
    activity.remove_activity(two.phone, second)
    two.later()
    activity.change_activity(two.computer, second, kind=ActivityKind.CYCLE, minutes=30)
    assert looked(two.computer, two.phone).gone == {"activity": 1}
    taken(two.computer, two.phone)
    taken(two.phone, two.computer)
    for each in (two.phone, two.computer):
        assert [one.minutes for one in each.activities.all()] == [30]


@pytest.mark.full
def test_things_on_a_scale_are_laid_for_themselves(two: Two) -> None:
    mine = balance.lay_own(two.phone, TODAY, Side.LOAD, "Travlhed").field.partition("/")[2]
    taken(two.computer, two.phone)
    balance.weigh(two.phone, TODAY, mine, Heft.MUCH)
    two.later()
    balance.lay_own(two.computer, TODAY, Side.RESOURCE, "Have")
    taken(two.phone, two.computer)
    kept = two.phone.balances.get(TODAY)
    assert kept
    assert [(one.text, one.heft) for one in kept.things] == [
        ("Travlhed", Heft.MUCH),
        ("Have", Heft.SOME),
    ]
    balance.take_off(two.computer, TODAY, mine)
    taken(two.phone, two.computer)
    assert [one.text for one in two.phone.balances.all()[0].things] == ["Have"]


# --- nouns with one current value -----------------------------------------------------------------


@pytest.mark.full
def test_who_somebody_is_is_the_later_said_and_settings_stay(two: Two) -> None:
    person.change_profile(two.phone, "first_name", "Aase")
    person.change_profile(two.phone, "doctor_name", "Lægehuset")
    person.change_preference(two.phone, "text_scale", 150)
    two.later()
    person.change_profile(two.computer, "first_name", "Åse")
    person.change_preference(two.computer, "language", "en")
    taken(two.phone, two.computer)
    now = two.phone.person.get()
    assert (now.first_name, now.doctor_name) == ("Åse", "Lægehuset")
    assert two.phone.person.preferences().text_scale == 150
    assert two.phone.person.preferences().language is None
    nouns = [line[0] for line in told(two.phone)]
    assert nouns.count("preferences") == 1


@pytest.mark.full
def test_levels_are_one_chain_in_order_of_time_and_the_newest_is_in_force(two: Two) -> None:
    care_plan.set_level(two.phone, Group.RISE, Level.TWO, "telefon")
    two.later()
    care_plan.set_level(two.computer, Group.BACK, Level.THREE, "computer")
    two.later()
    care_plan.set_level(two.phone, Group.RISE, Level.FOUR, "senere")
    for one, other in ((two.computer, two.phone), (two.phone, two.computer)):
        taken(one, other)
        plans = one.care_plans.all()
        assert [(plan.version, *plan.why.values()) for plan in plans] == [
            (1, "telefon"),
            (2, "computer"),
            (3, "senere"),
        ]
        assert plans[-1].levels[Group.RISE] is Level.FOUR


@pytest.mark.full
def test_a_level_that_was_undone_stays_undone(two: Two) -> None:
    care_plan.set_level(two.phone, Group.RISE, Level.TWO)
    two.later()
    change = care_plan.set_level(two.phone, Group.RISE, Level.FOUR)
    taken(two.computer, two.phone)
    two.later()
    two.phone.care_plans.put_back(change)
    taken(two.computer, two.phone)
    assert [plan.levels[Group.RISE] for plan in two.computer.care_plans.all()] == [Level.TWO]


def test_a_clock_that_was_set_back_changes_no_order_of_levels(two: Two) -> None:
    two.hands[0].set_wall(days=300)
    care_plan.set_level(two.phone, Group.RISE, Level.TWO)
    two.hands[0].set_wall(days=-300)
    care_plan.set_level(two.phone, Group.RISE, Level.THREE)
    care_plan.set_level(two.computer, Group.BACK, Level.TWO)
    taken(two.phone, two.computer)
    assert two.phone.care_plans.all()[-1].levels[Group.RISE] is Level.THREE


@pytest.mark.full
def test_each_device_may_have_counted_the_versions_otherwise(two: Two) -> None:
    for each, level in ((two.computer, 2), (two.phone, 2), (two.computer, 3)):
        care_plan.set_level(each, Group.RISE, Level(level))
        two.later()
    taken(two.phone, two.computer)
    assert looked(two.phone, two.computer).changes_nothing
    taken(two.computer, two.phone)
    assert [plan.version for plan in two.computer.care_plans.all()] == [1, 2, 3]


@pytest.mark.full
def test_of_two_courses_the_one_that_began_last_is_current_and_both_are_kept(two: Two) -> None:
    course.set_up(two.phone, Setting.CLASS, TODAY - timedelta(days=7), [Slot(1), Slot(3)])
    course.set_up(two.computer, Setting.CLASS, TODAY, [Slot(2), Slot(4)])
    taken(two.phone, two.computer)
    now = course.course_now(two.phone)
    assert now
    assert now.course.start == TODAY
    assert len(two.phone.courses.all()) == 2


@pytest.mark.full
def test_goals_of_both_are_there_and_a_field_for_the_doctor_is_the_later(two: Two) -> None:
    goal.set_goal(two.phone, "Cykle")
    goal.set_goal(two.computer, "Gå tur")
    doctor_card.write(two.phone, CardPart.REASON, "Først")
    two.later()
    doctor_card.write(two.computer, CardPart.REASON, "Siden")
    taken(two.phone, two.computer)
    assert {one.text for one in two.phone.goals.all()} == {"Cykle", "Gå tur"}
    assert two.phone.doctor_card.get().texts == {CardPart.REASON: "Siden"}


@pytest.mark.full
def test_secrets_of_the_device_stay_and_those_of_new_connections_come(two: Two) -> None:
    ours, theirs = two.phone.device, two.computer.device
    theirs.put("schedule", {"folder": "/usb"})
    theirs.put("pairing.new", "aa")
    for device_, value in ((ours, "11"), (theirs, "22")):
        device_.put("pairing.both", value)
    taken(two.phone, two.computer)
    assert ours.get("pairing.new") == "aa"
    assert ours.get("pairing.both") == "11"
    assert ours.get("schedule") is None


@pytest.mark.full
def test_somebody_who_is_only_in_the_file_comes_with_theirs(two: Two) -> None:
    there = other_person(two.phone)
    who = participant.add_participant(there, "Birgit", "14").key
    taken(two.computer, two.phone)
    here = other_person(two.computer)
    assert [one.id for one in here.participants.all()] == [who]
    assert here.person.get().id == there.person.get().id


@pytest.mark.full
def test_the_number_of_signed_plans_never_goes_back(two: Two) -> None:
    here, there = other_person(two.phone), other_person(two.computer)
    who = participant.add_participant(here, "Birgit", "14").key
    taken(two.computer, two.phone)
    one = here.participants.get(who)
    assert one
    here.participants.put(replace(one, sequence=5))
    two.later()
    there.participants.put(replace(one, sequence=2, number="15"))
    taken(two.phone, two.computer)
    now = here.participants.get(who)
    assert now
    assert (now.sequence, now.number) == (5, "15")


# --- deleted things -------------------------------------------------------------------------------


@pytest.mark.full
def test_what_was_deleted_here_comes_back_from_a_file_that_holds_it(two: Two) -> None:
    diary.answer(two.phone, YESTERDAY, Scale.BACK, 4)
    file = made(two.phone)
    two.later()
    deletion.delete(two.phone, deletion.of_kind(Kind.DIARY))
    deletion.finish(two.phone, now=True)
    seen = backup.look_at_merge(two.phone, io.BytesIO(file), None)
    assert seen.deleted_since
    assert seen.merge.new == {"check_in": 1}
    backup.merge(two.phone, io.BytesIO(file), None)
    assert [day.back_pain for day in days(two.phone)] == [4]


@pytest.mark.full
def test_what_was_deleted_in_the_file_stays_here_and_its_way_back_ends(two: Two) -> None:
    diary.answer(two.phone, YESTERDAY, Scale.BACK, 4)
    taken(two.computer, two.phone)
    deletion.delete(two.phone, deletion.of_kind(Kind.DIARY))
    file = made(two.phone)  # while it could still be undone there
    assert not backup.look_at_merge(two.computer, io.BytesIO(file), None).deleted_since
    backup.merge(two.computer, io.BytesIO(file), None)
    assert [day.back_pain for day in days(two.computer)] == [4]
    assert two.computer.device.get("deletions") is None
    deletion.finish(two.computer, now=True)
    assert [day.back_pain for day in days(two.computer)] == [4]


# --- whole, once, and back -----------------------------------------------------------------------


@pytest.mark.full
def test_the_preview_changes_nothing_and_says_what_comes_about(two: Two) -> None:
    diary.answer(two.phone, TODAY, Scale.BACK, 4)
    diary.answer(two.phone, YESTERDAY, Scale.BACK, 4)
    two.later()
    diary.answer(two.computer, TODAY, Scale.BACK, 7)
    before = everything(two.phone)
    seen = looked(two.phone, two.computer)
    assert everything(two.phone) == before
    assert (seen.theirs, seen.ours) == ({"check_in": 1}, {})
    assert seen.known["check_in"] == 1
    assert looked(two.computer, two.phone).ours == {"check_in": 1}
    assert seen == by_file(two.phone, two.computer)


@pytest.mark.full
def test_twice_changes_nothing(two: Two) -> None:
    train_in_secret(two.phone)
    diary.answer(two.computer, TODAY, Scale.BACK, 7)
    taken(two.computer, two.phone)
    before = everything(two.computer)
    assert looked(two.computer, two.phone).changes_nothing
    taken(two.computer, two.phone)
    assert everything(two.computer) == before


@pytest.mark.full
def test_it_is_undone_by_the_copy_that_was_taken_first(two: Two) -> None:
    diary.answer(two.phone, TODAY, Scale.BACK, 4)
    diary.answer(two.computer, YESTERDAY, Scale.BACK, 7)
    before = everything(two.computer)
    by_file(two.computer, two.phone)
    assert backup.may_undo_restore(two.computer)
    backup.undo_restore(two.computer)
    assert everything(two.computer) == before


@pytest.mark.full
def test_what_is_written_while_the_file_is_read_is_not_lost(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.answer(two.phone, YESTERDAY, Scale.BACK, 4)
    store = BackupStore.merge

    def meanwhile(self: BackupStore, kept: Any) -> Merge:
        diary.answer(two.computer, TODAY, Scale.BACK, 7)
        return store(self, kept)

    monkeypatch.setattr(BackupStore, "merge", meanwhile)
    by_file(two.computer, two.phone)
    assert [day.back_pain for day in days(two.computer)] == [4, 7]


@pytest.mark.full
def test_when_it_fails_in_the_middle_nothing_has_changed(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.answer(two.phone, YESTERDAY, Scale.BACK, 4)
    diary.answer(two.computer, TODAY, Scale.BACK, 7)
    before = everything(two.computer)

    def full(*_: object) -> None:
        raise DiskFullError

    monkeypatch.setattr("lbp_app.store.session.put", full)
    assert refused_with(lambda: by_file(two.computer, two.phone))
    assert everything(two.computer) == before


@pytest.mark.parametrize("file", one_in(4, OLD))
@pytest.mark.full
def test_every_older_schema_is_taken_in(two: Two, file: Path) -> None:
    diary.answer(two.phone, TODAY, Scale.BACK, 4)
    merge = backup.merge(two.phone, io.BytesIO(file.read_bytes()), None)
    assert merge.new["check_in"] == 1
    assert [day.back_pain for day in days(two.phone)][-1] == 4
    assert backup.look_at_merge(
        two.phone, io.BytesIO(file.read_bytes()), None
    ).merge.changes_nothing


@pytest.mark.full
def test_a_locked_file_is_taken_in_and_a_wrong_word_changes_nothing(two: Two) -> None:
    diary.answer(two.phone, TODAY, Scale.BACK, 4)
    file = made(two.phone, WORDS)
    before = everything(two.computer)
    assert (
        refused_with(lambda: backup.merge(two.computer, io.BytesIO(file), "forkert forkert"))
        == "error.backup_passphrase"
    )
    assert everything(two.computer) == before
    assert backup.merge(two.computer, io.BytesIO(file), WORDS).new["check_in"] == 1


@pytest.mark.full
def test_a_name_that_differs_is_told(two: Two) -> None:
    person.change_profile(two.phone, "first_name", "Åse")
    seen = backup.look_at_merge(two.computer, io.BytesIO(made(two.phone)), None)
    assert not seen.names.differ
    person.change_profile(two.computer, "first_name", "Bent")
    seen = backup.look_at_merge(two.computer, io.BytesIO(made(two.phone)), None)
    assert (seen.names.here, seen.names.file, seen.names.differ) == ("Bent", "Åse", True)


# --- whatever was done ---------------------------------------------------------------------------

Doing = Callable[[Services], object]


def _answer(day: int, scale: Scale, value: int | None) -> Doing:
    return lambda services: diary.answer(services, TODAY - timedelta(days=day), scale, value)


def _skip(day: int, scale: Scale) -> Doing:
    return lambda services: diary.skip(services, TODAY - timedelta(days=day), scale.value)


def _log(minutes: int) -> Doing:
    return lambda services: activity.log_activity(services, ActivityKind.WALK, minutes)


def _remove(which: int) -> Doing:
    def doing(services: Services) -> None:
        there = services.activities.all()
        if there:
            activity.remove_activity(services, there[which % len(there)].id)

    return doing


def _level(group: Group, level: Level) -> Doing:
    return lambda services: care_plan.set_level(services, group, level)


DAYS, SCALES = st.integers(0, 2), st.sampled_from(list(Scale))
DOING = st.one_of(
    st.builds(_answer, DAYS, SCALES, st.none() | st.integers(0, 10)),
    st.builds(_skip, DAYS, SCALES),
    st.builds(_log, st.integers(1, 90)),
    st.builds(_remove, st.integers(0, 5)),
    st.builds(_level, st.sampled_from(list(Group)), st.sampled_from(list(Level))),
)
# What is done, on which of the two (None: one takes the other in), and how long after the last.
STORY = st.lists(
    st.tuples(st.sampled_from([0, 1]), st.none() | DOING, st.integers(0, 3)), max_size=14
)


def shown(side: Rows) -> object:
    """What a person sees of it, whoever they are on which device."""
    tables = {
        name: sorted(
            (
                sorted((k, v) for k, v in row.items() if k != "person_id")
                for row in side.rows[name].values()
            ),
            key=repr,
        )
        for name in ("check_in", "activity", "care_plan")
    }
    return tables


def ids(side: Rows) -> set[tuple[str, str]]:
    there = {
        (name, str(row.get("id") or row.get("day")))
        for name in ("check_in", "activity", "care_plan")
        for row in side.rows[name].values()
    }
    lines = {(row["noun"], row["key"]) for row in side.history}
    return there | {line for line in lines if line[0] in ("check_in", "activity")}


def _play(two: Two, story: Any) -> None:
    both = two.phone, two.computer
    for where, doing, minutes in story:
        two.later(minutes)
        if doing is None:
            taken(both[where], both[1 - where])
        else:
            doing(both[where])


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(story=STORY)
@pytest.mark.full
def test_both_ways_end_the_same_nothing_is_lost_and_twice_is_once(
    story: Any, tmp_path_factory: pytest.TempPathFactory, new_folder: Path
) -> None:
    _holds_for(story, tmp_path_factory, new_folder)


@pytest.mark.full
@pytest.mark.timeout(1200)
@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
@given(story=STORY)
def test_a_thousand_stories_end_the_same_both_ways(
    story: Any, tmp_path_factory: pytest.TempPathFactory, new_folder: Path
) -> None:
    _holds_for(story, tmp_path_factory, new_folder)


def _holds_for(story: Any, tmp_path_factory: pytest.TempPathFactory, new_folder: Path) -> None:
    folder = tmp_path_factory.mktemp("two")
    try:
        with two_in(folder, new_folder) as two:
            _play(two, story)
            one, other = of_now(two.phone), of_now(two.computer)
            ahead, back = merged(one, other), merged(other, one)
            result = side_of(ahead.parts)
            assert shown(result) == shown(side_of(back.parts))
            assert ids(one) | ids(other) <= ids(result)
            for side in (one, other):
                assert Counter(map(_line, side.history)) <= Counter(map(_line, result.history))
            again = merged(result, other)
            assert again.merge.changes_nothing
            assert side_of(again.parts) == result
    finally:
        shutil.rmtree(folder)


def _line(row: Any) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in ("noun", "key", "field", "old", "new", "at"))


@pytest.mark.full
def test_a_thing_that_makes_no_sense_is_refused_and_nothing_changes(two: Two) -> None:
    one = trained(YESTERDAY, "3.1")
    two.phone.sessions.put(one.id, one)
    taken(two.computer, two.phone)
    with two.phone.database.writing() as connection:
        connection.exec_driver_sql("UPDATE session SET items = '\"odd\"'")
    before = everything(two.computer)
    assert refused_with(lambda: by_file(two.computer, two.phone)) == "error.backup_damaged"
    assert everything(two.computer) == before


@pytest.mark.full
def test_hostile_files_are_refused_as_a_restore_refuses_them(services: Services) -> None:
    assert why_not(services, b"RYGVEJ-BACKUP\r\n") in ("error.backup_damaged", "error.backup_cut")
    assert copies.newest_before_restore(services.database.path.parent) is None
