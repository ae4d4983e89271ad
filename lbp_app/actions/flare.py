"""A bad spell begins and ends when the person says so."""

from dataclasses import replace
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.flare import Flare
from lbp_app.model.history import Change
from lbp_app.services import Services


def start_flare(services: Services) -> Change:
    """Refused while one is running."""
    return services.flares.put(Flare(uuid4().hex, services.clock.today()))


def end_flare(services: Services) -> Change:
    """Today is its last day. Refused when none is running."""
    running = next((f for f in services.flares.all() if f.end is None), None)
    if running is None:
        raise AnswerRefusedError("error.flare_none")
    return services.flares.put(replace(running, end=max(running.start, services.clock.today())))
