"""Every picture by its name, and which colours in it carry what it means, on which ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tools.drawing import Palette
from tools.lesson_pictures import (
    balance,
    chores,
    dolls,
    emblems,
    legs,
    night,
    outdoors,
    rooms,
    screens,
    tables,
    tiles,
    ways,
    year,
)
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
    "nine_in_ten": Drawing(dolls.nine_in_ten, (ON_STAGE, ("deep", "coat"))),
    "scale": _plain(balance.balance, ON_STAGE),
    "smoke": _plain(tables.alarm, WARM),
    "knob": _plain(balance.knob, ON_STAGE),
    "scans": Drawing(screens.scans, (ON_CHINA, ("spot", "print"))),
    "course": _plain(year.course, ON_STAGE, ("deep", "far")),
    "year": Drawing(year.year, (("deep", "card"), ("warm", "card"))),
    "bending": _plain(outdoors.bending, ("Amir", "stage")),
    "sofa": _plain(rooms.first_days, ("Lone", "stage")),
    "flare": _plain(ways.flare, ("way", "verge")),
    "awake": Drawing(night.awake, (("lit", "wall"), ("lit", "unlit"))),
    "ring": _plain(ways.worry, ("deep", "far"), ("way", "verge"), ("turn", "way")),
    "talk": _plain(rooms.relations, ON_CHINA, ("Inger", "stage")),
    "work": _plain(rooms.work, WARM, ("Samuel", "stage")),
    "calendar": Drawing(tables.calendar, (ON_CHINA, ("lining", "china"))),
    "cairn": _plain(emblems.cairn, ON_STAGE),
    "steps": _plain(outdoors.goals, ("Inger", "stage")),
    "waves": _plain(ways.waves, ON_STAGE),
    "split": _plain(chores.split, ON_STAGE),
    "leg": _plain(legs.leg, ("light", "seam"), ("Amir", "stage")),
    "bench": _plain(legs.rest_on_way, ("Inger", "stage")),
    "habits": _plain(tiles.habits, ON_CHINA),
    "cards": _plain(emblems.myths, WARM),
}
