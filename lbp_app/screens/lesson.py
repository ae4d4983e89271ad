"""Reading a lesson, one page at a time. Where somebody is stands in the address."""

import flet as ft

from lbp_app.content.lessons import Lesson
from lbp_app.screens.hooks import keyed
from lbp_app.screens.lesson_card import CardPage
from lbp_app.screens.lesson_end import EndPage
from lbp_app.screens.lesson_pages import END
from lbp_app.screens.lesson_quiz import QuizPage
from lbp_app.screens.lesson_rows import AFTER_CARDS, address
from lbp_app.screens.lesson_thoughts import ThoughtsPage
from lbp_app.screens.places import lost
from lbp_app.screens.ui import Ui, use_ui

PAGES = {**dict(zip(AFTER_CARDS.values(), (ThoughtsPage, QuizPage), strict=True)), END: EndPage}


@ft.component
def LessonScreen() -> ft.View:
    """Without a page in the address it is where reading goes on."""
    ui = use_ui()
    params = ft.use_route_params()
    lesson = _lesson(ui, params["lesson"])
    if lesson is None:
        return lost(ui)
    kept = address(lesson, ui.services.readings.get(lesson.id).place)
    page = params.get("page") or kept.rpartition("/")[2]
    key = f"{lesson.id}-{page}"
    if page in PAGES:
        return keyed(PAGES[page], key)(lesson)
    if not page.isdecimal() or not 1 <= int(page) <= len(lesson.cards):
        return lost(ui)
    return keyed(CardPage, key)(lesson, int(page))


def _lesson(ui: Ui, name: str) -> Lesson | None:
    return next((one for one in ui.library.lessons if one.id == name), None)
