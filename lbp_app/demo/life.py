"""Fills a throw-away database with weeks that could be true, through the actions of a person."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from lbp_app.actions import diary, flare, history, mydata, person
from lbp_app.demo.balance import weigh_days
from lbp_app.demo.check import check
from lbp_app.demo.course import follow
from lbp_app.demo.learning import learn
from lbp_app.demo.people import NOTES, PEOPLE
from lbp_app.demo.physio import treat
from lbp_app.demo.training import train
from lbp_app.model.day import Clock, days_between
from lbp_app.model.diary import HIGHEST, LOWEST, LegSide, Scale
from lbp_app.model.person import Role
from lbp_app.services import Services, services_for

_WEEKDAYS = (0.6, 0.1, -0.2, 0.2, 0.5, -0.7, -0.5)  # Monday first: work and rest show
_WORSE_IN_FLARE = 3.0
_EASING = 1.6  # points, from the first week to the last
_NOTES_OFTEN, _NOTES_IN_FLARE = 0.3, 0.8  # of the days


@dataclass(frozen=True)
class _Day:
    day: date
    answers: dict[Scale, int | None]  # None is skipped; a scale that is missing was not reached
    note: str = ""
    correction: int | None = None  # what the back turned out to be, said the next morning


def fill(
    services: Services,
    weeks: int = 8,
    seed: int = 1,
    role: str = "patient",
    now: datetime | None = None,
) -> None:
    """The same seed gives the same weeks; the last day is today, just begun.

    `now` is the clock's when not given. Notes are in the person's language.
    """
    random = Random(seed)  # noqa: S311 - made-up answers are no secret
    now = now or services.clock.now()
    with services.database.not_waiting():
        if role == Role.PHYSIO:
            return _physio(_for_role(services, Role.PHYSIO), random, weeks, now)
        _patient(services, random, weeks, now)


def _physio(services: Services, random: Random, weeks: int, now: datetime) -> None:
    _welcome(_at(services, now), random)
    today = _at(services, now).clock.today()
    days = days_between(today - timedelta(weeks=weeks), today - timedelta(days=1))
    if days:
        treat(lambda day, hour: _at(services, _moment(services, day, hour)), days, random)


def _patient(services: Services, random: Random, weeks: int, now: datetime) -> None:
    today = _at(services, now).clock.today()
    days = days_between(today - timedelta(weeks=weeks), today - timedelta(days=1))
    first = days[0] if days else today
    _welcome(_at(services, _moment(services, first, time(7, 30))), random)
    bad = _bad_spell(random, days)
    side = random.choice([LegSide.LEFT, LegSide.RIGHT])
    language = services.person.preferences().language or "da"
    if days:
        check(_at(services, _moment(services, first, time(7, 40))))
    for lived in _days(random, days, bad, NOTES.get(language, NOTES["en"])):
        _live(services, random, lived, side, bad)

    def at(day: date, hour: time) -> Services:
        return _at(services, _moment(services, day, hour))

    train(
        at,
        Random(random.random()),  # noqa: S311 - made-up answers are no secret
        days,
        bad,
    )
    learn(at, days)
    weigh_days(at, days)
    follow(at, days)
    for day in days[20:21]:
        mydata.csv_copy(at(day, time(20)))
    diary.answer(_at(services, now), today, Scale.BACK, random.randint(2, 4))


def _welcome(services: Services, random: Random) -> None:
    name, year, region, doctor, phone = random.choice(PEOPLE)
    person.change_profile(services, "first_name", name)
    if services.person.get().role is Role.PATIENT:
        person.change_profile(services, "birth_year", year)
        person.change_profile(services, "doctor_name", doctor)
        person.change_profile(services, "doctor_phone", phone)
    person.change_profile(services, "region", region)
    person.finish_welcome(services)


def _bad_spell(random: Random, days: list[date]) -> list[date]:
    """A week or so, somewhat past the middle; too few weeks have none."""
    if len(days) < 21:
        return []
    begins = int(len(days) * random.uniform(0.45, 0.6))
    return days[begins : begins + random.randint(6, 9)]


def _days(
    random: Random, days: list[date], bad: list[date], notes: dict[str, tuple[str, ...]]
) -> list[_Day]:
    away = days_between(days[0] + timedelta(days=11), days[0] + timedelta(days=14)) if days else []
    drift, written, lived = 0.0, list[str](), list[_Day]()
    for at, day in enumerate(days):
        drift = 0.7 * drift + random.gauss(0, 0.8)
        pain = 4.9 - _EASING * at / len(days) + drift + _WEEKDAYS[day.weekday()]
        if day in bad:
            pain += _WORSE_IN_FLARE * (1 - bad.index(day) / len(bad) / 1.5)
        elif day in away or random.random() < 0.13:
            continue
        kind = "flare" if day in bad else "good" if pain < 3.4 else "bad" if pain > 5 else "plain"
        note = _note(random, notes[kind], written, told=day in bad)
        lived.append(_Day(day, _answers(random, pain), note, _correction(random, pain)))
    return lived


def _answers(random: Random, pain: float) -> dict[Scale, int | None]:
    said: dict[Scale, int | None] = {
        Scale.BACK: _point(pain),
        Scale.LEG: _point(pain - 2.6 + random.gauss(0, 0.8)),
        Scale.HINDRANCE: _point(0.85 * pain - 0.4 + random.gauss(0, 0.8)),
        Scale.SLEEP: _point(1.2 + 0.5 * pain + random.gauss(0, 1.3)),
        Scale.MOOD: _point(0.8 + 0.4 * pain + random.gauss(0, 1.0)),
    }
    if random.random() < 0.08:
        said[random.choice([Scale.LEG, Scale.SLEEP, Scale.MOOD])] = None
    reached = random.choice([1, 2, 3]) if random.random() < 0.07 else len(said)
    return dict(list(said.items())[:reached])


def _point(value: float) -> int:
    return min(HIGHEST, max(LOWEST, round(value)))


def _note(random: Random, notes: tuple[str, ...], written: list[str], told: bool) -> str:
    """A bad spell is told more often, and in order."""
    fresh = [note for note in notes if note not in written[-12:]]
    if not fresh or random.random() > (_NOTES_IN_FLARE if told else _NOTES_OFTEN):
        return ""
    written.append(fresh[0] if told else random.choice(fresh))
    return written[-1]


def _correction(random: Random, pain: float) -> int | None:
    return _point(pain + random.choice([-1, 1])) if random.random() < 0.06 else None


def _live(services: Services, random: Random, lived: _Day, side: LegSide, bad: list[date]) -> None:
    evening = time(random.choice([7, 8, 20, 21]), random.randrange(60))
    then = _at(services, _moment(services, lived.day, evening))
    if lived.day in bad[:1]:
        flare.start_flare(then)
    for scale, value in lived.answers.items():
        _say(then, random, lived.day, scale, value)
    if then.diary.get(lived.day).leg_pain:
        diary.choose_leg_side(then, lived.day, side)
    diary.write_note(then, lived.day, lived.note)
    if lived.day in bad[-1:]:
        flare.end_flare(then)
    if lived.correction is not None:
        morning = _moment(services, lived.day + timedelta(days=1), time(6, 50))
        diary.answer(_at(services, morning), lived.day, Scale.BACK, lived.correction)


def _say(services: Services, random: Random, day: date, scale: Scale, value: int | None) -> None:
    """Now and then a finger slips and the tap is taken back."""
    if value is None:
        diary.skip(services, day, scale.value)
        return
    if random.random() < 0.02:
        slip = diary.answer(services, day, scale, min(HIGHEST, value + 2))
        if slip is not None:
            history.undo(services, slip)
    diary.answer(services, day, scale, value)


def _for_role(services: Services, role: Role) -> Services:
    person_id = person.switch_role(services, role)
    return services_for(services.database, person_id, services.clock, services.stop)


def _at(services: Services, moment: datetime) -> Services:
    """The same person at another time."""
    clock = Clock(instant=lambda: moment, zone=services.clock.zone)
    whose = services.person.get().id
    return services_for(services.database, whose, clock, services.stop)


def _moment(services: Services, day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=services.clock.zone())
