"""Søg i lektionerne: each lesson that speaks of it, and the card that says most."""

from functools import partial

import flet as ft

from lbp_app.content.library import say
from lbp_app.content.search import Hit
from lbp_app.screens.buttons import row_button
from lbp_app.screens.cards import card, stack
from lbp_app.screens.fields import use_typed
from lbp_app.screens.lesson_rows import address
from lbp_app.screens.theme import Space
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import aloud, note

LEAST = 2  # letters


@ft.component
def LessonSearch() -> ft.Control:
    ui = use_ui()
    typed, field = use_typed(ui, ui.t("Søg"))
    results = _results(ui, typed) if len(typed.strip()) >= LEAST else []
    return card(ui, field, *results, spacing=Space.S)


def _results(ui: Ui, typed: str) -> list[ft.Control]:
    hits = ui.library.search(typed, ui.t.language)
    if not hits:
        kind = ui.t(
            "Det fandt vi ikke i lektionerne. Prøv et andet ord, for eksempel søvn, arbejde eller "
            "scanning."
        )
        return [aloud(note(ui, kind))]
    count = ui.t.plural("{n} lektion taler om det", "{n} lektioner taler om det", len(hits))
    rows = [_row(ui, hit) for hit in hits]
    return [aloud(note(ui, count)), stack(*rows, spacing=0)]


def _row(ui: Ui, hit: Hit) -> ft.Control:
    lesson = ui.library.lesson(hit.lesson)
    found = next((one for one in lesson.cards if one.id == hit.card), None)
    detail = say(ui.t, found.title if found else lesson.aim)
    go = partial(ui.go, address(lesson, hit.card or ""))
    return row_button(ui, say(ui.t, lesson.title), detail, go)
