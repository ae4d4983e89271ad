"""A real database in a folder of its own, a clock that a test moves by hand."""

import gc
import os
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import settings

from lbp_app import demo
from lbp_app.content import bundle
from lbp_app.model.day import Clock
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import Database, open_database
from tests.builders import Hand
from tests.process import services_in

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a place for folders of their own
ROOM = 4_000_000_000  # bytes
FEW = 4  # cases of one test that `make test` runs

settings.register_profile("any machine", deadline=None)  # a slow one breaks no promise
settings.load_profile("any machine")


def pytest_configure() -> None:
    """The folders of tests lie in memory where there is room: each answer waits for the disk.

    Thousands of tests that stay to the end are no garbage: nobody looks at them again and again.
    """
    gc.disable()
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of the many cases of a test that works on files a few, evenly spread, are for `make test`."""
    costly = [item for item in items if "tmp_path" in getattr(item, "fixturenames", ())]
    for _, cases in groupby(costly, key=lambda item: item.nodeid.partition("[")[0]):
        for spared in _between(list(cases)):
            spared.add_marker(pytest.mark.full)


def _between(cases: list[pytest.Item]) -> list[pytest.Item]:
    kept = {round(n * (len(cases) - 1) / (FEW - 1)) for n in range(FEW)}
    return [case for at, case in enumerate(cases) if at not in kept]


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def clock(hand: Hand) -> Clock:
    return hand.clock()


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As the first start makes it; copied, for making it takes longer than most tests."""
    folder = tmp_path_factory.mktemp("new") / "data"
    database = open_database(folder, Hand().clock())
    DeviceStore(database).active_person()
    database.close()
    return folder


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight weeks of the demo's patient; copied, for living them takes seconds."""
    services = services_in(folder := tmp_path_factory.mktemp("lived"))
    demo.fill(services, weeks=8, seed=1)
    services.database.close()
    return folder


@pytest.fixture(scope="module")
def demo_person(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = services_in(shutil.copytree(demo_folder, tmp_path_factory.mktemp("demo") / "data"))
    yield services
    services.database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content that a test may spoil."""
    made = tmp_path / "content"
    made.mkdir()
    for name in bundle.FILES:
        shutil.copy(bundle.FOLDER / f"{name}.yaml", made)
    shutil.copytree(bundle.FOLDER / bundle.LESSONS, made / bundle.LESSONS)
    return made


@pytest.fixture
def database(tmp_path: Path, clock: Clock, new_folder: Path) -> Iterator[Database]:
    database = open_database(shutil.copytree(new_folder, tmp_path / "data"), clock)
    yield database
    database.close()


@pytest.fixture
def services(database: Database, clock: Clock) -> Services:
    person_id, _role = DeviceStore(database).active_person()
    return services_for(database, person_id, clock, stop=lambda: None)
