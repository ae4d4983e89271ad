"""A person writes down what they did outside the app: kind and minutes are enough."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.activity import Activity, ActivityKind
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.text import tidy
from lbp_app.services import Services


def log_activity(
    services: Services,
    kind: ActivityKind,
    minutes: int,
    day: date | None = None,
    note: str = "",
) -> Change:
    """`day` None: today. Any earlier day will do."""
    clock, activity_id = services.clock, uuid4().hex
    day = day or clock.today()
    _refuse(services, day, note)
    at, zone = clock.now(), clock.zone_name()
    one = Activity(activity_id, kind, minutes, day, at, zone, tidy(note))
    return services.activities.put(activity_id, one)


def change_activity(
    services: Services,
    activity_id: str,
    *,
    kind: ActivityKind | None = None,
    minutes: int | None = None,
    day: date | None = None,
    note: str | None = None,
) -> Change | None:
    """What is None stays as it is kept. None when all of it does."""
    before = _existing(services, activity_id)
    _refuse(services, day or before.day, note or "")
    after = replace(
        before,
        kind=kind or before.kind,
        minutes=before.minutes if minutes is None else minutes,
        day=day or before.day,
        note=before.note if note is None else tidy(note),
    )
    return None if after == before else services.activities.put(activity_id, after)


def remove_activity(services: Services, activity_id: str) -> Change | None:
    """None when it is gone already."""
    if services.activities.get(activity_id) is None:
        return None
    return services.activities.put(activity_id, None)


def _existing(services: Services, activity_id: str) -> Activity:
    found = services.activities.get(activity_id)
    if found is None:
        raise AnswerRefusedError("error.activity_none")
    return found


def _refuse(services: Services, day: date, note: str) -> None:
    services.clock.refuse_future(day)
    refuse_cpr_number(note)
