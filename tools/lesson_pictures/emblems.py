"""Stones that carry each other, cards that are turned."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.props import arrow, book, cloud, meadow, picture, shoe, sun


def cairn(c: Palette) -> str:
    """Knowledge carries movement, and movement carries the hand."""
    page = c["card"] if not dark(c) else c["ink"]
    return picture(
        sun(c, 264, 56, 20),
        meadow(c),
        path(
            c["deep"],
            "M46,210 C40,168 84,152 158,152 C236,152 282,168 274,210 C270,220 50,220 46,210 Z",
        ),
        path(
            c["near"] if not dark(c) else "#6AB4A6",
            "M80,148 C74,114 108,98 160,98 C214,98 246,114 240,148 C236,158 84,158 80,148 Z",
        ),
        path(
            c["deep"],
            "M114,96 C110,68 130,52 160,52 C192,52 210,68 206,96 C202,104 118,104 114,96 Z",
        ),
        book(c["amber"] if not dark(c) else c["ink"], c["china"], 160, 184),
        shoe(page, c["onside"], 160, 143, 1.25),
        moved(160, 80, _hand(page), scale=0.88),
    )


def _hand(fill: str) -> str:
    """Open, with the fingers up."""
    fingers = ((-11, -20, -13), (-4, -25, -4), (4, -25, 4), (11, -20, 13))
    return (
        path(fill, "M-15,-4 C-15,-8 15,-8 15,-4 L13,10 C11,20 -11,20 -13,10 Z")
        + "".join(line(fill, 6.6, f"M{x * 0.95:g},-2 L{tip},{y}") for x, y, tip in fingers)
        + line(fill, 7, "M-10,8 L-22,-5")
    )


def myths(c: Palette) -> str:
    """Two cards: fog on one, and what is seen once it is turned."""
    back, front = ("#93A69F", c["card"]) if not dark(c) else ("#5E746C", c["paper"])
    return picture(
        moved(
            92,
            132,
            box(back, -58, -82, 116, 164, 16),
            box("#A9B9B2" if not dark(c) else "#6E857C", -48, -72, 96, 144, 10),
            cloud("#E4EAE6" if not dark(c) else "#B9C6BF", 0, -22, 1.0),
            cloud("#CBD6D0" if not dark(c) else "#93A69F", -4, 8, 0.85),
            cloud("#E4EAE6" if not dark(c) else "#B9C6BF", 6, 38, 0.75),
            turn=-7,
        ),
        moved(
            228,
            126,
            box("#1F7268", -58, -82, 116, 164, 16),
            box(front, -50, -74, 100, 148, 10),
            disc("#F9E6C2", 0, -22, 36),
            disc("#F0C57F", 0, -22, 22),
            path(
                "#97C4B7",
                "M-50,30 C-30,8 -8,12 6,24 C22,12 40,14 50,22 V64 A10,10 0 0 1 40,74 H-40 A10,10 0 0 1 -50,64 Z",
            ),
            line("#1F7268", 9, "M-16,44 L-4,56 L20,30"),
            turn=6,
        ),
        arrow(c["warm"], 6, "M104,32 C124,10 164,6 184,22", (189, 27), 44),
    )
