"""Keeps the versions of the plan of levels, and the levels that are being tried."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from lbp_app.model.care_plan import Assigner, CarePlan, Issuer, Trial
from lbp_app.model.day import Clock
from lbp_app.model.exercise import Group, Level
from lbp_app.model.history import Change
from lbp_app.store.history import Journal
from lbp_app.store.session import Database
from lbp_app.store.tables import care_plan, level_trial

LevelChange = CarePlan | Trial
PLAN, TRIAL = "care_plan", "level_trial"
IN_FORCE = "in_force"  # the history of the plan: the id of the version that was, and that is


class CarePlanStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._plans = Journal(person_id, clock, PLAN)
        self._trials = Journal(person_id, clock, TRIAL)

    def all(self) -> list[CarePlan]:
        """The versions, oldest first; without those that were withdrawn at once."""
        rows = select(care_plan).where(self._own(), care_plan.c.withdrawn.is_(False))
        with self._database.reading() as connection:
            found = connection.execute(rows.order_by(care_plan.c.version)).mappings()
            return [_plan(row) for row in found]

    def trials(self) -> dict[Group, Trial]:
        rows = select(level_trial).where(level_trial.c.person_id == self._person_id)
        with self._database.reading() as connection:
            found = connection.execute(rows.order_by(level_trial.c.group)).mappings()
            return {Group(row["group"]): _trial(row) for row in found}

    def next_version(self) -> int:
        with self._database.reading() as connection:
            newest = connection.scalar(select(func.max(care_plan.c.version)).where(self._own()))
            return (newest or 0) + 1

    def put(self, change: LevelChange) -> Change:
        with self._database.writing() as connection:
            return self.put_within(connection, change)

    def end_trial(self, group: Group) -> Change:
        with self._database.writing() as connection:
            return self._write_trial(connection, group, None, None)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            return self.put_back_within(connection, change)

    def put_within(
        self, connection: Connection, change: LevelChange, because_of: int | None = None
    ) -> Change:
        """In the transaction of the decision that brings it along."""
        if isinstance(change, Trial):
            return self._write_trial(connection, change.group, change, because_of)
        before = self._in_force(connection)
        row = _columns(change) | {"person_id": self._person_id, "withdrawn": False}
        connection.execute(insert(care_plan).values(row))
        return self._plans.write(connection, PLAN, IN_FORCE, before, change.id, because_of)

    def put_back_within(
        self, connection: Connection, change: Change, because_of: int | None = None
    ) -> Change:
        if change.noun == TRIAL:
            change = self._trials.newest(connection, change)
            group = Group(int(change.key))
            return self._write_trial(connection, group, _told(group, change.old), because_of)
        change = self._plans.newest(connection, change)
        self._put_in_force(connection, change.old)
        return self._plans.write(connection, PLAN, IN_FORCE, change.new, change.old, because_of)

    def _in_force(self, connection: Connection) -> str | None:
        rows = select(care_plan.c.id).where(self._own(), care_plan.c.withdrawn.is_(False))
        return connection.scalar(rows.order_by(care_plan.c.version.desc()).limit(1))

    def _put_in_force(self, connection: Connection, plan_id: Any) -> None:
        """Withdraws what came after it; None: all of them."""
        this = care_plan.c.id == plan_id
        number = connection.scalar(select(care_plan.c.version).where(self._own(), this)) or 0
        later = update(care_plan).where(self._own(), care_plan.c.version > number)
        connection.execute(later.values(withdrawn=True))
        connection.execute(update(care_plan).where(self._own(), this).values(withdrawn=False))

    def _write_trial(
        self, connection: Connection, group: Group, trial: Trial | None, because_of: int | None
    ) -> Change:
        this = (level_trial.c.person_id == self._person_id, level_trial.c.group == group.value)
        found = connection.execute(select(level_trial).where(*this)).mappings().first()
        connection.execute(delete(level_trial).where(*this))
        if trial is not None:
            row = {"person_id": self._person_id, **vars(trial)}
            connection.execute(insert(level_trial).values(row))
        old = _json(_trial(found)) if found else None
        new = _json(trial) if trial else None
        return self._trials.write(connection, str(group.value), TRIAL, old, new, because_of)

    def _own(self) -> Any:
        return care_plan.c.person_id == self._person_id


def _columns(plan: CarePlan) -> dict[str, Any]:
    by_number = {"levels": plan.levels, "why": plan.why}
    written = {name: {str(g.value): v for g, v in what.items()} for name, what in by_number.items()}
    told = {name: getattr(plan, name) for name in ("id", "version", "day", "at", "zone")}
    return told | written | {"by": plan.issuer.by.value, "name": plan.issuer.name}


def _plan(row: Mapping[Any, Any]) -> CarePlan:
    told = {name: row[name] for name in ("id", "version", "day", "at", "zone")}
    levels = {Group(int(group)): Level(level) for group, level in row["levels"].items()}
    why = {Group(int(group)): text for group, text in row["why"].items()}
    return CarePlan(**told, issuer=Issuer(Assigner(row["by"]), row["name"]), levels=levels, why=why)


def _trial(row: Mapping[Any, Any]) -> Trial:
    return Trial(Group(row["group"]), Level(row["level"]), row["day"], row["at"])


def _json(trial: Trial) -> object:
    return {
        "level": trial.level.value,
        "day": trial.day.isoformat(),
        "at": trial.at.isoformat(),
    }


def _told(group: Group, old: Any) -> Trial | None:
    if old is None:
        return None
    day, at = date.fromisoformat(old["day"]), datetime.fromisoformat(old["at"])
    return Trial(group, Level(old["level"]), day, at)
