"""Keeps the reports that a physiotherapist has taken in from participants."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.participant_report import ParticipantReport
from lbp_app.store.history import Journal
from lbp_app.store.session import Database
from lbp_app.store.tables import participant_report as table

NEWEST = "newest"  # the field of the history: the id of the newest that was taken in


class ParticipantReportStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._journal = Journal(person_id, clock, "participant_report")

    def of(self, participant: str) -> list[ParticipantReport]:
        """Oldest first; without those that were taken back."""
        with self._database.reading() as connection:
            return self._reports(connection, participant)

    def newest(self) -> dict[str, ParticipantReport]:
        """By participant; those without a report are missing."""
        valid = (table.c.person_id == self._person_id, table.c.withdrawn.is_(False))
        rows = select(table).where(*valid).order_by(table.c.sequence)
        with self._database.reading() as connection:
            found = connection.execute(rows).mappings().all()
        last = {row["participant"]: row for row in found}
        return {participant: _report(row) for participant, row in last.items()}

    def put(self, one: ParticipantReport) -> Change:
        with self._database.writing() as connection:
            return self.put_within(connection, one)

    def put_within(self, connection: Connection, one: ParticipantReport) -> Change:
        before = self._newest(connection, one.participant)
        again = (*self._of(one.participant), table.c.id == one.id)  # one that was taken back
        connection.execute(delete(table).where(*again))
        row = vars(one) | {"person_id": self._person_id, "withdrawn": False}
        connection.execute(insert(table).values(row))
        return self._journal.write(connection, one.participant, NEWEST, before, one.id)

    def join_within(
        self, connection: Connection, participant: str, theirs: Iterable[ParticipantReport]
    ) -> None:
        """Those that are not here; one that is stays as it is, whatever another says."""
        known = {one.id for one in self._reports(connection, participant)}
        for one in theirs:
            if one.id not in known:
                self.put_within(connection, one)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            change = self._journal.newest(connection, change)
            self._put_newest(connection, change.key, change.old)
            return self._journal.write(connection, change.key, NEWEST, change.new, change.old)

    def _reports(self, connection: Connection, participant: str) -> list[ParticipantReport]:
        rows = select(table).where(*self._valid(participant)).order_by(table.c.sequence)
        return [_report(row) for row in connection.execute(rows).mappings()]

    def _newest(self, connection: Connection, participant: str) -> str | None:
        rows = select(table.c.id).where(*self._valid(participant))
        return connection.scalar(rows.order_by(table.c.sequence.desc()).limit(1))

    def _put_newest(self, connection: Connection, participant: str, report_id: Any) -> None:
        """Takes back what came after it; None: all of them."""
        own, this = self._of(participant), table.c.id == report_id
        number = connection.scalar(select(table.c.sequence).where(*own, this))
        later = own if number is None else (*own, table.c.sequence > number)
        connection.execute(update(table).where(*later).values(withdrawn=True))
        connection.execute(update(table).where(*own, this).values(withdrawn=False))

    def _of(self, participant: str) -> tuple[Any, ...]:
        return table.c.person_id == self._person_id, table.c.participant == participant

    def _valid(self, participant: str) -> tuple[Any, ...]:
        return *self._of(participant), table.c.withdrawn.is_(False)


def _report(row: Mapping[Any, Any]) -> ParticipantReport:
    return ParticipantReport(**{name: row[name] for name in ParticipantReport.__annotations__})
