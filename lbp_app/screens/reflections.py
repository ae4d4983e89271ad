"""Mine tanker: everything a person has written about the lessons, to find and to change."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.content.lessons import Lesson
from lbp_app.content.library import say
from lbp_app.model.reflection import Reflection
from lbp_app.screens.buttons import link, soft_button
from lbp_app.screens.cards import card, empty, page_head, stack
from lbp_app.screens.fields import use_typed
from lbp_app.screens.frame import Frame
from lbp_app.screens.lesson_rows import address
from lbp_app.screens.lesson_thoughts import own_words
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import aloud, heading, note, words


@ft.component
def ReflectionsScreen() -> ft.View:
    ui = use_ui()
    typed, field = use_typed(ui, ui.t("Søg"))
    seen = _use_seen(ui)
    head = page_head(ui, ui.t("Mine tanker"), ui.t("Viden"))
    if not seen:
        return Frame(head, _none(ui))
    found = [one for one in seen.values() if _holds(ui, one, typed)]
    nothing = aloud(note(ui, ui.t("Det ord står ikke i dine tanker. Prøv et andet.")))
    lead = note(ui, ui.t("Kun til dig. Ret, når du vil."))
    search = card(ui, field, *([] if found else [nothing]))
    return Frame(head, lead, search, *_by_lesson(ui, found))


def _use_seen(ui: Ui) -> dict[str, Reflection]:
    """What was just emptied keeps its field; what was deleted, or is another person's, does not."""
    seen: dict[str, Reflection] = ft.use_memo(dict[str, Reflection], [ui.services])
    seen.update((one.id, one) for one in ui.services.reflections.all())
    return seen


def _none(ui: Ui) -> ft.Control:
    return empty(
        ui,
        "empty-learn",
        ui.t("Her kommer dine egne tanker til at stå"),
        ui.t("Efter hver lektion er der to ting at tænke over. Skriv kun, hvis du har lyst."),
        soft_button(ui, ui.t("Til lektionerne"), partial(ui.go, "/viden")),
    )


def _by_lesson(ui: Ui, found: Sequence[Reflection]) -> list[ft.Control]:
    """In the order of the lessons; those of a lesson that is no more stand last."""
    lessons = {lesson.id: lesson for lesson in ui.library.lessons}
    order = [*lessons, *(one.lesson for one in found)]
    return [
        _of_lesson(ui, lessons.get(name), [one for one in found if one.lesson == name])
        for name in dict.fromkeys(order)
        if any(one.lesson == name for one in found)
    ]


def _of_lesson(ui: Ui, lesson: Lesson | None, thoughts: Sequence[Reflection]) -> ft.Control:
    title = say(ui.t, lesson.title) if lesson else ui.t("En lektion, der ikke er her mere")
    again = [link(ui, ui.t("Læs lektionen"), partial(ui.go, address(lesson)))] if lesson else []
    return card(
        ui,
        heading(ui, title, Type.SPEAK),
        *(_thought(ui, one) for one in thoughts),
        *([ft.Row(list(again), wrap=True)] if again else []),
        spacing=Space.M,
    )


def _thought(ui: Ui, one: Reflection) -> ft.Control:
    asked = _asked(ui, one)
    return stack(
        words(ui, asked, Type.ITEM),
        own_words(ui, one.lesson, one.prompt, asked),
        note(ui, ui.t("Skrevet {day}", day=formats.date_full(ui.t, one.day))),
        spacing=Space.XS,
    )


def _asked(ui: Ui, one: Reflection) -> str:
    prompts = {
        (lesson.id, prompt.id): say(ui.t, prompt.text)
        for lesson in ui.library.lessons
        for prompt in lesson.prompts
    }
    return prompts.get((one.lesson, one.prompt), one.prompt)


def _holds(ui: Ui, one: Reflection, typed: str) -> bool:
    """All that was typed, in the thought or in what it answers."""
    text = f"{_asked(ui, one)} {one.text}".casefold()
    return all(word in text for word in typed.casefold().split())
