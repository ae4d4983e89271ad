"""Ten wooden figures on two shelves, each for one in ten."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path
from tools.figures.items import cast
from tools.lesson_pictures.counted import Counts, counted
from tools.lesson_pictures.palette import mode_of
from tools.lesson_pictures.props import floor, picture

SKINS, HAIRS = ("fair", "brown", "olive", "deep"), ("Inger", "Amir", "Lone", "Samuel")

EYES = "#2B2523"


def nine_in_ten(c: Palette, counts: Counts) -> str:
    """Nine alike; one in another coat, under a magnifying glass."""
    seen, of = counts["nine_in_ten"]
    return picture(
        _shelves(c),
        *(
            counted(
                "nine_in_ten",
                n,
                n < seen,
                moved(
                    x,
                    y,
                    _doll(c, n, c["deep" if n < seen else "coat"], c["deep"]),
                    _glass(c) if n >= seen else "",
                    scale=1.12,
                ),
            )
            for n, (x, y) in enumerate(_places(of))
        ),
    )


def _glass(c: Palette) -> str:
    """Over one place on the figure."""
    return (
        line(c["mast"], 5.5, "M9,-9 L20,4")
        + disc(c["mast"], 1, -18, 13.5)
        + disc(c["china"], 1, -18, 10.5)
        + disc(c["clay"], 1, -18, 4.5)
    )


def _places(of: int) -> list[tuple[float, float]]:
    """Five on a shelf."""
    return [(48 + 56 * (n % 5), 112 + 102 * (n // 5)) for n in range(of)]


def _shelves(c: Palette) -> str:
    return box(c["wood"], 14, 112, 292, 6, 3) + floor(c, 214)


def _doll(c: Palette, at: int, coat: str, edge: str) -> str:
    """A wooden figure, as a child has: no two neighbours have the same hair."""
    ground = ("light", "dark").index(mode_of(c))
    skin = cast().skins[SKINS[at * 3 % 4]][ground]
    hair = cast().people[HAIRS[(at * 3 + at // 5) % 4]].hair_colour[ground]
    crown = (
        path(hair, "M-11.500,-50 C-14,-67 14,-67 11.500,-50 C8,-58 -6,-57 -11.500,-50 Z")
        + disc(hair, -9, -62, 4.5) * (at % 3 == 0)
        + path(
            hair,
            "M-11.500,-50 C-13,-44 -12,-40 -9,-40 L-8,-54 Z M11.500,-50 C13,-44 12,-40 9,-40 L8,-54 Z",
        )
        * (at % 3 == 1)
    )
    body = "M-16,-2 V-22 C-16,-36 -9,-42 0,-42 C9,-42 16,-36 16,-22 V-2 A2,2 0 0 1 14,0 H-14 A2,2 0 0 1 -16,-2 Z"
    return (
        f'<path fill="{coat}" stroke="{edge}" stroke-width="2.500" d="{body}"/>'
        + path(c["mid"] if coat == c["deep"] else edge, "M-8,-41 C-4,-34 4,-34 8,-41 Z")
        + disc(skin, 0, -50, 11.5)
        + disc(EYES, -4, -49, 1.4)
        + disc(EYES, 4, -49, 1.4)
        + line(EYES, 1.2, "M-3,-44.500 Q0,-42.500 3,-44.500")
        + crown
    )
