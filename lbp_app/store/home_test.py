"""Keeps the results of home tests, and the one that is being timed."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.home_test import HomeTest, Result, Timing
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import home_test as table
from lbp_app.store.tables import home_test_draft


class HomeTestStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        journal = Journal(person_id, clock, "home_test")
        self._rows: Rows[Result] = Rows(table, journal, lambda one: vars(one), _made)

    def all(self) -> list[Result]:
        """Oldest first."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def put(self, result_id: str, result: Result | None) -> Change:
        """None takes it away."""
        with self._database.writing() as connection:
            return self._rows.put(connection, result_id, result)

    def draft(self) -> Timing | None:
        rows = select(home_test_draft).where(home_test_draft.c.person_id == self._person_id)
        with self._database.reading() as connection:
            row = connection.execute(rows).mappings().first()
        told = row and {name: row[name] for name in Timing.__dataclass_fields__}
        return Timing(**told | {"test": HomeTest(told["test"])}) if told else None

    def keep_draft(self, timing: Timing | None) -> None:
        """In place of the one before; None drops it. Without history."""
        with self._database.writing() as connection:
            self._keep_draft(connection, timing)

    def finish(self, result: Result) -> Change:
        """In place of the one that was timed."""
        with self._database.writing() as connection:
            self._keep_draft(connection, None)
            return self._rows.put(connection, result.id, result)

    def _keep_draft(self, connection: Connection, timing: Timing | None) -> None:
        own = home_test_draft.c.person_id == self._person_id
        connection.execute(delete(home_test_draft).where(own))
        if timing is not None:
            row = {"person_id": self._person_id, **vars(timing)}
            connection.execute(insert(home_test_draft).values(row))

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            return self._rows.put_back(connection, change)


def _made(row: dict[str, Any]) -> Result:
    return Result(**row | {"test": HomeTest(row["test"])})
