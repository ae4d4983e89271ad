"""When a safety check is offered, and that it may be put off."""

from collections.abc import Sequence
from datetime import date

from lbp_app.actions import screening
from lbp_app.model import flare
from lbp_app.model.asking import Round
from lbp_app.model.screening import Screening, most_urgent
from lbp_app.model.text import names_any
from lbp_app.model.triage import Tier
from lbp_app.services import Services

OFFER, NOTE = "check", "note"  # what can be put off


def offered(services: Services, followed: date | None) -> Round | None:
    """Before anything else the whole; then the short one each month, in each bad spell and at each
    follow-up of a course (`followed`: the day of the newest); once what could wait, when no doctor
    is waited for. Nothing more on a day on which it was put off.
    """
    today = services.clock.today()
    if (OFFER, today) in services.screenings.put_offs():
        return None
    done = services.screenings.all()
    about_all = [one for one in done if one.round is not Round.LATER]
    checked = [screening.day_of_check(services, one) for one in about_all]
    if not checked:
        return Round.FULL
    if _due(services, followed, checked[-1], today):
        return screening.next_round(services)
    return _later(services, done, checked[-1])


def put_off(services: Services) -> None:
    """Until tomorrow."""
    services.screenings.put_off(OFFER, services.clock.today())


def offered_for_note(services: Services, day: date) -> bool:
    """The note of today names something that a doctor may have to hear about; asked once."""
    note = services.diary.get(day).note
    if day != services.clock.today() or not note:
        return False
    checked = any(screening.day_of_check(services, one) == day for one in services.screenings.all())
    put_off = (NOTE, day) in services.screenings.put_offs()
    return not checked and not put_off and names_any(note, services.rules().note_words)


def put_off_for_note(services: Services) -> None:
    services.screenings.put_off(NOTE, services.clock.today())


def _due(services: Services, followed: date | None, last: date, today: date) -> bool:
    spell = flare.current(services.flares.all(), today)
    worse = spell is not None and spell.start > last
    due = followed is not None and followed > last
    return worse or due or (today - last).days >= services.rules().again_after


def _later(services: Services, done: Sequence[Screening], last: date) -> Round | None:
    asked = any(one.round is Round.LATER for one in done)
    waits = most_urgent(done, services.screenings.follow_ups())
    if asked or last >= services.clock.today() or (waits and waits.tier > Tier.WATCH):
        return None
    return Round.LATER
