"""People outside: in the garden, on the steps, on the bench, on the way."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.drawing import Palette, Point, box, disc, line, moved, oval, path, tree
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import SOLE, STANDS, WALKS, joint, person
from tools.lesson_pictures.props import picture, sun

BENDS = STANDS | {
    **{"L": 44, "T": -4, "H": -8, "a": 282, "f": 296, "A": 290, "F": 302},
    **{"t": 282, "s": 266, "u": 285, "v": 268},
}
STEPS = WALKS | {
    **{"t": 325, "s": 264, "u": 262, "v": 258, "w": 0},
    **{"L": 85, "T": 83, "H": 88, "a": 252, "f": 276},
}
SITS_FRONT = STANDS | {
    **{"L": 90, "T": 90, "a": 256, "f": 282, "A": 284, "F": 258, "H": 90},
    **{"t": 238, "t_k": 0.34, "s": 272, "s_k": 0.96, "o": 255, "o_k": 0.5},
    **{"u": 302, "u_k": 0.34, "v": 268, "v_k": 0.96, "w": 285, "w_k": 0.5},
}
TREAD, RISER = 32, 12  # px of a step
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
        _basket(c, 172, 212),
        disc(c["fruit"], 166, 164, 8),
        person(c, "Amir", BENDS, (104, 206), 158),
    )


def _basket(c: Palette, x: float, y: float) -> str:
    return moved(
        x,
        y,
        *(
            disc(c["fruit"], dx, dy, 8)
            for dx, dy in ((-18, -36), (-2, -40), (15, -38), (-9, -32), (7, -32))
        ),
        path(c["wood"], "M-32,-34 H32 L25,-4 A5,5 0 0 1 20,0 H-20 A5,5 0 0 1 -25,-4 Z"),
        line(c["sand"] if not dark(c) else "#6B5C47", 2.6, "M-28,-23 H28 M-26,-12 H26"),
    )


def goals(c: Palette) -> str:
    """Small steps up to a laid table under the tree."""
    stone, edge = ("#E8DCC2", "#C9B083") if not dark(c) else ("#8B7550", "#B59A6C")
    steps = []
    for n in range(5):
        x, y = 36 + n * TREAD, 208 - n * RISER
        steps.append(box(stone, x, y, 178 - n * TREAD, RISER, 2) + box(edge, x - 2, y, 36, 4.5, 2))
    return picture(
        sun(c, 44, 50, 19),
        path(c["far"], "M0,240 V196 C60,176 110,178 160,158 C210,136 260,118 320,122 V240 Z"),
        box(c["mast"] if not dark(c) else "#7A6247", 262, 50, 11, 100, 4),
        path(
            c["near"],
            "M218,40 C210,22 230,6 250,12 C260,-2 292,0 296,18 C314,26 310,56 292,58 C280,74 248,70 242,58 C228,60 218,52 218,40 Z",
        ),
        path(
            c["mid"],
            "M0,218 C14,216 24,220 34,220 L48,214 L172,160 C190,150 216,148 240,148 C270,147 300,147 320,148 V240 H0 Z",
        ),
        _rail(c),
        *steps,
        path(
            c["mid"],
            "M0,224 C30,222 54,224 76,215 L190,172 C202,167 204,158 208,153 L320,156 V240 H0 Z",
        ),
        _table(c, 252, 150),
        person(c, "Inger", STEPS, (84, 208 - RISER - SOLE * 1.24), 124),
    )


def _rail(c: Palette) -> str:
    """Behind the steps, a hand's height above each."""
    posts = "".join(f"M{42 + n * TREAD},{210 - n * RISER} v-48 " for n in range(5))
    return line(c["mast"], 4, posts) + line(c["mast"], 5.5, "M36,165.500 L174,112 H190")


def _table(c: Palette, x: float, y: float) -> str:
    """Laid with a cloth; a jug and a bowl of fruit."""
    return moved(
        x,
        y,
        line(c["wood"], 5, "M-32,-36 V-2 M32,-36 V-2"),
        box(c["wood"], -44, -42, 88, 6, 2),
        path(
            c["china"],
            "M-40,-43 H40 V-28 Q33,-23 26,-28 Q20,-23 13,-28 Q7,-23 0,-28 Q-7,-23 -13,-28 Q-20,-23 -26,-28 Q-33,-23 -40,-28 Z",
        ),
        line(c["clay"], 3.2, "M-16,-60 C-6,-62 -6,-49 -16,-50"),
        path(
            c["clay"],
            "M-30,-69 L-34,-73 H-17 L-18,-65 C-14,-58 -14,-48 -18,-43 H-30 C-35,-48 -35,-58 -29,-65 Z",
        ),
        disc(c["fruit"], 12, -57, 5.5),
        disc("#C5754B", 21, -58, 5.5),
        disc(c["amber"], 30, -57, 5.5),
        path(
            c["deep"] if not dark(c) else "#3AA193",
            "M3,-56 H39 C37,-47 30,-43 27,-43 H15 C12,-43 5,-47 3,-56 Z",
        ),
    )


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
