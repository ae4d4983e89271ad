import pytest

from lbp_app.actions import flare
from lbp_app.model.flare import current
from lbp_app.services import Services
from tests.builders import TODAY, Hand
from tests.opened import opened

ROUTE = "/daarlig-dag"
BEGIN, END = "Det er en dårlig periode", "Det er lettet"


@pytest.mark.full
async def test_a_bad_spell_begins_with_a_tap_and_ends_with_a_tap(
    services: Services, hand: Hand
) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press(BEGIN)
        assert current(services.flares.all(), TODAY)
        assert "Du har haft en dårlig periode siden mandag 5.\xa0oktober." in screen.texts()
        assert BEGIN not in screen.names()
        hand.move(days=3)
        await screen.press(END)
        assert current(services.flares.all(), services.clock.today()) is None
        assert "5.\xa0okt. – 8.\xa0okt." in screen.texts()
        assert BEGIN in screen.names()


@pytest.mark.full
async def test_a_slip_of_the_finger_is_undone(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press(BEGIN)
        await screen.press("Fortryd det seneste")
        assert services.flares.all() == []
        assert BEGIN in screen.names()


async def test_a_spell_that_another_tab_began_is_told_not_begun_twice(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        flare.start_flare(services)
        await screen.press(BEGIN)
        assert "Der er allerede en dårlig periode i gang." in screen.texts()
        assert len(services.flares.all()) == 1


@pytest.mark.full
async def test_earlier_spells_stand_newest_first_without_a_count(
    services: Services, hand: Hand
) -> None:
    for _ in range(2):
        flare.start_flare(services)
        hand.move(days=2)
        flare.end_flare(services)
        hand.move(days=10)
    async with opened(services, ROUTE) as screen:
        told = [text for text in screen.texts() if "okt. –" in text]
        assert told == ["17.\xa0okt. – 19.\xa0okt.", "5.\xa0okt. – 7.\xa0okt."]


@pytest.mark.full
async def test_the_signs_are_close_by(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.follow("Tegn, du skal reagere på")
        assert "Ring 112" in screen.texts()


async def test_a_double_tap_can_be_undone(services: Services, hand: Hand) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press(BEGIN, times=2)
        hand.move(minutes=1)
        await screen.press(END, times=2)
        await screen.press("Fortryd det seneste")
        assert current(services.flares.all(), TODAY)
