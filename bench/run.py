"""Every measurement, A B A B, written to docs/bench.md: `make bench`, or ROUNDS=5 for a look."""

from __future__ import annotations

import os
import platform
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bench import answers, starting, visiting
from bench.figures import Row, table

TARGET = Path(__file__).resolve().parents[1] / "docs" / "bench.md"
ROUNDS = 15
HEAD = """# Measurements

Written by `make bench` on {day}: {machine}, Python {python}. The app on eight weeks of made-up
answers against `bench/bare.py` (one Text, one FilledButton, the same front and options, semantics
on), in one run, in turn (A B A B); median, quartiles in brackets. Memory is the resident memory of
the server process; an open session is one of {sessions} opened at once on the wire, after three
others. A visit is everything that came over HTTP, counted by the browser, with a profile of its
own. Screens of ten years are built without a client, from the event to the last packed patch.

"""

WHY = {
    "tap → changed text": "a third of it is the server's, which waits for the disk before it shows "
    "the answer and lets Flet compare the card; the rest is one frame of Flutter's in the browser, "
    "of some 22 ms instead of 4.",
    "memory of an open session": "Flet keeps every control of a page for each session, about "
    "1.2 kB each: some 350 on Today, 3 in the bare app.",
    "import": "SQLAlchemy, Flet's themes, and the models and tables of all that is kept: over a "
    "hundred small files; a screen's file is read when it is first shown.",
    "opening the grid of exercises": "Flet makes and packs the controls of 32 stills and of the "
    "sessions on offer.",
    "opening an exercise": "Flet makes and packs the whole page with its history and variations.",
    "first visit, right after the very first start": "only the quick copies are made by then; "
    "the smallest ones are there within the first minute or two.",
    "ten years: Today": "Flet makes and compares every control of the page.",
    "ten years: Udvikling, all": "about two thirds are Flet's comparing of old and new controls "
    "(some 360), a quarter is drawing them.",
}


def main() -> int:
    rounds, began = int(os.environ.get("ROUNDS", ROUNDS)), time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        both = starting.programs(Path(name))
        parts: tuple[Callable[[], list[Row]], ...] = (
            lambda: visiting.visits(both, rounds),
            lambda: starting.memory(both, rounds),
            lambda: [starting.import_time(rounds)],
            lambda: answers.screens_and_store(Path(name) / "ten years", rounds),
        )
        rows = []
        for part in parts:
            for row in part():
                print(row, flush=True)
                rows.append(row)
    write(rows)
    missed = [row.name for row in rows if not row.holds]
    print(f"{len(rows) - len(missed)} of {len(rows)} hold, {time.monotonic() - began:.0f} s")
    return 1 if missed else 0


def write(rows: list[Row]) -> None:
    day = datetime.now().astimezone().date()
    machine = f"{platform.machine()} with {os.cpu_count()} cores, {platform.system()}"
    head = HEAD.format(
        day=day, machine=machine, python=platform.python_version(), sessions=starting.SESSIONS
    )
    missed = [row for row in rows if not row.holds]
    foot = "".join(
        f"\n- {row.name} misses: {WHY.get(row.name, 'not yet known why.')}" for row in missed
    )
    TARGET.write_text(head + table(rows) + (foot + "\n" if foot else ""), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
