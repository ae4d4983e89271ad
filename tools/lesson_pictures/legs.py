"""Pain that runs down a leg, and the bench on which it eases."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.drawing import Palette, Point, box, disc, line, moved, oval, path, tree
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import STANDS, joint, person
from tools.lesson_pictures.props import picture, sun

SITS_FRONT = STANDS | {
    **{"L": 90, "T": 90, "a": 256, "f": 282, "A": 284, "F": 258, "H": 90},
    **{"t": 238, "t_k": 0.34, "s": 272, "s_k": 0.96, "o": 255, "o_k": 0.5},
    **{"u": 302, "u_k": 0.34, "v": 268, "v_k": 0.96, "w": 285, "w_k": 0.5},
}
LIGHTS = 9  # down the leg


def leg(c: Palette) -> str:
    """Small lights from the low back down through one leg, fainter as they go."""
    at, tall = (150, 210), 196
    pose = STANDS | {"t": 270, "s": 265, "u": 279, "v": 272, "w": 0}
    pose |= {"a": 274, "f": 288, "A": 279, "F": 292, "T": 90, "L": 90}
    bones = [joint(pose, at, tall, name) for name in ("waist", "hip", "knee", "foot")]
    behind = [(x - aside, y) for (x, y), aside in zip(bones, (5.5, 7.5, 3, 2.5), strict=True)]
    return picture(
        path(c["far"], "M0,240 V190 C70,160 150,180 210,172 C250,166 290,166 320,174 V240 Z"),
        tree(c, 264, 188, 1.9),
        tree(c, 46, 196, 1.4, "mid"),
        path(c["mid"], "M0,210 C90,202 220,206 320,210 V240 H0 Z"),
        oval("#7FB3A5" if not dark(c) else "#2B5149", 152, 212, 46, 6),
        person(c, "Amir", pose, at, tall),
        *_lights(c, behind),
    )


def _lights(c: Palette, bones: Sequence[Point]) -> Iterator[str]:
    """At equal steps, each with a darker seam so that it is seen on cloth of any colour."""
    for n in range(LIGHTS):
        x, y = _along(bones, n / (LIGHTS - 0.4))
        size = 5 - n * 0.25
        yield disc(c["seam"], x, y, size + 1.2) + disc(c["light"], x, y, size)


def _along(way: Sequence[Point], part: float) -> Point:
    """The point of a line of straight pieces, after a part of its length."""
    lengths = [math.dist(a, b) for a, b in pairwise(way)]
    left = part * sum(lengths)
    for (a, b), length in zip(pairwise(way), lengths, strict=True):
        if left <= length:
            return a[0] + (b[0] - a[0]) * left / length, a[1] + (b[1] - a[1]) * left / length
        left -= length
    return way[-1]


def rest_on_way(c: Palette) -> str:
    """A rest on the bench, and the path goes on."""
    return picture(
        sun(c, 64, 52, 19),
        path(c["far"], "M0,240 V180 C70,150 150,172 210,164 C250,158 290,158 320,166 V240 Z"),
        tree(c, 42, 192, 1.9),
        path(c["mid"], "M0,200 C90,194 220,196 320,198 V240 H0 Z"),
        path(c["way"], "M0,222 C90,212 220,212 320,216 V232 C220,228 90,228 0,238 Z"),
        _bench(c, 172, 206),
        person(c, "Inger", SITS_FRONT, (172, 206 - 34 - 2), 150, anchor="hip", view="front"),
    )


def _bench(c: Palette, x: float, y: float) -> str:
    """From the front, with a back of two boards; the seat is 34 high."""
    return moved(
        x,
        y,
        line(c["mast"], 5, "M-66,0 V-76 M66,0 V-76 M-58,8 V-30 M58,8 V-30"),
        *(box(c["wood"], -78, up, 156, 11, 3) for up in (-76, -60)),
        box(c["wood"], -80, -36, 160, 10, 4),
    )
