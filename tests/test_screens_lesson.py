"""A lesson on the screen: card by card, then thoughts, two questions and the end."""

from datetime import UTC, datetime

import flet as ft
import pytest

from lbp_app.actions import flare, reading, reflection
from lbp_app.actions.person import change_preference
from lbp_app.content import library
from lbp_app.content.lessons import Lesson
from lbp_app.content.library import say
from lbp_app.content.wording import wording_for
from lbp_app.model.reading import QUIZ, THOUGHTS, Standing
from lbp_app.services import Services
from tests.builders import TODAY, Hand, one_in
from tests.harness import Screen
from tests.opened import opened

LESSONS = library.load().lessons
A_FEW_AND_ALL = one_in(7, (one.id for one in LESSONS))
PAIN = "pain_and_damage"


def lesson(name: str = PAIN) -> Lesson:
    return library.load().lesson(name)


def at(page: object, name: str = PAIN) -> str:
    return f"/viden/lektion/{name}/{page}"


def heading(screen: Screen) -> str:
    """The one of the page."""
    (found,) = screen.find(ft.Semantics, heading_level=1)
    assert isinstance(found.content, ft.Text)
    return str(found.content.value)


# --- the cards ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", A_FEW_AND_ALL)
@pytest.mark.full
async def test_every_lesson_is_read_from_its_first_card_to_its_end(
    services: Services, name: str, language: str
) -> None:
    change_preference(services, "language", language)
    one, t = lesson(name), wording_for(language)
    async with opened(services, at(1, name)) as screen:
        for number, card in enumerate(one.cards, 1):
            assert heading(screen) == say(t, card.title)
            assert set(say(t, card.text).split("\n\n")) <= set(screen.texts())
            where = t("Kort {n} af {all}", n=number, all=len(one.cards))
            assert where in screen.labels()
            await screen.follow(t("Videre"))
        assert {say(t, prompt.text) for prompt in one.prompts} <= set(screen.texts())
        await screen.follow(t("Videre"))
        assert {say(t, question.ask) for question in one.quiz} <= set(screen.texts())
        await screen.follow(t("Afslut lektionen"))
        assert heading(screen) == t("Det var hele lektionen")
    assert services.readings.get(name).standing is Standing.READ


@pytest.mark.full
async def test_the_page_turned_to_is_where_it_opens_the_next_time(services: Services) -> None:
    async with opened(services, at(1)) as screen:
        await screen.follow("Videre")
        await screen.follow("Videre")
        assert services.readings.get(PAIN).place == lesson().cards[2].id
        await screen.follow("Tilbage")
        assert services.readings.get(PAIN).place == lesson().cards[1].id
        await screen.goto(f"/viden/lektion/{PAIN}")
        assert heading(screen) == "Som en røgvarsler"


@pytest.mark.full
async def test_nothing_is_said_to_be_saved_while_pages_are_turned(services: Services) -> None:
    async with opened(services, at(1)) as screen:
        await screen.follow("Videre")
        assert "Gemt" not in screen.texts()


@pytest.mark.full
async def test_back_from_the_first_card_and_the_cross_lead_to_viden(services: Services) -> None:
    async with opened(services, at(1)) as screen:
        await screen.follow("Tilbage")
        assert screen.pushed_routes[-1] == "/viden"
        await screen.goto(at(4))
        await screen.follow("Luk lektionen")
        assert screen.pushed_routes[-1] == "/viden"


@pytest.mark.parametrize("route", [at(0), at(7), at("x"), at(1, "no_such"), at("-1")])
@pytest.mark.full
async def test_a_page_that_is_not_there_is_said_so(services: Services, route: str) -> None:
    async with opened(services, route) as screen:
        assert "Den side findes ikke" in screen.texts()


async def test_a_source_comes_on_tap_with_its_place_its_number_and_who_has_read_it(
    services: Services,
) -> None:
    async with opened(services, at(1, "what_back_pain_is")) as screen:
        place = "002 §3.3: Forekomst. Herfra er “17 ud af 100”."
        assert place not in screen.texts()
        await screen.press("Vis kilde")
        assert place in screen.texts()
        assert "Gælder i Region Sjælland." in screen.texts()
        assert "Teksterne er ikke gennemgået af en læge endnu." in screen.texts()
        await screen.press("Skjul kilde")
        assert place not in screen.texts()


@pytest.mark.full
async def test_it_is_saved_for_later_and_that_is_undone(services: Services) -> None:
    async with opened(services, at(2)) as screen:
        await screen.press("Gem til senere")
        assert services.readings.get(PAIN).saved
        assert "Gemt til senere, fjern igen" in screen.names()
        await screen.press("Fortryd det seneste")
        await screen.settle()
        assert not services.readings.get(PAIN).saved
        assert "Gem til senere" in screen.names()


@pytest.mark.parametrize("name", ["work", "medicines"])
@pytest.mark.full
async def test_what_ages_says_so_and_that_it_is_no_advice(
    services: Services, hand: Hand, name: str
) -> None:
    until = lesson(name).valid_until
    assert until is not None
    assert until >= TODAY
    for moment, said in (
        (datetime(until.year, until.month, until.day, 12, tzinfo=UTC), "gælder til"),
        (datetime(until.year + 1, until.month, 1, 12, tzinfo=UTC), "det kan være ændret"),
    ):
        hand.at = moment
        async with opened(services, at(1, name)) as screen:
            (told,) = [text for text in screen.texts() if "ikke rådgivning" in text]
            assert said in told
            assert str(until.year) in told


@pytest.mark.full
async def test_what_does_not_age_says_nothing_of_it(services: Services) -> None:
    async with opened(services, at(1)) as screen:
        assert not any("rådgivning" in text for text in screen.texts())


@pytest.mark.full
async def test_in_a_bad_spell_reading_is_open_and_nothing_scolds(services: Services) -> None:
    flare.start_flare(services)
    async with opened(services, at(1)) as screen:
        await screen.follow("Videre")
        assert heading(screen) == "Som en røgvarsler"


# --- thoughts -----------------------------------------------------------------------------------

ASKED = "Hvornår har du haft ondt uden at være kommet til skade?"


@pytest.mark.full
async def test_a_thought_is_kept_while_it_is_written_and_stands_there_again(
    services: Services,
) -> None:
    async with opened(services, at("tanker")) as screen:
        await screen.type(ASKED, "Efter en lang gåtur")
        await screen.goto(at("quiz"))
        await screen.goto(at("tanker"))
        assert screen.one(ft.TextField, label=ASKED).value == "Efter en lang gåtur"
    (kept,) = services.reflections.all()
    assert (kept.lesson, kept.prompt, kept.text) == (PAIN, "hurt_unharmed", "Efter en lang gåtur")


@pytest.mark.full
async def test_a_cpr_number_is_refused_and_the_text_stays(services: Services) -> None:
    async with opened(services, at("tanker")) as screen:
        await screen.type(ASKED, "010180-1234")
        field = screen.one(ft.TextField, label=ASKED)
        assert "CPR" in str(field.error)
        assert field.value == "010180-1234"
    assert services.reflections.all() == []


@pytest.mark.full
async def test_a_thought_is_undone(services: Services) -> None:
    reflection.write_reflection(services, PAIN, "hurt_unharmed", "Før")
    async with opened(services, at("tanker")) as screen:
        await screen.type(ASKED, "Efter")
        await screen.press("Fortryd det seneste")
        await screen.settle()
        assert [one.text for one in services.reflections.all()] == ["Før"]


# --- the two questions --------------------------------------------------------------------------


@pytest.mark.parametrize("guess", ["Ja, altid", "Nej", "Kun i ryggen"])
@pytest.mark.full
async def test_each_guess_gets_the_same_kind_explanation(services: Services, guess: str) -> None:
    question = lesson().quiz[0]
    async with opened(services, at("quiz")) as screen:
        assert question.why["da"] not in screen.texts()
        await screen.press(guess)
        told = screen.texts()
        assert question.why["da"] in told
        first = "Ja, det er det."
        if guess != "Nej":
            first = "Det er der mange, der tænker. Svaret er: Nej."
        assert first in told
        said = told[told.index(first)] + question.why["da"]
        assert not any(word in said.lower() for word in ("forkert", "desværre", "point"))


async def test_a_guess_can_be_changed_and_none_is_kept(services: Services) -> None:
    async with opened(services, at("quiz")) as screen:
        await screen.press("Ja, altid")
        await screen.press("Nej")
        assert "Ja, det er det." in screen.texts()
        await screen.goto(at("tanker"))
        await screen.goto(at("quiz"))
        assert "Ja, det er det." not in screen.texts()
    assert services.readings.all() == {}
    assert services.history.newest(("reading", "reflection")) == 0


# --- the end ------------------------------------------------------------------------------------


@pytest.mark.full
async def test_the_end_names_the_next_lesson_and_the_links_that_belong_to_it(
    services: Services,
) -> None:
    async with opened(services, at("quiz", "what_back_pain_is")) as screen:
        await screen.follow("Afslut lektionen")
        given = library.load().links_for(None, TODAY)
        here = [one.label["da"] for one in given if "what_back_pain_is" in one.lessons]
        assert here
        assert set(here) <= set(screen.texts())
        await screen.follow("Læs den nu")
        assert screen.pushed_routes[-1] == at(1, "balance")


@pytest.mark.full
async def test_the_next_one_opens_where_it_was_left(services: Services) -> None:
    reading.turn_to(services, "balance", THOUGHTS)
    async with opened(services, at("slut", "what_back_pain_is")) as screen:
        await screen.follow("Læs den nu")
        assert screen.pushed_routes[-1] == at("tanker", "balance")


@pytest.mark.full
async def test_the_last_of_all_names_no_other(services: Services) -> None:
    for name in services.syllabus().order:
        reading.finish_lesson(services, name)
    async with opened(services, at("slut")) as screen:
        assert "Læs den nu" not in screen.names()
        await screen.follow("Færdig for nu")
        assert screen.pushed_routes[-1] == "/viden"


@pytest.mark.full
async def test_from_the_end_there_is_a_way_back_and_to_what_belongs_to_it(
    services: Services,
) -> None:
    async with opened(services, at("slut", "balance")) as screen:
        await screen.follow("Prøv vægtskålen")
        assert screen.pushed_routes[-1] == "/viden/vaegt"
        await screen.goto(at("slut", "balance"))
        await screen.follow("Tilbage")
        assert screen.pushed_routes[-1] == at("quiz", "balance")
        await screen.goto(at("slut", "balance"))
        await screen.follow("Se mine tanker")


@pytest.mark.full
async def test_the_address_of_the_end_alone_finishes_nothing(services: Services) -> None:
    async with opened(services, at("slut")):
        pass
    assert services.readings.all() == {}


@pytest.mark.full
async def test_two_tabs_keep_what_each_has_done(services: Services) -> None:
    async with opened(services, at("quiz")) as one:
        reading.turn_to(services, PAIN, QUIZ)
        reflection.write_reflection(services, PAIN, "hurt_unharmed", "Fra den anden")
        await one.follow("Afslut lektionen")
    assert services.readings.get(PAIN).standing is Standing.READ
    assert [kept.text for kept in services.reflections.all()] == ["Fra den anden"]
