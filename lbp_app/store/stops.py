"""The pauses for safety that the checks which are left bring about: one of each kind while there is
a check of the upper tiers that no doctor has heard of. So they come and go with the checks.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from lbp_app.model.pause import STOPPED, PausedBy

Row = dict[str, Any]  # as it is stored
Day = Callable[[str], date]


@dataclass(frozen=True)
class Stop:
    """A pause, and its line in the history."""

    pause: Row
    told: Row


def in_order(checks: Sequence[Row], follow_ups: Sequence[Row], history: Iterable[Row]) -> list[Row]:
    """Of writing, whatever the clock said meanwhile."""
    rows = {row["id"]: row for row in (*checks, *follow_ups)}
    written = sorted((one["id"], one["key"]) for one in history if one["key"] in rows)
    return [rows[key] for key in dict.fromkeys(key for _, key in written)]


def stops_of(said: Sequence[Row], stopping: Collection[str], day: Day) -> list[Stop]:
    """`said` are the checks and what became of them, `stopping` the names of the upper tiers."""
    people = dict.fromkeys(row["person_id"] for row in said)
    return [
        stop
        for person in people
        for begun, end in _spans([r for r in said if r["person_id"] == person], stopping)
        for stop in _stops(begun, end, day)
    ]


def _spans(said: Iterable[Row], stopping: Collection[str]) -> Iterator[tuple[Row, Row | None]]:
    """From the check that stopped to what was said last before a doctor had heard of all."""
    begun, waiting = None, list[Row]()
    for one in said:
        if "tier" in one:
            waiting.append(one)
            begun = begun or (one if one["tier"] in stopping else None)
        elif one["reached"]:
            waiting = _after(waiting, one["screening_id"])
            if begun and not any(row["tier"] in stopping for row in waiting):
                yield begun, one
                begun = None
    if begun:
        yield begun, None


def _after(waiting: list[Row], reached: str) -> list[Row]:
    places = [at for at, row in enumerate(waiting) if row["id"] == reached]
    return waiting[places[0] + 1 :] if places else waiting


def _stops(begun: Row, end: Row | None, day: Day) -> Iterator[Stop]:
    start = day(begun["at"])
    days = {
        "start": start.isoformat(),
        "until": None,
        "lifted": max(start, day(end["at"])).isoformat() if end else None,
    }
    whose = {"person_id": begun["person_id"]}
    for what in STOPPED:
        pause_id, said = uuid4().hex, {"what": what.value, "by": PausedBy.SAFETY.value, "why": ""}
        told = {"noun": "pause", "key": pause_id, "field": "pause", "old": "null"}
        told |= {"new": json.dumps(said | days), "at": begun["at"], "zone": begun["zone"]}
        yield Stop({**whose, "id": pause_id, **said, **days}, {**whose, **told})


def told_apart(kept: Iterable[Row], brought: Iterable[Stop]) -> tuple[list[Row], list[Stop]]:
    """Those of `kept` that nothing brings any more, and those that are `brought` and not kept."""
    gone, new = [], [*brought]
    for row in kept:
        same = next((one for one in new if _same(one.pause, row)), None)
        if same is None:
            gone.append(row)
        else:
            new.remove(same)
    return gone, new


def _same(one: Row, row: Row) -> bool:
    return all(row[name] == one[name] for name in ("person_id", "what", "start", "lifted"))
