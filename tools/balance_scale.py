"""The parts of the scale with two pans: what stands, the beam that turns, a pan that hangs.

Screens lay them over each other and move them; `screens/balance_drawing.py` knows the same sizes.
"""

from __future__ import annotations

from tools.drawing import LIGHT, Palette, box, disc, line, oval, path, svg


def stand(c: Palette) -> str:
    """360 x 196; the beam turns round (180, 34)."""
    metal = c["deep"] if c is LIGHT else c["near"]
    return svg(
        360,
        196,
        path(c["stage"], "M14,184 C12,96 62,22 180,20 C298,22 348,96 346,184 Z"),
        oval(c["far"], 180, 184, 128, 7),
        path(metal, "M175,34 H185 L189,166 H171 Z"),
        path(metal, "M140,182 C140,170 158,164 180,164 C202,164 220,170 220,182 Z"),
        box(c["wood"], 122, 178, 116, 10, 5),
        disc(c["amber"], 180, 100, 4),
    )


def beam(c: Palette) -> str:
    """248 x 28; it turns round its middle, and the pans hang 112 from there."""
    wood, edge = c["wood"], c["amber"]
    return svg(
        248,
        28,
        path(
            wood,
            "M12,10 C60,10 90,8 124,4 C158,8 188,10 236,10 A4,4 0 0 1 236,18 C188,18 158,20 124,24 C90,20 60,18 12,18 A4,4 0 0 1 12,10 Z",
        ),
        *(disc(edge, x, 14, 6) for x in (12, 236)),
        disc(c["deep"] if c is LIGHT else c["near"], 124, 14, 11),
        disc(edge, 124, 14, 5),
    )


def pan(c: Palette) -> str:
    """124 x 102; hangs from (62, 2), and what lies on it stands on y = 84."""
    cord = c["wood"]
    return svg(
        124,
        102,
        line(cord, 2.4, "M62,3 L8,84"),
        line(cord, 2.4, "M62,3 L116,84"),
        path(
            c["near"] if c is LIGHT else c["mid"],
            "M2,84 H122 C120,96 96,101 62,101 C28,101 4,96 2,84 Z",
        ),
        box(c["mid"] if c is LIGHT else c["near"], 0, 82, 124, 5, 2.5),
        disc(c["amber"], 62, 4, 4),
    )


PARTS = {"scale-stand": stand, "scale-beam": beam, "scale-pan": pan}
