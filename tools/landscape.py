"""The morning road, wide and for a phone; and the sign of the house."""

from __future__ import annotations

import math

from tools.drawing import LIGHT, Palette, box, disc, moved, oval, path, ribbon, sky_light, svg, tree

DAY = {
    "hill1": "#DCE8DE",
    "hill2": "#C2DACE",
    "hill3": "#A2C8BB",
    "hill4": "#84B6A8",
    "road": "#FCF5E6",
    "verge": "#E6D8BC",
    "wall": "#FBF3E2",
    "roof": "#B98A4E",
    "pane": "#7FA99D",
}
NIGHT = {
    "hill1": "#1A2A27",
    "hill2": "#1F3531",
    "hill3": "#26423C",
    "hill4": "#2C4D46",
    "road": "#7B775F",
    "verge": "#56553F",
    "wall": "#4B5A52",
    "roof": "#33463F",
    "pane": "#EBC07C",
}
STARS = ((0.16, 0.30), (0.30, 0.12), (0.47, 0.24), (0.60, 0.10), (0.93, 0.34), (0.74, 0.20))
Hills = dict[str, str]


def hills_phone(c: Palette) -> str:
    h = _hills(c)
    road = ((150, 300, 150), (238, 258, 92), (330, 226, 56), (292, 198, 36), (214, 181, 22))
    far = ((214, 181, 22), (206, 170, 13), (246, 160, 8.5), (266, 150, 5.5), (262, 141, 3.2))
    return svg(
        450,
        270,
        *_stars(c, 450, 150),
        sky_light(c, 398, 150, 27),
        path(
            h["hill1"],
            "M0,168 C60,152 104,160 158,158 C222,155 250,128 310,130 C360,132 400,158 450,164 V270 H0 Z",
        ),
        _cottage(h, 296, 133, 0.62),
        tree(c, 319, 134, 0.36, "mid"),
        path(h["hill2"], "M0,182 C70,160 140,190 220,176 C304,160 362,146 450,172 V270 H0 Z"),
        _way(h, far),
        tree(c, 104, 176, 0.62, "mid"),
        tree(c, 122, 178, 0.46, "mid"),
        path(h["hill3"], "M0,214 C80,190 150,206 214,190 C300,170 380,186 450,206 V270 H0 Z"),
        _way(h, road),
        tree(c, 388, 204, 0.98),
        tree(c, 412, 208, 0.7),
        path(h["hill4"], "M0,236 C60,226 110,238 168,262 L190,270 H0 Z"),
        tree(c, 44, 238, 0.9),
    )


def hills_wide(c: Palette) -> str:
    h = _hills(c)
    road = ((560, 190, 150), (640, 152, 84), (700, 128, 48), (664, 112, 28), (622, 102, 17))
    far = ((622, 102, 17), (612, 93, 10), (640, 84, 7), (652, 75, 4.6), (648, 67, 2.8))
    sky = [] if c is LIGHT else [box("#14201E", 0, 0, 780, 140)]
    return svg(
        780,
        140,
        *sky,
        *_stars(c, 780, 70),
        sky_light(c, 596, 44, 30),
        path(
            h["hill1"],
            "M0,104 C130,60 220,92 350,88 C468,84 520,46 610,52 C690,57 740,84 780,92 V140 H0 Z",
        ),
        _cottage(h, 530, 62, 0.6),
        tree(c, 552, 61, 0.36, "mid"),
        path(h["hill2"], "M0,112 C120,86 240,112 400,104 C520,98 610,62 780,96 V140 H0 Z"),
        _way(h, far),
        tree(c, 452, 101, 0.6, "mid"),
        tree(c, 470, 101, 0.44, "mid"),
        path(h["hill3"], "M0,130 C140,100 300,132 430,124 C560,116 650,92 780,116 V140 H0 Z"),
        _way(h, road),
        tree(c, 738, 116, 0.98),
        tree(c, 760, 120, 0.7),
        tree(c, 318, 121, 0.84),
        tree(c, 340, 122, 0.6),
    )


def _hills(c: Palette) -> Hills:
    return DAY if c is LIGHT else NIGHT


def _way(h: Hills, middle: tuple[tuple[float, float, float], ...]) -> str:
    return ribbon(h["verge"], middle, 0.11) + ribbon(h["road"], middle)


def _cottage(h: Hills, x: float, y: float, scale: float) -> str:
    return moved(
        x,
        y,
        box(h["roof"], 8, -27, 5, 12),
        box(h["wall"], -15, -14, 30, 16),
        path(h["roof"], "M-19,-12 L-11,-24 H11 L19,-12 Z"),
        box(h["pane"], -9, -9, 6, 6, 1),
        box(h["pane"], 4, -9, 6, 6, 1),
        scale=scale,
    )


def _stars(c: Palette, width: float, height: float) -> list[str]:
    if c is LIGHT:
        return []
    return [disc("#C9D6CE", x * width, y * height, 1.3, 0.6) for x, y in STARS]


def mark(c: Palette) -> str:
    return svg(40, 40, sign(c["deep"]))


def sign(stone: str) -> str:
    """A road that is also a spine: seven stones, smaller with distance, on a field of 40 x 40."""
    return "".join(_stone(stone, step / 6) for step in range(7))


def _stone(fill: str, way: float) -> str:
    """`way` is 0 at the feet and 1 at the horizon."""
    x, y = _curve(way)
    ahead_x, ahead_y = _curve(way + 0.01)
    turn = math.degrees(math.atan2(ahead_x - x, y - ahead_y)) * 0.45
    wide, high = 16 - 8.4 * way, 5.4 - 2.6 * way
    return moved(x, y, box(fill, -wide / 2, -high / 2, wide, high, high / 2), turn=turn)


def _curve(way: float) -> tuple[float, float]:
    """The middle of the road: a lordosis below, a kyphosis above."""
    swing = 4.6 - 1.8 * way
    return 20 - swing * math.sin(math.tau * (0.86 * way - 0.1)), 35.2 - 39 * way + 8.6 * way**2


def app_icon(maskable: bool) -> str:
    """The sign on its ground; a maskable one keeps to the middle four fifths and fills the rest."""
    ground = box("#1F7268", 0, 0, 96, 96, 0 if maskable else 22)
    scale = 1.5 if maskable else 1.86
    edge = (96 - 40 * scale) / 2
    sun = disc("#F0C57F", 66 if maskable else 73, 30 if maskable else 26, 8.5 if maskable else 10.5)
    hill = oval("#2A8478", 48, 106, 74, 44)
    return svg(
        96,
        96,
        ground,
        hill if maskable else "",
        sun,
        moved(edge, edge, sign("#FBF6EA"), scale=scale),
    )
