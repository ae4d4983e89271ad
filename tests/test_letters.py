"""No word of a heading is broken where a smaller size holds it whole."""

from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flet as ft
import pytest
from fontTools.ttLib import TTFont

from lbp_app.actions.person import change_preference, change_profile
from lbp_app.content.wording import wording_for
from lbp_app.model.person import Preferences, Role
from lbp_app.screens.dress import bar_factor
from lbp_app.screens.failure import bare_ui
from lbp_app.screens.fields import UNSEEN, text_field
from lbp_app.screens.frame import places_of
from lbp_app.screens.letters import WIDEST, longest, wide
from lbp_app.screens.theme import FONTS, RAIL, SANS_BOLD, SERIF, Face, Type
from lbp_app.screens.ui import Look
from lbp_app.screens.words import unbroken
from lbp_app.services import Services
from tests.opened import opened
from tests.test_screens_settings import bar_size

ASSETS = Path(__file__).resolve().parents[1] / "assets"
LETTERS = "abcdefghijklmnopqrstuvwxyzæøåéABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789.,:;!?()-–“”’/%+·"
SMALL = Look(320, 700, own=2.0)


def in_file(text: str, family: str) -> float:
    font = TTFont(ASSETS / FONTS[family])
    names, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[names[ord(one)]][0] for one in text) / font["head"].unitsPerEm


@pytest.mark.parametrize("family", [SERIF, SANS_BOLD])
def test_the_table_says_what_the_font_files_say(family: str) -> None:
    for letter in LETTERS:
        assert 0 <= wide(letter, family) - in_file(letter, family) < 0.06, letter


def test_the_bold_sans_is_the_widest_of_the_sans_but_for_a_hair() -> None:
    for family in set(FONTS) - {SERIF}:
        for word in ("Tirsdagsholdet", "Sikkerhedskopi", "Participants"):
            assert in_file(word, family) <= wide(word, SANS_BOLD)


def test_a_line_ends_at_a_space_or_after_a_dash_and_nowhere_else() -> None:
    assert longest("at gå", SERIF) == wide("gå", SERIF)
    assert longest("8-ugers", SERIF) == wide("ugers", SERIF)
    assert longest("at gå", SERIF) < wide("at gå", SERIF)
    assert longest("17\xa0minutter", SERIF) == wide("17\xa0minutter", SERIF)
    assert longest("", SERIF) == 0
    assert wide("ж", SERIF) == WIDEST


@pytest.mark.parametrize("face", [Type.HERO, Type.TITLE, Type.SPEAK, Type.HEAD])
@pytest.mark.parametrize("root", [1.0, 1.5])
def test_the_longest_word_decides(face: Face, root: float) -> None:
    look = Look(320, 700, own=2.0 / root, root=root)
    for word in ("Nu", "Godmorgen,", "Tirsdagsholdet", "Bevægelsesterapeuten"):
        size = unbroken(look, word, face, 280) * face.size * root
        assert Type.BODY.size * 2 - 0.2 <= size <= face.size * look.factor(face) * root + 0.2
        if size > Type.BODY.size * 2 + 0.2:
            assert longest(word, face.family) * size <= 280


def test_nothing_shrinks_where_there_is_room() -> None:
    look = Look(390, 844)
    for face in (Type.HERO, Type.TITLE, Type.SPEAK, Type.HEAD, Type.BODY, Type.BAR):
        assert unbroken(look, "Tirsdagsholdet", face, look.line()) == 1


@pytest.mark.parametrize(
    ("width", "percent"), [(320, 200), pytest.param(840, 150, marks=pytest.mark.full)]
)
async def test_the_greeting_holds_its_word(services: Services, width: int, percent: int) -> None:
    change_profile(services, "first_name", "Birgit")
    change_preference(services, "text_scale", percent)
    async with opened(services, width=width) as screen:
        said = next(one for one in screen.find(ft.Text) if one.value == "Godmorgen, Birgit")
        assert said.style is not None
        beside = 40 if width == 320 else 216 + 2 * 32 + 36 + 240
        assert in_file("Godmorgen,", SERIF) * (said.style.size or 99) <= width - beside


# --- the names of the places --------------------------------------------------------------------


@pytest.mark.parametrize("who", Role)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("width", [320, 360, 390])
def test_no_name_of_a_place_breaks_in_the_bar(width: int, language: str, who: Role) -> None:
    for own, root in product((1.0, 1.3, 2.0), (1.0, 1.5, 2.0)):
        preferences = Preferences(language=language, text_scale=round(own * 100))
        size = 15 * root * bar_factor(Look(width, 800, own=own, root=root), preferences, who)
        assert 13 < size <= 15 * 1.3 + 0.01
        for name in names(language, who):
            assert in_file(name, SANS_BOLD) * size <= width / 5


@pytest.mark.parametrize("who", Role)
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_name_of_a_place_breaks_in_the_rail(language: str, who: Role) -> None:
    beside = 2 * 16 + 2 * 16 + 23 + 14
    for name in names(language, who):
        assert in_file(name, SANS_BOLD) * 17 * 1.3 <= RAIL - beside


def names(language: str, who: Role) -> list[str]:
    return [wording_for(language)(place.name) for place in places_of(who)]


async def test_a_window_that_becomes_narrow_has_its_names_shrink(services: Services) -> None:
    change_preference(services, "text_scale", 200)
    async with opened(services, width=820) as screen:
        assert bar_size(screen) == 15 * 1.3
        await screen.resize(320, 800)
        assert bar_size(screen) < 18


# --- the name of a field ------------------------------------------------------------------------

LONG = "Klokken om onsdagen, hvis den er en anden"


@pytest.mark.parametrize(
    ("width", "percent", "name", "above"),
    [
        (390, 100, LONG, True),
        (390, 100, "Klokken", False),
        (320, 200, "Klokken", True),
        (840, 100, LONG, True),
        (1400, 100, LONG, False),
    ],
)
def test_a_name_that_does_not_fit_into_a_field_stands_over_it(
    width: int, percent: int, name: str, above: bool
) -> None:
    window: Any = SimpleNamespace(width=width, height=800, platform_brightness=None)
    ui = bare_ui(window, Preferences(language="da", text_scale=percent))
    drawn = text_field(ui, name, "")
    assert isinstance(drawn, ft.Column), "with a name above it or none, so that it stays the same"
    *over, field = drawn.controls
    assert bool(over) is above
    assert isinstance(field, ft.TextField) and field.key
    assert field.label == name, "which a screen reader has it from"
    assert (field.label_style is UNSEEN) is above
    assert UNSEEN.letter_spacing == -0.5, "else the line of the field has a gap as wide as a word"
