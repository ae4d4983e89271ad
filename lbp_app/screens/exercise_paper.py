"""Øvelserne på papir: my exercises at my levels, as a file to print."""

import flet as ft

from lbp_app.actions import exercise_sheet
from lbp_app.screens.buttons import lead_icon, row_button
from lbp_app.screens.trying import hand_over, tried
from lbp_app.screens.ui import Ui

PDF_NAME = "rygvej-oevelser.pdf"


def paper_row(ui: Ui) -> ft.Control:
    async def save() -> None:
        told = ui.t("Arket er gemt. Det ligger, hvor din browser gemmer filer.")
        content = tried(ui, lambda: exercise_sheet.paper(ui.services))
        if content is not None:
            await hand_over(ui, PDF_NAME, content, told)

    return row_button(
        ui,
        ui.t("Dine øvelser på papir"),
        ui.t("Gem en PDF med tegninger og ord, og skriv den ud"),
        save,
        lead_icon("printer"),
    )
