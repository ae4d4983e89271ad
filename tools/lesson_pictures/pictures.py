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
    """`carries`: what is seen on what, by the names of the palette; a person is their trousers."""

    draw: Callable[[Palette, Counts], str]
    carries: tuple[Pair, ...]


def _plain(draw: Callable[[Palette], str], *carries: Pair) -> Drawing:
    return Drawing(lambda c, _: draw(c), carries)


ON_STAGE, ON_CHINA = ("deep", "stage"), ("print", "china")
WARM = ("warm", "stage")
DRAWINGS = {
    "nine_in_ten": Drawing(counted.nine_in_ten, (ON_STAGE, ("deep", "plain"))),
    "scale": _plain(symbols.balance, ON_STAGE),
    "smoke": _plain(symbols.alarm, WARM),
    "knob": _plain(symbols.knob, ON_STAGE),
    "scans": Drawing(counted.scans, (ON_STAGE, ("spot", "deep"))),
    "course": _plain(curves.course, ON_STAGE, ("deep", "far")),
    "year": Drawing(counted.year, (ON_STAGE, WARM, ("deep", "card"))),
    "bending": _plain(people.bending, ("Amir", "stage")),
    "sofa": _plain(people.first_days, ("Lone", "stage")),
    "flare": _plain(curves.flare, ("way", "verge")),
    "awake": Drawing(counted.awake, (("lit", "wall"), ("lit", "unlit"))),
    "ring": _plain(symbols.worry, ON_STAGE, ("way", "verge"), ("turn", "way")),
    "talk": _plain(people.relations, ON_CHINA, ("Inger", "stage")),
    "work": _plain(people.work, WARM, ("Samuel", "stage")),
    "calendar": Drawing(symbols.calendar, (ON_CHINA, ("lining", "china"))),
    "cairn": _plain(symbols.cairn, ON_STAGE),
    "steps": _plain(people.goals, ("Inger", "stage")),
    "waves": _plain(curves.waves, ON_STAGE),
    "split": _plain(curves.split, ON_STAGE),
    "leg": _plain(people.leg, ("light", "seam"), ("Amir", "stage")),
    "bench": _plain(people.rest_on_way, ("Inger", "stage")),
    "habits": _plain(symbols.habits, ON_CHINA),
    "cards": _plain(symbols.myths, WARM),
}
