"""People together and at work: at home, on two chairs, at a table."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path, tree
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import SITS, STANDS, WALKS, person
from tools.lesson_pictures.props import arrow, cup, floor, picture, plant, window

TYPES = STANDS | {"a": 276, "f": 352, "A": 284, "F": 356}
TALKS = SITS | {"a": 290, "f": 20, "A": 300, "F": 30}
LISTENS = SITS | {"L": 88, "T": 82, "H": 86, "a": 286, "f": 336, "A": 292, "F": 342}


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
        _chair(c, 88, 212),
        moved(232, 212, f'<g transform="scale(-1 1)">{_chair(c, 0, 0)}</g>'),
        person(c, "Inger", TALKS, (92, 160), 156, anchor="hip"),
        person(c, "Samuel", LISTENS, (228, 160), 156, left=True, anchor="hip"),
        path(
            c["china"],
            "M112,14 H206 A18,18 0 0 1 224,32 V48 A18,18 0 0 1 206,66 H140 L112,80 L122,66 H112 A18,18 0 0 1 94,48 V32 A18,18 0 0 1 112,14 Z",
        ),
        line(c["print"], 5, "M116,32 H200 M116,48 H172"),
    )


def _chair(c: Palette, x: float, y: float) -> str:
    """Its back is to the left."""
    return moved(
        x,
        y,
        box(c["wood"], -29, -42, 56, 7, 3),
        line(c["wood"], 6, "M-25,-38 L-34,-96 M-24,-38 L-28,-2 M22,-38 L25,-2"),
        box(c["wood"], -39, -98, 9, 30, 4),
    )


def work(c: Palette) -> str:
    """A table that can be raised, a stool to change to, a shorter day on the clock."""
    face = c["china"]
    metal = "#7F9089" if not dark(c) else "#94A59D"
    return picture(
        floor(c),
        disc(face, 62, 62, 32),
        path("#97C4B7" if not dark(c) else "#80C9BB", "M62,62 V36 A26,26 0 0 1 62,88 Z"),
        line("#16403A", 3.6, "M62,62 V44 M62,62 L72,70"),
        box(metal, 216, 124, 12, 84, 3),
        box(metal, 194, 202, 56, 7, 3),
        box(c["wood"], 164, 116, 128, 9, 4),
        path(c["navy"], "M196,112 H232 A3,3 0 0 1 234,116 H194 Z"),
        line(c["navy"], 4.5, "M232,112 L246,82"),
        cup(c, 272, 116, 0.72),
        arrow(c["warm"], 5, "M266,166 V146", (266, 142), -90),
        arrow(c["warm"], 5, "M266,166 V186", (266, 190), 90),
        _stool(c, 62, 208),
        person(c, "Samuel", TYPES, (142, 206), 152),
    )


def _stool(c: Palette, x: float, y: float) -> str:
    return moved(
        x,
        y,
        line(c["wood"], 5.5, "M-12,-56 L-20,-3 M12,-56 L20,-3 M-17,-24 H17"),
        box(c["clay"], -26, -66, 52, 12, 6),
    )
