"""Deletes what a person names, and lets it be undone for a while; docs/decisions/0009 says how.

The rows leave the database at once and are held in memory. Until the last byte of them is gone
from every file, a note in the database says which ones they were, so that it is gone on with at
the next start.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, select

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.day import Clock
from lbp_app.model.deletion import WINDOW, Deleted, Scope, Thing, scope_of
from lbp_app.model.report import Period
from lbp_app.store import copies
from lbp_app.store.cipher import Key
from lbp_app.store.deletion_rows import Found, Held, found_in, put_back, stops_in, take_away
from lbp_app.store.device import get_within, put_within
from lbp_app.store.engine import scrub
from lbp_app.store.history import Journal
from lbp_app.store.kept_of import KEPT, Reach, Stopping
from lbp_app.store.plain import plain
from lbp_app.store.rewriting import rewrite
from lbp_app.store.session import Database

NOTE = "deletions"  # of the device: by id what has been deleted and is not yet gone from all files


@dataclass(frozen=True)
class Aside:
    """Held in memory, for one person, until it is gone for good."""

    deleted: Deleted
    person_id: str
    found: Found


class DeletionStore:
    def __init__(
        self, database: Database, person_id: str, clock: Clock, stopping: Stopping
    ) -> None:
        self._database, self._person_id, self._clock = database, person_id, clock
        self._stopping = stopping
        self._journal = Journal(person_id, clock, "deletion")

    def counts(self, scope: Scope) -> Mapping[str, int]:
        """Rows by table that would go."""
        return self.counts_of([scope])[0]

    def counts_of(self, scopes: Sequence[Scope]) -> list[Mapping[str, int]]:
        """Of each by itself."""
        with self._database.reading() as connection:
            held = Held(connection, [self._person_id])
            return [found_in(held, self._reach(scope)).counts() for scope in scopes]

    def things(self, day: date) -> list[Thing]:
        """What lies on a day and can go by itself."""
        reach = self._reach(Scope(period=Period(day, day)))
        with self._database.reading() as connection:
            held = Held(connection, [self._person_id])
            return [
                Thing(of.table, str(row[of.key]), row)
                for of in KEPT
                for row in held.rows(of.table)
                if reach.reaches(of, row)
            ]

    def delete(self, scope: Scope) -> Deleted:
        """At once, in one transaction; what can still be undone is given back."""
        made = uuid4().hex
        with self._database.writing() as connection:
            found = found_in(Held(connection, [self._person_id]), self._reach(scope))
            if not found.rows:
                raise AnswerRefusedError("error.delete_nothing")
            self._journal.write(connection, made, "deletion", None, None)  # ids go on after it
            take_away(connection, found)
            said = {**scope.as_json(), "person": self._person_id}
            _note(connection, {**_noted(connection), made: said})
        deleted = Deleted(made, found.counts(), self._clock.steady() + WINDOW)
        self._database.aside.append(Aside(deleted, self._person_id, found))
        self._database.renew()
        return deleted

    def undoable(self) -> list[Deleted]:
        """Of this person, newest first."""
        own = [one for one in self._database.aside if one.person_id == self._person_id]
        return [one.deleted for one in reversed(own)]

    def undo(self, deleted_id: str) -> None:
        """Where something new stands by now, the new stays."""
        aside = self._of(deleted_id)
        with self._database.writing() as connection:
            put_back(connection, aside.found)
            held = Held(connection, [self._person_id])
            take_away(connection, stops_in(held, self._reach(Scope())))
            noted = _noted(connection)
            noted.pop(deleted_id, None)
            _note(connection, noted)
        self._database.aside.remove(aside)
        self._database.renew()

    def _reach(self, scope: Scope) -> Reach:
        return Reach(scope, self._clock, self._stopping)

    def _of(self, deleted_id: str) -> Aside:
        held: list[Aside] = self._database.aside
        aside = next((one for one in held if one.deleted.id == deleted_id), None)
        if aside is None or aside.person_id != self._person_id:
            raise AnswerRefusedError("error.delete_gone")
        return aside


def finish(database: Database, clock: Clock, stopping: Stopping, *, whole: bool = False) -> None:
    """Takes the last trace of what can no longer be undone out of every file; with `whole` of all
    that was ever deleted. Safe to be killed in, and to be done twice.
    """
    now = clock.steady()
    waiting = {one.deleted.id for one in database.aside if one.deleted.until > now and not whole}
    with database.reading() as connection:
        noted = {id: said for id, said in _noted(connection).items() if id not in waiting}
        roles = _roles(connection)
    if not noted:
        return
    database.aside[:] = [one for one in database.aside if one.deleted.id in waiting]
    with database.in_use() as key:
        copies.clear_left_over(database.path)
        for copy in copies.all_beside(database.path):
            _without(copy, key, noted, roles, lambda scope: Reach(scope, clock, stopping))
        scrub(database.engine)
    with database.writing() as connection:
        left = {id: said for id, said in _noted(connection).items() if id not in noted}
        _note(connection, left)


def _without(
    copy: Path,
    key: Key,
    noted: Mapping[str, Mapping[str, Any]],
    roles: Mapping[str, str],
    reach: Callable[[Scope], Reach],
) -> None:
    """A copy may come from before a restore, where the same person has another id."""

    def without(connection: Connection) -> None:
        owners = _roles(connection)
        for said in noted.values():
            role = roles.get(said["person"])
            whose = [id for id, one in owners.items() if one == role or id == said["person"]]
            take_away(connection, found_in(Held(connection, whose), reach(scope_of(said))))

    rewrite(copy, key, without)


def _roles(connection: Connection) -> dict[str, str]:
    held = plain("person", ["person_id", "role"])
    return {row.person_id: row.role for row in connection.execute(select(*held.c))}


def _noted(connection: Connection) -> dict[str, Any]:
    kept = get_within(connection, NOTE)
    return dict(kept) if isinstance(kept, dict) else {}


def _note(connection: Connection, noted: Mapping[str, Any]) -> None:
    put_within(connection, NOTE, dict(noted) or None)
