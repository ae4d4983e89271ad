"""A class: planned, joined late, attended by tapping names, and told in numbers only of five."""

import csv
import io
from datetime import time, timedelta

import pytest

from lbp_app.actions import class_group as classes
from lbp_app.actions import class_list
from lbp_app.actions import course as calendar
from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan as plans
from lbp_app.actions.history import undo
from lbp_app.model.class_group import MOST, spread
from lbp_app.model.course import Attendance, Contact, Slot, State
from lbp_app.model.exercise import Group, Level
from lbp_app.model.person import Role
from lbp_app.services import Services, services_for
from tests.builders import TODAY, Hand, refused_with

SLOTS = (Slot(1, time(17)), Slot(3, time(17)))
CAME, EXCUSED = Attendance.ATTENDED, Attendance.EXCUSED


@pytest.fixture
def physio(services: Services) -> Services:
    person_id = services.device.use(Role.PHYSIO)
    return services_for(services.database, person_id, services.clock, services.stop)


@pytest.fixture
def everyone(physio: Services) -> list[str]:
    return [people.add_participant(physio, name).key for name in "ABCDE"]


@pytest.fixture
def made(physio: Services, everyone: list[str]) -> str:
    """Tuesdays and Thursdays from today, a Monday, on."""
    class_id = classes.start_class(physio, "Tirsdagsholdet", TODAY, SLOTS, "Sal 2").key
    for one in everyone:
        classes.join(physio, class_id, one)
    return class_id


def which(physio: Services, made: str, number: int = 0) -> str:
    return classes.class_now(physio, made).road[number].id.partition("/")[2]


def names(found: list[people.Participant]) -> str:
    return "".join(one.name for one in found)


@pytest.mark.parametrize("undone", ["started", "removed"])
def test_a_class_that_goes_takes_all_of_it_along_and_brings_it_back(
    physio: Services, everyone: list[str], hand: Hand, undone: str
) -> None:
    started = classes.start_class(physio, "Tirsdagsholdet", TODAY, SLOTS, "Sal 2")
    made = started.key
    for one in everyone:
        classes.join(physio, made, one)
    hand.move(days=1)
    classes.everyone_came(physio, made, which(physio, made))
    calendar.cancel(physio, classes.class_now(physio, made).road[1].id)
    before = kept(physio)
    assert all(before)
    gone = undo(physio, started) if undone == "started" else classes.remove_class(physio, made)
    assert not any(kept(physio))
    gone = undo(physio, undo(physio, gone))
    undo(physio, gone)
    assert kept(physio) == before


def kept(physio: Services) -> tuple[object, ...]:
    return (
        physio.classes.all(),
        physio.courses.all(),
        physio.courses.appointments(),
        physio.classes.members(),
        physio.classes.attendance(),
    )


@pytest.mark.full
def test_it_meets_twice_a_week_for_education_and_sixteen_classes(
    physio: Services, made: str
) -> None:
    road = classes.class_now(physio, made).road
    assert [one.contact for one in road if one.held].count(Contact.CLASS) == 16
    assert road[0].contact is Contact.EDUCATION
    assert {one.day.weekday() for one in road} == {1, 3}


@pytest.mark.full
def test_starting_one_is_undone_with_its_calendar(physio: Services) -> None:
    change = classes.start_class(physio, "Hold", TODAY, SLOTS)
    undo(physio, change)
    assert classes.classes(physio) == []
    assert physio.courses.all() == []


@pytest.mark.parametrize(
    ("name", "stations", "why"),
    [("", tuple(Group), "class_name"), ("Hold", (), "class_stations"), ("x" * 41, (), "name_long")],
)
@pytest.mark.full
def test_what_is_no_class_is_refused(
    physio: Services, name: str, stations: tuple[Group, ...], why: str
) -> None:
    action = lambda: classes.start_class(physio, name, TODAY, SLOTS, "", stations)  # noqa: E731
    assert refused_with(action) == f"error.{why}"
    assert physio.courses.all() == []


@pytest.mark.full
def test_a_tap_says_who_is_here_and_is_undone(physio: Services, made: str, hand: Hand) -> None:
    hand.move(days=1, hours=8)
    first = which(physio, made)
    change = classes.everyone_came(physio, made, first)
    now = classes.class_now(physio, made)
    assert now.there(now.road[0]) == 5
    assert change is not None
    undo(physio, change)
    now = classes.class_now(physio, made)
    assert now.there(now.road[0]) == 0


@pytest.mark.full
def test_everyone_but_the_excused_came(
    physio: Services, made: str, everyone: list[str], hand: Hand
) -> None:
    first = which(physio, made)
    classes.say_who_came(physio, made, first, {everyone[0]: EXCUSED})
    hand.move(days=1)
    classes.everyone_came(physio, made, first)
    now = classes.class_now(physio, made)
    said = now.said[now.road[0].id]
    assert said[everyone[0]] is EXCUSED
    assert [*said.values()].count(CAME) == 4
    assert classes.everyone_came(physio, made, first) is None


@pytest.mark.full
def test_nobody_was_there_on_a_day_to_come(
    physio: Services, made: str, everyone: list[str]
) -> None:
    first = which(physio, made)
    action = lambda: classes.say_who_came(physio, made, first, {everyone[0]: CAME})  # noqa: E731
    assert refused_with(action) == "error.future_day"


@pytest.mark.full
def test_late_joiners_are_there_from_their_day_on(physio: Services, made: str, hand: Hand) -> None:
    hand.move(days=10)
    late = people.add_participant(physio, "F").key
    classes.join(physio, made, late)
    now = classes.class_now(physio, made)
    assert names(now.on(TODAY)) == "ABCDE"
    assert names(now.people) == "ABCDEF"


def test_whoever_leaves_stays_in_what_was(
    physio: Services, made: str, everyone: list[str], hand: Hand
) -> None:
    hand.move(days=10)
    change = classes.leave(physio, made, everyone[0])
    now = classes.class_now(physio, made)
    assert names(now.people) == "BCDE"
    assert names(now.on(TODAY)) == "ABCDE"
    undo(physio, change)
    assert names(classes.class_now(physio, made).people) == "ABCDE"


@pytest.mark.full
def test_there_is_room_for_twenty(physio: Services, made: str) -> None:
    for at in range(MOST - 5):
        classes.join(physio, made, people.add_participant(physio, f"X{at}").key)
    one_more = people.add_participant(physio, "Z").key
    assert refused_with(lambda: classes.join(physio, made, one_more)) == "error.class_full"


@pytest.mark.full
def test_a_cancelled_evening_is_held_at_the_end(physio: Services, made: str) -> None:
    now = classes.class_now(physio, made)
    lesson = next(one for one in now.road if one.contact is Contact.CLASS)
    calendar.cancel(physio, lesson.id)
    after = classes.class_now(physio, made).road
    assert [one.state for one in after].count(State.CANCELLED) == 1
    assert sum(one.held and one.contact is Contact.CLASS for one in after) == 16


@pytest.mark.full
def test_moving_one_of_an_older_class_does_not_touch_the_newer(
    physio: Services, made: str, hand: Hand
) -> None:
    hand.move(days=1)
    newer = classes.start_class(physio, "Nyt", TODAY + timedelta(days=7), SLOTS).key
    one = classes.class_now(physio, made).road[2]
    calendar.move(physio, one.id, one.day + timedelta(days=1), None)
    assert all(each.state is not State.MOVED for each in classes.class_now(physio, newer).road)
    assert any(each.state is State.MOVED for each in classes.class_now(physio, made).road)


@pytest.mark.full
def test_one_who_is_deleted_leaves_every_list(
    physio: Services, made: str, everyone: list[str]
) -> None:
    people.remove_participant(physio, everyone[0])
    assert names(classes.class_now(physio, made).people) == "BCDE"


@pytest.mark.parametrize(("count", "told"), [(4, False), (5, True)])
def test_levels_are_counted_of_five_or_more(count: int, told: bool) -> None:
    assert (spread([Level.TWO] * count) is not None) is told


def test_the_list_has_names_levels_and_who_came_and_no_formula(
    physio: Services, made: str, everyone: list[str], hand: Hand
) -> None:
    people.rename_participant(physio, everyone[0], "=1+1", "14")
    people.write_own_note(physio, everyone[0], "hemmeligt")
    plans.set_eight(physio, everyone[1], "23120143")
    hand.move(days=1)
    classes.say_who_came(physio, made, which(physio, made), {everyone[1]: CAME})
    content = class_list.as_csv(physio, made)
    assert "hemmeligt" not in content.decode()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 6
    listed = {row[0]: row for row in rows[1:]}
    assert listed["B"][2:10] == ["2", "3", "1", "2", "", "1", "4", "3"]
    assert listed["B"][10] == "var her"
    assert not any(name.startswith("=") for name in listed)
    assert class_list.as_paper(physio, made).startswith(b"%PDF")
    assert [one.what for one in physio.hand_overs.all()] == ["class_list", "class_list"]
