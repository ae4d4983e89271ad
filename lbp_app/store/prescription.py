"""Keeps the plans that were taken over, each with the version of the care plan that it made."""

from typing import Any

from lbp_app.model.care_plan import CarePlan
from lbp_app.model.day import Clock
from lbp_app.model.exercise import Level
from lbp_app.model.history import Change
from lbp_app.model.pairing import Taken
from lbp_app.model.prescription import Source
from lbp_app.store.care_plan import CarePlanStore
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import taken_plan as table

_LISTS = ("doses", "variations")


class PrescriptionStore:
    def __init__(
        self, database: Database, person_id: str, clock: Clock, care_plans: CarePlanStore
    ) -> None:
        self._database = database
        self._care_plans = care_plans
        journal = Journal(person_id, clock, "taken_plan")
        self._rows: Rows[Taken] = Rows(table, journal, _columns, _made)

    def all(self) -> list[Taken]:
        """Oldest first."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def put(self, taken: Taken, plan: CarePlan) -> Change:
        """With the version of the care plan, which undoing it takes along."""
        with self._database.writing() as connection:
            change = self._rows.put(connection, taken.id, taken)
            self._care_plans.put_within(connection, plan, because_of=change.id)
            return change

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            brought = self._rows.journal.brought_along(connection, change)
            made = self._rows.put_back(connection, change)
            for version in brought:
                self._care_plans.put_back_within(connection, version, because_of=made.id)
            return made


def _columns(taken: Taken) -> dict[str, Any]:
    said = {name: getattr(taken, name) for name in _LISTS}
    told = {name: one and list(one) for name, one in said.items()}
    return vars(taken) | {"prescribed": list(taken.prescribed)} | told


def _made(row: dict[str, Any]) -> Taken:
    prescribed = tuple(level and Level(level) for level in row["prescribed"])
    told = {"source": Source(row["source"]), "prescribed": prescribed}
    said = {name: row.get(name) for name in _LISTS}  # older history has no variations
    return Taken(**row | told | {name: one and tuple(one) for name, one in said.items()})
