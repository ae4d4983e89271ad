"""Sådan ser rapporten ud: what will stand in it, and the way to take it along."""

from collections.abc import Sequence

import flet as ft

from lbp_app.actions import report as actions
from lbp_app.model.doctor_card import Paper
from lbp_app.model.report import Graph, Report, Section
from lbp_app.screens.bars import bars
from lbp_app.screens.buttons import main_button
from lbp_app.screens.cards import card, dotted, line, stack
from lbp_app.screens.charts import Series, chart, legend, table
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.trying import hand_over, tried
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, note, words

PDF_NAME = "rygvej-rapport.pdf"
DASHES = (None, (7, 6))
COLOURS = (Role.MAIN, Role.DUSK)
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
        *_save(ui),
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
    looks = zip(COLOURS, DASHES, strict=True)
    series = [
        Series(one.name, one.values, color, dash)
        for one, (color, dash) in zip(graph.lines, looks, strict=False)
    ]
    dates = dict(list(graph.dates.items())[: 1 if ui.look.large else None])
    if graph.bars:
        parts = [[value or 0 for value in one.values] for one in graph.lines]
        drawn: ft.Control = bars(ui, parts, graph.marks[-1], graph.said)
    else:
        drawn = ft.Container(chart(ui, series, dates, graph.said), padding=ft.Padding.only(top=12))
    return [drawn, legend(ui, series)]


def _save(ui: Ui) -> list[ft.Control]:
    async def save() -> None:
        paper = tried(ui, lambda: actions.paper(ui.services))
        if paper is not None:
            await hand_over(ui, PDF_NAME, paper.content, _saved(ui, paper))

    return [
        ft.Row([main_button(ui, ui.t("Gem som PDF"), save, "download")], wrap=True),
        note(
            ui,
            ui.t(
                "Filen kommer til at ligge, hvor din browser gemmer filer. Den er ikke låst: "
                "Alle, der åbner den, kan læse den."
            ),
        ),
    ]


def _saved(ui: Ui, paper: Paper) -> str:
    if paper.shortened:
        return ui.t(
            "Rapporten er gemt. Den ligger, hvor din browser gemmer filer. Noget er forkortet, "
            "så alt kan stå på én side."
        )
    return ui.t("Rapporten er gemt. Den ligger, hvor din browser gemmer filer.")
