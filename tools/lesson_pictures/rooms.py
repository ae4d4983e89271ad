"""People together and at work: at home, on two chairs, at a table."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path, tree
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import SEAT, SITS, STANDS, WALKS, joint, person
from tools.lesson_pictures.props import arrow, cup, floor, picture, plant, window

TYPES = STANDS | {"a": 278, "f": 352, "A": 286, "F": 354}
TALKS = SITS | {"a": 290, "f": 20, "A": 300, "F": 32}
LISTENS = SITS | {"a": 282, "f": 336, "A": 288, "F": 342}
SEATED = 156  # px of a body, were it to stand
SEAT_HIGH = 212 - 33 - SEAT * SEATED / 100


def first_days(c: Palette) -> str:
    """Up from the sofa for a little while, for a cup at the table, and back."""
    cloth, shade = ("#559C8D", "#3F8476") if not dark(c) else ("#4F9587", "#39695E")
    glass = c["glass"]
    return picture(
        window(c, 34, 20, 72, 76, glass),
        floor(c),
        box(shade, 8, 112, 112, 62, 16),
        box(cloth, 2, 140, 26, 68, 12),
        box(cloth, 100, 140, 26, 68, 12),
        box(cloth, 22, 150, 84, 44, 9),
        box(c["amber"], 30, 124, 36, 32, 9),
        path("#E7D3C0" if not dark(c) else "#B9A48F", "M70,152 H112 V186 C98,192 84,184 70,188 Z"),
        box(c["wood"], 248, 150, 66, 7, 3),
        box(c["wood"], 256, 154, 6, 54, 2),
        box(c["wood"], 300, 154, 6, 54, 2),
        cup(c, 292, 150, 0.8, steam=True),
        plant(c, 262, 150, 0.62),
        person(c, "Lone", WALKS, (194, 208), 140),
        arrow(c["deep"], 5, "M132,224 H232", (234, 224), 0),
    )


def relations(c: Palette) -> str:
    """One tells, the other listens."""
    return picture(
        path(c["far"], "M0,240 V186 C60,160 120,176 170,170 C230,162 280,168 320,178 V240 Z"),
        tree(c, 290, 192, 1.7),
        tree(c, 24, 194, 1.3, "mid"),
        path(c["mid"], "M0,206 C90,200 220,202 320,206 V240 H0 Z"),
        _chair(c, 94, 212),
        moved(230, 212, f'<g transform="scale(-1 1)">{_chair(c, 0, 0)}</g>'),
        person(c, "Inger", TALKS, (92, SEAT_HIGH), SEATED, anchor="hip"),
        person(c, "Samuel", LISTENS, (232, SEAT_HIGH), SEATED, left=True, anchor="hip"),
        path(
            c["china"],
            "M112,14 H206 A18,18 0 0 1 224,32 V48 A18,18 0 0 1 206,66 H140 L112,80 L122,66 H112 A18,18 0 0 1 94,48 V32 A18,18 0 0 1 112,14 Z",
        ),
        line(c["print"], 5, "M116,32 H200 M116,48 H172"),
    )


def _chair(c: Palette, x: float, y: float) -> str:
    """Its back is to the left; the seat is 33 high."""
    return moved(
        x,
        y,
        line(c["wood"], 6, "M-19,-36 L-22,-92 M-18,-30 L-21,-2 M18,-30 L21,-2"),
        box(c["wood"], -27, -96, 9, 34, 4),
        box(c["wood"], -23, -33, 46, 7, 3),
    )


def work(c: Palette) -> str:
    """A table that can be raised, a stool to change to, a shorter day on the clock."""
    metal = "#7F9089" if not dark(c) else "#94A59D"
    at, tall = (138, 203), 156
    x, y = joint(TYPES, at, tall, "hand")
    return picture(
        floor(c),
        disc(c["china"], 62, 62, 32),
        path("#97C4B7" if not dark(c) else "#80C9BB", "M62,62 V36 A26,26 0 0 1 62,88 Z"),
        line("#16403A", 3.6, "M62,62 V44 M62,62 L72,70"),
        moved(x, y + 4, _keys(c)),
        moved(x, y + 9, _desk(c, metal, 206 - y - 9)),
        cup(c, x + 96, y + 9, 0.72),
        arrow(c["warm"], 3.2, f"M{x + 84:g},{y + 52:g} v-14", (x + 84, y + 36), -90),
        arrow(c["warm"], 3.2, f"M{x + 84:g},{y + 52:g} v14", (x + 84, y + 68), 90),
        _stool(c, 62, 208),
        person(c, "Samuel", TYPES, at, tall),
    )


def _desk(c: Palette, metal: str, high: float) -> str:
    """On one leg in two tubes."""
    return (
        box(metal, 38, 4, 9, high - 6, 3)
        + box(metal, 35, high * 0.45, 15, high * 0.55 - 4, 3)
        + box(metal, 14, high - 5, 58, 7, 3)
        + box(c["wood"], -18, 0, 136, 9, 4)
    )


def _keys(c: Palette) -> str:
    """A laptop, open towards the left; its keys lie under the hands."""
    return box(c["navy"], -10, 0, 42, 5, 2) + line(c["navy"], 4.5, "M30,2 L44,-30")


def _stool(c: Palette, x: float, y: float) -> str:
    return moved(
        x,
        y,
        line(c["wood"], 5.5, "M-12,-56 L-20,-3 M12,-56 L20,-3 M-17,-24 H17"),
        box(c["clay"], -26, -66, 52, 12, 6),
    )
