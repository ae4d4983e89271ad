"""Mig > Mine data > Tag det hele med: everything as a file that others can read."""

from functools import partial

import flet as ft

from lbp_app.actions import export
from lbp_app.content.wording import mark
from lbp_app.model.export import Form
from lbp_app.screens.buttons import lead_icon, row_button, soft_button
from lbp_app.screens.cards import card, page_head, rows_card, told
from lbp_app.screens.frame import Frame
from lbp_app.screens.trying import saving
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, words

HERE = "/mig/data/eksport"
NAMES = {Form.JSON: "rygvej.json", Form.CSV: "rygvej-csv.zip", Form.FHIR: "rygvej-fhir.json"}
WAYS = (
    (
        Form.CSV,
        "table",
        mark("Regneark (CSV)"),
        mark("Ét ark for hver slags svar, samlet i en zip-fil. Kan læses ind i Rygvej igen."),
    ),
    (
        Form.JSON,
        "file-text",
        mark("Alt i én fil (JSON)"),
        mark("Hver ting, du har svaret og rettet. Kan læses ind i Rygvej igen."),
    ),
    (
        Form.FHIR,
        "stethoscope",
        mark("Til en journal (FHIR)"),
        mark("Tal, træning og trin i den form, som journalsystemer bruger."),
    ),
)


def export_card(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Tag det hele med")),
        words(ui, ui.t("Alt, du har skrevet, som filer, andre programmer kan læse.")),
        ft.Row([soft_button(ui, ui.t("Vælg en form"), partial(ui.go, HERE))], wrap=True),
    )


@ft.component
def ExportScreen() -> ft.View:
    ui = use_ui()
    return Frame(
        page_head(ui, ui.t("Tag det hele med"), ui.t("Mine data")),
        words(ui, ui.t("Svarene er dine. Vælg en form, så får du en fil med det hele.")),
        rows_card(ui, *(_way(ui, *way) for way in WAYS)),
        told(
            ui,
            "lock",
            ui.t(
                "Filen er ikke låst: Alle, der åbner den, kan læse den. Gem den et sted, kun du "
                "kan se, og send den kun til nogen, du stoler på."
            ),
        ),
        told(
            ui,
            "info",
            ui.t(
                "I filen til en journal er svar om tunge tanker kun med, hvis du har "
                "valgt det under “Til lægen”."
            ),
        ),
    )


def _way(ui: Ui, form: Form, glyph: str, title: str, detail: str) -> ft.Control:
    save = saving(ui, NAMES[form], lambda: export.export_bytes(ui.services, form))
    return row_button(ui, ui.t(title), ui.t(detail), save, lead_icon(glyph))
