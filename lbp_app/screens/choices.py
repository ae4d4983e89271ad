"""Radio groups drawn our way. Tab reaches a group once, arrows move and choose, Space chooses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import flet as ft

from lbp_app.model.diary import HIGHEST, LOWEST
from lbp_app.screens.cards import between
from lbp_app.screens.hooks import Keep, anew
from lbp_app.screens.shared import MIDDLE, padding, ring
from lbp_app.screens.theme import TARGET, Radius, Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import icon, note, words

GAP = 6  # px between the numbers of a scale


@dataclass(frozen=True)
class Choice:
    value: str
    text: str
    detail: str = ""


def choices(
    ui: Ui,
    name: str,
    options: Sequence[Choice],
    value: str | None,
    pick: Callable[[str], Any],
    *,
    tall: bool = False,
    ground: str = Role.CARD,
) -> ft.Control:
    """Answers side by side, or tall ones under each other. The chosen has fill and tick; the others
    stand out from the `ground` they lie on.
    """
    tall, unchosen = tall or ui.look.large, Role.WELL if ground == Role.CARD else Role.CARD
    drawn = [_pill(ui, o, o.value == value, pick, tall, unchosen) for o in options]
    body: ft.Control
    if tall:
        body = ft.Column(
            list(drawn), spacing=Space.XS, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        )
    else:
        body = ft.Row(list(drawn), spacing=Space.XS, run_spacing=Space.XS, wrap=True)
    return group(name, body, value, pick)


def scale(
    ui: Ui,
    name: str,
    value: int | None,
    pick: Callable[[int], Any],
    *,
    before: int | None,
    room: float,
    keep: Keep = anew,
) -> ft.Control:
    """Eleven round choices in one colour: more pain is not more red. `before` is ringed faintly.

    `room` is the width in px: eleven in a line where they fit, else in as few lines as it takes.
    """
    told = {n: ui.t("{scale}: {n} af 10", scale=name, n=n) for n in range(LOWEST, HIGHEST + 1)}
    return numbers(ui, name, told, value, pick, before=before, room=room, keep=keep)


def numbers(
    ui: Ui,
    name: str,
    told: Mapping[int, str],
    value: int | None,
    pick: Callable[[int], Any],
    *,
    before: int | None = None,
    room: float,
    keep: Keep = anew,
) -> ft.Control:
    """Round choices with a number in each; `told` has what a screen reader says of each. What is
    picked by one that was kept goes to the `pick` of then.
    """
    size, per_line = _line(ui, len(told), room)

    def number(n: int, said: str) -> ft.Control:
        looks = said, n == value, n == before, size
        return keep(n, lambda: _number(ui, n, *looks, pick), *looks)

    drawn = [number(n, said) for n, said in told.items()]
    lines = [drawn[i : i + per_line] for i in range(0, len(drawn), per_line)]
    body = ft.Column([ft.Row(list(line), spacing=GAP) for line in lines], spacing=GAP, tight=True)
    return group(name, body, None if value is None else str(value), lambda v: pick(int(v)))


def ends(ui: Ui, low: str, high: str, room: float) -> ft.Control:
    """What the least and the most of a scale mean, no wider than its numbers in that room."""
    size, per_line = _line(ui, HIGHEST - LOWEST + 1, room)
    width = None if ui.look.large else per_line * (size + GAP) - GAP
    said = between(note(ui, f"{LOWEST}  {low}"), note(ui, f"{HIGHEST}  {high}"), spacing=12)
    return ft.Row([ft.Container(said, width=width, expand=width is None)])


def _line(ui: Ui, count: int, room: float) -> tuple[int, int]:
    """Px of a number, and how many stand in each of lines of nearly the same length."""
    size = max(TARGET, round(32 * ui.look.scale))
    fit = max(1, int((room + GAP) // (size + GAP)))
    return size, -(-count // -(-count // fit))


def group(
    name: str, body: ft.Control, value: str | None, pick: Callable[[str], Any]
) -> ft.Semantics:
    def changed(e: ft.Event[ft.RadioGroup]) -> None:
        """A redraw under way may have put an older value back into the control."""
        if isinstance(e.data, str):
            pick(e.data)

    radios = ft.RadioGroup(value=value, content=body, on_change=changed)
    return ft.Semantics(content=radios, label=name, container=True)


def _number(
    ui: Ui, n: int, said: str, chosen: bool, before: bool, size: float, pick: Callable[[int], Any]
) -> ft.MergeSemantics:
    fg = Role.ON_MAIN if chosen else Role.INK
    circle = ft.Container(
        words(ui, str(n), Type.NUMBER, fg, semantics_label=said, no_wrap=True),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=Role.MAIN if chosen else Role.WELL,
        border=ring(1.5, Role.EDGE) if before and not chosen else None,
        alignment=MIDDLE,
    )
    both = ft.Stack(
        [circle, _radio(str(n), size / 2 + 4)],
        width=size,
        height=size,
        alignment=MIDDLE,
        clip_behavior=ft.ClipBehavior.NONE,
    )
    return _pressable(both, lambda: pick(n))


def _pill(
    ui: Ui, choice: Choice, chosen: bool, pick: Callable[[str], Any], tall: bool, unchosen: str
) -> ft.MergeSemantics:
    fg = Role.ON_MAIN if chosen else Role.INK
    says: list[ft.Control] = [words(ui, choice.text, Type.ITEM, fg)]
    if choice.detail:
        says.append(note(ui, choice.detail, fg if chosen else Role.SOFT))
    dot = ft.Stack(
        [ft.Container(_tick(chosen), left=12, top=12), _radio(choice.value, 22)],
        width=48,
        height=48,
    )
    text = ft.Column(says, spacing=2, tight=True, expand=tall or None)
    above = 10 if tall else 2
    pill = ft.Container(
        ft.Row([dot, text], spacing=2, tight=not tall),
        bgcolor=Role.MAIN if chosen else unchosen,
        border_radius=22 if tall else Radius.TILE,
        padding=padding(6, above, 18, above),
    )
    return _pressable(pill, lambda: pick(choice.value))


def _tick(chosen: bool) -> ft.Container:
    return ft.Container(
        icon("check", 16, Role.MAIN) if chosen else None,
        width=24,
        height=24,
        border_radius=12,
        bgcolor=Role.ON_MAIN if chosen else Role.NONE,
        border=None if chosen else ring(1.5, Role.EDGE),
        alignment=MIDDLE,
    )


def _radio(value: str, glow: float) -> ft.Radio:
    """The real radio lies unseen upon its drawing and glows when the keyboard is there."""
    focused = ft.Colors.with_opacity(0.45, Role.WARM)
    return ft.Radio(
        value=value,
        fill_color=Role.NONE,
        overlay_color={ft.ControlState.FOCUSED: focused, ft.ControlState.DEFAULT: Role.NONE},
        splash_radius=glow,
    )


def _pressable(drawn: ft.Control, on_tap: Callable[[], Any]) -> ft.MergeSemantics:
    """The whole drawing takes a tap, and is one node with its radio for a screen reader."""
    return ft.MergeSemantics(content=ft.GestureDetector(content=drawn, on_tap=on_tap))
