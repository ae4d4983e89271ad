"""The levels of one group on the screen: who set which, when and why, and choosing another."""

import flet as ft
import pytest

from lbp_app.actions import care_plan
from lbp_app.model.care_plan import Assigner, Issuer, belongs_to_physio, history_of, levels_of
from lbp_app.model.exercise import Group, Level
from lbp_app.services import Services
from tests.assigned import assign_levels
from tests.builders import Hand
from tests.opened import opened

ROUTE = "/oevelser/gruppe/3"
METTE = Issuer(Assigner.PHYSIO, "Mette Holm")


@pytest.mark.full
async def test_the_four_levels_are_told_and_which_is_one_s_own(services: Services) -> None:
    care_plan.set_level(services, Group.RISE, Level.TWO)
    async with opened(services, ROUTE) as screen:
        assert [text for text in screen.texts() if text.startswith("Trin 2, dit trin. Med din ")]
        (hardest,) = [text for text in screen.texts() if text.startswith("Trin 4. Med én side")]
        await screen.follow(hardest)
        assert screen.pushed_routes[-1] == "/oevelser/3.4"


async def test_the_history_keeps_everything_newest_first(services: Services, hand: Hand) -> None:
    care_plan.set_level(services, Group.RISE, Level.THREE, "Det var let.")
    hand.move(days=2)
    assign_levels(services, {Group.RISE: Level.TWO}, METTE, {Group.RISE: "Ro på"})
    async with opened(services, ROUTE) as screen:
        told = screen.texts()
        story = told[told.index("Historien om dit trin") :]
        newest = "Sat af Mette Holm, fysioterapeut, 7.\xa0oktober 2026"
        oldest = "Du valgte det selv 5.\xa0oktober 2026"
        assert story.index(newest) < story.index("Ro på") < story.index(oldest)
        assert story.index(oldest) < story.index("Det var let.")
        assert [text for text in story if text.startswith("Trin ")] == ["Trin 2", "Trin 3"]


@pytest.mark.full
async def test_before_anybody_chose_the_history_says_where_all_begin(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        assert "Her begynder alle" in screen.texts()


async def test_a_double_tap_chooses_a_level_once(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("Trin 3")
        await screen.press("Gem trinnet", times=2)
        assert len(services.care_plans.all()) == 1
        await screen.press("Fortryd det seneste")
    assert services.care_plans.all() == []


@pytest.mark.full
async def test_another_level_is_chosen_with_a_reason(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("Trin 3")
        assert levels_of(services.care_plans.all())[Group.RISE] is Level.ONE
        field = screen.one(ft.TextField, label="Hvorfor?")
        await screen.send(field, "change", "Knæene er gode", value="Knæene er gode")
        await screen.press("Gem trinnet")
        await screen.settle()
        assert "Knæene er gode" in screen.texts()
    (line,) = history_of(services.care_plans.all(), Group.RISE)
    assert (line.level, line.why) == (Level.THREE, "Knæene er gode")


@pytest.mark.full
async def test_a_cpr_number_is_refused_where_it_stands(services: Services) -> None:
    async with opened(services, ROUTE) as screen:
        await screen.press("Trin 2")
        field = screen.one(ft.TextField, label="Hvorfor?")
        await screen.send(field, "change", "010180-1234", value="010180-1234")
        await screen.press("Gem trinnet")
        field = screen.one(ft.TextField, label="Hvorfor?")
        assert "CPR" in str(field.error)
        assert field.value == "010180-1234"
    assert services.care_plans.all() == []


@pytest.mark.full
async def test_a_level_is_tried_beside_that_of_a_physiotherapist(services: Services) -> None:
    assign_levels(services, {Group.RISE: Level.TWO}, METTE, {})
    async with opened(services, ROUTE) as screen:
        assert "Gem trinnet" not in screen.names()
        await screen.press("Trin 3")
        await screen.press("Prøv det trin")
        await screen.settle()
        assert care_plan.training_levels(services)[Group.RISE] is Level.THREE
        assert levels_of(services.care_plans.all())[Group.RISE] is Level.TWO
        assert any(text.startswith("Trin 3, det prøver du.") for text in screen.texts())
        await screen.press("Trin 2")
        await screen.press("Prøv det trin")
        await screen.settle()
        assert care_plan.training_levels(services)[Group.RISE] is Level.TWO


@pytest.mark.full
async def test_the_person_may_take_all_levels_over(services: Services) -> None:
    assign_levels(services, {Group.RISE: Level.TWO}, METTE, {})
    async with opened(services, ROUTE) as screen:
        await screen.press("Bestem selv alle trin fra nu af")
        await screen.settle()
        assert not belongs_to_physio(services.care_plans.all())
        assert levels_of(services.care_plans.all())[Group.RISE] is Level.TWO
        assert "Gem trinnet" in screen.names()


@pytest.mark.full
async def test_a_group_that_is_not_there_is_said_so(services: Services) -> None:
    async with opened(services, "/oevelser/gruppe/9") as screen:
        assert "Den side findes ikke" in screen.texts()
