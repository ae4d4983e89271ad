"""Whether to invite to a session today. Pauses come first; nothing here locks anything."""

from collections.abc import Sequence
from datetime import date

from lbp_app.model.flare import Flare, current
from lbp_app.model.invitation import Invitation, Invited
from lbp_app.model.pause import STOPPING, Pause, Paused, PausedBy, paused
from lbp_app.model.session import Session, SessionKind

WITHOUT_REST = (SessionKind.WARM_UP, SessionKind.COOL_DOWN)


def invitation(
    pauses: Sequence[Pause],
    flares: Sequence[Flare],
    sessions: Sequence[Session],
    today: date,
    days_between: int = 1,
) -> Invitation:
    """`sessions` oldest first. `days_between` two sessions there is a rest."""
    pause = paused(pauses, Paused.EXERCISE, today)
    flare = next((f for f in flares if f.covers(today)), None) or current(flares, today)
    if pause is not None and pause.by in STOPPING:
        return Invitation(Invited.NOTHING, pause, flare)
    if flare is not None or (pause is not None and pause.by is PausedBy.FLARE):
        return Invitation(Invited.GENTLE, pause, flare)
    if pause is not None:
        return Invitation(Invited.QUIET, pause)
    rested = all((today - one.day).days > days_between for one in sessions if _counts(one))
    return Invitation(Invited.SESSION if rested else Invited.REST)


def may_suggest_reading(pauses: Sequence[Pause], today: date) -> bool:
    """Whether Today names a lesson; reading itself is always open."""
    holding = (pause for pause in pauses if pause.holds(pause.what, today))
    return not any(p.what is Paused.EVERYTHING or p.by is PausedBy.SAFETY for p in holding)


def _counts(session: Session) -> bool:
    return session.kind not in WITHOUT_REST and bool(session.done)
