"""One safety check: what was answered and shown, and whether a doctor was reached afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.triage import Answers, RuleSet, Tier

SAID_LENGTH = 2000  # characters


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True)
class Screening:
    """`at` is UTC with the zone beside it. `reasons` are signs and ids of rules. `shown` is the
    text that was on the screen. On `ask_on` the app asks whether a doctor was reached.
    """

    id: str
    at: datetime
    zone: str
    rules_version: str
    answers: Answers
    tier: Tier
    complete: bool
    reasons: tuple[str, ...]
    shown: str
    ask_on: date | None


@dataclass(frozen=True)
class FollowUp:
    """What the person said about it later. `ask_on`: when to ask again."""

    id: str
    screening_id: str
    at: datetime
    zone: str
    reached: bool
    said: str
    ask_on: date | None

    def __post_init__(self) -> None:
        if len(self.said) > SAID_LENGTH:
            raise AnswerRefusedError("error.note_long", most=SAID_LENGTH)


def ask_on(rules: RuleSet, tier: Tier, today: date) -> date | None:
    """The day on which to ask whether a doctor was reached; None when there is nothing to ask."""
    days = rules.ask_again.get(tier)
    return None if days is None else today + timedelta(days=days)


def to_ask_about(
    screenings: Sequence[Screening], follow_ups: Sequence[FollowUp], today: date
) -> Screening | None:
    """The most urgent one, then the newest, of those for which the day to ask has come."""
    due = [one for one in screenings if (day := _due(one, follow_ups)) and day <= today]
    return max(due, key=lambda one: (one.tier, one.at), default=None)


def _due(screening: Screening, follow_ups: Sequence[FollowUp]) -> date | None:
    """None once a doctor was reached at or after it."""
    later = [one for one in follow_ups if one.at >= screening.at]
    if any(one.reached for one in later):
        return None
    own = [one.ask_on for one in later if one.screening_id == screening.id]
    return own[-1] if own else screening.ask_on
