"""A real database in a folder of its own, a clock that a test moves by hand."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from lbp_app.content import bundle
from lbp_app.model.day import Clock
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import Database, open_database
from tests.builders import Hand

settings.register_profile("any machine", deadline=None)  # a slow one breaks no promise
settings.load_profile("any machine")


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
