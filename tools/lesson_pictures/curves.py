"""How it goes over time, as hills, waves and roads."""

from __future__ import annotations

import math
from tools.drawing import Palette, box, disc, line, moved, oval, path, smooth, tree
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import WALKS, person
from tools.lesson_pictures.props import arrow, cloud, cup, floor, picture, sun

YEAR = (
    "M0,52 C18,50 26,66 40,104 C52,136 64,152 84,152 C104,152 110,112 128,112 C146,112 150,156 174,158 "
    "C196,160 200,134 216,134 C232,134 236,160 258,161 C280,162 286,148 298,148 C308,148 312,156 320,157"
)


def course(c: Palette) -> str:
    """Steep at first, then low with a few rises, through the four seasons."""
    return picture(
        path(c["far"], f"{YEAR} V240 H0 Z"),
        line(c["deep"], 6, YEAR),
        floor(c, 218),
        _season(c, 40, "#A98B66" if not dark(c) else "#B79C78", ""),
        _season(c, 120, c["leaf"], "#F0C57F"),
        _season(c, 200, c["near"], ""),
        _season(c, 280, "#D98F3C", ""),
    )


def _season(c: Palette, x: float, leaves: str, flower: str) -> str:
    """A small tree; without leaves in winter."""
    wood = "#7A6247" if not dark(c) else "#C2A57E"
    trunk = line(wood, 3.2, "M0,0 V-22")
    if x < 80:
        return moved(x, 219, trunk, line(wood, 2.6, "M0,-13 L-9,-25 M0,-16 L9,-28 M0,-20 V-32"))
    flowers = "".join(disc(flower, dx, dy, 2.6) for dx, dy in ((-5, -26), (5, -30), (1, -21))) if flower else ""
    return moved(x, 219, trunk, oval(leaves, 0, -26, 12, 15), flowers)


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
        *(line(rain, 3.4, f"M{x},{y} l-4,13") for x, y in ((70, 92), (92, 100), (120, 88), (144, 98))),
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
        line(foam, 4, "M160,206 q11,-8 22,0 t22,0 M236,190 q11,-7 22,0 t22,0 M40,222 q11,-8 22,0 t22,0"),
    )


def _sea(x: float) -> float:
    """Height of the water: every wave is lower than the one before."""
    return 138 - 78 * math.exp(-max(x, 0) / 105) * math.sin((x + 2) / 12.4)


def split(c: Palette) -> str:
    """Do a little, have a cup, do a little more; the egg timer says when."""
    cloth = c["onside"]
    rest = c["glow"]
    return picture(
        floor(c),
        line(c["stone"], 5, "M40,88 H290"),
        _task(c, 46, _broom(c["card"], cloth)),
        disc(rest, 116, 88, 28),
        cup(c, 115, 102),
        _task(c, 186, _basket(c["card"], cloth)),
        disc(rest, 256, 88, 28),
        cup(c, 255, 102),
        arrow(c["deep"], 6, "M291,88 h6", (298, 88), 0),
        _egg_timer(c, 116, 206),
    )


def _task(c: Palette, x: float, *parts: str) -> str:
    return box(c["deep"], x - 38, 34, 76, 108, 20) + moved(x, 126, *parts, scale=1.08)


def _egg_timer(c: Palette, x: float, y: float) -> str:
    shell = c["china"]
    ticks = (line("#1F7268", 2.2, f"M{dx},-21 v5") for dx in (-16, -8, 0, 8, 16))
    return moved(
        x,
        y,
        path(c["clay"], "M-24,-20 H24 C24,-6 16,0 10,0 H-10 C-16,0 -24,-6 -24,-20 Z"),
        path(shell, "M-24,-22 C-24,-46 -10,-58 0,-58 C10,-58 24,-46 24,-22 Z"),
        *ticks,
        path(c["clay"], "M0,-14 l-5,8 h10 Z"),
    )


def _broom(handle: str, bristle: str) -> str:
    return moved(
        0,
        0,
        line(handle, 5, "M14,-66 L-2,-30"),
        path(bristle, "M-10,-34 L6,-27 L4,0 H-26 Z"),
        line(handle, 2.4, "M-12,-26 L-17,-4 M-4,-22 L-6,-4"),
    )


def _basket(weave: str, cloth: str) -> str:
    return (
        path(cloth, "M-20,-34 C-20,-52 -6,-54 0,-46 C6,-56 22,-50 20,-34 Z")
        + path(weave, "M-25,-36 H25 L20,-4 A4,4 0 0 1 16,0 H-16 A4,4 0 0 1 -20,-4 Z")
        + line(cloth, 2.4, "M-19,-24 H19 M-17,-12 H17")
    )

