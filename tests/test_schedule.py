"""Backups that are made by themselves: due, kept, thinned, and never in the way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from lbp_app.actions import backup, deletion, diary, mydata, schedule
from lbp_app.app import look_after
from lbp_app.exchange import sealed
from lbp_app.exchange.sealed import Cost
from lbp_app.model.diary import Scale
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.schedule import MARK
from lbp_app.screens.shell import of_active_person
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.builders import TODAY, Hand, refused_with

WORDS = "en lang adgangssætning"
PRIVATE = "Lænden brænder"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 with its real cost has tests of its own."""
    monkeypatch.setattr(sealed, "Cost", lambda *given: Cost(*(given or (1, 1, 8))))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    made = tmp_path / "usb"
    made.mkdir()
    yield made
    made.chmod(0o700) if made.exists() else None


@contextmanager
def new_device(tmp_path: Path, hand: Hand) -> Iterator[Services]:
    database = open_database(tmp_path / "other", hand.clock())
    person_id, _ = DeviceStore(database).active_person()
    yield services_for(database, person_id, hand.clock(), lambda: None)
    database.close()


def begin(services: Services, folder: Path, every: int = 1, keep: int = 3) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    schedule.begin(services, str(folder), every, keep, WORDS)


def made_on(services: Services, day: int) -> str:
    return f"rygvej-auto-2026-10-{day:02}-{services.device.get(MARK)}.rygvej"


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.full
def test_the_first_is_made_at_once_and_opens_with_the_passphrase(
    services: Services, folder: Path
) -> None:
    begin(services, folder)
    (name,) = files(folder)
    assert name == made_on(services, 5)
    with (folder / name).open("rb") as opened:
        assert backup.look_into(services, opened, WORDS).then.days == 1
        assert refused_with(lambda: backup.look_into(services, opened, "et andet kodeord")) == (
            "error.backup_passphrase"
        )
    assert [one.what for one in services.hand_overs.all()] == [HandedOver.SCHEDULED]
    assert WORDS.encode() not in services.database.path.read_bytes()


@pytest.mark.full
def test_one_a_day_and_no_more_than_asked_for_are_kept(
    services: Services, folder: Path, hand: Hand
) -> None:
    begin(services, folder)
    (folder / "mine egne papirer.txt").write_text("bliver")
    for _ in range(5):
        hand.move(days=1)
        look_after(services)
        look_after(services)
    days = [made_on(services, day) for day in (8, 9, 10)]
    assert files(folder) == ["mine egne papirer.txt", *days]
    for name in days:
        with (folder / name).open("rb") as opened:
            assert backup.look_into(services, opened, WORDS).then.days == 1


def test_two_devices_that_share_a_folder_leave_each_others_files(
    services: Services, folder: Path, tmp_path: Path, hand: Hand
) -> None:
    """Also where one of them began with a backup of the other."""
    begin(services, folder)
    schedule.run(services)  # a copy that knows of the plan
    older = folder / "rygvej-auto-2026-09-01.rygvej"  # as they were called before
    with (folder / made_on(services, 5)).open("rb") as one, new_device(tmp_path, hand) as fresh:
        older.write_bytes(one.read())
        backup.restore(fresh, one, WORDS)
        other = of_active_person(fresh)
        for _ in range(4):
            schedule.run(other)
            schedule.run(services)
            hand.move(days=1)
        marked = [made_on(each, day) for each in (services, other) for day in (6, 7, 8)]
        assert files(folder) == sorted([older.name, *marked])


@pytest.mark.full
def test_weekly_waits_a_week(services: Services, folder: Path, hand: Hand) -> None:
    begin(services, folder, every=7)
    hand.move(days=6)
    look_after(services)
    assert len(files(folder)) == 1
    hand.move(days=1)
    look_after(services)
    assert len(files(folder)) == 2


@pytest.mark.full
def test_every_file_is_sealed_with_another_nonce(
    services: Services, folder: Path, hand: Hand
) -> None:
    begin(services, folder)
    hand.move(days=1)
    look_after(services)
    heads = {(folder / name).read_bytes()[: sealed.HEAD.size] for name in files(folder)}
    assert len({head[-7:] for head in heads}) == 2
    assert len({head[:-7] for head in heads}) == 1


@pytest.mark.full
def test_a_stick_that_was_pulled_out_is_a_quiet_line(
    services: Services, folder: Path, hand: Hand
) -> None:
    begin(services, folder)
    moved = folder.rename(folder.with_name("elsewhere"))
    hand.move(days=1)
    look_after(services)
    assert schedule.standing(services).why == "error.backup_gone"
    assert schedule.standing(services).made == TODAY
    folder.mkdir()
    hand.move(hours=2)
    look_after(services)
    assert files(folder) == [], "an empty folder in its place is not written into"
    folder.rmdir()
    moved.rename(folder)
    hand.move(hours=2)
    look_after(services)
    assert schedule.standing(services).why == ""
    assert len(files(folder)) == 2


def test_a_folder_that_cannot_be_looked_into_is_a_quiet_line(
    services: Services, folder: Path, hand: Hand
) -> None:
    begin(services, folder)
    kept = services.device.get(schedule.PLAN)
    services.device.put(schedule.PLAN, kept | {"folder": str(folder / ("x" * 300))})
    hand.move(days=1)
    look_after(services)
    assert schedule.standing(services).why == "error.backup_write"


def test_whatever_keeps_one_thing_from_being_done_leaves_the_others(
    services: Services,
    folder: Path,
    hand: Hand,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(services: Services) -> None:
        raise OSError(5, f"of {PRIVATE}")

    begin(services, folder)
    hand.move(days=1)
    monkeypatch.setattr(deletion, "finish", broken)
    look_after(services)
    assert len(files(folder)) == 2
    assert "no deleting: OSError at" in caplog.text
    assert PRIVATE not in caplog.text


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(services: Services, folder: Path, hand: Hand) -> None:
    begin(services, folder)
    folder.chmod(0o500)
    hand.move(days=1)
    look_after(services)
    assert schedule.standing(services).why == "error.backup_read_only"
    assert len(files(folder)) == 1


@pytest.mark.full
def test_a_full_disk_leaves_what_was_there(
    services: Services, folder: Path, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(services, folder)
    hand.move(days=1)

    def full(_: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("lbp_app.exchange.whole_file.os.fsync", full)
    schedule.run_if_due(services)
    assert schedule.standing(services).why == "error.backup_full"
    assert files(folder) == [made_on(services, 5)]


@pytest.mark.full
def test_after_a_failure_it_is_tried_again_in_an_hour(
    services: Services, folder: Path, hand: Hand
) -> None:
    begin(services, folder)
    moved = folder.rename(folder.with_name("elsewhere"))
    hand.move(days=1)
    look_after(services)
    moved.rename(folder)
    hand.move(minutes=59)
    look_after(services)
    assert len(files(folder)) == 1
    hand.move(minutes=1)
    look_after(services)
    assert len(files(folder)) == 2


@pytest.mark.full
def test_a_clock_that_went_back_does_not_stop_it(
    services: Services, folder: Path, hand: Hand
) -> None:
    begin(services, folder)
    hand.set_wall(days=-30)
    look_after(services)
    assert schedule.standing(services).made == date(2026, 9, 5)


def test_a_place_that_is_no_use_is_refused(services: Services, tmp_path: Path) -> None:
    data = services.database.path.parent
    for given, key in (
        ("", "error.schedule_folder"),
        ("usb", "error.schedule_folder"),
        (str(data), "error.schedule_inside"),
        (str(data / "copies"), "error.schedule_inside"),
        ("~nobody-of-that-name/copies", "error.schedule_folder"),
        (str(tmp_path / "a\0b"), "error.schedule_folder"),
        (str(tmp_path / "no" / "such"), "error.backup_gone"),
    ):
        why = refused_with(lambda given=given: schedule.begin(services, given, 1, 3, WORDS))
        assert why == key, given
    assert schedule.schedule(services) is None


@pytest.mark.full
def test_stopped_it_leaves_the_files_and_forgets_the_key(
    services: Services, folder: Path, hand: Hand
) -> None:
    begin(services, folder)
    schedule.stop(services)
    hand.move(days=9)
    look_after(services)
    assert len(files(folder)) == 1
    assert services.device.get(schedule.KEY) is None


def test_everything_deleted_ends_the_plan(services: Services, folder: Path, hand: Hand) -> None:
    begin(services, folder)
    mydata.delete_everything(services)
    hand.move(days=1)
    look_after(services)
    assert len(files(folder)) == 1


@pytest.mark.full
def test_the_plan_is_there_after_a_restore(services: Services, folder: Path, hand: Hand) -> None:
    begin(services, folder)
    hand.move(days=1)
    look_after(services)
    with (folder / files(folder)[-1]).open("rb") as opened:
        backup.restore(services, opened, WORDS)
    hand.move(days=1)
    look_after(services)
    assert len(files(folder)) == 3
