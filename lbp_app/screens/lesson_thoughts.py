"""After the cards: two things to think about. What is written is the person's own."""

from functools import partial

import flet as ft

from lbp_app.actions import reflection as actions
from lbp_app.content.lessons import Lesson, Prompt
from lbp_app.content.library import say
from lbp_app.model.reading import THOUGHTS
from lbp_app.model.reflection import reflection_id
from lbp_app.screens.cards import card
from lbp_app.screens.fields import SavedField
from lbp_app.screens.hooks import keyed
from lbp_app.screens.lesson_pages import head, lesson_page, title
from lbp_app.screens.theme import Type
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, words

LINES = 3


@ft.component
def ThoughtsPage(lesson: Lesson) -> ft.View:
    ui = use_ui()
    lead = ui.t(
        "Skriv, hvis du har lyst, eller gå videre. Det er kun til dig. Det bliver gemt, mens du "
        "skriver, og står samlet under Mine tanker."
    )
    return lesson_page(
        ui,
        lesson,
        THOUGHTS,
        head(ui, title(ui, lesson), ui.t("To ting at tænke over")),
        words(ui, lead),
        *(_asked(ui, lesson, prompt) for prompt in lesson.prompts),
    )


def _asked(ui: Ui, lesson: Lesson, prompt: Prompt) -> ft.Control:
    asked = say(ui.t, prompt.text)
    return card(ui, heading(ui, asked, Type.SPEAK), own_words(ui, lesson.id, prompt.id, asked))


def own_words(ui: Ui, lesson: str, prompt: str, name: str) -> ft.Control:
    """The field for what the person thinks; its name stands above it already."""

    def keep(text: str) -> Act:
        return partial(actions.write_reflection, ui.services, lesson, prompt, text)

    key = reflection_id(lesson, prompt)
    kept = ui.services.reflections.get(key)
    made = keyed(SavedField, f"{ui.person.id}-{key}")
    return made(name, kept.text if kept else "", keep, lines=LINES, named_above=True)
