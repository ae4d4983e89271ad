"""Keeps one scale a day; each thing on it and its step are written and undone for themselves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.balance import Balance, Heft, Side, Step, Thing, Went
from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.store.history import Journal
from lbp_app.store.rows import WHOLE, Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import balance as table

STEP = "step"


class BalanceStore:
    """A scale with nothing on it and no step is none."""

    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._journal = Journal(person_id, clock, "balance")
        self._rows: Rows[Balance] = Rows(table, self._journal, _columns, _made, "day")

    def all(self) -> list[Balance]:
        """In the order of their days."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def get(self, day: date) -> Balance | None:
        with self._database.reading() as connection:
            return self._rows.get(connection, day.isoformat())

    def put(self, day: date, balance: Balance | None) -> Change:
        """Whole; None takes it away."""
        with self._database.writing() as connection:
            return self._rows.put(connection, day.isoformat(), balance)

    def put_thing(self, day: date, thing_id: str, thing: Thing | None) -> Change:
        """None takes it off."""
        with self._database.writing() as connection:
            return self._say(connection, day, f"thing/{thing_id}", _thing_json(thing))

    def put_step(self, day: date, step: Step | None) -> Change:
        with self._database.writing() as connection:
            return self._say(connection, day, STEP, _step_json(step))

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            if change.field == WHOLE:
                return self._put_whole_back(connection, change)
            change = self._journal.newest(connection, change)
            day = date.fromisoformat(change.key)
            return self._say(connection, day, change.field, change.old)

    def _put_whole_back(self, connection: Connection, change: Change) -> Change:
        """Refused when something was laid on it or taken off since."""
        if self._rows.json(self._rows.get(connection, change.key)) != change.new:
            raise AnswerRefusedError("error.undo_too_late")
        return self._rows.put_back(connection, change)

    def _say(self, connection: Connection, day: date, field: str, said: Any) -> Change:
        key = day.isoformat()
        new = Balance(day, self._clock.now(), self._clock.zone_name())
        before = self._rows.get(connection, key) or new
        told, saying = _part(field)
        after = saying(before, said)
        self._rows.replace(connection, key, None if after.empty else after)
        return self._journal.write(connection, key, field, told(before), said)


Told = Callable[[Balance], Any]
Saying = Callable[[Balance, Any], Balance]


def _part(field: str) -> tuple[Told, Saying]:
    """How a part of a scale is read as JSON, and how it is put in place."""
    if field == STEP:
        return lambda one: _step_json(one.step), lambda one, said: replace(one, step=_step(said))
    thing_id = field.partition("/")[2]
    return (
        lambda one: _thing_json(one.thing(thing_id)),
        lambda one, said: one.with_thing(thing_id, _thing(said)),
    )


def _thing_json(thing: Thing | None) -> Any:
    return thing and vars(thing) | {"side": thing.side.value, "heft": thing.heft.value}


def _thing(written: Any) -> Thing | None:
    if written is None:
        return None
    return Thing(**written | {"side": Side(written["side"]), "heft": Heft(written["heft"])})


def _step_json(step: Step | None) -> Any:
    return step and vars(step) | {"went": step.went and step.went.value}


def _step(written: Any) -> Step | None:
    if written is None:
        return None
    return Step(**written | {"went": Went(written["went"]) if written["went"] else None})


def _columns(balance: Balance) -> dict[str, Any]:
    things = [_thing_json(thing) for thing in balance.things]
    return vars(balance) | {"id": balance.id, "things": things, "step": _step_json(balance.step)}


def _made(row: dict[str, Any]) -> Balance:
    told = {name: row[name] for name in Balance.__dataclass_fields__}
    things = tuple(thing for one in row["things"] if (thing := _thing(one)))
    return Balance(**told | {"things": things, "step": _step(row["step"])})
