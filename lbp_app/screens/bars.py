"""Bars beside each other, their parts upon each other; the second part is hollow."""

from collections.abc import Sequence

import flet as ft

from lbp_app.screens.shared import ring
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import words

HEIGHT = 120.0  # px of the highest


def bars(ui: Ui, parts: Sequence[Sequence[float]], top: float, said: str) -> ft.Semantics:
    """`parts` each with one value a bar; `said` is the whole picture in words."""
    columns = [_bar(values, top) for values in zip(*parts, strict=True)]
    drawn = ft.Row(list(columns), spacing=2, vertical_alignment=ft.CrossAxisAlignment.END)
    highest = words(ui, f"{top:.0f}", Type.NOTE, Role.SOFT)
    body = ft.Column([highest, _ground(drawn)], spacing=2)
    return ft.Semantics(
        content=body, label=said, image=True, container=True, exclude_semantics=True
    )


def _ground(drawn: ft.Control) -> ft.Container:
    edges = ft.Border(top=ft.BorderSide(1, Role.LINE), bottom=ft.BorderSide(1.5, Role.LINE))
    return ft.Container(drawn, height=HEIGHT + 3, border=edges)


def _bar(values: Sequence[float], top: float) -> ft.Column:
    heights = [HEIGHT * value / top for value in values]
    parts = [_part(height, at) for at, height in enumerate(heights) if height]
    return ft.Column(
        list(reversed(parts)),
        spacing=0,
        expand=1,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _part(height: float, at: int) -> ft.Container:
    full = at == 0
    return ft.Container(
        height=max(2, height),
        bgcolor=Role.MAIN if full else None,
        border=None if full else ring(1.5, Role.DUSK),
    )
