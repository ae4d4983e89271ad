"""The lesson that I dag names: the one to go on with, or the next."""

from functools import partial

import flet as ft

from lbp_app.actions import reading as actions
from lbp_app.content.library import say
from lbp_app.screens.buttons import lead_icon, row_button
from lbp_app.screens.cards import rows_card
from lbp_app.screens.lesson_rows import address, length, where
from lbp_app.screens.ui import Ui


def lesson_today(ui: Ui) -> list[ft.Control]:
    """One row, or none."""
    reading = actions.lesson_today(ui.services)
    if reading is None:
        return []
    lesson = ui.library.lesson(reading.lesson)
    if reading.place:
        told = ui.t("Læs videre: {where}", where=where(ui, lesson, reading.place))
    else:
        told = ui.t("En kort lektion, {minutes}", minutes=length(ui, lesson))
    go = partial(ui.go, address(lesson, reading.place))
    lead = lead_icon("book-open-text")
    return [rows_card(ui, row_button(ui, say(ui.t, lesson.title), told, go, lead))]
