"""Keeps the results of home tests."""

from typing import Any

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.home_test import HomeTest, Result
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import home_test as table


class HomeTestStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
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

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            return self._rows.put_back(connection, change)


def _made(row: dict[str, Any]) -> Result:
    return Result(**row | {"test": HomeTest(row["test"])})
