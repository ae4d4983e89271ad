"""One safety check: what was answered and shown, and whether a doctor was reached afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.asking import Replies, Round
from lbp_app.model.triage import Answers, RuleSet, Tier

SAID_LENGTH = 2000  # characters


@dataclass(frozen=True)
class Screening:
    """`at` is UTC with the zone beside it. `reasons` are signs and ids of rules. `shown` is the
    text that was on the screen. On `ask_on` the app asks whether a doctor was reached.
    """

    id: str
    round: Round
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
class Draft:
    """A check that is under way; `at` is the time of the newest reply."""

    round: Round
    replies: Replies
    at: datetime


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


def not_reached(screenings: Sequence[Screening], follow_ups: Sequence[FollowUp]) -> list[Screening]:
    """Those that a doctor has not heard of: reaching one covers a check and all before it.

    Both oldest first.
    """
    reached = {one.screening_id for one in follow_ups if one.reached}
    covered = [at for at, one in enumerate(screenings) if one.id in reached]
    return list(screenings[covered[-1] + 1 :] if covered else screenings)


def most_urgent(
    screenings: Sequence[Screening], follow_ups: Sequence[FollowUp]
) -> Screening | None:
    """Of those that a doctor has not heard of; of several the newest."""
    return _first(not_reached(screenings, follow_ups))


def to_tell(
    screenings: Sequence[Screening], follow_ups: Sequence[FollowUp]
) -> tuple[Screening, Screening | None]:
    """The most urgent check that no doctor has heard of, else the newest one; and beside it the
    newest answers that could wait, unless a doctor heard of them before that check.
    """
    waiting = not_reached(screenings, follow_ups)
    checks = [one for one in screenings if one.round is not Round.LATER] or list(screenings)
    told = _first([one for one in waiting if one in checks]) or checks[-1]
    new = [*waiting, *screenings[screenings.index(told) + 1 :]]
    later = [one for one in new if one.round is Round.LATER and one is not told]
    return told, later[-1] if later else None


def to_ask_about(
    screenings: Sequence[Screening], follow_ups: Sequence[FollowUp], today: date
) -> Screening | None:
    """The most urgent one, then the newest, of those for which the day to ask has come."""
    waiting = not_reached(screenings, follow_ups)
    due = [one for one in waiting if (day := _ask_on(one, follow_ups)) and day <= today]
    return _first(due)


def _first(screenings: Sequence[Screening]) -> Screening | None:
    return max(reversed(screenings), key=lambda one: one.tier, default=None)


def _ask_on(screening: Screening, follow_ups: Sequence[FollowUp]) -> date | None:
    own = [one for one in follow_ups if one.screening_id == screening.id]
    return own[-1].ask_on if own else screening.ask_on
