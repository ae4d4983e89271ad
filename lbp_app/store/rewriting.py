"""A copy of the database as it is without what has been deleted."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, StaticPool, create_engine
from sqlalchemy.exc import SQLAlchemyError

from lbp_app.errors import AppError, DiskFullError, LockedError, ReadOnlyError
from lbp_app.store.cipher import Key, connected, errors
from lbp_app.store.copies import flush, key_of, move, write_copy
from lbp_app.store.faults import fault

LOGS = ("-wal", "-shm", "-journal")


def rewrite(copy: Path, key: Key, change: Callable[[Connection], None]) -> None:
    """`copy` as `change` leaves it, with no byte of what was there before, encrypted as it was. One
    that cannot be read goes as a whole, and so does its log.
    """
    key, part = key_of(copy, key), copy.with_name(f"{copy.name}.part")
    try:
        write_copy(copy, key, part)
        _change(part, key, change)
        flush(part)
        move(part, copy)
    except _unreadable() as error:
        part.unlink(missing_ok=True)
        why = error if isinstance(error, AppError) else fault(error)
        if isinstance(why, (DiskFullError, LockedError, ReadOnlyError)):
            raise why from error
        copy.unlink()
    for log in LOGS:
        copy.with_name(copy.name + log).unlink(missing_ok=True)


def _unreadable() -> tuple[type[Exception], ...]:
    return (AppError, SQLAlchemyError, KeyError, *errors())


def _change(part: Path, key: Key, change: Callable[[Connection], None]) -> None:
    def opened() -> object:
        return connected(part, key, timeout=1)

    engine = create_engine("sqlite://", creator=opened, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            for pragma in ("secure_delete = ON", "journal_mode = MEMORY"):
                connection.exec_driver_sql(f"PRAGMA {pragma}")
            change(connection)
            connection.commit()
            connection.exec_driver_sql("VACUUM")
    finally:
        engine.dispose()
