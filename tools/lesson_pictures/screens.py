"""Ten people on ten screens of a scanner, seen from behind, who wave; each is one in ten."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.counted import Counts, counted
from tools.lesson_pictures.props import picture

ARMS = (
    "M-11,-56 L-18,-68 L-15,-82 M11,-56 L17,-43 L15,-31",
    "M-11,-56 L-17,-43 L-15,-31 M11,-56 L18,-68 L19,-81",
    "M-11,-56 L-18,-68 L-18,-81 M11,-56 L18,-68 L18,-81",
    "M-11,-56 L-20,-46 L-12,-37 M11,-56 L18,-68 L15,-82",
)


def scans(c: Palette, counts: Counts) -> str:
    """People without pain; half have a spot low on the back."""
    seen, of = counts["at_forty"]
    spotted = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)[:seen]
    return picture(
        *(
            counted(
                "at_forty",
                n,
                n in spotted,
                moved(40 + 60 * (n % 5), 108 + 110 * (n // 5), _screen(c, n, n in spotted)),
            )
            for n in range(of)
        )
    )


def _screen(c: Palette, at: int, spotted: bool) -> str:
    """Placed by the middle between the feet."""
    body = c["print"]
    return (
        box(c["china"], -27, -93, 54, 102, 10)
        + line(body, 6, "M-7,0 h-2 M7,0 h2")
        + line(body, 9, "M-5,-30 L-6,-3 M5,-30 L6,-3")
        + line(body, 5.5, ARMS[at * 3 % 4])
        + box(body, -3.5, -66, 7, 10)
        + path(
            body,
            "M-14,-53 C-14,-60 -6,-61 0,-61 C6,-61 14,-60 14,-53 L10,-38 L11,-25 H-11 L-10,-38 Z",
        )
        + disc(body, 0, -72, 9)
        + _hair(body, at)
        + "".join(disc("#97C4B7", 0, y, 2) for y in range(-59, -28, 5))
        + disc(c["spot"], 0, -39, 5) * spotted
    )


def _hair(colour: str, at: int) -> str:
    """In a bun, down to the neck, or short."""
    if at % 3 == 0:
        return disc(colour, 0, -84, 4.2)
    if at % 3 == 1:
        return path(colour, "M-10,-62 C-13,-87 13,-87 10,-62 C4,-60 -4,-60 -10,-62 Z")
    return ""
