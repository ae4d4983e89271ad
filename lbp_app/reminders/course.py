"""What a course reminds of: its times, the follow-ups, and the days to look at goals and tests."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from lbp_app.model.course import LOOKED_AT, ZONE, Contact, Course, Occurrence, Setting, State
from lbp_app.model.pause import Pause, Paused, paused
from lbp_app.model.recurrence import FLOATING, Dated, Rule, zone_named
from lbp_app.model.recurrence import Occurrence as Rings
from lbp_app.model.reminder import A_DAY, Reminder, Thing, thing_of

REVIEWS = ("goals", "tests")


def rules_of(
    course: Course, road: Iterable[Occurrence], wanted: Mapping[Thing, Reminder], goals: bool
) -> tuple[Rule, ...]:
    """One for each time and each of the leads before it; `goals` is whether there are any."""
    open_ = (one for one in road if one.held and one.attendance is None)
    return tuple(
        _rule(course, one, what, reminder, lead)
        for one in open_
        for what in _about(course, one, goals)
        if (reminder := wanted.get(thing_of(what) or Thing.CLASS))
        for lead in reminder.before
    )


def which(rule: str) -> str:
    """The time of the course that a rule is for, as its address has it."""
    return rule.partition("~")[0]


def dated(
    course: Course,
    road: Iterable[Occurrence],
    rules: Iterable[Rule],
    rings: Iterable[Rings],
    pauses: Iterable[Pause],
) -> list[Dated]:
    """As a calendar has them, with what `rings` as alarms. The times themselves are there also when
    nothing reminds of them; days for goals and tests only when something does.
    """
    known, alarms = list(pauses), list(rings)
    times = [_of_time(course, one, known) for one in road if one.state is not State.CLOSED]
    reviews = {which(rule.id): rule for rule in rules if rule.what in REVIEWS}
    times += [_of_review(f"{course.id}/{key}", rule, known) for key, rule in reviews.items()]
    return [_with_alarms(one, alarms) for one in times]


def _about(course: Course, one: Occurrence, goals: bool) -> Iterator[str]:
    yield _what(course, one)
    if goals and one.contact is Contact.CLASS and one.number in LOOKED_AT:
        yield "goals"
    if one.contact is Contact.END:
        yield "tests"


def _what(course: Course, one: Occurrence) -> str:
    match one.contact:
        case Contact.FOLLOW_UP:
            return "follow_up"
        case Contact.CLASS:
            return "training" if course.setting is Setting.HOME else "class"
    return "appointment"


def _rule(course: Course, one: Occurrence, what: str, reminder: Reminder, lead: int) -> Rule:
    """With a time of day so many minutes before it by the clock on the wall, else whole days."""
    name = f"{what}-{_key(one)}" if what in REVIEWS else _key(one)
    if one.clock is None or what in REVIEWS:
        day = one.day - timedelta(days=lead // A_DAY)
        return Rule(f"{name}~{lead}", what, reminder.times, day, days=frozenset({day}))
    begins = datetime.combine(one.day, one.clock)
    rings = begins - timedelta(minutes=lead)
    return Rule(
        id=f"{name}~{lead}",
        what=what,
        times=(rings.time(),),
        start=rings.date(),
        days=frozenset({rings.date()}),
        zone=_zone(course) or FLOATING,
        begins=begins,
    )


def _key(one: Occurrence) -> str:
    return one.id.partition("/")[2]


def _zone(course: Course) -> str | None:
    """Classes meet by Danish time; what is done alone floats."""
    return ZONE.key if course.setting is Setting.CLASS else None


def _of_time(course: Course, one: Occurrence, pauses: list[Pause]) -> Dated:
    off = not one.held or paused(pauses, Paused.COURSE, one.day) is not None
    zone = _zone(course) if one.clock else None
    return Dated(one.id, _what(course, one), one.day, one.clock, zone, cancelled=off)


def _of_review(key: str, rule: Rule, pauses: list[Pause]) -> Dated:
    lead = int(rule.id.partition("~")[2])
    day = rule.start + timedelta(days=lead // A_DAY)
    off = paused(pauses, Paused.COURSE, day) is not None
    return Dated(key, rule.what, day, None, None, cancelled=off)


def _with_alarms(one: Dated, rings: list[Rings]) -> Dated:
    own = [ring.at for ring in rings if which(ring.id) == one.key.partition("/")[2]]
    zone = zone_named(one.zone) if one.zone else None
    walls = (at.astimezone(zone) if zone else at for at in own)
    alarms = tuple(at.replace(tzinfo=None) for at in walls)
    return replace(one, alarms=alarms)
