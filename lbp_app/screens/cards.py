"""Cards and the ways to arrange them."""

from collections.abc import Sequence
from typing import Any

import flet as ft

from lbp_app.screens.shared import MIDDLE, depth, ring
from lbp_app.screens.shared import padding as inset
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, icon, note, picture, words

STRETCH = ft.CrossAxisAlignment.STRETCH


def stack(*content: ft.Control, spacing: float = Space.M) -> ft.Column:
    """One under the other, all as wide as there is room."""
    return ft.Column(list(content), spacing=spacing, tight=True, horizontal_alignment=STRETCH)


def card(
    ui: Ui,
    *content: ft.Control,
    bg: str = Role.CARD,
    roomy: bool = False,
    padding: ft.PaddingValue | None = None,
    spacing: float = Space.S,
    **kw: Any,
) -> ft.Container:
    """`roomy` for a card that speaks; a `padding` of its own for one that holds a grid or rows."""
    within = ui.look.inset + (4 if roomy else 0)
    return ft.Container(
        stack(*content, spacing=spacing),
        bgcolor=bg,
        padding=within if padding is None else padding,
        border_radius=Radius.CARD,
        shadow=depth() if bg == Role.CARD else None,
        **kw,
    )


def rows_card(ui: Ui, *rows: ft.Control) -> ft.Container:
    """A card of pressable rows."""
    return card(ui, *rows, padding=8, spacing=0)


def between(left: ft.Control, right: ft.Control, spacing: float = 10) -> ft.Row:
    """At both ends of a line; under each other where the text is large."""
    return ft.Row(
        [left, right],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        wrap=True,
        spacing=spacing,
        run_spacing=0,
    )


def columns(
    ui: Ui,
    left: Sequence[ft.Control],
    right: Sequence[ft.Control],
    shares: tuple[int, int] = (1, 1),
) -> ft.Control:
    """Two columns, of these shares of the width, where there is room; else one after the other."""
    if not ui.look.beside:
        return stack(*left, *right)
    both = [_column(*each) for each in zip((left, right), shares, strict=True)]
    return ft.Row(list(both), spacing=Space.L, vertical_alignment=ft.CrossAxisAlignment.START)


def _column(content: Sequence[ft.Control], share: int) -> ft.Column:
    """Something that scrolls (here it never has to) is read whole before what stands beside it."""
    return ft.Column(
        list(content),
        spacing=Space.M,
        expand=share,
        horizontal_alignment=STRETCH,
        scroll=ft.ScrollMode.HIDDEN,
    )


def line() -> ft.Container:
    return ft.Container(height=1, bgcolor=Role.LINE)


def dots(ui: Ui, count: int, at: int, said: str, size: float = 8) -> ft.Semantics:
    """Where you are in a row of steps: the present one is long, the past filled."""
    marks = [
        ft.Container(
            width=3 * size if i == at else size,
            height=size,
            border_radius=size / 2,
            bgcolor=Role.MAIN if i <= at else Role.LINE,
        )
        for i in range(count)
    ]
    return ft.Semantics(
        content=ft.Row(list(marks), spacing=size * 0.75, tight=True), label=said, container=True
    )


def mark(done: bool) -> ft.Container:
    """A small circle: with a tick where there is an answer."""
    return ft.Container(
        icon("check", 16, Role.ON_STAGE) if done else None,
        width=28,
        height=28,
        border_radius=14,
        bgcolor=Role.STAGE if done else Role.NONE,
        border=None if done else ring(1.5, Role.EDGE),
        alignment=MIDDLE,
    )


def page_head(ui: Ui, title: str, above: str | None = None) -> ft.Control:
    """The title of a page: focus lands here when the page opens (see shell.py)."""
    face = Type.HERO if ui.look.wide else Type.TITLE
    small = [words(ui, above, Type.LABEL, Role.SOFT)] if above else []
    return stack(*small, landing(ui, heading(ui, title, face, 1)), spacing=2)


def landing(ui: Ui, head: ft.Control) -> ft.KeyboardListener:
    """What the keyboard lands on when a page opens, and what the skip link leads to."""
    return ft.KeyboardListener(content=head, ref=ui.landing)


def empty(ui: Ui, art: str, title: str, text: str, *next_step: ft.Control) -> ft.Container:
    """What will be here, and the one next step."""
    drawing = picture(ui, art, height=168)
    return card(
        ui,
        ft.Container(drawing, alignment=MIDDLE, padding=inset(top=8)),
        heading(ui, title, Type.SPEAK),
        words(ui, text),
        *next_step,
        roomy=True,
        spacing=Space.M,
    )


def told(ui: Ui, glyph: str, text: str, color: str = Role.SOFT) -> ft.Row:
    """A quiet fact with a small icon in front."""
    return ft.Row(
        [icon(glyph, 20, color), ft.Container(note(ui, text, color), expand=True)],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def dotted(ui: Ui, text: str, color: str = Role.INK) -> ft.Row:
    """One of a list."""
    half_line = Type.BODY.size * Type.BODY.height * ui.look.scale / 2
    above = ft.Margin.only(top=half_line - 4)
    dot = ft.Container(width=8, height=8, border_radius=4, bgcolor=color, margin=above)
    return ft.Row(
        [dot, ft.Container(words(ui, text, Type.BODY, color), expand=True)],
        spacing=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
