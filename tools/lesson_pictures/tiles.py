"""Small pictures in a row: what to do and when to rest, the two times four of KRAM."""

from __future__ import annotations

import math

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.props import book, company, cup, floor, picture, shoe


def split(c: Palette) -> str:
    """Do a little, sit down, do a little more, have a cup; the clock says when."""
    cloth = c["onside"]
    return picture(
        floor(c, 212),
        line(c["stone"], 5, "M40,78 H280"),
        _task(c, 54, _broom(c["card"], cloth)),
        _break(c, 128.3, moved(0, 20, _chair(c), scale=0.62)),
        _task(c, 202.6, _washing(c["card"], cloth)),
        _break(c, 277, moved(-2, 13, cup(c, 0, 0, 0.95))),
        _clock(c, 160, 213),
    )


def _task(c: Palette, x: float, *parts: str) -> str:
    return box(c["deep"], x - 38, 24, 76, 108, 20) + moved(x, 116, *parts, scale=1.08)


def _break(c: Palette, x: float, part: str) -> str:
    return disc(c["glow"], x, 78, 27) + moved(x, 78, part)


def _chair(c: Palette) -> str:
    """An easy chair, seen from the side."""
    return (
        line(c["mast"], 5, "M-16,-8 L-20,0 M20,-8 L24,0")
        + path(
            c["clay"],
            "M-30,-62 C-32,-70 -16,-72 -14,-64 L-6,-30 H22 C30,-30 30,-10 22,-8 H-16 C-22,-8 -24,-14 -25,-20 Z",
        )
        + line(c["mast"], 6, "M-14,-38 H18")
    )


def _clock(c: Palette, x: float, y: float) -> str:
    """A kitchen timer on two feet; a slice of the hour is marked."""
    ticks = "".join(
        f"M{22 * math.cos(at):.1f},{22 * math.sin(at):.1f} L{25 * math.cos(at):.1f},{25 * math.sin(at):.1f} "
        for at in (math.radians(30 * n) for n in range(12))
    )
    return moved(
        x,
        y - 36,
        line(c["clay"], 7, "M-18,26 L-23,34 M18,26 L23,34"),
        box(c["clay"], -7, -44, 14, 12, 4),
        disc(c["clay"], 0, 0, 34),
        disc(c["china"], 0, 0, 28),
        path("#E3A64E", "M0,0 V-19 A19,19 0 0 1 16.500,9.500 Z"),
        line("#16403A", 2, ticks),
        line("#16403A", 3.4, "M0,0 V-18 M0,0 L14,8"),
        disc("#16403A", 0, 0, 3),
    )


def _broom(handle: str, bristle: str) -> str:
    return moved(
        0,
        0,
        line(handle, 5, "M16,-70 L-2,-30"),
        path(bristle, "M-10,-34 L6,-27 L4,0 H-26 Z"),
        line(handle, 2.4, "M-12,-26 L-17,-4 M-4,-22 L-6,-4"),
    )


def _washing(weave: str, cloth: str) -> str:
    """A laundry basket with holes and two grips; a towel and a sock hang over its rim."""
    holes = "".join(f"M{x},-20 L{x * 0.88:.1f},-8 " for x in (-18, -9, 0, 9, 18))
    return (
        path("#97C4B7", "M-22,-36 C-24,-54 -4,-58 2,-46 V-36 Z")
        + path("#E7D3C0", "M-2,-36 C0,-56 24,-54 22,-36 Z")
        + line(weave, 4, "M-28,-34 C-34,-34 -34,-24 -27,-24 M28,-34 C34,-34 34,-24 27,-24")
        + path(weave, "M-30,-38 H30 L24,-4 A5,5 0 0 1 19,0 H-19 A5,5 0 0 1 -24,-4 Z")
        + line("#1F7268", 3, holes)
        + path(cloth, "M6,-40 H17 V-22 H23 C28,-22 28,-13 23,-13 H11 A5,5 0 0 1 6,-18 Z")
    )


def habits(c: Palette) -> str:
    """Two rows of four: what belongs to the body, and what belongs to the mind."""
    above = (_apple(c), _stub(c), _wine(c), shoe("#2F8F83", c["clay"], -1, 18, 1.18))
    below = (
        book("#1F7268", "#EAF3EE", 0, 0, 0.72),
        moved(0, 4, company(), scale=1.35),
        _seedling(c),
        _boat(c),
    )
    return picture(
        *(_tile(c, 16 + n * 74, 20, icon) for n, icon in enumerate(above)),
        *(_tile(c, 16 + n * 74, 126, icon) for n, icon in enumerate(below)),
    )


def _tile(c: Palette, x: float, y: float, icon: str) -> str:
    face = c["china"]
    return box(face, x, y, 66, 94, 16) + moved(x + 33, y + 47, icon)


def _apple(c: Palette) -> str:
    return (
        path(
            "#5E9F6B",
            "M0,-10 C10,-20 27,-12 24,6 C22,20 10,26 0,21 C-10,26 -22,20 -24,6 C-27,-12 -10,-20 0,-10 Z",
        )
        + line("#7A5735", 3.2, "M0,-10 C0,-18 3,-22 6,-25")
        + path("#2F8F83", "M4,-17 C10,-28 20,-26 24,-24 C22,-16 12,-12 4,-17 Z")
    )


def _stub(c: Palette) -> str:
    return (
        path("#7FA99D", "M-26,10 H26 C24,22 16,25 8,25 H-8 C-16,25 -24,22 -26,10 Z")
        + moved(
            2,
            4,
            box("#F1E7D2", -22, -4.5, 26, 9, 2),
            box("#D29A4C", 2, -4.500, 12, 9, 2),
            box("#C9C3B6", -26, -4.5, 6, 9, 2),
            '<rect x="-26" y="-4.500" width="40" height="9" rx="2" fill="none" stroke="#B9AA8A" stroke-width="1.200"/>',
            turn=-14,
        )
        + line("#B9C6BF", 3, "M-24,-6 c-6,-7 6,-11 0,-19")
    )


def _wine(c: Palette) -> str:
    return (
        '<path d="M-15,-28 C-17,-4 -10,4 0,4 C10,4 17,-4 15,-28 Z" fill="#E4EFEA" stroke="#7FA99D" stroke-width="2.400"/>'
        + path("#8A5580", "M-14.500,-14 C-14,-1 -8,2.500 0,2.500 C8,2.500 14,-1 14.500,-14 Z")
        + line("#7FA99D", 3.2, "M0,4 V24")
        + line("#7FA99D", 4, "M-12,25 H12")
    )


def _seedling(c: Palette) -> str:
    """In two hands that are held together like a bowl."""
    hand = "M0,29 C-14,29 -25,20 -29,3 C-30,-3 -23,-4 -21,0 L-16,10 C-12,12 -5,12 0,11 Z"
    return (
        line("#559C8D", 3.4, "M0,8 V-14")
        + path("#559C8D", "M0,-8 C-16,-8 -19,-20 -18,-28 C-6,-27 0,-19 0,-8 Z")
        + path("#6FAE9F", "M0,-12 C14,-12 18,-22 17,-31 C6,-30 0,-22 0,-12 Z")
        + path("#7A5735", "M-17,14 C-17,2 17,2 17,14 Z")
        + path("#E0AE88", hand)
        + f'<g transform="scale(-1 1)">{path("#D29C75", hand)}</g>'
        + line("#B98258", 1.6, "M-20,6 L-12,16 M20,6 L12,16")
    )


def _boat(c: Palette) -> str:
    return (
        line("#7A5735", 3, "M-2,8 V-28")
        + path("#E3A64E", "M2,-26 C14,-14 18,-4 19,4 H2 Z")
        + path("#1F7268", "M-26,10 H26 C23,20 17,22 10,22 H-10 C-18,22 -23,18 -26,10 Z")
        + line("#7DB6A9", 3.4, "M-28,27 q7,-6 14,0 t14,0 t14,0 t14,0")
    )
