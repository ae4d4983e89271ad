"""A copy of the database every day, seven kept, each checked by opening it."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

from lbp_app.errors import AppError
from lbp_app.model.day import Clock
from lbp_app.store.cipher import Key, connected, is_plain
from lbp_app.store.faults import writing_faults
from lbp_app.store.health import refuse_damage, version_of
from lbp_app.store.tables import SCHEMA

if TYPE_CHECKING:
    from lbp_app.store.session import Database

FILE = "rygvej.db"
KEPT = 7
BEFORE_KEPT = 3
STAMP = "%Y%m%dT%H%M%S%f"  # of UTC, in a name


def make_daily(database: "Database", clock: Clock) -> Path | None:
    """The new copy, or None when there is one of today. Safe beside writers, in any thread."""
    folder = database.path.parent
    copy = _folder(folder) / f"rygvej-{clock.today()}.db"
    if copy.exists():
        return None
    with database.in_use() as key:
        _copy(database.path, key, copy)
        for old in _daily(folder, until=copy.name)[KEPT:]:
            old.unlink()
    return copy


def newest(folder: Path, key: Key = None) -> Path | None:
    """The newest one that is whole; `key` opens those that are encrypted."""
    return next((copy for copy in _daily(folder) if _is_whole(copy, key)), None)


def restore(folder: Path, copy: Path, clock: Clock, key: Key = None) -> Path | None:
    """Puts `copy` in the place of the database, which must be closed.

    Returns where the replaced file lies from now on, None when there was none.
    """
    key = key_of(copy, key)
    refuse_damage(copy, key)
    path = folder / FILE
    with writing_faults():
        fresh = path.with_name(f"{FILE}.part")
        write_copy(copy, key, fresh)
        aside = _set_aside(path, clock)
        move(fresh, path)
    return aside


def set_aside(folder: Path, clock: Clock) -> Path | None:
    """Makes room for a new database; the file that was there stays beside it under another name."""
    with writing_faults():
        return _set_aside(folder / FILE, clock)


def keep_before(path: Path, key: Key, version: int, clock: Clock) -> Path:
    """A copy of the database as `version` left it."""
    copy = _folder(path.parent) / f"version-{version:04}-{clock.today()}.db"
    with writing_faults():
        _copy(path, key, copy)
    return copy


def keep_before_restore(database: "Database", clock: Clock) -> Path:
    """A copy of the database as it is now, since a backup will take its place."""
    path = database.path
    copy = _folder(path.parent) / f"before-restore-{clock.now():{STAMP}}.db"
    with database.in_use() as key:
        _copy(path, key, copy)
        for old in _before_restore(path.parent)[BEFORE_KEPT:]:
            old.unlink()
    return copy


def newest_before_restore(folder: Path) -> Path | None:
    return next(iter(_before_restore(folder)), None)


def replaced_at(folder: Path) -> datetime | None:
    """When something else last took the place of the database, as its copies tell."""
    names = [copy.stem.rpartition("-")[2] for copy in (*_before_restore(folder), *_aside(folder))]
    return max(filter(None, map(_stamped, names)), default=None)


def _stamped(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, STAMP).replace(tzinfo=UTC)
    except ValueError:  # a file that somebody else called so
        return None


def write_new(source: sqlite3.Connection, path: Path) -> None:
    """What `source` holds, as a file in the place of `path`."""
    part = path.with_name(f"{path.name}.part")
    with writing_faults():
        _write_from(source, None, part)
        move(part, path)


def put_back(path: Path, key: Key, copy: Path) -> None:
    """As it was before; nobody may have `path` open."""
    with writing_faults():
        fresh = path.with_name(f"{path.name}.part")
        write_copy(copy, key, fresh)
        for part in ("-wal", "-shm"):
            path.with_name(path.name + part).unlink(missing_ok=True)
        move(fresh, path)


def remove_all(folder: Path) -> None:
    """Every copy, and every file that was ever set aside."""
    with writing_faults():
        if _folder(folder).exists():
            rmtree(_folder(folder))
        for other in (*folder.glob("rygvej.aside-*"), *folder.glob("*.part")):
            other.unlink()


def all_beside(path: Path) -> list[Path]:
    """Every copy of the database, and every file that was ever set aside for it."""
    folder = path.parent
    return sorted([*_folder(folder).glob("*.db"), *_aside(folder)])


def clear_left_over(path: Path) -> None:
    """What tries that were killed have left of a copy."""
    for left in (*_folder(path.parent).glob("*.part*"), *path.parent.glob("*.part*")):
        left.unlink()


def key_of(path: Path, key: Key) -> Key:
    """The key that this file needs, of one that nobody has open."""
    return None if is_plain(path) else key


def _folder(folder: Path) -> Path:
    return folder / "copies"


def _daily(folder: Path, until: str = "~") -> list[Path]:
    """Newest first; those from days after `until`, when the clock went wrong, come last."""
    found = _folder(folder).glob("rygvej-????-??-??.db")
    return sorted(found, key=lambda copy: (copy.name <= until, copy.name), reverse=True)


def _before_restore(folder: Path) -> list[Path]:
    """Newest first."""
    return sorted(_folder(folder).glob("before-restore-*.db"), reverse=True)


def _aside(folder: Path) -> list[Path]:
    return [*folder.glob("rygvej.aside-*.db")]


def _is_whole(copy: Path, key: Key) -> bool:
    key = key_of(copy, key)
    try:
        refuse_damage(copy, key)
        return version_of(copy, key) <= SCHEMA
    except AppError:
        return False


def _copy(path: Path, key: Key, copy: Path) -> None:
    copy.parent.mkdir(mode=0o700, exist_ok=True)
    part = copy.with_suffix(".part")
    write_copy(path, key, part)
    move(part, copy)


def write_copy(path: Path, key: Key, part: Path) -> None:
    """Encrypted as the file is that it is a copy of."""
    with closing(connected(path, key, timeout=1)) as source:
        source.execute("BEGIN")
        source.execute("SELECT * FROM schema_version")  # backup() would wait for ever
        _write_from(source, key, part)


def _write_from(source: Any, key: Key, part: Path) -> None:
    """Whole, checked and on the disk, or not there at all."""
    part.unlink(missing_ok=True)
    make_private(part)
    try:
        with closing(connected(part, key, timeout=1)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        refuse_damage(part, key)
        flush(part)
    except BaseException:
        part.unlink()
        raise


def make_private(path: Path) -> None:
    """Empty, for this user alone."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))


def _set_aside(path: Path, clock: Clock) -> Path | None:
    """The log goes along with its file, and goes first: alone it is of no use to a new file."""
    aside = path.with_name(f"rygvej.aside-{clock.now():{STAMP}}.db")
    for part in ("-wal", "-shm", ""):
        old = path.with_name(path.name + part)
        if old.exists():
            old.rename(aside.with_name(aside.name + part))
    return aside if aside.exists() else None


def move(part: Path, path: Path) -> None:
    part.replace(path)
    if os.name != "nt":  # Windows cannot open a folder
        flush(path.parent)


def flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
