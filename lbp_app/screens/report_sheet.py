"""Sådan ser rapporten ud: what will stand in it, and the way to take it along."""

from collections.abc import Sequence

import flet as ft

from lbp_app.actions import report as actions
from lbp_app.content.wording import Wording
from lbp_app.model.doctor_card import Paper
from lbp_app.model.graph import Graph
from lbp_app.model.report import Report, Section
from lbp_app.screens.bars import bars
from lbp_app.screens.cards import card, dotted, line, stack
from lbp_app.screens.charts import legend, table
from lbp_app.screens.paper import lines_drawn, save_row, series_of
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, note, words

PDF_NAME = "rygvej-rapport.pdf"
MOST_CELLS = 5  # of a row that is shown as a table


def report_card(ui: Ui, report: Report) -> ft.Control:
    title = heading(ui, ui.t("Sådan ser rapporten ud"))
    if report.empty:
        nothing = ui.t(
            "Der er ikke noget fra den tid endnu. Vælg en længere tid, eller svar først."
        )
        return card(ui, title, words(ui, nothing, color=Role.SOFT), roomy=True)
    return card(
        ui,
        title,
        *save_row(ui, PDF_NAME, lambda: actions.paper(ui.services), _saved),
        line(),
        heading(ui, report.title, Type.SPEAK),
        *([words(ui, report.who)] if report.who else []),
        note(ui, report.period),
        *[_section(ui, section) for section in report.sections],
        line(),
        note(ui, report.foot),
        roomy=True,
        spacing=Space.M,
    )


def _section(ui: Ui, section: Section) -> ft.Control:
    return stack(
        heading(ui, section.title, Type.ITEM, 3, Role.MAIN),
        *(_graph(ui, section.graph) if section.graph else []),
        *_table(ui, section.rows),
        *[words(ui, text) for text in section.paragraphs],
        *[dotted(ui, item) for item in section.items],
        spacing=6,
    )


def _table(ui: Ui, rows: Sequence[Sequence[str]]) -> list[ft.Control]:
    """One with many columns in words: on paper it has the whole width."""
    if not rows:
        return []
    heads, *told = rows
    if len(heads) <= MOST_CELLS:
        return [table(ui, heads, told)]
    return [dotted(ui, _row(heads, row)) for row in told]


def _row(heads: Sequence[str], row: Sequence[str]) -> str:
    cells = zip(heads[1:], row[1:], strict=True)
    return ", ".join([row[0], *(f"{head} {cell}" for head, cell in cells)])


def _graph(ui: Ui, graph: Graph) -> list[ft.Control]:
    series = series_of(graph.lines)
    if graph.bars:
        parts = [[value or 0 for value in one.values] for one in graph.lines]
        drawn: ft.Control = bars(ui, parts, graph.marks[-1], graph.said)
    else:
        drawn = lines_drawn(ui, series, graph.dates, graph.said)
    return [drawn, legend(ui, series)]


def _saved(paper: Paper, t: Wording) -> str:
    if paper.shortened:
        return t(
            "Rapporten er gemt. Den ligger, hvor din browser gemmer filer. Noget er forkortet, "
            "så alt kan stå på én side."
        )
    if paper.unknown:
        return t(
            "Rapporten er gemt. Den ligger, hvor din browser gemmer filer. Enkelte "
            "skrifttegn kan ikke vises og står som [?]."
        )
    return t("Rapporten er gemt. Den ligger, hvor din browser gemmer filer.")
