"""Every picture by its name, and which colours in it carry what it means, on which ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.drawing import Palette
from tools.lesson_pictures import counted, curves, people, symbols
from tools.lesson_pictures.counted import Counts

Pair = tuple[str, str]


@dataclass(frozen=True)
class Drawing:
    draw: Callable[[Palette, Counts], str]
    carries: tuple[Pair, ...]


def _plain(draw: Callable[[Palette], str], *carries: Pair) -> Drawing:
    return Drawing(lambda c, _: draw(c), carries)


ON_STAGE = ("deep", "stage")
WARM = ("warm", "stage")
DRAWINGS = {
    "nine_in_ten": Drawing(counted.nine_in_ten, (ON_STAGE, ("deep", "card"))),
    "scale": _plain(symbols.balance, ON_STAGE),
    "smoke": _plain(symbols.alarm, WARM),
    "knob": _plain(symbols.knob, ON_STAGE),
    "scans": Drawing(counted.scans, (ON_STAGE,)),
    "course": _plain(curves.course, ON_STAGE),
    "year": Drawing(counted.year, (ON_STAGE, WARM, ("deep", "card"))),
    "bending": _plain(people.bending),
    "sofa": _plain(people.first_days),
    "flare": _plain(curves.flare),
    "awake": Drawing(counted.awake, ()),
    "ring": _plain(symbols.worry, ON_STAGE),
    "talk": _plain(people.relations),
    "work": _plain(people.work, WARM),
    "calendar": _plain(symbols.calendar),
    "cairn": _plain(symbols.cairn, ON_STAGE),
    "steps": _plain(people.goals),
    "waves": _plain(curves.waves, ON_STAGE),
    "split": _plain(curves.split, ON_STAGE),
    "leg": _plain(people.leg),
    "bench": _plain(people.rest_on_way),
    "habits": _plain(symbols.habits),
    "cards": _plain(symbols.myths, WARM),
}
