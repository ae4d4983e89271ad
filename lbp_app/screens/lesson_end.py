"""The end of a lesson: what may come next, and help elsewhere that belongs to it."""

from functools import partial

import flet as ft

from lbp_app.actions import reading as actions
from lbp_app.content.lessons import Lesson
from lbp_app.content.library import say
from lbp_app.content.wording import mark
from lbp_app.model.reading import QUIZ
from lbp_app.screens.buttons import link, main_button, plain_button, round_button, soft_button
from lbp_app.screens.cards import card
from lbp_app.screens.frame import Frame
from lbp_app.screens.lesson_pages import MOST, close, head, later, title
from lbp_app.screens.lesson_rows import address, length
from lbp_app.screens.links import links_of, way_out
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

TOOLS = {
    "balance": (mark("Prøv vægtskålen"), "/viden/vaegt"),
    "myths": (mark("Gæt myter og fakta"), "/viden/myter"),
}


@ft.component
def EndPage(lesson: Lesson) -> ft.View:
    ui = use_ui()
    return Frame(
        _top(ui, lesson),
        head(ui, title(ui, lesson), ui.t("Det var hele lektionen")),
        words(ui, ui.t("Alt kan læses igen, så tit du vil.")),
        *_tool(ui, lesson),
        *_next(ui, lesson),
        *_out(ui, lesson),
        ft.Row(
            [link(ui, ui.t("Se mine tanker"), partial(ui.go, "/viden/tanker"))],
            wrap=True,
        ),
        most=MOST,
        framed=False,
        foot=plain_button(ui, ui.t("Færdig for nu"), partial(ui.go, "/viden")),
    )


def _top(ui: Ui, lesson: Lesson) -> ft.Control:
    back = partial(ui.go, address(lesson, QUIZ))
    both = [round_button(ui, "arrow-left", ui.t("Tilbage"), back), later(ui, lesson)]
    return ft.Row(
        [close(ui), ft.Row(both, spacing=8)], alignment=ft.MainAxisAlignment.SPACE_BETWEEN
    )


def _tool(ui: Ui, lesson: Lesson) -> list[ft.Control]:
    if lesson.id not in TOOLS:
        return []
    name, route = TOOLS[lesson.id]
    return [soft_button(ui, ui.t(name), partial(ui.go, route))]


def _next(ui: Ui, lesson: Lesson) -> list[ft.Control]:
    name = actions.lesson_after(ui.services, lesson.id)
    if name is None or name == lesson.id:
        return []
    follows = ui.library.lesson(name)
    place = ui.services.readings.get(name).place
    return [
        card(
            ui,
            label(ui, ui.t("Næste lektion, når du har lyst"), Role.ON_STAGE),
            heading(ui, say(ui.t, follows.title), Type.SPEAK, 2, Role.ON_STAGE),
            note(ui, say(ui.t, follows.aim), Role.ON_STAGE),
            note(ui, length(ui, follows), Role.ON_STAGE),
            ft.Container(height=4),
            main_button(ui, ui.t("Læs den nu"), partial(ui.go, address(follows, place))),
            bg=Role.STAGE,
            roomy=True,
            spacing=Space.XS,
        )
    ]


def _out(ui: Ui, lesson: Lesson) -> list[ft.Control]:
    found = links_of(ui, lesson.id)
    if not found:
        return []
    head = ft.Container(label(ui, ui.t("Hjælp andre steder")), padding=padding(12, 10, 12))
    rows = [way_out(ui, one) for one in found]
    return [card(ui, head, *rows, padding=8, spacing=Space.HAIR)]
