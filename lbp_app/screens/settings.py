"""Mig > Indstillinger: language, look, size of text, motion, numbers, and the answers of the first
start.
"""

from functools import partial

import flet as ft

from lbp_app.actions import person
from lbp_app.content import formats
from lbp_app.model.person import Appearance
from lbp_app.screens.cards import card, columns, page_head, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.lock import lock_card
from lbp_app.screens.profile import language_choice, profile_fields, role_choice, sex_choice
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

SIZES = (100, 120, 140, 160, 180, 200)  # percent


@ft.component
def SettingsScreen() -> ft.View:
    ui = use_ui()
    left = [
        card(ui, heading(ui, ui.t("Sprog")), language_choice(ui)),
        card(ui, heading(ui, ui.t("Udseende")), _appearance(ui)),
        card(ui, heading(ui, ui.t("Tekststørrelse")), _sizes(ui)),
        card(ui, heading(ui, ui.t("Ro på skærmen")), _motion(ui), _numbers(ui), _sounds(ui)),
    ]
    right = [
        card(
            ui,
            heading(ui, ui.t("Dig")),
            note(
                ui,
                ui.t(
                    "Alt er frivilligt og bliver på denne enhed. Dit CPR-nummer skal du ikke "
                    "skrive."
                ),
            ),
            *profile_fields(ui),
            sex_choice(ui),
            spacing=Space.M,
        ),
        lock_card(ui),
        card(
            ui,
            heading(ui, ui.t("Hvem bruger appen?")),
            role_choice(ui, tall=True),
            note(ui, ui.t("At skifte skjuler det andet. Intet bliver slettet.")),
        ),
    ]
    return Frame(
        page_head(ui, ui.t("Indstillinger"), ui.t("Mig")),
        columns(ui, left, right),
        most=TWO_COLUMNS,
    )


def _appearance(ui: Ui) -> ft.Control:
    options = [
        Choice(Appearance.SYSTEM, ui.t("Som enheden")),
        Choice(Appearance.LIGHT, ui.t("Lyst")),
        Choice(Appearance.DARK, ui.t("Mørkt")),
    ]
    return choices(
        ui, ui.t("Udseende"), options, ui.preferences.appearance, partial(_prefer, ui, "appearance")
    )


def _sizes(ui: Ui) -> ft.Control:
    options = [Choice(str(s), formats.percent(ui.t, s)) for s in SIZES]
    picked = choices(
        ui,
        ui.t("Tekststørrelse"),
        options,
        str(ui.preferences.text_scale),
        lambda v: _prefer(ui, "text_scale", int(v)),
    )
    return stack(picked, words(ui, ui.t("Sådan ser teksten ud nu."), Type.BODY))


def _motion(ui: Ui) -> ft.Control:
    return switch(
        ui,
        ui.t("Færre bevægelser"),
        ui.t("Billeder og skift står stille."),
        ui.preferences.reduced_motion,
        partial(_prefer, ui, "reduced_motion"),
    )


def _sounds(ui: Ui) -> ft.Control:
    return switch(
        ui,
        ui.t("Lyde under træning"),
        ui.t("Korte toner, når et sæt begynder og slutter."),
        ui.preferences.sounds,
        partial(_prefer, ui, "sounds"),
    )


def _numbers(ui: Ui) -> ft.Control:
    return switch(
        ui,
        ui.t("Uden tal"),
        ui.t("Skjuler tallene og spørger kun, hvordan det går, i fem ord."),
        ui.preferences.numbers_off,
        partial(_prefer, ui, "numbers_off"),
    )


def _prefer(ui: Ui, field: str, value: object) -> None:
    ui.act(partial(person.change_preference, ui.services, field, value))
