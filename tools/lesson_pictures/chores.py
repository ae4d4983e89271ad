"""What to do and when to rest, in a row, and the clock that says so."""

from __future__ import annotations

import math

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.props import cup, floor, picture


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
