"""Sådan ser arket ud: what will be on the sheet for the doctor, and the way to take it along."""

import flet as ft

from lbp_app.actions import doctor_card as actions
from lbp_app.content.wording import Wording
from lbp_app.model.doctor_card import Paper, Section, Sheet
from lbp_app.model.graph import Graph
from lbp_app.screens.cards import card, dotted, line, stack
from lbp_app.screens.charts import legend, table
from lbp_app.screens.paper import lines_drawn, save_row, series_of
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.trying import sheet_saved
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, note, words

PDF_NAME = "rygvej-til-laegen.pdf"


def sheet_card(ui: Ui, sheet: Sheet) -> ft.Control:
    title = heading(ui, ui.t("Sådan ser arket ud"))
    if sheet.empty:
        nothing = ui.t("Arket er tomt endnu. Skriv et par ord, så kommer de frem her.")
        return card(ui, title, words(ui, nothing, color=Role.SOFT), roomy=True)
    return card(
        ui,
        title,
        *save_row(ui, PDF_NAME, lambda: actions.paper(ui.services), _saved),
        line(),
        note(ui, sheet.made_on),
        *([words(ui, sheet.who, Type.SPEAK)] if sheet.who else []),
        *[_section(ui, section) for section in sheet.sections],
        line(),
        note(ui, sheet.foot),
        roomy=True,
        spacing=Space.M,
    )


def _section(ui: Ui, section: Section) -> ft.Control:
    heads, *rows = section.rows or ((),)
    return stack(
        heading(ui, section.title, Type.ITEM, 3, Role.MAIN),
        *([table(ui, heads, rows)] if rows else []),
        *([_graph(ui, section.graph)] if section.graph else []),
        *[words(ui, text) for text in section.paragraphs],
        *[dotted(ui, item) for item in section.items],
        spacing=6,
    )


def _graph(ui: Ui, graph: Graph) -> ft.Control:
    series = series_of(graph.lines)
    picture = lines_drawn(ui, series, graph.dates, graph.said)
    return stack(picture, legend(ui, series), spacing=Space.XS)


def _saved(paper: Paper, t: Wording) -> str:
    if paper.shortened:
        return t(
            "Arket er gemt. Det ligger, hvor din browser gemmer filer. Noget er forkortet, "
            "så alt kan stå på én side."
        )
    if paper.unknown:
        return t(
            "Arket er gemt. Det ligger, hvor din browser gemmer filer. Enkelte "
            "skrifttegn kan ikke vises og står som [?]."
        )
    return sheet_saved(t)
