"""My data where the disk is full, may not be written, or is gone: one sentence, nothing changed."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from lbp_app.actions import backup, deletion, diary, export, schedule
from lbp_app.content.failures import SENTENCES
from lbp_app.model.deletion import Kind, Scope
from lbp_app.model.diary import Scale
from lbp_app.model.export import Form
from lbp_app.services import Services
from lbp_app.store import copies
from tests.builders import TODAY, refused_with, ten_years
from tests.disks import disk_at, mounted, pull_out
from tests.process import services_in
from tests.test_backup import everything
from tests.test_deletion import again, found_in

NOTE = "Dagbogshemmelig"
Change = Callable[[Services, Path], object]


def restore(services: Services, file: Path) -> None:
    with file.open("rb") as opened:
        backup.restore(services, opened, None)


def merge(services: Services, file: Path) -> None:
    with file.open("rb") as opened:
        backup.merge(services, opened, None)


def delete(services: Services, _file: Path) -> None:
    deletion.delete(services, Scope(Kind.DIARY))


# With the bytes that are left: none, or room for the copy that is taken first.
CHANGES = ((restore, 0), (restore, 1_000_000), (merge, 0), (merge, 1_000_000), (delete, 0))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of another time, of much more than there is here."""
    folder = tmp_path_factory.mktemp("other")
    other = services_in(folder / "data")
    ten_years(other)
    path = folder / "kopi.rygvej"
    backup.make_file(other, path, None)
    other.database.close()
    return path


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Of twelve megabytes, mounted; only root can have one."""
    with disk_at(tmp_path / "disk", "12m") as place:
        yield place


def write(services: Services, days: int) -> None:
    with services.database.not_waiting():
        for n in range(days):
            diary.write_note(services, TODAY - timedelta(days=n), f"{NOTE} {n} " + "å" * 400)


def fill(disk: Path, but: int = 0) -> Path:
    """To the last byte, `but` so many."""
    path = disk / "holiday.jpg"
    with path.open("wb", buffering=0) as opened, suppress(OSError):
        while True:
            opened.write(b"x" * 1024)
    os.truncate(path, path.stat().st_size - but)
    return path


def files(disk: Path) -> set[str]:
    return {path.name for path in disk.rglob("*") if path.is_file()}


@pytest.mark.full
@pytest.mark.parametrize(("change", "room"), CHANGES)
def test_on_a_full_disk_nothing_changes_and_with_room_it_goes_on(
    disk: Path, file: Path, change: Change, room: int
) -> None:
    services = services_in(disk)
    write(services, 10)
    before, photo = everything(services), fill(disk, room)
    listed = files(disk)
    key = refused_with(lambda: change(services, file))
    assert key == "error.disk_full"
    assert everything(services) == before
    assert room or files(disk) == listed, "nothing half-made"
    photo.unlink()
    subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
    change(services, file)
    assert everything(services) != before
    services.database.close()


@pytest.mark.full
def test_what_was_deleted_leaves_the_files_once_there_is_room(disk: Path) -> None:
    services = services_in(disk)
    write(services, 10)
    delete(services, disk)
    photo = fill(disk)
    with suppress(Exception):
        deletion.finish(services, now=True)
    assert again(services).diary.count() == 0
    photo.unlink()
    deletion.finish(services, now=True)
    assert found_in(disk, NOTE) == []
    services.database.close()


# --- a stick ------------------------------------------------------------------------------------


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, as a stick is; only root can mount one."""
    with disk_at(tmp_path / "usb", "3m") as place:
        yield place


def ways(services: Services, place: Path) -> dict[str, Callable[[], object]]:
    """All that writes to a place of the person's choice."""
    return {
        "backup": lambda: backup.make_file(services, place / "a.rygvej", None),
        "export": lambda: export.export_file(services, Form.JSON, place / "a.json"),
        "plan": lambda: schedule.begin(services, str(place / "her"), 1, 3, None),
    }


def test_a_stick_that_may_not_be_written(services: Services, stick: Path) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    assert mounted("-o", "remount,ro", stick)
    said = {name: refused_with(way) for name, way in ways(services, stick).items()}
    assert {key.rpartition("_")[0] for key in said.values()} <= {
        "error.backup_read",
        "error.export_read",
    }
    assert all(key.endswith("read_only") and key in SENTENCES for key in said.values())
    assert list(stick.iterdir()) == []
    assert services.hand_overs.all() == []
    assert schedule.schedule(services) is None


@pytest.mark.full
def test_a_stick_that_is_full_keeps_what_lay_there(services: Services, stick: Path) -> None:
    write(services, 10)
    backup.make_file(services, stick / "a.rygvej", None)
    before = (stick / "a.rygvej").read_bytes()
    fill(stick)
    said = {name: refused_with(way) for name, way in ways(services, stick).items()}
    assert all(key.endswith("_full") and key in SENTENCES for key in said.values()), said
    assert (stick / "a.rygvej").read_bytes() == before
    assert {path.name for path in stick.iterdir()} <= {"a.rygvej", "holiday.jpg", "her"}


@pytest.mark.full
def test_a_stick_that_was_pulled_out_between_two_planned_backups(
    services: Services, stick: Path
) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    schedule.begin(services, str(stick), 1, 3, None)
    pull_out(stick)
    assert stick.is_dir(), "where it was mounted there is an empty folder now"
    assert schedule.run(services).why == "error.backup_gone"
    assert list(stick.iterdir()) == []


@pytest.mark.full
def test_a_restore_where_nothing_may_be_written(tmp_path: Path, file: Path) -> None:
    with disk_at(tmp_path / "kept", "50%") as place:
        services = services_in(place)
        write(services, 3)
        before = everything(services)
        copies.make_daily(services.database, services.clock)
        services.database.close()
        assert mounted("-o", "remount,ro", place)
        key = refused_with(lambda: restore(services, file))
        assert key in ("error.read_only", "error.store")
        assert mounted("-o", "remount,rw", place)
        left = services_in(place)
        assert everything(left) == before
        left.database.close()
