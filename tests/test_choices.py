"""Answers to choose between stand out from what they lie on; words stand where they belong."""

from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

from lbp_app.flet_inside import Headless
from lbp_app.model.person import Preferences
from lbp_app.screens.buttons import link, main_button
from lbp_app.screens.choices import Choice, choices, ends, scale
from lbp_app.screens.failure import bare_ui
from lbp_app.screens.theme import Role
from lbp_app.screens.ui import Ui

GROUNDS = {Role.CARD, Role.PAGE, Role.WELL, Role.MAIN}


def ui_at(percent: int, width: float = 390) -> Ui:
    window: Any = SimpleNamespace(width=width, height=800, platform_brightness=None)
    return bare_ui(window, Preferences(text_scale=percent))


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("tall", [True, False])
@pytest.mark.parametrize("ground", [Role.CARD, Role.PAGE])
def test_what_is_not_chosen_is_seen_too(ground: str, tall: bool, percent: int) -> None:
    ui = ui_at(percent)
    options = [Choice("a", "A"), Choice("b", "B")]
    drawn = choices(ui, "Hvad?", options, "a", print, tall=tall, ground=ground)
    fills = [c.bgcolor for c in Headless.under(drawn) if isinstance(c, ft.Container)]
    pills = [fill for fill in fills if fill in GROUNDS]
    assert pills == [Role.MAIN, Role.WELL if ground == Role.CARD else Role.CARD]


def width_of(drawn: ft.Control) -> ft.Container:
    return next(one for one in Headless.under(drawn) if isinstance(one, ft.Container))


@pytest.mark.parametrize("room", [318, 448, 680])
def test_what_a_scale_ends_in_stands_under_its_last_number(room: float) -> None:
    ui = ui_at(100)
    drawn = scale(ui, "Smerte", None, print, before=None, room=room)
    lines = [one.controls for one in Headless.under(drawn) if isinstance(one, ft.Row)]
    sizes = [width_of(one).width or 0 for one in lines[0]]
    told = width_of(ends(ui, "ingen", "værst", room))
    assert told.width == sum(sizes) + 6 * (len(sizes) - 1) <= room


def test_large_ends_have_all_the_room() -> None:
    told = width_of(ends(ui_at(200), "ingen smerte", "værst tænkelig", 280))
    assert (told.width, told.expand) == (None, True)


@pytest.mark.parametrize(("percent", "left"), [(100, 18), (200, 6)])
def test_a_link_at_the_end_of_a_line_is_no_longer_there_when_large(
    percent: int, left: float
) -> None:
    style: Any = link(ui_at(percent), "Ret", print, at_end=True).style
    assert style.padding["left"] == left


def test_a_button_with_a_drawing_is_as_wide_as_its_words_too() -> None:
    face: Any = main_button(ui_at(100), "Gem", print, "download").content
    assert face.tight
