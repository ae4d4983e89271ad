"""All that I dag has to know about training, from one reading of the sessions."""

from dataclasses import dataclass, replace
from typing import Any

from lbp_app.actions import session, step_today
from lbp_app.actions.offer import Offer, offered
from lbp_app.model.exercise import LYING
from lbp_app.model.invitation import Invitation
from lbp_app.model.progression import Proposal
from lbp_app.model.session import Session, SessionKind
from lbp_app.rules import session_plan
from lbp_app.services import Services

HANGS_ON = (
    *("session", "step_decision", "care_plan", "level_trial", "taken_plan", "flare", "pause"),
    *("screening",),
)


@dataclass(frozen=True)
class TrainingToday:
    """`asked` is the session of the morning question, `step` the question about a step."""

    invitation: Invitation
    asked: Session | None
    step: Proposal | None
    done: tuple[Session, ...]
    short: Offer
    full: Offer
    gentle: Offer
    lying: Offer


class _ReadOnce:
    def __init__(self, sessions: list[Session]) -> None:
        self._sessions = sessions

    def all(self) -> list[Session]:
        return self._sessions


def training_today(services: Services) -> TrainingToday:
    sessions, today = services.sessions.all(), services.clock.today()
    read: Any = _ReadOnce(sessions)
    once = replace(services, sessions=read)
    basis = session.basis_of(once)
    return TrainingToday(
        invitation=session.invitation_today(once),
        asked=session.morning_question(once),
        step=step_today.question_today(once),
        done=tuple(one for one in sessions if one.day == today and one.done),
        short=offered(SessionKind.SHORT, session_plan.short(basis)),
        full=offered(SessionKind.FULL, session_plan.full(basis)),
        gentle=offered(SessionKind.SHORT, session_plan.gentle(basis)),
        lying=offered(SessionKind.SINGLE, session_plan.single(basis, LYING)),
    )


def version(services: Services) -> object:
    """Another one when anything that it hangs on may have changed."""
    return services.clock.today(), services.history.newest(HANGS_ON)
