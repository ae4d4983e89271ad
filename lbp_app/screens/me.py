"""Mig: the way to everything about the person."""

from functools import partial

import flet as ft

from lbp_app.model.person import Role
from lbp_app.screens.buttons import lead_icon, plain_button, row_button
from lbp_app.screens.cards import card, page_head, rows_card
from lbp_app.screens.frame import Frame
from lbp_app.screens.lock import lock_button
from lbp_app.screens.schedule import schedule_line
from lbp_app.screens.theme import Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note, words


@ft.component
def MeScreen() -> ft.View:
    ui = use_ui()
    return Frame(
        page_head(ui, ui.person.first_name or ui.t("Mig")),
        rows_card(ui, *_rows(ui)),
        *([lock_button(ui)] if ui.services.guard.is_on else []),
        *schedule_line(ui),
        CloseCard(),
    )


def _rows(ui: Ui) -> list[ft.Control]:
    rows = [
        ("shield-check", ui.t("Mine data"), ui.t("Hvor de ligger, tag en kopi, slet"), "mig/data"),
        (
            "settings-2",
            ui.t("Indstillinger"),
            ui.t("Sprog, tekst, udseende og dig"),
            "mig/indstillinger",
        ),
        (
            "lock",
            ui.t("Dine data og rettigheder"),
            ui.t("Hvad der gemmes, hvor, og hvad du kan"),
            "mig/privatliv",
        ),
        ("info", ui.t("Om Rygvej"), ui.t("Hvad appen er, kilder og licenser"), "mig/om"),
    ]
    if ui.person.role is Role.PATIENT:
        progress = (
            "chart-line",
            ui.t("Udvikling"),
            ui.t("Linjer, tal og en kalender"),
            "mig/udvikling",
        )
        training = (
            "notebook-pen",
            ui.t("Din træning"),
            ui.t("Det, du har lavet, dag for dag"),
            "traening/log",
        )
        checks = (
            "compass",
            ui.t("Tjek af tegn"),
            ui.t("Tag et tjek, og se de tidligere"),
            "mig/tjek",
        )
        doctor = (
            "stethoscope",
            ui.t("Til lægen"),
            ui.t("Ét ark at tage med"),
            "tjek/til-laegen",
        )
        physio = (
            "person-standing",
            ui.t("Din fysioterapeut"),
            ui.t("Forbind jeres enheder, og få en plan"),
            "mig/fysioterapeut",
        )
        reminders = (
            "bell",
            ui.t("Påmindelser"),
            ui.t("Hvad, hvornår og hvordan"),
            "mig/paamindelser",
        )
        rows[:0] = [progress, training, checks, doctor, physio, reminders]
    return [
        row_button(ui, title, detail, partial(ui.go, f"/{route}"), lead_icon(glyph))
        for glyph, title, detail, route in rows
    ]


@ft.component
def CloseCard() -> ft.Control:
    """Ends the program on this computer; asked once."""
    ui = use_ui()
    asked, ask = ft.use_state(False)
    if not asked:
        return ft.Row([plain_button(ui, ui.t("Afslut Rygvej"), lambda: ask(True))], wrap=True)
    return card(
        ui,
        words(ui, ui.t("Vil du lukke Rygvej på denne computer?"), Type.SPEAK),
        note(ui, ui.t("Dine svar er gemt. Du åbner appen igen på samme måde som i dag.")),
        ft.Row(
            [
                plain_button(ui, ui.t("Ja, luk"), ui.services.stop),
                plain_button(ui, ui.t("Nej, bliv her"), lambda: ask(False)),
            ],
            wrap=True,
        ),
    )
