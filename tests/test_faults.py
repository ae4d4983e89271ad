"""The device lets the app down: each time a sentence of its own, and nothing half-written stays."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from shutil import copy

import pytest

from lbp_app.actions import diary
from lbp_app.errors import (
    AppError,
    DamagedError,
    DiskFullError,
    LockedError,
    NewerError,
    ReadOnlyError,
)
from lbp_app.model.day import Clock
from lbp_app.model.diary import CheckIn, Scale
from lbp_app.services import Services
from lbp_app.store import copies
from lbp_app.store.session import open_database
from tests.builders import TODAY, ten_years
from tests.disks import disk_at, mounted, pull_out
from tests.process import fill_up, heard, process, services_in


def whole(path: Path) -> bool:
    with sqlite3.connect(path) as plain:
        found = plain.execute("PRAGMA integrity_check").fetchone()
    plain.close()
    return bool(found == ("ok",))


def closed(services: Services) -> Path:
    services.database.close()
    return services.database.path


# --- locked -------------------------------------------------------------------------------------


@pytest.mark.full
def test_while_another_program_writes_a_tap_says_so_and_keeps_nothing(services: Services) -> None:
    with process("hold", services.database.path.parent, "writing") as other:
        assert heard(other) == "held"
        with pytest.raises(LockedError):
            diary.answer(services, TODAY, Scale.BACK, 4)
        assert services.diary.get(TODAY) == CheckIn(TODAY)
        assert other.stdin is not None
        other.stdin.close()
        other.wait(10)
    diary.answer(services, TODAY, Scale.BACK, 5)
    told = services.history.of("check_in", TODAY.isoformat())
    assert [change.new for change in told] == [5]


@pytest.mark.full
def test_a_file_that_another_program_has_for_itself_cannot_be_opened(
    services: Services, clock: Clock
) -> None:
    folder = closed(services).parent
    with process("hold", folder, "alone") as other:
        assert heard(other) == "held"
        with pytest.raises(LockedError):
            open_database(folder, clock)
    open_database(folder, clock).close()


@pytest.mark.full
def test_two_processes_that_write_at_once_both_keep_everything(tmp_path: Path) -> None:
    first, second, days = TODAY, TODAY - timedelta(days=500), 120
    with (
        process("answer", tmp_path / "d", first, days) as one,
        process("answer", tmp_path / "d", second, days) as two,
    ):
        assert (heard(one), heard(two)) == ("ready", "ready")
        for each in (one, two):
            assert each.stdin is not None
            each.stdin.write("go\n")
            each.stdin.flush()
        assert (heard(one), heard(two)) == ("done", "done")
    services = services_in(tmp_path / "d")
    answers = {c.day: c.back_pain for c in services.diary.between(date.min, date.max)}
    assert answers == {
        start - timedelta(days=n): n % 11 for start in (first, second) for n in range(days)
    }
    assert whole(closed(services))


# --- full ---------------------------------------------------------------------------------------


@pytest.mark.full
def test_when_no_file_may_grow_it_says_that_the_disk_is_full(tmp_path: Path) -> None:
    with process("within", tmp_path, 800_000) as other:
        kept, key = heard(other).split()
        assert key == "error.disk_full"
        assert heard(other) == "again"
    services = services_in(tmp_path)
    notes = [c.note.split()[0] for c in services.diary.between(date.min, date.max) if c.note]
    assert notes == [str(n) for n in reversed(range(int(kept)))]
    assert int(kept) > 10
    assert services.diary.get(TODAY).back_pain == 4
    assert whole(closed(services))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """One megabyte and a half, mounted; only root can have one."""
    why_skipped = "needs root and mount; the limit on file size is tested all the same"
    with disk_at(tmp_path / "disk", "1500k", why_skipped) as disk:
        yield disk


@pytest.mark.full
def test_on_a_full_disk_it_says_so_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    (small_disk / "holiday.jpg").write_bytes(b"x" * 500_000)
    services = services_in(small_disk)
    kept, key = fill_up(services)
    assert (key, kept > 10) == ("error.disk_full", True)
    with pytest.raises(DiskFullError):
        copies.make_daily(services.database, services.clock)
    assert list(small_disk.glob("copies/*")) == []
    (small_disk / "holiday.jpg").unlink()
    diary.answer(services, TODAY, Scale.BACK, 4)
    assert services.diary.count() == kept
    assert whole(closed(services))


@pytest.mark.full
def test_on_a_full_disk_nothing_half_made_is_begun(small_disk: Path, clock: Clock) -> None:
    with pytest.raises(OSError, match="No space"):
        (small_disk / "holiday.jpg").write_bytes(b"x" * 2_000_000)
    with pytest.raises(DiskFullError):
        open_database(small_disk, clock)
    (small_disk / "holiday.jpg").unlink()
    open_database(small_disk, clock).close()


# --- read-only ----------------------------------------------------------------------------------


@pytest.fixture
def read_only(tmp_path: Path, clock: Clock) -> Iterator[Path]:
    """A folder with a database in it that may not be written; chmod does not stop root."""
    folder = tmp_path / "kept"
    folder.mkdir()
    if os.geteuid() != 0:
        open_database(folder, clock).close()
        folder.chmod(0o500)
        (folder / copies.FILE).chmod(0o400)
        yield folder
        folder.chmod(0o700)
        return
    if not mounted("-t", "tmpfs", "tmpfs", folder):
        pytest.skip("root without mount can write everywhere")
    open_database(folder, clock).close()
    assert mounted("-o", "remount,ro", folder)
    yield folder
    pull_out(folder)


@pytest.fixture
def read_only_file(tmp_path: Path, clock: Clock) -> Iterator[Path]:
    """A database that may not be written in a folder that may."""
    database = open_database(tmp_path, clock)
    database.close()
    if os.geteuid() != 0:
        database.path.chmod(0o400)
        yield tmp_path
        return
    if not mounted("--bind", database.path, database.path):
        pytest.skip("root without mount can write everywhere")
    assert mounted("-o", "remount,bind,ro", database.path)
    yield tmp_path
    pull_out(database.path)


@pytest.mark.full
def test_a_file_that_may_not_be_written_says_so(read_only_file: Path, clock: Clock) -> None:
    with pytest.raises(ReadOnlyError):
        open_database(read_only_file, clock)


@pytest.mark.full
def test_a_database_that_may_not_be_written_says_so(read_only: Path, clock: Clock) -> None:
    with pytest.raises(ReadOnlyError):
        open_database(read_only, clock)


@pytest.mark.full
def test_a_folder_that_may_not_be_written_says_so(read_only: Path, clock: Clock) -> None:
    with pytest.raises(ReadOnlyError):
        open_database(read_only / "new", clock)


# --- damaged ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ten_years_old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    services = services_in(tmp_path_factory.mktemp("old"))
    ten_years(services)
    return closed(services)


@pytest.fixture
def lived(ten_years_old: Path, tmp_path: Path) -> Path:
    """The closed file of ten years, without a log."""
    return Path(copy(ten_years_old, tmp_path / copies.FILE))


@pytest.mark.parametrize(
    "content",
    [b"Ikke en database, men en indk\xc3\xb8bsliste. " * 50, b"SQLite format 3\0" + b"\0" * 4080],
    ids=["text", "header alone"],
)
def test_a_file_that_is_no_database_is_damaged_and_left_alone(
    tmp_path: Path, clock: Clock, content: bytes
) -> None:
    (tmp_path / copies.FILE).write_bytes(content)
    with pytest.raises(DamagedError):
        open_database(tmp_path, clock)
    assert (tmp_path / copies.FILE).read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path, clock: Clock) -> None:
    with sqlite3.connect(tmp_path / copies.FILE) as other:
        other.execute("CREATE TABLE stamps (country)")
    other.close()
    before = (tmp_path / copies.FILE).read_bytes()
    with pytest.raises(DamagedError):
        open_database(tmp_path, clock)
    assert (tmp_path / copies.FILE).read_bytes() == before


@pytest.mark.parametrize("part", [0.9, 0.5, 0.1])
@pytest.mark.full
def test_a_file_cut_short_is_found_out(lived: Path, clock: Clock, part: float) -> None:
    os.truncate(lived, int(lived.stat().st_size * part))
    with pytest.raises(DamagedError):
        open_database(lived.parent, clock)


@pytest.mark.full
def test_a_start_that_was_killed_before_the_first_table_is_begun_again(
    tmp_path: Path, clock: Clock
) -> None:
    with sqlite3.connect(tmp_path / copies.FILE) as begun:
        begun.execute("PRAGMA journal_mode = WAL")
    begun.close()
    assert (tmp_path / copies.FILE).stat().st_size > 0
    open_database(tmp_path, clock).close()
    services_in(tmp_path).database.close()


@pytest.mark.full
def test_a_page_of_zeros_is_found_out(lived: Path, clock: Clock) -> None:
    pages = lived.stat().st_size // 4096
    with lived.open("r+b") as file:
        file.seek(pages // 2 * 4096)
        file.write(b"\0" * 4096)
    with pytest.raises(DamagedError):
        open_database(lived.parent, clock)


def flipped(path: Path, random: Random, bytes_wrong: int) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(bytes_wrong):
        content[random.randrange(len(content))] ^= random.randrange(1, 256)
    path.write_bytes(content)


FLIPS = [*range(12), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(12, 300))]


@pytest.mark.parametrize("seed", FLIPS)
def test_flipped_bytes_are_found_out_or_do_no_harm(lived: Path, clock: Clock, seed: int) -> None:
    """A letter of a note can change unseen; a crash, or an answer off its scale, cannot happen."""
    flipped(lived, Random(seed), bytes_wrong=1 + seed % 12 * 10)  # noqa: S311
    try:
        services = services_in(lived.parent)
        services.diary.between(date.min, date.max)
        for day in services.diary.between(date.min, date.max):
            services.history.of("check_in", day.day.isoformat())
        closed(services)
    except AppError as error:
        assert isinstance(error, DamagedError)  # noqa: PT017


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.full
def test_much_damage_is_always_found_out(lived: Path, clock: Clock, seed: int) -> None:
    flipped(lived, Random(seed), bytes_wrong=400)  # noqa: S311
    with pytest.raises(DamagedError):
        open_database(lived.parent, clock)


# --- newer --------------------------------------------------------------------------------------


@pytest.mark.parametrize("log_left", [False, True], ids=["closed", "with its log"])
def test_a_database_of_a_newer_version_is_not_touched(
    services: Services, clock: Clock, log_left: bool
) -> None:
    folder = closed(services).parent
    newer = sqlite3.connect(folder / copies.FILE, isolation_level=None)
    newer.execute("UPDATE schema_version SET version_num = '0042'")
    if not log_left:
        newer.close()
    files = [folder / (copies.FILE + part) for part in ("", "-wal") if part == "" or log_left]
    before = [(file.read_bytes(), file.stat().st_mtime_ns) for file in files]
    with pytest.raises(NewerError):
        open_database(folder, clock)
    assert [(file.read_bytes(), file.stat().st_mtime_ns) for file in files] == before
    assert log_left or [file.name for file in folder.iterdir()] == [copies.FILE]
    newer.close()
