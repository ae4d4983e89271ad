"""A backup is equal to what it was made of, or it is refused; a restore happens whole or not."""

import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import insert, select

from lbp_app.actions import backup, diary, flare, mydata, person
from lbp_app.content.failures import SENTENCES
from lbp_app.errors import AppError, InputRefusedError, LockedError, NewerError, StoreError
from lbp_app.exchange import backup as content
from lbp_app.exchange import sealed
from lbp_app.exchange.sealed import CHUNK, HEAD, PROOF, Cost
from lbp_app.model.backup import Rows, Stamp, checked_passphrase
from lbp_app.model.diary import Scale
from lbp_app.screens import picking
from lbp_app.services import Services
from lbp_app.store import copies, tables
from lbp_app.store.backup import OTHERS, Kept, scratch
from lbp_app.store.tables import SCHEMA, metadata
from tests.builders import NOW, TODAY, YESTERDAY, other_person, refused_with, ten_years
from tests.process import heard, process, services_in
from tests.test_mydata import train_in_secret

OLD = sorted((Path(__file__).parent / "data" / "backups").glob("schema-*.rygvej"))
WORDS = "syv grønne både på søen"
FULL = pytest.mark.full
CHEAP = Cost(passes=1, lanes=1, memory=8)  # only the body is looked at
STAMP = Stamp(NOW, "Europe/Copenhagen", SCHEMA)


@pytest.fixture
def filled(services: Services) -> Services:
    """Something in many tables, of two people."""
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    diary.write_note(services, TODAY, "Æblegrød – og “citat”\n🙂")
    flare.start_flare(services)
    person.change_profile(services, "first_name", "Åse")
    person.change_preference(services, "text_scale", 150)
    train_in_secret(services)
    other = other_person(services)
    person.change_profile(other, "first_name", "Fysioterapeuten")
    return services


def everything(services: Services) -> list[Rows]:
    with services.backups.now() as now:
        return list(now.tables())


def made(services: Services, passphrase: str | None = None) -> bytes:
    return backup.make(services, passphrase)[0]


def written(services: Services, passphrase: str | None, cost: Cost | None = None) -> bytes:
    """Without reading it back."""
    file = io.BytesIO()
    content.write(file, STAMP, everything(services), passphrase, cost)
    return file.getvalue()


def restored(services: Services, file: bytes, passphrase: str | None = None) -> None:
    backup.restore(services, io.BytesIO(file), passphrase)


def why_not(services: Services, file: bytes, passphrase: str | None = None) -> str:
    """The key of the refusal; nothing may have changed."""
    before = everything(services)
    key = refused_with(lambda: restored(services, file, passphrase))
    assert everything(services) == before
    assert not list(services.database.path.parent.glob("copies/*"))
    assert key in SENTENCES
    return key


# --- equal ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("passphrase", [None, pytest.param(WORDS, marks=pytest.mark.full)])
def test_what_was_backed_up_comes_back_to_the_last_bit(
    filled: Services, passphrase: str | None
) -> None:
    before = everything(filled)
    file = made(filled, passphrase)
    new_id = mydata.delete_everything(filled)
    assert everything(filled) != before
    restored(filled, file, passphrase)
    assert everything(filled) == before
    assert filled.device.active_person()[0] != new_id


def write_long_notes(services: Services, days: int, characters: int) -> None:
    """Longer than the screens allow, so that few are enough."""
    note, first = "§🙂\n" * (characters // 3), TODAY - timedelta(days=days)
    diary.write_note(services, first, "kort")
    with services.database.writing() as connection:
        table = tables.check_in
        row = connection.execute(select(table)).mappings().one()
        rows = ({**row, "day": first + timedelta(days=n), "note": note} for n in range(1, days))
        connection.execute(insert(table), list(rows))


@pytest.mark.full
def test_texts_so_long_that_a_table_would_not_fit_on_a_line_come_back(services: Services) -> None:
    write_long_notes(services, days=200, characters=45_000)
    before = everything(services)
    long = [part for part in before if part.table == "check_in"]
    assert len(json.dumps([list(row) for part in long for row in part.rows])) > content.LONGEST
    assert len(long) > 1
    assert max(map(len, content._lines(STAMP, long))) <= content.FULL
    one = [Rows("check_in", long[0].columns, [row for part in long for row in part.rows])]
    assert max(map(len, content._lines(STAMP, one))) <= content.FULL
    file = made(services)
    mydata.delete_everything(services)
    restored(services, file)
    assert everything(services) == before


@pytest.mark.full
def test_making_it_holds_a_part_of_long_texts_in_memory(services: Services) -> None:
    write_long_notes(services, days=400, characters=45_000)  # 70 MB
    with services.backups.now() as now, (services.database.path.parent / "a").open("w+b") as file:
        tracemalloc.start()
        content.write(file, STAMP, now.tables(), None)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 24_000_000


@pytest.mark.parametrize("limit", ["LONGEST", "LARGEST"])
def test_what_could_not_be_read_again_is_not_written(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    write_long_notes(services, days=3, characters=60_000)
    monkeypatch.setattr(content, limit, 100_000)
    path = tmp_path / "kopi.rygvej"
    key = refused_with(lambda: backup.make_file(services, path, None))
    assert key == "error.backup_too_much"
    assert key in SENTENCES
    assert not path.exists()


@pytest.mark.full
def test_every_table_and_setting_is_in_it(services: Services) -> None:
    old = OLD[-1].read_bytes()
    restored(services, old)
    parts = everything(services)
    assert {part.table for part in parts} == {part.table for part in parts if part.rows}
    assert made(services)
    before = everything(services)
    restored(services, made(services, WORDS), WORDS)
    assert everything(services) == before


def test_the_largest_backup_can_be_chosen() -> None:
    assert content.LARGEST <= picking.LARGEST


@pytest.mark.full
def test_it_is_told_in_the_words_of_a_person(filled: Services) -> None:
    _, held = backup.make(filled, None)
    assert backup.told(held, "da") == (
        "2 dage med svar, 1 træning, 1 aktivitet, 1 dårlig periode "
        "og 8 andre ting, fra 4.\xa0oktober 2026 til 5.\xa0oktober 2026"
    )
    assert backup.told(backup.Holding(), "da") == "0 dage med svar"


@pytest.mark.full
def test_what_is_not_equal_is_not_called_kept(
    filled: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kopi.rygvej"
    backup.make_file(filled, path, None)
    before = path.read_bytes()
    lines = content._lines

    def forgetful(stamp: Stamp, tables: Any) -> Any:
        parts = [p for p in tables if p.table != "flare" or not p.rows]
        return lines(stamp, parts)

    monkeypatch.setattr(content, "_lines", forgetful)
    assert refused_with(lambda: backup.make_file(filled, path, None)) == "error.backup_unequal"
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [tmp_path / "data", path]


@pytest.mark.full
def test_a_value_of_another_kind_is_not_equal(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)

    def changed(part: Rows, new: Any) -> Rows:
        if part.table != "history":
            return part
        rows = [[new if v == TODAY.isoformat() else v for v in row] for row in part.rows]
        return Rows(part.table, part.columns, rows)

    with services.backups.now() as now:
        for new, same in ((TODAY.isoformat(), True), ("2026-10-06", False), (None, False)):
            parts = [changed(part, new) for part in now.tables()]
            if new is None:
                parts = [p for p in now.tables() if p.table != "history" or not p.rows]
            with scratch(SCHEMA, parts) as other:
                assert other.equals(now) is now.equals(other) is same


@pytest.mark.full
def test_it_is_of_one_moment_while_somebody_writes(services: Services) -> None:
    stop = threading.Event()

    def write() -> None:
        n = 0
        while not stop.is_set():
            diary.answer(services, TODAY, Scale.MOOD, (n := n + 1) % 11)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            assert backup.make(services, None)[1].days in (0, 1)
    finally:
        stop.set()
        writer.join()


@pytest.mark.full
def test_secrets_of_the_device_do_not_go_along(filled: Services) -> None:
    folder = filled.database.path.parent
    (folder / "keys.json").write_text("Hemmeligheden", encoding="utf-8")
    packed = b"".join(sealed.unseal(io.BytesIO(made(filled)), None))
    assert b"Hemmeligheden" not in zlib.decompress(packed)
    assert {part.table for part in everything(filled)} >= {"device", "person", "history"}


# --- earlier and later versions ------------------------------------------------------------------


def test_there_is_one_of_every_version_of_the_tables() -> None:
    assert [file.stem for file in OLD] == [f"schema-{n + 1:04}" for n in range(SCHEMA)]


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
@pytest.mark.full
def test_a_backup_of_every_version_is_restored(services: Services, file: Path) -> None:
    given = file.read_bytes()
    _, parts = content.read(io.BytesIO(given), None)
    told = {part.table: part for part in parts if part.rows}
    restored(services, given)
    kept = {part.table: part for part in everything(services) if part.rows}
    for name, part in told.items():
        now = [dict(zip(kept[name].columns, row, strict=True)) for row in kept[name].rows]
        for before, after in zip(part.rows, now, strict=True):
            assert {**after, **dict(zip(part.columns, before, strict=True))} == after
    assert services.device.active_person()[0] == "0" * 31 + "7"


@pytest.mark.full
def test_a_backup_of_a_later_version_is_refused(services: Services) -> None:
    file = io.BytesIO()
    content.write(file, Stamp(NOW, "UTC", SCHEMA + 1), everything(services), None)
    assert why_not(services, file.getvalue()) == "error.backup_newer"
    later = bytearray(made(services))
    later[sealed.KIND - 1] += 1
    assert why_not(services, bytes(later)) == "error.backup_newer"


# --- damaged and hostile files -------------------------------------------------------------------


def spoilt(random: Random, file: bytes) -> bytes:
    """One byte range flipped, cut out, swapped with another, repeated, or added."""
    start = random.randrange(len(file))
    end = min(len(file), start + random.choice((1, 2, 16, 700, CHUNK + 16)))
    part = file[start:end]
    how = random.randrange(6)
    if how == 0:
        mask = random.randint(1, 255)
        return file[:start] + bytes(byte ^ mask for byte in part) + file[end:]
    if how == 1:
        return file[:start] + file[end:]
    if how == 2:
        return file[:start]
    if how == 3:
        return file[:end] + part + file[end:]
    if how == 4:
        return file + random.randbytes(random.choice((1, 16, 33, CHUNK)))
    other = random.randrange(len(file))
    low, high = sorted((start, other))
    size = min(len(part), high - low, len(file) - high)
    a, b = file[low : low + size], file[high : high + size]
    return file[:low] + b + file[low + size : high] + a + file[high + size :]


def body(services: Services) -> bytes:
    """Of several chunks, as much of it as can be had at random."""
    random = Random(1)  # noqa: S311
    for n in range(40):
        note = "".join(random.choices("abcdefghijklmnopqrstuvwxyzæøå ", k=990))
        diary.write_note(services, TODAY - timedelta(days=n), note)
    return b"".join(sealed.unseal(io.BytesIO(made(services)), None)) * 4


@pytest.mark.parametrize("passphrase", [None, WORDS], ids=["plain", "locked"])
@pytest.mark.parametrize("count", [150, pytest.param(5000, marks=FULL)])
@pytest.mark.full
def test_every_damaged_file_is_refused(
    services: Services, passphrase: str | None, count: int
) -> None:
    given = body(services)
    file = b"".join(sealed.seal([given], passphrase, CHEAP))
    assert len(file) > 2 * CHUNK + HEAD.size + PROOF
    assert b"".join(sealed.unseal(io.BytesIO(file), passphrase)) == given
    random = Random(count)  # noqa: S311
    for n in range(count):
        wrong = spoilt(random, file)
        if wrong == file:
            continue
        try:
            list(sealed.unseal(io.BytesIO(wrong), passphrase))
        except (InputRefusedError, NewerError):
            continue
        raise AssertionError(f"mutation {n} was read")


@pytest.mark.full
def test_chunks_that_change_places_are_refused(services: Services) -> None:
    file = b"".join(sealed.seal([body(services)], WORDS, CHEAP))
    head, size = HEAD.size + PROOF, CHUNK + 16
    chunks = [file[at : at + size] for at in range(head, len(file), size)]
    assert len(chunks) > 2
    for wrong in (
        [chunks[1], chunks[0], *chunks[2:]],
        chunks[:-1],
        chunks[1:],
        [*chunks, chunks[-1]],
    ):
        with pytest.raises(InputRefusedError):
            list(sealed.unseal(io.BytesIO(file[:head] + b"".join(wrong)), WORDS))


@pytest.mark.full
def test_a_wrong_passphrase_is_told_apart_from_a_damaged_file(filled: Services) -> None:
    file = written(filled, WORDS, CHEAP)
    assert why_not(filled, file, "syv gronne baade paa soen") == "error.backup_passphrase"
    assert why_not(filled, file[:-1], WORDS) == "error.backup_damaged"
    assert why_not(filled, file) == "error.passphrase_needed"
    restored(filled, file, f"  {WORDS}\n")


@pytest.mark.full
def test_nothing_of_it_can_be_read_without_the_passphrase(filled: Services) -> None:
    file = made(filled, WORDS)
    for word in (b"blegr", b"check_in", b"rygvej-backup", b'"person"'):
        assert word not in file
    assert made(filled, WORDS)[HEAD.size :] != file[HEAD.size :]  # salt and key of its own


@pytest.mark.parametrize(
    "cost",
    [(11, 4, 65536), (3, 9, 65536), (3, 4, 262145), (3, 4, 31), (0, 4, 65536), (3, 0, 65536)],
)
@pytest.mark.full
def test_a_head_that_asks_for_too_much_is_refused_at_once(
    services: Services, cost: tuple[int, int, int]
) -> None:
    head = HEAD.pack(sealed.MAGIC, 1, sealed.LOCKED, *cost, bytes(16), bytes(7))
    began = time.monotonic()
    assert why_not(services, head + bytes(100), WORDS) == "error.backup_damaged"
    assert time.monotonic() - began < 5


def hostile(*lines: object, end: bytes = b"") -> bytes:
    """A plain file that is whole, with these lines in it."""
    text = b"".join(json.dumps(line).encode() + b"\n" for line in lines) + end
    return b"".join(sealed.seal([zlib.compress(text)], None))


def head_line(**other: object) -> dict[str, object]:
    said = {"format": "rygvej-backup", "version": 1, "schema": SCHEMA, "zone": "UTC"}
    return {**said, "made": NOW.isoformat(), **other}


def whole(services: Services, **change: Callable[[Rows], Rows | None]) -> bytes:
    """A backup of `services` in which a table has been changed, and the checksums are right."""
    parts = [change.get(part.table, lambda part: part)(part) for part in everything(services)]
    file = io.BytesIO()
    content.write(file, STAMP, [part for part in parts if part], None)
    return file.getvalue()


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ([],),
        ("text",),
        (head_line(format="other"),),
        (head_line(schema=True),),
        (head_line(schema=0),),
        (head_line(schema="4"),),
        (head_line(made="i går"),),
        (head_line(made="2026-10-05"),),
        (head_line(), {"end": 0}),
        (head_line(), {"end": 0}, {"end": 0}),
        (head_line(), {"table": "device", "columns": ["key", "value"], "rows": [["a"]]}),
        (head_line(), {"table": "device", "columns": ["key", "value"], "rows": [["a", []]]}),
        (head_line(), {"table": "device", "columns": ["key", "value"], "rows": [["a", 2**63]]}),
        (head_line(), {"table": "device", "columns": ["key", "key"], "rows": []}),
        (head_line(), {"table": "sqlite_master", "columns": ["sql"], "rows": []}, {"end": 0}),
        (head_line(), {"table": "../../etc", "columns": [], "rows": []}, {"end": 0}),
    ],
)
@pytest.mark.full
def test_lines_that_are_not_ours_are_refused(services: Services, lines: tuple[object, ...]) -> None:
    assert why_not(services, hostile(*lines)) == "error.backup_damaged"


@pytest.mark.full
def test_json_that_is_too_deep_is_refused(services: Services) -> None:
    deep = b'{"table":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n"
    assert why_not(services, hostile(head_line(), end=deep)) == "error.backup_damaged"


@pytest.mark.full
def test_a_bomb_is_refused_before_it_is_large(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "LONGEST", 1_000_000)
    line = hostile(head_line(), end=b" " * (content.LONGEST + content.STEP + 1))
    assert len(line) < 10_000
    assert why_not(services, line) == "error.backup_large"
    monkeypatch.setattr(content, "LARGEST", 200_000)
    many = hostile(head_line(), end=b"\n" * 300_000)
    assert why_not(services, many) in ("error.backup_large", "error.backup_damaged")
    assert why_not(services, made(services) + bytes(300_000)) == "error.backup_large"


@pytest.mark.full
def test_a_file_with_more_behind_it_is_refused(services: Services) -> None:
    packed = b"".join(sealed.unseal(io.BytesIO(made(services)), None))
    longer = b"".join(sealed.seal([packed + b"more"], None))
    assert why_not(services, longer) == "error.backup_damaged"


def one_row(part: Rows, **new: object) -> Rows:
    rows = [[new.get(c, v) for c, v in zip(part.columns, row, strict=True)] for row in part.rows]
    return Rows(part.table, part.columns, rows)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"check_in": lambda part: one_row(part, back_pain=11)},
        {"check_in": lambda part: one_row(part, back_pain="fire")},
        {"check_in": lambda part: one_row(part, day="i går")},
        {"check_in": lambda part: one_row(part, person_id="nobody")},
        {"history": lambda part: one_row(part, new="{")},
        {"history": lambda part: one_row(part, at="2026")},
        {"history": lambda part: one_row(part, because_of=999)},
        {"flare": lambda part: None},
        {"flare": lambda part: Rows("flare; DROP TABLE flare", part.columns, part.rows)},
        {"flare": lambda part: Rows("flare", (*part.columns, "x"), [])},
        {"person": lambda part: Rows(part.table, part.columns, [*part.rows, *part.rows])},
    ],
)
@pytest.mark.full
def test_rows_that_the_app_could_not_read_are_refused(
    services: Services, change: dict[str, Callable[[Rows], Rows | None]]
) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    assert why_not(services, whole(services, **change)) == "error.backup_damaged"


@pytest.mark.parametrize("file", [b"", b"x", b"SQLite format 3\0" + bytes(4096), sealed.MAGIC[:9]])
@pytest.mark.full
def test_any_other_file_is_said_to_be_another(services: Services, file: bytes) -> None:
    assert why_not(services, file) == "error.backup_other"


@pytest.mark.full
def test_a_head_that_is_cut_off_is_damaged(services: Services) -> None:
    assert why_not(services, made(services)[:30]) == "error.backup_damaged"


# --- where it is written -------------------------------------------------------------------------


@pytest.mark.full
def test_the_file_is_written_beside_and_takes_the_place_of_an_older_backup_only(
    filled: Services, tmp_path: Path
) -> None:
    place = tmp_path / "usb"
    place.mkdir()
    path = place / "kopi.rygvej"
    backup.make_file(filled, path, WORDS)
    backup.make_file(filled, path, None)
    assert [file.name for file in place.iterdir()] == ["kopi.rygvej"]
    assert path.stat().st_mode & 0o777 == 0o600
    (place / ".kopi.rygvej.0badc0de.part").write_bytes(b"left by a try that was killed")
    backup.make_file(filled, path, None)
    assert [file.name for file in place.iterdir()] == ["kopi.rygvej"]
    photo = place / "ferie.jpg"
    photo.write_bytes(b"a picture")
    assert refused_with(lambda: backup.make_file(filled, photo, None)) == "error.backup_over_other"
    assert photo.read_bytes() == b"a picture"


@pytest.mark.full
def test_a_stick_that_is_pulled_out_is_said(
    filled: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "usb"
    assert refused_with(lambda: backup.make_file(filled, place / "a", None)) == "error.backup_gone"
    place.mkdir()
    lines = content._lines

    def pulled(stamp: Stamp, tables: Any) -> Any:
        shutil.rmtree(place)
        return lines(stamp, tables)

    monkeypatch.setattr(content, "_lines", pulled)
    assert refused_with(lambda: backup.make_file(filled, place / "a", None)) == "error.backup_gone"
    assert not place.exists()


@pytest.mark.full
def test_a_disk_that_is_full_leaves_the_older_backup(tmp_path: Path) -> None:
    with process("backup_within", tmp_path / "data", tmp_path / "a.rygvej") as other:
        assert heard(other) == "made"
        assert heard(other) == "error.backup_full"
        assert heard(other) == "same"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.rygvej", "data"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_is_said(filled: Services, tmp_path: Path) -> None:
    place = tmp_path / "shut"
    place.mkdir(mode=0o500)
    key = refused_with(lambda: backup.make_file(filled, place / "a", None))
    assert key == "error.backup_read_only"


@pytest.mark.parametrize(
    ("first", "again", "key"),
    [
        ("kort", "kort", "error.passphrase_short"),
        ("          x ", "          x ", "error.passphrase_short"),
        (WORDS, "noget helt andet", "error.passphrase_differs"),
    ],
)
def test_a_passphrase_is_long_enough_and_said_twice(first: str, again: str, key: str) -> None:
    assert refused_with(lambda: checked_passphrase(first, again)) == key
    assert checked_passphrase(WORDS, f"{WORDS} ") == WORDS


# --- restoring -----------------------------------------------------------------------------------


@pytest.mark.full
def test_it_shows_what_is_inside_and_what_would_be_lost(filled: Services) -> None:
    file = made(filled)
    diary.answer(filled, TODAY - timedelta(days=9), Scale.BACK, 1)
    before = everything(filled)
    inside = backup.look_into(filled, io.BytesIO(file), None)
    assert (inside.then.days, inside.today.days) == (2, 3)
    assert (inside.then.first, inside.today.first) == (YESTERDAY, TODAY - timedelta(days=9))
    assert inside.made == NOW
    assert everything(filled) == before


@pytest.mark.full
def test_a_copy_is_taken_first_and_one_can_go_back(filled: Services) -> None:
    file = made(filled)
    diary.write_note(filled, TODAY, "Skrevet bagefter")
    later = everything(filled)
    restored(filled, file)
    earlier = everything(filled)
    assert earlier != later
    backup.undo_restore(filled)
    assert everything(filled) == later
    backup.undo_restore(filled)
    assert everything(filled) == earlier


@pytest.mark.full
def test_a_copy_that_is_damaged_is_not_gone_back_to(filled: Services) -> None:
    restored(filled, made(filled))
    copy = filled.backups.before()
    assert copy is not None
    copy.write_bytes(copy.read_bytes()[:9000])
    before = everything(filled)
    assert refused_with(lambda: backup.undo_restore(filled)) == "error.backup_damaged"
    assert everything(filled) == before


def test_without_a_restore_there_is_nothing_to_go_back_from(services: Services) -> None:
    assert refused_with(lambda: backup.undo_restore(services)) == "error.restore_none"


@pytest.mark.full
def test_three_copies_of_before_are_kept_and_deleted_with_everything(
    filled: Services, hand: Any
) -> None:
    file = made(filled)
    for _ in range(5):
        hand.move(minutes=1)
        restored(filled, file)
    folder = filled.database.path.parent / "copies"
    assert len(list(folder.glob("before-restore-*"))) == 3
    mydata.delete_everything(filled)
    assert not folder.exists()


@pytest.mark.full
def test_everybody_hears_of_it_and_reads_anew(filled: Services) -> None:
    train = filled.sessions
    file = made(filled)
    said = train.all()
    era, heard_of = filled.database.era, list[int]()
    filled.database.subscribe(lambda: heard_of.append(filled.database.era))
    restored(filled, file)
    assert heard_of == [era + 1]
    assert train.all() == said


@pytest.mark.full
def test_while_another_program_writes_nothing_is_restored(filled: Services) -> None:
    file, before = made(filled), everything(filled)
    holder = sqlite3.connect(filled.database.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedError):
        restored(filled, file)
    holder.close()
    assert everything(filled) == before


@pytest.mark.full
def test_a_restore_that_fails_half_way_changes_nothing(
    filled: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, before = made(filled), everything(filled)
    tables = Kept.tables

    def failing(kept: Kept) -> Any:
        yield from list(tables(kept))[:9]
        raise StoreError

    monkeypatch.setattr(Kept, "tables", failing)
    with pytest.raises(AppError):
        restored(filled, file)
    monkeypatch.undo()
    assert everything(filled) == before


@pytest.mark.full
def test_the_keys_of_a_physiotherapist_leave_locked_only(filled: Services, tmp_path: Path) -> None:
    assert backup.may_be_plain(filled)
    filled.pairings.put_own_secrets(bytes(32), bytes(32))
    assert not backup.may_be_plain(filled)
    path = tmp_path / "a.rygvej"
    assert refused_with(lambda: backup.make(filled, None)) == "error.backup_plain_keys"
    assert refused_with(lambda: backup.make_file(filled, path, None)) == "error.backup_plain_keys"
    assert not path.exists()
    assert backup.make_file(filled, path, WORDS).days


def killed_while_it_restores(other: subprocess.Popen[str], random: Random, each: float) -> float:
    """One life, which ends at some moment of its first two restores. `each` are the seconds of one;
    the first life of all is watched, to know them. Returns them.
    """
    assert other.stdin is not None
    other.stdin.write("live\n")
    other.stdin.flush()
    pid = int(heard(other).split()[1])
    assert heard(other) == "begins"
    began = time.monotonic()
    if each:
        time.sleep(random.uniform(0, 2 * each))
    else:
        assert heard(other) == "restored"
        each = time.monotonic() - began
    os.kill(pid, signal.SIGKILL)
    while heard(other) != "dead":
        pass
    return each


@pytest.mark.parametrize(
    ("kills", "years"),
    [(4, False), pytest.param(150, False, marks=FULL), pytest.param(50, True, marks=FULL)],
)
@pytest.mark.full
def test_killed_at_any_moment_the_old_or_the_new_is_there_whole(
    tmp_path: Path, kills: int, years: bool
) -> None:
    """Two states, of ten years in the last case, are restored in turn; after each kill one of the
    two must be there.
    """
    random = Random(kills)  # noqa: S311
    data = tmp_path / "data"
    files, states = list[Path](), list[Any]()
    for n in range(2):
        made_up = services_in(tmp_path / f"state-{n}")
        if years:
            ten_years(made_up, seed=n)
        diary.write_note(made_up, TODAY, f"{n}" * 900)
        states.append(everything(made_up))
        files.append(tmp_path / f"{n}.rygvej")
        backup.make_file(made_up, files[-1], None)
        made_up.database.close()
    shutil.copytree(tmp_path / "state-0", data)
    seen, each = set[int](), 0.0
    with process("restores", data, *files) as other:
        for _ in range(kills):
            each = killed_while_it_restores(other, random, each)
            after = services_in(data)
            seen.add(states.index(everything(after)))
            after.database.close()
    assert copies.newest_before_restore(data)
    assert kills < 50 or seen == {0, 1}


# --- ten years -----------------------------------------------------------------------------------


@FULL
def test_ten_years_are_backed_up_in_ten_seconds_and_little_memory(tmp_path: Path) -> None:
    with process("backup_ten_years", tmp_path) as other:
        seconds, grown = heard(other).split()
    print(f"{seconds} s, {grown} MB")
    assert float(seconds) < 10
    assert float(grown) < 60


TOLD = {"check_in", "session", "activity", "flare", "screening", "participant", "class_group"}
HANGS_ON_ANOTHER = {
    *("appointment", "goal_rating", "follow_up", "taken_plan", "level_trial", "step_decision"),
    *("participant_plan", "participant_report", "class_member", "class_attendance"),
    *("home_test_draft", "screening_draft", "session_draft", "history"),
}
MADE_BY_ITSELF = {
    "device",
    "person",
    "preferences",
    "reminder_manner",
    "ring",
    "hand_over",
    "put_off",
}


def test_each_table_tells_whether_somebody_would_miss_it() -> None:
    others = {table.name for table in OTHERS}
    assert set(metadata.tables) - others == TOLD | HANGS_ON_ANOTHER | MADE_BY_ITSELF
