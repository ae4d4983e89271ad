"""Figures as things to count: how many of them is what the lesson says."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, oval, path
from tools.figures.items import cast
from tools.lesson_pictures.palette import dark, mode_of
from tools.lesson_pictures.props import HIGH, WIDE, floor, moon, picture

Counts = dict[str, tuple[int, int]]  # by fact: so many, of so many
SKINS, HAIRS = ("fair", "brown", "olive", "deep"), ("Inger", "Amir", "Lone", "Samuel")


def counted(fact: str, number: int, seen: bool, *parts: str) -> str:
    """One of those that are counted; a test counts them by the name."""
    name = f"{fact}.{number}" if seen else f"{fact}.not.{number}"
    return f'<g id="{name}">{"".join(parts)}</g>'


def _doll(c: Palette, at: int, coat: str, edge: str) -> str:
    """A wooden figure, as a child has: no two neighbours have the same hair."""
    ground = ("light", "dark").index(mode_of(c))
    skin = cast().skins[SKINS[at * 3 % 4]][ground]
    hair = cast().people[HAIRS[(at * 3 + at // 5) % 4]].hair_colour[ground]
    crown = (
        path(hair, "M-11.500,-49 C-14,-67 14,-67 11.500,-49 C8,-56 -6,-55 -11.500,-49 Z")
        + disc(hair, -9, -62, 4.5) * (at % 3 == 0)
        + path(hair, "M-11.500,-50 C-13,-44 -12,-40 -9,-40 L-8,-54 Z M11.500,-50 C13,-44 12,-40 9,-40 L8,-54 Z") * (at % 3 == 1)
    )
    body = "M-16,-2 V-22 C-16,-36 -9,-42 0,-42 C9,-42 16,-36 16,-22 V-2 A2,2 0 0 1 14,0 H-14 A2,2 0 0 1 -16,-2 Z"
    return (
        f'<path fill="{coat}" stroke="{edge}" stroke-width="2.500" d="{body}"/>'
        + path(c["mid"] if coat == c["deep"] else edge, "M-8,-41 C-4,-34 4,-34 8,-41 Z")
        + disc(skin, 0, -50, 11.5)
        + crown
    )


def _shelves(c: Palette) -> str:
    return box(c["wood"], 14, 112, 292, 6, 3) + floor(c, 214)


def _places() -> list[tuple[float, float]]:
    return [(48 + 56 * (n % 5), 112 if n < 5 else 214) for n in range(10)]


def nine_in_ten(c: Palette, counts: Counts) -> str:
    """Nine alike, one in white."""
    seen, of = counts["nine_in_ten"]
    assert of == len(_places())
    return picture(
        _shelves(c),
        *(
            counted(
                "nine_in_ten",
                n,
                n < seen,
                moved(x, y, _doll(c, n, c["deep" if n < seen else "plain"], c["deep"]), scale=1.12),
            )
            for n, (x, y) in enumerate(_places())
        ),
    )


def scans(c: Palette, counts: Counts) -> str:
    """Ten people without pain, each on a picture of their own; half have a spot on the back."""
    seen, of = counts["at_forty"]
    assert of == len(_places())
    spotted = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)[:seen]
    return picture(
        _shelves(c),
        *(
            counted(
                "at_forty",
                n,
                n in spotted,
                moved(
                    x,
                    y,
                    _doll(c, n, c["deep"], c["deep"]),
                    *([oval(c["spot"], 0, -16, 8, 5.5)] if n in spotted else []),
                    scale=1.12,
                ),
            )
            for n, (x, y) in enumerate(_places())
        ),
    )


def awake(c: Palette, counts: Counts) -> str:
    """A house at night: where somebody is awake, there is light."""
    seen, of = counts["eight_in_ten"]
    wall = c["wall"]
    sleeping = (3, 6, 0, 9, 4, 1, 8, 5, 2, 7)[: of - seen]
    windows = []
    for n in range(of):
        x, y = 42 + 50 * (n % 5), 104 + 54 * (n // 5)
        light = n not in sleeping
        pane = box(c["lit" if light else "unlit"], x, y, 36, 38, 5)
        inside = _inside(c, n) if light else ""
        windows.append(
            counted("eight_in_ten", n, light, pane, moved(x, y, inside), box(wall, x, y + 17.5, 36, 3))
        )
    return picture(
        box(c["night"], 0, 0, WIDE, HIGH),
        *(disc("#E9E0C8", x, y, 1.6) for x, y in ((40, 40), (92, 22), (150, 46), (212, 26), (290, 66))),
        moon(c, 258, 42, 17, "#F3E3B8"),
        path(c["roof"], "M22,88 L46,62 H274 L298,88 Z"),
        box(c["roof"], 84, 44, 18, 26),
        box(wall, 28, 86, 264, 140),
        *windows,
        path("#173A35" if not dark(c) else "#0F2620", "M0,222 C60,214 130,224 190,219 C240,216 290,220 320,224 V240 H0 Z"),
    )


def _inside(c: Palette, n: int) -> str:
    shade = "#B98A45"
    if n in (1, 7):
        return disc(shade, 18, 25, 5) + path(shade, "M8,38 C8,28 28,28 28,38 Z")
    if n in (4, 5):
        return path(shade, "M11,22 L14,10 H22 L25,22 Z") + box(shade, 16.5, 22, 3, 12) + box(shade, 11, 33, 14, 5, 2)
    if n == 2:
        return box(shade, 14, 29, 9, 9, 2) + line(shade, 2, "M23,31 c5,0 5,5 0,5")
    return ""


def year(c: Palette, counts: Counts) -> str:
    """A hundred people after a year, as dots in four groups, and how it went for each group."""
    x, parts = 13.0, []
    for fact, kind in (("year_none", 0), ("year_on_off", 1), ("year_mild", 2), ("year_more", 3)):
        seen, _ = counts[fact]
        columns = seen // 5
        wide = columns * 13.4
        parts.append(_way(c, kind, x, wide))
        parts.append(line(c["ruled"], 2, f"M{x:g},112 h{wide:g}"))
        for n in range(seen):
            px, py = x + 6.7 + n // 5 * 13.4, 134 + n % 5 * 17
            parts.append(counted(fact, n, True, _dot(c, kind, px, py)))
        x += wide + 8.6
    return picture(*parts)


def _dot(c: Palette, kind: int, x: float, y: float) -> str:
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="4.800" fill="{c["card"]}" stroke="{c["deep"]}" stroke-width="1.800"/>'
    half = path(c["deep"], f"M{x:g},{y - 4.8:g} A4.800,4.800 0 0 1 {x:g},{y + 4.8:g} Z")
    filled = (ring, ring + half, ring + disc(c["deep"], x, y, 2.6), disc(c["deep"], x, y, 5.7))
    return filled[kind]


def _way(c: Palette, kind: int, x: float, wide: float) -> str:
    if kind == 0:
        d = f"M{x + 2:g},106 h{wide - 4:g}"
    elif kind == 1:
        step = wide / 6
        d = f"M{x + 2:g},106 " + "".join(
            f"c{step * 0.5:g},0 {step * 0.4:g},{-high} {step - 0.6:g},{-high} c{step * 0.6:g},0 {step * 0.5:g},{high} {step - 0.6:g},{high} "
            for high in (58, 40, 50)
        )
    else:
        y, waves = (90, 2) if kind == 2 else (50, 3)
        step = (wide - 4) / waves / 2
        d = f"M{x + 2:g},{y} " + f"q{step / 2:g},-9 {step:g},0 q{step / 2:g},9 {step:g},0 " * waves
    return line(c["warm"], 4, d)
