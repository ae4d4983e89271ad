"""What tests are made from."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from lbp_app.errors import AppError
from lbp_app.model.day import Clock, days_between
from lbp_app.model.diary import CheckIn, Feeling, LegSide, Scale
from lbp_app.model.person import Role
from lbp_app.services import Services, services_for
from lbp_app.store import tables
from lbp_app.store.diary import as_columns

HOME = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 10, 5, 9, 0, tzinfo=HOME)  # a Monday morning
TODAY = date(2026, 10, 5)
YESTERDAY = TODAY - timedelta(days=1)


class Hand:
    """Moves the clock of a test."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at
        self.zone: tzinfo = HOME
        self.steady = 5_000_000

    def clock(self, run: str = "this run") -> Clock:
        return Clock(lambda: self.at, lambda: self.zone, lambda: self.steady, run)

    def move(self, **by: float) -> None:
        """As timedelta counts: `hand.move(days=1)`."""
        self.set_wall(**by)
        self.steady += max(0, timedelta(**by) // timedelta(milliseconds=1))

    def set_wall(self, **by: float) -> None:
        """Somebody sets the time of day; nothing else moves."""
        self.at += timedelta(**by)


def one_in(n: int, cases: Iterable[object]) -> list[Any]:
    """Of the cases of a test, for `parametrize`: every nth in `make test`, all in `make prove`."""
    return [
        pytest.param(case, marks=pytest.mark.full if at % n else ())
        for at, case in enumerate(cases)
    ]


@contextmanager
def held(services: Services) -> Iterator[None]:
    """Another program writes in the database all the while."""
    with closing(sqlite3.connect(services.database.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield


def other_person(services: Services) -> Services:
    """A second one in the same database."""
    person_id = services.device.use(Role.PHYSIO)
    return services_for(services.database, person_id, services.clock, services.stop)


def ten_years(services: Services, seed: int = 1) -> list[CheckIn]:
    """Ten years of days until yesterday, one in eight of them missing, each with its history.

    Written in one go, as no person could; everything else is as the actions leave it.
    """
    today = services.clock.today()
    random = Random(seed)  # noqa: S311 - made-up answers are no secret
    days = days_between(today - timedelta(days=3652), today - timedelta(days=1))
    check_ins = [_some_day(random, day) for day in days if random.random() > 1 / 8]
    person_id = services.person.get().id
    with services.database.writing() as connection:
        rows = [{"person_id": person_id, **as_columns(check_in)} for check_in in check_ins]
        connection.execute(insert(tables.check_in), rows)
        connection.execute(insert(tables.history), list(_history(person_id, check_ins)))
    return check_ins


def _some_day(random: Random, day: date) -> CheckIn:
    given = CheckIn(day, *(random.randint(0, 10) for _ in Scale))
    given = replace(given, leg_side=random.choice(list(LegSide)) if given.leg_pain else None)
    if random.random() < 0.1:
        given = given.skipping(random.choice(list(Scale)).value)
    if random.random() < 0.05:
        given = replace(given, feeling=random.choice(list(Feeling)))
    return replace(given, note="Gik en tur. Det gjorde godt.") if random.random() < 0.3 else given


def _history(person_id: str, check_ins: list[CheckIn]) -> Iterator[dict[str, object]]:
    for check_in in check_ins:
        at = datetime.combine(check_in.day, NOW.timetz())
        for scale in Scale:
            yield {
                "person_id": person_id,
                "noun": "check_in",
                "key": check_in.day.isoformat(),
                "field": scale.value,
                "old": None,
                "new": check_in.answer(scale),
                "at": at,
                "zone": "Europe/Copenhagen",
            }


def refused_with(action: Callable[[], object]) -> str:
    """The key of the error that `action` raises."""
    try:
        action()
    except AppError as error:
        return error.key
    raise AssertionError("it was not refused")
