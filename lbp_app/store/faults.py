"""Turns the failures of SQLite and of the file system into the app's own."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from lbp_app.errors import (
    AppError,
    DamagedError,
    DiskFullError,
    InputRefusedError,
    LockedError,
    ReadOnlyError,
    StoreError,
)
from lbp_app.store.cipher import errors, operational

_PRIMARY = {
    sqlite3.SQLITE_BUSY: LockedError,
    sqlite3.SQLITE_LOCKED: LockedError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyError,
    sqlite3.SQLITE_PERM: ReadOnlyError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyError,
    sqlite3.SQLITE_CORRUPT: DamagedError,
    sqlite3.SQLITE_NOTADB: DamagedError,
}
_NO_ROOM = (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE)  # limits and quotas too
_SYSTEM = {
    errno.EACCES: ReadOnlyError,
    errno.EPERM: ReadOnlyError,
    errno.EROFS: ReadOnlyError,
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,
}


@contextmanager
def writing_faults() -> Iterator[None]:
    """Raises a StoreError for whatever goes wrong underneath."""
    try:
        yield
    except (SQLAlchemyError, OSError, UnicodeDecodeError) as error:
        raise fault(error) from error
    except errors() as error:
        raise fault(error) from error


@contextmanager
def reading_faults() -> Iterator[None]:
    """As above; what is stored and makes no sense is damage too. What came from outside and was
    refused while reading is refused.
    """
    try:
        with writing_faults():
            yield
    except InputRefusedError:
        raise
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedError from error


def fault(error: BaseException) -> AppError:
    """The StoreError that fits."""
    error = getattr(error, "orig", None) or error
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, StoreError)()
    if isinstance(error, UnicodeDecodeError):
        return DamagedError()  # a message of SQLite quotes a name that is none any more
    code = getattr(error, "sqlite_errorcode", 0)
    if isinstance(error, operational()) and not code:
        return DamagedError()  # Python's own: a text that is none
    if code in _NO_ROOM:
        return DiskFullError()
    return _PRIMARY.get(code & 0xFF, StoreError)()
