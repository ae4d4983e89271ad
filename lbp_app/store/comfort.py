"""Keeps how safe exercises feel, and what a person notes about them."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select

from lbp_app.model.comfort import Comfort
from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import comfort, exercise_note

NOTE = "note"


class ComfortStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        journal = Journal(person_id, clock, "comfort")
        self._rows: Rows[Comfort] = Rows(comfort, journal, lambda one: vars(one), _made)
        self._notes = Journal(person_id, clock, "exercise_note")

    def all(self) -> list[Comfort]:
        """Oldest first."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def put(self, comfort_id: str, one: Comfort | None) -> Change:
        """None takes it away."""
        with self._database.writing() as connection:
            return self._rows.put(connection, comfort_id, one)

    def note(self, exercise: str) -> str:
        """Empty when there is none."""
        with self._database.reading() as connection:
            return self._note(connection, exercise)

    def notes(self) -> dict[str, str]:
        """By exercise; only those with a note."""
        rows = select(exercise_note.c.exercise, exercise_note.c.text).where(self._own())
        with self._database.reading() as connection:
            return {row.exercise: row.text for row in connection.execute(rows)}

    def put_note(self, exercise: str, text: str) -> Change:
        """An empty text takes it away."""
        with self._database.writing() as connection:
            return self._write(connection, exercise, text)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            if change.noun == self._notes.noun:
                change = self._notes.newest(connection, change)
                return self._write(connection, change.key, str(change.old))
            return self._rows.put_back(connection, change)

    def _note(self, connection: Connection, exercise: str) -> str:
        rows = select(exercise_note.c.text)
        this = rows.where(self._own(), exercise_note.c.exercise == exercise)
        return connection.scalar(this) or ""

    def _write(self, connection: Connection, exercise: str, text: str) -> Change:
        before = self._note(connection, exercise)
        this = (self._own(), exercise_note.c.exercise == exercise)
        connection.execute(delete(exercise_note).where(*this))
        if text:
            said = {"person_id": self._person_id, "exercise": exercise, "text": text}
            connection.execute(insert(exercise_note).values(said))
        return self._notes.write(connection, exercise, NOTE, before, text)

    def _own(self) -> Any:
        return exercise_note.c.person_id == self._person_id


def _made(row: dict[str, Any]) -> Comfort:
    return Comfort(**row)
