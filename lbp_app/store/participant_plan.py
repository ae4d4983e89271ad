"""Keeps the versions of the plans of a physiotherapist's participants."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from lbp_app.model.care_plan import Assigner, CarePlan, Issuer
from lbp_app.model.colleague import put_together
from lbp_app.model.day import Clock
from lbp_app.model.exercise import Group, Level
from lbp_app.model.history import Change
from lbp_app.model.participant import AS_WRITTEN, Detail, ParticipantPlan
from lbp_app.store.history import Journal
from lbp_app.store.session import Database
from lbp_app.store.tables import participant_plan as table

IN_FORCE = "in_force"  # as in store/care_plan.py
_TOLD = ("id", "version", "day", "at", "zone")


class ParticipantPlanStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        self._person_id = person_id
        self._journal = Journal(person_id, clock, "participant_plan")

    def of(self, participant: str) -> list[ParticipantPlan]:
        """The versions, oldest first; without those that were withdrawn at once."""
        with self._database.reading() as connection:
            return self._versions(connection, participant)

    def newest(self) -> dict[str, ParticipantPlan]:
        """By participant; those without a plan are missing."""
        rows = select(table).where(*self._valid()).order_by(table.c.version)
        with self._database.reading() as connection:
            found = connection.execute(rows).mappings().all()
        last = {row["participant"]: row for row in found}
        return {participant: _plan(row) for participant, row in last.items()}

    def next_version(self, participant: str) -> int:
        with self._database.reading() as connection:
            return self._next_version(connection, participant)

    def put(self, one: ParticipantPlan) -> Change:
        with self._database.writing() as connection:
            before = self._in_force(connection, one.participant)
            self._insert(connection, one)
            return self._journal.write(connection, one.participant, IN_FORCE, before, one.plan.id)

    def join_within(
        self, connection: Connection, participant: str, theirs: Sequence[ParticipantPlan]
    ) -> Change | None:
        """With those of another device that are not here, counted anew; undoing it brings back
        what was in force. None when nothing is new.
        """
        mine = self._versions(connection, participant)
        versions, known = put_together(mine, theirs), {one.plan.id for one in mine}
        if len(versions) == len(mine):
            return None
        for number, one in enumerate(versions, self._next_version(connection, participant)):
            if one.plan.id in known:
                this = (*self._of(participant), table.c.id == one.plan.id)
                connection.execute(update(table).where(*this).values(version=number))
            else:
                self._insert(connection, replace(one, plan=replace(one.plan, version=number)))
        before, after = mine[-1].plan.id if mine else None, versions[-1].plan.id
        return self._journal.write(connection, participant, IN_FORCE, before, after)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            change = self._journal.newest(connection, change)
            self._put_in_force(connection, change.key, change.old)
            return self._journal.write(connection, change.key, IN_FORCE, change.new, change.old)

    def _insert(self, connection: Connection, one: ParticipantPlan) -> None:
        row = _columns(one) | {"person_id": self._person_id, "withdrawn": False}
        connection.execute(insert(table).values(row))

    def _versions(self, connection: Connection, participant: str) -> list[ParticipantPlan]:
        rows = select(table).where(*self._valid(), table.c.participant == participant)
        found = connection.execute(rows.order_by(table.c.version)).mappings()
        return [_plan(row) for row in found]

    def _next_version(self, connection: Connection, participant: str) -> int:
        rows = select(func.max(table.c.version)).where(*self._of(participant))
        return (connection.scalar(rows) or 0) + 1

    def _in_force(self, connection: Connection, participant: str) -> str | None:
        rows = select(table.c.id).where(*self._valid(), table.c.participant == participant)
        return connection.scalar(rows.order_by(table.c.version.desc()).limit(1))

    def _put_in_force(self, connection: Connection, participant: str, plan_id: Any) -> None:
        """Withdraws what came after it; None: all of them."""
        own, this = self._of(participant), table.c.id == plan_id
        number = connection.scalar(select(table.c.version).where(*own, this)) or 0
        later = update(table).where(*own, table.c.version > number)
        connection.execute(later.values(withdrawn=True))
        connection.execute(update(table).where(*own, this).values(withdrawn=False))

    def _of(self, participant: str) -> tuple[Any, ...]:
        return table.c.person_id == self._person_id, table.c.participant == participant

    def _valid(self) -> tuple[Any, ...]:
        return table.c.person_id == self._person_id, table.c.withdrawn.is_(False)


def levels_json(levels: Mapping[Group, Level]) -> dict[str, int]:
    return {str(group.value): level.value for group, level in levels.items()}


def levels_of(told: Mapping[str, int]) -> dict[Group, Level]:
    return {Group(int(group)): Level(level) for group, level in told.items()}


def details_json(details: Mapping[Group, Detail]) -> dict[str, Any]:
    """Only those that say something."""
    told = {group: one for group, one in details.items() if one != AS_WRITTEN}
    return {str(group.value): vars(one) for group, one in told.items()}


def details_of(told: Mapping[str, Any]) -> dict[Group, Detail]:
    return {Group(int(group)): Detail(**one) for group, one in told.items()}


def _columns(one: ParticipantPlan) -> dict[str, Any]:
    plan = one.plan
    why = {str(group.value): said for group, said in plan.why.items()}
    return {name: getattr(plan, name) for name in _TOLD} | {
        "participant": one.participant,
        "by": plan.issuer.by.value,
        "name": plan.issuer.name,
        "levels": levels_json(plan.levels),
        "why": why,
        "details": details_json(one.details),
    }


def _plan(row: Mapping[Any, Any]) -> ParticipantPlan:
    plan = CarePlan(
        **{name: row[name] for name in _TOLD},
        issuer=Issuer(Assigner(row["by"]), row["name"]),
        levels=levels_of(row["levels"]),
        why={Group(int(group)): said for group, said in row["why"].items()},
    )
    return ParticipantPlan(row["participant"], plan, details_of(row["details"]))
