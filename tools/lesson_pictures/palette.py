"""Colours of the pictures: the theme's where a part carries meaning, the drawings' for the rest."""

from __future__ import annotations

from lbp_app.screens import theme
from tools import drawing
from tools.drawing import Palette

# By the name in a picture: the role of the theme. Only these carry meaning.
ROLES = {
    "stage": "primary_container",
    "deep": "primary",
    "warm": "secondary",
    "dusk": "tertiary",
    "card": "surface_container_lowest",
}
# Beside them, by what they are seen on: "onside" and "spot" lie on deep, "print" on china, "turn" on
# a way, "lit" on a wall, "light" in its seam.
LIGHT: Palette = drawing.LIGHT | {
    "clay": "#C5754B",
    "navy": "#34466C",
    "bread": "#E7B877",
    "stone": "#B9C6BF",
    "night": "#3E5F93",
    "leaf": "#6FAE9F",
    "china": "#FFFDF9",
    "print": "#1F7268",
    "way": "#F4E9D2",
    "verge": "#1F7268",
    "turn": "#8A5A1F",
    "shoe": "#2F8F83",
    "cloud": "#93A69F",
    "glass": "#FBF0D8",
    "ruled": "#C9D6CE",
    "mast": "#7A5735",
    "onside": "#E3A64E",
    "fruit": "#D98F3C",
    "roof": "#A9794A",
    "wall": "#2B7F74",
    "lit": "#F8DB9A",
    "unlit": "#123630",
    "light": "#F9E2B0",
    "seam": "#6B4A1B",
    "spot": "#FFC46B",
    "coat": "#F0C57F",
    "lining": "#8A5A1F",
}
DARK: Palette = drawing.DARK | {
    "clay": "#DC8F64",
    "navy": "#8395C4",
    "bread": "#D9A866",
    "stone": "#6C7F78",
    "night": "#16283F",
    "leaf": "#4F9587",
    "china": "#DCD6C8",
    "print": "#1F7268",
    "way": "#A8A184",
    "verge": "#16302B",
    "turn": "#3A2E1B",
    "shoe": "#4DB3A5",
    "cloud": "#8DA29A",
    "glass": "#2B3A55",
    "ruled": "#4C6B63",
    "mast": "#C2A57E",
    "onside": "#8A5A1F",
    "fruit": "#E6BE8A",
    "roof": "#6B4F34",
    "wall": "#2A6A63",
    "lit": "#F8DB9A",
    "unlit": "#0B1B1D",
    "light": "#FFF1CF",
    "seam": "#3A2E1B",
    "spot": "#FFC46B",
    "coat": "#7A4E18",
    "lining": "#8A5A1F",
}
PALETTES = {
    "light": LIGHT | {name: theme.LIGHT[role] for name, role in ROLES.items()},
    "dark": DARK | {name: theme.DARK[role] for name, role in ROLES.items()},
}


def mode_of(c: Palette) -> str:
    return next(mode for mode, palette in PALETTES.items() if palette is c)


def dark(c: Palette) -> bool:
    return c is PALETTES["dark"]
