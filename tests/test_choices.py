"""Answers to choose between stand out from what they lie on."""

from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest

from lbp_app.flet_inside import Headless
from lbp_app.model.person import Preferences
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.failure import bare_ui
from lbp_app.screens.theme import Role

GROUNDS = {Role.CARD, Role.PAGE, Role.WELL, Role.MAIN}


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("tall", [True, False])
@pytest.mark.parametrize("ground", [Role.CARD, Role.PAGE])
def test_what_is_not_chosen_is_seen_too(ground: str, tall: bool, percent: int) -> None:
    window: Any = SimpleNamespace(width=390, height=800, platform_brightness=None)
    ui = bare_ui(window, Preferences(text_scale=percent))
    options = [Choice("a", "A"), Choice("b", "B")]
    drawn = choices(ui, "Hvad?", options, "a", print, tall=tall, ground=ground)
    fills = [c.bgcolor for c in Headless.under(drawn) if isinstance(c, ft.Container)]
    pills = [fill for fill in fills if fill in GROUNDS]
    assert pills == [Role.MAIN, Role.WELL if ground == Role.CARD else Role.CARD]
