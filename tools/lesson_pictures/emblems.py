"""Stones that carry each other, cards that are turned."""

from __future__ import annotations

from tools.drawing import Palette, box, disc, line, moved, path
from tools.lesson_pictures.palette import dark
from tools.lesson_pictures.person import SOLE, STANDS, person
from tools.lesson_pictures.props import arrow, book, cloud, floor, meadow, picture, shoe, sun

TURNS_CARD = STANDS | {"a": 312, "f": 8, "A": 318, "F": 16, "H": 86}


def cairn(c: Palette) -> str:
    """Knowledge carries movement, and movement carries the hand."""
    page = c["card"] if not dark(c) else c["ink"]
    return picture(
        sun(c, 264, 56, 20),
        meadow(c),
        path(
            c["deep"],
            "M46,210 C40,168 84,152 158,152 C236,152 282,168 274,210 C270,220 50,220 46,210 Z",
        ),
        path(
            c["near"] if not dark(c) else "#6AB4A6",
            "M80,148 C74,114 108,98 160,98 C214,98 246,114 240,148 C236,158 84,158 80,148 Z",
        ),
        path(
            c["deep"],
            "M106,98 C100,58 122,32 160,32 C198,32 220,58 214,98 C210,106 110,106 106,98 Z",
        ),
        book(c["amber"] if not dark(c) else c["ink"], c["china"], 160, 184),
        shoe(page, c["onside"], 160, 143, 1.25),
        moved(158, 94, _helping_hand(page, c["onside"])),
    )


def _helping_hand(bust: str, hand: str) -> str:
    """Head and shoulders, and a hand that lies on one shoulder, its fingers over the front."""
    fingers = "M1.500,-23 V-12 M7,-23 V-8.500 M12.500,-22 V-7.500 M18,-20 V-9"
    return (
        disc(bust, -8, -39, 10)
        + path(bust, "M-34,0 V-8 C-34,-22 -22,-26 -8,-26 C8,-26 22,-22 22,-8 V0 Z")
        + line(hand, 8.5, "M40,-9 L21,-20")
        + line(hand, 7.5, "M3.500,-22.500 L17,-20.500")
        + line(hand, 4.4, fingers)
    )


def myths(c: Palette) -> str:
    """Two cards: fog on one, and what is seen once it is turned."""
    back, front = ("#93A69F", c["card"]) if not dark(c) else ("#5E746C", c["paper"])
    at, tall = (46, 212 - SOLE * 1.4), 140
    return picture(
        floor(c, 212),
        moved(
            134,
            143,
            box(back, -58, -82, 116, 164, 16),
            box("#A9B9B2" if not dark(c) else "#6E857C", -48, -72, 96, 144, 10),
            cloud("#E4EAE6" if not dark(c) else "#B9C6BF", 0, -22, 1.0),
            cloud("#CBD6D0" if not dark(c) else "#93A69F", -4, 8, 0.85),
            cloud("#E4EAE6" if not dark(c) else "#B9C6BF", 6, 38, 0.75),
            turn=-5,
            scale=0.82,
        ),
        moved(
            252,
            138,
            box("#1F7268", -58, -82, 116, 164, 16),
            box(front, -50, -74, 100, 148, 10),
            disc("#F9E6C2", 0, -22, 36),
            disc("#F0C57F", 0, -22, 22),
            path(
                "#97C4B7",
                "M-50,30 C-30,8 -8,12 6,24 C22,12 40,14 50,22 V64 A10,10 0 0 1 40,74 H-40 A10,10 0 0 1 -50,64 Z",
            ),
            line("#1F7268", 9, "M-16,44 L-4,56 L20,30"),
            turn=5,
            scale=0.88,
        ),
        person(c, "Lone", TURNS_CARD, at, tall),
        arrow(c["warm"], 6, "M152,40 C170,22 202,20 222,36", (226, 40), 42),
    )
