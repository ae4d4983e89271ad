"""Mig: the way to everything about the person."""

from functools import partial

import flet as ft

from lbp_app.screens.buttons import lead_icon, plain_button, row_button
from lbp_app.screens.cards import card, page_head, rows_card
from lbp_app.screens.frame import Frame
from lbp_app.screens.theme import Type
from lbp_app.screens.ui import use_ui
from lbp_app.screens.words import note, words


@ft.component
def MeScreen() -> ft.View:
    ui = use_ui()
    rows = [
        ("chart-line", ui.t("Udvikling"), ui.t("Linjer, tal og en kalender"), "/mig/udvikling"),
        ("shield-check", ui.t("Mine data"), ui.t("Hvor de ligger, tag en kopi, slet"), "/mig/data"),
        (
            "settings-2",
            ui.t("Indstillinger"),
            ui.t("Sprog, tekst, udseende og dig"),
            "/mig/indstillinger",
        ),
        ("info", ui.t("Om Rygvej"), ui.t("Hvad appen er, kilder og licenser"), "/mig/om"),
    ]
    return Frame(
        page_head(ui, ui.person.first_name or ui.t("Mig")),
        rows_card(*(row_button(ui, t, d, partial(ui.go, r), lead_icon(g)) for g, t, d, r in rows)),
        CloseCard(),
    )


@ft.component
def CloseCard() -> ft.Control:
    """Ends the program on this computer; asked once."""
    ui = use_ui()
    asked, ask = ft.use_state(False)
    if not asked:
        return ft.Row([plain_button(ui, ui.t("Afslut Rygvej"), lambda: ask(True))])
    return card(
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
