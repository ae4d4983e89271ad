"""Træning: one exercise at a time, large, with a clock that is right after any interruption."""

from functools import partial

import flet as ft

from lbp_app.actions import session as actions
from lbp_app.actions.person import change_preference
from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.library import say
from lbp_app.model.exercise import EASIER
from lbp_app.model.player import Phase, Planned, Player, Running, Side
from lbp_app.screens.buttons import Tap, main_button, round_button
from lbp_app.screens.cards import card, columns, dots, landing, page_head, stack
from lbp_app.screens.end_training import end
from lbp_app.screens.figures import Moving
from lbp_app.screens.frame import Frame
from lbp_app.screens.from_physio import dose_from_physio
from lbp_app.screens.hooks import keyed
from lbp_app.screens.player_parts import (
    BACK,
    NEXT,
    amount_in_words,
    doing,
    keys,
    main_action,
    measure,
    next_up,
    once,
    ways,
)
from lbp_app.screens.playing import use_running, use_screen_awake
from lbp_app.screens.stopped import EXERCISES, is_stopped, paused_card
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, words

MOST, PHONE_STAGE, WIDE_STAGE = 1000, 250, 460  # px
CENTER = ft.TextAlign.CENTER
ARROWS = {"Arrow Right": NEXT, "Arrow Left": BACK}


@ft.component
def PlayerScreen() -> ft.View:
    ui = use_ui()
    running = use_running(ui)
    use_screen_awake()
    finished = running is not None and running.player.finished
    stopped = is_stopped(ui)
    shown = ft.use_ref("")
    shown.current = _shown(running, stopped, shown.current or "")

    def leave() -> None:
        if running is not None and end(ui, running, EXERCISES):
            shown.current = ""

    def halt() -> None:
        if stopped and running is not None and running.player.running:
            doing(actions.pause_session)(ui)

    def follow() -> None:
        """Where it ended by itself, or in another tab."""
        if finished:
            leave()
        elif running is None and ui.services.sessions.get(shown.current or ""):
            ui.go(f"/traening/{shown.current}")

    ft.use_effect(halt, [stopped])
    ft.use_effect(follow, [running and running.id, finished])
    ft.use_effect(ui.land, [])  # so that the keys are heard from the first
    if stopped:
        return Frame(page_head(ui, ui.t("Træning")), paused_card(ui))
    if running is None or running.player.item is None:
        return _nothing(ui)
    return _page(ui, running, running.player.item, leave)


def _shown(running: Running | None, stopped: bool, before: str) -> str:
    """The session to be told about once it ends elsewhere; what is stopped is ended by its card."""
    if stopped:
        return ""
    return running.id if running else before


def _nothing(ui: Ui) -> ft.View:
    return Frame(
        card(
            ui,
            landing(ui, heading(ui, ui.t("Ingen træning i gang"), Type.TITLE, 1)),
            words(ui, ui.t("Du finder øvelserne og en kort eller hel træning under Øvelser.")),
            main_button(ui, ui.t("Til øvelserne"), partial(ui.go, EXERCISES)),
            roomy=True,
        )
    )


def _page(ui: Ui, running: Running, planned: Planned, leave: Tap) -> ft.View:
    player, exercise = running.player, ui.library.exercise(planned.exercise)
    said = _said(ui, player, planned, exercise)
    foot = keys(ui, player, leave)
    others, after = ways(ui, player, planned, exercise), next_up(ui, player)
    width = ui.look.column(MOST, framed=False)
    if ui.look.beside:
        stage = _stage(ui, player, exercise, (width - Space.L) / 2, WIDE_STAGE)
        body = columns(ui, [stage, after], [said, foot, others])
        return Frame(_heard(ui, player, _top(ui, running), body), most=MOST, framed=False)
    stage = _stage(ui, player, exercise, width, min(PHONE_STAGE, ui.look.height * 0.34))
    content = _heard(ui, player, _top(ui, running), stage, said, others, after)
    return Frame(content, most=MOST, framed=False, foot=_heard(ui, player, foot))


def _heard(ui: Ui, player: Player, *content: ft.Control) -> ft.Control:
    """The arrow keys lead back and on, wherever the focus is."""

    def pressed(event: ft.KeyDownEvent) -> None:
        if event.key in ARROWS:
            once(player, ARROWS[event.key])(ui)

    return ft.KeyboardListener(content=stack(*content), on_key_down=pressed)


def _top(ui: Ui, running: Running) -> ft.Control:
    player = running.player
    count = len(player.plan)
    at = min(player.now.item, count - 1)
    said = ui.t("Øvelse {n} af {all}", n=at + 1, all=count)

    def close() -> None:
        doing(actions.pause_session)(ui)
        ui.go("/")

    return ft.Row(
        [
            round_button(ui, "x", ui.t("Luk, og fortsæt senere"), close),
            dots(ui, count, at, said, size=6 if ui.look.narrow or count > 9 else 8),
            _sound(ui),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )


def _sound(ui: Ui) -> ft.Control:
    on = ui.preferences.sounds
    said = ui.t("Slå lyden fra") if on else ui.t("Slå lyden til")
    turn = partial(change_preference, ui.services, "sounds", not on)
    return round_button(ui, "volume-2" if on else "volume-x", said, lambda: ui.act(turn))


def _stage(
    ui: Ui, player: Player, exercise: ExerciseContent, width: float, height: float
) -> ft.Control:
    halted = not player.running or player.now.phase in (Phase.REST, Phase.SWITCH)
    return keyed(Moving, exercise.id)(exercise, width, height, halted)


def _said(ui: Ui, player: Player, planned: Planned, exercise: ExerciseContent) -> ft.Control:
    above = words(ui, where(ui, player, planned), Type.LABEL, Role.SOFT, text_align=CENTER)
    name = words(ui, say(ui.t, exercise.name), Type.TITLE, text_align=CENTER)
    head = ft.Semantics(content=name, header=True, heading_level=1)
    text = words(ui, what_to_do(ui, player, planned, exercise), Type.BODY, text_align=CENTER)
    started, dose = _landing(ui, player, head), dose_from_physio(ui, planned.exercise)
    theirs = [words(ui, dose, Type.NOTE, Role.SOFT, text_align=CENTER)] if dose else []
    return stack(above, started, *theirs, text, measure(ui, player, planned), spacing=Space.XS)


def _landing(ui: Ui, player: Player, head: ft.Control) -> ft.Control:
    """Space on the heading, where the keyboard lands, does what the large button does."""

    def pressed(event: ft.KeyDownEvent) -> None:
        if event.key == " ":
            main_action(player)(ui)

    return ft.KeyboardListener(content=head, ref=ui.landing, on_key_down=pressed)


def where(ui: Ui, player: Player, planned: Planned) -> str:
    """ "Sæt 2 af 3 · første side"."""
    stage = player.now
    if stage.phase is Phase.READY:
        return amount_in_words(ui, planned)
    parts = [ui.t("Sæt {n} af {all}", n=stage.set + 1, all=planned.sets)]
    if stage.side is not None:
        parts.append(ui.t("første side") if stage.side is Side.FIRST else ui.t("anden side"))
    return " · ".join(parts)


def what_to_do(ui: Ui, player: Player, planned: Planned, exercise: ExerciseContent) -> str:
    match player.now.phase:
        case Phase.READY:
            return f"{say(ui.t, exercise.start)} {say(ui.t, way_of(planned, exercise))}"
        case Phase.REST:
            return ui.t("Hvil lidt, eller gå videre, når du er klar.")
        case Phase.SWITCH:
            return ui.t("Skift side")
        case _:
            return say(ui.t, way_of(planned, exercise))


def way_of(planned: Planned, exercise: ExerciseContent) -> dict[str, str]:
    """The movement, or what is different in the variation that is done."""
    if planned.variation == EASIER and exercise.easier:
        return exercise.easier
    chosen = [v.text for v in exercise.variations if v.id == planned.variation]
    return chosen[0] if chosen else exercise.move
