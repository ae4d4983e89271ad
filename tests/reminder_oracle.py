"""When reminders ring, found by walking through every minute: no rule of recurrence, no sorting out
of zones but what the clock on the wall shows at each minute.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from lbp_app.model.recurrence import FLOATING, Plan, Rule

MINUTE = timedelta(minutes=1)
AROUND = timedelta(days=4)


@dataclass(frozen=True)
class Walls:
    """What the wall clock of a zone shows at each minute from `start` (UTC) on."""

    start: datetime
    shows: list[datetime]
    first_at: dict[datetime, int]  # minute at which a time is shown for the first time


@cache
def walls(zone: str, first: date, end: date) -> Walls:
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) - AROUND
    minutes = ((end - first) + 2 * AROUND) // MINUTE
    hands = (start + n * MINUTE for n in range(minutes))
    shows = [at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for at in hands]
    first_at: dict[datetime, int] = {}
    for n, shown in enumerate(shows):
        first_at.setdefault(shown, n)
    for n in range(1, minutes):
        jump = shows[n] - shows[n - 1] - MINUTE
        left_out = shows[n - 1] + MINUTE
        while jump > timedelta() and left_out < shows[n]:
            first_at.setdefault(left_out, first_at.get(left_out + jump, n))
            left_out += MINUTE
    return Walls(start, shows, first_at)


def rings(plan: Plan, first: date, end: date, zone: str) -> list[tuple[datetime, str]]:
    return [(at, rule) for at, rule, _ in rings_meant(plan, first, end, zone)]


def rings_meant(
    plan: Plan, first: date, end: date, zone: str
) -> list[tuple[datetime, str, datetime]]:
    """With the day and time that were meant; the earliest where two ring as one."""
    own = walls(zone, first, end)
    found: dict[tuple[datetime, str], datetime] = {}
    for rule in plan.rules:
        theirs = walls(zone if rule.zone == FLOATING else rule.zone, first, end)
        for n, meant in _minutes(rule, plan, theirs):
            n = _in_time(n, theirs.first_at.get(rule.begins) if rule.begins else None, plan, own)
            if first <= own.shows[n].date() < end:
                key = (own.start + n * MINUTE, rule.id)
                found[key] = min(meant, found.get(key, meant))
    return sorted((at, rule_id, meant) for (at, rule_id), meant in found.items())


def _in_time(n: int, begins: int | None, plan: Plan, own: Walls) -> int:
    """After the quiet hours, or a quarter before them when it has begun by then."""
    after = before = n
    while plan.quiet and _is_quiet(plan, own.shows[after]):
        after += 1
    if begins is None or after < begins:
        return after
    while _is_quiet(plan, own.shows[before]):
        before -= 1
    return before if _is_quiet(plan, own.shows[before - 14]) else before - 14


def _minutes(rule: Rule, plan: Plan, wall: Walls) -> Iterator[tuple[int, datetime]]:
    for shown, n in wall.first_at.items():
        day = shown.date()
        if shown.time() not in rule.times or n > len(wall.shows) - 2 * 1440:
            continue
        if day < rule.start or (rule.until and day > rule.until):
            continue
        if rule.weekdays and day.weekday() + 1 not in rule.weekdays:
            continue
        if rule.every_days and (day.toordinal() - rule.start.toordinal()) % rule.every_days:
            continue
        if rule.days is not None and day not in rule.days:
            continue
        if not any(away.first <= day <= away.last for away in (*plan.away, *rule.away)):
            yield n, shown


def _is_quiet(plan: Plan, shown: datetime) -> bool:
    assert plan.quiet
    at, start, end = (t.hour * 60 + t.minute for t in (shown, plan.quiet.start, plan.quiet.end))
    return (at - start) % 1440 < (end - start) % 1440
