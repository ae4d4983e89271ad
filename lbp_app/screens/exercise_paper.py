"""Øvelserne på papir: my exercises at my levels, as a file to print."""

import flet as ft

from lbp_app.actions import exercise_sheet
from lbp_app.content.failures import sentence
from lbp_app.errors import AppError
from lbp_app.screens.buttons import lead_icon, row_button
from lbp_app.screens.ui import Notice, Ui

PDF_NAME = "rygvej-oevelser.pdf"


def paper_row(ui: Ui) -> ft.Control:
    async def save() -> None:
        try:
            content = exercise_sheet.paper(ui.services)
        except AppError as error:
            ui.say(Notice(sentence(ui.t, error), failed=True))
            return
        await ft.FilePicker().save_file(file_name=PDF_NAME, src_bytes=content)
        ui.say(Notice(ui.t("Arket er gemt. Det ligger, hvor din browser gemmer filer.")))

    return row_button(
        ui,
        ui.t("Dine øvelser på papir"),
        ui.t("Gem en PDF med tegninger og ord, og skriv den ud"),
        save,
        lead_icon("printer"),
    )
