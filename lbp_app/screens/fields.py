"""Text fields that save themselves, and keep the text where it is refused."""

import asyncio
from collections.abc import Callable
from typing import Any

import flet as ft

from lbp_app.content.failures import sentence
from lbp_app.errors import AppError
from lbp_app.screens.cards import stack
from lbp_app.screens.hooks import use_counter, use_value
from lbp_app.screens.letters import wide
from lbp_app.screens.shared import outline, padding
from lbp_app.screens.theme import Radius, Role, Type, style
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import seen_only, words

INSET = 18  # px
IDLE = 0.8  # seconds without a key before a text is saved
# The line round the field stays whole: no letter of whatever size takes less than half a px.
UNSEEN = ft.TextStyle(size=0.05, letter_spacing=-0.5, color=Role.NONE)


def use_refusal(ui: Ui) -> tuple[str, Callable[[AppError | None], None]]:
    """Why something was not kept ("": it was), in the language of now; and what to tell of it."""
    why, tell = use_value(_nothing)
    return (sentence(ui.t, why) if why else ""), tell


def kept(ui: Ui, refuse: Callable[[AppError | None], None], action: Act) -> bool:
    """Whether it was; if not, why stands at the field."""
    why = ui.attempt(action)
    refuse(why)
    return not why


def _nothing() -> AppError | None:
    return None


@ft.component
def SavedField(
    label: str,
    value: str,
    save: Callable[[str], Act],
    *,
    lines: int = 1,
    helper: str = "",
    named_above: bool = False,
    **kw: Any,
) -> ft.Control:
    """`save` makes the action that keeps a text. What is refused stays in the field with the
    reason; what was already kept is not kept again, so that another tab's newer text stands.

    A redraw leaves the text as the client has told it last, from the first letter until the field
    is left and the page round it has been drawn again: `value` is the older text until then.
    """
    ui = use_ui()
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    draw_again = use_counter()
    editing = ft.use_ref(False)
    refused, refuse = use_refusal(ui)
    newest, given = ft.use_ref(value), ft.use_ref(value)
    older: ft.MutableRef[str] = ft.use_ref(None)  # the `value` that a saved text takes over from
    keys = ft.use_ref(0)

    def next_key() -> int:
        keys.current = (keys.current or 0) + 1
        return keys.current

    def keep(text: str) -> bool:
        if text.strip() == newest.current:
            refuse(None)
            return True
        saved = kept(ui, refuse, save(text))
        if saved:
            newest.current, older.current = text.strip(), value
        return saved

    async def keep_when_idle(text: str, key: int) -> None:
        await asyncio.sleep(IDLE)
        if keys.current == key:
            keep(text)

    def change(e: ft.Event[ft.TextField]) -> None:
        if not editing.current:
            newest.current = value
        editing.current = True
        ft.context.page.run_task(keep_when_idle, e.control.value, next_key())

    def leave(e: ft.Event[ft.TextField]) -> None:
        next_key()
        if editing.current and keep(e.control.value):
            given.current = e.control.value
            editing.current = False
            draw_again()

    if value != older.current:
        older.current = None
    told = field.current.value if field.current else given.current
    if editing.current or told != given.current:
        given.current = told
    elif older.current is None:
        given.current = value

    return text_field(
        ui,
        label,
        given.current or "",
        ref=field,
        on_change=change,
        on_blur=leave,
        error=refused or None,
        lines=lines,
        helper=helper,
        named_above=named_above,
        **kw,
    )


def use_typed(ui: Ui, label: str) -> tuple[str, ft.Control]:
    """What is typed into a field that keeps nothing, such as a search; and the field."""
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    typed, set_typed = use_value(str)
    told = field.current.value if field.current else ""
    return typed, text_field(
        ui, label, told or "", ref=field, on_change=lambda e: set_typed(e.control.value)
    )


def text_field(
    ui: Ui,
    label: str,
    value: str,
    *,
    lines: int = 1,
    error: str | None = None,
    helper: str = "",
    named_above: bool = False,
    **kw: Any,
) -> ft.Control:
    """`named_above`: its name stands over it already, and is kept for a screen reader only. One
    that would not fit into the field is put there, and each where letters are large: the field is
    the same one, and who writes in it writes on.
    """
    above = not named_above and (ui.look.large or _is_long(ui, label))
    name = [seen_only(words(ui, label, Type.LABEL))] if above else []
    kw = {"key": "field"} | kw
    field = _field(ui, label, value, lines, error, helper, named_above or above, **kw)
    return stack(*name, field, spacing=4)


def _field(
    ui: Ui,
    label: str,
    value: str,
    lines: int,
    error: str | None,
    helper: str,
    named_above: bool,
    **kw: Any,
) -> ft.TextField:
    def sized(face_color: str) -> ft.TextStyle:
        return style(Type.NOTE, ui.look.factor(Type.NOTE), face_color)

    gap = 0 if named_above else 4
    return ft.TextField(
        label=label,
        value=value,
        error=error,
        helper=helper or None,
        multiline=lines > 1,
        min_lines=lines,
        max_lines=lines * 3 if lines > 1 else 1,
        text_style=style(Type.BODY, ui.look.factor(Type.BODY), Role.INK),
        label_style=UNSEEN if named_above else _label_style(ui),
        helper_style=sized(Role.SOFT),
        error_style=sized(Role.ERROR),
        helper_max_lines=6,
        error_max_lines=6,
        border={
            ft.ControlState.ERROR: outline(2, Role.ERROR, Radius.TILE, gap),
            ft.ControlState.FOCUSED: outline(3, Role.MAIN, Radius.TILE, gap),
            ft.ControlState.DEFAULT: outline(1, Role.EDGE, Radius.TILE, gap),
        },
        content_padding=padding(INSET, 16, INSET, 16),
        **kw,
    )


def _is_long(ui: Ui, label: str) -> bool:
    size = Type.FIELD.size * ui.look.factor(Type.FIELD) * ui.look.root
    return wide(label, Type.FIELD.family) * size > ui.look.line() - 2 * INSET


def _label_style(ui: Ui) -> ft.TextStyle:
    return style(Type.FIELD, ui.look.factor(Type.FIELD), Role.SOFT)
