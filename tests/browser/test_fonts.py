"""What a person types is drawn with our own fonts: no box, and no font that is not there."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Response

from tests.serving import Server

TYPED = "ø→✓😀–"  # every letter of ours is looked up in tests/test_assets.py
NO_SUCH_LETTER = "\ue123"  # for private use: no font has a shape for it
FONT_KINDS = (".ttf", ".otf", ".woff2")


@pytest.mark.full
def test_no_letter_is_a_box_and_no_font_is_missing(
    server: Server, open_page: Callable[..., Page]
) -> None:
    page = open_page(server, "/velkommen/4")
    fonts: list[Response] = []
    page.on("response", lambda r: fonts.append(r) if r.url.endswith(FONT_KINDS) else None)
    name, other = (page.get_by_role("textbox").nth(at) for at in (0, 1))
    blank = picture(page, name, other, "")
    box = drawn(page, name, other, NO_SUCH_LETTER, {blank})
    for letter in TYPED:
        drawn(page, name, other, letter, {blank, box})
    assert fonts, "the emoji should have been asked for when it was written"
    assert [font.url for font in fonts if font.status != 200] == []


def drawn(page: Page, field: Locator, other: Locator, letter: str, unlike: set[bytes]) -> bytes:
    """Waits for a picture that is like none of those."""
    until = time.monotonic() + 15
    while (seen := picture(page, field, other, letter)) in unlike:
        assert time.monotonic() < until, f"{letter!r} is not drawn, or as a box"
    return seen


def picture(page: Page, field: Locator, other: Locator, text: str) -> bytes:
    """The field with a text in it, without the blinking caret."""
    field.fill(text)
    other.focus()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 250)))")
    box = field.bounding_box()
    assert box is not None
    clip = {"x": box["x"] + 4, "y": box["y"] + 14, "width": 120, "height": box["height"] - 20}
    return page.screenshot(clip=clip)
