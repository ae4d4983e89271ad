"""Two questions at the end of a lesson. Each guess gets the same explanation; nothing is kept."""

import flet as ft

from lbp_app.content.lessons import Lesson, Question
from lbp_app.content.library import say
from lbp_app.model.reading import QUIZ
from lbp_app.screens.cards import card
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.lesson_pages import head, lesson_page, title
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, words


@ft.component
def QuizPage(lesson: Lesson) -> ft.View:
    ui = use_ui()
    asked = [keyed(Asked, question.id)(question) for question in lesson.quiz]
    lead = ui.t("Gæt frit. Ingen tæller, og svarene bliver ikke gemt.")
    return lesson_page(
        ui,
        lesson,
        QUIZ,
        head(ui, title(ui, lesson), ui.t("To små spørgsmål")),
        words(ui, lead),
        *asked,
    )


@ft.component
def Asked(question: Question) -> ft.Control:
    ui = use_ui()
    guessed, guess = use_value(str)
    options = [Choice(str(n), say(ui.t, text)) for n, text in enumerate(question.options)]
    asked = say(ui.t, question.ask)
    answer = [_why(ui, question, int(guessed))] if guessed else []
    return card(
        ui,
        heading(ui, asked, Type.SPEAK),
        choices(ui, asked, options, guessed or None, guess, tall=True),
        *answer,
    )


def _why(ui: Ui, question: Question, guessed: int) -> ft.Control:
    right = say(ui.t, question.options[question.right])
    if guessed == question.right:
        first = ui.t("Ja, det er det.")
    else:
        first = ui.t("Det er der mange, der tænker. Svaret er: {answer}.", answer=right)
    told = card(
        ui,
        words(ui, first, Type.ITEM, Role.ON_STAGE),
        words(ui, say(ui.t, question.why), Type.BODY, Role.ON_STAGE),
        bg=Role.STAGE,
        spacing=Space.HAIR,
    )
    return ft.Semantics(content=told, live_region=True, container=True)
