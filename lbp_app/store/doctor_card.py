"""Keeps what a person has written for a doctor, and which parts shall be on the sheet."""

from typing import Any

from sqlalchemy import Connection, insert, select, update

from lbp_app.model.day import Clock
from lbp_app.model.doctor_card import CardPart, DoctorCard
from lbp_app.model.history import Change
from lbp_app.store.history import Journal
from lbp_app.store.session import Database
from lbp_app.store.tables import doctor_card as table

TEXT, CHOSEN = "text", "chosen"
_EMPTY = {TEXT: "", CHOSEN: None}


class DoctorCardStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._journal = Journal(person_id, clock, "doctor_card")

    def get(self) -> DoctorCard:
        rows = select(table.c.part, table.c.text, table.c.chosen).where(self._own())
        with self._database.reading() as connection:
            found = [(CardPart(row.part), *row[1:]) for row in connection.execute(rows)]
        return DoctorCard(
            {part: text for part, text, _ in found if text},
            {part: chosen for part, _, chosen in found if chosen is not None},
        )

    def put_text(self, part: CardPart, text: str) -> Change:
        with self._database.writing() as connection:
            return self._put(connection, part, TEXT, text)

    def put_choice(self, part: CardPart, chosen: bool) -> Change:
        with self._database.writing() as connection:
            return self._put(connection, part, CHOSEN, chosen)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            change = self._journal.newest(connection, change)
            return self._put(connection, CardPart(change.key), change.field, change.old)

    def _put(self, connection: Connection, part: CardPart, field: str, value: Any) -> Change:
        this = (self._own(), table.c.part == part.value)
        before = connection.execute(select(table).where(*this)).mappings().first()
        if before is None:
            new = _EMPTY | {"person_id": self._person_id, "part": part.value, field: value}
            connection.execute(insert(table).values(new))
        else:
            connection.execute(update(table).where(*this).values({field: value}))
        old = (before or _EMPTY)[field]
        return self._journal.write(connection, part.value, field, old, value)

    def _own(self) -> Any:
        return table.c.person_id == self._person_id
