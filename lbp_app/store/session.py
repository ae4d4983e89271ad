"""The open database, and how it is opened."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, event, insert, inspect

from lbp_app.errors import DamagedError, NewerError, ReadOnlyError
from lbp_app.model.backup import Rows
from lbp_app.model.day import Clock
from lbp_app.store import copies
from lbp_app.store.engine import do_not_wait, engine_for, refuse_damage_in, scrub
from lbp_app.store.faults import reading_faults, writing_faults
from lbp_app.store.health import is_empty, version_of
from lbp_app.store.plain import put
from lbp_app.store.tables import SCHEMA, metadata, schema

VERSIONS = Path(__file__).parent / "migrations" / "versions"

_log = logging.getLogger("rygvej.store")


class Database:
    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._immediate = engine.execution_options(begin="IMMEDIATE")
        self._listeners: tuple[Callable[[], None], ...] = ()
        self.era = 0  # grows when everything is replaced: what was read before means nothing
        self.aside: list[Any] = []  # what was deleted and can be undone (store/deletion.py)

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
        event.listen(self._engine, "checkout", do_not_wait)
        try:
            yield
        finally:
            event.remove(self._engine, "checkout", do_not_wait)
            self._engine.dispose()

    def erase(self) -> None:
        """Deletes everything of everybody, copies included; no byte of it stays in the folder."""
        with writing_faults(), self._immediate.begin() as connection:
            copies.remove_all(self.path.parent)
            self.aside.clear()
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
        try:
            with writing_faults():
                scrub(self._engine)
        finally:
            self._tell()

    def replace(self, parts: Iterable[Rows]) -> None:
        """Everything of everybody by `parts`, in one transaction."""
        with writing_faults(), self._immediate.begin() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # until the commit
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
            for part in parts:
                put(connection, part)
        self.renew()

    def renew(self) -> None:
        """What was read before means nothing any more; everybody reads again."""
        self.era += 1
        self._tell()

    @property
    def engine(self) -> Engine:
        return self._engine

    def close(self) -> None:
        self._engine.dispose()

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
        with database.reading() as connection:
            refuse_damage_in(connection)
    except BaseException:
        database.close()
        raise
    return database


def _make_file(path: Path) -> None:
    """For this user alone; SQLite gives the same rights to the files that it puts beside it."""
    if copies.newest(path.parent):
        raise DamagedError
    os.close(os.open(path, os.O_CREAT, 0o600))


def _bring_up_to_date(path: Path, versions: Path, newest: int, clock: Clock) -> None:
    version = version_of(path)
    if version > newest:
        raise NewerError
    if not os.access(path, os.W_OK):  # SQLite would find out at the first answer only
        raise ReadOnlyError
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
