"""Øvelserne på papir: my exercises at my levels, as a file to print."""

import flet as ft

from lbp_app.actions import exercise_sheet
from lbp_app.screens.buttons import lead_icon, row_button
from lbp_app.screens.trying import saving, sheet_saved
from lbp_app.screens.ui import Ui

PDF_NAME = "rygvej-oevelser.pdf"


def paper_row(ui: Ui) -> ft.Control:
    save = saving(ui, PDF_NAME, lambda: exercise_sheet.paper(ui.services), sheet_saved)
    return row_button(
        ui,
        ui.t("Dine øvelser på papir"),
        ui.t("Gem en PDF med tegninger og ord, og skriv den ud"),
        save,
        lead_icon("printer"),
    )
