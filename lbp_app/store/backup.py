"""Everything in the database as plain rows, and a scratch database made of such rows.

SQLite's own: values are taken and put as they are stored, so that a copy is equal to the last bit.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Integer,
    Row,
    Select,
    StaticPool,
    column,
    create_engine,
    func,
    insert,
    or_,
    select,
    table,
)
from sqlalchemy.exc import SQLAlchemyError

from lbp_app.errors import DamagedError, DiskFullError, InputRefusedError, NewerError, StoreError
from lbp_app.model.backup import Holding, Rows
from lbp_app.model.day import Clock
from lbp_app.model.merge import Merge
from lbp_app.store import copies, tables
from lbp_app.store.cipher import Key, connected, module
from lbp_app.store.device import get_within, has_within
from lbp_app.store.engine import refuse_damage_in
from lbp_app.store.faults import fault, writing_faults
from lbp_app.store.health import refuse_damage, version_of
from lbp_app.store.merge import merged
from lbp_app.store.merge_side import side_of
from lbp_app.store.pairing import KEYS
from lbp_app.store.participant import FORGOTTEN
from lbp_app.store.plain import made_of, plain, put
from lbp_app.store.session import VERSIONS, Database
from lbp_app.store.tables import SCHEMA, metadata, schema

OTHERS = (  # that somebody would miss, besides what is told by name
    tables.pause,
    tables.comfort,
    tables.exercise_note,
    tables.care_plan,
    tables.home_test,
    tables.course,
    tables.goal,
    tables.pairing,
    tables.doctor_card,
    tables.reading,
    tables.reflection,
    tables.balance,
    tables.reminder,
    tables.plan_template,
)
BATCH, FULL = 200, 1024 * 1024  # rows that are in memory at once, or characters in them


class Kept:
    """A database as it stands at one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._made = made_of(connection)

    def tables(self) -> Iterator[Rows]:
        for name, made in self._made.items():
            rows = self._connection.execute(self._all(name))
            for batch in chain(([],), _batches(rows)):  # an empty table is told too
                yield Rows(name, made.columns, batch)

    def equals(self, other: "Kept") -> bool:
        """The same tables, columns and rows; no value differs in any bit or kind."""
        pairs = zip_longest(self._told(), other._told())
        return all(one == same and _kinds(one) == _kinds(same) for one, same in pairs)

    def holding(self) -> Holding:
        days = tables.check_in.c.day
        answered = select(func.count(), func.min(days), func.max(days))
        count, first, last = self._connection.execute(answered).one()
        return Holding(
            days=count,
            first=first,
            last=last,
            sessions=self._count(tables.session),
            activities=self._count(tables.activity),
            flares=self._count(tables.flare),
            screenings=self._count(tables.screening),
            participants=self._count(tables.participant),
            classes=self._count(tables.class_group),
            others=sum(map(self._count, OTHERS)),
            rows=sum(self._count(table(name)) for name in self._made),
        )

    def named(self) -> str:
        """What whoever uses the device is called; empty when nobody has said."""
        role = get_within(self._connection, "active_role")
        named = select(tables.person.c.first_name).where(tables.person.c.role == role)
        return self._connection.scalar(named) or ""

    def write_to(self, path: Path) -> None:
        """A database file in its place, whole and on the disk, or nothing."""
        raw: Any = self._connection.connection.driver_connection
        with writing_faults():
            copies.write_new(raw, path)

    def _told(self) -> Iterator[tuple[object, ...]]:
        for part in self.tables():
            if not part.rows:
                yield part.table, part.columns
            yield from map(tuple, part.rows)

    def _all(self, name: str) -> Select[Any]:
        made = self._made[name]
        return select(*plain(name, made.columns).c).order_by(*map(column, made.keys))

    def _count(self, counted: Any) -> int:
        return self._connection.scalar(select(func.count()).select_from(counted)) or 0


class BackupStore:
    """Of everybody on the device."""

    version = SCHEMA

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    @contextmanager
    def now(self) -> Iterator[Kept]:
        """As it stands; whoever writes meanwhile changes nothing here."""
        with self._database.reading() as connection:
            yield Kept(connection)

    def scratch(self, version: int, parts: Iterable[Rows]) -> AbstractContextManager[Kept]:
        return scratch(version, parts, in_memory=self._database.is_encrypted)

    def in_file(self, path: Path) -> AbstractContextManager[Kept]:
        return in_file(path, self._database.guard.key)

    def replace(self, kept: Kept) -> None:
        """Everything by what is in `kept`, of this version, in one transaction; a checked copy of
        what was there comes first.
        """
        copies.keep_before_restore(self._database, self._clock)
        self._database.replace(kept.tables())

    def look_at_merge(self, kept: Kept) -> Merge:
        """What `merge` would do."""
        with self.now() as now:
            return merged(side_of(now.tables()), side_of(kept.tables())).merge

    def merge(self, kept: Kept) -> Merge:
        """What is in `kept`, of this version, together with what is here: in one transaction, a
        checked copy of what was there first. What others write meanwhile comes before it.
        """
        copies.keep_before_restore(self._database, self._clock)
        file = side_of(kept.tables())
        with self._database.replacing() as (connection, put_instead):
            made = merged(side_of(Kept(connection).tables()), file)
            with self.scratch(SCHEMA, made.parts) as checked:
                put_instead(checked.tables())
        return made.merge

    def deleted_after(self, at: datetime) -> bool:
        """Something was deleted here after `at`, by whomever; a participant counts too."""
        noun, field = tables.history.c.noun, tables.history.c.field
        told = (or_(noun == "deletion", field == FORGOTTEN), tables.history.c.at > at)
        with self._database.reading() as connection:
            return connection.execute(select(tables.history.c.id).where(*told)).first() is not None

    def holds_keys(self) -> bool:
        """The secrets of a physiotherapist (store/pairing.py)."""
        with self._database.reading() as connection:
            return has_within(connection, KEYS)

    def replaced_at(self) -> datetime | None:
        """When other rows last took the place of those that were here."""
        return copies.replaced_at(self._database.path.parent)

    def before(self) -> Path | None:
        """The copy that the newest `replace` or `merge` took."""
        return copies.newest_before_restore(self._database.path.parent)


@contextmanager
def scratch(version: int, parts: Iterable[Rows], *, in_memory: bool = False) -> Iterator[Kept]:
    """A database of the version of now that nobody else sees and that nothing is left of; with
    `in_memory` no byte of it comes to the disk.

    It is made by our own migrations and filled with `parts`, which may come from anywhere: what
    does not fit is an InputRefusedError, a later version a NewerError.
    """
    if version > SCHEMA:
        raise NewerError("error.backup_newer")
    engine = _engine(_in_memory if in_memory else _unnamed)
    try:
        with writing_faults(), engine.connect() as connection:
            _make(connection, version)
            _fill(connection, parts)
            _bring_up_to_date(connection, version)
            yield Kept(connection)
    finally:
        engine.dispose()


@contextmanager
def in_file(path: Path, key: Key = None) -> Iterator[Kept]:
    """What a copy of ours holds, brought up to date; the file is not changed."""
    key = copies.key_of(path, key)
    try:
        refuse_damage(path, key)
    except DamagedError as error:
        raise InputRefusedError("error.backup_damaged") from error
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    engine = _engine(lambda: connected(uri, key, uri=True), key)
    try:
        with (
            engine.connect() as connection,
            scratch(
                version_of(path, key), Kept(connection).tables(), in_memory=key is not None
            ) as kept,
        ):
            yield kept
    finally:
        engine.dispose()


def _batches(rows: Iterable[Row[Any]]) -> Iterator[list[Row[Any]]]:
    batch, size = list[Row[Any]](), 0
    for row in rows:
        batch.append(row)
        size += sum(len(value) for value in row if isinstance(value, str))
        if len(batch) == BATCH or size > FULL:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _kinds(row: tuple[object, ...] | None) -> list[type]:
    return list(map(type, row or ()))


def _engine(opened: Callable[[], Any], key: Key = None) -> Engine:
    """Of one connection, which ends with it."""
    spoken = {} if key is None else {"module": module()}
    return create_engine(
        "sqlite://", creator=opened, poolclass=StaticPool, hide_parameters=True, **spoken
    )


def _in_memory() -> sqlite3.Connection:
    return _unnamed(":memory:")


def _unnamed(name: str = "") -> sqlite3.Connection:
    """On the disk only when it is large; gone with the process, killed or not."""
    connection = sqlite3.connect(name, isolation_level=None)
    for pragma in ("journal_mode = MEMORY", "synchronous = OFF"):
        connection.execute(f"PRAGMA {pragma}").close()
    return connection


def _make(connection: Connection, version: int) -> None:
    if version < SCHEMA:
        _migrate(connection, f"{version:04}")
        return
    metadata.create_all(connection)
    schema.metadata.create_all(connection)
    connection.execute(insert(schema).values(version_num=f"{SCHEMA:04}"))


def _fill(connection: Connection, parts: Iterable[Rows]) -> None:
    made, filled = made_of(connection), set[str]()
    for part in parts:
        if part.table not in made or {*made[part.table].columns} != {*part.columns}:
            raise InputRefusedError("error.backup_damaged")
        filled.add(part.table)
        _put(connection, part)
    if filled != made.keys():
        raise InputRefusedError("error.backup_damaged")


def _put(connection: Connection, part: Rows) -> None:
    try:
        put(connection, part)
    except SQLAlchemyError as error:
        if isinstance(fault(error), DiskFullError):
            raise
        raise InputRefusedError("error.backup_damaged") from error


def _bring_up_to_date(connection: Connection, version: int) -> None:
    """What came from outside must be what the app can read, to the last value."""
    try:
        if version < SCHEMA:
            _migrate(connection, "head")
        refuse_damage_in(connection)
        for each in metadata.sorted_tables:
            numbers = [at for at, one in enumerate(each.c) if isinstance(one.type, Integer)]
            for row in connection.execute(select(each)):
                _refuse_other_kinds(row, numbers)
    except (SQLAlchemyError, StoreError, ValueError, TypeError) as error:
        raise InputRefusedError("error.backup_damaged") from error


def _refuse_other_kinds(row: Row[Any], numbers: list[int]) -> None:
    if not all(row[at] is None or isinstance(row[at], int) for at in numbers):
        raise TypeError


def _migrate(connection: Connection, to: str) -> None:
    from lbp_app.store.migration import upgrade  # and Alembic, which takes long to load

    upgrade(connection, VERSIONS, to)
