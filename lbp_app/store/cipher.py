"""Database files that are encrypted with SQLCipher, where it is installed: an optional extra that
is loaded with the first of them.
"""

import sqlite3
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lbp_app.errors import StoreError

Key = bytes | None  # None: not encrypted
_PLAIN = b"SQLite format 3\x00"


def is_possible() -> bool:
    return find_spec("sqlcipher3") is not None


def is_plain(path: Path) -> bool:
    """By its first bytes; one that is missing or empty counts as plain.

    Never of a file that this process has open: closing it lets go of SQLite's locks.
    """
    if not path.exists():
        return True
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) in (b"", _PLAIN)


def connected(database: str | Path, key: Key, **how: Any) -> Any:
    """A connection as `sqlite3.connect` gives it."""
    if key is None:
        return sqlite3.connect(database, **how)
    return keyed(module().connect(str(database), **how), key)


def keyed(connection: Any, key: bytes) -> Any:
    connection.execute("PRAGMA cipher_log_level = NONE").close()  # it would write to the terminal
    connection.execute(f'PRAGMA key = "{literal(key)}"').close()
    return connection


def literal(key: Key) -> str:
    """As SQLCipher takes a key that nothing is to be made of; an empty one means plain."""
    return f"x'{key.hex()}'" if key else ""


def module() -> Any:
    if not is_possible():
        raise StoreError("error.cipher_missing")
    from sqlcipher3 import dbapi2

    return dbapi2


def errors() -> tuple[type[Exception], ...]:
    """What a connection of either kind may raise; nothing is loaded for it."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error,) if loaded is None else (sqlite3.Error, loaded.Error)


def operational() -> tuple[type[sqlite3.OperationalError], ...]:
    """Of both kinds, which have the same attributes."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return tuple(one.OperationalError for one in (sqlite3, loaded) if one is not None)
