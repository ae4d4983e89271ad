import flet as ft
import pytest

from lbp_app.actions.person import change_preference
from lbp_app.model.person import Role
from lbp_app.services import Services
from tests.builders import NOW
from tests.harness import Screen
from tests.opened import opened, tab


async def at_card(screen: Screen, number: int) -> None:
    assert f"Trin {number} af 4" in screen.labels()


@pytest.mark.full
async def test_a_new_person_is_led_to_the_first_card(services: Services) -> None:
    async with tab(services) as screen:
        assert screen.pushed_routes[-1] == "/velkommen/1"


@pytest.mark.parametrize(
    ("route", "open_to_new_people"),
    [
        ("/", False),
        ("/mig/data", False),
        ("/dag/2026-10-01", False),
        ("/nowhere", False),
        ("/tegn", True),
        ("/mig/privatliv", True),
        ("/velkommen/3", True),
    ],
)
@pytest.mark.full
async def test_before_the_first_start_only_its_cards_and_the_signs_are_open(
    services: Services, route: str, open_to_new_people: bool
) -> None:
    async with tab(services, route) as screen:
        assert ("/velkommen/1" not in screen.pushed_routes) is open_to_new_people


@pytest.mark.full
async def test_four_cards_lead_into_the_app(services: Services) -> None:
    async with tab(services, "/velkommen/1") as screen:
        for number in (1, 2, 3):
            await at_card(screen, number)
            await screen.follow("Videre")
        await at_card(screen, 4)
        await screen.follow("Til appen")
        assert screen.page.route == "/"
        assert "Dagens tjek" in screen.texts()
    assert services.person.get().welcomed_at == NOW


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.full
async def test_the_rest_can_be_skipped_from_every_card(services: Services, number: int) -> None:
    async with tab(services, f"/velkommen/{number}") as screen:
        await screen.follow("Spring resten over")
        assert "Dagens tjek" in screen.texts()


@pytest.mark.full
async def test_one_can_go_back_a_card_but_not_before_the_first(services: Services) -> None:
    async with tab(services, "/velkommen/2") as screen:
        await screen.follow("Tilbage")
        await at_card(screen, 1)
        assert "Tilbage" not in screen.names()


@pytest.mark.parametrize(
    ("address", "card"), [("0", 1), ("5", 1), ("x", 1), ("²", 1), ("9" * 5000, 1), ("4", 4)]
)
@pytest.mark.full
async def test_a_card_that_does_not_exist_is_the_first(
    services: Services, address: str, card: int
) -> None:
    async with tab(services, f"/velkommen/{address}") as screen:
        await at_card(screen, card)


@pytest.mark.full
async def test_the_language_is_chosen_on_the_first_card_and_spoken_at_once(
    services: Services,
) -> None:
    async with tab(services, "/velkommen/1") as screen:
        await screen.press("English")
        assert "Welcome" in screen.texts()
        await screen.follow("Next")
        assert "Step 2 of 4" in screen.labels()


@pytest.mark.full
async def test_a_physiotherapist_comes_to_their_own_places(services: Services) -> None:
    async with tab(services, "/velkommen/2") as screen:
        await screen.press("Jeg er fysioterapeut")
        await at_card(screen, 2)
        await screen.follow("Spring resten over")
        assert "Deltagere" in screen.texts()
        assert services.device.active_person()[1] is Role.PHYSIO


@pytest.mark.full
async def test_the_last_card_asks_what_may_be_left_open(services: Services) -> None:
    async with tab(services, "/velkommen/4") as screen:
        await screen.type("Fornavn", "Birgit")
        await screen.press("Nordjylland")
        await screen.follow("Til appen")
        assert "Godmorgen, Birgit" in screen.texts()
    assert services.person.get().region == "nordjylland"


async def test_the_cards_have_no_places_and_no_old_notice(services: Services) -> None:
    async with tab(services, "/velkommen/1") as screen:
        assert screen.find(ft.NavigationBar) == []
        await screen.press("English")
        await screen.follow("Next")
        assert "Saved" not in screen.texts()


@pytest.mark.full
async def test_whoever_has_been_welcomed_may_look_again(services: Services) -> None:
    async with opened(services, "/velkommen/1") as screen:
        await at_card(screen, 1)
        assert screen.pushed_routes == []


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.full
async def test_the_notice_about_data_is_there_before_the_first_answer(
    services: Services, language: str
) -> None:
    """On the first card, which nobody can skip unseen, and in full behind its link."""
    change_preference(services, "language", language)
    told, way, back = {
        "da": ("Dine svar bliver på denne enhed.", "Læs om dine data og rettigheder", "Tilbage"),
        "en": ("Your answers stay on this device.", "Read about your data and rights", "Back"),
    }[language]
    async with tab(services, "/velkommen/1") as screen:
        assert any(text.startswith(told) for text in screen.texts())
        await screen.follow(way)
        assert any("datatilsynet.dk" in text for text in screen.texts())
        await screen.follow(next(name for name in screen.names() if name.startswith(back)))
        assert screen.page.route == "/velkommen/1"


@pytest.mark.full
async def test_the_notice_is_found_again_under_mig(services: Services) -> None:
    async with opened(services, "/mig") as screen:
        await screen.follow(
            next(name for name in screen.names() if name.startswith("Dine data og rettigheder"))
        )
        assert screen.page.route == "/mig/privatliv"
