"""Fills a physiotherapist's device with ten made-up participants and a class, for `lbp demo`."""

from collections.abc import Callable
from datetime import date, time
from random import Random

from lbp_app.actions import class_group, participant, participant_plan, responsibility
from lbp_app.demo.people import PARTICIPANT_CLASS, PARTICIPANTS, PLAN_LINES, PLAN_WHY
from lbp_app.demo.report import report
from lbp_app.model.course import Attendance, Slot
from lbp_app.model.exercise import HARDEST, Group, Level
from lbp_app.services import Services

ENOUGH = 28  # days
SLOTS = (Slot(1, time(17)), Slot(3, time(17)))
LATE = 2  # participants who joined later than the others
At = Callable[[date, time], Services]


def treat(at: At, days: list[date], random: Random) -> None:
    """`days` are the weeks until yesterday; everyone began within the first of them."""
    first = at(days[0], time(8))
    language = first.person.preferences().language or "da"
    responsibility.take_responsibility(first)
    responsibility.put_off_lock(first)
    for place, (name, number) in enumerate(PARTICIPANTS):
        begun = days[min(place // 2, len(days) - 1)]
        made = participant.add_participant(at(begun, time(9 + place % 6)), name, number).key
        _first_levels(at(begun, time(9 + place % 6, 10)), random, made)
        _grow(at, days, random, made, language)
    _extras(at(days[-1], time(16)), language)
    if len(days) >= ENOUGH:
        _lead(at, days, random, language)
        somebody, *_ = participant.participants(at(days[-1], time(16)))
        report(at, days, Random(len(days)), somebody.id, language)  # noqa: S311


def _first_levels(services: Services, random: Random, made: str) -> None:
    """Most begin low; now and then a group is left out."""
    figures = [random.choice((1, 1, 2, 2, 2, 3)) for _ in Group]
    if random.random() < 0.25:
        figures[random.randrange(len(figures))] = 0
    participant_plan.set_eight(services, made, "".join(map(str, figures)))


def _grow(at: At, days: list[date], random: Random, made: str, language: str) -> None:
    """One or two steps every other week, with a reason."""
    for day in days[14::14]:
        if random.random() < 0.2:
            continue
        then = at(day, time(random.choice((10, 13, 17)), random.randrange(60)))
        for group in random.sample(list(Group), random.choice((1, 2))):
            plan = participant_plan.plan_of(then, made)
            level = plan.prescribed(group) if plan else None
            if level and level < HARDEST:
                participant_plan.set_level(then, made, group, Level(level + 1))
        if random.random() < 0.7:
            participant_plan.say_why(then, made, random.choice(PLAN_WHY[language]))


def _extras(services: Services, language: str) -> None:
    """What a visit leaves besides levels."""
    first, second, *_ = participant.participants(services)
    dose, line, own, template = PLAN_LINES[language]
    participant_plan.set_detail(services, first.id, Group.RISE, variation="a", dose=dose)
    participant_plan.set_detail(services, first.id, Group.LIFT, note=line)
    participant.write_own_note(services, first.id, own)
    participant_plan.save_template(services, second.id, template)


def _lead(at: At, days: list[date], random: Random, language: str) -> None:
    """A class that began in the first week; two came later, and now and then somebody is away."""
    began = at(days[3], time(12))
    name, place = PARTICIPANT_CLASS[language]
    made = class_group.start_class(began, name, days[3], SLOTS, place).key
    everyone = participant.participants(began)
    late = participant.participants(at(days[17], time(12)))[-LATE:]
    for one in everyone:
        if one not in late:
            class_group.join(began, made, one.id)
    for one in late:
        class_group.join(at(days[17], time(12)), made, one.id)
    for each in class_group.class_now(at(days[-1], time(20)), made).road:
        if each.held and each.day <= days[-1]:
            _evening(at(each.day, time(17, 5)), random, made, each.id.partition("/")[2])


def _evening(services: Services, random: Random, made: str, which: str) -> None:
    now = class_group.class_now(services, made)
    people = [one.id for one in now.people]
    away = random.sample(people, random.choice((0, 0, 1, 1, 2)))
    excused = dict.fromkeys(away[:1], Attendance.EXCUSED)
    there = dict.fromkeys((who for who in people if who not in away), Attendance.ATTENDED)
    class_group.say_who_came(services, made, which, excused | there)
