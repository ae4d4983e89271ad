"""What a person wants to be reminded of, and how."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.pause import Pause, Paused
from lbp_app.model.recurrence import FLOATING, Away, Plan, Quiet, Rule

MOST_TIMES = 6  # a day, of one thing
SNOOZES = (10, 30, 60)  # minutes
NIGHT = Quiet(time(22), time(7))
A_DAY = 24 * 60  # minutes


class Thing(StrEnum):
    """What can remind."""

    CHECK_IN = "checkin"
    EXERCISE = "exercise"
    WALK = "walk"
    LESSON = "lesson"
    CLASS = "class"
    FOLLOW_UP = "follow_up"
    REVIEW = "review"  # goals in weeks 4 and 8, tests at the end


OWN = (Thing.CHECK_IN, Thing.EXERCISE, Thing.WALK, Thing.LESSON)  # on days that a person sets
OF_COURSE = (Thing.CLASS, Thing.FOLLOW_UP, Thing.REVIEW)  # on days of the course
IN_COURSE = {  # what a rule of the course is about, besides the things themselves
    "appointment": Thing.CLASS,
    "training": Thing.CLASS,  # of a course on one's own
    "goals": Thing.REVIEW,
    "tests": Thing.REVIEW,
}
PAUSED_WITH = {  # besides what pauses all reminders
    "exercise": {Paused.EXERCISE},
    "walk": {Paused.EXERCISE},
    "class": {Paused.COURSE, Paused.EXERCISE},
    "training": {Paused.COURSE, Paused.EXERCISE},
    "appointment": {Paused.COURSE},
    "follow_up": {Paused.COURSE},
    "goals": {Paused.COURSE},
    "tests": {Paused.COURSE},
}
LEADS: dict[str, tuple[int, ...]] = {  # minutes before; of what lasts a day, whole days
    Thing.CLASS: (30, 60, 120, A_DAY),
    Thing.FOLLOW_UP: (0, A_DAY, 7 * A_DAY),
    Thing.REVIEW: (0, A_DAY),
}


class ReadySet(StrEnum):
    LITTLE = "little"
    STEADY = "steady"
    CLASSES = "classes"


@dataclass(frozen=True)
class Reminder:
    """Of one thing; `id` is the thing. `at` is when it was set (UTC, zone beside it): what lies
    before has not been missed. `unless_done`: silent on a day on which the thing is done already.

    Those of the course ring so many minutes `before` each of its times; `times` are for days
    without a time of day.
    """

    id: str
    is_on: bool
    times: tuple[time, ...]
    weekdays: frozenset[int]
    unless_done: bool
    start: date
    at: datetime
    zone: str
    before: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.id in OF_COURSE and not self.before:
            raise AnswerRefusedError("error.reminder_before")
        if not set(self.before) <= set(LEADS.get(self.id, ())):
            raise AnswerRefusedError
        if len(self.times) > MOST_TIMES:
            raise AnswerRefusedError("error.reminder_many", most=MOST_TIMES)
        self.rule()

    def rule(self, away: tuple[Away, ...] = ()) -> Rule:
        return Rule(
            id=self.id,
            what=self.id,
            times=self.times,
            start=self.start,
            weekdays=self.weekdays,
            zone=FLOATING,
            away=away,
        )


@dataclass(frozen=True)
class Manner:
    """How reminders come: no sound in the `quiet` hours, `snooze` minutes, and whether they may
    show outside the app.
    """

    quiet: Quiet | None = NIGHT
    snooze: int = 30
    outside: bool = True

    def __post_init__(self) -> None:
        if self.snooze not in SNOOZES:
            raise AnswerRefusedError


USUAL = Manner()
WEEKDAYS, EVERY_DAY = frozenset({1, 3, 5}), frozenset(range(1, 8))
FIRST = {  # before a person has set anything
    Thing.CHECK_IN: (time(20), EVERY_DAY),
    Thing.EXERCISE: (time(9), WEEKDAYS),
    Thing.WALK: (time(15), EVERY_DAY),
    Thing.LESSON: (time(19), frozenset({7})),
}
FIRST_BEFORE: dict[str, tuple[int, ...]] = {
    Thing.CLASS: (60,),
    Thing.FOLLOW_UP: (0,),
    Thing.REVIEW: (0,),
}
READY = {
    ReadySet.LITTLE: frozenset({Thing.EXERCISE, *OF_COURSE}),
    ReadySet.STEADY: frozenset({Thing.CHECK_IN, Thing.EXERCISE, Thing.WALK, *OF_COURSE}),
    ReadySet.CLASSES: frozenset(OF_COURSE),
}


def read_times(text: str) -> tuple[time, ...]:
    """As people write them: "8.30, 17"; AnswerRefusedError for anything else."""
    return tuple(map(_time, re.split(r"[\s,;]+", text.strip()))) if text.strip() else ()


def read_quiet(text: str) -> Quiet:
    """As "22.00 - 7.00"."""
    parts = re.split(r"\s*[-–]\s*|\s+til\s+|\s+to\s+", text.strip())
    if len(parts) != 2:
        raise AnswerRefusedError("error.reminder_quiet")
    return Quiet(_time(parts[0]), _time(parts[1]))


def _time(text: str) -> time:
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d\d))?", text, re.ASCII)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise AnswerRefusedError("error.reminder_clock")
    return time(int(found[1]), int(found[2] or 0))


def first_reminder(thing: Thing, now: datetime, zone: str, today: date) -> Reminder:
    at, weekdays = FIRST.get(thing, (time(9), EVERY_DAY))
    before = FIRST_BEFORE.get(thing, ())
    return Reminder(thing.value, False, (at,), weekdays, True, today, now, zone, before)


def thing_of(what: str) -> Thing | None:
    """None for a trial."""
    return IN_COURSE.get(what) or (Thing(what) if what in set(Thing) else None)


def plan_of(
    reminders: Iterable[Reminder],
    manner: Manner,
    pauses: Iterable[Pause],
    extra: Iterable[Rule] = (),
) -> Plan:
    """`extra` rules come with the course."""
    known = list(pauses)
    own = [one.rule() for one in reminders if one.is_on and one.id in OWN]
    rules = (replace(rule, away=away_of(known, rule.what)) for rule in (*own, *extra))
    return Plan(tuple(rules), manner.quiet)


def away_of(pauses: Iterable[Pause], what: str) -> tuple[Away, ...]:
    kinds = {Paused.REMINDERS, Paused.EVERYTHING} | PAUSED_WITH.get(what, set())
    days = ((one.start, _last(one)) for one in pauses if one.what in kinds)
    return tuple(Away(first, last) for first, last in days if first <= last)


def _last(pause: Pause) -> date:
    until = pause.until or date.max
    return min(until, pause.lifted - timedelta(days=1)) if pause.lifted else until
