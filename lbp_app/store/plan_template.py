"""Keeps a physiotherapist's own templates of levels."""

from typing import Any

from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.plan_template import PlanTemplate
from lbp_app.store.history import Journal
from lbp_app.store.participant_plan import details_json, details_of, levels_json, levels_of
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import plan_template as table


class PlanTemplateStore:
    def __init__(self, database: Database, person_id: str, clock: Clock) -> None:
        self._database = database
        journal = Journal(person_id, clock, "plan_template")
        self._rows: Rows[PlanTemplate] = Rows(table, journal, _columns, _made)

    def all(self) -> list[PlanTemplate]:
        """Oldest first."""
        with self._database.reading() as connection:
            return self._rows.all(connection)

    def get(self, template_id: str) -> PlanTemplate | None:
        with self._database.reading() as connection:
            return self._rows.get(connection, template_id)

    def put(self, template_id: str, template: PlanTemplate | None) -> Change:
        """None takes it away."""
        with self._database.writing() as connection:
            return self._rows.put(connection, template_id, template)

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            return self._rows.put_back(connection, change)


def _columns(one: PlanTemplate) -> dict[str, Any]:
    told = {"levels": levels_json(one.levels), "details": details_json(one.details)}
    return vars(one) | told


def _made(row: dict[str, Any]) -> PlanTemplate:
    told = {"levels": levels_of(row["levels"]), "details": details_of(row["details"])}
    return PlanTemplate(**row | told)
