"""Keeps what was chosen when the app asked about a step."""

from typing import Any

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.progression import Choice, Decision
from lbp_app.store.care_plan import CarePlanStore, LevelChange
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import step_decision as table


class DecisionStore:
    def __init__(
        self, database: Database, person_id: str, clock: Clock, care_plans: CarePlanStore
    ) -> None:
        self._database = database
        self._care_plans = care_plans
        journal = Journal(person_id, clock, "step_decision")
        self._rows: Rows[Decision] = Rows(table, journal, _columns, _made)

    def all(self) -> list[Decision]:
        """Oldest first."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def put(self, decision: Decision, level: LevelChange | None = None) -> Change:
        """With the level that it brings, which undoing it takes along."""
        with self._database.writing() as connection:
            change = self._rows.put(connection, decision.id, decision)
            if level is not None:
                self._care_plans.put_within(connection, level, because_of=change.id)
            return change

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            brought = self._rows.journal.brought_along(connection, change)
            made = self._rows.put_back(connection, change)
            for level in brought:
                self._care_plans.put_back_within(connection, level, because_of=made.id)
            return made


def _columns(decision: Decision) -> dict[str, Any]:
    return vars(decision) | {"seen": list(decision.seen)}


def _made(row: dict[str, Any]) -> Decision:
    kinds = {"suggested": Choice(row["suggested"]), "chosen": Choice(row["chosen"])}
    return Decision(**row | kinds | {"seen": tuple(row["seen"])})
