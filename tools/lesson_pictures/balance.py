"""What weighs and what carries on a scale, and what turns a knob up and down."""

from __future__ import annotations

import math

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.props import arrow, cloud, company, floor, moon, picture, shoe

TILT, ARM, PIVOT = 8, 90, (160, 136)  # degrees; half the beam; what it turns on
DISH = 26  # px from the beam's end up to what lies in the dish


def balance(c: Palette) -> str:
    """The load is a little heavier than what carries it."""
    beam = moved(
        *PIVOT,
        line(c["deep"], 9, f"M{-ARM},0 H{ARM}"),
        turn=-TILT,
    )
    lean = math.radians(TILT)
    dx, dy = ARM * math.cos(lean), ARM * math.sin(lean)
    return picture(
        floor(c),
        path(c["deep"], "M104,208 C104,192 136,194 150,184 H170 C184,194 216,192 216,208 Z"),
        path(c["deep"], "M153,136 H167 L172,190 H148 Z"),
        beam,
        disc(c["amber"], *PIVOT, 10),
        _dish(c, PIVOT[0] - dx, PIVOT[1] + dy, *_load(c)),
        _dish(c, PIVOT[0] + dx, PIVOT[1] - dy, *_strength(c)),
    )


def _dish(c: Palette, x: float, y: float, *things: str) -> str:
    return moved(
        x,
        y,
        line(c["deep"], 8, "M0,0 V-16"),
        disc(c["deep"], 0, 0, 7),
        moved(0, -DISH - 3, *things, scale=1.2),
        path(
            c["deep"], f"M-58,{-DISH - 2} H58 C54,-14 32,-8 0,-8 C-32,-8 -54,-14 -58,{-DISH - 2} Z"
        ),
    )


def _load(c: Palette) -> list[str]:
    return [
        moved(-21, -9, cloud("#8FA39B" if not dark(c) else "#9DB0A8", 0, 2, 0.56)),
        box(c["bread"], -9, -34, 30, 36, 3),
        box(c["clay"], 2, -34, 8, 36),
        moved(
            30,
            -13,
            line(c["clay"], 4, "M-7,10 L-10,15 M7,10 L10,15"),
            disc(c["clay"], -8, -13, 4.5),
            disc(c["clay"], 8, -13, 4.5),
            disc(c["clay"], 0, 0, 13.5),
            disc(c["china"], 0, 0, 9.5),
            line("#16403A", 2.2, "M0,-6 V0 L4.500,2.500"),
        ),
    ]


def _strength(c: Palette) -> list[str]:
    """Sleep, movement, and company: two people in a frame."""
    return [
        moved(-29, -15, moon(c, 0, 0, 16), turn=40),
        shoe(c["shoe"], c["clay"], 0, 0, 0.88),
        moved(
            31,
            -17,
            box(c["mast"], -14, -18, 28, 36, 3),
            box(c["china"], -11, -15, 22, 30, 1.5),
            moved(0, 3, company(), scale=0.55),
        ),
    ]


MIDDLE, DOTS, QUIET, SET = (160, 122), 11, 150, 3  # where the first dot is; which one it points to


def knob(c: Palette) -> str:
    """A volume knob on its way down; what turns it down stands left, what turns it up right."""
    marks = []
    for n in range(DOTS):
        x, y = _round(78, QUIET + n * 24)
        marks.append(disc(_loudness(c, n), x, y, 2.8 + n * 0.6))
    face = "#2F8F83" if not dark(c) else "#2E6259"
    (x, y), (to_x, to_y) = _round(21, -20), _round(21, -145)
    return picture(
        *marks,
        disc(c["sand"], *MIDDLE, 62),
        disc(c["deep"] if not dark(c) else "#1B4740", *MIDDLE, 54),
        disc(face, *MIDDLE, 45),
        moved(*MIDDLE, box(c["amber"], -4.5, -53, 9, 20, 4.5), turn=QUIET + SET * 24 - 270),
        arrow(
            c["china"],
            4.5,
            f"M{x:.1f},{y:.1f} A21,21 0 0 0 {to_x:.1f},{to_y:.1f}",
            (to_x, to_y),
            118,
        ),
        _token(c, 38, 50, moon(c, 2, 0, 15)),
        _token(c, 30, 122, company()),
        _token(c, 38, 194, shoe(c["shoe"], c["clay"], -1, 11, 0.82)),
        _token(c, 282, 50, cloud("#8FA39B", 0, 4, 0.52)),
        _token(
            c,
            290,
            122,
            line(
                c["clay"],
                3.2,
                "M-13,4 C-16,-12 6,-16 8,-4 C10,8 -8,10 -6,0 C-4,-8 12,-8 14,6 C14,12 4,14 -2,11",
            ),
        ),
        _token(c, 282, 194, _rough_words()),
    )


def _round(r: float, degrees: float) -> tuple[float, float]:
    """A point of a circle about the knob's middle; 0 right, 90 down."""
    at = math.radians(degrees)
    return MIDDLE[0] + r * math.cos(at), MIDDLE[1] + r * math.sin(at)


def _loudness(c: Palette, n: int) -> str:
    """Up to where it is set, and beyond it warmer and warmer."""
    if n <= SET:
        return c["deep"]
    return c[("stone", "bread", "bread", "amber", "clay")[(n - SET - 1) * 5 // (DOTS - SET - 1)]]


def _rough_words() -> str:
    """A speech bubble with a jagged line in it."""
    bubble = "M-13,-15 H13 A4,4 0 0 1 17,-11 V5 A4,4 0 0 1 13,9 H0 L-8,17 V9 H-13 A4,4 0 0 1 -17,5 V-11 A4,4 0 0 1 -13,-15 Z"
    return path("#5A6B9C", bubble) + line("#FFFDF9", 2.6, "M-11,0 l4,-7 l4,9 l5,-11 l4,10 l4,-6")


def _token(c: Palette, x: float, y: float, *parts: str) -> str:
    return disc(c["china"], x, y, 26) + moved(x, y, *parts)
