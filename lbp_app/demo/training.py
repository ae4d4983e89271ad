"""How a demo person trains: twice a week with misses, gently in a bad spell, and step by step."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from random import Random
from typing import TypeVar

from lbp_app.actions import activity, care_plan, exercise, progression, session
from lbp_app.demo.people import EXERCISE_NOTES, REFLECTIONS, WHY
from lbp_app.model.activity import ActivityKind
from lbp_app.model.exercise import Group, Level, place_of
from lbp_app.model.home_test import HomeTest
from lbp_app.model.player import Planned
from lbp_app.model.progression import Choice, Proposal
from lbp_app.model.session import After, Item, SessionKind
from lbp_app.services import Services

T = TypeVar("T")
At = Callable[[date, time], Services]  # the same person at another time

_TRAINING_DAYS, _EVENING = (1, 4), time(17, 40)  # Tuesday and Friday
_MISSED = 0.2
_ENOUGH = 21  # days, before anyone sets a new level
_WALKS, _OUTSIDE = 0.35, 0.12  # of the days
_MINUTES = {
    ActivityKind.SWIM: (20, 30, 40),
    ActivityKind.CYCLE: (15, 20, 30),
    ActivityKind.GARDEN: (20, 30, 45, 60),
    ActivityKind.WORK: (30, 60),
}
_KIND_MINUTES = {SessionKind.FULL: (26, 34), SessionKind.SHORT: (12, 16)}
_STEPS = (  # part of the weeks gone, group, level
    (0.3, Group.BEND, Level.TWO),
    (0.5, Group.SIDE, Level.TWO),
    (0.7, Group.RISE, Level.THREE),
    (0.85, Group.RISE, Level.TWO),
)


def train(at: At, random: Random, days: list[date], bad: list[date]) -> None:
    """Through `days`, of which `bad` are those of a bad spell."""
    if not days:
        return
    _begin(at, days[0])
    steps = {days[int(part * len(days))]: number for number, (part, _, _) in enumerate(_STEPS)}
    for number, day in enumerate(days):
        if number and day.weekday() in _TRAINING_DAYS and random.random() > _MISSED:
            _train(at, random, day, day in bad, progress=number / len(days))
            _tell_next_morning(at, random, day, days[-1])
        if len(days) >= _ENOUGH and day in steps:
            _set_level(at(day, time(19, 40)), steps[day])
        _move_about(at, random, day, day in bad)
    _keep_notes(at, days)


def _begin(at: At, first: date) -> None:
    then = at(first, time(8, 5))
    care_plan.note_home_test(then, HomeTest.CHAIR_STANDS, 9)
    care_plan.begin_at(then, care_plan.suggested_levels(then))


def _set_level(services: Services, number: int) -> None:
    _, group, level = _STEPS[number]
    care_plan.set_level(services, group, level, _said(services, WHY)[number])


def _train(at: At, random: Random, day: date, bad: bool, progress: float) -> None:
    then = at(day, _EVENING)
    if not bad:
        for question in progression.questions(then)[:2]:
            _choose(then, random, question)
    kind = random.choice([SessionKind.FULL, SessionKind.FULL, SessionKind.SHORT])
    plan = session.plan_gentle(then) if bad else session.plan_session(then, kind)
    kind = SessionKind.SHORT if bad else kind
    items = [_item(random, planned, progress) for planned in plan]
    minutes = random.randint(*_KIND_MINUTES[kind])
    change = session.log_session(then, kind, day, items, minutes)
    if random.random() < 0.3:
        session.reflect(then, change.key, random.choice(_said(then, REFLECTIONS)))


def _item(random: Random, planned: Planned, progress: float) -> Item:
    done = (planned.amount,) * planned.sets * (2 if planned.each_side else 1)
    skipped = random.random() < 0.05
    told = {} if skipped or place_of(planned.exercise) is None else _answers(random, progress)
    return Item(
        planned.exercise,
        planned.mode,
        () if skipped else done,
        planned.each_side,
        planned.variation,
        skipped,
        **told,
    )


def _answers(random: Random, progress: float) -> dict[str, int | None]:
    """Most are answered; it gets easier and safer with the weeks."""
    if random.random() < 0.25:
        return {}
    return {
        "effort": _point(random.gauss(4.4 - 1.2 * progress, 1.0)),
        "pain": _point(random.gauss(2.8 - progress, 1.2)),
        "safe": _point(random.gauss(6.4 + 2.4 * progress, 1.0)),
    }


def _point(value: float) -> int:
    return min(10, max(0, round(value)))


def _choose(services: Services, random: Random, question: Proposal) -> None:
    if question.suggests is Choice.EASIER:
        progression.accept_step(services, question, Choice.EASIER, question.easier[0])
    elif question.suggests is Choice.MORE and random.random() < 0.75:
        progression.accept_step(services, question, Choice.MORE)
    else:
        progression.decline_step(services, question)


def _tell_next_morning(at: At, random: Random, day: date, last: date) -> None:
    """Now and then it is passed by; the last evening is still to be asked about."""
    if day == last or random.random() < 0.15:
        return
    then = at(day + timedelta(days=1), time(7, 20))
    asked = session.morning_question(then)
    if asked is not None:
        weights = {After.USUAL: 14, After.SORE: 5, After.OVER_A_DAY: 1, After.PASSED: 1}
        (after,) = random.choices([*weights], [*weights.values()])
        session.answer_morning_after(then, asked.id, after)


def _move_about(at: At, random: Random, day: date, bad: bool) -> None:
    if random.random() < _WALKS:
        minutes = random.choice([5, 10, 15] if bad else [15, 20, 25, 30, 40])
        activity.log_activity(at(day, time(16, 30)), ActivityKind.WALK, minutes)
    if not bad and random.random() < _OUTSIDE:
        kind = random.choice([*_MINUTES])
        minutes = random.choice(_MINUTES[kind])
        activity.log_activity(at(day, time(19, 10)), kind, minutes)


def _keep_notes(at: At, days: list[date]) -> None:
    for number, name in enumerate(EXERCISE_NOTES["da"]):
        then = at(days[len(days) * (number + 1) // 3], time(18, 30))
        exercise.keep_note(then, name, _said(then, EXERCISE_NOTES)[name])
        exercise.say_how_safe(then, name, 6 + number)


def _said(services: Services, words: Mapping[str, T]) -> T:
    return words["da" if services.person.preferences().language in (None, "da") else "en"]
