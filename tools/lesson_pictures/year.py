"""A year with the back: as a curve, and as a hundred people in four groups."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, oval, path
from tools.lesson_pictures.counted import Counts, counted
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.props import floor, picture

YEAR = (
    "M0,52 C18,50 26,66 40,104 C52,136 64,152 84,152 C104,152 110,112 128,112 C146,112 150,156 174,158 "
    "C196,160 200,134 216,134 C232,134 236,160 258,161 C280,162 286,148 298,148 C308,148 312,156 320,157"
)

ROWS, STEP = 5, 13.2  # people below each other; px from one to the next


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
    """A hundred people after a year: each group on a card with the line of how it went."""
    x, parts = 5.0, []
    for fact, kind in (("year_none", 0), ("year_on_off", 1), ("year_mild", 2), ("year_more", 3)):
        seen, _ = counts[fact]
        wide = seen // ROWS * STEP + 8
        people = (
            counted(fact, n, True, _one(c, kind, x + 10.6 + n // ROWS * STEP, 130 + n % ROWS * 20))
            for n in range(seen)
        )
        parts += [box(c["card"], x, 16, wide, 208, 9), _way(c, kind, x + 4, wide - 8)]
        parts.append(line(c["ruled"], 2, f"M{x + 5:g},110 h{wide - 10:g}"))
        parts.append(f'<g fill="{_filled(c, kind)}" stroke="{c["deep"]}" stroke-width="1.300">')
        parts += [*people, "</g>"]
        x += wide + 4
    return picture(*parts)


def _filled(c: Palette, kind: int) -> str:
    return c[("card", "card", "mid", "deep")[kind]]


def _one(c: Palette, kind: int, x: float, y: float) -> str:
    """Head and shoulders; of those with whom it comes and goes, only the shoulders are filled."""
    where, shoulders = f'transform="translate({x:g} {y:g})"', "M-5,8V6a5,5 0 0 1 10,0V8z"
    head = "M0,-7.500a3.500,3.500 0 1 1 -.01,0z"
    if kind != 1:
        return f'<path {where} d="{head}{shoulders}"/>'
    return f'<g {where}><path d="{head}"/><path fill="{c["deep"]}" d="{shoulders}"/></g>'


def _way(c: Palette, kind: int, x: float, wide: float) -> str:
    """None; up and down to the ground; low all along; higher all along."""
    if kind == 0:
        return line(c["warm"], 4, f"M{x + 3:g},105 h{wide - 6:g}")
    if kind == 1:
        step = (wide - 6) / 6
        hills = (
            f"c{step * 0.5:g},0 {step * 0.5:g},{-high} {step:g},{-high} c{step * 0.5:g},0 {step * 0.5:g},{high} {step:g},{high} "
            for high in (66, 46, 58)
        )
        return line(c["warm"], 4, f"M{x + 3:g},105 " + "".join(hills))
    y, waves = (90, 2) if kind == 2 else (48, 3)
    step = (wide - 6) / waves / 2
    swing = f"q{step / 2:g},-9 {step:g},0 q{step / 2:g},9 {step:g},0 " * waves
    return line(c["warm"], 4, f"M{x + 3:g},{y} {swing}")
