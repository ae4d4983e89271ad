"""What a person does with the daily check-in; any day until today may be filled or corrected."""

from datetime import date

from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.diary import CheckIn, Feeling, LegSide, Scale
from lbp_app.model.history import Change
from lbp_app.model.text import tidy
from lbp_app.services import Services


def answer(services: Services, day: date, scale: Scale, value: int | None) -> Change | None:
    """A value of None takes the answer away. No change when it is the answer already."""
    return _say(services, day, scale.value, value)


def skip(services: Services, day: date, question: str) -> Change | None:
    """`question`: the value of a Scale, or "feeling"."""
    services.clock.refuse_future(day)
    return services.diary.put(CheckIn(day).skipping(question), question)


def say_feeling(services: Services, day: date, feeling: Feeling | None) -> Change | None:
    return _say(services, day, "feeling", feeling)


def choose_leg_side(services: Services, day: date, side: LegSide | None) -> Change | None:
    return _say(services, day, "leg_side", side)


def write_note(services: Services, day: date, text: str) -> Change | None:
    """None when it says what it said before."""
    refuse_cpr_number(text)
    return _say(services, day, "note", tidy(text))


def _say(services: Services, day: date, question: str, value: object) -> Change | None:
    services.clock.refuse_future(day)
    return services.diary.put(CheckIn(day).answering(question, value), question)
