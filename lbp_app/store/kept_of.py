"""Which table holds what of a person, and on which day a row lies: what deleting goes by."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from lbp_app.model.day import Clock, day_of
from lbp_app.model.deletion import Kind, Scope
from lbp_app.model.pause import PausedBy
from lbp_app.model.triage import Tier

Stopping = Callable[[], Collection[Tier]]  # results that bring a pause for safety
Values = Mapping[str, Any]  # of a row, as they are stored
SAFETY = PausedBy.SAFETY.value


def _any(_: Values) -> bool:
    return True


@dataclass(frozen=True)
class Of:
    """Rows of a table: `key` names them in the history, `dated` the day they lie on; without it
    they have none, and go with their kind only. Those `through` another one go where that goes.
    `only` some of them.
    """

    kind: Kind
    table: str
    key: str
    dated: str | None = "day"
    through: tuple[str, str] | None = None  # their column, and the table whose key stands there
    only: Callable[[Values], bool] = _any
    emptied: Mapping[str, Any] = field(default_factory=dict)


NOBODY = {
    "first_name": "",
    "birth_year": None,
    "sex": None,
    "region": None,
    "doctor_name": "",
    "doctor_phone": "",
}
KEPT = (
    Of(Kind.PROFILE, "person", "person_id", None, emptied=NOBODY),
    Of(Kind.DIARY, "check_in", "day"),
    Of(Kind.FLARES, "flare", "id", "start"),
    Of(Kind.FLARES, "pause", "id", "start", only=lambda row: row["by"] != SAFETY),
    Of(Kind.TRAINING, "session", "id"),
    Of(Kind.TRAINING, "session_draft", "id", "started"),
    Of(Kind.TRAINING, "comfort", "id"),
    Of(Kind.TRAINING, "exercise_note", "exercise", None),
    Of(Kind.TRAINING, "step_decision", "id"),
    Of(Kind.ACTIVITIES, "activity", "id"),
    Of(Kind.LEVELS, "care_plan", "id"),
    Of(Kind.LEVELS, "level_trial", "group"),
    Of(Kind.LEVELS, "home_test", "id"),
    Of(Kind.LEVELS, "home_test_draft", "test", None),
    Of(Kind.COURSE, "course", "id", "start"),
    Of(Kind.COURSE, "class_group", "id", None, through=("id", "course")),
    Of(Kind.COURSE, "appointment", "id"),
    Of(Kind.COURSE, "goal", "id"),
    Of(Kind.COURSE, "goal_rating", "id"),
    Of(Kind.PLANS, "pairing", "id"),
    Of(Kind.PLANS, "taken_plan", "id"),
    Of(Kind.CHECKS, "screening", "id", "at"),
    Of(Kind.CHECKS, "follow_up", "id", None, through=("screening_id", "screening")),
    Of(Kind.CHECKS, "screening_draft", "person_id", "at"),
    Of(Kind.CHECKS, "put_off", "offer"),
    Of(Kind.CHECKS, "pause", "id", None, only=lambda row: row["by"] == SAFETY),  # store/stops.py
    Of(Kind.DOCTOR, "doctor_card", "part", None),
    Of(Kind.LEARNING, "reading", "lesson", "read_on"),
    Of(Kind.LEARNING, "reflection", "id"),
    Of(Kind.BALANCE, "balance", "id"),
    Of(Kind.REMINDERS, "reminder", "id", None),
    Of(Kind.REMINDERS, "reminder_manner", "id", None),
    Of(Kind.REMINDERS, "ring", "id", "due"),
    Of(Kind.PARTICIPANTS, "participant", "id", None),
    Of(Kind.PARTICIPANTS, "participant_plan", "id", None),
    Of(Kind.PARTICIPANTS, "participant_report", "id", None),
    Of(Kind.PARTICIPANTS, "plan_template", "id", None),
    Of(Kind.PARTICIPANTS, "class_group", "id", None),
    Of(Kind.PARTICIPANTS, "class_member", "participant", None),
    Of(Kind.PARTICIPANTS, "class_attendance", "participant", None),
    Of(Kind.HAND_OVERS, "hand_over", "id", "at"),
)
# How somebody wants the app: it goes with everything only.
BELONGS_TO_THE_PERSON = frozenset(["preferences", "history"])


@dataclass(frozen=True)
class Reach:
    """Whether a scope reaches a row; `clock` says which day an instant belongs to."""

    scope: Scope
    clock: Clock
    stopping: Stopping

    def reaches(self, of: Of, row: Values) -> bool:
        """But for what goes through something else."""
        scope = self.scope
        if scope.kind not in (None, of.kind) or not of.only(row):
            return False
        if scope.thing and (not of.dated or scope.thing != (of.table, str(row[of.key]))):
            return False
        return scope.period is None or self._lies_in(of, row)

    def _lies_in(self, of: Of, row: Values) -> bool:
        period, value = self.scope.period, row.get(of.dated) if of.dated else None
        return bool(period and value and period.holds(self.day(value)))

    def day(self, value: str) -> date:
        """A day as it stands; of an instant (UTC without saying so) by the clock on the wall."""
        if len(value) == len("2026-10-05"):
            return date.fromisoformat(value)
        at = datetime.fromisoformat(value)
        aware = at if at.tzinfo else at.replace(tzinfo=UTC)
        return day_of(aware.astimezone(self.clock.zone()))

    def reaches_gone(self, of: Of, key: str, told: Iterable[str]) -> bool:
        """Of a thing that is in the history only: `told` are the values that were written down."""
        if of.table == "check_in":
            return self.reaches(of, {"day": key})
        if self.scope.period is None and self.scope.thing is None:
            return self.scope.kind in (None, of.kind)
        rows = [row for text in told if isinstance(row := json.loads(text), dict)]
        return any(self._whole(of, row) and self.reaches(of, {**row, of.key: key}) for row in rows)

    def _whole(self, of: Of, row: Values) -> bool:
        return of.dated is None or of.dated in row
