"""Fonts, drawings and icons: complete, legible, and as the tools write them."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from lbp_app import config
from lbp_app.screens import icons, theme
from tools import art
from tools import icons as icon_tool

ASSETS = config.assets_folder()
NEEDED = "0123456789æøåÆØÅäöüÄÖÜßéèñçłşžőā←→↑↓✓“”„‘’«»–—…·•×½€%°−"


@pytest.mark.parametrize("name", sorted(theme.FONTS.values()))
def test_text_fonts_have_every_letter(name: str) -> None:
    shapes = TTFont(ASSETS / name).getBestCmap()
    assert [letter for letter in NEEDED if ord(letter) not in shapes] == []


@pytest.mark.parametrize("name", sorted(theme.FONTS.values()))
def test_zero_cannot_be_read_as_a_danish_letter(name: str) -> None:
    """A slashed zero would: it has more outlines than the one without."""
    font = TTFont(ASSETS / name)
    shapes = font.getBestCmap()
    zero, letter = (font["glyf"][shapes[ord(each)]] for each in "0Ø")
    assert zero.numberOfContours == 2
    assert letter.isComposite() or letter.numberOfContours > 2


def test_the_emoji_are_there_in_one_colour() -> None:
    font = TTFont(ASSETS / "fonts" / "Emoji.ttf")
    assert {ord(each) for each in "😀❤👍🌞🦴🙏☀"} <= set(font.getBestCmap())
    assert not {"COLR", "CBDT", "sbix", "SVG "} & set(font.keys())


def test_every_package_has_its_licence() -> None:
    names = {path.stem for path in (ASSETS / "licences").iterdir()}
    assert {"Figtree", "Literata", "Noto-Emoji", "Lucide"} <= names


def test_drawings_are_the_ones_that_the_tool_draws(tmp_path: Path) -> None:
    art.draw(tmp_path)
    drawn = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in (ASSETS / "art").iterdir()}
    assert kept == drawn


def test_light_and_dark_are_two_drawings() -> None:
    for name, drawing in art.PICTURES.items():
        light, dark = (drawing(palette) for palette in art.PALETTES.values())
        assert light != dark, name


def test_drawings_need_no_font_and_no_other_file() -> None:
    for path in (ASSETS / "art").iterdir():
        assert not re.search(r"<text|<image|href|url\((?!#)", path.read_text("utf-8")), path.name


@pytest.mark.parametrize(("name", "size"), [(n, size) for n, (size, _) in art.ICONS.items()])
def test_app_icons_have_their_size(name: str, size: int) -> None:
    with Image.open(ASSETS / name) as picture:
        assert picture.size == (size, size)


def test_icons_are_the_ones_that_are_listed() -> None:
    assert sorted(icons.SHAPES) == sorted(icon_tool.USED)


def test_every_icon_that_a_screen_names_exists() -> None:
    screens = Path(str(find_spec("lbp_app.screens").submodule_search_locations[0]))  # type: ignore[union-attr,index]
    named = {
        name
        for path in screens.glob("*.py")
        for name in re.findall(r'\bicon\(\s*"([a-z0-9-]+)"', path.read_text("utf-8"))
    }
    assert named
    assert named <= set(icons.SHAPES)


def test_an_icon_is_a_picture_of_its_own() -> None:
    assert icons.svg("sun", 2).startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24')
    assert 'stroke-width="2"' in icons.svg("sun", 2)
    assert 'stroke-width="1.8"' in icons.svg("sun")
