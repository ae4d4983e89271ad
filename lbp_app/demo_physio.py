"""Fills a physiotherapist's device with ten made-up participants and a class, for `lbp demo`."""

from collections.abc import Callable
from datetime import date, time
from random import Random

from lbp_app.actions import participant, participant_plan, responsibility
from lbp_app.demo_people import PARTICIPANTS, PLAN_LINES, PLAN_WHY
from lbp_app.model.exercise import HARDEST, Group, Level
from lbp_app.services import Services

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
