"""Mig > Lås: a code before the app, what it protects from, and what helps when it is forgotten."""

from functools import partial

import flet as ft

from lbp_app.actions import lock as actions
from lbp_app.screens.buttons import soft_button
from lbp_app.screens.cards import card, dotted, page_head, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.lock_encryption import encryption, file_note
from lbp_app.screens.lock_recovery import NewRecoveryCard, RecoveryCard
from lbp_app.screens.lock_turning import CodeCard, IdleCard, OffCard, TurnOnCard
from lbp_app.screens.theme import Space
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

HERE = "/mig/laas"
KEY = "F8"  # locks at once; front/web/rygvej.js listens to it


def lock_card(ui: Ui) -> ft.Control:
    """The way to the page."""
    on = ui.services.guard.is_on
    said = (
        ui.t("Der er lås på. Appen spørger om koden, når den åbnes.")
        if on
        else ui.t("Der er ingen lås på. Alle, der bruger denne enhed, kan åbne appen.")
    )
    name = ui.t("Se låsen") if on else ui.t("Sæt lås på")
    return card(
        ui,
        heading(ui, ui.t("Lås")),
        words(ui, said),
        ft.Row([soft_button(ui, name, partial(ui.go, HERE), "lock")], wrap=True),
    )


def lock_button(ui: Ui) -> ft.Control:
    def lock() -> None:
        actions.lock_now(ui.services.guard)

    return stack(
        ft.Row([soft_button(ui, ui.t("Lås nu"), lock, "lock")], wrap=True),
        note(ui, ui.t("Tasten {key} låser også, overalt i appen.", key=KEY)),
        spacing=Space.XS,
    )


@ft.component
def LockScreen() -> ft.View:
    ui = use_ui()
    recovery, show_recovery = ft.use_state("")
    turning, turn = ft.use_state(False)  # on: its card stays until the key can be shown
    if recovery:
        content = [RecoveryCard(recovery, lambda: show_recovery(""))]
    elif ui.services.guard.is_on and not turning:
        content = [_state(ui), IdleCard(), CodeCard(), NewRecoveryCard(show_recovery)]
        content += [*encryption(ui), OffCard()]
    else:
        content = [_what(ui), TurnOnCard(show_recovery, turn)]
    return Frame(page_head(ui, ui.t("Lås"), ui.t("Mig")), *content)


def _what(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Hvad låsen gør")),
        dotted(ui, ui.t("Appen spørger om en kode, hver gang den startes, og når du har låst.")),
        dotted(ui, ui.t("Mens den er låst, viser ingen fane dine svar.")),
        dotted(ui, ui.t("Koder, der ikke passer, giver ventetid.")),
        note(ui, ui.t("En sikkerhedskopi har sit eget kodeord og følger ikke låsen.")),
    )


def _state(ui: Ui) -> ft.Control:
    return card(ui, heading(ui, ui.t("Der er lås på")), file_note(ui), lock_button(ui))
