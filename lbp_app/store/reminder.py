"""Keeps what a person wants to be reminded of, and how."""

from dataclasses import asdict
from datetime import time
from typing import Any

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.recurrence import Quiet
from lbp_app.model.reminder import USUAL, Manner, Reminder
from lbp_app.store.history import Journal
from lbp_app.store.rows import WHOLE, Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import reminder, reminder_manner

_OWN = "own"  # the id of the one row that says how they come


class ReminderStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        journal = Journal(person_id, clock, "reminder")
        self._rows: Rows[Reminder] = Rows(reminder, journal, _columns, _made, "id")
        journal = Journal(person_id, clock, "reminder_manner")
        self._manner: Rows[Manner] = Rows(
            reminder_manner, journal, _manner_columns, _manner_made, "id"
        )

    def all(self) -> list[Reminder]:
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def manner(self) -> Manner:
        with self._database.reading() as connection:
            return next(iter(self._manner.all(connection)), USUAL)

    def put(self, one: Reminder) -> Change:
        with self._database.writing() as connection:
            return self._rows.put(connection, one.id, one)

    def put_all(self, first: Reminder, *others: Reminder) -> Change:
        """As one change: the others come with the first, and go back with it."""
        with self._database.writing() as connection:
            made = self._rows.put(connection, first.id, first)
            for one in others:
                before = self._rows.get(connection, one.id)
                self._rows.replace(connection, one.id, one)
                old, new = self._rows.json(before), self._rows.json(one)
                self._rows.journal.write(connection, one.id, WHOLE, old, new, made.id)
            return made

    def put_manner(self, manner: Manner) -> Change:
        with self._database.writing() as connection:
            return self._manner.put(connection, _OWN, manner)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            if change.noun == "reminder_manner":
                return self._manner.put_back(connection, change)
            for one in self._rows.journal.brought_along(connection, change):
                self._rows.put_back(connection, one)
            return self._rows.put_back(connection, change)


def _columns(one: Reminder) -> dict[str, Any]:
    times, weekdays = [f"{at:%H:%M}" for at in one.times], sorted(one.weekdays)
    return vars(one) | {"times": times, "weekdays": weekdays, "before": list(one.before)}


def _made(row: dict[str, Any]) -> Reminder:
    times = tuple(map(time.fromisoformat, row["times"]))
    before = tuple(row.get("before", ()))  # a row of the history may be older than the column
    told = {"times": times, "weekdays": frozenset(row["weekdays"]), "before": before}
    return Reminder(**row | told)


def _manner_columns(manner: Manner) -> dict[str, Any]:
    quiet = manner.quiet and [f"{at:%H:%M}" for at in asdict(manner.quiet).values()]
    return {"id": _OWN, "quiet": quiet, "snooze": manner.snooze, "outside": manner.outside}


def _manner_made(row: dict[str, Any]) -> Manner:
    quiet = row["quiet"] and Quiet(*map(time.fromisoformat, row["quiet"]))
    return Manner(quiet, row["snooze"], row["outside"])
