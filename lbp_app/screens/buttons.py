"""Everything that is pressed: real buttons, so keyboard and screen reader reach them."""

from collections.abc import Callable
from typing import Any

import flet as ft

from lbp_app.screens.shared import MIDDLE, Sides, shape
from lbp_app.screens.theme import TARGET, Radius, Role, Space, Type
from lbp_app.screens.ui import Notice, Ui
from lbp_app.screens.words import icon, note, words

Tap = Callable[[], Any]


def tap(
    content: ft.Control,
    on_click: Tap | None,
    *,
    bg: str = Role.NONE,
    radius: float = Radius.CARD,
    padding: Sides | float = Space.M,
    **kw: Any,
) -> ft.FilledButton:
    """A whole card or row as one button. Give `url` instead of `on_click` for a page elsewhere."""
    look = shape(bg, Role.INK, radius, padding, x=-1)
    return ft.FilledButton(content=content, on_click=on_click, style=look, **kw)


def main_button(
    ui: Ui,
    text: str,
    on_click: Tap | None = None,
    glyph: str | None = None,
    *,
    bg: str = Role.MAIN,
    fg: str = Role.ON_MAIN,
    **kw: Any,
) -> ft.FilledButton:
    """The one thing to do here. Give `url` instead of `on_click` for a call or a page."""
    row: list[ft.Control] = [icon(glyph, 20, fg)] if glyph else []
    room: dict[str, Any] = {"expand": True, "expand_loose": True} if row else {}
    row.append(words(ui, text, Type.ITEM, fg, text_align=ft.TextAlign.CENTER, **room))
    middle = ft.MainAxisAlignment.CENTER
    face = row[0] if len(row) == 1 else ft.Row(row, spacing=10, alignment=middle, tight=True)
    look = shape(bg, fg, 30, (24, 18, 24, 18))
    return ft.FilledButton(content=face, on_click=on_click, style=look, **kw)


def soft_button(
    ui: Ui, text: str, on_click: Tap | None = None, glyph: str | None = None, **kw: Any
) -> ft.FilledButton:
    return main_button(ui, text, on_click, glyph, bg=Role.STAGE, fg=Role.ON_STAGE, **kw)


def plain_button(ui: Ui, text: str, on_click: Tap, **kw: Any) -> ft.FilledButton:
    return main_button(ui, text, on_click, bg=Role.WELL, fg=Role.INK, **kw)


def grave_button(ui: Ui, text: str, on_click: Tap, **kw: Any) -> ft.FilledButton:
    """For what cannot be undone."""
    return main_button(ui, text, on_click, bg=Role.ERROR, fg=ft.Colors.ON_ERROR, **kw)


def link(
    ui: Ui,
    text: str,
    on_click: Tap | None = None,
    *,
    said: str | None = None,
    at_end: bool = False,
    color: str = Role.MAIN,
    **kw: Any,
) -> ft.TextButton:
    """A word that can be pressed; `said` is its longer name for a screen reader.

    Its letters nearly meet the left edge of what it stands in, or the right one (`at_end`). Where
    letters are large it stands under what it ends, so at the left.
    """
    large = ui.look.scale > 1.3
    at_end = at_end and not large
    left, right = (18, 6) if at_end else (6, 18)
    above = 10 if large else 0
    room = (left, above, right, above)
    return ft.TextButton(
        content=words(ui, text, Type.LABEL, color, semantics_label=said),
        on_click=on_click,
        style=shape(Role.NONE, color, Radius.CHIP, room, x=1 if at_end else -1),
        height=max(TARGET, TARGET * ui.look.own * 0.8) if not large else None,
        **kw,
    )


def round_button(ui: Ui, glyph: str, said: str, on_click: Tap) -> ft.FilledButton:
    face = ft.Stack(
        [icon(glyph, 22), ft.Text(" ", size=1, semantics_label=said)],
        alignment=MIDDLE,
    )
    return ft.FilledButton(
        content=face,
        on_click=on_click,
        width=TARGET,
        height=TARGET,
        style=shape(Role.CARD, Role.INK, TARGET / 2, 0),
    )


def row_button(
    ui: Ui, title: str, detail: str, on_click: Tap, lead: ft.Control | None = None
) -> ft.FilledButton:
    """A row of a list that opens something."""
    says: list[ft.Control] = [words(ui, title, Type.ITEM)]
    if detail:
        says.append(note(ui, detail))
    text = ft.Column(says, spacing=2, tight=True, expand=True)
    parts: list[ft.Control] = [text, icon("chevron-right", 20, Role.EDGE)]
    if lead and not ui.look.large:
        parts.insert(0, lead)
    return tap(
        ft.Row(parts, spacing=14),
        on_click,
        radius=Radius.TILE + 2,
        padding=(8, 12, 8, 12),
    )


def tile_button(ui: Ui, text: str, glyph: str, on_click: Tap) -> ft.FilledButton:
    """Present, never loud."""
    face = ft.Column(
        [icon(glyph, 24, Role.MAIN), words(ui, text, Type.ITEM)], spacing=10, tight=True
    )
    look = shape(Role.WELL, Role.INK, Radius.TILE + 4, 18, x=-1, y=-1)
    return ft.FilledButton(content=face, on_click=on_click, style=look, expand=True)


def lead_icon(glyph: str, bg: str = Role.STAGE, fg: str = Role.ON_STAGE) -> ft.Container:
    return ft.Container(
        icon(glyph, 24, fg),
        width=52,
        height=52,
        border_radius=Radius.TILE,
        bgcolor=bg,
        alignment=MIDDLE,
    )


def copy_link(
    ui: Ui, text: str, *, said: str | None = None, at_end: bool = False, color: str = Role.MAIN
) -> ft.TextButton:
    """Puts a text on the clipboard; in the browser that must happen within the tap itself."""
    done = Notice(lambda t: t("Kopieret"))
    return link(
        ui,
        ui.t("Kopiér"),
        lambda: ui.say(done),
        said=said,
        at_end=at_end,
        color=color,
        action=ft.CopyToClipboard(text),
    )
