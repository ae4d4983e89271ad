"""What is shown in place of a screen that failed: one sentence and a way back."""

import flet as ft

from lbp_app.screens.buttons import main_button
from lbp_app.screens.cards import card, page_head
from lbp_app.screens.frame import Frame
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import note, words


def failed(ui: Ui, reference: str, back: ft.Control) -> ft.View:
    """`reference` finds the code line in the log; nothing else of the failure is shown."""
    return Frame(
        page_head(ui, ui.t("Noget gik galt")),
        card(
            words(ui, ui.t("Siden kunne ikke vises. Det, du har svaret, er gemt.")),
            back,
            note(ui, ui.t("Fejlens nummer: {reference}", reference=reference)),
            padding=24,
        ),
    )


def way_back(ui: Ui, again: object) -> ft.Control:
    return main_button(ui, ui.t("Til I dag"), again)  # type: ignore[arg-type]
