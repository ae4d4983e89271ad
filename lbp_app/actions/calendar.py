"""A person takes their reminders along in a calendar, as a file or as an address."""

import secrets
from dataclasses import replace
from datetime import timedelta

from lbp_app.actions import reminder
from lbp_app.actions.followed_class import followed_class
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.course import LONG_AGO, MEETS, Setting, current
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.recurrence import Dated, Plan
from lbp_app.model.reminder import OWN
from lbp_app.reminders import course as times
from lbp_app.reminders.plan import occurrences
from lbp_app.reminders.series import series
from lbp_app.services import Services

AHEAD = timedelta(days=366)


def calendar(services: Services, before: bytes = b"") -> bytes:
    """Goes on from the one that was made last, or from `before`: what has changed since says so,
    and what was turned off is cancelled, so that a calendar which has it lets go of it. After a
    restore all of it is told anew: a phone may have heard more than is remembered here.
    """
    from lbp_app.exchange.ics import written  # and icalendar, which takes long to load

    plan, now = reminder.plan(services), services.clock.now()
    today = services.clock.local().date()
    own = replace(plan, rules=tuple(rule for rule in plan.rules if rule.id in OWN))
    last = str(services.device.get(_last(services)) or "").encode()
    language = services.person.preferences().language
    repeated = series(own, today, today + AHEAD, services.clock.zone())
    anew = services.backups.replaced_at()
    made = written(repeated, _dated(services, plan), now, language, before or last, anew)
    if made != last:
        services.device.put(_last(services), made.decode())
    return made


def calendar_file(services: Services, of: str | None = None) -> bytes:
    """To be taken along; of one thing or one time of the course when `of` names it."""
    made = calendar(services)
    if of is not None:
        from lbp_app.exchange.ics import only

        made = only(made, of, services.clock.now())
        if b"BEGIN:VEVENT" not in made:
            raise AnswerRefusedError("error.calendar_nothing")
    note_hand_over(services, HandedOver.CALENDAR, len(made))
    return made


def is_taken_along(services: Services) -> bool:
    """Whether a calendar may hold what was written here."""
    return bool(services.device.get(_last(services)))


def removal_file(services: Services) -> bytes:
    """Takes out of the calendar that opens it what was taken along; a later file puts it back."""
    from lbp_app.exchange.ics import taken_back

    last = str(services.device.get(_last(services)) or "").encode()
    made = taken_back(last, services.clock.now())
    if b"BEGIN:VEVENT" not in made:
        raise AnswerRefusedError("error.calendar_nothing")
    services.device.put(_last(services), made.decode())
    note_hand_over(services, HandedOver.CALENDAR, len(made))
    return made


def forget(services: Services) -> None:
    """What the last calendar held."""
    services.device.put(_last(services), None)


def secret_of_address(services: Services) -> str | None:
    kept: str | None = services.device.get(_key(services))
    return kept


def open_address(services: Services) -> str:
    """A new secret; an address with an earlier one leads nowhere any more."""
    secret = secrets.token_urlsafe(24)
    services.device.put(_key(services), secret)
    return secret


def close_address(services: Services) -> None:
    services.device.put(_key(services), None)


def subscribed(services: Services, secret: str) -> bytes | None:
    """None when no calendar belongs to the secret."""
    kept = secret_of_address(services)
    if kept is None or not secrets.compare_digest(kept.encode(), secret.encode()):
        return None
    return calendar(services)


def is_class_named(services: Services) -> bool:
    """Whether name and place of the class may stand in the calendar, for others to see."""
    return bool(services.device.get(_named(services)))


def has_class(services: Services) -> bool:
    course = current(services.courses.all())
    return course is not None and course.setting is Setting.CLASS


def name_class(services: Services, wanted: bool) -> None:
    services.device.put(_named(services), wanted or None)


def _dated(services: Services, plan: Plan) -> list[Dated]:
    course = current(services.courses.all())
    if course is None:
        return []
    of_course = replace(plan, rules=tuple(rule for rule in plan.rules if rule.id not in OWN))
    first, end = course.start - timedelta(days=9), course.start + LONG_AGO + 2 * AHEAD
    rings = occurrences(of_course, first, end, services.clock.zone())
    road, pauses = reminder.road(services, course), services.pauses.all()
    found = times.dated(course, road, of_course.rules, rings, pauses)
    if not is_class_named(services):
        return found
    group, met = followed_class(services), {one.id for one in road if one.contact in MEETS}
    called = group.name if group else ""
    return [
        replace(one, called=called, place=course.place) if one.key in met else one for one in found
    ]


def _key(services: Services) -> str:
    return f"calendar.{services.person.get().id}"


def _named(services: Services) -> str:
    return f"calendar_named.{services.person.get().id}"


def _last(services: Services) -> str:
    return f"calendar_made.{services.person.get().id}"
