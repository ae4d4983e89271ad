"""Keeps how far a person has come in each lesson."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.reading import Reading
from lbp_app.store.history import Journal, as_json
from lbp_app.store.session import Database
from lbp_app.store.tables import reading as table

_ALL = select(table).where(table.c.person_id == bindparam("who"))  # made once, as Journal's


class ReadingStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._clock = clock
        self._journal = Journal(person_id, clock, "reading")

    def all(self) -> dict[str, Reading]:
        """By lesson; only those that were opened past the first card, or saved."""
        with self._database.reading() as connection:
            rows = connection.execute(_ALL, {"who": self._person_id}).mappings()
            return {row["lesson"]: _made(row) for row in rows}

    def get(self, lesson: str) -> Reading:
        """One of which nothing is known where nothing was kept."""
        with self._database.reading() as connection:
            return self._get(connection, lesson)

    def keep_place(self, lesson: str, place: str) -> None:
        """Turned to just now; without a word in the history."""
        with self._database.writing() as connection:
            self._replace(connection, self._turned(connection, lesson, place))

    def finish(self, lesson: str) -> Change:
        """Read to its end today; the next time it begins at the beginning."""
        with self._database.writing() as connection:
            self._replace(connection, self._turned(connection, lesson, ""))
            return self._put(connection, lesson, "finished_on", self._clock.today())

    def put(self, lesson: str, field: str, value: object) -> Change:
        with self._database.writing() as connection:
            return self._put(connection, lesson, field, value)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            change = self._journal.newest(connection, change)
            old = date.fromisoformat(change.old) if isinstance(change.old, str) else change.old
            return self._put(connection, change.key, change.field, old)

    def _put(self, connection: Connection, lesson: str, field: str, value: object) -> Change:
        before = self._get(connection, lesson)
        after = replace(before, **{field: value})  # type: ignore[arg-type]
        self._replace(connection, after)
        old, new = as_json(getattr(before, field)), as_json(getattr(after, field))
        return self._journal.write(connection, lesson, field, old, new)

    def _turned(self, connection: Connection, lesson: str, place: str) -> Reading:
        clock = self._clock
        before = self._get(connection, lesson)
        return replace(
            before,
            place=place,
            read_on=clock.today(),
            read_at=clock.now(),
            zone=clock.zone_name(),
        )

    def _get(self, connection: Connection, lesson: str) -> Reading:
        this = select(table).where(self._own(), table.c.lesson == lesson)
        row = connection.execute(this).mappings().first()
        return _made(row) if row else Reading(lesson)

    def _replace(self, connection: Connection, one: Reading) -> None:
        connection.execute(delete(table).where(self._own(), table.c.lesson == one.lesson))
        connection.execute(insert(table).values(person_id=self._person_id, **vars(one)))

    def _own(self) -> Any:
        return table.c.person_id == self._person_id


def _made(row: Any) -> Reading:
    return Reading(**{name: row[name] for name in row if name != "person_id"})
