"""One person's rows of every table, read at one moment, and put into the place of nobody's."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Integer,
    Select,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import OperationalError

from lbp_app.errors import AnswerRefusedError, InputRefusedError, StoreError
from lbp_app.model.export import Field, Kind, Noun, Taken, Told, Values
from lbp_app.store.faults import reading_faults
from lbp_app.store.session import Database
from lbp_app.store.tables import SCHEMA, Instant, Json, history, metadata, person, preferences

OWNER = "person_id"
BATCH = 500  # rows in memory at a time
# What is the device's own (addresses, keys, who uses it) has no owner and is never told.
TABLES = tuple(table for table in metadata.sorted_tables if OWNER in table.c)


class ExportStore:
    version = SCHEMA

    def __init__(self, database: Database, person_id: str) -> None:
        self._database = database
        self._person_id = person_id

    def nouns(self) -> list[Noun]:
        return [*map(_noun, TABLES)]

    @contextmanager
    def now(self) -> Iterator[Told]:
        """Every noun with its rows, as they stand; whoever writes meanwhile changes nothing."""
        with self._database.reading() as connection:
            yield ((_noun(table), self._rows(connection, table)) for table in TABLES)

    def is_new(self) -> bool:
        """Nothing of this person was ever kept but how they want the app to be."""
        with self._database.reading() as connection:
            return self._new(connection)

    def take(self, taken: Taken, check: Callable[[Database], None]) -> None:
        """Everything, in one transaction, for a person of whom nothing was kept yet.

        `check` reads it as the app will. AnswerRefusedError when there is something already, an
        InputRefusedError when it does not fit.
        """
        with self._database.writing() as connection:
            if not self._new(connection):
                raise AnswerRefusedError("error.import_not_new")
            try:
                self._take(connection, taken)
                check(Within(self._database, connection))
            except OperationalError:
                raise  # the disk, not the file
            except Exception as error:
                raise InputRefusedError("error.import_damaged") from error

    def _rows(self, connection: Connection, table: Table) -> Iterator[Values]:
        found = connection.execution_options(yield_per=BATCH).execute(self._own(table))
        return (dict(row) for row in found.mappings())

    def _own(self, table: Table) -> Select[Any]:
        told = select(*_columns(table)).where(table.c[OWNER] == self._person_id)
        return told.order_by(*table.primary_key)

    def _new(self, connection: Connection) -> bool:
        kept = (table for table in TABLES if table not in (person, preferences))
        return all(connection.execute(self._own(table)).first() is None for table in kept)

    def _take(self, connection: Connection, taken: Taken) -> None:
        owner = {OWNER: self._person_id}
        moved = _Moved(taken.stamp.person, self._person_id, _newest(connection))
        (whose,) = taken.rows[person.name]
        own = person.c.person_id == self._person_id
        connection.execute(update(person).where(own).values(**whose))
        connection.execute(delete(preferences).where(preferences.c[OWNER] == self._person_id))
        for table in TABLES:
            rows = [moved.row(table, row) | owner for row in taken.rows.get(table.name, ())]
            if rows and table is not person:
                connection.execute(insert(table), rows)


@dataclass(frozen=True)
class _Moved:
    """What is known by another name here: the person, and the numbers of the history."""

    before: str
    now: str
    offset: int

    def row(self, table: Table, row: Values) -> dict[str, Any]:
        return self._change(row) if table is history else dict(row)

    def _change(self, row: Mapping[str, Any]) -> dict[str, Any]:
        because, key = row["because_of"], row["key"]
        return {
            **row,
            "id": row["id"] + self.offset,
            "because_of": because and because + self.offset,
            "key": self.now if key == self.before else key,
        }


class Within(Database):
    """What a transaction has written so far, for stores to read."""

    def __init__(self, database: Database, connection: Connection) -> None:
        self.path, self.guard, self._key = database.path, database.guard, None
        self._connection = connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with reading_faults():
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        raise StoreError
        yield  # what makes it a generator


def _noun(table: Table) -> Noun:
    return Noun(table.name, tuple(map(_field, _columns(table))))


def _columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.c if column.name != OWNER]


def _field(column: Column[Any]) -> Field:
    return Field(column.name, _kind(column), bool(column.nullable))


def _kind(column: Column[Any]) -> Kind:
    kinds = (
        (Json, Kind.JSON),
        (Instant, Kind.INSTANT),
        (Date, Kind.DAY),
        (Boolean, Kind.TRUTH),
        (Integer, Kind.NUMBER),
    )
    return next((kind for made, kind in kinds if isinstance(column.type, made)), Kind.TEXT)


def _newest(connection: Connection) -> int:
    return connection.scalar(select(func.max(history.c.id))) or 0
