import stat
import sys
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from sqlite3 import connect

import pytest
from sqlalchemy import select

from lbp_app.actions import diary
from lbp_app.errors import AppError, StoreError
from lbp_app.model.day import Clock
from lbp_app.model.diary import CheckIn, Scale
from lbp_app.model.flare import Flare
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause
from lbp_app.model.person import Person, Preferences
from lbp_app.services import Services
from lbp_app.store import tables
from lbp_app.store.session import Database, open_database
from tests.builders import TODAY, YESTERDAY, Hand, ten_years

PAIRS = {
    "check_in": CheckIn,
    "flare": Flare,
    "history": Change,
    "pause": Pause,
    "person": Person,
    "preferences": Preferences,
}


def pragma(database: Database, name: str) -> object:
    with database.reading() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_it_waits_for_the_disk_and_wipes_what_is_deleted(database: Database) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
    assert [pragma(database, name) for name in asked] == ["wal", 2, 1, 1, 1000]


def test_made_up_answers_may_be_written_without_waiting_and_only_they(database: Database) -> None:
    with database.not_waiting():
        assert pragma(database, "synchronous") == 0
    assert pragma(database, "synchronous") == 2


def test_what_is_said_is_there_at_the_next_start(services: Services, clock: Clock) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    services.database.close()
    again = open_database(services.database.path.parent, clock)
    with again.reading() as connection:
        assert connection.scalar(select(tables.check_in.c.back_pain)) == 4
    again.close()


def test_files_are_for_this_user_alone(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    folder = services.database.path.parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert modes == {f"rygvej.db{part}": 0o600 for part in ("", "-wal", "-shm")}


@pytest.mark.full
def test_a_folder_with_a_space_and_danish_letters_will_do(tmp_path: Path, clock: Clock) -> None:
    database = open_database(tmp_path / "på min æske" / "100 % #1?", clock)
    database.close()
    open_database(tmp_path / "på min æske" / "100 % #1?", clock).close()
    assert database.path.stat().st_size > 0


def test_subscribers_hear_of_each_commit_until_they_leave(services: Services) -> None:
    heard: list[int | None] = []
    leave = services.database.subscribe(lambda: heard.append(services.diary.get(TODAY).back_pain))
    diary.answer(services, TODAY, Scale.BACK, 4)
    diary.answer(services, TODAY, Scale.BACK, 5)
    leave()
    leave()
    diary.answer(services, TODAY, Scale.BACK, 6)
    assert heard == [4, 5]


def test_a_listener_that_fails_spoils_neither_the_write_nor_the_others(
    services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[str] = []

    def fail() -> None:
        raise RuntimeError("Karen has pain 7")

    services.database.subscribe(fail)
    services.database.subscribe(lambda: heard.append("second"))
    diary.answer(services, TODAY, Scale.BACK, 7)
    assert services.diary.get(TODAY).back_pain == 7
    assert heard == ["second"]
    assert "RuntimeError" in caplog.text
    assert "Karen" not in caplog.text


def test_a_refused_write_is_not_told_and_leaves_nothing(services: Services) -> None:
    heard: list[str] = []
    services.database.subscribe(lambda: heard.append("told"))

    def write_twice() -> None:
        with services.database.writing() as connection:
            connection.execute(tables.device.insert().values(key="kept", value=1))
            connection.execute(tables.device.insert().values(key="kept", value=2))

    with pytest.raises(StoreError):
        write_twice()
    assert services.device.get("kept") is None
    assert heard == []


def test_errors_do_not_carry_answers(services: Services) -> None:
    row = {"person_id": "nobody", "day": TODAY, "note": "Karen 7", "skipped": ""}
    with pytest.raises(StoreError) as caught, services.database.writing() as connection:
        connection.execute(tables.check_in.insert().values(**row))
    cause: BaseException | None = caught.value
    while cause is not None:
        assert "Karen" not in str(cause)
        cause = cause.__cause__


def test_instants_are_utc_and_a_naive_one_is_refused() -> None:
    kind = tables.Instant()
    local = datetime.fromisoformat("2026-10-05T09:00:00+02:00")
    assert kind.process_bind_param(local, None) == datetime(2026, 10, 5, 7)  # noqa: DTZ001
    read = kind.process_result_value(datetime(2026, 10, 5, 7), None)  # noqa: DTZ001
    assert read == datetime(2026, 10, 5, 7, tzinfo=UTC)
    with pytest.raises(TypeError):
        kind.process_bind_param(datetime(2026, 10, 5, 7), None)  # noqa: DTZ001


@pytest.mark.parametrize("name", PAIRS)
def test_each_field_of_the_model_has_its_column(name: str) -> None:
    columns = set(tables.metadata.tables[name].columns.keys())
    wanted = {field.name for field in fields(PAIRS[name])}
    if name == "person":
        wanted = {"person_id" if field == "id" else field for field in wanted}
    assert columns - wanted <= {"person_id", "because_of"}
    assert wanted <= columns


def test_every_row_of_personal_data_carries_whose_it_is() -> None:
    without = {
        name
        for name, table in tables.metadata.tables.items()
        if "person_id" not in table.c or table.c.person_id.nullable
    }
    assert without == {"device"}


@pytest.mark.parametrize(
    "wrong",
    [
        "back_pain = 11",
        "sleep = -1",
        "leg_side = 'up'",
        "feeling = 'fine'",
        "person_id = 'nobody'",
        "note = NULL",
    ],
)
@pytest.mark.full
def test_the_file_itself_refuses_what_cannot_be(services: Services, wrong: str) -> None:
    diary.answer(services, TODAY, Scale.BACK, 4)
    with pytest.raises(AppError), services.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE check_in SET {wrong}")  # noqa: S608
    assert services.diary.get(TODAY).back_pain == 4


def test_the_file_can_be_read_with_plain_sqlite(services: Services) -> None:
    diary.answer(services, YESTERDAY, Scale.BACK, 4)
    with connect(services.database.path) as plain:
        row = plain.execute("SELECT day, back_pain, leg_pain, skipped FROM check_in").fetchone()
    plain.close()
    assert row == ("2026-10-04", 4, None, "")


@pytest.mark.full
def test_ten_years_come_back_as_they_were_written(services: Services) -> None:
    written = ten_years(services)
    assert services.diary.between(date.min, date.max) == written
    assert len(written) > 3000


def test_the_clock_is_asked_and_never_the_machine(services: Services, hand: Hand) -> None:
    hand.at = datetime(2031, 1, 1, 12, tzinfo=UTC)
    change = diary.answer(services, TODAY, Scale.BACK, 4)
    assert change.at == hand.at
    assert "datetime.now" not in Path(sys.modules[Database.__module__].__file__ or "").read_text()
