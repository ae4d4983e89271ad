"""Looks at a database file without the app: is it whole, and which version made it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from lbp_app.errors import DamagedError
from lbp_app.store.cipher import Key, connected, operational
from lbp_app.store.faults import reading_faults


def is_missing(path: Path) -> bool:
    """SQLite makes an empty file before it writes the first page."""
    return not path.exists() or path.stat().st_size == 0


def is_empty(path: Path, key: Key = None) -> bool:
    """Nothing was ever kept in it: missing, or left by a first start that was killed."""
    if is_missing(path):
        return True
    with _looking_at(path, key) as connection:
        return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def version_of(path: Path, key: Key = None) -> int:
    """The number of the newest migration that it has been through. Changes nothing on the disk."""
    with _looking_at(path, key) as connection:
        return _version_in(connection)


def refuse_damage(path: Path, key: Key = None) -> None:
    """DamagedError unless every page, row and reference is in order."""
    with _looking_at(path, key) as connection:
        _version_in(connection)
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if found != ("ok",) or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DamagedError


def _version_in(connection: Any) -> int:
    row = connection.execute("SELECT version_num FROM schema_version").fetchone()
    return int(row[0])


@contextmanager
def _looking_at(path: Path, key: Key) -> Iterator[Any]:
    """`immutable` keeps SQLite from making files beside it; it must not be used beside a log."""
    alone = "" if _has_log(path) else "&immutable=1"
    uri = f"{path.absolute().as_uri()}?mode=ro{alone}"
    with reading_faults(), closing(connected(uri, key, uri=True, timeout=1)) as connection:
        try:
            yield connection
        except operational() as error:
            if (
                getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR
            ):  # tables that are not ours
                raise DamagedError from error
            raise


def _has_log(path: Path) -> bool:
    """The last one who closes the database takes the log away, perhaps at this moment."""
    with suppress(FileNotFoundError):
        return path.with_name(path.name + "-wal").stat().st_size > 0
    return False
