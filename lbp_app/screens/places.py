"""Places that are still to come, and the page that is not there."""

import flet as ft

from lbp_app.model.person import Role
from lbp_app.screens.buttons import main_button
from lbp_app.screens.cards import card, page_head
from lbp_app.screens.frame import Frame
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import words


@ft.component
def LostScreen() -> ft.View:
    return lost(use_ui())


def lost(ui: Ui) -> ft.View:
    return Frame(
        page_head(ui, ui.t("Den side findes ikke")),
        card(
            ui,
            words(
                ui, ui.t("Adressen passer ikke til en side i Rygvej. Dine svar er, hvor de plejer.")
            ),
            main_button(ui, _first_place(ui, ui.t("Til I dag")), lambda: ui.go("/")),
            roomy=True,
        ),
    )


def _first_place(ui: Ui, of_a_patient: str) -> str:
    return ui.t("Til deltagerne") if ui.person.role is Role.PHYSIO else of_a_patient
