"""What the pages of a lesson share: the way on and back, how far one is, keeping it for later."""

from functools import partial

import flet as ft

from lbp_app.actions import reading as actions
from lbp_app.content import formats
from lbp_app.content.lessons import Lesson
from lbp_app.content.library import say
from lbp_app.model.reading import QUIZ, THOUGHTS
from lbp_app.screens.buttons import main_button, round_button
from lbp_app.screens.cards import card, dots, landing, stack, told
from lbp_app.screens.frame import Frame
from lbp_app.screens.lesson_rows import address, where
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.trying import tried
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, words

MOST, WITH_PICTURE = 600, 1080  # px
END = "slut"  # in place of the number of a card


def lesson_page(
    ui: Ui, lesson: Lesson, place: str, *content: ft.Control, most: float = MOST
) -> ft.View:
    """`place` as in Reading.place."""
    return Frame(
        _top(ui, lesson, place),
        *content,
        most=most,
        framed=False,
        foot=_foot(ui, lesson, place),
    )


def head(ui: Ui, above: str, title: str) -> ft.Control:
    return stack(
        words(ui, above, Type.LABEL, Role.MAIN),
        landing(ui, heading(ui, title, Type.TITLE, 1)),
        spacing=6,
    )


def close(ui: Ui) -> ft.Control:
    return round_button(ui, "x", ui.t("Luk lektionen"), partial(ui.go, "/viden"))


def later(ui: Ui, lesson: Lesson) -> ft.Control:
    """Keeps it for later, or no longer."""
    saved = ui.services.readings.get(lesson.id).saved
    said = ui.t("Gemt til senere, fjern igen") if saved else ui.t("Gem til senere")

    def change() -> None:
        ui.act(lambda: actions.keep_for_later(ui.services, lesson.id, not saved))

    return round_button(ui, "bookmark-check" if saved else "bookmark", said, change)


def dated(ui: Ui, lesson: Lesson) -> list[ft.Control]:
    """For a lesson with facts that age: until when they hold, and that this is no advice."""
    if lesson.valid_until is None:
        return []
    day = formats.date_full(ui.t, lesson.valid_until)
    if not lesson.too_old(ui.today):
        text = ui.t(
            "Det her er ikke rådgivning. Teksten er set efter og gælder til {day}.", day=day
        )
        return [card(ui, told(ui, "calendar-days", text), bg=Role.WELL)]
    text = ui.t(
        "Det her er ikke rådgivning, og det kan være ændret. Det gjaldt til {day}. Spørg din læge, "
        "kommunen eller fagforeningen, før du regner med det.",
        day=day,
    )
    return [card(ui, told(ui, "info", text, Role.ON_WARM), bg=Role.WARM_BOX)]


def _places(lesson: Lesson) -> list[str]:
    return [*(one.id for one in lesson.cards), THOUGHTS, QUIZ]


def _top(ui: Ui, lesson: Lesson, place: str) -> ft.Control:
    places = _places(lesson)
    size = 6 if ui.look.narrow else 8
    return ft.Row(
        [
            close(ui),
            dots(ui, len(places), places.index(place), where(ui, lesson, place), size),
            later(ui, lesson),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )


def _foot(ui: Ui, lesson: Lesson, place: str) -> ft.Control:
    places = _places(lesson)
    at = places.index(place)
    if place == places[-1]:
        forth = main_button(ui, ui.t("Afslut lektionen"), partial(_finish, ui, lesson))
    else:
        forth = main_button(ui, ui.t("Videre"), partial(_turn, ui, lesson, places[at + 1]))
    forth.expand = True
    back = round_button(ui, "arrow-left", ui.t("Tilbage"), partial(_back, ui, lesson, places, at))
    return ft.Row([back, forth], spacing=Space.S)


def _back(ui: Ui, lesson: Lesson, places: list[str], at: int) -> None:
    if at == 0:
        return ui.go("/viden")
    return _turn(ui, lesson, places[at - 1])


def _turn(ui: Ui, lesson: Lesson, place: str) -> None:
    """Reading goes on even where the place cannot be kept."""
    first = place == lesson.cards[0].id
    ui.go(address(lesson, place))
    tried(ui, lambda: actions.turn_to(ui.services, lesson.id, "" if first else place))


def _finish(ui: Ui, lesson: Lesson) -> None:
    ui.go(f"/viden/lektion/{lesson.id}/{END}")
    tried(ui, lambda: actions.finish_lesson(ui.services, lesson.id))


def title(ui: Ui, lesson: Lesson) -> str:
    return say(ui.t, lesson.title)
