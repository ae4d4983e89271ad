"""`lbp remind --once` on a real session bus, and where there is none."""

import os
import shutil
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from lbp_app.actions import reminder, ring
from lbp_app.front.lifecycle import Lock
from lbp_app.model.day import Clock
from lbp_app.model.reminder import Thing
from lbp_app.model.ring import Outside
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.notifications import service, session_bus
from tests.serving import lbp

NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "XDG_RUNTIME_DIR": "/nowhere"}
needs_bus = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="no dbus-daemon")


def env(**more: str) -> dict[str, str]:
    return {**os.environ, "LANG": "da_DK.UTF-8", "TZ": "UTC", **more}


def services_at(folder: Path, at: datetime) -> Services:
    clock = Clock(lambda: at, lambda: UTC)
    database = open_database(folder, clock)
    person_id, _ = DeviceStore(database).active_person()
    return services_for(database, person_id, clock, stop=lambda: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A walk was planned for this minute, an hour ago."""
    now = datetime.now(UTC)
    services = services_at(tmp_path / "data", now - timedelta(hours=1))
    reminder.turn(services, Thing.WALK, True)
    reminder.put_quiet(services, None)
    reminder.put_times(services, Thing.WALK, [time(now.hour, now.minute)])
    ring.settle(services)
    services.database.close()
    return tmp_path / "data"


def rung(folder: Path) -> list[tuple[str, Outside]]:
    services = services_at(folder, datetime.now(UTC))
    found = [(one.what, one.outside) for one in ring.recent(services)]
    services.database.close()
    return found


@needs_bus
@pytest.mark.full
def test_it_rings_once_in_neutral_words(folder: Path, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    with session_bus() as bus, service(heard, env(**bus)):
        for _ in range(2):
            done = lbp("remind", "--once", "--data", str(folder), env=env(**bus))
            assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert heard.read_text("utf-8") == "Rygvej|Rygvej|Tid til en tur\n"
    assert rung(folder) == [("walk", Outside.SHOWN)]


@needs_bus
@pytest.mark.full
def test_a_bus_without_a_notification_service(folder: Path) -> None:
    with session_bus() as bus:
        done = lbp("remind", "--once", "--data", str(folder), env=env(**bus))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Ikke vist: Der er ingen beskedtjeneste på denne computer.\n"
    assert rung(folder) == [("walk", Outside.NO_SERVICE)]


@pytest.mark.full
def test_where_there_is_no_bus_it_says_so(folder: Path) -> None:
    done = lbp("remind", "--once", "--data", str(folder), env=env(**NO_BUS))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Ikke vist: Der er ingen beskedtjeneste på denne computer.\n"
    assert rung(folder) == [("walk", Outside.NO_SERVICE)]


@pytest.mark.full
def test_it_leaves_it_to_the_app_that_runs(folder: Path) -> None:
    lock = Lock(folder)
    assert lock.take()
    done = lbp("remind", "--once", "--data", str(folder), env=env(**NO_BUS))
    lock.release()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert rung(folder) == []


@pytest.mark.full
def test_without_answers_or_once_there_is_nothing_to_do(tmp_path: Path) -> None:
    done = lbp("remind", "--once", "--data", str(tmp_path / "none"), env=env(**NO_BUS))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "none").exists()
    assert lbp("remind", env=env(**NO_BUS)).returncode == 2
