"""Opens the database and turns its failures into the app's own. SQLite's peculiarities end here."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert
from sqlalchemy.engine import URL

from lbp_app.model.day import Clock
from lbp_app.store.tables import SCHEMA, metadata, schema

FILE = "rygvej.db"
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")
_PATIENCE = 1.0  # seconds that a write waits for another program

_log = logging.getLogger("rygvej.store")


class Database:
    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._writing = engine.execution_options(begin="IMMEDIATE")
        self._listeners: tuple[Callable[[], None], ...] = ()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Commits at the end of the block, or keeps nothing; then everyone who subscribed hears of it."""
        with self._writing.begin() as connection:
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

    def close(self) -> None:
        self._engine.dispose()

    def _tell(self) -> None:
        for heard in self._listeners:
            try:
                heard()
            except Exception as error:  # it is saved all the same
                _log.error("%s in a listener", type(error).__name__)


def open_database(folder: Path, clock: Clock) -> Database:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / FILE
    is_new = not path.exists()
    database = Database(path, _engine(path))
    if is_new:
        with database.writing() as connection:
            metadata.create_all(connection)
            schema.metadata.create_all(connection)
            connection.execute(insert(schema).values(version_num=f"{SCHEMA:04}"))
    return database


def _engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin says
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    how = connection.get_execution_options().get("begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {how}")
