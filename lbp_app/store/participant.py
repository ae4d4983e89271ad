"""Keeps a physiotherapist's participants, and lets go of everything about one of them."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, select

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.participant import Participant
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import (
    class_attendance,
    class_member,
    history,
    participant_plan,
    participant_report,
)
from lbp_app.store.tables import participant as table

NOUN = "participant"
TOLD_OF = (participant_plan, participant_report, class_member, class_attendance)
FORGOTTEN = "forgotten"  # the field under which the history says that somebody was
NOUNS = (NOUN, *(each.name for each in TOLD_OF))  # keyed by the participant


class ParticipantStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._clock = clock
        self._journal = Journal(person_id, clock, NOUN)
        self._rows: Rows[Participant] = Rows(table, self._journal, lambda one: vars(one), _made)

    def all(self) -> list[Participant]:
        """Oldest first, with those that can still be had back."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def get(self, participant_id: str) -> Participant | None:
        with self._database.reading() as connection:
            return self._rows.get(connection, participant_id)

    def put(self, one: Participant) -> Change:
        with self._database.writing() as connection:
            return self._rows.put(connection, one.id, one)

    def put_within(self, connection: Connection, one: Participant) -> Change:
        return self._rows.put(connection, one.id, one)

    def bring_back_within(self, connection: Connection, participant_id: str) -> None:
        """One who was deleted and can still be had back; anybody else stays as they are."""
        one = self._rows.get(connection, participant_id)
        if one and one.removed:
            self._rows.put(connection, one.id, replace(one, removed=None))

    def put_back(self, change: Change) -> Change:
        """One who was added and is told of by now goes as whoever is deleted: with everything."""
        with self._database.writing() as connection:
            one = self._rows.get(connection, change.key)
            if change.old is None and one and self._is_told_of(connection, one.id):
                self._journal.newest(connection, change)
                return self._rows.put(connection, one.id, replace(one, removed=self._clock.now()))
            return self._rows.put_back(connection, change)

    def forget(self, participant_id: str) -> None:
        """Everything of theirs, what the history says of it too; it cannot be had back."""
        with self._database.writing() as connection:
            for each in TOLD_OF:
                connection.execute(delete(each).where(self._about(each, participant_id)))
            self._rows.replace(connection, participant_id, None)
            own = history.c.person_id == self._person_id
            told = (history.c.noun.in_(NOUNS), history.c.key == participant_id)
            connection.execute(delete(history).where(own, *told))
            self._journal.write(connection, "", FORGOTTEN, None, None)  # others read anew

    def _is_told_of(self, connection: Connection, participant_id: str) -> bool:
        found = (
            select(each.c.participant).where(self._about(each, participant_id)) for each in TOLD_OF
        )
        return any(connection.execute(each.limit(1)).first() for each in found)

    def _about(self, told: Table, participant_id: str) -> ColumnElement[bool]:
        return and_(told.c.person_id == self._person_id, told.c.participant == participant_id)


def _made(row: dict[str, Any]) -> Participant:
    return Participant(**row)
