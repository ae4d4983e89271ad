"""A safety check is done; later the person says whether a doctor was reached."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError, CprNumberError
from lbp_app.model.cpr import holds_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause, Paused, PausedBy, paused
from lbp_app.model.screening import (
    Draft,
    FollowUp,
    Screening,
    Sex,
    ask_on,
    not_reached,
    to_ask_about,
)
from lbp_app.model.text import tidy
from lbp_app.model.triage import Answer, Answers, Outcome
from lbp_app.rules.ages import age_answers
from lbp_app.rules.triage import judge
from lbp_app.services import Services

STOPPED = (Paused.EXERCISE, Paused.REMINDERS)  # by a result that a doctor must hear about first


def outcome_of(services: Services, answers: Answers) -> Outcome:
    return judge(services.rules(), answers)


def answers_from_profile(services: Services, sex: Sex | None) -> dict[str, Answer]:
    """What the year of birth tells; nothing when it is not known."""
    year = services.clock.local().year
    return age_answers(services.rules().ages, services.person.get().birth_year, sex, year)


def record(services: Services, answers: Answers, shown: str) -> Change:
    """`shown` is the text that the person saw. A result of the upper tiers stops exercises and
    reminders until a doctor has been reached.
    """
    rules, today = services.rules(), services.clock.today()
    outcome = judge(rules, answers)
    made = Screening(
        id=uuid4().hex,
        at=services.clock.now(),
        zone=services.clock.zone_name(),
        rules_version=outcome.rules_version,
        answers=dict(answers),
        tier=outcome.tier,
        complete=outcome.complete,
        reasons=tuple(reason.rule for reason in outcome.reasons),
        shown=shown,
        ask_on=ask_on(rules, outcome.tier, today),
    )
    stops = _stops(services) if outcome.tier in rules.pauses else []
    return services.screenings.add(made, stops)


def talked_to_doctor(services: Services, screening_id: str, said: str = "") -> Change:
    """Also answers for every check before it; when none of the upper tiers is left, exercises and
    reminders go on.
    """
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


def keep_draft(services: Services, answers: Answers, place: str) -> None:
    """So that a check goes on where it was after a reload."""
    services.screenings.keep_draft(Draft(dict(answers), place, services.clock.now()))


def drop_draft(services: Services) -> None:
    services.screenings.keep_draft(None)


def _follow_up(services: Services, screening_id: str, said: str, *, reached: bool) -> FollowUp:
    if holds_cpr_number(said):
        raise CprNumberError
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


def _stops(services: Services) -> list[Pause]:
    """Those that no earlier check has brought about already."""
    today, running = services.clock.today(), _by_safety(services)
    return [
        Pause(uuid4().hex, what, PausedBy.SAFETY, today)
        for what in STOPPED
        if not paused(running, what, today)
    ]


def _lifted(services: Services) -> list[Pause]:
    today = services.clock.today()
    running = [pause for pause in _by_safety(services) if pause.lifted is None]
    return [replace(pause, lifted=max(pause.start, today)) for pause in running]


def _by_safety(services: Services) -> Sequence[Pause]:
    return [pause for pause in services.pauses.all() if pause.by is PausedBy.SAFETY]
