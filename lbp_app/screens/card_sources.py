"""Where a card of a lesson comes from, number by number, and whether a clinician has read it."""

from collections.abc import Iterator

import flet as ft

from lbp_app.content import formats
from lbp_app.content.lessons import Card, Lesson
from lbp_app.content.library import say
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card as card_of
from lbp_app.screens.cards import stack
from lbp_app.screens.sources import cited, unreviewed
from lbp_app.screens.theme import Role, Space
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note


@ft.component
def CardSources(lesson: Lesson, card: Card) -> ft.Control:
    ui = use_ui()
    shown, show = ft.use_state(False)
    toggle = link(ui, ui.t("Skjul kilde") if shown else ui.t("Vis kilde"), lambda: show(not shown))
    told = [_told(ui, lesson, card)] if shown else []
    return stack(ft.Row([toggle], wrap=True), *told, spacing=4)


def _told(ui: Ui, lesson: Lesson, card: Card) -> ft.Control:
    places = [note(ui, _place(ui, citation), Role.INK) for citation in card.sources]
    numbers = [note(ui, line) for line in _numbers(ui, lesson, card)]
    lines = [*places, *numbers, note(ui, reviewed(ui, lesson))]
    return card_of(ui, *lines, bg=Role.WELL, spacing=Space.XS)


def _place(ui: Ui, citation: str) -> str:
    """The source, and what stands at the place."""
    return f"{cited(ui, citation)}. {say(ui.t, ui.library.section_of(citation).about)}."


def _numbers(ui: Ui, lesson: Lesson, card: Card) -> Iterator[str]:
    for fact in lesson.facts:
        if fact.card == card.id and fact.figure:
            places = ", ".join(fact.sources)
            figure = say(ui.t, fact.figure)
            yield ui.t("“{figure}” står i {places}.", figure=figure, places=places)


def reviewed(ui: Ui, lesson: Lesson) -> str:
    if lesson.reviewed_by is None or lesson.reviewed_on is None:
        return unreviewed(ui)
    day = formats.date_full(ui.t, lesson.reviewed_on)
    return ui.t("Gennemgået af {name}, {day}.", name=lesson.reviewed_by, day=day)
