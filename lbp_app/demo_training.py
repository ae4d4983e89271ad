"""What the person of `lbp demo` trained and where they moved."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

from lbp_app.actions import activity, care_plan, offer, session
from lbp_app.model.activity import ActivityKind
from lbp_app.model.exercise import Group, Level
from lbp_app.model.player import Planned
from lbp_app.model.session import After, Item, SessionKind
from lbp_app.services import Services

Then = Callable[[date, time], Services]  # the person at another time
EVERY = 3  # days from session to session, nearly
AT_TWO = (Group.BEND, Group.RISE, Group.LIFT)
MOVED = (ActivityKind.WALK, ActivityKind.WALK, ActivityKind.GARDEN, ActivityKind.CYCLE)


def train(then: Then, random: Random, days: Sequence[date], bad: Sequence[date]) -> None:
    """Every third day or so but not in the bad spell, the last time on the day before yesterday;
    that morning after is not answered yet.
    """
    if not days:
        return
    care_plan.begin_at(then(days[0], time(8)), dict.fromkeys(AT_TWO, Level.TWO))
    for ago, day in zip(range(len(days), 0, -1), days, strict=True):
        if day not in bad and ago % EVERY == 2 and (random.random() < 0.85 or ago < EVERY):
            _session(then, random, day, answered=ago > EVERY)
        elif random.random() < 0.3:
            minutes = random.choice((10, 20, 20, 30, 45))
            activity.log_activity(then(day, time(17)), random.choice(MOVED), minutes)


def _session(then: Then, random: Random, day: date, *, answered: bool) -> None:
    services = then(day, time(18, random.randrange(60)))
    kind = random.choice((SessionKind.SHORT, SessionKind.SHORT, SessionKind.FULL))
    offered = offer.offer(services, kind)
    items = [_item(random, one) for one in offered.plan]
    minutes = offered.minutes + random.randint(-2, 4)
    kept = session.log_session(services, kind, day, items, minutes).key
    if answered:
        after = random.choice((After.USUAL, After.USUAL, After.USUAL, After.SORE))
        session.answer_morning_after(then(day + timedelta(days=1), time(7, 50)), kept, after)


def _item(random: Random, one: Planned) -> Item:
    """Now and then a little less than planned."""
    sets = one.sets * (2 if one.each_side else 1)
    done = [max(1, one.amount - random.choice((0, 0, 0, 2))) for _ in range(sets)]
    item = Item(one.exercise, one.mode, tuple(done), one.each_side, one.variation)
    if random.random() > 0.7:
        return item
    effort, pain, safe = (random.randint(*among) for among in ((2, 5), (0, 4), (6, 9)))
    return replace(item, effort=effort, pain=pain, safe=safe)
