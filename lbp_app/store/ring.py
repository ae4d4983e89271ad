"""Keeps what became of each occurrence of a reminder. The row is the claim: whoever writes it first
rings. Nothing here is an answer, so there is no history and no undo.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from lbp_app.model.ring import Outcome, Outside, Ring
from lbp_app.store.device import get_within, put_within
from lbp_app.store.session import Database
from lbp_app.store.tables import ring as table

_COLUMNS = [table.c[name] for name in Ring.__dataclass_fields__]
_SINCE = (  # made once, as Journal's
    select(*_COLUMNS)
    .where(table.c.person_id == bindparam("who"))
    .where((table.c.due >= bindparam("first")) | table.c.again.is_not(None))
    .order_by(table.c.due.desc(), table.c.id)
)


class RingStore:
    def __init__(self, database: Database, person_id: str) -> None:
        self._database = database
        self._person_id = person_id
        self._looked = f"reminders.{person_id}"

    def since(self, first: datetime) -> list[Ring]:
        """Due from `first` on, or still to ring again; newest first."""
        asked = {"who": self._person_id, "first": first}
        with self._database.reading() as connection:
            return [_made(row) for row in connection.execute(_SINCE, asked)]

    def get(self, ring_id: str) -> Ring | None:
        with self._database.reading() as connection:
            return self._get(connection, ring_id)

    def settled(self) -> datetime | None:
        """Everything up to then has its row; with the offset of the zone in which it was."""
        with self._database.reading() as connection:
            said = get_within(connection, self._looked)
            return datetime.fromisoformat(said) if said else None

    def settle(self, rings: Iterable[Ring], until: datetime) -> list[Ring]:
        """Gives back those that were not there yet: they are this process's to ring."""
        with self._database.writing() as connection:
            fresh = [one for one in rings if self._get(connection, one.id) is None]
            for one in fresh:
                row = insert(table).values(person_id=self._person_id, **vars(one))
                connection.execute(row)
            put_within(connection, self._looked, until.isoformat())
            return fresh

    def put(self, ring_id: str, **fields: object) -> Ring | None:
        """The ring after `fields` were changed; None when there is none."""
        with self._database.writing() as connection:
            connection.execute(self._update(ring_id).values(fields))
            return self._get(connection, ring_id)

    def ring_again(self, ring_id: str, now: datetime) -> bool:
        """Whether it is this process's to ring, once after each snooze."""
        with self._database.writing() as connection:
            due = self._update(ring_id).where(table.c.again <= now)
            return connection.execute(due.values(again=None, at=now)).rowcount == 1

    def _get(self, connection: Connection, ring_id: str) -> Ring | None:
        row = select(*_COLUMNS).where(self._own(), table.c.id == ring_id)
        found = connection.execute(row).first()
        return _made(found) if found else None

    def _update(self, ring_id: str) -> Any:
        return update(table).where(self._own(), table.c.id == ring_id)

    def _own(self) -> Any:
        return table.c.person_id == self._person_id


def _made(row: Any) -> Ring:
    outcome, outside = Outcome(row.outcome), Outside(row.outside)
    return Ring(**dict(row._mapping) | {"outcome": outcome, "outside": outside})
