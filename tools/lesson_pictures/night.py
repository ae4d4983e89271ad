"""A house with as many lights as people lie awake."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path, tree
from tools.lesson_pictures.counted import Counts, counted
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.props import HIGH, WIDE, moon, picture

STARS = ((26, 44), (62, 20), (140, 22), (186, 14), (232, 26), (306, 74), (16, 96))
GROUND = "M0,222 C60,217 130,222 190,220 C240,218 290,220 320,222 V240 H0 Z"


def awake(c: Palette, counts: Counts) -> str:
    """A house at night: where somebody is awake, there is light."""
    seen, of = counts["eight_in_ten"]
    sleeping = (3, 6, 0, 9, 4, 1, 8, 5, 2, 7)[: of - seen]
    windows = (
        counted("eight_in_ten", n, n not in sleeping, _window(c, n, n not in sleeping))
        for n in range(of)
    )
    return picture(
        box(c["night"], 0, 0, WIDE, HIGH),
        *(disc("#E9E0C8", x, y, 1.6) for x, y in STARS),
        moon(c, 284, 34, 17, "#F3E3B8"),
        box(c["roof"], 92, 26, 18, 30),
        path(c["roof"], "M34,74 L66,42 H254 L286,74 Z"),
        box(c["wall"], 44, 72, 232, 150),
        *windows,
        *_way_in(c),
        *(tree(c, x, 222, scale) for x, scale in ((20, 1.5), (300, 1.75))),
        path("#24584F" if not dark(c) else "#17352F", GROUND),
        path(c["mast"] if not dark(c) else "#7A6247", "M148,218 H172 L186,240 H134 Z"),
    )


def _window(c: Palette, n: int, light: bool) -> str:
    x, y = 55 + 44 * (n % 5), 86 + 46 * (n // 5)
    pane = box(c["lit" if light else "unlit"], x, y, 34, 36, 5)
    inside = moved(x, y, _inside(c, n)) if light else ""
    return pane + inside + box(c["wall"], x, y + 17, 34, 2.6)


def _way_in(c: Palette) -> tuple[str, ...]:
    """A door with a pane, a step and a lamp on either side."""
    return (
        box(c["china"], 143, 178, 34, 44, 5),
        box(c["clay"], 147, 182, 26, 40, 3),
        box("#F8DB9A", 152, 187, 16, 13, 2),
        disc("#F8DB9A", 168, 206, 1.8),
        box(c["stone"], 138, 217, 44, 6, 2),
        *(disc("#F8DB9A", x, 190, 4) for x in (132, 188)),
    )


def _inside(c: Palette, n: int) -> str:
    shade = "#B98A45"
    if n in (1, 7):
        return disc(shade, 18, 25, 5) + path(shade, "M8,38 C8,28 28,28 28,38 Z")
    if n in (4, 5):
        return (
            path(shade, "M11,22 L14,10 H22 L25,22 Z")
            + box(shade, 16.5, 22, 3, 12)
            + box(shade, 11, 33, 14, 5, 2)
        )
    if n == 2:
        return box(shade, 14, 29, 9, 9, 2) + line(shade, 2, "M23,31 c5,0 5,5 0,5")
    return ""
