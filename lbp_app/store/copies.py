"""A copy of the database every day, seven kept, each checked by opening it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from sqlalchemy import Connection, StaticPool, create_engine
from sqlalchemy.exc import SQLAlchemyError

from lbp_app.errors import AppError, DiskFullError, LockedError, ReadOnlyError
from lbp_app.model.day import Clock
from lbp_app.store.faults import fault, writing_faults
from lbp_app.store.health import refuse_damage, version_of
from lbp_app.store.tables import SCHEMA

if TYPE_CHECKING:
    from lbp_app.store.session import Database

FILE = "rygvej.db"
KEPT = 7
BEFORE_KEPT = 3


def make_daily(database: "Database", clock: Clock) -> Path | None:
    """The new copy, or None when there is one of today. Safe beside writers, in any thread."""
    folder = database.path.parent
    copy = _folder(folder) / f"rygvej-{clock.today()}.db"
    if copy.exists():
        return None
    with writing_faults():
        _copy(database.path, copy)
        for old in _daily(folder, until=copy.name)[KEPT:]:
            old.unlink()
    return copy


def newest(folder: Path) -> Path | None:
    """The newest one that is whole."""
    return next((copy for copy in _daily(folder) if _is_whole(copy)), None)


def restore(folder: Path, copy: Path, clock: Clock) -> Path | None:
    """Puts `copy` in the place of the database, which must be closed.

    Returns where the replaced file lies from now on, None when there was none.
    """
    refuse_damage(copy)
    path = folder / FILE
    with writing_faults():
        fresh = path.with_name(f"{FILE}.part")
        _write_copy(copy, fresh)
        aside = _set_aside(path, clock)
        _move(fresh, path)
    return aside


def set_aside(folder: Path, clock: Clock) -> Path | None:
    """Makes room for a new database; the file that was there stays beside it under another name."""
    with writing_faults():
        return _set_aside(folder / FILE, clock)


def keep_before(path: Path, version: int, clock: Clock) -> Path:
    """A copy of the database as `version` left it."""
    copy = _folder(path.parent) / f"version-{version:04}-{clock.today()}.db"
    with writing_faults():
        _copy(path, copy)
    return copy


def keep_before_restore(path: Path, clock: Clock) -> Path:
    """A copy of the database as it is now, since a backup will take its place."""
    copy = _folder(path.parent) / f"before-restore-{clock.now():%Y%m%dT%H%M%S%f}.db"
    with writing_faults():
        _copy(path, copy)
        for old in _before_restore(path.parent)[BEFORE_KEPT:]:
            old.unlink()
    return copy


def newest_before_restore(folder: Path) -> Path | None:
    return next(iter(_before_restore(folder)), None)


def write_new(source: sqlite3.Connection, path: Path) -> None:
    """What `source` holds, as a file in the place of `path`."""
    part = path.with_name(f"{path.name}.part")
    with writing_faults():
        _write_from(source, part)
        _move(part, path)


def put_back(path: Path, copy: Path) -> None:
    """As it was before; nobody may have `path` open."""
    with writing_faults():
        fresh = path.with_name(f"{path.name}.part")
        _write_copy(copy, fresh)
        for part in ("-wal", "-shm"):
            path.with_name(path.name + part).unlink(missing_ok=True)
        _move(fresh, path)


def remove_all(folder: Path) -> None:
    """Every copy, and every file that was ever set aside."""
    with writing_faults():
        if _folder(folder).exists():
            rmtree(_folder(folder))
        for other in (*folder.glob("rygvej.aside-*"), *folder.glob("*.part")):
            other.unlink()


def all_of(folder: Path) -> list[Path]:
    """Every copy, and every database that was ever set aside; what a try that was killed has left
    of one is taken away.
    """
    for left in (*_folder(folder).glob("*.part*"), *folder.glob("*.part*")):
        left.unlink()
    return sorted([*_folder(folder).glob("*.db"), *folder.glob("rygvej.aside-*.db")])


def rewrite(copy: Path, change: Callable[[Connection], None]) -> None:
    """`copy` as `change` leaves it, with no byte of what was there before. One that cannot be read
    goes as a whole, and so does its log.
    """
    part = copy.with_name(f"{copy.name}.part")
    try:
        _write_copy(copy, part)
        _change(part, change)
        _flush(part)
        _move(part, copy)
    except (AppError, SQLAlchemyError, KeyError, sqlite3.DatabaseError) as error:
        part.unlink(missing_ok=True)
        why = error if isinstance(error, AppError) else fault(error)
        if isinstance(why, (DiskFullError, LockedError, ReadOnlyError)):
            raise why from error
        copy.unlink()
    for log in ("-wal", "-shm", "-journal"):
        copy.with_name(copy.name + log).unlink(missing_ok=True)


def _change(part: Path, change: Callable[[Connection], None]) -> None:
    engine = create_engine("sqlite://", creator=lambda: _opened(part), poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            for pragma in ("secure_delete = ON", "journal_mode = MEMORY"):
                connection.exec_driver_sql(f"PRAGMA {pragma}")
            change(connection)
            connection.commit()
            connection.exec_driver_sql("VACUUM")
    finally:
        engine.dispose()


def _folder(folder: Path) -> Path:
    return folder / "copies"


def _daily(folder: Path, until: str = "~") -> list[Path]:
    """Newest first; those from days after `until`, when the clock went wrong, come last."""
    found = _folder(folder).glob("rygvej-????-??-??.db")
    return sorted(found, key=lambda copy: (copy.name <= until, copy.name), reverse=True)


def _before_restore(folder: Path) -> list[Path]:
    """Newest first."""
    return sorted(_folder(folder).glob("before-restore-*.db"), reverse=True)


def _is_whole(copy: Path) -> bool:
    try:
        refuse_damage(copy)
        return version_of(copy) <= SCHEMA
    except AppError:
        return False


def _copy(path: Path, copy: Path) -> None:
    copy.parent.mkdir(mode=0o700, exist_ok=True)
    part = copy.with_suffix(".part")
    _write_copy(path, part)
    _move(part, copy)


def _write_copy(path: Path, part: Path) -> None:
    with closing(_opened(path)) as source:
        source.execute("BEGIN")
        source.execute("SELECT * FROM schema_version")  # backup() would wait for ever
        _write_from(source, part)


def _write_from(source: sqlite3.Connection, part: Path) -> None:
    """Whole, checked and on the disk, or not there at all."""
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(_opened(part)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        refuse_damage(part)
        _flush(part)
    except BaseException:
        part.unlink()
        raise


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=1)


def _set_aside(path: Path, clock: Clock) -> Path | None:
    """The log goes along with its file, and goes first: alone it is of no use to a new file."""
    stamp = clock.now().strftime("%Y%m%dT%H%M%S%f")
    aside = path.with_name(f"rygvej.aside-{stamp}.db")
    for part in ("-wal", "-shm", ""):
        old = path.with_name(path.name + part)
        if old.exists():
            old.rename(aside.with_name(aside.name + part))
    return aside if aside.exists() else None


def _move(part: Path, path: Path) -> None:
    part.replace(path)
    if os.name != "nt":  # Windows cannot open a folder
        _flush(path.parent)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
