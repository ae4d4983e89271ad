"""After a safety check the person says whether a doctor was reached."""

from dataclasses import replace
from uuid import uuid4

from lbp_app.actions.screening import by_safety
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause
from lbp_app.model.screening import FollowUp, Screening, ask_on, not_reached, to_ask_about
from lbp_app.model.text import tidy
from lbp_app.services import Services


def talked_to_doctor(services: Services, screening_id: str, said: str = "") -> Change | None:
    """Also answers for every check before it; when none of the upper tiers is left, exercises and
    reminders go on. None when it was said before.
    """
    own = [one for one in services.screenings.follow_ups() if one.screening_id == screening_id]
    if any(one.reached and tidy(said) in ("", one.said) for one in own):
        return None
    made = _follow_up(services, screening_id, said, reached=True)
    screenings, follow_ups = services.screenings.all(), services.screenings.follow_ups()
    waiting = not_reached(screenings, [*follow_ups, made])
    stopped = any(one.tier in services.rules().pauses for one in waiting)
    return services.screenings.add_follow_up(made, [] if stopped else _lifted(services))


def not_yet(services: Services, screening_id: str, said: str = "") -> Change:
    """The app asks again after as many days as the first time."""
    return services.screenings.add_follow_up(
        _follow_up(services, screening_id, said, reached=False), []
    )


def asked_today(services: Services) -> Screening | None:
    """The check about which to ask "did you get to talk to a doctor?"."""
    screenings = services.screenings.all()
    return to_ask_about(screenings, services.screenings.follow_ups(), services.clock.today())


def _follow_up(services: Services, screening_id: str, said: str, *, reached: bool) -> FollowUp:
    refuse_cpr_number(said)
    about = next((one for one in services.screenings.all() if one.id == screening_id), None)
    if about is None:
        raise AnswerRefusedError
    again = ask_on(services.rules(), about.tier, services.clock.today())
    return FollowUp(
        id=uuid4().hex,
        screening_id=screening_id,
        at=services.clock.now(),
        zone=services.clock.zone_name(),
        reached=reached,
        said=tidy(said),
        ask_on=None if reached else again,
    )


def _lifted(services: Services) -> list[Pause]:
    today = services.clock.today()
    running = [pause for pause in by_safety(services) if pause.lifted is None]
    return [replace(pause, lifted=max(pause.start, today)) for pause in running]
