"""Keeps what a person thinks about the lessons."""

from typing import Any

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.reflection import Reflection
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import reflection as table


class ReflectionStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        journal = Journal(person_id, clock, "reflection")
        self._rows: Rows[Reflection] = Rows(table, journal, _columns, _made)

    def all(self) -> list[Reflection]:
        """The one changed last at the end."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def get(self, reflection_id: str) -> Reflection | None:
        with self._database.reading() as connection:
            return self._rows.get(connection, reflection_id)

    def put(self, reflection_id: str, one: Reflection | None) -> Change:
        """None takes it away."""
        with self._database.writing() as connection:
            return self._rows.put(connection, reflection_id, one)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            return self._rows.put_back(connection, change)


def _columns(one: Reflection) -> dict[str, Any]:
    return {"id": one.id, **vars(one)}


def _made(row: dict[str, Any]) -> Reflection:
    return Reflection(**{name: row[name] for name in row if name != "id"})
