"""People outside: in the garden, on the steps."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import SOLE, STANDS, WALKS, person
from tools.lesson_pictures.props import picture, sun

BENDS = STANDS | {
    **{"L": 44, "T": -4, "H": -8, "a": 282, "f": 296, "A": 290, "F": 302},
    **{"t": 282, "s": 266, "u": 285, "v": 268},
}
STEPS = WALKS | {
    **{"t": 325, "s": 264, "u": 262, "v": 258, "w": 0},
    **{"L": 85, "T": 83, "H": 88, "a": 252, "f": 276},
}
TREAD, RISER = 32, 12  # px of a step


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
