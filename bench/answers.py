"""Ten years of answers: how long the screens take to build, and the store to read."""

from __future__ import annotations

import asyncio
import math
import random
import sqlite3
import time
from collections.abc import Awaitable
from datetime import date, timedelta
from pathlib import Path

from bench.figures import Row, Spread, absolute, in_turn, ratio
from lbp_app import app, config, flet_inside
from lbp_app.actions import person
from lbp_app.front.server import leave_in_peace
from lbp_app.model.diary import CheckIn, Feeling, LegSide
from lbp_app.services import Services
from tests.harness import PRESSES, Screen, press_names, run

YEARS = 10
COLUMNS = "day, back_pain, leg_pain, hindrance, sleep, mood, leg_side, feeling, note, skipped"


def screens_and_store(folder: Path, rounds: int) -> list[Row]:
    folder.mkdir()
    with app.opened(config.Settings(data=folder)) as services:
        person.finish_welcome(services)
        fill(services, folder)
        built = asyncio.run(screens(services, rounds))
        return [*built, store(services, folder, rounds)]


def fill(services: Services, folder: Path) -> None:
    """Nine days of ten, written past the app: its history would take minutes."""
    today, chance = services.clock.today(), random.Random(1)  # noqa: S311
    who, _ = services.device.active_person()
    days = [today - timedelta(days=back) for back in range(YEARS * 365)]
    rows = [
        (who, day.isoformat(), *(chance.randint(0, 10) for _ in range(5)), None, None, "", "")
        for day in days
        if chance.random() < 0.9
    ]
    with sqlite3.connect(database(folder)) as connection:
        places = ",".join("?" * 11)
        connection.executemany(
            f"insert into check_in (person_id, {COLUMNS}) values ({places})",  # noqa: S608
            rows,
        )
    connection.close()


def database(folder: Path) -> Path:
    (found,) = folder.glob("*.db")
    return found


async def screens(services: Services, rounds: int) -> list[Row]:
    """From the event to the last packed patch, on a phone's width."""
    flet_inside.be_thrifty()  # as the server does
    leave_in_peace()
    async with run(app.main_for(services), route="/mig") as screen:
        await screen.goto("/")
        await screen.goto("/mig/udvikling")
        today, development, grid, exercise = [], [], [], []
        for _ in range(rounds):
            await screen.goto("/mig")
            today.append(await taken(screen.goto("/")))
            grid.append(await taken(screen.goto("/oevelser")))
            exercise.append(await taken(screen.goto("/oevelser/3.3")))
            await screen.goto("/mig/udvikling")
            development.append(await taken(pressing(screen, "Alt")))
    return [
        absolute("opening the grid of exercises", "ms", Spread(tuple(grid)), 60),
        absolute("opening an exercise", "ms", Spread(tuple(exercise)), 60),
        absolute("ten years: Today", "ms", Spread(tuple(today)), 60),
        absolute("ten years: Udvikling, all", "ms", Spread(tuple(development)), 60),
    ]


def pressing(screen: Screen, name: str) -> Awaitable[None]:
    """What the press of a client starts; the looking for what to press is over by then."""
    control = [each for each in screen.headless.controls() if name in press_names(each)][-1]
    event = next(event for handler, event in PRESSES.items() if getattr(control, handler, None))
    return screen.headless.send(control, event)


async def taken(act: Awaitable[None]) -> float:
    """ms"""
    began = time.perf_counter()
    await act
    return (time.perf_counter() - began) * 1000


def store(services: Services, folder: Path, rounds: int) -> Row:
    today = services.clock.today()
    first = today - timedelta(days=YEARS * 365)
    plain = sqlite3.connect(database(folder))

    def through_the_store() -> float:
        began = time.perf_counter()
        found = services.diary.between(first, today)
        spent = time.perf_counter() - began
        return spent * 1000 if len(found) > 3000 else math.inf

    def through_sqlite() -> float:
        began = time.perf_counter()
        found = check_ins(plain, first, today)
        spent = time.perf_counter() - began
        return spent * 1000 if found == services.diary.between(first, today) else math.inf

    ours, bare = in_turn(rounds, through_the_store, through_sqlite)
    plain.close()
    return ratio("ten years: store → dataclasses (bare: sqlite3)", "ms", ours, bare, 3)


def check_ins(connection: sqlite3.Connection, first: date, last: date) -> list[CheckIn]:
    rows = connection.execute(
        f"select {COLUMNS} from check_in where day between ? and ? order by day",  # noqa: S608
        (first.isoformat(), last.isoformat()),
    )
    return [
        CheckIn(
            day=date.fromisoformat(day),
            back_pain=back,
            leg_pain=leg,
            hindrance=hindrance,
            sleep=sleep,
            mood=mood,
            leg_side=LegSide(side) if side else None,
            feeling=Feeling(feeling) if feeling else None,
            note=note,
            skipped=frozenset(skipped.split(",")) if skipped else frozenset(),
        )
        for day, back, leg, hindrance, sleep, mood, side, feeling, note, skipped in rows
    ]
