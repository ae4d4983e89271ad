"""One exercise on the screen: moving or still, its words, and what it is to the person."""

import flet as ft
import pytest

from lbp_app.actions import care_plan, exercise, session
from lbp_app.actions.pause import pause
from lbp_app.actions.person import change_preference
from lbp_app.content import library
from lbp_app.content.library import say
from lbp_app.content.wording import wording_for
from lbp_app.model.care_plan import Assigner, Issuer, levels_of
from lbp_app.model.comfort import IN_WORDS, word_of
from lbp_app.model.exercise import Group, Level
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.session import SessionKind
from lbp_app.services import Services
from tests.assigned import assign_levels
from tests.builders import Hand
from tests.harness import Screen
from tests.opened import opened

METTE = Issuer(Assigner.PHYSIO, "Mette Holm")
ALL = [one.id for one in library.load().exercises]
A_FEW_AND_ALL = [
    one if n % 6 == 0 else pytest.param(one, marks=pytest.mark.full) for n, one in enumerate(ALL)
]


def shown(screen: Screen, exercise_id: str) -> list[str]:
    """The large drawing of the exercise."""
    drawn = [one for one in screen.find(ft.Image) if float(one.width or 0) > 200]
    return [str(one.src) for one in drawn if str(one.src).startswith(f"exercises/{exercise_id}-")]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("exercise_id", A_FEW_AND_ALL)
@pytest.mark.full
async def test_every_exercise_has_its_page_with_all_its_words(
    services: Services, exercise_id: str, language: str
) -> None:
    change_preference(services, "language", language)
    one, t = library.load().exercise(exercise_id), wording_for(language)
    said = [one.name, one.start, one.move, one.trains, one.easier, one.harder]
    said += [words for variation in one.variations for words in (variation.name, variation.text)]
    async with opened(services, f"/oevelser/{exercise_id}") as screen:
        assert {say(t, words) for words in said if words} <= set(screen.texts())
        assert shown(screen, exercise_id) == [f"exercises/{exercise_id}-light.webp"]
        assert say(t, one.alt) in screen.names()


@pytest.mark.parametrize("unknown", ["9.9", "0", "3.5", "x", "warmup.99"])
@pytest.mark.full
async def test_an_exercise_that_is_not_there_is_said_so(services: Services, unknown: str) -> None:
    async with opened(services, f"/oevelser/{unknown}") as screen:
        assert "Den side findes ikke" in screen.texts()


@pytest.mark.full
async def test_the_picture_stops_and_starts(services: Services) -> None:
    async with opened(services, "/oevelser/3.2") as screen:
        await screen.press("Stop bevægelsen")
        assert shown(screen, "3.2") == ["exercises/3.2-still-light.webp"]
        await screen.press("Vis bevægelsen")
        assert shown(screen, "3.2") == ["exercises/3.2-light.webp"]


@pytest.mark.full
async def test_it_begins_still_where_no_motion_is_wanted(services: Services) -> None:
    change_preference(services, "reduced_motion", True)
    async with opened(services, "/oevelser/3.2") as screen:
        assert shown(screen, "3.2") == ["exercises/3.2-still-light.webp"]
        assert "Vis bevægelsen" in screen.names()


@pytest.mark.full
async def test_the_exercise_alone_is_begun(services: Services) -> None:
    async with opened(services, "/oevelser/3.2") as screen:
        await screen.follow("Start øvelsen")
        await screen.press("Ikke i dag")  # the signs, before the very first training
        assert screen.pushed_routes[-1] == "/traening"
    running = session.under_way(services)
    assert running is not None
    assert running.kind is SessionKind.SINGLE
    assert [one.exercise for one in running.player.plan] == ["3.2"]


async def test_in_a_pause_for_safety_it_is_not_begun(services: Services) -> None:
    pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    async with opened(services, "/oevelser/3.2") as screen:
        assert "Start øvelsen" not in screen.names()
        assert "Se, hvem du kan ringe til" in screen.names()
        assert "Sådan gør du" in screen.texts()


@pytest.mark.full
async def test_while_a_session_is_under_way_it_leads_there(services: Services) -> None:
    plan = session.plan_session(services, SessionKind.WARM_UP)
    session.start_session(services, SessionKind.WARM_UP, plan)
    async with opened(services, "/oevelser/3.2") as screen:
        assert "Start øvelsen" not in screen.names()
        await screen.press("Fortsæt")
        assert screen.pushed_routes[-1] == "/traening"


@pytest.mark.full
async def test_easier_and_harder_lead_to_the_neighbours(services: Services) -> None:
    async with opened(services, "/oevelser/3.2") as screen:
        await screen.follow("Et trin sværere")
        assert screen.pushed_routes[-1] == "/oevelser/3.3"
        assert "Sæt dig i luften" in screen.texts()
        await screen.follow("Et trin lettere")
        assert screen.pushed_routes[-1] == "/oevelser/3.2"
        await screen.goto("/oevelser/3.4")
        assert "Et trin sværere" not in screen.names()
        await screen.goto("/oevelser/3.1")
        assert "Et trin lettere" not in screen.names()


@pytest.mark.full
async def test_rules_and_sources_come_on_tap_and_that_nobody_has_reviewed_it(
    services: Services,
) -> None:
    rule = next(one for one in library.load().training.rules if one.id == "pain")
    async with opened(services, "/oevelser/3.2") as screen:
        assert rule.text["da"] not in screen.texts()
        await screen.press("Om smerte, kræfter og vejret")
        assert rule.text["da"] in screen.texts()
        await screen.press("Vis kilde")
        assert any(text.startswith("002 §7.3: ") for text in screen.texts())
        assert any("ikke gennemgået af en fysioterapeut" in text for text in screen.texts())


@pytest.mark.full
async def test_near_support_is_hinted_where_balance_is_asked_for(services: Services) -> None:
    hint = "Stå ved en væg eller en solid stol, hvis du er usikker på benene."
    near = {one.id for one in library.load().exercises if one.near_support}
    async with opened(services, "/oevelser") as screen:
        for one in ("3.3", "4.1", "warmup.1"):
            await screen.goto(f"/oevelser/{one}")
            assert (hint in screen.texts()) is (one in near)


# --- what it is to the person --------------------------------------------------------------------


@pytest.mark.full
async def test_how_safe_it_feels_is_kept_and_the_answer_before_is_shown(
    services: Services, hand: Hand
) -> None:
    async with opened(services, "/oevelser/3.2") as screen:
        await screen.press("Tryghed: 4 af 10")
        await screen.settle()
        assert [safe for _, safe in exercise.how_safe(services, "3.2")] == [4]
        hand.move(days=1)
        await screen.press("Tryghed: 7 af 10")
        await screen.settle()
        assert "Dine svar: 5.\xa0okt.: 4, 6.\xa0okt.: 7" in screen.texts()
        await screen.press("Fortryd det seneste")
        await screen.settle()
    assert [safe for _, safe in exercise.how_safe(services, "3.2")] == [4]


@pytest.mark.full
async def test_without_numbers_it_asks_in_words(services: Services, hand: Hand) -> None:
    change_preference(services, "numbers_off", True)
    async with opened(services, "/oevelser/3.2") as screen:
        await screen.press("Nogenlunde tryg")
        await screen.settle()
        assert [safe for _, safe in exercise.how_safe(services, "3.2")] == [5]
        hand.move(days=1)
        await screen.press("Helt tryg")
        await screen.settle()
        assert "Dine svar: 5.\xa0okt.: nogenlunde tryg, 6.\xa0okt.: helt tryg" in screen.texts()


@pytest.mark.parametrize(("safe", "word"), [(0, 0), (1, 0), (2, 1), (4, 1), (6, 2), (8, 3), (9, 4)])
def test_a_number_is_the_word_nearest_to_it(safe: int, word: int) -> None:
    assert word_of(safe) == word
    assert word_of(IN_WORDS[word]) == word


def test_the_thresholds_of_a_step_lie_on_words() -> None:
    values = {one.id: one.value for one in library.load().progression.thresholds}
    assert {values["safe_gently_most"], values["safe_more_from"]} <= set(IN_WORDS)


@pytest.mark.full
async def test_a_note_is_kept_and_a_cpr_number_never(services: Services) -> None:
    async with opened(services, "/oevelser/3.2") as screen:
        await screen.type("Note til øvelsen", "Pude på stolen")
        assert services.comforts.note("3.2") == "Pude på stolen"
        await screen.type("Note til øvelsen", "Født 010180-1234")
        assert services.comforts.note("3.2") == "Pude på stolen"
        field = screen.one(ft.TextField, label="Note til øvelsen")
        assert field.value == "Født 010180-1234"
        assert "CPR" in str(field.error)
        await screen.goto("/oevelser/3.3")
        assert screen.one(ft.TextField, label="Note til øvelsen").value == ""


@pytest.mark.full
async def test_the_person_makes_it_their_level(services: Services) -> None:
    async with opened(services, "/oevelser/3.3") as screen:
        assert "Et andet trin end dit" in screen.texts()
        await screen.press("Gør det til mit trin")
        await screen.settle()
        assert levels_of(services.care_plans.all())[Group.RISE] is Level.THREE
        assert "Det her er dit trin" in screen.texts()
        assert "Gør det til mit trin" not in screen.names()
        await screen.press("Fortryd det seneste")
        await screen.settle()
        assert levels_of(services.care_plans.all())[Group.RISE] is Level.ONE


@pytest.mark.full
async def test_trying_does_not_change_the_level_of_a_physiotherapist(services: Services) -> None:
    assign_levels(services, {Group.RISE: Level.TWO}, METTE, {})
    async with opened(services, "/oevelser/3.4") as screen:
        assert "Gør det til mit trin" not in screen.names()
        await screen.press("Prøv det her trin")
        await screen.settle()
        assert levels_of(services.care_plans.all())[Group.RISE] is Level.TWO
        assert care_plan.training_levels(services)[Group.RISE] is Level.FOUR
        assert "Det her trin prøver du" in screen.texts()
        await screen.press("Gå tilbage til trin 2")
        await screen.settle()
        assert care_plan.training_levels(services)[Group.RISE] is Level.TWO


async def test_what_has_no_level_offers_none(services: Services) -> None:
    async with opened(services, "/oevelser/warmup.1") as screen:
        assert "Gør det til mit trin" not in screen.names()
        assert "Varm op" in screen.texts()
        assert "Start øvelsen" in screen.names()


@pytest.mark.full
async def test_the_arrow_leads_back_to_the_grid(services: Services) -> None:
    async with opened(services, "/oevelser/3.2", width=1280) as screen:
        await screen.follow("Alle øvelser")
        assert screen.pushed_routes[-1] == "/oevelser"
