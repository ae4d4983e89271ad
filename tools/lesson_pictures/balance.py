"""What weighs and what carries on a scale, and what turns a knob up and down."""

from __future__ import annotations

import math

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.props import arrow, cloud, company, cup, floor, moon, picture, shoe

TILT, ARM, POST = 9, 96, (160, 66)  # degrees; half the beam; where it hangs


def balance(c: Palette) -> str:
    """The load is a little heavier than what carries it."""
    beam = moved(
        *POST,
        line(c["deep"], 8, f"M{-ARM},0 H{ARM}"),
        disc(c["deep"], -ARM, 0, 6),
        disc(c["deep"], ARM, 0, 6),
        turn=-TILT,
    )
    lean = math.radians(TILT)
    dx, dy = ARM * math.cos(lean), ARM * math.sin(lean)
    return picture(
        floor(c),
        path(c["deep"], "M112,208 C112,192 138,192 148,186 H172 C182,192 208,192 208,208 Z"),
        box(c["deep"], 154, 62, 12, 130, 5),
        beam,
        disc(c["amber"], *POST, 10),
        _pan(c, POST[0] - dx, POST[1] + dy, *_load(c)),
        _pan(c, POST[0] + dx, POST[1] - dy, *_strength(c)),
    )


def _pan(c: Palette, x: float, y: float, *things: str) -> str:
    return moved(
        x,
        y,
        line(c["deep"], 2.4, "M0,0 L-44,72 M0,0 L44,72"),
        moved(0, 71, *things, scale=1.14),
        path(c["deep"], "M-50,70 H50 C46,90 24,98 0,98 C-24,98 -46,90 -50,70 Z"),
    )


def _load(c: Palette) -> list[str]:
    return [
        box(c["bread"], -33, -34, 36, 36, 3),
        box(c["clay"], -19, -34, 8, 36),
        cloud("#8FA39B" if not dark(c) else "#9DB0A8", 2, -40, 0.62),
        moved(
            20,
            -13,
            disc(c["clay"], -9, -15, 5),
            disc(c["clay"], 9, -15, 5),
            disc(c["clay"], 0, 0, 15),
            disc(c["china"], 0, 0, 10.5),
            line("#16403A", 2.4, "M0,-7 V0 L5,3"),
        ),
    ]


def _strength(c: Palette) -> list[str]:
    return [
        moon(c, -2, -40, 15),
        shoe(c["shoe"], c["paper"], -14, 1, 0.95),
        cup(c, 24, 0, 0.85),
    ]


def knob(c: Palette) -> str:
    """A volume knob on its way down; what turns it down stands left, what turns it up right."""
    marks = []
    for n in range(11):
        at = math.radians(150 + n * 24)
        x, y = 160 + 78 * math.cos(at), 122 + 78 * math.sin(at)
        marks.append(disc(c["deep"] if n <= 3 else c["stone"], x, y, 3 + n * 0.42))
    face = "#2F8F83" if not dark(c) else "#2E6259"
    return picture(
        *marks,
        disc(c["sand"], 160, 122, 62),
        disc(c["deep"] if not dark(c) else "#1B4740", 160, 122, 54),
        disc(face, 160, 122, 43),
        moved(160, 122, box(c["amber"], -4.5, -51, 9, 22, 4.5), turn=-58),
        arrow(c["china"], 5, "M184,130 C186,108 162,96 146,110", (141, 117), 124),
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
        _token(c, 282, 194, _paper()),
    )


def _paper() -> str:
    """A letter with much in it."""
    return path("#5A6B9C", "M-12,-16 H6 L13,-9 V16 H-12 Z") + line(
        "#FFFDF9", 2.6, "M-7,-6 H7 M-7,1 H8 M-7,8 H4"
    )


def _token(c: Palette, x: float, y: float, *parts: str) -> str:
    return disc(c["china"], x, y, 26) + moved(x, y, *parts)
