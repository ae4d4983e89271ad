"""The two scales of a demo person, some weeks apart: it has become a little lighter."""

from datetime import date, time

from lbp_app.actions import balance
from lbp_app.demo.people import WEIGHED
from lbp_app.demo.training import At
from lbp_app.model.balance import Heft, Side, Went
from lbp_app.services import Services

_ENOUGH = 28  # days, before there are two
_EVENING = time(20, 15)
_LOADS = {"poor_sleep": Heft.MUCH, "one_position": Heft.SOME, "worry": Heft.SOME}
_RESOURCES = {"walking": Heft.SOME, "family": Heft.LITTLE}


def weigh_days(at: At, days: list[date]) -> None:
    """The first in the second week, the second ten days before the last."""
    if len(days) < _ENOUGH:
        return
    first, second = days[8], days[-10]
    _lay(at(first, _EVENING), first)
    _say_how_it_went(at(days[16], _EVENING), first)
    _change(at(second, _EVENING), first, second)


def _lay(services: Services, day: date) -> None:
    for side, things in ((Side.LOAD, _LOADS), (Side.RESOURCE, _RESOURCES)):
        for name, heft in things.items():
            balance.lay(services, day, name, side)
            if heft is not Heft.SOME:
                balance.weigh(services, day, name, heft)
    balance.lay_own(services, day, Side.LOAD, _own(services, Side.LOAD))
    balance.choose_step(services, day, "poor_sleep")


def _say_how_it_went(services: Services, day: date) -> None:
    balance.say_how_it_went(services, day, Went.PARTLY)


def _change(services: Services, first: date, second: date) -> None:
    """Sleep is better, the worry is gone, and there is more on the other side."""
    balance.begin_as(services, second, first)
    balance.weigh(services, second, "poor_sleep", Heft.LITTLE)
    balance.take_off(services, second, "worry")
    balance.weigh(services, second, "family", Heft.SOME)
    balance.lay(services, second, "breaks", Side.RESOURCE)
    balance.lay_own(services, second, Side.RESOURCE, _own(services, Side.RESOURCE))
    balance.choose_step(services, second, "friends")


def _own(services: Services, side: Side) -> str:
    language = services.person.preferences().language or "da"
    return WEIGHED.get(language, WEIGHED["en"])[side]
