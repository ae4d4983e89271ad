"""On a table: toast under a smoke detector, a calendar with a glass of water."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.counted import Counts, counted
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.props import cup, floor, picture, plant, window


def alarm(c: Palette) -> str:
    """The smoke detector rings, and there is only toast."""
    ring = c["warm"]
    arcs = (
        line(
            ring,
            4,
            f"M{160 + s * (36 + k * 13)},{26 - k * 2} q{s * (8 + k * 2)},{11 + k * 3} 0,{22 + k * 5}",
        )
        for s in (-1, 1)
        for k in range(3)
    )
    steam = (
        line(c["stone"], 4, f"M{x},{120 - d} c-8,-11 8,-18 0,-29 c-6,-9 4,-15 0,-20")
        for x, d in ((146, 0), (161, 6), (176, -2))
    )
    shell = c["china"]
    body, high, slot = (
        ("#2F8F83", "#58AFA2", "#155A51") if not dark(c) else ("#3AA193", "#6FC9BB", "#0F3F39")
    )
    glass = c["glass"]
    return picture(
        box(c["far"], 0, 0, 320, 18),
        window(c, 22, 62, 68, 78, glass),
        path(shell, "M130,18 H190 V28 C190,58 130,58 130,28 Z"),
        box("#D9D0BE" if not dark(c) else "#B3AB99", 130, 18, 60, 8),
        disc(c["clay"], 160, 40, 4.5),
        *arcs,
        *steam,
        path(
            "#A9682F", "M131,150 V134 C122,130 124,114 139,114 H181 C196,114 198,130 189,134 V150 Z"
        ),
        path(
            "#EFC58A", "M138,150 V131 C131,127 133,120 141,120 H179 C187,120 189,127 182,131 V150 Z"
        ),
        box(body, 108, 146, 104, 56, 18),
        box(slot, 124, 146, 72, 7, 3.5),
        box(high, 119, 158, 7, 32, 3.5),
        box(slot, 206, 166, 17, 8, 4),
        box(slot, 118, 200, 20, 7, 3),
        box(slot, 182, 200, 20, 7, 3),
        plant(c, 56, 206, 0.82),
        cup(c, 262, 206, 1.25, steam=True),
        floor(c),
    )


def calendar(c: Palette, counts: Counts) -> str:
    """A few weeks on the wall: a beginning, a look, an end; and a tablet with a glass of water."""
    weeks, _ = counts["follow_up"]
    return picture(
        floor(c, 222),
        line(c["mast"], 3, "M76,48 L116,16 L156,48"),
        disc(c["clay"], 116, 16, 4.5),
        box(c["china"], 26, 44, 180, 154, 12),
        path(c["print"], "M26,70 V56 A12,12 0 0 1 38,44 H194 A12,12 0 0 1 206,56 V70 Z"),
        *(counted("follow_up", n, True, _week(n)) for n in range(weeks)),
        box(c["print"], 40, 82, 17, 19, 4),
        box(c["lining"], 104, 80, 21, 23, 6),
        box(c["china"], 107, 83, 15, 17, 3),
        line(c["lining"], 3.4, "M110,92 l4,4 l6,-8"),
        line(c["print"], 3.4, "M176,182 V158"),
        path(c["clay"], "M177.500,158 L190,163.500 L177.500,169 Z"),
        box(c["wood"], 224, 162, 120, 9, 4),
        box(c["wood"], 236, 168, 8, 58, 2),
        _glass(c, 256, 163),
        moved(296, 156, _tablet(c)),
    )


def _week(n: int) -> str:
    """Seven days."""
    return "".join(box("#DFE7E1", 40 + day * 22, 82 + n * 27, 17, 19, 4) for day in range(7))


def _tablet(c: Palette) -> str:
    halves = box(c["china"], -15, -6, 30, 12, 6) + box(c["clay"], -15, -6, 15, 12, 6)
    return halves + box(c["clay"], -6, -6, 6, 12)


def _glass(c: Palette, x: float, y: float) -> str:
    water, rim = ("#A9D3D8", "#FFFDF9") if not dark(c) else ("#6FA3AB", "#C9D6D3")
    return moved(
        x,
        y,
        path(rim, "M-18,-56 H18 L14,-3 A4,4 0 0 1 10,0 H-10 A4,4 0 0 1 -14,-3 Z"),
        path(water, "M-14.500,-38 H14.500 L12,-4 H-12 Z"),
    )
