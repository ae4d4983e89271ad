"""Keeps who the person is and how they want the app to be."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, select, update

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.person import Appearance, Person, Preferences, Role
from lbp_app.store.history import Journal, as_json
from lbp_app.store.session import Database
from lbp_app.store.tables import person, preferences


class PersonStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._profile = Journal(person_id, clock, "person")
        self._preferences = Journal(person_id, clock, "preferences")

    def get(self) -> Person:
        """One about whom nothing is known when everything was deleted."""
        with self._database.reading() as connection:
            return self._person(connection)

    def preferences(self) -> Preferences:
        with self._database.reading() as connection:
            return self._preferred(connection)

    def put(self, field: str, value: object) -> Change:
        with self._database.writing() as connection:
            return self._put(connection, field, value)

    def put_preference(self, field: str, value: object) -> Change:
        with self._database.writing() as connection:
            return self._put_preference(connection, field, value)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            if change.noun == "person":
                change = self._profile.newest(connection, change)
                return self._put(connection, change.field, _value(change.field, change.old))
            change = self._preferences.newest(connection, change)
            return self._put_preference(connection, change.field, _value(change.field, change.old))

    def _put(self, connection: Connection, field: str, value: object) -> Change:
        before = self._person(connection)
        after = replace(before, **{field: value})  # type: ignore[arg-type]
        connection.execute(self._update(person, field, value))
        old, new = as_json(getattr(before, field)), as_json(getattr(after, field))
        return self._profile.write(connection, self._person_id, field, old, new)

    def _put_preference(self, connection: Connection, field: str, value: object) -> Change:
        before = self._preferred(connection)
        after = replace(before, **{field: value})  # type: ignore[arg-type]
        connection.execute(self._update(preferences, field, value))
        old, new = getattr(before, field), getattr(after, field)
        return self._preferences.write(connection, self._person_id, field, old, new)

    def _update(self, table: Table, field: str, value: object) -> Any:
        return update(table).where(table.c.person_id == self._person_id).values({field: value})

    def _person(self, connection: Connection) -> Person:
        row = self._row(connection, person)
        if row is None:
            return Person(self._person_id, Role.PATIENT)
        return Person(row.pop("person_id"), Role(row.pop("role")), **row)

    def _preferred(self, connection: Connection) -> Preferences:
        row = self._row(connection, preferences)
        if row is None:
            return Preferences()
        del row["person_id"]
        return Preferences(appearance=Appearance(row.pop("appearance")), **row)

    def _row(self, connection: Connection, table: Table) -> dict[str, Any] | None:
        own = select(table).where(table.c.person_id == self._person_id)
        row = connection.execute(own).mappings().first()
        return dict(row) if row else None


def _value(field: str, old: Any) -> object:
    if field == "appearance":
        return Appearance(old)
    return datetime.fromisoformat(old) if field == "welcomed_at" and old else old
