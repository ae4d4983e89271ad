"""The amber arrow of a still: along the way of a joint, or round it."""

from __future__ import annotations

import math
from itertools import pairwise

import skia

from tools.figures.ink import ahead, ink, line
from tools.figures.items import Arrow, Item
from tools.figures.poses import body_at
from tools.figures.skeleton import Joints, Point

WIDTH, HEAD, POINTS = 0.0185, 0.046, 24  # width and head as parts of the picture's width


def ways(item: Item) -> list[tuple[list[Point], bool]]:
    """The line of every arrow, and whether it has a head at both ends."""
    return [
        (_round(item, each) if each.round else _along(item, each), each.both)
        for each in item.arrows
    ]


def _joints(item: Item, part: float) -> Joints:
    """Along the loop; a circle goes from the first key frame by way of the second to the third."""
    if not item.more:
        return body_at(item, 0, part).joints
    return body_at(item, min(1, int(part * 2)), part * 2 - min(1, int(part * 2))).joints


def _along(item: Item, arrow: Arrow) -> list[Point]:
    first, last = 0.06 + arrow.begin, arrow.end or 0.94
    parts = [first + (last - first) * step / POINTS for step in range(POINTS + 1)]
    places = [_joints(item, part)[arrow.joint] for part in parts]
    way = [(x + arrow.shift[0], y + arrow.shift[1]) for x, y in places]
    return _long_enough(way, arrow.least)


def _long_enough(way: list[Point], least: float) -> list[Point]:
    """A way too short to see is made longer about its middle."""
    far = sum(math.dist(a, b) for a, b in pairwise(way))
    if far >= least:
        return way
    grow, (mx, my) = least / max(far, 0.1), way[POINTS // 2]
    return [(mx + (x - mx) * grow, my + (y - my) * grow) for x, y in way]


def _round(item: Item, arrow: Arrow) -> list[Point]:
    x, y = _joints(item, 0.5)[arrow.joint]
    middle = (x + arrow.shift[0], y + arrow.shift[1])
    begin = 90 - arrow.round / 2 + arrow.begin
    turns = [begin + arrow.round * step / POINTS for step in range(POINTS + 1)]
    arc = [ahead((0.0, 0.0), turn, arrow.least / 2) for turn in turns]
    wide, high = arrow.squeeze
    return [(middle[0] + x * wide, middle[1] + y * high) for x, y in arc]


def draw_arrows(on: skia.Canvas, item: Item, colour: str, size: float) -> None:
    """`size` is the width of the picture, so that all arrows are equally bold."""
    for way, both in ways(item):
        _draw(on, way, both, colour, size)


def _draw(on: skia.Canvas, way: list[Point], both: bool, colour: str, size: float) -> None:
    shaft = skia.Path()
    body = _without_tip(way, size)
    body = _without_tip(body[::-1], size)[::-1] if both else body
    shaft.moveTo(*body[0])
    for point in body[1:]:
        shaft.lineTo(*point)
    on.drawPath(shaft, line(colour, WIDTH * size))
    _head(on, way, colour, size)
    if both:
        _head(on, way[::-1], colour, size)


def _without_tip(way: list[Point], size: float) -> list[Point]:
    kept = [point for point in way if math.dist(point, way[-1]) > HEAD * size * 0.6]
    return kept if len(kept) > 1 else way[:2]


def _head(on: skia.Canvas, way: list[Point], colour: str, size: float) -> None:
    tip, far = way[-1], HEAD * size
    back = next((p for p in reversed(way) if math.dist(p, tip) > far * 0.8), way[0])
    turn = math.degrees(math.atan2(tip[1] - back[1], tip[0] - back[0]))
    corners = [tip, ahead(tip, turn + 180 - 33, far), ahead(tip, turn + 180 + 33, far)]
    shape = skia.Path()
    shape.addPoly([skia.Point(*corner) for corner in corners], True)
    on.drawPath(shape, ink(colour))
    on.drawPath(shape, line(colour, 0.008 * size))
