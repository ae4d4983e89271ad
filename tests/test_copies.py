import sqlite3
import stat
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from lbp_app.actions import diary
from lbp_app.errors import DamagedError, LockedError
from lbp_app.model.day import Clock
from lbp_app.model.diary import Scale
from lbp_app.services import Services
from lbp_app.store import copies
from lbp_app.store.session import open_database
from tests.builders import TODAY, Hand, ten_years
from tests.process import heard, process, services_in


def made(services: Services) -> Path:
    copy = copies.make_daily(services.database, services.clock)
    assert copy is not None
    return copy


def pain_in(path: Path) -> int | None:
    with sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True) as plain:
        row = plain.execute("SELECT back_pain FROM check_in").fetchone()
    plain.close()
    return row[0] if row else None


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(byte ^ 0x5A for byte in content[4096:])
    path.write_bytes(content)


@pytest.fixture
def answered(services: Services) -> Services:
    diary.answer(services, TODAY, Scale.BACK, 4)
    return services


def test_a_copy_stands_alone_and_is_for_this_user_only(answered: Services) -> None:
    copy = made(answered)
    assert copy == answered.database.path.parent / "copies" / "rygvej-2026-10-05.db"
    assert pain_in(copy) == 4
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]


@pytest.mark.full
def test_one_is_made_a_day_and_seven_are_kept(answered: Services, hand: Hand) -> None:
    for _ in range(10):
        made(answered)
        assert copies.make_daily(answered.database, answered.clock) is None
        hand.move(days=1)
    kept = sorted(file.name for file in (answered.database.path.parent / "copies").iterdir())
    days = [TODAY + timedelta(days=n) for n in range(3, 10)]
    assert kept == [f"rygvej-{day}.db" for day in days]


@pytest.mark.full
def test_copies_from_a_time_when_the_clock_was_wrong_go_first(
    answered: Services, hand: Hand
) -> None:
    hand.move(days=4000)
    for _ in range(7):
        made(answered)
        hand.move(days=1)
    hand.move(days=-4007)
    today = made(answered)
    assert today.exists()
    assert len(list(today.parent.iterdir())) == 7


@pytest.mark.full
def test_a_copy_is_made_while_the_app_writes(answered: Services) -> None:
    ten_years(answered)
    stop = threading.Event()

    def write() -> None:
        n = 0
        while not stop.is_set():
            diary.answer(answered, TODAY, Scale.MOOD, (n := n + 1) % 11)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copy = made(answered)
    finally:
        stop.set()
        writer.join()
    assert pain_in(copy) is not None


@pytest.mark.full
def test_a_damaged_database_is_not_copied_over_good_copies(answered: Services, hand: Hand) -> None:
    ten_years(answered)
    good = made(answered)
    answered.database.close()
    hand.move(days=1)
    with answered.database.path.open("r+b") as file:  # a page that copying does not look into
        file.seek(answered.database.path.stat().st_size // 8192 * 4096)
        file.write(b"\0" * 4096)
    with pytest.raises(DamagedError):
        copies.make_daily(answered.database, answered.clock)
    assert [file.name for file in good.parent.iterdir()] == [good.name]


@pytest.mark.full
def test_a_held_database_is_not_waited_for_for_ever(answered: Services) -> None:
    answered.database.close()
    folder = answered.database.path.parent
    with process("hold", folder, "alone") as other:
        assert heard(other) == "held"
        with pytest.raises(LockedError):
            copies.make_daily(answered.database, answered.clock)
    assert list(folder.glob("copies/*")) == []


@pytest.mark.full
def test_the_newest_whole_copy_is_offered(answered: Services, hand: Hand) -> None:
    folder = answered.database.path.parent
    assert copies.newest(folder) is None
    first = made(answered)
    hand.move(days=1)
    second = made(answered)
    assert copies.newest(folder) == second
    spoil(second)
    assert copies.newest(folder) == first
    first.write_bytes(b"")
    assert copies.newest(folder) is None


def test_a_damaged_file_is_replaced_by_a_copy_and_kept_aside(
    answered: Services, clock: Clock
) -> None:
    copy = made(answered)
    folder = answered.database.path.parent
    diary.answer(answered, TODAY, Scale.BACK, 9)
    answered.database.close()
    spoil(answered.database.path)
    damaged = answered.database.path.read_bytes()
    with pytest.raises(DamagedError):
        open_database(folder, clock)
    aside = copies.restore(folder, copy, clock)
    assert aside is not None
    assert aside.read_bytes() == damaged
    again = services_in(folder)
    assert again.diary.get(TODAY).back_pain == 4
    assert again.person.get().id == answered.person.get().id
    again.database.close()
    assert copy.exists()


@pytest.mark.full
def test_the_log_of_the_damaged_file_does_not_reach_the_restored_one(
    answered: Services, clock: Clock
) -> None:
    copy = made(answered)
    folder, path = answered.database.path.parent, answered.database.path
    diary.answer(answered, TODAY, Scale.BACK, 9)
    log = path.with_name(path.name + "-wal")
    left = log.read_bytes()
    assert left
    answered.database.close()
    log.write_bytes(left)  # as a killed process leaves it
    spoil(path)
    aside = copies.restore(folder, copy, clock)
    assert aside is not None
    assert aside.with_name(aside.name + "-wal").read_bytes() == left
    again = services_in(folder)
    assert again.diary.get(TODAY).back_pain == 4
    again.database.close()


@pytest.mark.full
def test_a_damaged_copy_is_not_restored(answered: Services, clock: Clock) -> None:
    copy = made(answered)
    answered.database.close()
    before = answered.database.path.read_bytes()
    spoil(copy)
    with pytest.raises(DamagedError):
        copies.restore(answered.database.path.parent, copy, clock)
    assert answered.database.path.read_bytes() == before


@pytest.mark.parametrize("lost", ["gone", "empty"])
@pytest.mark.full
def test_a_lost_file_beside_good_copies_is_not_begun_anew(
    answered: Services, clock: Clock, lost: str
) -> None:
    copy = made(answered)
    answered.database.close()
    path = answered.database.path
    path.unlink()
    if lost == "empty":
        path.touch()
    with pytest.raises(DamagedError):
        open_database(path.parent, clock)
    copies.restore(path.parent, copy, clock)
    again = services_in(path.parent)
    assert again.diary.get(TODAY).back_pain == 4
    again.database.close()


@pytest.mark.full
def test_without_a_copy_one_can_begin_anew_and_the_damaged_file_stays(
    answered: Services, clock: Clock
) -> None:
    answered.database.close()
    path = answered.database.path
    spoil(path)
    damaged = path.read_bytes()
    aside = copies.set_aside(path.parent, clock)
    assert aside is not None
    assert aside.read_bytes() == damaged
    again = services_in(path.parent)
    assert again.diary.count() == 0
    again.database.close()


def test_what_a_killed_copy_left_is_replaced(answered: Services) -> None:
    folder = answered.database.path.parent / "copies"
    folder.mkdir()
    (folder / "rygvej-2026-10-05.part").write_bytes(b"half")
    copy = made(answered)
    assert [file.name for file in folder.iterdir()] == [copy.name]
    assert pain_in(copy) == 4


def test_a_copy_of_a_newer_version_is_not_offered(answered: Services) -> None:
    copy = made(answered)
    with sqlite3.connect(copy) as newer:
        newer.execute("UPDATE schema_version SET version_num = '0042'")
    newer.close()
    assert copies.newest(answered.database.path.parent) is None
