"""Everything in a form that others can read, and brought back equal."""

import csv
import io
import json
import os
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Float, Numeric, select

from lbp_app.actions import (
    diary,
    doctor_card,
    export,
    flare,
    pause,
    person,
    reminder,
    ring,
)
from lbp_app.content.failures import SENTENCES
from lbp_app.demo.check import check
from lbp_app.errors import AppError
from lbp_app.exchange import csv as diary_csv
from lbp_app.model.asking import Round
from lbp_app.model.diary import CheckIn, Scale
from lbp_app.model.doctor_card import CardPart
from lbp_app.model.export import Form
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.reminder import Thing
from lbp_app.model.screening import Draft, FollowUp
from lbp_app.model.triage import Answer
from lbp_app.services import Services
from lbp_app.store.export import TABLES
from lbp_app.store.tables import SCHEMA, device, metadata
from tests.builders import TODAY, other_person, refused_with, ten_years
from tests.filled import take_plan, teach
from tests.process import services_in
from tests.test_mydata import learn_in_secret, train_in_secret

READ_BACK = (Form.JSON, Form.CSV)


def rows(services: Services) -> dict[str, list[tuple[Any, ...]]]:
    """Of every table what belongs to the person, without whose it is."""
    whose = services.person.get().id
    with services.database.reading() as connection:
        return {
            table.name: [
                tuple("ME" if value == whose else value for value in row)
                for row in connection.execute(
                    select(table).where(table.c.person_id == whose).order_by(*table.primary_key)
                )
            ]
            for table in TABLES
        }


@pytest.fixture
def new(tmp_path: Path) -> Services:
    return services_in(tmp_path / "new")


def brought_back(services: Services, new: Services, form: Form, tmp_path: Path) -> None:
    file = tmp_path / "everything"
    export.export_file(services, form, file)
    export.take_over(new, export.read_file(new, file))


def without_log(told: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """The log gets a line of its own after the file was written."""
    return told | {"hand_over": []}


# --- there and back -----------------------------------------------------------------------------


@pytest.mark.parametrize("form", READ_BACK)
@pytest.mark.full
def test_the_demo_person_comes_back_row_by_row(
    demo_person: Services, new: Services, form: Form, tmp_path: Path
) -> None:
    brought_back(demo_person, new, form, tmp_path)
    assert without_log(rows(new)) == without_log(rows(demo_person))
    assert len(new.history.of("person", new.person.get().id)) > 3


@pytest.mark.parametrize("form", READ_BACK)
@pytest.mark.full
def test_every_table_comes_back(
    services: Services, new: Services, form: Form, tmp_path: Path
) -> None:
    fill_every_table(services)
    told = rows(services)
    assert [name for name, found in told.items() if not found] == []
    brought_back(services, new, form, tmp_path)
    back = rows(new)
    assert without_log(back) == without_log(told)
    assert len(back["hand_over"]) == len(told["hand_over"])


def fill_every_table(services: Services) -> None:
    train_in_secret(services)
    learn_in_secret(services)
    diary.answer(services, TODAY, Scale.LEG, 4)
    diary.skip(services, TODAY, "mood")
    flare.start_flare(services)
    pause.pause(services, Paused.EXERCISE, PausedBy.PERSON, why="Fortroligt")
    doctor_card.write(services, CardPart.WORK, "Murer")
    person.change_profile(services, "birth_year", 1967)
    check(services)
    screening = services.screenings.all()[-1].id
    said = FollowUp("f1", screening, services.clock.now(), "Europe/Copenhagen", True, "Ja", None)
    services.screenings.add_follow_up(said, ())
    services.screenings.keep_draft(Draft(Round.FULL, {"a": (Answer.NO,)}, services.clock.now()))
    services.screenings.put_off("check", TODAY)
    take_plan(services, "Fortroligt")
    export.export_bytes(services, Form.JSON)
    teach(services, "Fortroligt")
    reminder.turn(services, Thing.WALK, True)
    reminder.put_snooze(services, 60)
    ring.try_it(services)


@pytest.mark.full
def test_numbers_of_the_history_move_up_where_there_is_one_already(
    services: Services, new: Services, tmp_path: Path
) -> None:
    diary.answer(services, TODAY, Scale.LEG, 4)
    diary.choose_leg_side(services, TODAY, diary.LegSide.LEFT)
    diary.answer(services, TODAY, Scale.LEG, None)  # takes the side along
    diary.answer(new, TODAY, Scale.BACK, 1)
    brought_back(services, other_person(new), Form.JSON, tmp_path)
    with new.database.reading() as connection:
        table = metadata.tables["history"]
        found = connection.execute(select(table.c.id, table.c.because_of)).all()
    assert len({each.id for each in found}) == len(found) == 5
    assert [(each.id, each.because_of) for each in found if each.because_of] == [(5, 4)]


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "'=1+1", "''", " +45", "\t", "-1", "＝x"),
        *('a;b"c\r\nd\re\nf', "ÆØÅ 😀 \u2028", "null", ""),
    ],
)
@pytest.mark.parametrize("form", READ_BACK)
@pytest.mark.full
def test_no_text_is_changed_on_the_way(
    services: Services, new: Services, text: str, form: Form, tmp_path: Path
) -> None:
    services.diary.put(CheckIn(TODAY, back_pain=0), "back_pain")
    services.diary.put(CheckIn(TODAY, note=text), "note")
    brought_back(services, new, form, tmp_path)
    assert new.diary.get(TODAY) == CheckIn(TODAY, back_pain=0, note=text)


def test_no_column_has_decimals() -> None:
    """Whoever adds one: with a comma in CSV, and read back."""
    kinds = {type(column.type) for table in TABLES for column in table.c}
    assert not any(issubclass(kind, Float | Numeric) for kind in kinds)


# --- what stands in it --------------------------------------------------------------------------


@pytest.mark.full
def test_json_says_what_it_is_and_nothing_of_the_device(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 0)
    services.device.put("secret", "Nøglehemmelig")
    content = export.export_bytes(services, Form.JSON)
    read = json.loads(content)
    assert (read["format"], read["version"], read["schema"]) == ("rygvej-export", 1, SCHEMA)
    assert read["made_at"] == "2026-10-05T09:00:00+02:00"
    assert [*read["nouns"]] == [table.name for table in TABLES]
    assert device.name not in read["nouns"]
    (row,) = read["nouns"]["check_in"]
    assert (row["day"], row["back_pain"], row["leg_pain"]) == ("2026-10-05", 0, None)
    assert "Nøglehemmelig" not in content.decode()


@pytest.mark.parametrize("form", Form)
def test_nothing_of_another_person_is_in_it(services: Services, form: Form) -> None:
    diary.write_note(services, TODAY, "Hemmeligheden")
    content = export.export_bytes(other_person(services), form)
    assert b"Hemmeligheden" not in b"".join(unpacked(content).values())


def unpacked(content: bytes) -> dict[str, bytes]:
    if not content.startswith(b"PK"):
        return {"": content}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.full
def test_csv_is_what_a_danish_spreadsheet_opens_and_no_cell_is_a_formula(
    demo_person: Services,
) -> None:
    files = unpacked(export.export_bytes(demo_person, Form.CSV))
    assert {*files} == {"export.csv", "dagbog.csv", *(f"{table.name}.csv" for table in TABLES)}
    for content in files.values():
        assert content.startswith(b"\xef\xbb\xbf")
        lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
        assert not any(diary_csv.like_formula(cell) for line in lines for cell in line)
    assert files["check_in.csv"].splitlines()[0] == (
        "\ufeffday;back_pain;leg_pain;hindrance;sleep;mood;leg_side;feeling;note;skipped".encode()
    )


# --- what is refused ----------------------------------------------------------------------------


def spoiled(content: bytes, change: Callable[[Any], object]) -> bytes:
    read = json.loads(content)
    change(read)
    return json.dumps(read).encode()


def first(read: Any, noun: str) -> Any:
    return read["nouns"][noun][0]


def day(read: Any) -> Any:
    return first(read, "check_in")


SPOILED: dict[str, tuple[Callable[[Any], object], str]] = {
    "other": (lambda r: r.update(format="x"), "other"),
    "newer": (lambda r: r.update(schema=99), "newer"),
    "newer format": (lambda r: r.update(version=2), "newer"),
    "unknown noun": (lambda r: r["nouns"].update(secrets=[]), "damaged"),
    "unknown field": (lambda r: day(r).update(x=1), "damaged"),
    "field missing": (lambda r: day(r).pop("note"), "damaged"),
    "off the scale": (lambda r: day(r).update(back_pain=11), "damaged"),
    "a truth for a number": (lambda r: day(r).update(back_pain=True), "damaged"),
    "a text for a day": (lambda r: day(r).update(day="i dag"), "damaged"),
    "an enormous number": (lambda r: day(r).update(back_pain=10**30), "damaged"),
    "no such exercise": (lambda r: first(r, "comfort").update(exercise="9.9"), "damaged"),
    "items that are none": (lambda r: first(r, "session").update(items=[1]), "damaged"),
    "the same twice": (lambda r: r["nouns"]["check_in"].append(day(r)), "damaged"),
    "a field only later": (lambda r: day(r).pop("leg_pain"), "damaged"),
    "nobody": (lambda r: r["nouns"].pop("person"), "damaged"),
    "no such role": (lambda r: first(r, "person").update(role="king"), "damaged"),
    "cpr": (lambda r: day(r).update(note="120345-1234"), "cpr"),
    "cpr below": (lambda r: first(r, "history").update(old=[{"a": "1203451234"}]), "cpr"),
}  # fmt: skip


@pytest.mark.parametrize("how", SPOILED)
@pytest.mark.full
def test_what_does_not_fit_is_refused_and_nothing_is_kept(
    demo_person: Services, new: Services, tmp_path: Path, how: str
) -> None:
    change, key = SPOILED[how]
    file, before = tmp_path / "spoiled", rows(new)
    file.write_bytes(spoiled(export.export_bytes(demo_person, Form.JSON), change))
    assert refused_with(lambda: take(new, file)) == f"error.import_{key}"
    assert rows(new) == before


def take(new: Services, file: Path) -> None:
    export.take_over(new, export.read_file(new, file))


@pytest.mark.parametrize("digits", [16, 32, 64])
def test_a_key_that_looks_like_a_cpr_number_is_read_back(
    demo_person: Services, new: Services, tmp_path: Path, digits: int
) -> None:
    def change(read: Any) -> None:
        first(read, "check_in").update(note="a0903611234".ljust(digits, "f"))

    file = tmp_path / "file"
    file.write_bytes(spoiled(export.export_bytes(demo_person, Form.JSON), change))
    export.read_file(new, file)
    file.write_bytes(spoiled(file.read_bytes(), lambda r: day(r).update(note=day(r)["note"][:-1])))
    assert refused_with(lambda: export.read_file(new, file)) == "error.import_cpr"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{}", b"null", b"{" * 100_000, b"PK", b"PK\x03\x04", b"\xff\xfe",
        b'{"format": "rygvej-export"}', b'{"a": 1, "a": 2}', b"[" * 100_000 + b"]" * 100_000,
    ],
)  # fmt: skip
@pytest.mark.full
def test_what_is_no_file_of_ours_is_refused(new: Services, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert refused_with(lambda: take(new, file)) in {"error.import_damaged", "error.import_other"}


def test_a_file_that_swells_is_refused_before_it_is_unpacked(
    new: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bomb"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("export.csv", b"0" * 5000)
    monkeypatch.setattr(export.export_csv, "LARGEST", 4000)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    assert refused_with(lambda: take(new, file)) == "error.import_large"


@pytest.mark.parametrize("name", ["../check_in.csv", "/check_in.csv", "device.csv", "x.csv"])
@pytest.mark.full
def test_a_zip_with_other_files_is_refused(
    services: Services, new: Services, tmp_path: Path, name: str
) -> None:
    file = tmp_path / "file"
    file.write_bytes(export.export_bytes(services, Form.CSV))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, "day")
    assert refused_with(lambda: take(new, file)) == "error.import_damaged"


@pytest.mark.full
def test_a_file_of_an_earlier_version_is_read(
    services: Services, new: Services, tmp_path: Path
) -> None:
    diary.answer(services, TODAY, Scale.BACK, 3)
    file = tmp_path / "file"

    def older(read: Any) -> None:
        read["schema"] = 3
        first(read, "preferences").pop("sounds")
        del read["nouns"]["balance"], read["nouns"]["hand_over"]

    file.write_bytes(spoiled(export.export_bytes(services, Form.JSON), older))
    take(new, file)
    assert new.diary.get(TODAY).back_pain == 3
    assert new.person.preferences().sounds is True


def test_nobody_is_overwritten(services: Services, tmp_path: Path) -> None:
    diary.answer(services, TODAY, Scale.BACK, 3)
    file = tmp_path / "file"
    export.export_file(services, Form.JSON, file)
    diary.answer(services, TODAY, Scale.BACK, 5)
    assert refused_with(lambda: take(services, file)) == "error.import_not_new"
    assert services.diary.get(TODAY).back_pain == 5


# --- where it is written ------------------------------------------------------------------------


@pytest.mark.full
def test_what_lies_there_stays_until_it_shall_be_replaced(
    services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("mit")
    key = refused_with(lambda: export.export_file(services, Form.JSON, file))
    assert (key, file.read_text(), services.hand_overs.all()) == ("error.export_exists", "mit", [])
    export.export_file(services, Form.JSON, file, replace=True)
    assert json.loads(file.read_text("utf-8"))["format"] == "rygvej-export"
    assert file.stat().st_mode & 0o777 == 0o600
    assert refused_with(lambda: export.export_file(services, Form.JSON, tmp_path, True)) == key


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_full_disk_leaves_what_was_there(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_text("mit")

    def full(out: Any) -> None:
        with Path("/dev/full").open("wb", buffering=0) as device:
            device.write(b"x")

    monkeypatch.setattr(export.export_json, "write", lambda out, *_: full(out))
    key = refused_with(lambda: export.export_file(services, Form.JSON, file, replace=True))
    assert (key, file.read_text()) == ("error.export_full", "mit")
    assert [one.name for one in tmp_path.glob("*file*")] == ["file"]
    assert services.hand_overs.all() == []


def test_a_folder_that_may_not_be_written(services: Services, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    if os.geteuid() == 0:  # who may write everywhere but here
        folder = Path("/sys")
    key = refused_with(lambda: export.export_file(services, Form.JSON, folder / "file"))
    assert key == "error.export_read_only"


def test_a_folder_that_is_not_there(services: Services, tmp_path: Path) -> None:
    key = refused_with(lambda: export.export_file(services, Form.CSV, tmp_path / "no" / "file"))
    assert key == "error.export_gone"


def test_each_refusal_has_its_sentence() -> None:
    assert all(error.key in SENTENCES for error in export._OF_THE_PLACE.values())


# --- the log ------------------------------------------------------------------------------------


@pytest.mark.full
def test_each_export_is_written_down_with_its_size(services: Services, tmp_path: Path) -> None:
    content = export.export_bytes(services, Form.JSON)
    export.export_file(services, Form.CSV, tmp_path / "file")
    newest, before = services.hand_overs.all()
    if newest.what is HandedOver.JSON:
        newest, before = before, newest
    assert (before.what, before.size) == (HandedOver.JSON, len(content))
    assert (newest.what, newest.size) == (HandedOver.CSV, (tmp_path / "file").stat().st_size)
    assert (newest.at, newest.zone) == (services.clock.now(), "Europe/Copenhagen")


@pytest.mark.full
def test_what_cannot_be_written_down_does_not_leave(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AppError("error.store_locked")

    monkeypatch.setattr(type(services.hand_overs), "add", refuse)
    file = tmp_path / "file"
    assert refused_with(lambda: export.export_bytes(services, Form.JSON)) == "error.store_locked"
    refused_with(lambda: export.export_file(services, Form.JSON, file))
    assert not file.exists()


# --- ten years ----------------------------------------------------------------------------------

SECONDS, ROOM = 10, 25_000_000  # of each form, bytes


@pytest.mark.full
@pytest.mark.parametrize("form", Form)
def test_ten_years_take_seconds_and_little_room(
    services: Services, form: Form, tmp_path: Path
) -> None:
    ten_years(services)
    began = time.monotonic()
    export.export_file(services, form, tmp_path / "file")
    seconds = time.monotonic() - began
    tracemalloc.start()
    export.export_file(services, form, tmp_path / "again")
    room = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    size = (tmp_path / "file").stat().st_size
    print(f"{form}: {seconds:.1f} s, {size / 1e6:.1f} MB, {room / 1e6:.1f} MB of memory")
    assert seconds < SECONDS
    assert room < ROOM
