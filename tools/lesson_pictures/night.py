"""A house with as many lights as people lie awake."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.counted import Counts, counted
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.props import HIGH, WIDE, moon, picture


def awake(c: Palette, counts: Counts) -> str:
    """A house at night: where somebody is awake, there is light."""
    seen, of = counts["eight_in_ten"]
    wall = c["wall"]
    sleeping = (3, 6, 0, 9, 4, 1, 8, 5, 2, 7)[: of - seen]
    windows = []
    for n in range(of):
        x, y = 42 + 50 * (n % 5), 104 + 54 * (n // 5)
        light = n not in sleeping
        pane = box(c["lit" if light else "unlit"], x, y, 36, 38, 5)
        inside = _inside(c, n) if light else ""
        windows.append(
            counted(
                "eight_in_ten", n, light, pane, moved(x, y, inside), box(wall, x, y + 17.5, 36, 3)
            )
        )
    return picture(
        box(c["night"], 0, 0, WIDE, HIGH),
        *(
            disc("#E9E0C8", x, y, 1.6)
            for x, y in ((40, 40), (92, 22), (150, 46), (212, 26), (290, 66))
        ),
        moon(c, 258, 42, 17, "#F3E3B8"),
        path(c["roof"], "M22,88 L46,62 H274 L298,88 Z"),
        box(c["roof"], 84, 44, 18, 26),
        box(wall, 28, 86, 264, 140),
        *windows,
        path(
            "#173A35" if not dark(c) else "#0F2620",
            "M0,222 C60,214 130,224 190,219 C240,216 290,220 320,224 V240 H0 Z",
        ),
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
