from datetime import datetime
from itertools import pairwise

import flet as ft
import pytest

from lbp_app.actions.person import change_preference, change_profile
from lbp_app.content import library
from lbp_app.services import Services
from tests.builders import HOME, Hand
from tests.harness import Screen, own_texts
from tests.opened import opened

ROUTE = "/tegn"
LAST_DAY = datetime(2026, 12, 31, 23, 59, tzinfo=HOME)
AFTER = datetime(2027, 1, 2, 0, 0, tzinfo=HOME)
CHECK = "Tjek nummeret på sundhed.dk."


def calls(screen: Screen) -> dict[str, str]:
    """What each button that rings says, and the number it rings."""
    told = {}
    for button in screen.find(ft.FilledButton):
        url = button.url if isinstance(button.url, str) else None
        if url and url.startswith("tel:"):
            inner = [text for part in screen.headless.under(button) for text in own_texts(part)]
            told[" ".join(inner)] = url.removeprefix("tel:")
    return told


@pytest.mark.full
async def test_every_sign_of_the_content_is_shown_with_its_advice(services: Services) -> None:
    content = library.load()
    async with opened(services, ROUTE) as screen:
        texts = set(screen.texts())
        for group in content.sign_page.groups:
            assert {group.title["da"], group.advice["da"]} <= texts
            assert {content.signs[sign].text["da"] for sign in group.signs} <= texts


@pytest.mark.full
async def test_what_hurries_most_stands_first(services: Services) -> None:
    tiers = ["emergency_now", "same_day_doctor", "gp_within_days", "mention_next_gp", "watch"]
    groups = library.load().sign_page.groups
    order = [tiers.index(group.tier) for group in groups]
    assert all(one <= other for one, other in pairwise(order))
    async with opened(services, ROUTE) as screen:
        texts = screen.texts()
        places = [texts.index(group.advice["da"]) for group in groups]
        assert places == sorted(places)


@pytest.mark.full
async def test_112_is_one_tap_away(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert calls(screen)["Ring 112"] == "112"


@pytest.mark.parametrize(
    ("region", "number"),
    [
        ("hovedstaden", "1813"),
        ("sjaelland", "1818"),
        ("syddanmark", "70110707"),
        ("midtjylland", "70113131"),
        ("nordjylland", "70150300"),
    ],
)
@pytest.mark.full
async def test_the_out_of_hours_number_is_that_of_the_region(
    services: Services, region: str, number: str
) -> None:
    regional = {"1813", "1818", "70110707", "70113131", "70150300"}
    change_profile(services, "region", region)
    async with opened(services, ROUTE) as screen:
        assert regional & set(calls(screen).values()) == {number}


@pytest.mark.parametrize(("at", "given"), [(LAST_DAY, True), (AFTER, False)])
@pytest.mark.full
async def test_after_the_new_regions_came_an_old_number_is_no_button(
    services: Services, hand: Hand, at: datetime, given: bool
) -> None:
    change_profile(services, "region", "midtjylland")
    hand.at = at
    async with opened(services, ROUTE) as screen:
        assert ("70113131" in calls(screen).values()) is given
        told = f"Lægevagten i Region Midtjylland: {CHECK}"
        assert (told in screen.texts()) is not given
        assert "112" in calls(screen).values()
        if not given:
            assert not [t for t in screen.texts() if "70 11 31 31" in t or "70113131" in t]


async def test_a_number_is_old_from_midnight_and_not_from_three_in_the_morning(
    services: Services, hand: Hand
) -> None:
    change_profile(services, "region", "midtjylland")
    hand.at = datetime(2027, 1, 1, 0, 30, tzinfo=HOME)
    async with opened(services, ROUTE) as screen:
        assert "70113131" not in calls(screen).values()


@pytest.mark.full
async def test_the_own_doctor_is_rung_at_the_number_that_was_given(services: Services) -> None:
    change_profile(services, "doctor_name", "Lægerne på Torvet")
    change_profile(services, "doctor_phone", "+45 (98) 12 34 56")
    async with opened(services, ROUTE) as screen:
        own = {text: number for text, number in calls(screen).items() if "Torvet" in text}
        assert set(own.values()) == {"+4598123456"}


@pytest.mark.full
async def test_without_a_number_the_own_doctor_is_named_but_no_button(services: Services) -> None:
    change_profile(services, "doctor_name", "Lægerne på Torvet")
    async with opened(services, ROUTE) as screen:
        assert "Lægerne på Torvet" in screen.texts()
        assert not [text for text in calls(screen) if "Torvet" in text]


@pytest.mark.full
async def test_a_number_is_read_in_pairs(services: Services) -> None:
    change_profile(services, "doctor_phone", "98123456")
    async with opened(services, ROUTE) as screen:
        assert "Ring til Din egen læge, 98 12 34 56" in calls(screen)


@pytest.mark.full
async def test_nobody_is_promised_that_all_is_well_and_the_review_status_is_told(
    services: Services,
) -> None:
    async with opened(services, ROUTE) as screen:
        assert "Teksterne er ikke gennemgået af en læge endnu." in screen.texts()


@pytest.mark.full
async def test_the_page_speaks_english_throughout(services: Services) -> None:
    change_preference(services, "language", "en")
    change_profile(services, "region", "sjaelland")
    async with opened(services, ROUTE) as screen:
        content = library.load()
        danish = {sign.text["da"] for sign in content.signs.values()}
        danish |= {group.advice["da"] for group in content.sign_page.groups}
        assert not danish & set(screen.texts())
        assert [text for text in calls(screen) if "Out-of-hours doctor in Region Zealand" in text]
