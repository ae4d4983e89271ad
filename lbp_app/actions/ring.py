"""What came due rings, once, whichever process is there first; the person opens it, or wants it
again later. What nobody could hear is listed, and is not rung afterwards.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from lbp_app.actions import reminder
from lbp_app.model.day import day_of
from lbp_app.model.recurrence import Occurrence, Plan, Rule
from lbp_app.model.reminder import Thing, thing_of
from lbp_app.model.ring import LATE, TEST, Outcome, Outside, Ring, ring_id
from lbp_app.reminders.course import which
from lbp_app.reminders.plan import next_after, occurrences
from lbp_app.services import Services

LISTED = timedelta(days=7)  # so long back what was missed is told
LOOKED_AHEAD = timedelta(days=8)  # for times whose reminders are over: none comes a week before
STAYS = timedelta(hours=2)  # on the screen, when nobody opens it
TEST_AFTER = timedelta(minutes=2)
A_DAY = timedelta(days=1)


def settle(services: Services) -> list[Ring]:
    """Gives every occurrence that has come due its row. What is given back is to be rung now."""
    now, local = services.clock.now(), services.clock.local()
    settled = services.rings.settled()
    if settled is None or settled > now:  # the first look, or the clock was set back
        settled = local
        services.rings.settle([], local)
    since = settled - _left_out(settled, local)
    since = max(since, now - LISTED, reminder.changed(services) or since)
    plan = reminder.plan(services)
    due = [_ring(services, one, now) for one in _due(services, plan, since, now)]
    due += _too_late(services, plan, since, now)
    if due:
        due = services.rings.settle(due, local)
    return [one for one in due if one.outcome is Outcome.RANG] + _again(services, now)


def next_due(services: Services) -> datetime | None:
    now = services.clock.now()
    planned = next_after(reminder.plan(services), now, services.clock.zone())
    later = [one.again for one in services.rings.since(now) if one.again]
    return min([*([planned.at] if planned else []), *later], default=None)


def ringing(services: Services) -> list[Ring]:
    """What has rung and waits for the person; newest first."""
    now = services.clock.now()
    found = [one for one in _recent(services, 1) if one.is_ringing and now - one.at <= STAYS]
    return still_wanted(services, found)


def missed(services: Services) -> list[Ring]:
    """Of today and yesterday, not yet put away; newest first."""
    found = _recent(services, 1)
    unseen = [one for one in found if one.outcome is Outcome.MISSED and one.opened is None]
    return [one for one in unseen if not one.is_too_late and one.what != TEST]


def too_late(services: Services) -> list[Ring]:
    """Times of the course that are still ahead and of which nothing can remind any more; not yet
    put away.
    """
    now = services.clock.now()
    found = [one for one in services.rings.since(now) if one.is_too_late and one.opened is None]
    ahead = [one for one in found if now < one.due == reminder.begins(services, one.about)]
    return still_wanted(services, ahead)


def still_wanted(services: Services, rings: list[Ring]) -> list[Ring]:
    """Without those whose reminder was turned off or is paused by now, whose thing is done, or
    whose time of the course is another one or not to be held. A trial always is.
    """
    rules = reminder.plan(services).rules if rings else ()
    return [one for one in rings if one.what == TEST or _is_wanted(services, rules, one)]


def _is_wanted(services: Services, rules: tuple[Rule, ...], ring: Ring) -> bool:
    today, day = services.clock.today(), day_of(ring.due.astimezone(services.clock.zone()))
    own = (rule for rule in rules if which(rule.id) == ring.about and _plans(rule, ring))
    wanted = any(not any(away.holds(today) for away in rule.away) for rule in own)
    return wanted and not _is_needless(services, ring.what, day)


def _plans(rule: Rule, ring: Ring) -> bool:
    """A time of the course may be another by now; what a person set is theirs at any time."""
    if rule.days is None:
        return True
    meant = (datetime.combine(day, at) for day in rule.days for at in rule.times)
    return any(ring_id(rule.id, one) == ring.id for one in meant)


def recent(services: Services) -> list[Ring]:
    return _recent(services, LISTED.days)


def is_waiting(services: Services) -> bool:
    """Whether one is to ring again, after a snooze or as a trial."""
    return any(one.again for one in services.rings.since(services.clock.now()))


def open_ring(services: Services, ring: str) -> None:
    services.rings.put(ring, opened=services.clock.now(), again=None)


def put_away(services: Services, rings: list[Ring]) -> None:
    for one in rings:
        open_ring(services, one.id)


def may_snooze(services: Services, ring: Ring) -> bool:
    """Unless nobody wants it any more, or that of which it reminds begins before it would ring."""
    begins = reminder.begins(services, ring.about)
    in_time = begins is None or _again_at(services) < begins
    return in_time and bool(still_wanted(services, [ring]))


def snooze(services: Services, ring: Ring) -> None:
    """It rings again after the time that the person has chosen for it."""
    if may_snooze(services, ring):
        services.rings.put(ring.id, again=_again_at(services), snoozed=ring.snoozed + 1)


def _again_at(services: Services) -> datetime:
    return services.clock.now() + timedelta(minutes=services.reminders.manner().snooze)


def try_it(services: Services) -> Ring:
    """Rings in two minutes, as a real one does."""
    now, zone = services.clock.now(), services.clock.zone_name()
    due = now + TEST_AFTER
    made = Ring(f"{TEST}@{now.isoformat()[:40]}", TEST, due, now, zone, Outcome.RANG, again=due)
    services.rings.settle([made], services.rings.settled() or services.clock.local())
    return made


def last_test(services: Services) -> Ring | None:
    return next((one for one in recent(services) if one.what == TEST), None)


def told_outside(services: Services, ring: Ring, outside: Outside) -> None:
    services.rings.put(ring.id, outside=outside)


def _left_out(before: datetime, local: datetime) -> timedelta:
    """By how much the clock on the wall jumped forward, on a journey east or a night in March."""
    jump = (local.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())
    return max(jump, timedelta())


# --- what is due --------------------------------------------------------------------------------


def _due(services: Services, plan: Plan, since: datetime, now: datetime) -> Iterator[Occurrence]:
    zone = services.clock.zone()
    first, end = since.astimezone(zone).date(), now.astimezone(zone).date() + timedelta(days=1)
    for one in occurrences(plan, first, end, zone):
        if since < one.at <= now:
            yield one


def _too_late(services: Services, plan: Plan, since: datetime, now: datetime) -> list[Ring]:
    """One for each time of the course that is near, of which nothing has rung or been missed, and
    whose last reminder was over before it was planned.
    """
    zone = services.clock.zone()
    ahead = {rule.id: at for rule in plan.rules if (at := rule.begins_at(zone))}
    near = tuple(r for r in plan.rules if r.id in ahead and now < ahead[r.id] <= now + LOOKED_AHEAD)
    if not near:
        return []
    today = now.astimezone(zone).date()
    rings = occurrences(
        replace(plan, rules=near), today - LOOKED_AHEAD, today + LOOKED_AHEAD + A_DAY, zone
    )
    of_each: dict[str, list[Occurrence]] = {}
    for one in rings:
        of_each.setdefault(which(one.id), []).append(one)
    late = (each for each in of_each.values() if each[-1].at <= since)
    told = {one.id for one in services.rings.since(now - 2 * LOOKED_AHEAD)}
    untold = (each for each in late if told.isdisjoint(ring_id(o.id, o.meant) for o in each))
    return [_not_rung(services, each[-1], ahead[each[-1].id], now) for each in untold]


def _not_rung(services: Services, one: Occurrence, begins: datetime, now: datetime) -> Ring:
    zone = services.clock.zone_name()
    due = begins.astimezone(now.tzinfo)
    return Ring(ring_id(one.id, one.meant), one.what, due, now, zone, Outcome.MISSED)


def _ring(services: Services, one: Occurrence, now: datetime) -> Ring:
    outcome = Outcome.MISSED if now - one.at > LATE else Outcome.RANG
    if _is_needless(services, one.what, day_of(one.meant)):
        outcome = Outcome.HELD
    zone = services.clock.zone_name()
    return Ring(ring_id(one.id, one.meant), one.what, one.at, now, zone, outcome)


def _again(services: Services, now: datetime) -> list[Ring]:
    """What came due while nothing was running was missed; what is not wanted any more is settled
    without a word.
    """
    waiting = [one for one in services.rings.since(now) if one.again and one.again <= now]
    wanted = still_wanted(services, waiting)
    for one in waiting:
        if one not in wanted:
            services.rings.put(one.id, again=None)
    mine = [one for one in wanted if services.rings.ring_again(one.id, now)]
    late = [one for one in mine if one.again and now - one.again > LATE]
    for one in late:
        services.rings.put(one.id, outcome=Outcome.MISSED)
    return [one for one in mine if one not in late]


def _is_needless(services: Services, what: str, day: date) -> bool:
    wanted = next((r for r in services.reminders.all() if r.id == thing_of(what)), None)
    return bool(wanted and wanted.unless_done) and is_done(services, _done_as(what), day)


def _done_as(what: str) -> Thing:
    """A class that is trained alone is done by training."""
    return Thing.EXERCISE if what == "training" else thing_of(what) or Thing.CLASS


def is_done(services: Services, thing: Thing, day: date) -> bool:
    match thing:
        case Thing.CHECK_IN:
            return services.diary.get(day).answered
        case Thing.EXERCISE:
            return any(one.day == day and one.done for one in services.sessions.all())
        case Thing.WALK:
            return any(one.day == day for one in services.activities.all())
        case Thing.LESSON:
            return any(one.read_on == day for one in services.readings.all().values())
        case Thing.FOLLOW_UP | Thing.REVIEW:
            looked = [one.day for one in services.goals.ratings()]
            return day in looked + [one.day for one in services.home_tests.all()]
    return False  # a class of which something was said is not planned any more


def _recent(services: Services, days: int) -> list[Ring]:
    """Those due from so many days ago on."""
    local = services.clock.local()
    begin = (local - timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0)
    return services.rings.since(begin)
