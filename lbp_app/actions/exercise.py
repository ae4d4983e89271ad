"""What a person says about one exercise: how safe it feels, and a note of their own."""

from datetime import date
from uuid import uuid4

from lbp_app.model.comfort import Comfort, refuse_long, told_of
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.exercise import place_of
from lbp_app.model.history import Change
from lbp_app.model.text import tidy
from lbp_app.services import Services


def say_how_safe(services: Services, exercise: str, safe: int) -> Change | None:
    """0 is not at all, 10 entirely; earlier answers stay. None when it was said last, today."""
    if how_safe(services, exercise)[-1:] == [(services.clock.today(), safe)]:
        return None
    clock, comfort_id = services.clock, uuid4().hex
    day, at, zone = clock.today(), clock.now(), clock.zone_name()
    return services.comforts.put(comfort_id, Comfort(comfort_id, exercise, safe, day, at, zone))


def how_safe(services: Services, exercise: str) -> list[tuple[date, int]]:
    """Every answer, oldest first, those given in sessions included."""
    return told_of(exercise, services.comforts.all(), services.sessions.all())


def keep_note(services: Services, exercise: str, text: str) -> Change | None:
    """None when it says what it said before; an empty one takes it away."""
    refuse_cpr_number(text)
    place_of(exercise)
    kept = tidy(text)
    refuse_long(kept)
    if kept == services.comforts.note(exercise):
        return None
    return services.comforts.put_note(exercise, kept)
