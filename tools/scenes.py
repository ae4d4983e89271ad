"""The small flat illustrations: first start and empty places. Each holds one idea; 320 x 200."""

from __future__ import annotations

from collections.abc import Callable

from tools.drawing import (
    LIGHT,
    Palette,
    box,
    disc,
    lettering,
    line,
    moved,
    oval,
    path,
    ribbon,
    sky_light,
    svg,
    tree,
)

MOUND = "M16,176 C18,104 64,40 132,28 C214,14 300,74 304,176 Z"


def _scene(c: Palette, *parts: str) -> str:
    return svg(320, 200, path(c["stage"], MOUND), *parts)


def _floor(c: Palette) -> str:
    return box(c["wood"], 8, 174, 304, 6, 3)


def hello(c: Palette) -> str:
    """Two languages, one conversation."""
    return svg(
        320,
        200,
        oval(c["stage"], 160, 102, 150, 92),
        sky_light(c, 246, 58, 17),
        path(
            c["deep"],
            "M66,34 H168 A26,26 0 0 1 194,60 V82 A26,26 0 0 1 168,108 H104 L76,132 L80,108 H66 A26,26 0 0 1 40,82 V60 A26,26 0 0 1 66,34 Z",
        ),
        lettering("Hej", c["paper"] if c is LIGHT else c["ink"], 117, 86, 46),
        path(
            c["paper"],
            "M158,96 H258 A24,24 0 0 1 282,120 V138 A24,24 0 0 1 258,162 H250 L254,183 L226,162 H158 A24,24 0 0 1 134,138 V120 A24,24 0 0 1 158,96 Z",
        ),
        lettering("Hello", "#1F7268", 208, 142, 39),
    )


def who(c: Palette) -> str:
    """A cardigan and a tunic on the same row of pegs."""
    return _scene(
        c,
        _floor(c),
        box(c["wood"], 52, 38, 216, 10, 5),
        *(disc(c["ink"], x, 52, 5) for x in (104, 160, 216)),
        moved(104, 56, *_cardigan(c)),
        moved(216, 56, *_tunic(c)),
        *(moved(x, 174, *_shoe(c)) for x in (84, 108)),
    )


def _cardigan(c: Palette) -> list[str]:
    wool = c["near"]
    return [
        path(
            wool,
            "M-14,0 C-26,3 -34,9 -37,20 L-48,78 L-32,82 L-25,46 V94 A4,4 0 0 0 -21,98 H21 A4,4 0 0 0 25,94 V46 L32,82 L48,78 L37,20 C34,9 26,3 14,0 L0,32 Z",
        ),
        path(c["ink"], "M-14,0 C-8,-4 8,-4 14,0 L0,32 Z"),
        line(c["deep"] if c is LIGHT else c["mid"], 2.5, "M0,34 V97"),
        *(disc(c["amber"], 6, y, 3) for y in (44, 60, 76)),
        box(c["deep"] if c is LIGHT else c["mid"], -20, 68, 15, 3, 1.5),
    ]


def _tunic(c: Palette) -> list[str]:
    cloth = c["paper"]
    return [
        path(
            cloth,
            "M-14,0 C-26,3 -34,9 -38,20 L-46,46 L-29,52 L-26,42 V94 A4,4 0 0 0 -22,98 H22 A4,4 0 0 0 26,94 V42 L29,52 L46,46 L38,20 C34,9 26,3 14,0 L0,22 Z",
        ),
        path(c["mid"], "M-14,0 C-8,-4 8,-4 14,0 L0,22 Z"),
        box(c["deep"], 7, 34, 14, 9, 2),
        box(c["rule"], -21, 64, 18, 20, 3),
        box(c["amber"], -15, 56, 3.5, 16, 1.7),
    ]


def _shoe(c: Palette) -> list[str]:
    return [
        path(c["ink"] if c is LIGHT else c["mid"], "M-10,0 V-13 H-1 C2,-7 11,-8 11,0 Z"),
        box(c["paper"], -11, -3, 23, 3, 1.5),
    ]


def home(c: Palette) -> str:
    """The notebook stays in the house."""
    room = "#F3C981" if c is not LIGHT else c["glow"]
    return _scene(
        c,
        sky_light(c, 250, 60, 18),
        path(c["far"], "M20,176 C66,118 120,150 168,134 C226,116 276,128 302,176 Z"),
        tree(c, 60, 174, 1.5),
        tree(c, 276, 174, 1.15, "mid"),
        box(c["wood"], 196, 54, 16, 34, 2),
        box(c["paper"] if c is LIGHT else "#6E8078", 94, 92, 132, 84, 4),
        path(
            c["deep"] if c is LIGHT else "#2E6259",
            "M80,98 L156,42 A7,7 0 0 1 164,42 L240,98 A4,4 0 0 1 238,104 H82 A4,4 0 0 1 80,98 Z",
        ),
        path(room, "M128,176 V144 A32,32 0 0 1 192,144 V176 Z"),
        box(c["wood"], 128, 166, 64, 4),
        moved(160, 166, *_notebook(c)),
        box(c["wood"], 8, 174, 304, 6, 3),
    )


def _notebook(c: Palette) -> list[str]:
    return [
        box("#1F7268", -17, -42, 34, 42, 4),
        box("#16403A", -17, -42, 7, 42, 3),
        box("#FFFDF9", -4, -33, 15, 9, 2),
        path("#E3A64E", "M5,0 V7 L8,4.500 L11,7 V0 Z"),
    ]


def you(c: Palette) -> str:
    """A cup and an open notebook, seen from above."""
    table = c["sand"] if c is LIGHT else "#4A4331"
    ruled = [line(c["rule"], 2.6, f"M{x},{y} h{w}") for x, y, w in _RULES]
    return svg(
        320,
        200,
        oval(table, 160, 104, 150, 92),
        moved(
            128,
            106,
            box(c["deep"], -80, -54, 160, 112, 9),
            box(c["paper"], -74, -50, 74, 100, 5),
            box(c["paper"], 0, -50, 74, 100, 5),
            box(c["rule"], -1, -50, 2, 100),
            *ruled,
            disc(c["amber"], 37, -24, 10),
            line(c["near"], 3, "M14,2 C24,-8 34,-2 40,2 C48,7 54,2 60,-2"),
            turn=-7,
        ),
        moved(
            206,
            140,
            box(c["amber"], -42, -4, 70, 8, 1),
            path(c["glow"] if c is LIGHT else c["paper"], "M28,-4 L42,0 L28,4 Z"),
            path(c["ink"], "M38,-1.200 L42,0 L38,1.200 Z"),
            box(c["deep"], -50, -4, 10, 8, 3),
            turn=-62,
        ),
        moved(
            264,
            74,
            disc(c["mid"], 0, 0, 34),
            box(c["paper"], 18, -5, 28, 10, 5),
            disc(c["paper"], 0, 0, 25),
            disc(c["coffee"], 0, 0, 19),
            path("#A67C50", "M-12,-4 A13,13 0 0 1 6,-11 A16,16 0 0 0 -12,-4 Z"),
            turn=38,
        ),
    )


_RULES = [(-64, y, w) for y, w in ((-32, 50), (-18, 54), (-4, 42), (10, 52), (24, 30))] + [
    (14, 20, 48),
    (14, 34, 34),
]


def exercises(c: Palette) -> str:
    """A mat, half rolled out, and the chair that is in every home."""
    return _scene(
        c,
        _floor(c),
        box(c["deep"], 128, 164, 132, 10, 5),
        disc(c["deep"], 262, 148, 27),
        disc(c["mid"], 262, 148, 19.5),
        disc(c["deep"], 262, 148, 12.5),
        disc(c["mid"], 262, 148, 5.5),
        moved(76, 174, *_chair(c)),
        moved(
            196,
            164,
            box(c["amber"], -9, -40, 18, 40, 6),
            box(c["ink"], -5, -50, 10, 9, 3),
            box(c["paper"], -9, -28, 18, 12),
        ),
    )


def _chair(c: Palette) -> list[str]:
    return [
        box(c["wood"], -30, -104, 8, 104, 4),
        box(c["wood"], 24, -52, 8, 52, 4),
        box(c["near"], -29, -100, 13, 40, 6),
        box(c["wood"], -30, -54, 64, 8, 4),
        box(c["near"], -24, -63, 58, 10, 5),
        box(c["wood"], -26, -22, 54, 5, 2.5),
    ]


def course(c: Palette) -> str:
    """A road with places to stop, and where it leads."""
    road = ((104, 178, 74), (176, 156, 48), (220, 138, 30), (186, 121, 21), (140, 109, 15))
    far = ((140, 109, 15), (128, 98, 11), (158, 87, 7.5), (182, 76, 5), (184, 66, 3))
    edge = c["sand"] if c is LIGHT else "#56553F"
    face = c["paper"] if c is LIGHT else "#8F8A70"
    return _scene(
        c,
        sky_light(c, 112, 60, 17),
        path(c["far"], "M70,176 C96,90 150,60 190,62 C240,66 284,112 298,176 Z"),
        ribbon(edge, far, 0.12) + ribbon(face, far),
        path(c["mid"], "M18,176 C44,130 92,118 146,104 C206,92 270,116 302,176 Z"),
        ribbon(edge, road, 0.1) + ribbon(face, road),
        *(
            moved(x, y, *_stop(c), scale=s)
            for x, y, s in ((246, 152, 1.15), (118, 120, 0.85), (200, 88, 0.55))
        ),
        moved(
            184,
            66,
            box(c["wood"], -1.5, -28, 3, 30, 1.5),
            path(c["amber"], "M1,-28 L22,-22 L1,-14 Z"),
        ),
        tree(c, 58, 170, 1.25),
        _floor(c),
    )


def _stop(c: Palette) -> list[str]:
    """A waymark at the roadside."""
    return [
        box(c["wood"], -2, -18, 4, 20, 2),
        disc(c["deep"], 0, -24, 9),
        disc(c["paper"], 0, -24, 4),
    ]


def learn(c: Palette) -> str:
    """A light that rises out of a book."""
    page, under = c["paper"], c["sand"]
    return _scene(
        c,
        sky_light(c, 160, 100, 30),
        path(c["mid"], "M92,120 C112,98 138,104 160,112 C184,98 208,96 230,120 V150 H92 Z"),
        tree(c, 122, 116, 0.8),
        tree(c, 202, 112, 0.62),
        path(
            c["deep"] if c is LIGHT else "#2E6259",
            "M44,118 H276 A6,6 0 0 1 282,124 V168 A6,6 0 0 1 276,174 H44 A6,6 0 0 1 38,168 V124 A6,6 0 0 1 44,118 Z",
        ),
        path(
            under,
            "M160,172 C130,156 90,152 50,158 V108 C90,102 130,108 160,126 C190,108 230,102 270,108 V158 C230,152 190,156 160,172 Z",
        ),
        path(
            page,
            "M160,164 C130,148 90,146 54,151 V104 C90,98 130,104 160,122 C190,104 230,98 266,104 V151 C230,146 190,148 160,164 Z",
        ),
        line(under, 2.5, "M160,123 V163"),
        *(line(c["rule"], 3, f"M70,{y} C94,{y - 3} 120,{y} 142,{y + 8}") for y in (116, 128)),
        *(line(c["rule"], 3, f"M250,{y} C226,{y - 3} 200,{y} 178,{y + 8}") for y in (116, 128)),
        _floor(c),
    )


def progress(c: Palette) -> str:
    """A line on paper that lets go and comes back."""
    return svg(
        320,
        200,
        box(c["stage"], 20, 18, 280, 158, 30),
        _floor(c),
        box(c["wood"], 64, 150, 8, 26, 3),
        box(c["wood"], 248, 150, 8, 26, 3),
        box(c["wood"], 48, 152, 224, 8, 4),
        box(c["paper"], 56, 42, 208, 112, 10),
        *(line(c["rule"], 2, f"M74,{y} H246") for y in (68, 96, 124)),
        line("#1F7268", 5, "M80,66 L102,76 L124,70 L146,92"),
        line("#1F7268", 5, "M188,100 L212,112 L240,116"),
        *(disc("#1F7268", x, y, 5.5) for x, y in ((80, 66), (102, 76), (124, 70), (146, 92))),
        *(disc("#1F7268", x, y, 5.5) for x, y in ((188, 100), (212, 112))),
        disc("#E3A64E", 240, 116, 8.5),
    )


def participants(c: Palette) -> str:
    """A box of cards, one for each person."""
    cards = ((104, 60, "sand"), (112, 74, "paper"), (120, 88, "mid"))
    tabs = ((116, 50, "sand"), (172, 64, "amber"), (136, 78, "mid"))
    return _scene(
        c,
        _floor(c),
        *(
            box(c[tab], tx, ty, 40, 24, 6) + box(c[card], x - 16, y, 128, 164 - y, 7)
            for (x, y, card), (tx, ty, tab) in zip(cards, tabs, strict=True)
        ),
        *(
            line(c["rule"] if c is LIGHT else "#8FA79E", 3.4, f"M122,{y} h{w}")
            for y, w in ((102, 70),)
        ),
        box(c["deep"] if c is LIGHT else "#2E6259", 76, 116, 172, 58, 10),
        box(c["near"], 76, 116, 172, 12, 6),
        box(c["paper"], 132, 140, 60, 20, 5),
    )


def classes(c: Palette) -> str:
    """A hall with room for everybody: mats on the floor, daylight in the window."""
    wall = c["glow"] if c is LIGHT else "#2B3A4A"
    board = c["sand"] if c is LIGHT else "#4A4331"
    return _scene(
        c,
        box(c["paper"] if c is LIGHT else "#16302B", 104, 42, 112, 66, 6),
        '<clipPath id="w"><rect x="110" y="48" width="100" height="54" rx="3"/></clipPath>',
        '<g clip-path="url(#w)">',
        box(wall, 110, 48, 100, 54),
        disc("#F0C57F" if c is LIGHT else "#E9E0C8", 180, 74, 12),
        path(c["mid"], "M110,94 C136,78 160,96 210,84 V102 H110 Z"),
        "</g>",
        box(c["paper"] if c is LIGHT else "#16302B", 157, 48, 6, 54),
        path(board, "M52,122 H268 L300,174 H20 Z"),
        path(c["near"], "M76,130 H124 L108,168 H49 A3,3 0 0 1 47,164 Z"),
        path(c["deep"], "M138,130 H184 L192,168 H130 Z"),
        path(c["amber"], "M198,130 H246 L274,166 A3,3 0 0 1 272,168 H214 Z"),
        _floor(c),
    )


SCENES: dict[str, Callable[[Palette], str]] = {
    "welcome-1": hello,
    "welcome-2": who,
    "welcome-3": home,
    "welcome-4": you,
    "mat-and-chair": exercises,
    "empty-course": course,
    "empty-learn": learn,
    "empty-progress": progress,
    "empty-participants": participants,
    "empty-classes": classes,
}
