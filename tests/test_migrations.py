"""An old file is brought up to date or left as it was."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from shutil import copy

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from lbp_app.errors import LockedError, MigrationError, NewerError
from lbp_app.model.day import Clock
from lbp_app.store import copies, migration
from lbp_app.store.engine import engine_for
from lbp_app.store.health import version_of
from lbp_app.store.session import VERSIONS, open_database
from lbp_app.store.tables import SCHEMA, metadata
from tests.process import ROOT, heard, process, services_in

DATA = Path(__file__).parent / "data"
OLD = DATA / "version-0001.db"  # as version 1 of the app left it: three weeks of `lbp demo`
NEXT = SCHEMA + 1


def versions(tmp_path: Path, second: str) -> Path:
    """The app's own migrations and one of the next version."""
    folder = tmp_path / "versions"
    folder.mkdir()
    for script in VERSIONS.glob("0*.py"):
        copy(script, folder)
    made_up = (DATA / "migrations" / f"next_{second}.py").read_text()
    numbered = made_up.replace("NEXT", f"{NEXT:04}").replace("LAST", f"{SCHEMA:04}")
    (folder / f"{NEXT:04}_{second}.py").write_text(numbered)
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(copy(OLD, folder / copies.FILE))


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as plain:
        found = plain.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
    plain.close()
    return found


def schema(path: Path) -> set[tuple[str, ...]]:
    """What the file is made of; the order of columns and rules within a table does not count."""
    with sqlite3.connect(path) as plain:
        made = plain.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    plain.close()
    parts = (re.split(r",(?![^(]*\))|\n", sql.strip().removesuffix(")")) for (sql,) in made)
    return {tuple(sorted(part.strip() for part in table if part.strip())) for table in parts}


# --- the real ones ------------------------------------------------------------------------------


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    """An empty file that has been through every migration."""
    path = tmp_path / "migrated.db"
    engine = engine_for(path)
    with engine.begin() as connection:
        migration.upgrade(connection, VERSIONS)
    engine.dispose()
    return path


@pytest.mark.full
def test_the_migrations_lead_to_the_tables(migrated: Path, tmp_path: Path, clock: Clock) -> None:
    engine = engine_for(migrated)
    with engine.connect() as connection:
        options = {"compare_type": True, "version_table": "schema_version"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()
    new = open_database(tmp_path / "new", clock)
    new.close()
    assert schema(migrated) == schema(new.path)


def test_the_newest_migration_is_the_version_of_the_tables(migrated: Path) -> None:
    heads = ScriptDirectory(VERSIONS.parent, version_locations=[str(VERSIONS)]).get_heads()
    assert heads == [f"{SCHEMA:04}"]
    assert version_of(migrated) == SCHEMA


@pytest.mark.full
def test_the_file_of_the_first_version_opens(old: Path, clock: Clock) -> None:
    services = services_in(old.parent)
    assert services.diary.count() == len(rows(OLD, "check_in")) > 10
    assert len(services.flares.all()) == 1
    assert services.person.get().first_name == "Poul"
    services.database.close()


@pytest.mark.full
def test_alembic_is_not_loaded_unless_a_migration_is_due(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tests.process import services_in;"
        "services_in(Path(sys.argv[1])).database.close();"
        "services_in(Path(sys.argv[1])).database.close();"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('alembic', 'mako')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


# --- the way it goes, with a made-up next version ----------------------------------------------


@pytest.mark.full
def test_an_old_file_is_brought_up_to_date_and_keeps_everything(
    old: Path, tmp_path: Path, clock: Clock
) -> None:
    answers, history = rows(old, "check_in"), rows(old, "history")
    database = open_database(old.parent, clock, versions=versions(tmp_path, "good"), newest=NEXT)
    database.close()
    assert version_of(old) == NEXT
    assert [row[:-1] for row in rows(old, "check_in")] == answers
    assert {row[-1] for row in rows(old, "check_in")} == {0}
    assert rows(old, "history") == history


@pytest.mark.full
def test_a_copy_of_the_old_file_is_kept(old: Path, tmp_path: Path, clock: Clock) -> None:
    answers = rows(old, "check_in")
    open_database(old.parent, clock, versions=versions(tmp_path, "good"), newest=NEXT).close()
    kept = old.parent / "copies" / "version-0001-2026-10-05.db"
    assert version_of(kept) == 1
    assert rows(kept, "check_in") == answers


@pytest.mark.parametrize("second", ["fails", "breaks", "commits_and_fails", "has_an_error"])
@pytest.mark.full
def test_a_migration_that_goes_wrong_puts_the_file_back(
    old: Path, tmp_path: Path, clock: Clock, second: str
) -> None:
    answers, made = rows(old, "check_in"), schema(old)
    with pytest.raises(MigrationError):
        open_database(old.parent, clock, versions=versions(tmp_path, second), newest=NEXT)
    assert (rows(old, "check_in"), schema(old), version_of(old)) == (answers, made, 1)
    services = services_in(old.parent)
    assert services.diary.count() == len(answers)
    services.database.close()


@pytest.mark.full
def test_a_file_that_another_program_holds_is_not_migrated(
    old: Path, tmp_path: Path, clock: Clock
) -> None:
    with process("hold", old.parent, "writing") as other:
        assert heard(other) == "held"
        with pytest.raises(LockedError):
            open_database(old.parent, clock, versions=versions(tmp_path, "good"), newest=NEXT)
    assert version_of(old) == 1


def test_the_old_app_leaves_the_migrated_file_alone(
    old: Path, tmp_path: Path, clock: Clock
) -> None:
    open_database(old.parent, clock, versions=versions(tmp_path, "good"), newest=NEXT).close()
    before = old.read_bytes()
    with pytest.raises(NewerError):
        open_database(old.parent, clock)
    assert old.read_bytes() == before


@pytest.mark.full
def test_a_second_start_migrates_nothing(old: Path, tmp_path: Path, clock: Clock) -> None:
    scripts = versions(tmp_path, "good")
    open_database(old.parent, clock, versions=scripts, newest=NEXT).close()
    kept = {file.name: file.stat().st_mtime_ns for file in (old.parent / "copies").iterdir()}
    open_database(old.parent, clock, versions=scripts, newest=NEXT).close()
    assert {
        file.name: file.stat().st_mtime_ns for file in (old.parent / "copies").iterdir()
    } == kept
