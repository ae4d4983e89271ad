"""Things that stand in more than one picture; each is placed by the middle of its foot."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, oval, path, svg
from tools.lesson_pictures.palette import dark

WIDE, HIGH = 320, 240


def picture(*parts: str) -> str:
    return svg(WIDE, HIGH, *parts)


def floor(c: Palette, y: float = 206) -> str:
    """From edge to edge and to the bottom."""
    board, below = ("#6B5C47", "#564B3B") if dark(c) else ("#D9C39B", "#E8D9BC")
    return box(below, 0, y, WIDE, HIGH - y) + box(board, 0, y, WIDE, 6)


def meadow(c: Palette, d: str = "M0,204 C70,192 130,206 190,200 C240,196 290,198 320,204") -> str:
    return path(c["mid"], f"{d} V240 H0 Z")


def cloud(fill: str, x: float, y: float, scale: float = 1) -> str:
    shape = "M-30,12 C-46,12 -46,-8 -30,-9 C-28,-26 -4,-30 4,-17 C16,-27 34,-18 30,-6 C45,-6 45,12 31,12 Z"
    return moved(x, y, path(fill, shape), scale=scale)


def cup(c: Palette, x: float, y: float, scale: float = 1, steam: bool = False) -> str:
    china = c["china"]
    parts = [
        line(china, 4, "M13,-19 C24,-20 24,-6 12,-7"),
        path(china, "M-14,-24 H14 V-11 C14,-3 9,0 3,0 H-3 C-9,0 -14,-3 -14,-11 Z"),
        oval(c["coffee"], 0, -24, 14, 3),
    ]
    if steam:
        parts += [line(c["mid"], 2.6, f"M{at},-32 c-5,-6 5,-10 0,-17") for at in (-5, 5)]
    return moved(x, y, *parts, scale=scale)


def plant(c: Palette, x: float, y: float, scale: float = 1) -> str:
    return moved(
        x,
        y,
        line(c["near"], 3, "M0,-16 V-40"),
        path(c["near"], "M0,-24 C-20,-24 -24,-38 -24,-48 C-8,-48 0,-38 0,-24 Z"),
        path(c["leaf"], "M0,-32 C18,-32 23,-46 22,-58 C6,-56 0,-46 0,-32 Z"),
        path(c["clay"], "M-14,-18 H14 L10,0 H-10 Z"),
        scale=scale,
    )


def window(c: Palette, x: float, y: float, wide: float, high: float, glass: str) -> str:
    """Placed by its upper left corner."""
    frame = c["card"] if not dark(c) else "#6E8078"
    return (
        box(frame, x, y, wide, high, 7)
        + box(glass, x + 5, y + 5, wide - 10, high - 10, 4)
        + box(frame, x + wide / 2 - 2, y + 4, 4, high - 8)
        + box(frame, x + 4, y + high / 2 - 2, wide - 8, 4)
    )


def moon(c: Palette, x: float, y: float, r: float, fill: str | None = None) -> str:
    """A crescent, open to the right."""
    d = f"M{r * 0.35:g},{-r * 0.94:g} A{r:g},{r:g} 0 1 0 {r * 0.94:g},{r * 0.35:g} A{r * 0.78:g},{r * 0.78:g} 0 0 1 {r * 0.35:g},{-r * 0.94:g} Z"
    return moved(x, y, path(fill or c["amber"], d))


def sun(c: Palette, x: float, y: float, r: float) -> str:
    """Day also where the theme is dark: it means something here."""
    halo = disc(c["glow"], x, y, r * 1.7)
    return halo + disc("#F0C57F", x, y, r)


def shoe(fill: str, sole: str, x: float, y: float, scale: float = 1) -> str:
    return moved(
        x,
        y,
        path(fill, "M-20,-3 V-22 C-20,-26 -8,-26 -7,-22 C-4,-14 8,-15 16,-10 C21,-8 22,-6 22,-3 Z"),
        box(sole, -21, -4, 44, 5, 2.5),
        scale=scale,
    )


def book(cover: str, page: str, x: float, y: float, scale: float = 1) -> str:
    """Open, seen from the front; placed by its middle."""
    return moved(
        x,
        y,
        path(cover, "M-34,-18 H34 V20 H-34 Z"),
        path(
            page,
            "M0,17 C-8,10 -20,10 -30,12 V-20 C-20,-22 -8,-22 0,-14 C8,-22 20,-22 30,-20 V12 C20,10 8,10 0,17 Z",
        ),
        line(cover, 2, "M0,-13 V15"),
        scale=scale,
    )


def arrow(colour: str, width: float, d: str, tip: tuple[float, float], turn: float) -> str:
    """A line with a head at `tip`, which points to `turn` degrees (0 right, 90 down)."""
    size = width * 2.1
    head = path(colour, f"M{size * 0.9:g},0 L{-size * 0.6:g},{-size:g} L{-size * 0.6:g},{size:g} Z")
    return line(colour, width, d) + moved(*tip, head, turn=turn)


def company() -> str:
    """Two people, head and shoulders."""
    one, two = ("#2F8F83", "#C5754B")
    return (
        disc(one, -8, -7, 6.5)
        + path(one, "M-19,14 C-19,-2 3,-2 3,14 Z")
        + disc(two, 9, -4, 5.5)
        + path(two, "M0,14 C0,0 19,0 19,14 Z")
    )
