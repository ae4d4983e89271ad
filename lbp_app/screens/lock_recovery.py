"""The key on a sheet that opens the app when the code is forgotten: shown once, made anew."""

from collections.abc import Callable

import flet as ft

from lbp_app.actions import lock as actions
from lbp_app.screens.buttons import main_button, soft_button
from lbp_app.screens.cards import card
from lbp_app.screens.lock_asked import AskedCard
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.trying import saving, sheet_saved
from lbp_app.screens.ui import use_ui
from lbp_app.screens.words import heading, words

SHEET_NAME = "rygvej-gendannelse.pdf"


@ft.component
def RecoveryCard(recovery: str, done: Callable[[], None]) -> ft.Control:
    ui = use_ui()

    save = saving(
        ui, SHEET_NAME, lambda: actions.recovery_sheet(ui.services, recovery), sheet_saved
    )

    return card(
        ui,
        heading(ui, ui.t("Hvis du glemmer koden"), Type.SPEAK),
        words(
            ui,
            ui.t(
                "Denne nøgle åbner appen i stedet for koden. Den vises kun nu. Print arket, eller "
                "skriv den af, og læg den et andet sted end enheden."
            ),
        ),
        ft.SelectionArea(words(ui, recovery, Type.SPEAK)),
        words(ui, ui.t("Uden koden og uden nøglen kan ingen åbne appen for dig, heller ikke vi.")),
        soft_button(ui, ui.t("Gem nøglen på et ark til print"), save, "download"),
        main_button(ui, ui.t("Jeg har gemt nøglen"), done),
        roomy=True,
        spacing=Space.M,
    )


@ft.component
def NewRecoveryCard(show_recovery: Callable[[str], None]) -> ft.Control:
    ui = use_ui()
    return AskedCard(
        ui.t("Nøglen på arket"),
        ui.t("Er arket blevet væk, kan du lave et nyt. Den gamle nøgle virker så ikke mere."),
        ui.t("Lav en ny nøgle"),
        lambda code: actions.new_recovery(ui.services, code),
        show_recovery,
    )
