"""Things to tick, drawn our way: real checkboxes for keyboard and screen reader."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import flet as ft

from lbp_app.screens.cards import stack
from lbp_app.screens.choices import Choice
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import icon, words

Change = Callable[[str, bool], Any]


def ticks(ui: Ui, options: Sequence[Choice], chosen: Sequence[str], change: Change) -> ft.Control:
    """`change` is told the value and whether it is ticked from now on."""
    drawn = [_tick(ui, option, option.value in chosen, change) for option in options]
    return stack(*drawn, spacing=Space.XS)


def _tick(ui: Ui, option: Choice, chosen: bool, change: Change) -> ft.Control:
    fg = Role.ON_STAGE if chosen else Role.INK
    text = ft.Container(words(ui, option.text, Type.ITEM, fg), expand=True)
    set_to = partial(change, option.value)
    row = ft.Container(
        ft.Row([_box(chosen, set_to), text], spacing=2),
        bgcolor=Role.STAGE if chosen else Role.CARD,
        border_radius=Radius.TILE,
        padding=ft.Padding.only(left=6, right=16, top=5, bottom=5),
    )
    pressed = ft.GestureDetector(content=row, on_tap=lambda: set_to(not chosen))
    return ft.MergeSemantics(content=pressed)


def _box(chosen: bool, set_to: Callable[[bool], Any]) -> ft.Control:
    """The real checkbox lies unseen upon its drawing and glows when the keyboard is there."""
    focused = ft.Colors.with_opacity(0.45, Role.WARM)
    real = ft.Checkbox(
        value=chosen,
        on_change=lambda: set_to(not chosen),
        fill_color=Role.NONE,
        check_color=Role.NONE,
        border_side=ft.BorderSide(0, Role.NONE),
        overlay_color={ft.ControlState.FOCUSED: focused, ft.ControlState.DEFAULT: Role.NONE},
        splash_radius=22,
    )
    return ft.Stack([ft.Container(_drawn(chosen), left=12, top=12), real], width=48, height=48)


def _drawn(chosen: bool) -> ft.Container:
    return ft.Container(
        icon("check", 16, Role.ON_MAIN) if chosen else None,
        width=24,
        height=24,
        border_radius=7,
        bgcolor=Role.MAIN if chosen else Role.NONE,
        border=None if chosen else ft.Border.all(1.5, Role.EDGE),
        alignment=ft.Alignment.CENTER,
    )
