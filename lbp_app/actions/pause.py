"""Pauses what invites and reminds, and lifts the pause again."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause, Paused, PausedBy
from lbp_app.model.text import tidy
from lbp_app.services import Services


def pause(
    services: Services, what: Paused, by: PausedBy, until: date | None = None, why: str = ""
) -> Change:
    """From today on, `until` included; without it until the pause is lifted."""
    refuse_cpr_number(why)
    today = services.clock.today()
    return services.pauses.put(Pause(uuid4().hex, what, by, today, until, tidy(why)))


def lift(services: Services, pause_id: str) -> Change:
    """Today is the first day without it."""
    found = next((p for p in services.pauses.all() if p.id == pause_id), None)
    if found is None or found.lifted is not None:
        raise AnswerRefusedError("error.pause_none")
    return services.pauses.put(replace(found, lifted=max(found.start, services.clock.today())))
