"""Participants and a class handed over to a colleague in a locked file."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from lbp_app.actions import class_group as classes
from lbp_app.actions import class_plan, colleague, history
from lbp_app.actions import course as calendar
from lbp_app.actions import followed_class as followed
from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan as plans
from lbp_app.exchange import colleague as exchange
from lbp_app.exchange import participant_report
from lbp_app.exchange.sealed import Cost, seal
from lbp_app.model.class_group import MOST
from lbp_app.model.course import Attendance, Contact, Slot, State
from lbp_app.model.exercise import Group, Level
from lbp_app.model.participant import history_by_day
from lbp_app.model.participant_report import ParticipantReport
from lbp_app.model.person import Role
from lbp_app.model.prescription import Refusal
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.builders import Hand, refused_with

CHEAP = Cost(1, 1, 8)
WORD = "korrekt hest batteri"
DAMAGED = "error.colleague_damaged"


def physio_of(services: Services) -> Services:
    person_id = services.device.use(Role.PHYSIO)
    return services_for(services.database, person_id, services.clock, services.stop)


@pytest.fixture
def physio(services: Services) -> Services:
    return physio_of(services)


@pytest.fixture
def other(tmp_path: Path, hand: Hand) -> Iterator[Services]:
    """The colleague's device."""
    clock = hand.clock()
    database = open_database(tmp_path / "other", clock)
    person_id, _ = DeviceStore(database).active_person()
    yield physio_of(services_for(database, person_id, clock, lambda: None))
    database.close()


@pytest.fixture
def birgit(physio: Services, hand: Hand) -> str:
    made = people.add_participant(physio, "Birgit", "14").key
    plans.set_eight(physio, made, "23120143")
    people.write_own_note(physio, made, "hemmelig note")
    hand.move(days=14)
    plans.set_level(physio, made, Group.BEND, Level.THREE)
    plans.say_why(physio, made, "Går let")
    return made


def handed(physio: Services, who: str) -> bytes:
    return colleague.hand_participant(physio, who, WORD, CHEAP)


@pytest.mark.full
def test_a_participant_comes_whole_and_without_the_note(
    physio: Services, other: Services, birgit: str
) -> None:
    colleague.take_in(other, colleague.look_into(other, handed(physio, birgit), WORD))
    (one,) = people.participants(other)
    assert (one.called, one.note, one.tag) == ("Birgit · 14", "", "")
    told = history_by_day(other.participant_plans.of(one.id))
    assert told == history_by_day(physio.participant_plans.of(birgit))
    plans.set_level(other, one.id, Group.BEND, Level.FOUR)
    assert len(history_by_day(other.participant_plans.of(one.id))) == 2


@pytest.mark.full
def test_the_note_is_in_no_byte_of_what_is_written(physio: Services, birgit: str) -> None:
    read = colleague.look_into(physio, handed(physio, birgit), WORD)
    assert "hemmelig" not in repr(read)


@pytest.mark.full
def test_somebody_who_is_called_the_same_is_marked(physio: Services, birgit: str) -> None:
    colleague.take_in(physio, colleague.look_into(physio, handed(physio, birgit), WORD))
    assert sorted(one.called for one in people.participants(physio)) == [
        "Birgit · 14",
        "Birgit · 14 +",
    ]


def test_a_class_comes_with_its_evenings(
    physio: Services, other: Services, birgit: str, hand: Hand
) -> None:
    start = physio.clock.today()
    made = classes.start_class(physio, "Hold", start, (Slot(1, time(17)), Slot(3, time(17)))).key
    classes.join(physio, made, birgit)
    hand.move(days=3)
    first, _, third, *_ = classes.class_now(physio, made).road
    which = first.id.partition("/")[2]
    classes.say_who_came(physio, made, which, {birgit: Attendance.ATTENDED})
    calendar.cancel(physio, third.id)
    data = colleague.hand_class(physio, made, WORD, CHEAP)
    colleague.take_in(other, colleague.look_into(other, data, WORD))
    (theirs,) = classes.classes(other)
    ours = classes.class_now(physio, made)
    assert [(one.day, one.state) for one in theirs.road] == [
        (one.day, one.state) for one in ours.road
    ]
    assert [one.called for one in theirs.people] == ["Birgit · 14"]
    assert theirs.there(theirs.road[0]) == 1


@pytest.mark.parametrize("people_over_time", [0, 41])
def test_a_class_of_nobody_and_of_many_over_time_comes_over(
    physio: Services, other: Services, hand: Hand, people_over_time: int
) -> None:
    slots = (Slot(1, time(17)), Slot(3, time(17)))
    made = classes.start_class(physio, "Hold", physio.clock.today(), slots).key
    for number in range(people_over_time):
        if number % MOST == 0:
            hand.move(days=1)
            for one in classes.class_now(physio, made).people:
                classes.leave(physio, made, one.id)
        classes.join(physio, made, people.add_participant(physio, "Bo", str(number)).key)
    hand.move(days=1)
    data = colleague.hand_class(physio, made, WORD, CHEAP)
    colleague.take_in(other, colleague.look_into(other, data, WORD))
    assert len(people.participants(other)) == people_over_time
    (there,) = classes.classes(other)
    assert len(there.people) == people_over_time % MOST


@pytest.fixture
def led(physio: Services, birgit: str) -> str:
    """A class on Tuesdays and Thursdays, with Birgit in it."""
    start = physio.clock.today()
    made = classes.start_class(physio, "Hold", start, (Slot(1, time(17)), Slot(3, time(17)))).key
    classes.join(physio, made, birgit)
    return made


def on_the_wall(physio: Services, made: str) -> str:
    return class_plan.text_of(physio, classes.class_now(physio, made))


def over(physio: Services, made: str, other: Services) -> str:
    """The class as the colleague has it from now on."""
    before = {one.group.id for one in classes.classes(other)}
    data = colleague.hand_class(physio, made, WORD, CHEAP)
    colleague.take_in(other, colleague.look_into(other, data, WORD))
    (new,) = {one.group.id for one in classes.classes(other)} - before
    return new


@pytest.mark.full
def test_whoever_follows_a_class_stays_in_it_when_a_colleague_goes_on(
    physio: Services, other: Services, led: str, hand: Hand, services: Services
) -> None:
    services.device.use(Role.PATIENT)
    followed.join(services, followed.look_at(services, on_the_wall(physio, led)))
    hand.move(days=9)
    mine = calendar.course_now(services)
    assert mine is not None
    first, second, *_ = (one for one in mine.road if one.contact is Contact.CLASS)
    calendar.say_attendance(services, first.id, Attendance.ATTENDED)
    assert over(physio, led, other) == led
    assert refused_with(lambda: followed.look_at(services, on_the_wall(other, led))) == (
        Refusal.CLASS_SAME
    )
    hand.move(minutes=1)
    calendar.cancel(other, second.id)
    seen = followed.look_at(services, on_the_wall(other, led))
    assert seen.known
    followed.join(services, seen)
    mine = calendar.course_now(services)
    assert mine is not None and mine.course.id == led
    found = {one.id: one for one in mine.road}
    assert found[first.id].attendance is Attendance.ATTENDED
    assert found[second.id].state is State.CANCELLED


def test_a_class_that_is_here_comes_beside(physio: Services, led: str) -> None:
    data = colleague.hand_class(physio, led, WORD, CHEAP)
    assert colleague.is_here(physio, colleague.look_into(physio, data, WORD))
    assert over(physio, led, physio) != led
    ours, theirs = (classes.class_now(physio, one.group.id) for one in classes.classes(physio))
    assert {one.called for one in (*ours.people, *theirs.people)} == {
        "Birgit · 14",
        "Birgit · 14 +",
    }


@pytest.mark.full
def test_a_class_comes_back_in_the_place_of_the_one_that_was_let_go(
    physio: Services, other: Services, led: str, hand: Hand
) -> None:
    hand.move(days=3)
    road = classes.class_now(physio, led).road
    calendar.cancel(physio, road[3].id)
    classes.everyone_came(physio, led, road[0].id.partition("/")[2])
    assert over(physio, led, other) == led
    calendar.as_planned(other, road[3].id)
    classes.remove_class(physio, led)
    data = colleague.hand_class(other, led, WORD, CHEAP)
    assert not colleague.is_here(physio, colleague.look_into(physio, data, WORD))
    assert over(other, led, physio) == led
    now = classes.class_now(physio, led)
    assert [one.called for one in now.people] == ["Birgit · 14 +"]
    assert now.there(now.road[0]) == 1
    assert [one.state for one in now.road] == [
        one.state for one in classes.class_now(other, led).road
    ]


@pytest.mark.full
def test_a_wrong_passphrase_and_a_spoilt_file_change_nothing(
    physio: Services, other: Services, birgit: str
) -> None:
    data = handed(physio, birgit)
    assert refused_with(lambda: colleague.look_into(other, data, "noget andet")) == (
        "error.backup_passphrase"
    )
    spoilt = data[:-20] + bytes([data[-20] ^ 1]) + data[-19:]
    assert refused_with(lambda: colleague.look_into(other, spoilt, WORD)) == "error.backup_damaged"
    assert refused_with(lambda: colleague.look_into(other, b"%PDF", WORD)) == "error.backup_other"
    assert people.participants(other) == []


def content(physio: Services, who: str) -> dict[str, Any]:
    from io import BytesIO

    from lbp_app.exchange.sealed import unseal

    parts = unseal(BytesIO(handed(physio, who)), WORD)
    return json.loads(b"".join(parts))  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "noget"),
        (("version",), 2),
        (("people",), []),
        (("people", 0, "name"), "010170-1234"),
        (("people", 0, "name"), ""),
        (("people", 0, "name"), 3),
        (("people", 0, "at"), "2026-10-05T07:00:00"),
        (("people", 0, "id"), "../x"),
        (("plans", 0, "levels"), [1, 2, 3]),
        (("plans", 0, "levels"), [9] * 8),
        (("plans", 0, "participant"), "f" * 32),
        (("plans", 0, "why"), {"1": "se 010170-1234"}),
        (("plans", 0, "details"), {"1": {"variation": "z"}}),
        (("class",), {"id": "x"}),
    ],
)
@pytest.mark.full
def test_what_the_app_would_refuse_does_not_come_in(
    physio: Services, birgit: str, path: tuple[str | int, ...], value: object
) -> None:
    said: object = content(physio, birgit)
    at = said
    for step in path[:-1]:
        at = at[step]  # type: ignore[index]
    at[path[-1]] = value  # type: ignore[index]
    data = b"".join(seal([json.dumps(said).encode()], WORD, CHEAP))
    assert refused_with(lambda: exchange.opened(data, WORD)) == DAMAGED


def test_noise_that_was_sealed_is_refused(physio: Services) -> None:
    for noise in (b"", b"null", b"[" * 5000, b"\xff", b'{"format": 1}', b"1e999"):
        data = b"".join(seal([noise], WORD, CHEAP))
        assert refused_with(lambda data=data: exchange.opened(data, WORD)) == DAMAGED  # type: ignore[misc]


# --- handed back --------------------------------------------------------------------------------


def back(other: Services, who: str, physio: Services) -> colleague.HandedPeople:
    """What the colleague hands back, looked into here."""
    return colleague.look_into(physio, handed(other, who), WORD)


@pytest.fixture
def lent(physio: Services, other: Services, birgit: str, hand: Hand) -> str:
    """Birgit is with the colleague, who has gone on with her."""
    colleague.take_in(other, colleague.look_into(other, handed(physio, birgit), WORD))
    hand.move(days=7)
    plans.set_level(other, birgit, Group.BEND, Level.FOUR)
    return birgit


def levels_of(services: Services, who: str) -> list[Level]:
    newest = services.participant_plans.newest()[who]
    return [newest.plan.levels[group] for group in Group]


def test_who_is_handed_back_is_recognised_and_put_together(
    physio: Services, other: Services, lent: str
) -> None:
    people.rename_participant(other, lent, "B", "99")
    seen = back(other, lent, physio)
    (one,) = colleague.recognised(physio, seen)
    assert (one.mine.called, one.theirs.called) == ("Birgit · 14", "B · 99")
    assert one.before and one.before.prescribed(Group.BEND) is Level.THREE
    assert one.after and one.after.prescribed(Group.BEND) is Level.FOUR
    colleague.take_in(physio, seen, {lent})
    (mine,) = people.participants(physio)
    assert (mine.id, mine.called, mine.note) == (lent, "Birgit · 14", "hemmelig note")
    assert levels_of(physio, lent) == levels_of(other, lent)
    told = history_by_day(physio.participant_plans.of(lent))
    assert told == history_by_day(other.participant_plans.of(lent))
    assert (
        colleague.recognised(physio, seen)[0].before == colleague.recognised(physio, seen)[0].after
    )


def test_taken_in_twice_adds_nothing(physio: Services, other: Services, lent: str) -> None:
    seen = back(other, lent, physio)
    for _ in range(2):
        colleague.take_in(physio, seen, {lent})
    assert len(physio.participant_plans.of(lent)) == len(other.participant_plans.of(lent))
    assert len(people.participants(physio)) == 1


@pytest.mark.full
def test_whoever_set_levels_last_has_them_in_force(
    physio: Services, other: Services, lent: str, hand: Hand
) -> None:
    hand.move(days=1)
    plans.set_level(physio, lent, Group.BEND, Level.TWO)
    colleague.take_in(physio, back(other, lent, physio), {lent})
    assert physio.participant_plans.newest()[lent].prescribed(Group.BEND) is Level.TWO
    told = [one.plan.levels[Group.BEND] for one in physio.participant_plans.of(lent)]
    assert told[-2:] == [Level.FOUR, Level.TWO]


def test_what_came_together_can_be_undone(physio: Services, other: Services, lent: str) -> None:
    colleague.take_in(physio, back(other, lent, physio), {lent})
    change = physio.history.of("participant_plan", lent)[-1]
    history.undo(physio, change)
    assert physio.participant_plans.newest()[lent].prescribed(Group.BEND) is Level.THREE


def test_nobody_is_put_together_without_being_asked(
    physio: Services, other: Services, lent: str
) -> None:
    before = people.participant(physio, lent), levels_of(physio, lent)
    colleague.take_in(physio, back(other, lent, physio))
    assert (people.participant(physio, lent), levels_of(physio, lent)) == before
    assert [one.called for one in people.participants(physio)] == ["Birgit · 14", "Birgit · 14 +"]


def test_a_hostile_file_changes_nothing_of_a_participant(
    physio: Services, other: Services, lent: str
) -> None:
    """Whoever knows an id: name, number, note, pairing and reports stay even when it is taken."""
    mine = replace(people.participant(physio, lent), tag="ab" * 8, box="cd" * 32, sequence=4)
    physio.participants.put(mine)
    kept = report_for(physio, lent, "rigtig")
    physio.participant_reports.put(kept)
    said = content(other, lent)
    said["people"][0] |= {
        "name": "Ond",
        "tag": "00" * 8,
        "box": "00" * 32,
        "sequence": 2**40,
        "note": "x",
        "removed": "2020-01-01",
    }
    forged = exchange._report_told(replace(kept, told={**kept.told, "question": "forfalsket"}))
    said["reports"] = [forged]
    data = b"".join(seal([json.dumps(said).encode()], WORD, CHEAP))
    colleague.take_in(physio, colleague.look_into(physio, data, WORD), {lent})
    assert people.participant(physio, lent) == mine
    assert [one.told["question"] for one in physio.participant_reports.of(lent)] == ["rigtig"]


@pytest.mark.parametrize("where", ["people", "plans", "reports"])
def test_a_file_of_a_day_to_come_is_refused(
    physio: Services, other: Services, lent: str, where: str
) -> None:
    """Its levels would be in force for ever, and no report would be newer."""
    other.participant_reports.put(report_for(other, lent, "x"))
    said = content(other, lent)
    said[where][-1]["at"] = "2099-01-01T00:00:00+00:00"
    data = b"".join(seal([json.dumps(said).encode()], WORD, CHEAP))
    assert refused_with(lambda: colleague.look_into(physio, data, WORD)) == DAMAGED


def test_a_report_with_a_number_of_a_day_to_come_is_refused(
    physio: Services, other: Services, lent: str
) -> None:
    other.participant_reports.put(replace(report_for(other, lent, "x"), sequence=2**50))
    assert refused_with(lambda: back(other, lent, physio)) == DAMAGED


def test_one_who_was_deleted_comes_back_with_what_was_kept(
    physio: Services, other: Services, lent: str, hand: Hand
) -> None:
    people.remove_participant(physio, lent)
    seen = back(other, lent, physio)
    colleague.take_in(physio, seen, {lent})
    assert people.participant(physio, lent).note == "hemmelig note"
    people.remove_participant(physio, lent)
    hand.move(days=2)
    assert colleague.recognised(physio, seen) == []
    colleague.take_in(physio, seen)
    (one,) = people.participants(physio)
    assert (one.id, one.called, one.note) == (lent, "Birgit · 14", "")
    assert levels_of(physio, lent) == levels_of(other, lent)


def test_a_class_handed_back_has_the_same_people(
    physio: Services, other: Services, led: str, birgit: str, hand: Hand
) -> None:
    over(physio, led, other)
    hand.move(days=3)
    classes.everyone_came(other, led, classes.class_now(other, led).road[0].id.partition("/")[2])
    data = colleague.hand_class(other, led, WORD, CHEAP)
    classes.remove_class(physio, led)
    colleague.take_in(physio, colleague.look_into(physio, data, WORD), {birgit})
    now = classes.class_now(physio, led)
    assert [one.id for one in now.people] == [birgit]
    assert now.there(now.road[0]) == 1
    assert [one.id for one in people.participants(physio)] == [birgit]


def test_a_class_that_is_here_comes_beside_with_the_same_people(
    physio: Services, other: Services, led: str, birgit: str
) -> None:
    over(physio, led, other)
    data = colleague.hand_class(other, led, WORD, CHEAP)
    colleague.take_in(physio, colleague.look_into(physio, data, WORD), {birgit})
    both = [classes.class_now(physio, one.group.id) for one in classes.classes(physio)]
    assert [[one.id for one in each.people] for each in both] == [[birgit], [birgit]]


def report_for(services: Services, who: str, question: str) -> ParticipantReport:
    clock, day = services.clock, services.clock.today()
    told = {"first": day.isoformat(), "last": day.isoformat(), "parts": [], "question": question}
    plain = participant_report.plain_told(participant_report.told_of(told))
    now, zone = clock.now(), clock.zone_name()
    return ParticipantReport("a" * 32, who, 1, day, plain, day, now, zone)
