"""Myths and facts: guessed, turned, read all at once; honest expectations with their sources."""

import pytest

from lbp_app.actions import person
from lbp_app.content import library
from lbp_app.services import Services
from tests.harness import Screen
from tests.opened import opened

HOME = "/viden/myter"
MYTHS = library.load().myths


def shown(screen: Screen, text: str) -> bool:
    return text in screen.texts()


@pytest.mark.parametrize("guess", ["Myte", "Fakta"])
@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.full
async def test_a_guess_turns_the_card_and_judges_nobody(
    services: Services, number: int, guess: str
) -> None:
    person.change_preference(services, "reduced_motion", True)
    myth = MYTHS[number - 1]
    async with opened(services, f"{HOME}/{number}") as screen:
        assert f"“{myth.claim['da']}”" in screen.texts()
        assert myth.fact["da"] not in screen.texts()
        await screen.press(guess)
        verdict = "Det er fakta" if myth.is_true else "Det er en myte"
        assert {verdict, myth.fact["da"]} <= set(screen.texts())
        told = " ".join(screen.texts()).casefold()
        assert "forkert" not in told
        assert "rigtig" not in told
        assert guess not in screen.names()


@pytest.mark.full
async def test_it_turns_by_itself_where_motion_is_wanted(services: Services) -> None:
    async with opened(services, HOME) as screen:
        await screen.press("Fakta")
        await screen.until(lambda: shown(screen, MYTHS[0].fact["da"]))


async def test_the_source_and_the_lesson_are_a_tap_away(services: Services) -> None:
    person.change_preference(services, "reduced_motion", True)
    async with opened(services, f"{HOME}/2") as screen:
        await screen.press("Myte")
        await screen.press("Vis kilde")
        assert any(text.startswith("002 §4.3: ") for text in screen.texts())
        await screen.press("Læs mere: " + library.load().lesson("scans").title["da"])
        assert screen.pushed_routes[-1] == "/viden/lektion/scans"


@pytest.mark.full
async def test_the_place_stands_in_the_address(services: Services) -> None:
    async with opened(services, HOME) as screen:
        assert "Forrige kort" not in screen.names()
        await screen.follow("Næste kort")
        assert screen.pushed_routes[-1] == f"{HOME}/2"
        assert f"“{MYTHS[1].claim['da']}”" in screen.texts()
        await screen.follow("Forrige kort")
        assert f"“{MYTHS[0].claim['da']}”" in screen.texts()
    async with opened(services, f"{HOME}/{len(MYTHS)}") as screen:
        assert "Næste kort" not in screen.names()


@pytest.mark.parametrize("card", ["0", "18", "99999", "x", "²"])
@pytest.mark.full
async def test_there_is_no_card_but_those(services: Services, card: str) -> None:
    async with opened(services, f"{HOME}/{card}") as screen:
        assert "Den side findes ikke" in screen.texts()


@pytest.mark.full
async def test_all_may_be_read_at_once(services: Services) -> None:
    async with opened(services, f"{HOME}/alle") as screen:
        texts = set(screen.texts())
        assert {f"“{myth.claim['da']}”" for myth in MYTHS} <= texts
        assert {myth.fact["da"] for myth in MYTHS} <= texts
        assert "Teksterne er ikke gennemgået af en læge endnu." in texts


@pytest.mark.full
async def test_expectations_are_told_whole_with_their_sources(services: Services) -> None:
    told = library.load().expectations
    async with opened(services, "/viden/forventninger") as screen:
        assert {one.text["da"] for one in told} <= set(screen.texts())
        assert screen.names().count("Vis kilde") == len(told)
        await screen.press("Vis kilde")
        assert any(text.startswith("EXT ") or text.startswith("004 ") for text in screen.texts())
        assert "Teksterne er ikke gennemgået af en læge endnu." in screen.texts()


@pytest.mark.full
async def test_in_english_too(services: Services) -> None:
    person.change_preference(services, "language", "en")
    async with opened(services, "/viden/forventninger") as screen:
        assert "What can you expect?" in screen.texts()
        assert library.load().expectations[0].text["en"] in screen.texts()
