"""What a person wants to be gone: one thing, a period, one kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from lbp_app.model.report import Period

WINDOW = 10 * 60_000  # milliseconds in which it can be undone


class Kind(StrEnum):
    """In the order in which they are offered."""

    PROFILE = "profile"
    DIARY = "diary"
    FLARES = "flares"
    TRAINING = "training"
    ACTIVITIES = "activities"
    LEVELS = "levels"
    COURSE = "course"
    PLANS = "plans"
    CHECKS = "checks"
    DOCTOR = "doctor"
    LEARNING = "learning"
    BALANCE = "balance"
    REMINDERS = "reminders"
    PARTICIPANTS = "participants"
    HAND_OVERS = "hand_overs"


@dataclass(frozen=True)
class Scope:
    """All that is given must fit: with nothing it is everything of the person. `thing` is the name
    of its table and its key.
    """

    kind: Kind | None = None
    period: Period | None = None
    thing: tuple[str, str] | None = None

    def as_json(self) -> dict[str, Any]:
        days = self.period and [self.period.first.isoformat(), self.period.last.isoformat()]
        return {"kind": self.kind, "period": days, "thing": self.thing and list(self.thing)}


def scope_of(said: Mapping[str, Any]) -> Scope:
    days, thing, kind = said["period"], said["thing"], said["kind"]
    return Scope(
        Kind(kind) if kind else None,
        Period(*map(date.fromisoformat, days)) if days else None,
        (thing[0], thing[1]) if thing else None,
    )


@dataclass(frozen=True)
class Thing:
    """One entry that can be deleted by itself; `values` as they are stored."""

    table: str
    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Deleted:
    """What can still be put back. `counts` by table; `until` by the steady clock."""

    id: str
    counts: Mapping[str, int]
    until: int
