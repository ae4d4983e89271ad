"""The parts of the guided session: its keys, its measure, other ways to do it, what comes next."""

from collections.abc import Callable
from typing import Any

import flet as ft

from lbp_app.actions import session as actions
from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.library import say
from lbp_app.model.exercise import EASIER, Mode
from lbp_app.model.player import Phase, Planned, Player, Running
from lbp_app.screens.buttons import link, main_button, plain_button, round_button
from lbp_app.screens.cards import STRETCH, card, stack
from lbp_app.screens.figures import tile
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.trying import tried
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import note, words

RING = 148  # px
Do = Callable[[Ui], None]


def doing(action: Callable[..., Running], *arguments: Any) -> Do:
    """The action as a tap; only what fails is said, for the screen shows the rest."""

    def do(ui: Ui) -> None:
        tried(ui, lambda: action(ui.services, *arguments))

    return do


NEXT, BACK = doing(actions.go_on), doing(actions.go_back)


def once(player: Player, meant: Do) -> Do:
    """What is meant of the player as it is drawn: the second tap of a double one, that came before
    the next stage was drawn, does nothing.
    """

    def do(ui: Ui) -> None:
        now = actions.under_way(ui.services)
        if now is None or (now.player.plan, now.player.stage) == (player.plan, player.stage):
            meant(ui)

    return do


def main_action(player: Player) -> Do:
    """What the large button does, and Space."""
    return once(player, _main(player))


def _main(player: Player) -> Do:
    if not player.running:
        return doing(actions.resume_session)
    if player.now.phase is Phase.WORK:
        waits = player.now.seconds is None
        return doing(actions.done_set if waits else actions.pause_session)
    return NEXT


def keys(ui: Ui, player: Player, end: Callable[[], None]) -> ft.Control:
    name, glyph = _main_name(ui, player)
    main = main_button(ui, name, lambda: main_action(player)(ui), glyph, expand=True)
    back = round_button(ui, "skip-back", ui.t("Forrige"), lambda: once(player, BACK)(ui))
    on = round_button(ui, "skip-forward", ui.t("Næste"), lambda: once(player, NEXT)(ui))
    out = link(ui, ui.t("Slut her"), end)
    if ui.look.large:
        ends = ft.Row([back, out, on], alignment=ft.MainAxisAlignment.SPACE_BETWEEN)
        return _lines(ft.Row([main]), ends)
    middle = ft.Row([out], alignment=ft.MainAxisAlignment.CENTER)
    return _lines(ft.Row([back, main, on], spacing=14), middle)


def _lines(*lines: ft.Control) -> ft.Control:
    return ft.Column(list(lines), spacing=0, tight=True, horizontal_alignment=STRETCH)


def _main_name(ui: Ui, player: Player) -> tuple[str, str]:
    if not player.running:
        return ui.t("Fortsæt"), "play"
    match player.now.phase:
        case Phase.READY:
            return ui.t("Begynd"), "play"
        case Phase.WORK if player.now.seconds is None:
            return ui.t("Færdig med sættet"), "check"
        case Phase.WORK:
            return ui.t("Pause"), "pause"
        case _:
            return ui.t("Gå videre"), "skip-forward"


# --- how much, how long -------------------------------------------------------------------------


def amount_in_words(ui: Ui, planned: Planned) -> str:
    """ "2 sæt, 8 gange til hver side"."""
    if planned.mode is Mode.REPS:
        much = ui.t.plural("{n} gang", "{n} gange", planned.amount)
    else:
        much = ui.t.plural("{n} sekund", "{n} sekunder", planned.amount)
    sets = ui.t.plural("{n} sæt", "{n} sæt", planned.sets)
    text = ui.t("{sets}, {amount}", sets=sets, amount=much)
    return ui.t("{dose} til hver side", dose=text) if planned.each_side else text


def measure(ui: Ui, player: Player, planned: Planned) -> ft.Control:
    """The seconds left, or how many times; nothing before it begins."""
    if player.left is not None and player.now.seconds:
        return ft.Container(_ring(ui, player.left, player.now.seconds), alignment=MIDDLE)
    if player.now.phase is Phase.WORK:
        return ft.Container(_times(ui, planned.amount), alignment=MIDDLE)
    return ft.Container(height=0)


def _ring(ui: Ui, left: int, whole: int) -> ft.Control:
    said = ui.t.plural("{n} sekund tilbage", "{n} sekunder tilbage", left)
    return ring_of(ui, left, whole, said)


def ring_of(ui: Ui, left: int, whole: int, said: str) -> ft.Control:
    """Seconds of a whole, drawn and told."""
    size = RING * min(ui.look.scale, 1.3)
    ring = ft.ProgressRing(
        value=left / whole,
        width=size,
        height=size,
        stroke_width=10,
        stroke_cap=ft.StrokeCap.ROUND,
        color=Role.MAIN,
        bgcolor=Role.LINE,
        year_2023=True,
    )
    clock = words(ui, f"{left // 60}:{left % 60:02}", Type.CLOCK, semantics_label=said)
    face = ft.Container(clock, width=size, height=size, alignment=MIDDLE)
    return ft.Stack([ft.Semantics(content=ring, exclude_semantics=True), face], width=size)


def _times(ui: Ui, amount: int) -> ft.Control:
    said = ui.t.plural("{n} gang", "{n} gange", amount)
    number = words(ui, str(amount), Type.CLOCK, semantics_label=said)
    below = note(ui, ui.t("gange i dit eget tempo"))
    return ft.Column(
        [number, below], spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER
    )


# --- other ways, and what comes next ------------------------------------------------------------


def ways(ui: Ui, player: Player, planned: Planned, exercise: ExerciseContent) -> ft.Control:
    """With one tap easier, in another way, or past it."""
    easier = once(player, doing(actions.take_easier))
    skip = once(player, doing(actions.skip_exercise))
    drawn = [plain_button(ui, ui.t("Spring over"), lambda: skip(ui))]
    if exercise.variations:
        other = doing(actions.take_variation, _other(planned, exercise))
        drawn.insert(0, plain_button(ui, ui.t("Anden måde"), lambda: other(ui)))
    if exercise.easier and planned.variation != EASIER:
        drawn.insert(0, plain_button(ui, ui.t("Lettere"), lambda: easier(ui)))
    return ft.Row(
        list(drawn),
        spacing=Space.XS,
        run_spacing=Space.XS,
        wrap=True,
        alignment=ft.MainAxisAlignment.CENTER,
    )


def _other(planned: Planned, exercise: ExerciseContent) -> str | None:
    """The next of: as it is, a, b."""
    names = [None, *(variation.id for variation in exercise.variations)]
    now = planned.variation if planned.variation in names else None
    return names[(names.index(now) + 1) % len(names)]


def next_up(ui: Ui, player: Player) -> ft.Control:
    after = player.plan[player.now.item + 1 : player.now.item + 2]
    if not after:
        return ft.Container(height=0)
    exercise = ui.library.exercise(after[0].exercise)
    text = stack(
        note(ui, ui.t("Bagefter")), words(ui, say(ui.t, exercise.name), Type.ITEM), spacing=0
    )
    row: list[ft.Control] = [ft.Container(text, expand=True)]
    if not ui.look.large:
        row.insert(0, tile(ui, exercise.id, 56))
    return card(ui, ft.Row(row, spacing=14), padding=10)
