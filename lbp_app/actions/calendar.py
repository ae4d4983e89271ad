"""A person takes their reminders along in a calendar, as a file or as an address."""

import secrets
from dataclasses import replace
from datetime import timedelta

from lbp_app.actions import reminder
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.recurrence import Plan, Series
from lbp_app.reminders.series import series
from lbp_app.services import Services

AHEAD = timedelta(days=366)


def calendar(services: Services, before: bytes = b"") -> bytes:
    """What was turned off is in it as cancelled, so that a calendar which has it lets go of it."""
    from lbp_app.exchange.ics import written  # and icalendar, which takes long to load

    planned = reminder.plan(services)
    off = tuple(one.rule() for one in services.reminders.all() if not one.is_on)
    stopped = replace(planned, rules=off)
    return written(
        _series(services, planned),
        services.clock.now(),
        services.person.preferences().language,
        before,
        _series(services, stopped),
        services.history.newest(reminder.HANGS_ON),
    )


def calendar_file(services: Services) -> bytes:
    """To be taken along."""
    made = calendar(services)
    note_hand_over(services, HandedOver.CALENDAR, len(made))
    return made


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


def _series(services: Services, planned: Plan) -> list[Series]:
    today = services.clock.local().date()
    return series(planned, today, today + AHEAD, services.clock.zone())


def _key(services: Services) -> str:
    return f"calendar.{services.person.get().id}"
