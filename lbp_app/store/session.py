"""The open database. SQLite's peculiarities end here."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, inspect
from sqlalchemy.engine import URL

from lbp_app.errors import DamagedError, LockedError, NewerError
from lbp_app.model.day import Clock
from lbp_app.store import copies
from lbp_app.store.faults import reading_faults, writing_faults
from lbp_app.store.health import is_empty, refuse_damage, version_of
from lbp_app.store.tables import SCHEMA, metadata, schema

VERSIONS = Path(__file__).parent / "migrations" / "versions"
_PATIENCE = 1.0  # seconds that a write waits for another program
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON")

_log = logging.getLogger("rygvej.store")


class Database:
    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._immediate = engine.execution_options(begin="IMMEDIATE")
        self._listeners: tuple[Callable[[], None], ...] = ()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with reading_faults(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Commits at the end of the block, or keeps nothing; then the subscribers hear of it."""
        with writing_faults(), self._immediate.begin() as connection:
            yield connection
        self._tell()

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """`callback` runs after each commit, in the thread that wrote. Returns what ends it."""

        def heard() -> None:
            callback()

        def unsubscribe() -> None:
            self._listeners = tuple(one for one in self._listeners if one is not heard)

        self._listeners += (heard,)
        return unsubscribe

    @contextmanager
    def not_waiting(self) -> Iterator[None]:
        """For made-up answers only: writes within the block do not wait for the disk."""
        event.listen(self._engine, "checkout", _hurry)
        try:
            yield
        finally:
            event.remove(self._engine, "checkout", _hurry)
            self._engine.dispose()

    def erase(self) -> None:
        """Deletes everything of everybody, copies included; no byte of it stays in the folder."""
        with writing_faults(), self._immediate.begin() as connection:
            copies.remove_all(self.path.parent)
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
        try:
            with writing_faults():
                self._scrub()
        finally:
            self._tell()

    def close(self) -> None:
        self._engine.dispose()

    def _scrub(self) -> None:
        with self._engine.execution_options(begin="").connect() as connection:
            for command in ("wal_checkpoint(TRUNCATE)", "VACUUM", "wal_checkpoint(TRUNCATE)"):
                pragma = command if command == "VACUUM" else f"PRAGMA {command}"
                row = connection.exec_driver_sql(pragma)
                if row.returns_rows and row.scalar():
                    raise LockedError

    def _tell(self) -> None:
        for heard in self._listeners:
            try:
                heard()
            except Exception as error:  # it is saved all the same
                _log.error("%s in a listener", type(error).__name__)


def open_database(
    folder: Path,
    clock: Clock,
    *,
    versions: Path = VERSIONS,
    newest: int = SCHEMA,
) -> Database:
    """Makes it, or brings an older one up to date; raises the StoreError that fits.

    A missing file beside sound copies counts as damage: nothing is quietly begun anew.
    """
    path = folder / copies.FILE
    with writing_faults():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if is_empty(path):
            _make_file(path)
        else:
            _bring_up_to_date(path, versions, newest, clock)
    database = Database(path, engine_for(path))
    try:
        _make_tables(database)
        refuse_damage(path)
    except BaseException:
        database.close()
        raise
    return database


def engine_for(path: Path, *, foreign_keys: bool = True) -> Engine:
    pragmas = (*_PRAGMAS, f"foreign_keys = {foreign_keys}")

    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where _begin says
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": _PATIENCE}, hide_parameters=True)
    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _hurry(connection: Any, *_: object) -> None:
    connection.execute("PRAGMA synchronous = OFF").close()


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get("begin", "DEFERRED")
    if how:
        connection.exec_driver_sql(f"BEGIN {how}")


def _make_file(path: Path) -> None:
    """For this user alone; SQLite gives the same rights to the files that it puts beside it."""
    if copies.newest(path.parent):
        raise DamagedError
    os.close(os.open(path, os.O_CREAT, 0o600))


def _bring_up_to_date(path: Path, versions: Path, newest: int, clock: Clock) -> None:
    version = version_of(path)
    if version > newest:
        raise NewerError
    if version < newest:
        from lbp_app.store.migration import migrate  # and Alembic, which takes long to load

        migrate(path, versions, clock)


def _make_tables(database: Database) -> None:
    """Two processes may come here at once; the transaction lets one of them do it."""
    with database.writing() as connection:
        if inspect(connection).has_table(schema.name):
            return
        metadata.create_all(connection)
        schema.metadata.create_all(connection)
        connection.execute(insert(schema).values(version_num=f"{SCHEMA:04}"))
