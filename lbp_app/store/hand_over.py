"""Keeps what has left the device. A line is written once, and neither changed nor undone."""

from typing import Any

from sqlalchemy import insert, select

from lbp_app.model.hand_over import HandedOver, HandOver
from lbp_app.store.session import Database
from lbp_app.store.tables import hand_over as table

_COLUMNS = [table.c[name] for name in HandOver.__dataclass_fields__]


class HandOverStore:
    def __init__(self, database: Database, person_id: str) -> None:
        self._database = database
        self._person_id = person_id

    def all(self) -> list[HandOver]:
        """Newest first."""
        own = select(*_COLUMNS).where(table.c.person_id == self._person_id)
        with self._database.reading() as connection:
            rows = connection.execute(own.order_by(table.c.at.desc(), table.c.id)).all()
            return [_made(row) for row in rows]

    def add(self, one: HandOver) -> None:
        with self._database.writing() as connection:
            connection.execute(insert(table).values(person_id=self._person_id, **vars(one)))


def _made(row: Any) -> HandOver:
    return HandOver(row.id, HandedOver(row.what), row.at, row.zone, row.size)
