"""Text, headings and pictures."""

from math import floor
from typing import Any

import flet as ft

from lbp_app.screens import icons
from lbp_app.screens.letters import longest
from lbp_app.screens.theme import Face, Role, Type, style
from lbp_app.screens.ui import Look, Ui


def words(
    ui: Ui,
    text: str,
    face: Face = Type.BODY,
    color: str = Role.INK,
    room: float | None = None,
    **kw: Any,
) -> ft.Text:
    """`room` in px of a line, where it is not that of a card."""
    factor = unbroken(ui.look, text, face, ui.look.line() if room is None else room)
    return ft.Text(text, style=style(face, factor), color=color, **kw)


def unbroken(look: Look, text: str, face: Face, room: float) -> float:
    """What to multiply the size by, so that no word breaks; never smaller than running text."""
    most = look.factor(face)
    least = look.factor(Type.BODY) * Type.BODY.size / face.size
    if most <= least:
        return most
    fits = room / max(1, longest(text, face.family) * face.size * look.root)
    return max(least, min(most, floor(fits * 100) / 100))


def heading(
    ui: Ui,
    text: str,
    face: Face = Type.HEAD,
    level: int = 2,
    color: str = Role.INK,
    room: float | None = None,
) -> ft.Semantics:
    """A heading that a screen reader can jump to; that of the page (level 1) has its whole width
    where no `room` is given.
    """
    across = ui.look.line(beside=False) if level == 1 and room is None else room
    return ft.Semantics(
        content=words(ui, text, face, color, across), header=True, heading_level=level
    )


def label(ui: Ui, text: str, color: str = Role.SOFT) -> ft.Semantics:
    """The small heading of a card."""
    return heading(ui, text, Type.LABEL, 2, color)


def note(ui: Ui, text: str, color: str = Role.SOFT) -> ft.Text:
    return words(ui, text, Type.NOTE, color)


def waiting(ui: Ui, busy: bool) -> list[ft.Control]:
    """While something takes its time."""
    return [note(ui, ui.t("Et øjeblik …"))] if busy else []


def seen_only(text: ft.Text) -> ft.Control:
    """The name of a field that stands over it; a screen reader has it from the field."""
    return ft.Semantics(content=text, exclude_semantics=True)


def aloud(content: ft.Control) -> ft.Control:
    """Told to a screen reader when it changes."""
    return ft.Semantics(content=content, live_region=True)


def icon(name: str, size: float = 22, color: str = Role.INK) -> ft.Image:
    """A line drawing beside a word, so it has no name of its own; tinted by a theme role."""
    return ft.Image(
        src=icons.svg(name), width=size, height=size, color=color, exclude_from_semantics=True
    )


def picture(ui: Ui, name: str, said: str | None = None, **kw: Any) -> ft.Image:
    """`name` of a drawing in assets/art; light and dark are two drawings."""
    return ft.Image(
        src=f"art/{name}-{ui.look.mode}.svg",
        semantics_label=said,
        exclude_from_semantics=said is None,
        gapless_playback=True,
        **{"fit": ft.BoxFit.CONTAIN, **kw},
    )
