"""Small pictures in a row: what to do and when to rest, the two times four of KRAM."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.props import arrow, book, company, cup, floor, picture, shoe


def split(c: Palette) -> str:
    """Do a little, have a cup, do a little more; the egg timer says when."""
    cloth = c["onside"]
    rest = c["glow"]
    return picture(
        floor(c),
        line(c["stone"], 5, "M40,88 H290"),
        _task(c, 46, _broom(c["card"], cloth)),
        disc(rest, 116, 88, 28),
        cup(c, 115, 102),
        _task(c, 186, _basket(c["card"], cloth)),
        disc(rest, 256, 88, 28),
        cup(c, 255, 102),
        arrow(c["deep"], 6, "M291,88 h6", (298, 88), 0),
        _egg_timer(c, 116, 206),
    )


def _task(c: Palette, x: float, *parts: str) -> str:
    return box(c["deep"], x - 38, 34, 76, 108, 20) + moved(x, 126, *parts, scale=1.08)


def _egg_timer(c: Palette, x: float, y: float) -> str:
    shell = c["china"]
    ticks = (line("#1F7268", 2.2, f"M{dx},-21 v5") for dx in (-16, -8, 0, 8, 16))
    return moved(
        x,
        y,
        path(c["clay"], "M-24,-20 H24 C24,-6 16,0 10,0 H-10 C-16,0 -24,-6 -24,-20 Z"),
        path(shell, "M-24,-22 C-24,-46 -10,-58 0,-58 C10,-58 24,-46 24,-22 Z"),
        *ticks,
        path(c["clay"], "M0,-14 l-5,8 h10 Z"),
    )


def _broom(handle: str, bristle: str) -> str:
    return moved(
        0,
        0,
        line(handle, 5, "M14,-66 L-2,-30"),
        path(bristle, "M-10,-34 L6,-27 L4,0 H-26 Z"),
        line(handle, 2.4, "M-12,-26 L-17,-4 M-4,-22 L-6,-4"),
    )


def _basket(weave: str, cloth: str) -> str:
    return (
        path(cloth, "M-20,-34 C-20,-52 -6,-54 0,-46 C6,-56 22,-50 20,-34 Z")
        + path(weave, "M-25,-36 H25 L20,-4 A4,4 0 0 1 16,0 H-16 A4,4 0 0 1 -20,-4 Z")
        + line(cloth, 2.4, "M-19,-24 H19 M-17,-12 H17")
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
    return (
        line("#559C8D", 3.4, "M0,8 V-12")
        + path("#559C8D", "M0,-6 C-16,-6 -19,-18 -18,-26 C-6,-25 0,-17 0,-6 Z")
        + path("#6FAE9F", "M0,-10 C14,-10 18,-20 17,-29 C6,-28 0,-20 0,-10 Z")
        + path("#7A5735", "M-13,10 C-13,2 13,2 13,10 Z")
        + path(
            "#E0AE88",
            "M-29,8 C-20,8 -16,12 -10,12 H14 C22,10 26,2 30,6 C32,10 24,26 8,26 H-10 C-18,26 -22,20 -29,20 Z",
        )
    )


def _boat(c: Palette) -> str:
    return (
        line("#7A5735", 3, "M-2,8 V-28")
        + path("#E3A64E", "M2,-26 C14,-14 18,-4 19,4 H2 Z")
        + path("#1F7268", "M-26,10 H26 C23,20 17,22 10,22 H-10 C-18,22 -23,18 -26,10 Z")
        + line("#7DB6A9", 3.4, "M-28,27 q7,-6 14,0 t14,0 t14,0 t14,0")
    )
