"""Two reports from a made-up participant, the newer one of the last two weeks, for `lbp demo`."""

from collections.abc import Callable
from datetime import date, time
from random import Random
from uuid import UUID

from lbp_app.demo.people import REPORTED
from lbp_app.exchange.participant_report import plain_told
from lbp_app.model.care_plan import Assigner
from lbp_app.model.diary import HIGHEST, CheckIn
from lbp_app.model.exercise import Group, Level
from lbp_app.model.home_test import HomeTest
from lbp_app.model.participant_report import (
    Aim,
    LevelStep,
    Measured,
    Outside,
    ParticipantReport,
    Spell,
    Told,
    ToldPart,
    Trained,
    Tried,
)
from lbp_app.model.session import After, SessionKind
from lbp_app.services import Services

At = Callable[[date, time], Services]
WORST = (6, 4, 5, 5, 4)  # of each scale, to begin with
TRAINED = ("1.2", "3.2", "4.1", "6.2", "8.1")


def report(at: At, days: list[date], random: Random, participant: str, language: str) -> None:
    """`days` are at least four weeks, until yesterday."""
    question, goal = REPORTED[language]
    earlier, later = days[-28:-14], days[-14:]
    first = _told(earlier, random, 0, (Measured(earlier[2], HomeTest.CHAIR_STANDS, 9),))
    ratings = ((earlier[3], 3), (later[-2], 6))
    tests = (*first.tests, Measured(later[-3], HomeTest.CHAIR_STANDS, 12))
    told = _told(later, random, 2, tests, question)
    told = Told(
        **{
            **vars(told),
            "aims": (Aim(goal, ratings),),
            "steps": (
                LevelStep(later[4], Group.BEND, Level.ONE, Level.TWO, Assigner.PHYSIO),
                LevelStep(later[4], Group.BACK, Level.ONE, Level.TWO, Assigner.PHYSIO),
            ),
            "tried": (Tried(later[9], Group.RISE, Level.THREE),),
            "flares": (Spell(later[1], later[3]),),
        }
    )
    for number, one in enumerate((first, told)):
        _keep(at(one.last, time(15)), participant, random, number, one)


def _told(
    days: list[date],
    random: Random,
    better: int,
    tests: tuple[Measured, ...],
    question: str = "",
) -> Told:
    parts = tuple(part for part in ToldPart if part is not ToldPart.NOTES)
    trained = [day for day in days if day.weekday() in (0, 2, 5)][better == 0 :]
    return Told(
        days[0],
        days[-1],
        parts,
        question,
        days=tuple(_day(day, random, better) for day in days if random.random() < 0.85),
        trained=tuple(
            Trained(day, SessionKind.FULL, random.randint(28, 41), TRAINED, _after(random))
            for day in trained
        ),
        outside=tuple(Outside(day, random.choice((20, 30, 45))) for day in days[1::4]),
        levels=(Level.TWO,) * len(Group),
        tests=tests,
    )


def _day(day: date, random: Random, better: int) -> CheckIn:
    answers = (worst - better + random.choice((-1, 0, 0, 1)) for worst in WORST)
    back, leg, hindrance, sleep, mood = (min(HIGHEST, max(0, answer)) for answer in answers)
    return CheckIn(day, back, leg, hindrance, sleep, mood)


def _after(random: Random) -> After:
    return random.choice((After.USUAL, After.USUAL, After.SORE))


def _keep(services: Services, participant: str, random: Random, sequence: int, told: Told) -> None:
    clock = services.clock
    services.participant_reports.put(
        ParticipantReport(
            id=UUID(int=random.getrandbits(128)).hex,
            participant=participant,
            sequence=sequence,
            made=told.last,
            told=plain_told(told),
            day=clock.today(),
            at=clock.now(),
            zone=clock.zone_name(),
        )
    )
