"""Turning the lock on and off, and changing its code and its patience."""

from collections.abc import Callable

import flet as ft

from lbp_app.actions import lock as actions
from lbp_app.screens.buttons import main_button, plain_button
from lbp_app.screens.cards import card
from lbp_app.screens.hooks import use_once
from lbp_app.screens.lock_asked import (
    NEVER,
    AskedCard,
    code_now,
    idle_choices,
    minutes,
    new_code,
)
from lbp_app.screens.lock_encryption import file_note
from lbp_app.screens.passphrase import Typed, eye
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Space
from lbp_app.screens.trying import saved, tried_in_thread
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, waiting


@ft.component
def TurnOnCard(show_recovery: Callable[[str], None], turning: Callable[[bool], None]) -> ft.Control:
    ui = use_ui()
    first, again = ft.use_memo(Typed, []), ft.use_memo(Typed, [])
    shown, show = ft.use_state(False)
    idle, choose = ft.use_state("15")
    possible = actions.can_encrypt(ui.services)
    encrypts, want = ft.use_state(possible)
    busy, once = use_once()

    def turn_on() -> str:
        return actions.turn_on(
            ui.services, first.text, again.text, minutes(idle), encrypts=encrypts
        )

    def encrypt() -> bool:
        actions.encrypt(ui.services, first.text)
        return True

    async def do() -> None:
        turning(True)
        made = await tried_in_thread(ui, turn_on)
        if made is not None:
            show_recovery(made)
            if not encrypts or await tried_in_thread(ui, encrypt):
                ui.say(Notice(lambda t: t("Låsen er slået til.")))
        turning(False)

    return card(
        ui,
        heading(ui, ui.t("Vælg en kode")),
        *new_code(ui, first, again, shown, encrypts),
        eye(ui, shown, show),
        *(_encrypts(ui, encrypts, want) if possible else [file_note(ui)]),
        idle_choices(ui, idle, choose),
        main_button(ui, ui.t("Slå låsen til"), once(do), "lock", disabled=busy),
        *waiting(ui, busy),
        spacing=Space.M,
    )


def _encrypts(ui: Ui, on: bool, want: Callable[[bool], None]) -> list[ft.Control]:
    detail = (
        ui.t("Uden koden og nøglen fra arket er svarene tabt; kun en sikkerhedskopi kan hjælpe.")
        if on
        else ui.t("En, der kan læse filer på enheden, kan læse dine svar.")
    )
    return [switch(ui, ui.t("Kryptér også filen med dine svar"), detail, on, want)]


@ft.component
def IdleCard() -> ft.Control:
    ui = use_ui()
    lock = ui.services.guard.lock
    kept = str(lock.idle or NEVER) if lock else NEVER
    idle, choose = ft.use_state(kept)

    def keep(chosen: str) -> None:
        choose(chosen)
        ui.act(lambda: actions.change_idle(ui.services, minutes(chosen)), saved)

    return card(ui, heading(ui, ui.t("Lås af sig selv")), idle_choices(ui, idle, keep))


@ft.component
def CodeCard() -> ft.Control:
    ui = use_ui()
    now, first, again = (ft.use_memo(Typed, []) for _ in range(3))
    shown, show = ft.use_state(False)
    busy, once = use_once()
    opened, open_it = ft.use_state(False)

    async def change() -> None:
        def changed() -> bool:
            actions.change_code(ui.services, now.text, first.text, again.text)
            return True

        if await tried_in_thread(ui, changed):
            now.text = first.text = again.text = ""
            open_it(False)
            ui.say(Notice(lambda t: t("Koden er skiftet.")))

    title = heading(ui, ui.t("Skift kode"))
    if not opened:
        button = plain_button(ui, ui.t("Skift kode …"), lambda: open_it(True))
        return card(ui, title, ft.Row([button], wrap=True))
    return card(
        ui,
        title,
        code_now(ui, now, shown),
        *new_code(ui, first, again, shown, ui.services.database.is_encrypted),
        eye(ui, shown, show),
        main_button(ui, ui.t("Gem den nye kode"), once(change), disabled=busy),
        *waiting(ui, busy),
        spacing=Space.M,
    )


@ft.component
def OffCard() -> ft.Control:
    ui = use_ui()

    def off(_: str) -> None:
        ui.say(Notice(lambda t: t("Låsen er slået fra.")))

    def turn_off(code: str) -> str:
        actions.turn_off(ui.services, code)
        return "off"

    return AskedCard(
        ui.t("Slå låsen fra"),
        ui.t("Så kan alle, der bruger denne enhed, åbne appen."),
        ui.t("Slå fra"),
        turn_off,
        off,
    )
