"""Small pictures in two rows: the two times four of KRAM."""

from __future__ import annotations

from tools.drawing import Palette, box, line, moved, path
from tools.lesson_pictures.props import book, company, picture, shoe


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
        + path("#E3A64E", "M-2,-27 C12,-15 18,-5 20,5 H-2 Z")
        + path("#1F7268", "M-26,10 H26 C23,20 17,22 10,22 H-10 C-18,22 -23,18 -26,10 Z")
        + line("#7DB6A9", 3.4, "M-28,27 q7,-6 14,0 t14,0 t14,0 t14,0")
    )
