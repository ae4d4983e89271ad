"""One thing stands for the message: scale, alarm, knob, stones, calendar, cards."""

from __future__ import annotations

import math

from tools.drawing import Palette, box, disc, line, moved, oval, path
from tools.lesson_pictures.counted import Counts, counted
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.props import (
    arrow,
    book,
    cloud,
    cup,
    floor,
    meadow,
    moon,
    picture,
    plant,
    shoe,
    sun,
    window,
)

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


def alarm(c: Palette) -> str:
    """The smoke detector rings, and there is only toast."""
    ring = c["warm"]
    arcs = (
        line(ring, 4, f"M{160 + s * (36 + k * 13)},{26 - k * 2} q{s * (8 + k * 2)},{11 + k * 3} 0,{22 + k * 5}")
        for s in (-1, 1)
        for k in range(3)
    )
    steam = (
        line(c["stone"], 4, f"M{x},{120 - d} c-8,-11 8,-18 0,-29 c-6,-9 4,-15 0,-20")
        for x, d in ((146, 0), (161, 6), (176, -2))
    )
    shell = c["china"]
    body, high, slot = ("#2F8F83", "#58AFA2", "#155A51") if not dark(c) else ("#3AA193", "#6FC9BB", "#0F3F39")
    glass = c["glass"]
    return picture(
        box(c["far"], 0, 0, 320, 18),
        window(c, 22, 62, 68, 78, glass),
        path(shell, "M130,18 H190 V28 C190,58 130,58 130,28 Z"),
        box("#D9D0BE" if not dark(c) else "#B3AB99", 130, 18, 60, 8),
        disc(c["clay"], 160, 40, 4.5),
        *arcs,
        *steam,
        path("#A9682F", "M131,150 V134 C122,130 124,114 139,114 H181 C196,114 198,130 189,134 V150 Z"),
        path("#EFC58A", "M138,150 V131 C131,127 133,120 141,120 H179 C187,120 189,127 182,131 V150 Z"),
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
        _token(c, 30, 122, _company(c)),
        _token(c, 38, 194, shoe(c["shoe"], c["clay"], -1, 11, 0.82)),
        _token(c, 282, 50, cloud("#8FA39B", 0, 4, 0.52)),
        _token(c, 290, 122, line(c["clay"], 3.2, "M-13,4 C-16,-12 6,-16 8,-4 C10,8 -8,10 -6,0 C-4,-8 12,-8 14,6 C14,12 4,14 -2,11")),
        _token(c, 282, 194, _paper()),
    )


def _paper() -> str:
    """A letter with much in it."""
    return path("#5A6B9C", "M-12,-16 H6 L13,-9 V16 H-12 Z") + line(
        "#FFFDF9", 2.6, "M-7,-6 H7 M-7,1 H8 M-7,8 H4"
    )


def _token(c: Palette, x: float, y: float, *parts: str) -> str:
    return disc(c["china"], x, y, 26) + moved(x, y, *parts)


def _company(c: Palette) -> str:
    one, two = ("#2F8F83", "#C5754B")
    return (
        disc(one, -8, -7, 6.5)
        + path(one, "M-19,14 C-19,-2 3,-2 3,14 Z")
        + disc(two, 9, -4, 5.5)
        + path(two, "M0,14 C0,0 19,0 19,14 Z")
    )


def worry(c: Palette) -> str:
    """A path that goes in a ring, and stepping stones that lead out of it."""
    ring = "".join(
        f'<circle cx="112" cy="120" r="70" fill="none" stroke="{colour}" stroke-width="{wide}"/>'
        for colour, wide in ((c["verge"], 28), (c["way"], 21))
    )
    turns = []
    for turn in (75, 165, 255):
        at = math.radians(turn)
        x, y = 112 + 70 * math.cos(at), 120 + 70 * math.sin(at)
        turns.append(moved(x, y, path(c["turn"], "M10,0 L-6,-8 L-3,0 L-6,8 Z"), turn=turn + 90))
    stones = (
        oval(c["deep"], x, y, 13, 8.5)
        for x, y in ((204, 132), (230, 146), (254, 164))
    )
    return picture(
        sun(c, 270, 62, 22),
        path(c["far"], "M0,240 V214 C60,196 140,214 200,196 C250,182 290,176 320,178 V240 Z"),
        ring,
        *turns,
        cloud(c["cloud"], 112, 128, 1.1),
        line(c["card"] if not dark(c) else "#16332F", 4, "M96,126 c8,-12 18,8 26,-2 c4,-5 6,-6 10,-2"),
        *stones,
        plant(c, 286, 206, 0.95),
    )


def cairn(c: Palette) -> str:
    """Knowledge carries movement, and movement carries the hand."""
    page = c["card"] if not dark(c) else c["ink"]
    return picture(
        sun(c, 264, 56, 20),
        meadow(c),
        path(c["deep"], "M46,210 C40,168 84,152 158,152 C236,152 282,168 274,210 C270,220 50,220 46,210 Z"),
        path(c["near"] if not dark(c) else "#6AB4A6", "M80,148 C74,114 108,98 160,98 C214,98 246,114 240,148 C236,158 84,158 80,148 Z"),
        path(c["deep"], "M114,96 C110,68 130,52 160,52 C192,52 210,68 206,96 C202,104 118,104 114,96 Z"),
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


def calendar(c: Palette, counts: Counts) -> str:
    """A few weeks on paper: a beginning, a look, an end; and a tablet with a glass of water."""
    weeks, _ = counts["follow_up"]
    return picture(
        floor(c),
        box(c["china"], 36, 32, 178, 156, 12),
        path(c["print"], "M36,58 V44 A12,12 0 0 1 48,32 H202 A12,12 0 0 1 214,44 V58 Z"),
        *(box(c["wood"], x, 22, 7, 20, 3.5) for x in (76, 122, 168)),
        *(counted("follow_up", n, True, _week(n, weeks)) for n in range(weeks)),
        box(c["print"], 50, 76, 17, 19, 4),
        box(c["lining"], 114, 74, 21, 23, 6),
        box(c["china"], 117, 77, 15, 17, 3),
        line(c["lining"], 3.4, "M120,86 l4,4 l6,-8"),
        line(c["print"], 4, "M188,152 V176"),
        path(c["clay"], "M190,151 L206,156 L190,162 Z"),
        _glass(c, 254, 206),
        moved(292, 201, _tablet(c), turn=-8),
    )


def _week(n: int, weeks: int) -> str:
    """Seven days; the last week is one strip, in which it ends."""
    y = 76 + n * 26
    if n == weeks - 1:
        return box("#CFE3DA", 50, y, 149, 19, 4)
    return "".join(box("#DFE7E1", 50 + day * 22, y, 17, 19, 4) for day in range(7))


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


def habits(c: Palette) -> str:
    """Two rows of four: what belongs to the body, and what belongs to the mind."""
    above = (_apple(c), _stub(c), _wine(c), shoe("#2F8F83", c["clay"], -1, 18, 1.18))
    below = (book("#1F7268", "#EAF3EE", 0, 0, 0.72), moved(0, 4, _company(c), scale=1.35), _seedling(c), _boat(c))
    return picture(
        *(_tile(c, 16 + n * 74, 20, icon) for n, icon in enumerate(above)),
        *(_tile(c, 16 + n * 74, 126, icon) for n, icon in enumerate(below)),
    )


def _tile(c: Palette, x: float, y: float, icon: str) -> str:
    face = c["china"]
    return box(face, x, y, 66, 94, 16) + moved(x + 33, y + 47, icon)


def _apple(c: Palette) -> str:
    return (
        path("#5E9F6B", "M0,-10 C10,-20 27,-12 24,6 C22,20 10,26 0,21 C-10,26 -22,20 -24,6 C-27,-12 -10,-20 0,-10 Z")
        + line("#7A5735", 3.2, "M0,-10 C0,-18 3,-22 6,-25")
        + path("#2F8F83", "M4,-17 C10,-28 20,-26 24,-24 C22,-16 12,-12 4,-17 Z")
    )


def _stub(c: Palette) -> str:
    return (
        path("#7FA99D", "M-26,10 H26 C24,22 16,25 8,25 H-8 C-16,25 -24,22 -26,10 Z")
        + moved(2, 4, box("#F1E7D2", -22, -4.5, 26, 9, 2), box("#D29A4C", 2, -4.500, 12, 9, 2), box("#C9C3B6", -26, -4.5, 6, 9, 2), f'<rect x="-26" y="-4.500" width="40" height="9" rx="2" fill="none" stroke="#B9AA8A" stroke-width="1.200"/>', turn=-14)
        + line("#B9C6BF", 3, "M-24,-6 c-6,-7 6,-11 0,-19")
    )


def _wine(c: Palette) -> str:
    return (
        f'<path d="M-15,-28 C-17,-4 -10,4 0,4 C10,4 17,-4 15,-28 Z" fill="#E4EFEA" stroke="#7FA99D" stroke-width="2.400"/>'
        + path("#8A5580", "M-14.500,-14 C-14,-1 -8,2.500 0,2.500 C8,2.500 14,-1 14.500,-14 Z")
        + line("#7FA99D", 3.2, "M0,4 V24")
        + line("#7FA99D", 4, "M-12,25 H12")
    )


def _seedling(c: Palette) -> str:
    return (
        line("#559C8D", 3.4, "M0,8 V-12")
        + path("#559C8D", "M0,-6 C-16,-6 -19,-18 -18,-26 C-6,-25 0,-17 0,-6 Z")
        + path("#6FAE9F", "M0,-10 C14,-10 18,-20 17,-29 C6,-28 0,-20 0,-10 Z")
        + path("#7A5735", "M-13,10 C-13,2 13,2 13,10 Z")
        + path("#E0AE88", "M-29,8 C-20,8 -16,12 -10,12 H14 C22,10 26,2 30,6 C32,10 24,26 8,26 H-10 C-18,26 -22,20 -29,20 Z")
    )


def _boat(c: Palette) -> str:
    return (
        line("#7A5735", 3, "M-2,8 V-28")
        + path("#E3A64E", "M2,-26 C14,-14 18,-4 19,4 H2 Z")
        + path("#1F7268", "M-26,10 H26 C23,20 17,22 10,22 H-10 C-18,22 -23,18 -26,10 Z")
        + line("#7DB6A9", 3.4, "M-28,27 q7,-6 14,0 t14,0 t14,0 t14,0")
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
            path("#97C4B7", "M-50,30 C-30,8 -8,12 6,24 C22,12 40,14 50,22 V64 A10,10 0 0 1 40,74 H-40 A10,10 0 0 1 -50,64 Z"),
            line("#1F7268", 9, "M-16,44 L-4,56 L20,30"),
            turn=6,
        ),
        arrow(c["warm"], 6, "M104,32 C124,10 164,6 184,22", (189, 27), 44),
    )
