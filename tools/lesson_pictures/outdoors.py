"""People outside: in the garden, on the steps, on the bench, on the way."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.drawing import Palette, Point, box, disc, line, moved, oval, path, tree
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import SITS, STANDS, WALKS, joint, person
from tools.lesson_pictures.props import bench, picture, sun

BENDS = STANDS | {
    **{"L": 38, "T": -2, "H": -6, "a": 268, "f": 282, "A": 276, "F": 290},
    **{"t": 286, "s": 258, "u": 290, "v": 262},
}
STEPS = WALKS | {
    "t": 338,
    "s": 266,
    "o": 0,
    "u": 262,
    "v": 256,
    "w": 345,
    "L": 84,
    "T": 82,
    "H": 88,
}
LIGHTS = 9  # down the leg


def bending(c: Palette) -> str:
    """A round back over a basket of apples."""
    ground = "M0,206 C90,198 220,202 320,206"
    return picture(
        sun(c, 48, 50, 19),
        path(c["far"], "M0,240 V190 C70,150 150,176 210,170 C250,166 290,160 320,168 V240 Z"),
        box(c["wood"], 246, 110, 16, 94, 6),
        path(
            c["near"],
            "M196,96 C180,60 216,26 252,30 C292,20 326,56 316,92 C312,124 270,132 252,122 C230,134 200,122 196,96 Z",
        ),
        *(disc(c["fruit"], x, y, 6) for x, y in ((226, 66), (262, 54), (288, 86), (240, 98))),
        path(c["mid"], f"{ground} V240 H0 Z"),
        person(c, "Amir", BENDS, (104, 206), 162),
        _basket(c, 186, 214),
    )


def _basket(c: Palette, x: float, y: float) -> str:
    return moved(
        x,
        y,
        *(
            disc(c["fruit"], dx, dy, 8)
            for dx, dy in ((-14, -34), (0, -38), (14, -34), (-6, -30), (8, -30))
        ),
        line(c["coffee"] if not dark(c) else c["wood"], 4, "M-24,-30 C-24,-64 24,-64 24,-30"),
        path(c["wood"], "M-30,-32 H30 L24,-4 A5,5 0 0 1 19,0 H-19 A5,5 0 0 1 -24,-4 Z"),
        line(c["sand"] if not dark(c) else "#6B5C47", 2.6, "M-26,-22 H26 M-24,-12 H24"),
    )


def goals(c: Palette) -> str:
    """Small steps up to a laid table under the tree."""
    stone, edge = ("#E8DCC2", "#C9B083") if not dark(c) else ("#8B7550", "#B59A6C")
    steps = []
    for n in range(4):
        x, y = 76 + n * 32, 198 - n * 17
        steps.append(box(stone, x, y, 40, 240 - y, 3) + box(edge, x, y, 40, 5, 2.5))
    return picture(
        sun(c, 44, 52, 19),
        path(c["far"], "M0,240 V200 C60,172 110,176 160,156 C210,134 260,116 320,120 V240 Z"),
        box(c["wood"], 292, 66, 11, 82, 3),
        path(
            c["near"],
            "M222,62 C214,30 246,8 274,16 C304,2 336,26 330,58 C330,86 300,92 284,84 C262,96 228,88 222,62 Z",
        ),
        path(c["mid"], "M0,216 C40,212 60,214 80,216 H190 V150 C230,143 280,143 320,147 V240 H0 Z"),
        *steps,
        _table(c, 254, 148),
        person(c, "Inger", STEPS, (98, 198), 124),
    )


def _table(c: Palette, x: float, y: float) -> str:
    cloth = c["china"]
    return moved(
        x,
        y,
        line(c["wood"], 4.5, "M-17,-30 L-23,0 M17,-30 L23,0"),
        path(cloth, "M-36,-38 H36 L33,-25 H-33 Z"),
        path(c["clay"], "M-22,-38 V-53 C-22,-61 -4,-61 -4,-53 V-38 Z"),
        line(c["clay"], 3.4, "M-5,-51 C4,-52 3,-43 -4,-43"),
        path(c["amber"], "M6,-38 C6,-52 28,-52 28,-38 Z"),
        scale=1.08,
    )


def leg(c: Palette) -> str:
    """Small lights from the low back down through one leg, fainter as they go."""
    at, tall = (150, 210), 196
    pose = STANDS | {"t": 278, "s": 267, "u": 262, "v": 258, "w": 350}
    pose |= {"a": 288, "f": 304, "A": 294, "F": 310}
    return picture(
        path(c["far"], "M0,240 V190 C70,160 150,180 210,172 C250,166 290,166 320,174 V240 Z"),
        tree(c, 264, 188, 1.9),
        tree(c, 46, 196, 1.4, "mid"),
        path(c["mid"], "M0,210 C90,202 220,206 320,210 V240 H0 Z"),
        oval("#7FB3A5" if not dark(c) else "#2B5149", 152, 212, 46, 6),
        person(c, "Amir", pose, at, tall),
        *_lights(c, [joint(pose, at, tall, name) for name in ("waist", "hip", "knee", "foot")]),
    )


def _lights(c: Palette, bones: Sequence[Point]) -> Iterator[str]:
    """At equal steps, each with a darker seam so that it is seen on cloth of any colour."""
    for n in range(LIGHTS):
        x, y = _along(bones, n / (LIGHTS - 0.4))
        size = 5 - n * 0.25
        yield disc(c["seam"], x - 3, y, size + 1.2) + disc(c["light"], x - 3, y, size)


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
        tree(c, 70, 190, 1.9),
        path(c["mid"], "M0,200 C90,194 220,196 320,198 V240 H0 Z"),
        path(c["way"], "M0,222 C90,212 220,212 320,216 V232 C220,228 90,228 0,238 Z"),
        bench(c, 142, 212, 112),
        person(c, "Inger", SITS, (128, 160), 142, anchor="hip"),
    )
