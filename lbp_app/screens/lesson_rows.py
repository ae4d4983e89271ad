"""A lesson as a row: its title, how far it is read, and the way to where reading goes on."""

from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.content.lessons import Lesson
from lbp_app.content.library import say
from lbp_app.model.reading import QUIZ, THOUGHTS, Reading, Standing
from lbp_app.screens.buttons import row_button
from lbp_app.screens.shared import MIDDLE, ring
from lbp_app.screens.theme import Role
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import icon

SIGN = 40  # px
AFTER_CARDS = {THOUGHTS: "tanker", QUIZ: "quiz"}  # as it stands in the address


def lesson_row(ui: Ui, lesson: Lesson, reading: Reading) -> ft.Control:
    """Said in words and drawn as a shape: a ring, half full, ticked; a bookmark beside it."""
    go = partial(ui.go, address(lesson, reading.place))
    return row_button(ui, say(ui.t, lesson.title), _told(ui, lesson, reading), go, _sign(reading))


def address(lesson: Lesson, place: str = "") -> str:
    """Of its first card where the place is not known (any more)."""
    return f"/viden/lektion/{lesson.id}/{AFTER_CARDS.get(place) or card_number(lesson, place)}"


def card_number(lesson: Lesson, card: str | None) -> int:
    return next((n for n, one in enumerate(lesson.cards, 1) if one.id == card), 1)


def where(ui: Ui, lesson: Lesson, place: str) -> str:
    """Which page of the lesson, in words."""
    if place == THOUGHTS:
        return ui.t("Dine tanker")
    if place == QUIZ:
        return ui.t("To spørgsmål")
    n, count = card_number(lesson, place), len(lesson.cards)
    return ui.t("Kort {n} af {all}", n=n, all=count)


def length(ui: Ui, lesson: Lesson) -> str:
    return ui.t("{n} min", n=lesson.minutes)


def _told(ui: Ui, lesson: Lesson, reading: Reading) -> str:
    parts = [_standing(ui, lesson, reading)]
    if reading.saved:
        parts.append(ui.t("gemt til senere"))
    return " · ".join(parts)


def _standing(ui: Ui, lesson: Lesson, reading: Reading) -> str:
    if reading.place:
        return ui.t("Begyndt: {where}", where=where(ui, lesson, reading.place))
    if reading.finished_on is not None:
        return ui.t("Læst {day}", day=formats.date_short(ui.t, reading.finished_on, ui.today))
    return ui.t("Ikke læst, {minutes}", minutes=length(ui, lesson))


def _sign(reading: Reading) -> ft.Control:
    done = reading.standing is Standing.READ
    inner: ft.Control | None = icon("check", 20, Role.ON_STAGE) if done else None
    if reading.standing is Standing.BEGUN:
        half = ft.BorderRadius.only(top_left=SIGN / 2, bottom_left=SIGN / 2)
        inner = ft.Row(
            [ft.Container(width=SIGN / 2, height=SIGN, bgcolor=Role.EDGE, border_radius=half)]
        )
    circle = ft.Container(
        inner,
        width=SIGN,
        height=SIGN,
        border_radius=SIGN / 2,
        bgcolor=Role.STAGE if done else Role.NONE,
        border=None if done else ring(1.5, Role.EDGE),
        alignment=MIDDLE,
    )
    if not reading.saved:
        return circle
    flag = ft.Container(icon("bookmark", 18, Role.WARM), right=-4, top=-4)
    return ft.Stack([circle, flag], width=SIGN, height=SIGN, clip_behavior=ft.ClipBehavior.NONE)
