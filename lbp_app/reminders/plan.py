"""When reminders ring: from rules in wall-clock time to instants. Nothing here knows the time.

A day is planned in the rule's own zone and converted last. A local time that does not exist rings
as much later as the clock jumped, one that exists twice rings the first time (as RFC 5545 has it).
Quiet hours are of the zone in which the person is; they are held against the time as it would ring,
so nothing ever rings within them: it comes when they end, or before they begin where that would be
too late.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

from lbp_app.model.recurrence import Occurrence, Plan, Quiet, Rule

EARLIER = timedelta(days=4)  # a zone a day away, a quiet time over midnight, a day that is left out
BEFORE_QUIET, A_MINUTE = timedelta(minutes=15), timedelta(minutes=1)
PIECE = 366  # days that are put in order at once


def occurrences(plan: Plan, first: date, end: date, zone: tzinfo) -> Iterator[Occurrence]:
    """What rings from `first` until before `end`, both days in `zone`; by time, then id."""
    borders = [*range(first.toordinal(), end.toordinal(), PIECE), end.toordinal()]
    for start, stop in pairwise(map(date.fromordinal, borders)):
        found = {
            (one.at.astimezone(UTC), one.id): one
            for rule in plan.rules
            for one in reversed(list(_of_rule(rule, plan, start, stop, zone)))
        }
        yield from (found[key] for key in sorted(found))


def next_after(plan: Plan, now: datetime, zone: tzinfo, days: int = 370) -> Occurrence | None:
    """The first that rings later than `now`; None when there is none in so many days."""
    first = now.astimezone(zone).date()
    for many in (3, days):  # mostly it is soon
        found = occurrences(plan, first, first + timedelta(days=many), zone)
        if one := next((one for one in found if one.at > now), None):
            return one
    return None


def _of_rule(rule: Rule, plan: Plan, first: date, end: date, zone: tzinfo) -> Iterator[Occurrence]:
    own = rule.zone_at(zone)
    for day in _days(rule, first, end):
        if any(away.holds(day) for away in (*plan.away, *rule.away)):
            continue
        for at in sorted(set(rule.times)):
            meant = datetime.combine(day, at)
            rings = _in_time(rule, meant, own, plan.quiet, zone)
            if rings is not None and first <= rings.date() < end:
                yield Occurrence(rule.id, rings, meant, rule.what)


def _in_time(
    rule: Rule, meant: datetime, own: tzinfo, quiet: Quiet | None, zone: tzinfo
) -> datetime | None:
    rings = rings_at(meant, own, quiet, zone)
    begins = rule.begins_at(zone)
    if rings is None or quiet is None or begins is None:
        return rings
    if rings.astimezone(UTC) < begins.astimezone(UTC):
        return rings
    return _before_quiet(meant.replace(tzinfo=own).astimezone(UTC), quiet, zone)


def rings_at(meant: datetime, own: tzinfo, quiet: Quiet | None, zone: tzinfo) -> datetime | None:
    """In `zone`; None beyond the calendar."""
    try:
        rings = meant.replace(tzinfo=own).astimezone(UTC).astimezone(zone)
        while quiet is not None and quiet.holds(rings.time()):
            rings = _end_of_quiet(rings, quiet.end, zone)
        return rings
    except OverflowError:
        return None


def _end_of_quiet(at: datetime, end: time, zone: tzinfo) -> datetime:
    """The next time that the clock shows `end`, also where an hour comes twice."""
    wall = datetime.combine(at.date(), end)
    if end <= at.time():
        wall += timedelta(days=1)
    ways = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    later = (way for way in ways if way > at.astimezone(UTC))
    return next(later).astimezone(zone)


def _before_quiet(at: datetime, quiet: Quiet, zone: tzinfo) -> datetime:
    """A little before the quiet hours begin that hold `at`; a minute before them where there are
    hardly any other.
    """
    days = (at.astimezone(zone).date() - timedelta(days=n) for n in range(3))
    walls = (datetime.combine(day, quiet.start, tzinfo=zone) for day in days)
    begun = (wall.replace(fold=fold).astimezone(UTC) for wall in walls for fold in (1, 0))
    last = (one - A_MINUTE for one in begun if one <= at)
    loud = next(one for one in last if not quiet.holds(one.astimezone(zone).time()))
    early = (loud + A_MINUTE - BEFORE_QUIET).astimezone(zone)
    return loud.astimezone(zone) if quiet.holds(early.time()) else early


def _days(rule: Rule, first: date, end: date) -> Iterator[date]:
    """Those of the rule that may ring from `first` until before `end`."""
    if rule.days is not None:
        near = (day for day in sorted(rule.days) if first - day <= EARLIER and day - end <= EARLIER)
        return (day for day in near if rule.falls_on(day))
    early, late = first.toordinal() - EARLIER.days, end.toordinal() + EARLIER.days
    last = min(late, (rule.until or date.max).toordinal())
    step, start = rule.every_days or 1, rule.start.toordinal()
    start += max(0, -(-(early - start) // step)) * step
    days = (date.fromordinal(n) for n in range(start, last + 1, step))
    return days if rule.weekdays is None else filter(rule.falls_on, days)
