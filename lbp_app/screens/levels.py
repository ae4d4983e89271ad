"""A level shown three ways: a stair, a number and a word."""

import flet as ft

from lbp_app.content.library import say
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import words

STEPS = (6, 10, 14, 18)  # px


def level_badge(ui: Ui, level: int, color: str = Role.INK) -> ft.Row:
    bars = [
        ft.Container(
            width=6, height=height, border_radius=3, bgcolor=Role.MAIN if i < level else Role.LINE
        )
        for i, height in enumerate(STEPS)
    ]
    stair = ft.Row(list(bars), spacing=3, tight=True, vertical_alignment=ft.CrossAxisAlignment.END)
    name = words(ui, level_name(ui, level), Type.LABEL, color)
    return ft.Row([stair, name], spacing=8, tight=True)


def level_name(ui: Ui, level: int) -> str:
    """ "Trin 2"."""
    return say(ui.t, next(one.name for one in ui.library.training.levels if one.id == level))
