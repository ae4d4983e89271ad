"""Keeps activities outside the app."""

from typing import Any

from lbp_app.model.activity import Activity, ActivityKind
from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import activity as table


class ActivityStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        journal = Journal(person_id, clock, "activity")
        self._rows: Rows[Activity] = Rows(table, journal, lambda one: vars(one), _made, "day")

    def all(self) -> list[Activity]:
        """In the order of their days."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def get(self, activity_id: str) -> Activity | None:
        with self._database.reading() as connection:
            return self._rows.get(connection, activity_id)

    def put(self, activity_id: str, activity: Activity | None) -> Change:
        """None takes it away."""
        with self._database.writing() as connection:
            return self._rows.put(connection, activity_id, activity)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            return self._rows.put_back(connection, change)


def _made(row: dict[str, Any]) -> Activity:
    return Activity(**row | {"kind": ActivityKind(row["kind"])})
