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
LIGHT: Palette = drawing.LIGHT | {
    "clay": "#C5754B",
    "navy": "#34466C",
    "bread": "#E7B877",
    "stone": "#B9C6BF",
    "night": "#33507A",
    "leaf": "#6FAE9F",
}
DARK: Palette = drawing.DARK | {
    "clay": "#DC8F64",
    "navy": "#8395C4",
    "bread": "#D9A866",
    "stone": "#6C7F78",
    "night": "#16283F",
    "leaf": "#4F9587",
}
PALETTES = {
    "light": LIGHT | {name: theme.LIGHT[role] for name, role in ROLES.items()},
    "dark": DARK | {name: theme.DARK[role] for name, role in ROLES.items()},
}


def mode_of(c: Palette) -> str:
    return next(mode for mode, palette in PALETTES.items() if palette is c)


def dark(c: Palette) -> bool:
    return c is PALETTES["dark"]
