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


class Thing(StrEnum):
    """What can remind. Classes and follow-ups come with the programme, as listed days."""

    CHECK_IN = "checkin"
    EXERCISE = "exercise"
    WALK = "walk"
    LESSON = "lesson"
    CLASS = "class"
    FOLLOW_UP = "follow_up"


OWN = (Thing.CHECK_IN, Thing.EXERCISE, Thing.WALK, Thing.LESSON)  # what a person sets
PAUSED_WITH = {  # besides what pauses all reminders
    Thing.EXERCISE: Paused.EXERCISE,
    Thing.WALK: Paused.EXERCISE,
    Thing.CLASS: Paused.COURSE,
    Thing.FOLLOW_UP: Paused.COURSE,
}


class ReadySet(StrEnum):
    LITTLE = "little"
    STEADY = "steady"
    CLASSES = "classes"


@dataclass(frozen=True)
class Reminder:
    """Of one thing; `id` is the thing. `at` is when it was set (UTC, zone beside it): what lies
    before has not been missed. `unless_done`: silent on a day on which the thing is done already.
    """

    id: str
    is_on: bool
    times: tuple[time, ...]
    weekdays: frozenset[int]
    unless_done: bool
    start: date
    at: datetime
    zone: str

    def __post_init__(self) -> None:
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
READY = {
    ReadySet.LITTLE: frozenset({Thing.EXERCISE}),
    ReadySet.STEADY: frozenset({Thing.CHECK_IN, Thing.EXERCISE, Thing.WALK}),
    ReadySet.CLASSES: frozenset[Thing](),
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
    at, weekdays = FIRST[thing]
    return Reminder(thing.value, False, (at,), weekdays, True, today, now, zone)


def plan_of(
    reminders: Iterable[Reminder],
    manner: Manner,
    pauses: Iterable[Pause],
    extra: Iterable[Rule] = (),
) -> Plan:
    """`extra` rules come with the programme."""
    known = list(pauses)
    own = [one.rule() for one in reminders if one.is_on]
    rules = (replace(rule, away=away_of(known, rule.what)) for rule in (*own, *extra))
    return Plan(tuple(rules), manner.quiet)


def away_of(pauses: Iterable[Pause], what: str) -> tuple[Away, ...]:
    kinds = {Paused.REMINDERS, Paused.EVERYTHING}
    if what in set(Thing):
        kinds |= {PAUSED_WITH.get(Thing(what), Paused.REMINDERS)}
    days = ((one.start, _last(one)) for one in pauses if one.what in kinds)
    return tuple(Away(first, last) for first, last in days if first <= last)


def _last(pause: Pause) -> date:
    until = pause.until or date.max
    return min(until, pause.lifted - timedelta(days=1)) if pause.lifted else until
