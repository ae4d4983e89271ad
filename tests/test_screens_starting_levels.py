"""Where to begin, on the screen: everyone at 1, or what three tests at home suggest."""

import flet as ft
import pytest

from lbp_app.actions import care_plan
from lbp_app.content import library
from lbp_app.model.care_plan import Assigner, Issuer, levels_of
from lbp_app.model.exercise import Group, Level
from lbp_app.model.home_test import HomeTest
from lbp_app.services import Services
from tests.assigned import assign_levels
from tests.harness import Screen
from tests.opened import opened

ROUTE = "/oevelser/begynd"
STANDS = "Antal gange"


async def keep(screen: Screen, typed: str) -> None:
    """The result of the first test."""
    field = screen.one(ft.TextField, label=STANDS)
    await screen.send(field, "change", typed, value=typed)
    first = next(one for one in screen.find(ft.FilledButton) if "Gem resultatet" in told(one))
    await screen.send(first, "click")
    await screen.settle()


def told(button: ft.FilledButton) -> str:
    return str(getattr(button.content, "value", ""))


@pytest.mark.full
async def test_everyone_can_begin_at_one_without_any_test(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert screen.texts().count("Trin 1") == 8
        await screen.press("Begynd her")
        assert screen.pushed_routes[-1] == "/oevelser"
    (plan,) = services.care_plans.all()
    assert plan.levels == dict.fromkeys(Group, Level.ONE)


@pytest.mark.full
async def test_a_test_suggests_and_the_suggestion_can_be_changed(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await keep(screen, "14")
        assert "Dit resultat: 14, 5.\xa0oktober 2026" in screen.texts()
        assert "Trin 3" in screen.texts()
        assert services.care_plans.all() == []
        await screen.press("Drej: trin 4")
        await screen.press("Rejs dig: trin 2")
        await screen.press("Begynd her")
    levels = levels_of(services.care_plans.all())
    assert levels[Group.RISE] is Level.TWO
    assert levels[Group.TURN] is Level.FOUR
    assert levels[Group.BEND] is Level.ONE


@pytest.mark.parametrize("test", HomeTest)
@pytest.mark.full
async def test_a_test_that_tells_of_no_level_leaves_the_page_as_it_is(
    services: Services, test: HomeTest
) -> None:
    care_plan.note_home_test(services, test, 1)
    async with opened(services, ROUTE) as screen:
        assert screen.texts().count("Trin 1") == 8


@pytest.mark.full
async def test_the_suggestion_is_taken_as_it_is(services: Services) -> None:
    care_plan.note_home_test(services, HomeTest.EXTENSOR_HOLD, 80)
    async with opened(services, ROUTE) as screen:
        await screen.press("Begynd her")
    assert levels_of(services.care_plans.all())[Group.BACK] is Level.THREE


@pytest.mark.parametrize("typed", ["", "mange", "-3", "601", "99999", "1.5"])
@pytest.mark.full
async def test_what_is_no_result_is_refused_in_its_field(services: Services, typed: str) -> None:
    async with opened(services, ROUTE) as screen:
        await keep(screen, typed)
        field = screen.one(ft.TextField, label=STANDS)
        assert field.error == "Skriv et tal fra 0 til 600."
        assert field.value == typed
    assert services.home_tests.all() == []


@pytest.mark.full
async def test_a_result_can_be_taken_away_again(services: Services) -> None:
    care_plan.note_home_test(services, HomeTest.CHAIR_STANDS, 14)
    async with opened(services, ROUTE) as screen:
        await screen.press("Fjern resultatet")
        await screen.settle()
        assert "Trin 3" not in screen.texts()
    assert services.home_tests.all() == []


@pytest.mark.full
async def test_the_tests_say_how_and_that_one_may_stop(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        for test in library.load().progression.home_tests:
            pointing = test.group is not None
            assert (test.how["da"] in screen.texts()) is pointing
        assert "Stop, når du vil. Det tæller også." in screen.texts()
        assert any(text.startswith("Vær nær en væg") for text in screen.texts())


async def test_levels_of_a_physiotherapist_are_not_changed_by_tests(services: Services) -> None:
    physio = Issuer(Assigner.PHYSIO, "Mette Holm")
    assign_levels(services, {Group.RISE: Level.TWO}, physio, {})
    async with opened(services, ROUTE) as screen:
        await keep(screen, "20")
        assert "Begynd her" not in screen.names()
        assert any(text.startswith("Mette Holm, fysioterapeut, har sat") for text in screen.texts())
    assert levels_of(services.care_plans.all())[Group.RISE] is Level.TWO
