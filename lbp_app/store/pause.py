"""Keeps pauses."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause, Paused, PausedBy
from lbp_app.store.history import Journal
from lbp_app.store.session import Database
from lbp_app.store.tables import pause as table

_COLUMNS = [table.c[name] for name in Pause.__dataclass_fields__]
_ALL = (  # made once, as Journal's
    select(*_COLUMNS)
    .where(table.c.person_id == bindparam("who"))
    .order_by(table.c.start, table.c.id)
)
_DAYS = ("start", "until", "lifted")


class PauseStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._journal = Journal(person_id, clock, "pause")

    def all(self) -> list[Pause]:
        """In the order of their start."""
        with self._database.reading() as connection:
            return self._all(connection)

    def put(self, pause: Pause) -> Change:
        with self._database.writing() as connection:
            return self.put_within(connection, pause)

    def put_within(self, connection: Connection, pause: Pause) -> Change:
        """In the transaction of something else that brings the pause, or its end, along."""
        return self._write(connection, pause.id, pause)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            change = self._journal.newest(connection, change)
            return self._write(connection, change.key, _pause(change.key, change.old))

    def _write(self, connection: Connection, pause_id: str, pause: Pause | None) -> Change:
        before = next((p for p in self._all(connection) if p.id == pause_id), None)
        connection.execute(delete(table).where(self._own(), table.c.id == pause_id))
        if pause:
            connection.execute(insert(table).values(person_id=self._person_id, **vars(pause)))
        return self._journal.write(connection, pause_id, "pause", _json(before), _json(pause))

    def _all(self, connection: Connection) -> list[Pause]:
        return [
            Pause(row.id, Paused(row.what), PausedBy(row.by), *row[3:])
            for row in connection.execute(_ALL, {"who": self._person_id})
        ]

    def _own(self) -> Any:
        return table.c.person_id == self._person_id


def _json(pause: Pause | None) -> object:
    if pause is None:
        return None
    days = {name: getattr(pause, name) for name in _DAYS}
    said = {"what": pause.what, "by": pause.by, "why": pause.why}
    return said | {name: day.isoformat() if day else None for name, day in days.items()}


def _pause(pause_id: str, old: Any) -> Pause | None:
    if old is None:
        return None
    days: dict[str, Any] = {
        name: date.fromisoformat(old[name]) if old[name] else None for name in _DAYS
    }
    return Pause(pause_id, Paused(old["what"]), PausedBy(old["by"]), why=old["why"], **days)
