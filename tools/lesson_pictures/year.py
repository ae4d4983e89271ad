"""A year with the back: as a curve, and as a hundred people in four groups."""

from __future__ import annotations

from tools.drawing import Palette, disc, line, moved, oval, path
from tools.lesson_pictures.counted import Counts, counted
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.props import floor, picture

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
    flowers = (
        "".join(disc(flower, dx, dy, 2.6) for dx, dy in ((-5, -26), (5, -30), (1, -21)))
        if flower
        else ""
    )
    return moved(x, 219, trunk, oval(leaves, 0, -26, 12, 15), flowers)


def year(c: Palette, counts: Counts) -> str:
    """A hundred people after a year, as dots in four groups, and how it went for each group."""
    x, parts = 13.0, []
    for fact, kind in (("year_none", 0), ("year_on_off", 1), ("year_mild", 2), ("year_more", 3)):
        seen, _ = counts[fact]
        columns = seen // 5
        wide = columns * 13.4
        parts.append(_way(c, kind, x, wide))
        parts.append(line(c["ruled"], 2, f"M{x:g},112 h{wide:g}"))
        for n in range(seen):
            px, py = x + 6.7 + n // 5 * 13.4, 134 + n % 5 * 17
            parts.append(counted(fact, n, True, _dot(c, kind, px, py)))
        x += wide + 8.6
    return picture(*parts)


def _dot(c: Palette, kind: int, x: float, y: float) -> str:
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="4.800" fill="{c["card"]}" stroke="{c["deep"]}" stroke-width="1.800"/>'
    half = path(c["deep"], f"M{x:g},{y - 4.8:g} A4.800,4.800 0 0 1 {x:g},{y + 4.8:g} Z")
    filled = (ring, ring + half, ring + disc(c["deep"], x, y, 2.6), disc(c["deep"], x, y, 5.7))
    return filled[kind]


def _way(c: Palette, kind: int, x: float, wide: float) -> str:
    if kind == 0:
        d = f"M{x + 2:g},106 h{wide - 4:g}"
    elif kind == 1:
        step = wide / 6
        d = f"M{x + 2:g},106 " + "".join(
            f"c{step * 0.5:g},0 {step * 0.4:g},{-high} {step - 0.6:g},{-high} c{step * 0.6:g},0 {step * 0.5:g},{high} {step - 0.6:g},{high} "
            for high in (58, 40, 50)
        )
    else:
        y, waves = (90, 2) if kind == 2 else (50, 3)
        step = (wide - 4) / waves / 2
        d = f"M{x + 2:g},{y} " + f"q{step / 2:g},-9 {step:g},0 q{step / 2:g},9 {step:g},0 " * waves
    return line(c["warm"], 4, d)
