"""Keeps bad spells."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.day import Clock
from lbp_app.model.flare import Flare
from lbp_app.model.history import Change
from lbp_app.store.history import Journal
from lbp_app.store.session import Database
from lbp_app.store.tables import flare as table

_ALL = (  # made once, as Journal's
    select(table.c.id, table.c.start, table.c.end)
    .where(table.c.person_id == bindparam("who"))
    .order_by(table.c.start, table.c.id)
)


class FlareStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._journal = Journal(person_id, clock, "flare")

    def all(self) -> list[Flare]:
        """In the order of their start."""
        with self._database.reading() as connection:
            return self._all(connection)

    def put(self, flare: Flare) -> Change:
        """AnswerRefusedError when another one is still running."""
        with self._database.writing() as connection:
            return self._write(connection, flare.id, flare)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            change = self._journal.newest(connection, change)
            return self._write(connection, change.key, _flare(change.key, change.old))

    def _write(self, connection: Connection, flare_id: str, flare: Flare | None) -> Change:
        others = {f.id: f for f in self._all(connection)}
        before = others.pop(flare_id, None)
        if flare and not flare.end and not all(other.end for other in others.values()):
            raise AnswerRefusedError("error.flare_running")
        connection.execute(delete(table).where(self._own(), table.c.id == flare_id))
        if flare:
            connection.execute(insert(table).values(person_id=self._person_id, **vars(flare)))
        return self._journal.write(connection, flare_id, "flare", _json(before), _json(flare))

    def _all(self, connection: Connection) -> list[Flare]:
        return [Flare(*row) for row in connection.execute(_ALL, {"who": self._person_id})]

    def _own(self) -> Any:
        return table.c.person_id == self._person_id


def _json(flare: Flare | None) -> object:
    return flare and {
        "start": flare.start.isoformat(),
        "end": flare.end.isoformat() if flare.end else None,
    }


def _flare(flare_id: str, old: Any) -> Flare | None:
    if old is None:
        return None
    end = date.fromisoformat(old["end"]) if old["end"] else None
    return Flare(flare_id, date.fromisoformat(old["start"]), end)
