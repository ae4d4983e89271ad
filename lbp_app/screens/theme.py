"""Design tokens: colour roles, type, space, corners, depth and motion. Screens name roles, never
colours.
"""

from dataclasses import dataclass
from functools import cache

import flet as ft

from lbp_app.flet_inside import sealed

LIGHT = {
    "surface": "#F6F1E8",
    "surface_container_lowest": "#FFFDF9",
    "surface_container_low": "#F1EADE",
    "surface_container": "#EAE2D3",
    "surface_container_high": "#E6DDCC",
    "surface_container_highest": "#E2D8C6",
    "on_surface": "#1E2A28",
    "on_surface_variant": "#53605C",
    "outline": "#7F8882",
    "outline_variant": "#DED5C5",
    "primary": "#1F7268",
    "on_primary": "#FFFFFF",
    "primary_container": "#DCEBE4",
    "on_primary_container": "#0E4039",
    "secondary": "#8A5A1F",
    "on_secondary": "#FFFFFF",
    "secondary_container": "#F7E6CA",
    "on_secondary_container": "#4D330C",
    "tertiary": "#4B5C93",
    "on_tertiary": "#FFFFFF",
    "error": "#96402B",
    "on_error": "#FFFFFF",
    "inverse_surface": "#16332F",
    "on_inverse_surface": "#F4F1EA",
    "shadow": "#4A3A1C",
}
DARK = {
    "surface": "#0F1615",
    "surface_container_lowest": "#1B2523",
    "surface_container_low": "#27322F",
    "surface_container": "#2E3A36",
    "surface_container_high": "#323E3A",
    "surface_container_highest": "#35413D",
    "on_surface": "#ECE8DF",
    "on_surface_variant": "#AEB7B1",
    "outline": "#87918B",
    "outline_variant": "#384541",
    "primary": "#80C9BB",
    "on_primary": "#07332D",
    "primary_container": "#20403A",
    "on_primary_container": "#CDEFE7",
    "secondary": "#E6BE8A",
    "on_secondary": "#3D2806",
    "secondary_container": "#3A2E1B",
    "on_secondary_container": "#F6DFBC",
    "tertiary": "#B5C0EC",
    "on_tertiary": "#1D2A57",
    "error": "#F0AD98",
    "on_error": "#54190B",
    "inverse_surface": "#DDEDE7",
    "on_inverse_surface": "#12302B",
    "shadow": "#000000",
}


class Role:
    """What a colour is for. Each is a theme role, so a change of theme costs no round trip."""

    PAGE = ft.Colors.SURFACE
    CARD = ft.Colors.SURFACE_CONTAINER_LOWEST
    WELL = ft.Colors.SURFACE_CONTAINER_LOW
    INK = ft.Colors.ON_SURFACE
    SOFT = ft.Colors.ON_SURFACE_VARIANT
    LINE = ft.Colors.OUTLINE_VARIANT
    EDGE = ft.Colors.OUTLINE
    MAIN = ft.Colors.PRIMARY
    ON_MAIN = ft.Colors.ON_PRIMARY
    STAGE = ft.Colors.PRIMARY_CONTAINER
    ON_STAGE = ft.Colors.ON_PRIMARY_CONTAINER
    WARM = ft.Colors.SECONDARY
    WARM_BOX = ft.Colors.SECONDARY_CONTAINER
    ON_WARM = ft.Colors.ON_SECONDARY_CONTAINER
    DUSK = ft.Colors.TERTIARY
    DEEP = ft.Colors.INVERSE_SURFACE
    ON_DEEP = ft.Colors.ON_INVERSE_SURFACE
    ERROR = ft.Colors.ERROR
    NONE = ft.Colors.TRANSPARENT


# Which role may stand on which, for text (WCAG 2.2: 4.5 : 1) and for parts and lines (3 : 1);
# a test computes every pair in both themes.
TEXT_PAIRS = (
    ("on_surface", "surface"),
    ("on_surface", "surface_container_lowest"),
    ("on_surface", "surface_container_low"),
    ("on_surface_variant", "surface"),
    ("on_surface_variant", "surface_container_lowest"),
    ("on_surface_variant", "surface_container_low"),
    ("primary", "surface"),
    ("primary", "surface_container_lowest"),
    ("primary", "surface_container_low"),
    ("primary", "secondary_container"),
    ("on_primary", "primary"),
    ("on_primary_container", "primary_container"),
    ("on_surface", "primary_container"),
    ("on_secondary_container", "secondary_container"),
    ("error", "surface"),
    ("error", "surface_container_lowest"),
    ("on_error", "error"),
    ("on_inverse_surface", "inverse_surface"),
    ("tertiary", "surface_container_lowest"),
)
PART_PAIRS = (
    ("outline", "surface"),
    ("outline", "surface_container_lowest"),
    ("primary", "outline_variant"),
    ("primary", "surface_container_low"),
    ("primary", "surface_container_lowest"),
    ("tertiary", "surface_container_lowest"),
    ("secondary", "secondary_container"),
    ("on_surface", "primary_container"),
    ("on_primary_container", "surface_container_lowest"),
)


class Space:
    HAIR, XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32, 48
    EDGE_NARROW, EDGE_PHONE, EDGE_WIDE = 6, 16, 32


class Radius:
    BAR, CHIP, TILE, CARD, STAGE = 6, 14, 18, 26, 32


WIDE = 840  # px; a rail from here, a bar below
NARROW = 360  # px; below it every margin gives way to the text
RAIL = 216  # px
TARGET = 48  # px, the least a finger is asked to hit
QUICK = 160  # ms

SANS, SANS_MEDIUM, SANS_BOLD = "Figtree", "Figtree Medium", "Figtree SemiBold"
SERIF = "Literata"
FONTS = {
    SANS: "fonts/Figtree-400.ttf",
    SANS_MEDIUM: "fonts/Figtree-500.ttf",
    SANS_BOLD: "fonts/Figtree-600.ttf",
    SERIF: "fonts/Literata-500.ttf",
}


@dataclass(frozen=True)
class Face:
    """A style of type: size in px at 100 %, line height as a factor; never larger than `most`
    times, and on a phone than `on_phone` times, where a long word would break.
    """

    size: float
    height: float
    family: str
    spacing: float = 0
    most: float = 2.0
    on_phone: float = 2.0


class Type:
    """The serif speaks (greeting, sentences, questions); the sans works. Nothing is under 16 but
    the bar.
    """

    HERO = Face(34, 1.18, SERIF, -0.5, on_phone=1.4)
    TITLE = Face(27, 1.22, SERIF, -0.3, on_phone=1.6)
    SPEAK = Face(21, 1.36, SERIF, -0.1)
    HEAD = Face(19, 1.3, SANS_BOLD)
    ITEM = Face(17, 1.3, SANS_BOLD)
    BODY = Face(17, 1.46, SANS)
    NOTE = Face(16, 1.38, SANS)
    LABEL = Face(16, 1.3, SANS_MEDIUM)
    FIELD = Face(20, 1.3, SANS_MEDIUM)  # a label that Flutter draws at 75 % once it floats
    CLOCK = Face(50, 1.1, SANS_MEDIUM, most=1.3)
    NUMBER = Face(19, 1.1, SANS_BOLD)
    BAR = Face(15, 1.2, SANS, most=1.3)
    BAR_NOW = Face(15, 1.2, SANS_BOLD, most=1.3)


@cache
def style(face: Face, factor: float, color: str | None = None) -> ft.TextStyle:
    """One object for all texts that look alike: Flet compares and sends it the faster."""
    looks = ft.TextStyle(
        size=round(face.size * factor, 1),
        height=face.height,
        font_family=face.family,
        font_family_fallback=[SANS],
        letter_spacing=face.spacing,
        color=color,
    )
    return sealed(looks)


def material(colours: dict[str, str], bar_factor: float = 1.0) -> ft.Theme:
    """The whole of a theme for Flet; `bar_factor` scales the labels of the bottom bar (at most
    1.3).
    """
    still = ft.PageTransitionTheme.NONE
    return ft.Theme(
        color_scheme=ft.ColorScheme(**colours, surface_tint="#00000000"),
        font_family=SANS,
        scaffold_bgcolor=colours["surface"],
        focus_color=ft.Colors.with_opacity(0.14, colours["primary"]),
        splash_color=ft.Colors.with_opacity(0.08, colours["primary"]),
        page_transitions=ft.PageTransitionsTheme(
            android=still, ios=still, linux=still, macos=still, windows=still
        ),
        scrollbar_theme=ft.ScrollbarTheme(thickness=4, radius=4),
        divider_color=colours["outline_variant"],
        # else desktop browsers take 8 px off every button
        visual_density=ft.VisualDensity.STANDARD,
        navigation_bar_theme=_bar_theme(colours, bar_factor),
    )


def _bar_theme(colours: dict[str, str], factor: float) -> ft.NavigationBarTheme:
    now = style(Type.BAR_NOW, factor, colours["on_primary_container"])
    other = style(Type.BAR, factor, colours["on_surface_variant"])
    return ft.NavigationBarTheme(
        label_text_style={ft.ControlState.SELECTED: now, ft.ControlState.DEFAULT: other}
    )
