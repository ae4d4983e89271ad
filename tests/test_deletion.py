"""Deleting one thing, a period, one kind: gone at once, undone for a while, then no byte left."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from datetime import date, timedelta
from datetime import time as clock_time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from lbp_app.actions import (
    activity,
    backup,
    balance,
    care_plan,
    course,
    deletion,
    diary,
    doctor_card,
    exercise,
    flare,
    follow_up,
    goal,
    pause,
    person,
    progression,
    reading,
    reflection,
    reminder,
    screening,
    session,
)
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.app import look_after
from lbp_app.model.activity import ActivityKind
from lbp_app.model.balance import Side
from lbp_app.model.course import Setting, Slot
from lbp_app.model.deletion import WINDOW, Deleted, Kind, Scope
from lbp_app.model.diary import Scale
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.exercise import Group, Level
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.home_test import HomeTest
from lbp_app.model.pairing import TOLD_LAST
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.reminder import Thing
from lbp_app.model.report import Period
from lbp_app.model.screening import not_reached
from lbp_app.services import Services, services_for
from lbp_app.store import copies
from lbp_app.store.kept_of import BELONGS_TO_THE_PERSON, KEPT
from lbp_app.store.session import open_database
from lbp_app.store.tables import metadata
from tests.builders import TODAY, YESTERDAY, Hand, one_in, other_person, refused_with
from tests.filled import take_plan, teach
from tests.process import heard, process, services_in
from tests.test_doctor_card import check
from tests.test_mydata import PROPOSAL
from tests.trained import trained

SECRETS = {
    Kind.PROFILE: "Navnhemmelig",
    Kind.DIARY: "Dagbogshemmelig",
    Kind.FLARES: "Pausehemmelig",
    Kind.TRAINING: "Traeningshemmelig",
    Kind.ACTIVITIES: "Havehemmelig",
    Kind.LEVELS: "Trinhemmelig",
    Kind.COURSE: "Stedhemmelig",
    Kind.PLANS: "Planhemmelig",
    Kind.PARTICIPANTS: "Deltagerhemmelig",
    Kind.CHECKS: "leg_weakness_mild_recent",
    Kind.DOCTOR: "Laegehemmelig",
    Kind.LEARNING: "Tankehemmelig",
    Kind.BALANCE: "Vaegthemmelig",
}


@pytest.fixture
def full(services: Services) -> Services:
    """Something of every kind, corrected once, and daily copies of it."""
    with services.database.not_waiting():
        fill(services)
    return services


def fill(services: Services) -> None:
    for text in ("Navnhemmelig A", "Navnhemmelig B"):
        person.change_profile(services, "doctor_name", text)
    for text in ("Dagbogshemmelig A", "Dagbogshemmelig B"):
        diary.write_note(services, TODAY, text)
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    flare.start_flare(services)
    pause.pause(services, Paused.REMINDERS, PausedBy.PERSON, why="Pausehemmelig")
    one = trained(TODAY, "3.1")
    services.sessions.put(one.id, one)
    session.reflect(services, one.id, "Traeningshemmelig")
    exercise.say_how_safe(services, "6.1", 2)
    exercise.keep_note(services, "6.1", "Traeningshemmelig")
    progression.decline_step(services, PROPOSAL)
    activity.log_activity(services, ActivityKind.GARDEN, 45, TODAY, note="Havehemmelig")
    care_plan.set_level(services, Group.RISE, Level.TWO, "Trinhemmelig")
    care_plan.try_level(services, Group.BACK, Level.THREE)
    care_plan.note_home_test(services, HomeTest.CHAIR_STANDS, 11)
    check(services, "leg_weakness_mild_recent")
    doctor_card.write(services, CardPart.REASON, "Laegehemmelig")
    reading.finish_lesson(services, "balance")
    reflection.write_reflection(services, "balance", "one_thing", "Tankehemmelig")
    balance.lay_own(services, TODAY, Side.LOAD, "Vaegthemmelig")
    slots = [Slot(1, clock_time(17)), Slot(3)]
    course.set_up(services, Setting.CLASS, TODAY, slots, "Stedhemmelig")
    goal.rate_goal(services, goal.set_goal(services, "Stedhemmelig").key, 3)
    take_plan(services, "Planhemmelig")
    reminder.turn(services, Thing.WALK, True)
    teach(services, "Deltagerhemmelig")
    note_hand_over(services, HandedOver.JSON, 99)
    copies.make_daily(services.database, services.clock)
    copies.keep_before_restore(services.database, services.clock)


def test_a_connection_takes_its_key_and_what_was_told_last_along(services: Services) -> None:
    take_plan(services, "Planhemmelig")
    (one,) = services.pairings.all()
    told = {"sequence": 1, "first": TODAY.isoformat(), "until": TODAY.isoformat()}
    services.device.put(f"{TOLD_LAST}{services.person.get().id}", {"last": {one.id: told}})
    copies.make_daily(services.database, services.clock)
    before = on_device(services.database.path, one.id), services.pairings.secret(one.id)
    assert len(before[0]) == 2
    deleted = deletion.delete(services, deletion.of_kind(Kind.PLANS))
    assert services.pairings.secret(one.id) is None
    deletion.undo(services, deleted)
    assert (on_device(services.database.path, one.id), services.pairings.secret(one.id)) == before
    deletion.delete(services, deletion.of_kind(Kind.PLANS))
    deletion.finish(services, now=True)
    for file in [services.database.path, *copies.all_beside(services.database.path)]:
        assert on_device(file, one.id) == []


def on_device(file: Path, pairing_id: str) -> list[str]:
    """The places where something of it stands."""
    with closing(sqlite3.connect(file)) as opened:
        rows = opened.execute("SELECT key, value FROM device").fetchall()
    return sorted(key for key, value in rows if pairing_id in key + value)


def again(services: Services) -> Services:
    """As another start would find it."""
    person_id, _ = services.device.active_person()
    return services_for(services.database, person_id, services.clock, services.stop)


def everything(services: Services) -> dict[str, list[tuple[Any, ...]]]:
    """Without the note about the deleting itself."""
    with services.database.reading() as connection:
        told = {
            name: sorted(map(tuple, connection.execute(select(made))), key=str)
            for name, made in metadata.tables.items()
        }
    told["history"] = [row for row in told["history"] if row[2] != "deletion"]
    return told


def found_in(folder: Path, word: str) -> list[str]:
    forms = (word.encode(), json.dumps(word).strip('"').encode())
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if any(form in file.read_bytes() for form in forms)]


def folder_of(services: Services) -> Path:
    return services.database.path.parent


def test_every_table_of_a_person_belongs_to_a_kind() -> None:
    """A new table has to say in store/kept_of.py what it holds."""
    of_person = {name for name, made in metadata.tables.items() if "person_id" in made.c}
    assert {of.table for of in KEPT} | BELONGS_TO_THE_PERSON == of_person


@pytest.mark.parametrize("kind", one_in(3, SECRETS))
@pytest.mark.full
def test_one_kind_is_gone_from_every_file_when_the_time_has_passed(
    full: Services, hand: Hand, kind: Kind
) -> None:
    folder, word = folder_of(full), SECRETS[kind]
    assert len(found_in(folder, word)) >= 3, "in the database and in both copies"
    others = {other: len(found_in(folder, SECRETS[other])) for other in SECRETS if other != kind}
    deletion.delete(full, deletion.of_kind(kind))
    hand.move(milliseconds=WINDOW - 1)
    look_after(full)
    assert deletion.undoable(full), "it can still be undone"
    hand.move(milliseconds=2)
    look_after(full)
    assert found_in(folder, word) == []
    assert deletion.undoable(full) == []
    for other, count in others.items():
        assert len(found_in(folder, SECRETS[other])) >= min(count, 1), other
    assert copies.newest(folder), "the copies are whole and still there"


@pytest.mark.parametrize("kind", one_in(3, Kind))
@pytest.mark.full
def test_a_deletion_that_is_undone_leaves_everything_as_it_was(full: Services, kind: Kind) -> None:
    before = everything(full)
    deleted = deletion.delete(full, deletion.of_kind(kind))
    assert everything(full) != before
    assert set(deleted.counts) == {of.table for of in KEPT if of.kind is kind and here(before, of)}
    deletion.undo(full, deleted)
    after = everything(full)
    assert after == before
    look_after(full)
    assert everything(full) == before


def here(told: dict[str, list[Any]], of: Any) -> bool:
    person = of.table == "pause"
    rows = [row for row in told[of.table] if not person or of.only({"by": row[3]})]
    return bool(rows)


@pytest.mark.full
def test_one_thing_goes_and_its_neighbours_stay(full: Services) -> None:
    other = activity.log_activity(full, ActivityKind.WALK, 20, TODAY)
    things = {thing.table: thing for thing in deletion.things_on(full, TODAY)}
    assert {"check_in", "session", "activity", "screening", "balance"} <= set(things)
    garden = next(
        one for one in deletion.things_on(full, TODAY) if one.values.get("note") == "Havehemmelig"
    )
    deletion.delete(full, deletion.of_thing(garden))
    deletion.finish(full, now=True)
    assert [one.id for one in again(full).activities.all()] == [other.key]
    assert found_in(folder_of(full), "Havehemmelig") == []
    assert found_in(folder_of(full), "Dagbogshemmelig")


@pytest.mark.full
def test_a_period_takes_what_lies_in_it(full: Services) -> None:
    scope = deletion.of_period(full, TODAY, TODAY)
    counts = deletion.what_would_go(full, scope)
    assert counts["check_in"] == 1
    deletion.delete(full, scope)
    deletion.finish(full, now=True)
    left = again(full)
    assert [one.day for one in left.diary.between(TODAY - timedelta(days=9), TODAY)] == [YESTERDAY]
    assert left.sessions.all() == []
    assert left.doctor_card.get().text(CardPart.REASON) == "Laegehemmelig", "it has no day"
    for word in ("Dagbogshemmelig", "Havehemmelig", "Tankehemmelig", "Vaegthemmelig"):
        assert found_in(folder_of(full), word) == []


@pytest.mark.full
def test_what_had_been_taken_back_already_goes_too(full: Services) -> None:
    """It lies in the history only."""
    made = activity.log_activity(full, ActivityKind.SWIM, 30, TODAY, note="Svoemmehemmelig")
    activity.remove_activity(full, made.key)
    assert found_in(folder_of(full), "Svoemmehemmelig")
    deletion.delete(full, deletion.of_period(full, TODAY, TODAY))
    deletion.finish(full, now=True)
    assert found_in(folder_of(full), "Svoemmehemmelig") == []


@pytest.mark.full
def test_a_pause_of_safety_stays_until_its_check_is_deleted(services: Services) -> None:
    check(services, "saddle_numbness")
    safety = [one for one in services.pauses.all() if one.by is PausedBy.SAFETY]
    assert safety
    assert refused_with(lambda: deletion.delete(services, Scope(Kind.FLARES))) == (
        "error.delete_nothing"
    )
    deletion.delete(services, Scope(Kind.CHECKS))
    assert again(services).pauses.all() == []


def stopped_since(services: Services) -> dict[Paused, list[tuple[int, bool]]]:
    """The days of October on which pauses for safety began, and whether they still hold."""
    made = again(services).pauses.all()
    return {
        what: [
            (one.start.day, one.lifted is None)
            for one in made
            if one.what is what and one.by is PausedBy.SAFETY
        ]
        for what in (Paused.EXERCISE, Paused.REMINDERS)
    }


def both(*spans: tuple[int, bool]) -> dict[Paused, list[tuple[int, bool]]]:
    return {Paused.EXERCISE: [*spans], Paused.REMINDERS: [*spans]}


def delete_one(services: Services, table: str, day: date) -> Deleted:
    things = [one for one in deletion.things_on(services, day) if one.table == table]
    return deletion.delete(services, deletion.of_thing(things[0]))


def test_with_its_only_check_a_pause_of_safety_goes(services: Services) -> None:
    check(services, "saddle_numbness")
    before = everything(services)
    assert not [one for one in deletion.things_on(services, TODAY) if one.table == "pause"]
    deleted = delete_one(services, "screening", TODAY)
    assert deleted.counts == {"screening": 1, "pause": 2}
    assert stopped_since(services) == both()
    assert not [row for row in everything(services)["history"] if "pause" in row]
    deletion.undo(services, deleted)
    assert everything(services) == before


def test_while_another_check_waits_for_a_doctor_the_pause_stays(
    services: Services, hand: Hand
) -> None:
    check(services, "saddle_numbness")
    hand.move(days=5)
    check(services, "saddle_numbness")
    before, scope = everything(services), deletion.of_period(services, TODAY, TODAY)
    deleted = deletion.delete(services, scope)
    assert deleted.counts == {"screening": 1}, "it goes on, from another day"
    assert stopped_since(services) == both((10, True))
    deletion.undo(services, deleted)
    assert everything(services) == before
    deletion.delete(services, scope)
    later = again(services)
    follow_up.talked_to_doctor(later, later.screenings.all()[-1].id)
    assert stopped_since(services) == both((10, False))


def test_a_check_that_a_deleted_answer_covered_waits_for_a_doctor_again(
    services: Services, hand: Hand
) -> None:
    check(services, "saddle_numbness")
    hand.move(days=1)
    check(services, "saddle_numbness")
    follow_up.talked_to_doctor(services, services.screenings.all()[-1].id)
    assert stopped_since(services) == both((5, False))
    deleted = delete_one(services, "screening", services.clock.today())
    assert stopped_since(services) == both((5, True))
    later = again(services)
    follow_up.talked_to_doctor(later, later.screenings.all()[0].id)
    check(later, "saddle_numbness")
    deletion.undo(services, deleted)
    assert stopped_since(services) == both((5, False), (6, True))


@pytest.mark.full
def test_in_a_copy_the_pauses_go_with_the_checks_too(services: Services, hand: Hand) -> None:
    check(services, "saddle_numbness")
    hand.move(days=5)
    check(services, "saddle_numbness")
    copies.make_daily(services.database, services.clock)
    deletion.delete(services, deletion.of_period(services, TODAY, TODAY))
    deletion.finish(services, now=True)
    for file in folder_of(services).rglob("*.db"):
        with closing(sqlite3.connect(file)) as copy:
            starts = copy.execute("SELECT DISTINCT start, lifted FROM pause").fetchall()
            told = copy.execute("SELECT count(*) FROM history WHERE noun = 'pause'").fetchone()
        assert (starts, told) == ([("2026-10-10", None)], (2,)), file


@pytest.mark.full
@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_deleted_training_waits_for_a_doctor_as_long_as_a_check_does(
    services: Services, hand: Hand, seed: int
) -> None:
    random, held = Random(seed), list[Deleted]()  # noqa: S311
    for _ in range(25):
        hand.move(hours=random.choice((1, 30)))
        now = again(services)
        known, days = now.screenings.all(), [now.clock.today()]
        days += [screening.day_of_check(now, one) for one in known]
        match random.randint(0, 5):
            case 0 | 1:
                check(now, random.choice(("saddle_numbness", "leg_weakness_mild_recent")))
            case 2 if known:
                follow_up.talked_to_doctor(now, random.choice(known).id)
            case 3 if known:
                held.append(delete_one(now, "screening", random.choice(days[1:])))
            case 4 if known:
                held.append(deletion.delete(now, deletion.of_period(now, days[1], days[1])))
            case 5 if held:
                deletion.undo(now, held.pop(random.randrange(len(held))))
        now = again(services)
        left = not_reached(now.screenings.all(), now.screenings.follow_ups())
        waits = any(one.tier in now.rules().pauses for one in left)
        holding = [
            one.what for one in now.pauses.all() if one.by is PausedBy.SAFETY and one.lifted is None
        ]
        assert sorted(holding) == (["exercise", "reminders"] if waits else [])


@pytest.mark.full
def test_new_answers_meanwhile_keep_their_place(full: Services) -> None:
    deleted = deletion.delete(full, Scope(Kind.DIARY))
    diary.answer(again(full), TODAY, Scale.BACK, 9)
    deletion.undo(full, deleted)
    left = again(full)
    assert left.diary.get(TODAY).back_pain == 9
    assert left.diary.get(YESTERDAY).back_pain == 4
    assert len({change.id for change in left.history.of("check_in", TODAY.isoformat())}) == 3


def test_who_somebody_is_can_go_and_the_person_stays(full: Services) -> None:
    person.finish_welcome(full)
    person.change_profile(full, "birth_year", "1961")
    person.change_profile(full, "region", "syddanmark")
    deleted = deletion.delete(full, deletion.of_kind(Kind.PROFILE))
    now = full.person.get()
    assert (now.first_name, now.birth_year, now.region) == ("", None, None)
    assert now.welcomed_at
    person.change_profile(full, "first_name", "Ny")
    deletion.undo(full, deleted)
    now = full.person.get()
    assert (now.first_name, now.birth_year, now.region) == ("Ny", 1961, "syddanmark")


@pytest.mark.full
def test_a_name_that_was_taken_away_before_goes_from_the_history_too(services: Services) -> None:
    for text in ("Navnhemmelig", ""):
        person.change_profile(services, "first_name", text)
    scope = deletion.of_kind(Kind.PROFILE)
    assert deletion.what_would_go(services, scope)
    deletion.delete(services, scope)
    deletion.finish(services, now=True)
    assert found_in(folder_of(services), "Navnhemmelig") == []


@pytest.mark.full
def test_another_person_keeps_theirs_and_cannot_undo(full: Services) -> None:
    other = other_person(full)
    diary.write_note(other, TODAY, "Naboens")
    deleted = deletion.delete(full, Scope(Kind.DIARY))
    assert deletion.undoable(other) == []
    assert refused_with(lambda: deletion.undo(other, deleted)) == "error.delete_gone"
    deletion.finish(full, now=True)
    assert other.diary.get(TODAY).note == "Naboens"


@pytest.mark.full
def test_after_the_end_nothing_comes_back(full: Services) -> None:
    deleted = deletion.delete(full, Scope(Kind.DIARY))
    deletion.finish(full, now=True)
    assert refused_with(lambda: deletion.undo(full, deleted)) == "error.delete_gone"


@pytest.mark.full
def test_a_period_to_come_or_without_anything_is_refused(services: Services) -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert refused_with(lambda: deletion.of_period(services, tomorrow, tomorrow)) == (
        "error.future_day"
    )
    nothing = Scope(period=Period(TODAY, TODAY))
    assert refused_with(lambda: deletion.delete(services, nothing)) == "error.delete_nothing"


@pytest.mark.full
def test_it_is_gone_on_with_at_the_next_start(full: Services, hand: Hand) -> None:
    """As when the program was killed: what was held in memory is gone with it."""
    deletion.delete(full, Scope(Kind.DIARY))
    folder = folder_of(full)
    full.database.close()
    (folder / "copies" / "rygvej-2026-01-01.db.part").write_text("Dagbogshemmelig")
    database = open_database(folder, hand.clock())
    services = services_for(database, full.person.get().id, hand.clock(), lambda: None)
    assert found_in(folder, "Dagbogshemmelig")
    look_after(services)
    assert found_in(folder, "Dagbogshemmelig") == []
    assert deletion.undoable(services) == []
    assert services.device.get("deletions") is None
    database.close()


def test_copies_that_cannot_be_read_go_as_a_whole(full: Services) -> None:
    folder = folder_of(full)
    for name in ("copies/rygvej-2026-01-01.db", "rygvej.aside-20260101T000000.db"):
        (folder / name).write_bytes(b"Dagbogshemmelig" * 99)
    deletion.delete(full, Scope(Kind.DIARY))
    deletion.finish(full, now=True)
    assert found_in(folder, "Dagbogshemmelig") == []
    assert len([*(folder / "copies").glob("*.db")]) == 2


@pytest.mark.full
def test_a_restore_ends_the_time_for_undoing(full: Services, tmp_path: Path) -> None:
    file = tmp_path / "kopi.rygvej"
    backup.make_file(full, file, None)
    deletion.delete(full, Scope(Kind.DIARY))
    with file.open("rb") as opened:
        backup.restore(full, opened, None)
    assert deletion.undoable(again(full)) == []
    assert again(full).diary.get(TODAY).note == "Dagbogshemmelig B", "the file had it"


@pytest.mark.full
def test_everything_takes_along_what_was_held(full: Services) -> None:
    from lbp_app.actions import mydata

    deletion.delete(full, Scope(Kind.DIARY))
    mydata.delete_everything(full)
    assert found_in(folder_of(full), "Dagbogshemmelig") == []
    assert full.database.aside == []


@pytest.mark.parametrize("stop", one_in(4, range(12)))
@pytest.mark.full
def test_broken_off_at_any_step_it_is_done_when_it_is_tried_again(
    full: Services, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    """Each step in turn fails as when the program is killed there."""
    import lbp_app.store.deletion as of_deletion
    import lbp_app.store.rewriting as rewriting

    calls = [0]

    def failing(real: Any) -> Any:
        def called(*args: Any, **kwargs: Any) -> Any:
            calls[0] += 1
            if calls[0] == stop + 1:
                raise KeyboardInterrupt
            return real(*args, **kwargs)

        return called

    deletion.delete(full, Scope(Kind.DIARY))
    with monkeypatch.context() as patched:
        patched.setattr(of_deletion, "rewrite", failing(of_deletion.rewrite))
        patched.setattr(rewriting, "move", failing(rewriting.move))
        patched.setattr(of_deletion, "scrub", failing(of_deletion.scrub))
        patched.setattr(of_deletion, "_note", failing(of_deletion._note))
        with suppress(KeyboardInterrupt):
            deletion.finish(full, now=True)
    look_after(full)
    deletion.finish(full, now=True)
    assert found_in(folder_of(full), "Dagbogshemmelig") == []
    assert copies.newest(folder_of(full))


def killed_while_it_deletes(other: subprocess.Popen[str], random: Random, each: float) -> float:
    """One life, which ends at some moment of a deletion; the first of all is watched to its end.
    Returns the seconds that it took.
    """
    assert other.stdin is not None
    other.stdin.write("live\n")
    other.stdin.flush()
    pid = int(heard(other).split()[1])
    assert heard(other) == "begins"
    began = time.monotonic()
    if each:
        time.sleep(random.uniform(0, 1.2 * each))
    else:
        assert heard(other) == "deleted"
        assert heard(other) == "finished"
        each = time.monotonic() - began
    os.kill(pid, signal.SIGKILL)
    while heard(other) != "dead":
        pass
    return each


@pytest.mark.parametrize("kills", [4, pytest.param(200, marks=pytest.mark.full)])
@pytest.mark.full
def test_killed_at_any_moment_all_of_it_is_there_or_nothing(
    full: Services, tmp_path: Path, kills: int
) -> None:
    random, each, states = Random(kills), 0.0, set[bool]()  # noqa: S311
    before = everything(full)
    full.database.close()
    data, whole = folder_of(full), tmp_path / "whole"
    shutil.copytree(data, whole)
    with process("deletes", data) as other:
        for _ in range(kills):
            each = killed_while_it_deletes(other, random, each)
            after = services_in(data)
            look_after(after)
            kept = everything(after) == before
            assert kept == bool(found_in(data, "Dagbogshemmelig"))
            assert kept or after.diary.count() == 0
            assert after.sessions.all() and copies.newest(data)
            after.database.close()
            states.add(kept)
            shutil.rmtree(data)
            shutil.copytree(whole, data)
    assert kills < 50 or states == {True, False}
