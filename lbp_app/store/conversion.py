"""Makes plain database files encrypted, and encrypted ones plain: copy, check, swap.

Killed at any moment the old file or the new is there whole; what was not come to is done with the
next start, since the lock says what is wanted.
"""

from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from lbp_app.errors import DamagedError, LockedError, StoreError
from lbp_app.store import copies
from lbp_app.store.cipher import Key, is_plain, keyed, literal, module
from lbp_app.store.faults import writing_faults
from lbp_app.store.health import refuse_damage

_TABLES = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def settle(path: Path, key: bytes, encrypts: bool) -> None:
    """The database and all of its copies as they are wanted. Nobody may have one of them open;
    LockedError when another program has.
    """
    _settle_one(path, key, encrypts)
    for copy in copies.all_beside(path):
        with suppress(DamagedError):  # nobody can read it either way
            _settle_one(copy, key, encrypts)


def is_settled(path: Path, encrypts: bool) -> bool:
    """Of every file that is not empty."""
    files = (path, *copies.all_beside(path))
    return all(is_plain(one) is not encrypts for one in files if one.exists() and _size(one))


def _settle_one(path: Path, key: bytes, encrypts: bool) -> None:
    if not path.exists() or not _size(path) or is_plain(path) is not encrypts:
        return
    old, new = (None, key) if encrypts else (key, None)
    with writing_faults():
        _convert(path, old, new)


def _convert(path: Path, old: Key, new: Key) -> None:
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    with closing(_alone(path, old)) as connection:
        try:
            _export(connection, part, new)
            refuse_damage(part, new)
            copies.flush(part)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        copies.move(part, path)  # while nobody else may write


def _alone(path: Path, key: Key) -> Any:
    """A connection that nobody else has one beside; the log has been written into the file."""
    connection = module().connect(str(path), timeout=1, isolation_level=None)
    if key is not None:
        keyed(connection, key)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").close()
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise LockedError
        connection.execute("BEGIN EXCLUSIVE").close()
        connection.execute("COMMIT").close()  # the file stays locked until it is closed
    except BaseException:
        connection.close()
        raise
    return connection


def _export(connection: Any, part: Path, key: Key) -> None:
    copies.make_private(part)
    connection.execute("ATTACH ? AS turned KEY ?", (str(part), literal(key))).close()
    connection.execute("PRAGMA turned.journal_mode = OFF").close()
    connection.execute("SELECT sqlcipher_export('turned')").close()
    for (name,) in connection.execute(_TABLES).fetchall():
        if not _same(connection, name):
            raise StoreError
    connection.execute("DETACH turned").close()


def _same(connection: Any, table: str) -> bool:
    def differ(one: str, other: str) -> Any:
        return connection.execute(
            f'SELECT 1 FROM (SELECT * FROM {one}."{table}" '  # noqa: S608 - our own names
            f'EXCEPT SELECT * FROM {other}."{table}") LIMIT 1'
        ).fetchone()

    counts = {
        connection.execute(f'SELECT count(*) FROM {each}."{table}"').fetchone()  # noqa: S608
        for each in ("main", "turned")
    }
    return len(counts) == 1 and not (differ("main", "turned") or differ("turned", "main"))


def _size(path: Path) -> int:
    return path.stat().st_size
