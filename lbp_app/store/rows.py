"""Rows of one table that are known by an id: each written whole, with its history."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, Connection, Date, Table, delete, func, insert, select

from lbp_app.model.history import Change
from lbp_app.store.history import Journal, as_json
from lbp_app.store.tables import Instant, history

T = TypeVar("T")
WHOLE = "whole"  # the field under which a row is written down in the history


@dataclass(frozen=True)
class Rows(Generic[T]):
    """`columns` of a thing but for its owner, and the thing of a row's columns; `order` names the
    column by which they follow each other, the one written first before the others.

    What was read is kept until the history of the noun grows, by whatever program: things are
    frozen, and nothing is written without its history.
    """

    table: Table
    journal: Journal
    columns: Callable[[T], dict[str, Any]]
    made: Callable[[dict[str, Any]], T]
    order: str = "at"
    _read: dict[object, tuple[T, ...]] = field(default_factory=dict)  # by the newest change

    def all(self, connection: Connection) -> list[T]:
        newest = self.journal.last(connection)
        found = self._read.get(newest)
        if found is None:
            found = tuple(self._all(connection))
            self._read.clear()
            self._read[newest] = found
        return list(found)

    def _all(self, connection: Connection) -> list[T]:
        written = select(func.min(history.c.id)).where(
            history.c.person_id == self.journal.person_id,
            history.c.noun == self.journal.noun,
            history.c.key == self.table.c.id,
        )
        rows = select(self.table).where(self._own())
        ordered = rows.order_by(self.table.c[self.order], written.scalar_subquery())
        return [self._made(row) for row in connection.execute(ordered).mappings()]

    def get(self, connection: Connection, key: str) -> T | None:
        rows = select(self.table).where(self._own(), self.table.c.id == key)
        found = connection.execute(rows).mappings().first()
        return self._made(found) if found else None

    def put(
        self,
        connection: Connection,
        key: str,
        thing: T | None,
        field: str = WHOLE,
        because_of: int | None = None,
    ) -> Change:
        """None takes it away."""
        old, new = self.json(self.get(connection, key)), self.json(thing)
        self.replace(connection, key, thing)
        return self.journal.write(connection, key, field, old, new, because_of)

    def put_back(
        self, connection: Connection, change: Change, because_of: int | None = None
    ) -> Change:
        change = self.journal.newest(connection, change)
        old = self._of_json(change.old)
        return self.put(connection, change.key, old, change.field, because_of)

    def replace(self, connection: Connection, key: str, thing: T | None) -> None:
        """Without a word in the history."""
        connection.execute(delete(self.table).where(self._own(), self.table.c.id == key))
        if thing is not None:
            owner = {"person_id": self.journal.person_id}
            connection.execute(insert(self.table).values(owner | self.columns(thing)))

    def _made(self, row: Any) -> T:
        return self.made({name: row[name] for name in row if name != "person_id"})

    def _own(self) -> Any:
        return self.table.c.person_id == self.journal.person_id

    def json(self, thing: T | None) -> Any:
        if thing is None:
            return None
        return {name: as_json(value) for name, value in self.columns(thing).items()}

    def _of_json(self, old: Any) -> T | None:
        if old is None:
            return None
        return self.made({name: _typed(self.table.c[name], old[name]) for name in old})


def _typed(column: Column[Any], value: Any) -> Any:
    if value is None or not isinstance(column.type, (Date, Instant)):
        return value
    return (datetime if isinstance(column.type, Instant) else date).fromisoformat(value)
