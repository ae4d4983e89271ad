"""Hills, waves and roads: how it goes up and down, and how it goes on."""

from __future__ import annotations

import math

from tools.drawing import Palette, line, moved, oval, path, smooth, tree
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import WALKS, person
from tools.lesson_pictures.props import cloud, picture, plant, sun


def flare(c: Palette) -> str:
    """A hill on the road with rain over it; the walker is past it, and the sun is out."""
    road = "M-4,196 C40,196 58,190 84,150 C104,118 122,116 140,144 C164,184 190,198 230,198 H324"
    rain = "#7F9BB5" if not dark(c) else "#9DB6CC"
    return picture(
        sun(c, 262, 54, 22),
        path(c["far"], "M150,240 C190,150 250,140 320,150 V240 Z"),
        path(c["mid"], f"{road} V240 H-4 Z"),
        line(c["verge"], 16, road),
        line(c["way"], 9.5, road),
        cloud(c["stone"], 112, 62, 1.5),
        cloud(c["cloud"], 88, 72, 1.05),
        *(
            line(rain, 3.4, f"M{x},{y} l-4,13")
            for x, y in ((70, 92), (92, 100), (120, 88), (144, 98))
        ),
        tree(c, 300, 196, 1.25),
        tree(c, 40, 190, 1.0),
        person(c, "Inger", WALKS, (222, 198), 82),
    )


def waves(c: Palette) -> str:
    """High waves become low ones, and the boat has come into quiet water."""
    sea = f"M-4,{_sea(-4):.1f}" + smooth([(x, _sea(x)) for x in range(-4, 326, 6)])
    mast = c["mast"]
    sail = c["china"]
    foam = "#A5D0C5" if not dark(c) else "#427A6D"
    return picture(
        sun(c, 186, 46, 18),
        moved(
            266,
            130,
            line(mast, 3.4, "M0,-2 V-76"),
            path(sail, "M5,-72 C26,-52 34,-32 35,-14 H5 Z"),
            path(c["amber"], "M-4,-64 C-18,-46 -22,-30 -23,-14 H-4 Z"),
            path(c["clay"], "M-38,-8 H40 C36,10 26,18 14,18 H-14 C-26,18 -34,8 -38,-8 Z"),
        ),
        path("#7DB6A9" if not dark(c) else "#2F6156", f"{sea} V240 H-4 Z"),
        line(c["deep"], 6, sea),
        line(
            foam,
            4,
            "M160,206 q11,-8 22,0 t22,0 M236,190 q11,-7 22,0 t22,0 M40,222 q11,-8 22,0 t22,0",
        ),
    )


def _sea(x: float) -> float:
    """Height of the water: every wave is lower than the one before."""
    return 138 - 78 * math.exp(-max(x, 0) / 105) * math.sin((x + 2) / 12.4)


def worry(c: Palette) -> str:
    """A path that goes in a ring, and stepping stones that lead out of it."""
    ring = "".join(
        f'<circle cx="112" cy="120" r="70" fill="none" stroke="{colour}" stroke-width="{wide}"/>'
        for colour, wide in ((c["verge"], 28), (c["way"], 21))
    )
    turns = []
    for turn in (75, 165, 255):
        at = math.radians(turn)
        x, y = 112 + 70 * math.cos(at), 120 + 70 * math.sin(at)
        turns.append(moved(x, y, path(c["turn"], "M10,0 L-6,-8 L-3,0 L-6,8 Z"), turn=turn + 90))
    stones = (oval(c["deep"], x, y, 13, 8.5) for x, y in ((204, 132), (230, 146), (254, 164)))
    return picture(
        sun(c, 270, 62, 22),
        path(c["far"], "M0,240 V214 C60,196 140,214 200,196 C250,182 290,176 320,178 V240 Z"),
        ring,
        *turns,
        cloud(c["cloud"], 112, 128, 1.1),
        line(
            c["card"] if not dark(c) else "#16332F", 4, "M96,126 c8,-12 18,8 26,-2 c4,-5 6,-6 10,-2"
        ),
        *stones,
        plant(c, 286, 206, 0.95),
    )
