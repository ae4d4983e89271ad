"""One card of a lesson: a picture where there is one, one message, and where it comes from."""

import flet as ft

from lbp_app.content.lessons import Card, Lesson
from lbp_app.content.library import say
from lbp_app.screens.card_sources import CardSources
from lbp_app.screens.cards import stack
from lbp_app.screens.lesson_pages import WITH_PICTURE, dated, head, lesson_page, title
from lbp_app.screens.lesson_picture import lesson_picture
from lbp_app.screens.lesson_rows import length, where
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Space
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note, words


def card_picture(ui: Ui, lesson: Lesson, card: Card) -> ft.Control | None:
    """The drawing of this card, or None."""
    found = (one for one in ui.library.pictures_for(lesson.id) if one.card == card.id)
    return next((lesson_picture(ui, one) for one in found), None)


@ft.component
def CardPage(lesson: Lesson, number: int) -> ft.View:
    """`number` counts from 1."""
    ui = use_ui()
    card = lesson.cards[number - 1]
    picture, text = card_picture(ui, lesson, card), _text(ui, lesson, card)
    if picture is None:
        return lesson_page(ui, lesson, card.id, text)
    if not ui.look.beside:
        return lesson_page(ui, lesson, card.id, picture, text)
    return lesson_page(ui, lesson, card.id, _beside(picture, text), most=WITH_PICTURE)


def _beside(picture: ft.Control, text: ft.Control) -> ft.Control:
    halves = [ft.Container(picture, expand=6), ft.Container(text, expand=5)]
    return ft.Row(list(halves), spacing=Space.XL, vertical_alignment=ft.CrossAxisAlignment.CENTER)


def _text(ui: Ui, lesson: Lesson, card: Card) -> ft.Control:
    above = f"{title(ui, lesson)} · {where(ui, lesson, card.id)}"
    paragraphs = [words(ui, part) for part in say(ui.t, card.text).split("\n\n")]
    return ft.Container(
        stack(
            head(ui, above, say(ui.t, card.title)),
            *_aim(ui, lesson, card),
            *paragraphs,
            *dated(ui, lesson),
            CardSources(lesson, card),
            spacing=Space.S,
        ),
        padding=padding(4, Space.S, 4, Space.M),
    )


def _aim(ui: Ui, lesson: Lesson, card: Card) -> list[ft.Control]:
    if card is not lesson.cards[0]:
        return []
    return [note(ui, f"{length(ui, lesson)}. {say(ui.t, lesson.aim)}")]
