"""The database as a file that only its key opens: made so and made plain again, killed meanwhile,
damaged, of an older version, without the extra.
"""

import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from lbp_app.actions import backup, diary, export, lock, mydata
from lbp_app.content.wording import wording_for
from lbp_app.errors import DamagedError, LockedError, NewerError, StoreError
from lbp_app.exchange.ring import Ring
from lbp_app.front import doctor
from lbp_app.model.diary import Scale
from lbp_app.model.export import Form
from lbp_app.services import Guard, Services, services_for
from lbp_app.store import cipher, copies
from lbp_app.store.device import DeviceStore
from lbp_app.store.health import refuse_damage, version_of
from lbp_app.store.session import open_database
from lbp_app.store.tables import SCHEMA
from tests.builders import TODAY, YESTERDAY, Hand, refused_with
from tests.process import heard, process
from tests.test_lock import CHEAP

CODE = "solen skinner i dag"
NOTE = "Lænden brænder som ild"


class NoRing(Ring):
    def is_there(self) -> bool:
        return False


class FakeRing(Ring):
    """A keyring that works."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def is_there(self) -> bool:
        return True

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def make(self, name: str) -> bytes | None:
        self.kept[name] = name.encode()
        return self.kept[name]

    def remove(self, name: str) -> None:
        self.kept.pop(name, None)


@pytest.fixture
def somebody(services: Services) -> Services:
    diary.write_note(services, YESTERDAY, NOTE)
    copies.make_daily(services.database, services.clock)
    return services


@pytest.fixture
def encrypted(somebody: Services) -> Services:
    turn_on(somebody)
    return somebody


def turn_on(services: Services) -> str:
    recovery = lock.turn_on(services, CODE, CODE, 15, CHEAP)
    lock.encrypt(services, CODE, CHEAP, NoRing())
    return recovery


def reopened(services: Services, hand: Hand, code: str = CODE) -> Services:
    """As another start finds it, with the code said."""
    services.database.close()
    clock = hand.clock("another run")
    folder = services.database.path.parent
    guard = Guard(folder, clock)
    lock.unlock(guard, code)
    database = open_database(folder, clock, guard)
    return services_for(database, DeviceStore(database).active_person()[0], clock, services.stop)


def files(folder: Path) -> Iterator[Path]:
    return (one for one in folder.rglob("*") if one.is_file())


def found_in(folder: Path, text: str) -> list[str]:
    return [one.name for one in files(folder) if text.encode() in one.read_bytes()]


# --- encrypted and plain again ------------------------------------------------------------------


@pytest.mark.full
def test_nothing_that_was_written_is_found_in_any_file(somebody: Services, hand: Hand) -> None:
    folder = somebody.database.path.parent
    assert found_in(folder, NOTE)
    turn_on(somebody)
    diary.write_note(somebody, TODAY, NOTE + " igen")
    hand.move(days=1)
    copies.make_daily(somebody.database, somebody.clock)
    assert found_in(folder, NOTE) == found_in(folder, "SQLite format 3") == []
    assert somebody.diary.get(YESTERDAY).note == NOTE


@pytest.mark.full
def test_another_start_opens_it_with_the_code_or_the_recovery_key(
    somebody: Services, hand: Hand
) -> None:
    recovery = turn_on(somebody)
    for code in (CODE, recovery):
        again = reopened(somebody, hand, code)
        assert again.diary.get(YESTERDAY).note == NOTE
        assert again.database.is_encrypted
        diary.answer(again, TODAY, Scale.BACK, 3)
        again.database.close()


@pytest.mark.full
def test_it_is_made_plain_again_copies_too(encrypted: Services, hand: Hand) -> None:
    diary.answer(encrypted, TODAY, Scale.BACK, 3)
    lock.turn_off(encrypted, CODE, NoRing())
    assert encrypted.diary.get(TODAY).back_pain == 3
    diary.answer(encrypted, TODAY, Scale.MOOD, 2)
    folder = encrypted.database.path.parent
    encrypted.database.close()
    for file in (encrypted.database.path, *copies.all_beside(encrypted.database.path)):
        refuse_damage(file)
    assert not list(folder.glob("lock*"))
    assert open_database(folder, hand.clock()).is_encrypted is False


def test_a_short_code_is_not_enough_without_a_keyring(somebody: Services) -> None:
    lock.turn_on(somebody, "482913", "482913", 15, CHEAP)
    said = refused_with(lambda: lock.encrypt(somebody, "482913", CHEAP, NoRing()))
    assert said == "error.code_short_alone"
    assert not somebody.database.is_encrypted


@pytest.mark.full
def test_with_a_keyring_the_code_alone_opens_no_copied_file(somebody: Services) -> None:
    ring = FakeRing()
    recovery = lock.turn_on(somebody, "482913", "482913", 15, CHEAP)
    lock.encrypt(somebody, "482913", CHEAP, ring)
    assert somebody.database.is_encrypted
    guard = somebody.guard
    key = lock.proven(guard, "482913", ring)
    assert refused_with(lambda: lock.proven(guard, "482913", NoRing())) == "error.ring_lost"
    assert lock.proven(guard, recovery, NoRing()) == key
    lock.change_code(somebody, recovery, "913482", "913482", CHEAP, ring)
    assert lock.proven(guard, "913482", ring) == key
    lock.turn_off(somebody, "913482", ring)
    assert ring.kept == {}


@pytest.mark.full
def test_deleting_everything_takes_the_lock_and_its_keys(encrypted: Services, hand: Hand) -> None:
    folder = encrypted.database.path.parent
    mydata.delete_everything(encrypted)
    assert found_in(folder, NOTE) == []
    assert [one.name for one in files(folder) if one.name.startswith("lock")] == []
    encrypted.database.close()
    again = open_database(folder, hand.clock())
    assert not again.is_encrypted
    again.close()


@pytest.mark.full
def test_another_program_that_has_it_open_keeps_it_as_it_is(somebody: Services) -> None:
    lock.turn_on(somebody, CODE, CODE, 15, CHEAP)
    with process("hold", somebody.database.path.parent, "shared") as other:
        assert heard(other) == "held"
        with pytest.raises(LockedError):
            lock.encrypt(somebody, CODE, CHEAP, NoRing())
        assert somebody.guard.lock
        assert not somebody.guard.lock.encrypts
    assert somebody.diary.get(YESTERDAY).note == NOTE
    lock.encrypt(somebody, CODE, CHEAP, NoRing())
    assert somebody.diary.get(YESTERDAY).note == NOTE


# --- everything else goes on --------------------------------------------------------------------


@pytest.mark.full
def test_backup_and_restore(encrypted: Services) -> None:
    content, held = backup.make(encrypted, None)
    diary.write_note(encrypted, YESTERDAY, "noget andet")
    assert backup.restore(encrypted, BytesIO(content), None) == held
    assert encrypted.diary.get(YESTERDAY).note == NOTE
    backup.undo_restore(encrypted)
    assert encrypted.diary.get(YESTERDAY).note == "noget andet"
    assert found_in(encrypted.database.path.parent, "SQLite format 3") == []


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.full
def test_export(encrypted: Services, tmp_path: Path, form: Form) -> None:
    export.export_file(encrypted, form, tmp_path / "out", replace=False)
    assert (tmp_path / "out").stat().st_size


@pytest.mark.full
def test_a_damaged_file_is_replaced_by_the_newest_copy(encrypted: Services, hand: Hand) -> None:
    path, key = encrypted.database.path, encrypted.guard.key
    encrypted.database.close()
    content = bytearray(path.read_bytes())
    content[5000:5100] = bytes(100)
    path.write_bytes(content)
    with pytest.raises(DamagedError):
        reopened(encrypted, hand)
    newest = copies.newest(path.parent, key)
    assert newest
    copies.restore(path.parent, newest, hand.clock(), key)
    again = reopened(encrypted, hand)
    assert again.diary.get(YESTERDAY).note == NOTE
    assert again.database.is_encrypted


@pytest.mark.full
def test_the_file_of_another_lock_is_damage(encrypted: Services, hand: Hand) -> None:
    encrypted.database.close()
    path = encrypted.database.path
    with pytest.raises(DamagedError):
        refuse_damage(path, b"0" * 32)
    with pytest.raises(DamagedError):
        refuse_damage(path)


@pytest.mark.full
def test_one_of_a_newer_version_is_refused(encrypted: Services, hand: Hand) -> None:
    with encrypted.database.writing() as connection:
        connection.exec_driver_sql("UPDATE schema_version SET version_num = '9999'")
    with pytest.raises(NewerError):
        reopened(encrypted, hand)


@pytest.mark.full
def test_one_of_an_older_version_is_brought_up_to_date(somebody: Services, hand: Hand) -> None:
    with somebody.database.writing() as connection:
        for newest in ("reminder", "reminder_manner", "ring", "participant_report"):
            connection.exec_driver_sql(f"DROP TABLE {newest}")
        connection.exec_driver_sql("ALTER TABLE taken_plan DROP COLUMN variations")
        connection.exec_driver_sql("UPDATE schema_version SET version_num = '0010'")
    turn_on(somebody)
    again = reopened(somebody, hand)
    assert again.diary.get(YESTERDAY).note == NOTE
    assert again.reminders.all() == []
    again.database.close()
    path, key = again.database.path, again.guard.key
    assert version_of(path, key) == SCHEMA
    [before] = [one for one in copies.all_beside(path) if one.name.startswith("version-0010")]
    assert not cipher.is_plain(before)


def test_without_the_extra_it_is_said_how_to_get_it(
    encrypted: Services, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "find_spec", lambda name: None)
    with pytest.raises(StoreError) as caught:
        reopened(encrypted, hand)
    assert caught.value.key == "error.cipher_missing"


def test_the_doctor_says_whether_it_is_encrypted(
    encrypted: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = encrypted.database.path.parent
    said = list(doctor.lines(folder, wording_for("da"), report=True))
    assert "Databasen: krypteret, kan kun ses efter med koden" in said
    assert "Lås: på" in said
    lock.turn_off(encrypted, CODE, NoRing())
    said = list(doctor.lines(folder, wording_for("da"), report=True))
    assert f"Databasen: i orden, udgave {SCHEMA}" in said
    assert "Lås: ingen" in said


# --- killed -------------------------------------------------------------------------------------


def whole(folder: Path, hand: Hand) -> bool:
    """Opens it as the next start does; everything is there. Whether it is encrypted now."""
    guard = Guard(folder, hand.clock())
    lock.unlock(guard, CODE)
    database = open_database(folder, hand.clock(), guard)
    services = services_for(
        database, DeviceStore(database).active_person()[0], hand.clock(), lambda: None
    )
    assert services.diary.get(YESTERDAY).note == NOTE
    assert services.diary.count() == 1
    assert guard.lock
    assert database.is_encrypted == guard.lock.encrypts
    database.close()
    for copy in copies.all_beside(database.path):
        assert cipher.is_plain(copy) != guard.lock.encrypts
        refuse_damage(copy, copies.key_of(copy, guard.key))
    assert guard.lock.encrypts is bool(not found_in(folder, NOTE))
    return database.is_encrypted


@pytest.mark.timeout(1800)  # 200 of them take four minutes and more
@pytest.mark.parametrize("kills", [8, pytest.param(200, marks=pytest.mark.full)])
@pytest.mark.full
def test_killed_at_any_moment_the_old_file_or_the_new_is_whole(
    somebody: Services, hand: Hand, kills: int
) -> None:
    folder, random = somebody.database.path.parent, Random(kills)  # noqa: S311
    lock.turn_on(somebody, CODE, CODE, 15, CHEAP)
    somebody.database.close()
    states = list[bool]()
    with process("conversions", folder, CODE) as worker:
        assert worker.stdin
        for _ in range(kills):
            worker.stdin.write("live\n")
            worker.stdin.flush()
            pid = int(heard(worker).split()[1])
            while heard(worker) != "begins":
                pass
            time.sleep(random.uniform(0, 0.12))
            os.kill(pid, signal.SIGKILL)
            while heard(worker) != "dead":
                pass
            states.append(whole(folder, hand))
    assert len({*states}) == 2 or kills < 20


@pytest.mark.full
def test_what_was_begun_goes_on_with_the_next_start(somebody: Services, hand: Hand) -> None:
    """Killed between the lock and the file."""
    from dataclasses import replace

    lock.turn_on(somebody, CODE, CODE, 15, CHEAP)
    guard = somebody.guard
    assert guard.lock
    assert guard.key
    guard.put(replace(guard.lock, encrypts=True), guard.key)
    again = reopened(somebody, hand)
    assert again.database.is_encrypted
    assert found_in(again.database.path.parent, NOTE) == []


def test_plain_files_stay_readable_without_the_extra(services: Services, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(services.database.path, copy)
    with closing(sqlite3.connect(copy)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
