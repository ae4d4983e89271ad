import sqlite3
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lbp_app.actions import backup, diary
from lbp_app.actions.person import change_preference
from lbp_app.app import Opening, open_services
from lbp_app.config import Settings
from lbp_app.content.failures import SENTENCES
from lbp_app.model.diary import Scale
from lbp_app.screens.failure import AGAIN, ANEW, COPY
from lbp_app.store import copies
from lbp_app.store.health import version_of
from tests.harness import run
from tests.test_screens_backup import WORDS
from tests.test_screens_backup import chosen as chosen

TITLE = "Rygvej kan ikke åbne dine svar"


def with_an_answer(folder: Path) -> None:
    services = open_services(Settings(data=folder))
    diary.answer(services, services.clock.today(), Scale.BACK, 4)
    copies.make_daily(services.database, services.clock)
    services.database.close()


def damage(folder: Path) -> None:
    file = folder / copies.FILE
    file.write_bytes(b"not a database" * 400)


@pytest.mark.full
async def test_a_damaged_file_is_replaced_by_the_newest_copy_and_kept(tmp_path):
    with_an_answer(tmp_path)
    damage(tmp_path)
    opening = Opening(Settings(data=tmp_path))
    async with run(opening.main) as screen:
        assert TITLE in screen.texts()
        assert SENTENCES["error.damaged"] in screen.texts()
        await screen.press(COPY)
        assert TITLE not in screen.texts()
    assert opening.services is not None
    today = opening.services.clock.today()
    assert opening.services.diary.get(today).back_pain == 4
    aside = [f for f in tmp_path.glob("rygvej.aside-*.db") if b"not a database" in f.read_bytes()]
    assert len(aside) == 1
    opening.close()


@pytest.mark.full
async def test_a_backup_is_brought_in_where_the_file_is_damaged(tmp_path, chosen):
    with_an_answer(tmp_path / "other")
    services = open_services(Settings(data=tmp_path / "other"))
    chosen.bytes, _ = backup.make(services, WORDS)
    services.database.close()
    folder = tmp_path / "data"
    folder.mkdir()
    damage(folder)
    opening = Opening(Settings(data=folder))
    async with run(opening.main) as screen:
        await screen.press("Vælg en fil")
        await screen.type("Kodeord", "noget helt andet")
        await screen.press("Se, hvad der er i filen")
        await screen.until(lambda: SENTENCES["error.backup_passphrase"] in screen.texts())
        assert [*folder.glob("*.db")] == [folder / copies.FILE]
        await screen.type("Kodeord", WORDS)
        await screen.press("Se, hvad der er i filen")
        await screen.until(lambda: any(text.startswith("1 dag med") for text in screen.texts()))
        await screen.press("Hent det ind")
        await screen.until(lambda: TITLE not in screen.texts())
    assert opening.services is not None
    assert opening.services.diary.count() == 1
    [aside] = folder.glob("rygvej.aside-*.db")
    assert b"not a database" in aside.read_bytes()
    assert not [*folder.glob("*.part")]
    opening.close()


async def test_another_file_than_a_backup_changes_nothing_there(tmp_path, chosen):
    damage(tmp_path)
    before = (tmp_path / copies.FILE).read_bytes()
    chosen.bytes = b"et billede"
    opening = Opening(Settings(data=tmp_path))
    async with run(opening.main) as screen:
        await screen.press("Vælg en fil")
        assert SENTENCES["error.backup_other"] in screen.texts()
        assert "Hent det ind" not in screen.names()
    assert (tmp_path / copies.FILE).read_bytes() == before
    opening.close()


async def test_without_a_copy_one_may_begin_anew_and_the_old_file_stays(tmp_path):
    damage(tmp_path)
    opening = Opening(Settings(data=tmp_path))
    async with run(opening.main) as screen:
        assert COPY not in screen.names()
        await screen.press(ANEW)
        assert TITLE not in screen.texts()
    assert len(list(tmp_path.glob("rygvej.aside-*.db"))) == 1
    opening.close()


@pytest.mark.full
async def test_a_file_of_a_newer_version_is_not_touched_and_may_be_tried_again(tmp_path):
    with_an_answer(tmp_path)
    make_newer(tmp_path)
    before = (tmp_path / copies.FILE).read_bytes()
    opening = Opening(Settings(data=tmp_path))
    async with run(opening.main) as screen:
        await screen.press(AGAIN)
        assert SENTENCES["error.newer"] in screen.texts()
        assert ANEW not in screen.names()
    assert (tmp_path / copies.FILE).read_bytes() == before
    opening.close()


async def test_the_trouble_is_told_in_the_other_language_too(tmp_path):
    damage(tmp_path)
    opening = Opening(Settings(data=tmp_path))
    async with run(opening.main) as screen:
        await screen.press("English")
        assert TITLE not in screen.texts()
        assert "Rygvej cannot open your answers" in screen.texts()
    opening.close()


@pytest.mark.full
async def test_a_second_tab_follows_the_way_that_the_first_one_went(tmp_path):
    damage(tmp_path)
    opening = Opening(Settings(data=tmp_path))
    async with run(opening.main) as first:
        await first.press(ANEW)
    assert opening.services is not None
    diary.answer(opening.services, date(2026, 1, 5), Scale.MOOD, 2)
    async with run(opening.main) as second:
        assert TITLE not in second.texts()
    assert opening.services.diary.get(date(2026, 1, 5)).mood == 2
    opening.close()


async def test_the_language_of_the_command_stands_until_another_is_chosen(tmp_path):
    opening = Opening(Settings(data=tmp_path, language="en"))
    assert opening.preferences().language == "en"
    assert opening.services is not None
    change_preference(opening.services, "language", "da")
    opening.close()
    again = Opening(Settings(data=tmp_path, language="en"))
    assert again.preferences().language == "da"
    again.close()


def make_newer(folder: Path) -> None:
    with closing(sqlite3.connect(folder / copies.FILE)) as plain:
        plain.execute("UPDATE schema_version SET version_num = '9999'")
        plain.commit()
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.mark.full
def test_a_log_that_somebody_takes_away_just_now_is_no_trouble(tmp_path):
    with_an_answer(tmp_path)
    file, log = tmp_path / copies.FILE, tmp_path / f"{copies.FILE}-wal"
    version, ended = version_of(file), threading.Event()

    def come_and_go() -> None:
        while not ended.is_set():
            log.touch()
            log.unlink()

    other = threading.Thread(target=come_and_go)
    other.start()
    try:
        assert {version_of(file) for _ in range(300)} == {version}
    finally:
        ended.set()
        other.join()


@pytest.mark.full
def test_the_end_waits_for_the_copy_that_is_being_made(tmp_path, monkeypatch):
    begun, go_on, done = threading.Event(), threading.Event(), threading.Event()

    def slowly(*_: object) -> None:
        begun.set()
        go_on.wait(10)
        done.set()

    monkeypatch.setattr(copies, "make_daily", slowly)
    opening = Opening(Settings(data=tmp_path))
    assert begun.wait(10)
    threading.Timer(0.05, go_on.set).start()
    opening.close()
    assert done.is_set()
