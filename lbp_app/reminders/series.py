"""The plan as a calendar can repeat it: what rings as a rule, and day by day what differs from it.

The repetition is taken from what really rings, so that times moved by quiet hours are plain times
of the calendar. Pauses, nights of the clock and quiet hours of another zone are found by holding
the two against each other over some years: such days are left out, or come beside as single ones.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from lbp_app.model.recurrence import FLOATING, WEEK, Away, Plan, Rule, Series
from lbp_app.reminders.plan import occurrences, rings_at

A_DAY = timedelta(days=1)
EDGE = 4 * A_DAY  # a day and zones away
BACK, ON = timedelta(days=2 * 366), timedelta(days=370)  # from what was asked for
FARTHEST = 4 * ON


@dataclass(frozen=True)
class _Pattern:
    """A time of day, on days that fall on `phase` when counted in steps."""

    at: time
    step: int = 1
    phase: int = 0


def series(plan: Plan, first: date, end: date, zone: tzinfo) -> list[Series]:
    """True to the plan until a year after `end`; what is long before `first` is left away."""
    return [each for rule in plan.rules for each in _of_rule(plan, rule, first, end, zone)]


def _of_rule(plan: Plan, rule: Rule, first: date, end: date, zone: tzinfo) -> list[Series]:
    own = rule.zone_at(zone)
    begin = max(_later(rule.start, -A_DAY), _later(first, -BACK))
    close = _close(plan, rule, end)
    rings = occurrences(
        replace(plan, rules=(rule,)), _later(begin, -EDGE), _later(close, EDGE), zone
    )
    walls = {_wall(one.at, own) for one in rings}
    left = {at for at in walls if begin <= at.date() < close}
    goes_on = _goes_on(plan, rule, close, own, zone)
    made = []
    for key, (pattern, weekdays) in enumerate(_patterns(plan, rule, own, zone).items()):
        base = _base(pattern, weekdays, begin, close)
        if hits := left.intersection(base):
            left -= hits
            one = _repeated(rule, str(key), pattern, weekdays, base, hits, goes_on)
            made.append(one)
    return made + [_single(rule, at) for at in sorted(left, key=lambda at: at.replace(tzinfo=UTC))]


def _later(day: date, by: timedelta) -> date:
    """Within the calendar."""
    ordinal = day.toordinal() + by.days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _close(plan: Plan, rule: Rule, end: date) -> date:
    """The day after the last that is held against the plan."""
    farthest = _later(end, FARTHEST)
    pauses = (_later(away.last, ON) for away in _away(plan, rule) if away.last < farthest)
    last = min(max([_later(end, ON), *pauses]), farthest)
    return min(_later(rule.until, EDGE), farthest) if rule.until else last


def _away(plan: Plan, rule: Rule) -> tuple[Away, ...]:
    return (*plan.away, *rule.away)


def _goes_on(plan: Plan, rule: Rule, close: date, own: tzinfo, zone: tzinfo) -> bool:
    """Whether it is repeated evenly beyond the last day that was looked at."""
    over = rule.until is not None and rule.until < close
    uneven = own != zone and plan.quiet is not None
    return not (over or uneven or any(away.last >= close for away in _away(plan, rule)))


def _wall(at: datetime, own: tzinfo) -> datetime:
    """What the clock shows; aware when it shows it for the second time."""
    local = at.astimezone(own)
    return local.astimezone(UTC) if local.fold else local.replace(tzinfo=None)


def _patterns(plan: Plan, rule: Rule, own: tzinfo, zone: tzinfo) -> dict[_Pattern, frozenset[int]]:
    """The weekdays of each, in the order of the rule's times."""
    found: dict[_Pattern, frozenset[int]] = {}
    if rule.days is not None:
        return found
    for meant in sorted(set(rule.times)):
        at, shift = _mostly(plan, rule, meant, own, zone)
        step = rule.every_days or 1
        pattern = _Pattern(at, step, (rule.start.toordinal() + shift) % step)
        days = frozenset((day - 1 + shift) % 7 + 1 for day in rule.weekdays or WEEK)
        found[pattern] = found.get(pattern, frozenset()) | days
    return found


def _mostly(plan: Plan, rule: Rule, meant: time, own: tzinfo, zone: tzinfo) -> tuple[time, int]:
    """At what time a time of the rule rings on most days of a year, and how many days later."""
    days = [datetime.combine(rule.start, meant) + n * A_DAY for n in range(0, 366, 5)]
    rings = ((day, rings_at(day, own, plan.quiet, zone)) for day in days)
    local = ((day, at.astimezone(own)) for day, at in rings if at is not None)
    ways = Counter((at.time(), (at.date() - day.date()).days) for day, at in local)
    return ways.most_common(1)[0][0]


def _base(pattern: _Pattern, weekdays: frozenset[int], begin: date, close: date) -> list[datetime]:
    early = begin.toordinal()
    early += (pattern.phase - early) % pattern.step
    days = map(date.fromordinal, range(early, close.toordinal(), pattern.step))
    return [datetime.combine(day, pattern.at) for day in days if day.isoweekday() in weekdays]


def _repeated(
    rule: Rule,
    key: str,
    pattern: _Pattern,
    weekdays: frozenset[int],
    base: Iterable[datetime],
    hits: set[datetime],
    goes_on: bool,
) -> Series:
    start, last = min(hits), max(hits)
    missed = (at for at in base if at > start and at not in hits)
    excluded = tuple(at for at in missed if goes_on or at < last)
    until = _until(rule, pattern) if goes_on else last
    days, step = (None, pattern.step) if rule.every_days else (weekdays, None)
    return Series(rule.id, key, rule.what, _zone(rule), start, days, step, until, excluded)


def _until(rule: Rule, pattern: _Pattern) -> datetime | None:
    return datetime.combine(rule.until, pattern.at) if rule.until else None


def _single(rule: Rule, at: datetime) -> Series:
    return Series(rule.id, f"{at:%Y%m%dT%H%M%z}", rule.what, _zone(rule), at)


def _zone(rule: Rule) -> str | None:
    return None if rule.zone == FLOATING else rule.zone
