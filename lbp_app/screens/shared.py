"""Flet's small values, one object for all that are alike: Flet keeps each control of each tab, and
compares the faster what is the same object.
"""

from functools import cache

import flet as ft

from lbp_app.flet_inside import sealed
from lbp_app.screens.theme import QUICK, Role

Sides = tuple[float, float, float, float]  # px left, above, right, below
MIDDLE = sealed(ft.Alignment(0, 0))
FOCUS = 3  # px, the ring round what the keyboard is on


@cache
def padding(left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> ft.Padding:
    return sealed(ft.Padding(left, top, right, bottom))


@cache
def ring(width: float, color: str) -> ft.Border:
    return sealed(ft.Border.all(width, color))


@cache
def shape(
    bg: str, fg: str, radius: float, room: Sides | float, x: float = 0, y: float = 0
) -> ft.ButtonStyle:
    """`x` and `y`: where the content stands, from -1 (left, top) to 1."""
    style = ft.ButtonStyle(
        bgcolor=bg,
        color=fg,
        overlay_color=ft.Colors.with_opacity(0.08, fg),
        elevation=1,  # as Flet's own, so that it need not copy the style; no shadow is drawn
        shadow_color=Role.NONE,
        padding=padding(*room) if isinstance(room, tuple) else room,
        alignment=ft.Alignment(x, y),
        animation_duration=QUICK,
        side={
            ft.ControlState.FOCUSED: ft.BorderSide(FOCUS, Role.INK),
            ft.ControlState.DEFAULT: ft.BorderSide(0, Role.NONE),
        },
        shape=ft.RoundedRectangleBorder(radius=radius),
    )
    return sealed(style)


@cache
def depth() -> list[ft.BoxShadow]:
    """Two soft layers in the light; in the dark they vanish and the lighter card does the work."""
    return [_layer(2, 1, 0.05), _layer(22, 8, 0.06)]


def _layer(blur: float, down: float, opacity: float) -> ft.BoxShadow:
    color = ft.Colors.with_opacity(opacity, ft.Colors.SHADOW)
    return sealed(ft.BoxShadow(blur_radius=blur, offset=ft.Offset(0, down), color=color))


@cache
def outline(width: float, color: str, radius: float, gap: float = 4) -> ft.OutlineInputBorder:
    """`gap`: px beside the name that the line makes room for."""
    side = ft.BorderSide(width, color)
    return sealed(ft.OutlineInputBorder(side=side, border_radius=radius, gap_padding=gap))
