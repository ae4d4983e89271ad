"""A person lays on the scale what draws on them and what gives them strength, and picks a step."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from lbp_app.errors import AnswerRefusedError
from lbp_app.model import balance as model
from lbp_app.model.balance import Balance, Heft, Side, Step, Thing, Went
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.text import tidy
from lbp_app.services import Services


def lay(services: Services, day: date, suggestion: str, side: Side) -> Change | None:
    """None when it lies there already. Its weight is "some" until the person says otherwise."""
    services.clock.refuse_future(day)
    if _thing(services, day, suggestion):
        return None
    return services.balances.put_thing(day, suggestion, Thing(suggestion, side))


def lay_own(services: Services, day: date, side: Side, text: str) -> Change:
    """Something in the person's own words."""
    services.clock.refuse_future(day)
    refuse_cpr_number(text)
    if not tidy(text):
        raise AnswerRefusedError("error.balance_empty")
    own = Thing(f"own-{uuid4().hex}", side, text=tidy(text))
    return services.balances.put_thing(day, own.id, own)


def weigh(services: Services, day: date, thing_id: str, heft: Heft) -> Change | None:
    """None when it weighs that already."""
    thing = _existing_thing(services, day, thing_id)
    if thing.heft is heft:
        return None
    return services.balances.put_thing(day, thing_id, replace(thing, heft=heft))


def take_off(services: Services, day: date, thing_id: str) -> Change | None:
    """None when it is gone already."""
    if _thing(services, day, thing_id) is None:
        return None
    return services.balances.put_thing(day, thing_id, None)


def begin_as(services: Services, day: date, other: date) -> Change | None:
    """With everything that lay on the scale of another day, beside what lies there already. None
    when all of it does.
    """
    services.clock.refuse_future(day)
    clock, like = services.clock, _existing(services, other)
    now = services.balances.get(day) or Balance(day, clock.now(), clock.zone_name())
    more = tuple(one for one in like.things if now.thing(one.id) is None)
    return services.balances.put(day, replace(now, things=(*now.things, *more))) if more else None


def choose_step(services: Services, day: date, thing_id: str) -> Change | None:
    """The small step that goes with something the content suggests. None when it is chosen."""
    services.clock.refuse_future(day)
    return _put_step(services, day, Step(thing=thing_id))


def write_step(services: Services, day: date, text: str) -> Change | None:
    """In own words; an empty text gives it up. None when there is nothing to give up, or
    it says so already.
    """
    services.clock.refuse_future(day)
    refuse_cpr_number(text)
    found = services.balances.get(day)
    if tidy(text):
        return _put_step(services, day, Step(text=tidy(text)))
    if found and found.step and found.step.text:
        return services.balances.put_step(day, None)
    return None


def give_up_step(services: Services, day: date) -> Change | None:
    """None when there is none."""
    found = services.balances.get(day)
    if found is None or found.step is None:
        return None
    return services.balances.put_step(day, None)


def asked(services: Services) -> Balance | None:
    """The scale whose step the app asks about today."""
    return model.asked(services.balances.all(), services.clock.today())


def say_how_it_went(services: Services, day: date, went: Went) -> Change | None:
    """None when that was said already."""
    return _put_step(services, day, replace(_step(services, day), went=went))


def remove_balance(services: Services, day: date) -> Change | None:
    """None when it is empty already."""
    if services.balances.get(day) is None:
        return None
    return services.balances.put(day, None)


def _put_step(services: Services, day: date, step: Step) -> Change | None:
    found = services.balances.get(day)
    return None if found and found.step == step else services.balances.put_step(day, step)


def _existing(services: Services, day: date) -> Balance:
    found = services.balances.get(day)
    if found is None:
        raise AnswerRefusedError("error.balance_none")
    return found


def _thing(services: Services, day: date, thing_id: str) -> Thing | None:
    found = services.balances.get(day)
    return found.thing(thing_id) if found else None


def _existing_thing(services: Services, day: date, thing_id: str) -> Thing:
    thing = _thing(services, day, thing_id)
    if thing is None:
        raise AnswerRefusedError("error.balance_none")
    return thing


def _step(services: Services, day: date) -> Step:
    step = _existing(services, day).step
    if step is None:
        raise AnswerRefusedError("error.balance_none")
    return step
