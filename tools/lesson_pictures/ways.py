"""Hills, waves and roads: how it goes up and down, and how it goes on."""

from __future__ import annotations

import math

from tools.drawing import Palette, line, moved, oval, path, smooth, tree
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import SOLE, WALKS, person
from tools.lesson_pictures.props import cloud, picture, plant, sun

RING = (108, 156), (80, 52)  # middle, half as wide and half as high


def flare(c: Palette) -> str:
    """A hill on the road with rain over it; the walker is past it, and the sun is out."""
    road = "M-14,198 C52,198 66,134 124,134 C182,134 196,198 250,198 H334"
    rain = "#7F9BB5" if not dark(c) else "#9DB6CC"
    return picture(
        sun(c, 262, 54, 22),
        path(c["far"], "M150,240 C190,150 250,140 320,150 V240 Z"),
        tree(c, 306, 192, 1.5),
        tree(c, 32, 192, 1.15),
        path(c["mid"], f"{road} V240 H-14 Z"),
        line(c["verge"], 16, road),
        line(c["way"], 11, road),
        cloud(c["stone"], 120, 58, 1.5),
        cloud(c["cloud"], 96, 68, 1.05),
        *(
            line(rain, 3.4, f"M{x},{y} l-4,13")
            for x, y in ((78, 86), (102, 94), (128, 82), (152, 92))
        ),
        person(c, "Inger", WALKS, (262, 201 - SOLE), 100),
    )


def waves(c: Palette) -> str:
    """High waves become low ones, and the boat has come into quiet water."""
    sea = f"M-4,{_sea(-4):.1f}" + smooth([(x, _sea(x)) for x in range(-4, 326, 6)])
    foam = "#A5D0C5" if not dark(c) else "#427A6D"
    return picture(
        sun(c, 160, 44, 18),
        moved(236, _sea(236) - 7, _boat(c), turn=3),
        path("#7DB6A9" if not dark(c) else "#2F6156", f"{sea} V240 H-4 Z"),
        line(c["deep"], 6, sea),
        line(
            foam,
            4,
            "M160,206 q11,-8 22,0 t22,0 M240,186 q11,-7 22,0 t22,0 M40,224 q11,-8 22,0 t22,0",
        ),
    )


def _boat(c: Palette) -> str:
    """Placed where the water meets its side."""
    return (
        path(c["amber"], "M1,-82 C-14,-58 -24,-38 -34,-16 H1 Z")
        + path(c["china"], "M1,-88 C24,-66 36,-44 38,-20 H1 Z")
        + line(c["mast"], 3.6, "M1,-6 V-92 M1,-18 H40")
        + path(c["clay"], "M1,-92 L-13,-88 L1,-84 Z")
        + path(c["clay"], "M-40,-11 H46 C42,8 30,18 16,18 H-16 C-28,18 -37,8 -40,-11 Z")
        + line(c["glow"] if not dark(c) else c["china"], 2.6, "M-36,-4 H41")
    )


def _sea(x: float) -> float:
    """Height of the water: every wave is lower than the one before."""
    return 136 - 56 * math.exp(-max(x, 0) / 105) * math.sin((x + 2) / 14.5)


def worry(c: Palette) -> str:
    """A path that goes in a ring on the ground, and stepping stones that lead out of it."""
    (x, y), (wide, high) = RING
    ring = "".join(
        f'<ellipse cx="{x}" cy="{y}" rx="{wide}" ry="{high}" fill="none" stroke="{colour}" stroke-width="{broad}"/>'
        for colour, broad in ((c["verge"], 27), (c["way"], 21))
    )
    turns = []
    for turn in (75, 185, 285):
        at = math.radians(turn)
        along = math.degrees(math.atan2(high * math.cos(at), -wide * math.sin(at)))
        mark = path(c["turn"], "M10,0 L-6,-7 L-3,0 L-6,7 Z")
        turns.append(moved(x + wide * math.cos(at), y + high * math.sin(at), mark, turn=along))
    stones = (
        oval(c["deep"], sx, sy, 11, 5.5)
        for sx, sy in ((202, 180), (225, 188), (247, 195), (265, 203))
    )
    return picture(
        sun(c, 268, 52, 22),
        path(c["far"], "M0,240 V112 C60,96 140,104 200,96 C250,90 290,92 320,96 V240 Z"),
        ring,
        *turns,
        oval(c["mid"], x, y + 22, 36, 7),
        cloud(c["cloud"], x, y - 8, 1.15),
        line(
            c["card"] if not dark(c) else "#16332F",
            4,
            f"M{x - 16},{y - 10} c8,-12 18,8 26,-2 c4,-5 6,-6 10,-2",
        ),
        *stones,
        person(c, "Lone", WALKS, (227, 190 - SOLE * 0.74), 74),
        plant(c, 294, 215, 0.95),
    )
