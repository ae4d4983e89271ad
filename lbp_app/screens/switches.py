"""Something that is on or off."""

from collections.abc import Callable
from typing import Any

import flet as ft

from lbp_app.screens.theme import Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import note, words


def switch(ui: Ui, name: str, detail: str, on: bool, pick: Callable[[bool], Any]) -> ft.Control:
    """The whole row is one switch."""
    toggle = ft.Switch(value=on, on_change=lambda e: pick(bool(e.control.value)))
    says: list[ft.Control] = [words(ui, name, Type.ITEM)]
    if detail:
        says.append(note(ui, detail))
    text = ft.Column(says, spacing=2, tight=True, expand=True)
    row = ft.Container(ft.Row([text, toggle], spacing=12), padding=ft.Padding.symmetric(vertical=8))
    return ft.MergeSemantics(content=ft.GestureDetector(content=row, on_tap=lambda: pick(not on)))
