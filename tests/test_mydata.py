"""What a person may do with all of it: take it along, and delete it."""

import csv
import io
import json
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from lbp_app.actions import (
    activity,
    balance,
    care_plan,
    diary,
    exercise,
    flare,
    mydata,
    pause,
    person,
    progression,
    reading,
    reflection,
    reminder,
    ring,
    session,
)
from lbp_app.errors import LockedError
from lbp_app.model.activity import ActivityKind
from lbp_app.model.balance import Heft, Side, Went
from lbp_app.model.diary import CheckIn, Feeling, LegSide, Scale
from lbp_app.model.exercise import Group, Level, Mode
from lbp_app.model.home_test import HomeTest
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.person import Person, Role
from lbp_app.model.player import Planned
from lbp_app.model.progression import Choice, Proposal
from lbp_app.model.reminder import Thing
from lbp_app.model.session import After, SessionKind
from lbp_app.services import Services, services_for
from lbp_app.store import copies
from lbp_app.store.tables import metadata
from tests.builders import TODAY, YESTERDAY, Hand, other_person, ten_years
from tests.filled import follow_in_secret
from tests.process import services_in
from tests.trained import trained

SECRETS = (
    *("Hemmeligheden", "Karenmarie", "Lægehuset Syv", "Fortroligt"),
    *("Trinhemmelig", "Træningshemmelig", "Havehemmelig", "Øvelseshemmelig"),
    "Tankehemmelig",
    *("Vægthemmelig", "Skridthemmelig"),
    *("Stedhemmelig", "Målhemmelig"),
)
PROPOSAL = Proposal("3.1", Choice.MORE, (), None, (), (), "effort_more_most")
PLANNED = Planned("3.1", Mode.REPS, sets=1, amount=8)


def table(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.full
def test_the_copy_is_what_a_danish_spreadsheet_opens(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 0)
    content = mydata.csv_copy(services)
    assert content.startswith(b"\xef\xbb\xbfDato;Rygsmerte (0 ingen smerte, 10 ")
    assert content.endswith(b"\r\n")


@pytest.mark.full
def test_the_copy_holds_every_answer_and_no_answer_is_an_empty_cell(services: Services) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 0)
    diary.answer(services, YESTERDAY, Scale.LEG, 10)
    diary.choose_leg_side(services, YESTERDAY, LegSide.LEFT)
    diary.skip(services, YESTERDAY, "mood")
    diary.say_feeling(services, YESTERDAY, Feeling.SO_SO)
    diary.write_note(services, YESTERDAY, 'Gik en tur; "dejligt"\nSov godt 😀')
    (row,) = table(mydata.csv_copy(services))
    assert list(row.values()) == [
        "2026-10-04",
        "0",
        "10",
        "Venstre",
        "",
        "",
        "Sprunget over",
        "Nogenlunde",
        'Gik en tur; "dejligt"\nSov godt 😀',
        *[""] * 11,
    ]


@pytest.mark.full
def test_the_copy_tells_of_bad_spells_also_on_days_without_answers(
    services: Services, hand: Hand
) -> None:
    flare.start_flare(services)
    hand.move(days=1)
    diary.answer(services, TODAY + timedelta(days=1), Scale.BACK, 8)
    hand.move(days=1)
    flare.end_flare(services)
    flare.start_flare(services)
    rows = table(mydata.csv_copy(services))
    assert [(row["Dato"], row["Dårlig periode"]) for row in rows] == [
        ("2026-10-05", "begyndte"),
        ("2026-10-06", "i gang"),
        ("2026-10-07", "sluttede, begyndte"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "  =", "＝"])
@pytest.mark.full
def test_no_note_becomes_a_formula(services: Services, start: str) -> None:
    # past the action, which trims: an import could bring such a text
    text = f'{start}HYPERLINK("http://example.org")'
    services.diary.put(CheckIn(TODAY, note=text), "note")
    (row,) = table(mydata.csv_copy(services))
    assert row["Note"] == f"'{text}"


@pytest.mark.full
def test_the_copy_holds_training_activities_levels_and_what_was_said_of_exercises(
    services: Services, hand: Hand
) -> None:
    care_plan.set_level(services, Group.RISE, Level.TWO, "klar til det")
    care_plan.try_level(services, Group.BACK, Level.THREE)
    care_plan.note_home_test(services, HomeTest.CHAIR_STANDS, 11)
    one = trained(TODAY, "3.1", "5.4", effort=3, safe=8, after=After.SORE)
    services.sessions.put(one.id, one)
    session.reflect(services, one.id, "Det gik")
    activity.log_activity(services, ActivityKind.GARDEN, 45, YESTERDAY, "hækken")
    exercise.say_how_safe(services, "6.1", 2)
    exercise.keep_note(services, "6.1", "=pude")
    progression.decline_step(services, PROPOSAL)
    yesterday, today = table(mydata.csv_copy(services))
    assert yesterday["Aktiviteter"] == "Havearbejde, 45 min, hækken"
    assert today["Træning"] == (
        "Kort træning, 20 min\n3.1 Rejs dig med støtte, 8 + 8, anstrengelse 3, tryg 8\n"
        "5.4 Planken, der vugger, 8 + 8, anstrengelse 3, tryg 8\nDet gik"
    )
    assert today["Ryggen bagefter"] == "lidt mere øm"
    assert today["Trin og test"].splitlines() == [
        "3.2, sat af mig, klar til det",
        "6: prøver trin 3",
        "Rejs dig fra stolen i 30 sekunder: 11",
    ]
    assert today["Om øvelserne"].splitlines() == [
        "6.1 Bryst op på albuerne: tryg 2",
        "3.1 Rejs dig med støtte: ikke nu",
        "6.1 Bryst op på albuerne: =pude",
    ]


@pytest.mark.full
def test_the_copy_holds_what_was_read_and_thought(services: Services, hand: Hand) -> None:
    reflection.write_reflection(services, "balance", "one_thing", "=Torsdag")
    reading.finish_lesson(services, "balance")
    hand.move(days=1)
    reading.turn_to(services, "sleep", services.syllabus().places["sleep"][2])
    reading.keep_for_later(services, "balance", True)
    first, second = table(mydata.csv_copy(services))
    assert first["Lektioner"] == "Balance i hverdagen: læst"
    assert first["Egne tanker"] == (
        "Balance i hverdagen. Hvilken ene ting kunne du gøre lettere – eller styrke? =Torsdag"
    )
    assert second["Lektioner"].splitlines() == [
        "Balance i hverdagen: gemt til senere",
        "Søvn: begyndt",
    ]


@pytest.mark.full
def test_the_copy_holds_the_scales(services: Services) -> None:
    balance.lay(services, YESTERDAY, "poor_sleep", Side.LOAD)
    balance.weigh(services, YESTERDAY, "poor_sleep", Heft.MUCH)
    balance.lay_own(services, YESTERDAY, Side.LOAD, "=naboens hund")
    balance.choose_step(services, YESTERDAY, "friends")
    balance.say_how_it_went(services, YESTERDAY, Went.PARTLY)
    balance.lay(services, TODAY, "breaks", Side.RESOURCE)
    balance.write_step(services, TODAY, "Sidde i solen")
    yesterday, today = table(mydata.csv_copy(services))
    assert yesterday["Vægtskålen"].splitlines() == [
        "Trækker: Dårlig søvn (meget), =naboens hund (noget)",
        "Én ting: Ring til en ven. (lidt af det)",
    ]
    assert today["Vægtskålen"].splitlines() == [
        "Giver kræfter: Pauser (noget)",
        "Én ting: Sidde i solen",
    ]


@pytest.mark.full
def test_the_copy_speaks_the_language_of_the_person(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    person.change_preference(services, "language", "en")
    (row,) = table(mydata.csv_copy(services))
    assert row["Date"] == "2026-10-05"


@pytest.mark.full
def test_the_copy_holds_nothing_of_another_person(services: Services) -> None:
    diary.write_note(services, TODAY, "Hemmeligheden")
    assert table(mydata.csv_copy(other_person(services))) == []


def train_in_secret(services: Services) -> None:
    """Something in every table that has to do with exercises, and on the scale."""
    care_plan.set_level(services, Group.RISE, Level.TWO, "Trinhemmelig")
    care_plan.try_level(services, Group.BACK, Level.THREE)
    care_plan.note_home_test(services, HomeTest.CHAIR_STANDS, 11)
    one = trained(TODAY, "3.1")
    services.sessions.put(one.id, one)
    session.reflect(services, one.id, "Træningshemmelig")
    session.start_session(services, SessionKind.SHORT, [PLANNED])
    activity.log_activity(services, ActivityKind.GARDEN, 45, note="Havehemmelig")
    exercise.say_how_safe(services, "6.1", 2)
    exercise.keep_note(services, "6.1", "Øvelseshemmelig")
    progression.decline_step(services, PROPOSAL)
    balance.lay_own(services, TODAY, Side.LOAD, "Vægthemmelig")
    balance.write_step(services, TODAY, "Skridthemmelig")
    follow_in_secret(services)
    reminder.turn(services, Thing.WALK, True)
    reminder.put_snooze(services, 60)
    ring.try_it(services)


def learn_in_secret(services: Services) -> None:
    reading.keep_for_later(services, "balance", True)
    reflection.write_reflection(services, "balance", "one_thing", "Tankehemmelig")


def fill_with_secrets(services: Services, hand: Hand) -> None:
    train_in_secret(services)
    learn_in_secret(services)
    person.change_profile(services, "first_name", "Karenmarie")
    person.change_profile(services, "doctor_name", "Lægehuset Syv")
    pause.pause(services, Paused.EXERCISE, PausedBy.PERSON, why="Fortroligt")
    ten_years(services)
    for n in range(40):  # some pages are rewritten, some are freed
        diary.write_note(services, TODAY, f"Hemmeligheden {n} " + "x" * 40 * n)
    copies.make_daily(services.database, services.clock)
    hand.move(days=1)
    other = other_person(services)
    person.change_profile(other, "first_name", "Karenmarie")
    copies.make_daily(services.database, services.clock)


PAGE = 4096  # bytes of SQLite's pages


def found_in(folder: Path) -> set[str]:
    files = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    words = {word: (word.encode(), json.dumps(word).strip('"').encode()) for word in SECRETS}
    return {w for w, forms in words.items() for b in files for form in forms if form in b}


def test_deleting_leaves_no_byte_of_it_in_any_file(services: Services, hand: Hand) -> None:
    folder = services.database.path.parent
    fill_with_secrets(services, hand)
    assert found_in(folder) == set(SECRETS)
    mydata.delete_everything(services)
    assert found_in(folder) == set()
    assert services.person.get().id.encode() not in services.database.path.read_bytes()
    assert not (folder / "copies").exists()
    new = services_in(folder.parent / "never used").database
    new.close()  # and so is written out of its log
    assert services.database.path.stat().st_size <= new.path.stat().st_size + 2 * PAGE


@pytest.mark.full
def test_no_table_of_training_and_reading_is_left_out(services: Services) -> None:
    empty = {name for name in SECRET_TABLES if not rows_of(services, name)}
    assert empty == SECRET_TABLES <= set(metadata.tables)
    train_in_secret(services)
    learn_in_secret(services)
    assert all(rows_of(services, name) for name in SECRET_TABLES)
    mydata.delete_everything(services)
    assert not any(rows_of(services, name) for name in SECRET_TABLES)


SECRET_TABLES = {
    *("reading", "reflection"),
    *("care_plan", "level_trial", "home_test", "step_decision", "session", "session_draft"),
    *("activity", "comfort", "exercise_note", "balance"),
    *("course", "appointment", "goal", "goal_rating", "home_test_draft"),
    *("reminder", "reminder_manner", "ring"),
}


def rows_of(services: Services, name: str) -> int:
    with services.database.reading() as connection:
        return len(connection.execute(select(metadata.tables[name])).all())


def test_files_that_were_set_aside_are_deleted_too(services: Services) -> None:
    folder = services.database.path.parent
    for name in ("rygvej.aside-20260101T000000.db", "rygvej.aside-20260101T000000.db-wal"):
        (folder / name).write_text("Hemmeligheden")
    (folder / "rygvej.db.part").write_text("Hemmeligheden")
    mydata.delete_everything(services)
    assert found_in(folder) == set()


@pytest.mark.full
def test_the_app_goes_on_and_begins_at_the_first_start(services: Services, hand: Hand) -> None:
    fill_with_secrets(services, hand)
    person.finish_welcome(services)
    heard: list[object] = []
    services.database.subscribe(lambda: heard.append(services.diary.count()))
    new_id = mydata.delete_everything(services)
    assert heard[0] == 0
    new = services_for(services.database, new_id, services.clock, services.stop)
    assert new.person.get() == Person(new_id, Role.PATIENT)
    assert new.device.active_person() == (new_id, Role.PATIENT)
    diary.answer(new, TODAY, Scale.BACK, 3)
    assert [c.back_pain for c in new.diary.between(TODAY, TODAY)] == [3]
    assert len(new.history.of("check_in", TODAY.isoformat())) == 1


@pytest.mark.full
def test_when_the_file_is_held_nothing_is_deleted(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 3)
    copy = copies.make_daily(services.database, services.clock)
    assert copy is not None
    holder = sqlite3.connect(services.database.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedError):
        mydata.delete_everything(services)
    holder.close()
    assert copy.exists()
    assert services.diary.get(TODAY).back_pain == 3
