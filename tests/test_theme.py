"""Contrast of what stands on what, computed in both themes (WCAG 2.2: 1.4.3 and 1.4.11)."""

from datetime import timedelta

import flet as ft
import pytest

from lbp_app.actions import diary, flare
from lbp_app.model.diary import Scale
from lbp_app.screens import theme
from tests.builders import TODAY
from tests.opened import opened

THEMES = {"light": theme.LIGHT, "dark": theme.DARK}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("pairs", "least"), [(theme.TEXT_PAIRS, 4.5), (theme.PART_PAIRS, 3.0)], ids=["text", "parts"]
)
def test_every_pair_stands_out(name, pairs, least):
    colours = THEMES[name]
    weak = {
        pair: round(contrast(*(colours[role] for role in pair)), 2)
        for pair in pairs
        if contrast(*(colours[role] for role in pair)) < least
    }
    assert not weak


def test_both_themes_have_the_same_roles():
    assert THEMES["light"].keys() == THEMES["dark"].keys()


# --- what the screens put on what ---------------------------------------------------------------

ROUTES = (
    *("/", "/dag/2026-10-02", "/mig/udvikling", "/daarlig-dag", "/tegn", "/viden", "/forloeb"),
    *("/mig", "/mig/data", "/mig/indstillinger", "/mig/om", "/velkommen/1", "/velkommen/4", "/nix"),
    *("/mig/data/kopi", "/mig/data/gendan"),
    *("/forloeb/nyt", "/forloeb/maal", "/forloeb/test", "/forloeb/test/chair_stands"),
)
TRANSPARENT = theme.Role.NONE
BY_NAME = {getattr(ft.Colors, name.upper()): name for name in theme.LIGHT if name != "shadow"}


async def used_together(services, width):
    """(what, ground) of every text and drawing on every screen, with the first text that has it."""
    found = {}
    async with opened(services, width=width) as screen:
        for route in ROUTES:
            await screen.goto(route)
            for control in (*screen.find(ft.Text), *screen.find(ft.Image)):
                if colour := colour_of(control):
                    found.setdefault((colour, ground_under(control), type(control)), route)
    return found


def colour_of(control):
    given = control.color or getattr(getattr(control, "style", None), "color", None)
    return BY_NAME.get(given) if given else None


def ground_under(control):
    above = control.parent
    if isinstance(above, ft.NavigationBarDestination) and above.selected_icon is control:
        return BY_NAME[above.parent.indicator_color]
    while above is not None:
        style = getattr(above, "style", None)
        given = getattr(above, "bgcolor", None) or getattr(style, "bgcolor", None)
        if isinstance(given, (str, ft.Colors)) and given != TRANSPARENT:
            return BY_NAME[given]
        above = above.parent
    return BY_NAME[theme.Role.PAGE]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.full
async def test_whatever_stands_on_a_screen_is_in_the_tables(services, width):
    for ago in range(3):
        day = TODAY - timedelta(days=ago)
        diary.answer(services, day, Scale.BACK, 4)
        diary.skip(services, day, Scale.LEG.value)
    flare.start_flare(services)
    found = await used_together(services, width)
    texts = {frozenset(pair) for pair in theme.TEXT_PAIRS}
    parts = texts | {frozenset(pair) for pair in theme.PART_PAIRS}
    assert len(found) >= 10, "the search finds nothing any more"
    missing = {
        (what, ground, kind.__name__): route
        for (what, ground, kind), route in found.items()
        if {what, ground} not in (texts if kind is ft.Text else parts)
    }
    assert not missing
