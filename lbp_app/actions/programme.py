"""Whom the programme is not for, as the newest answers of a safety check say."""

from lbp_app.actions.screening import day_of_check
from lbp_app.model.pause import Pause, Paused, PausedBy
from lbp_app.model.screening import Screening
from lbp_app.model.triage import Answer
from lbp_app.services import Services


def closed_by(services: Services) -> str | None:
    """The sign; a later check in which it was asked may say otherwise."""
    found = _closing(services)
    return found and found[0]


def pauses(services: Services) -> list[Pause]:
    """All that hold back what invites: those that are kept, and that such a sign stands."""
    kept, found = services.pauses.all(), _closing(services)
    if found is None:
        return kept
    sign, said = found
    closed = Pause(sign, Paused.EXERCISE, PausedBy.OUTSIDE, day_of_check(services, said))
    return [*kept, closed]


def _closing(services: Services) -> tuple[str, Screening] | None:
    done = services.screenings.all()
    if not done:
        return None
    for sign in (sign.key for sign in services.rules().signs if sign.ends_programme):
        said = next((one for one in reversed(done) if sign in one.answers), None)
        if said and said.answers[sign] is Answer.YES:
            return sign, said
    return None
