"""The open database, and how it is opened."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, event, insert, inspect

from lbp_app.errors import DamagedError, DiskFullError, LockedError, NewerError, ReadOnlyError
from lbp_app.model.backup import Rows
from lbp_app.model.day import Clock
from lbp_app.store import cipher, copies
from lbp_app.store.cipher import Key
from lbp_app.store.conversion import is_settled, settle
from lbp_app.store.engine import do_not_wait, engine_for, refuse_damage_in, scrub
from lbp_app.store.faults import reading_faults, writing_faults
from lbp_app.store.guard import Guard
from lbp_app.store.health import is_empty, version_of
from lbp_app.store.listeners import Listeners
from lbp_app.store.plain import put
from lbp_app.store.tables import SCHEMA, metadata, schema
from lbp_app.store.turnstile import Turnstile

VERSIONS = Path(__file__).parent / "migrations" / "versions"


class Database:
    def __init__(self, path: Path, engine: Engine, guard: Guard, key: Key = None) -> None:
        self.path = path
        self.guard = guard
        self._turnstile = Turnstile()
        self._use(engine, key)
        self._listeners = Listeners()
        self.era = 0  # grows when everything is replaced: what was read before means nothing
        self.aside: list[Any] = []  # what was deleted and can be undone (store/deletion.py)

    @property
    def is_encrypted(self) -> bool:
        return self._key is not None

    @property
    def can_encrypt(self) -> bool:
        return cipher.is_possible()

    def settle(self) -> None:
        """The file and its copies encrypted or plain, as the guard's lock wants them.

        Whoever reads or writes in this process waits; LockedError when another program does.
        """
        lock, key = self.guard.lock, self.guard.key
        if lock is None or key is None:
            return
        with self._turnstile.alone():
            self._engine.dispose()
            try:
                settle(self.path, key, lock.encrypts)
            finally:
                found = copies.key_of(self.path, key)
                self._use(engine_for(self.path, found), found)

    @contextmanager
    def in_use(self) -> Iterator[Key]:
        """Nobody changes how the file is encrypted within the block; the key it is."""
        with writing_faults(), self._turnstile.passing():
            yield self._key

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._turnstile.passing(), reading_faults(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Commits at the end of the block, or keeps nothing; then the subscribers hear of it."""
        with self._turnstile.passing(), writing_faults(), self._immediate.begin() as connection:
            yield connection
        self._listeners.tell()

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """`callback` runs after each commit, in the thread that wrote. Returns what ends it."""
        return self._listeners.add(callback)

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
        with self._turnstile.passing(), writing_faults(), self._immediate.begin() as connection:
            copies.remove_all(self.path.parent)
            self.aside.clear()
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
        try:
            with self._turnstile.passing(), writing_faults():
                scrub(self._engine)
        finally:
            self._listeners.tell()

    def replace(self, parts: Iterable[Rows]) -> None:
        """Everything of everybody by `parts`, in one transaction."""
        with self.replacing() as (_, put_instead):
            put_instead(parts)

    @contextmanager
    def replacing(self) -> Iterator[tuple[Connection, Callable[[Iterable[Rows]], None]]]:
        """The transaction in which everything of everybody may be read, and what puts rows in the
        place of all of it.
        """
        with self._turnstile.passing(), writing_faults(), self._immediate.begin() as connection:
            yield connection, partial(_put_instead, connection)
        self.renew()

    def renew(self) -> None:
        """What was read before means nothing any more; everybody reads again."""
        self.era += 1
        self._listeners.tell()

    @property
    def engine(self) -> Engine:
        return self._engine

    def close(self) -> None:
        self._engine.dispose()

    def _use(self, engine: Engine, key: Key) -> None:
        self._engine, self._key = engine, key
        self._immediate = engine.execution_options(begin="IMMEDIATE")


def open_database(
    folder: Path,
    clock: Clock,
    guard: Guard | None = None,
    *,
    versions: Path = VERSIONS,
    newest: int = SCHEMA,
) -> Database:
    """Makes it, or brings an older one up to date; raises the StoreError that fits.

    A missing file beside sound copies counts as damage: nothing is quietly begun anew.
    """
    path, guard = folder / copies.FILE, guard or Guard(folder, clock)
    with writing_faults():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _settle_what_was_begun(path, guard)
        key = copies.key_of(path, guard.key)
        if is_empty(path, key):
            _make_file(path, guard.key)
        else:
            _bring_up_to_date(path, key, versions, newest, clock)
    database = Database(path, engine_for(path, key), guard, key)
    try:
        _make_tables(database)
        with database.reading() as connection:
            refuse_damage_in(connection)
    except BaseException:
        database.close()
        raise
    return database


def _put_instead(connection: Connection, parts: Iterable[Rows]) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # until the commit
    for table in reversed(metadata.sorted_tables):
        connection.execute(delete(table))
    for part in parts:
        put(connection, part)


def _settle_what_was_begun(path: Path, guard: Guard) -> None:
    """What keeps it from being done is no reason not to open: the next start tries again."""
    lock, key = guard.lock, guard.key
    if lock is not None and key is not None and not is_settled(path, lock.encrypts):
        with suppress(LockedError, DiskFullError, ReadOnlyError):
            settle(path, key, lock.encrypts)


def _make_file(path: Path, key: Key) -> None:
    """For this user alone; SQLite gives the same rights to the files that it puts beside it."""
    if copies.newest(path.parent, key):
        raise DamagedError
    os.close(os.open(path, os.O_CREAT, 0o600))


def _bring_up_to_date(path: Path, key: Key, versions: Path, newest: int, clock: Clock) -> None:
    version = version_of(path, key)
    if version > newest:
        raise NewerError
    if not os.access(path, os.W_OK):  # SQLite would find out at the first answer only
        raise ReadOnlyError
    if version < newest:
        from lbp_app.store.migration import migrate  # and Alembic, which takes long to load

        migrate(path, key, versions, clock)


def _make_tables(database: Database) -> None:
    """Two processes may come here at once; the transaction lets one of them do it."""
    with database.writing() as connection:
        if inspect(connection).has_table(schema.name):
            return
        metadata.create_all(connection)
        schema.metadata.create_all(connection)
        connection.execute(insert(schema).values(version_num=f"{SCHEMA:04}"))
