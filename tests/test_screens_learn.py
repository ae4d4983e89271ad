"""Viden: going on, the order, what is read and saved, the search, thoughts, links and sources."""

from datetime import UTC, datetime
from itertools import pairwise
from urllib.parse import urlsplit

import flet as ft
import pytest

from lbp_app.actions import deletion, pause, person, reading, reflection
from lbp_app.content import formats, library
from lbp_app.content.wording import wording_for
from lbp_app.model.deletion import Kind
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.services import Services
from tests.builders import TODAY, Hand, other_person
from tests.harness import Screen
from tests.opened import opened

LEARN, THOUGHTS, LINKS, SOURCES = "/viden", "/viden/tanker", "/viden/links", "/viden/kilder"
LESSONS = library.load().lessons
TITLES = [lesson.title["da"] for lesson in LESSONS]


def rows(screen: Screen) -> dict[str, str]:
    """What stands under the title of each lesson in the list."""
    texts = screen.texts()
    texts = texts[texts.index("Lektionerne") :]
    return {
        a: b
        for a, b in pairwise(texts)
        if a in TITLES and b.startswith(("Ikke", "Begyndt", "Læst"))
    }


# --- the page -----------------------------------------------------------------------------------


@pytest.mark.full
async def test_a_newcomer_is_shown_where_to_begin_and_all_twenty(services: Services) -> None:
    async with opened(services, LEARN) as screen:
        assert "Et godt sted at begynde" in screen.texts()
        assert rows(screen) == {
            lesson.title["da"]: f"Ikke læst, {lesson.minutes} min" for lesson in LESSONS
        }
        await screen.follow("Begynd lektionen")
        assert screen.pushed_routes[-1] == "/viden/lektion/what_back_pain_is/1"


@pytest.mark.full
async def test_it_goes_on_where_it_was_left(services: Services) -> None:
    reading.turn_to(services, "scans", "why_wait")
    async with opened(services, LEARN) as screen:
        assert "Fortsæt, hvor du slap" in screen.texts()
        assert "Kort 3 af 5" in screen.texts()
        await screen.follow("Læs videre")
        assert screen.pushed_routes[-1] == "/viden/lektion/scans/3"


@pytest.mark.full
async def test_all_read_asks_for_nothing_more(services: Services) -> None:
    for lesson in services.syllabus().order:
        reading.finish_lesson(services, lesson)
    async with opened(services, LEARN) as screen:
        assert "Du har læst alle lektionerne. Alt kan læses igen, så tit du vil." in screen.texts()
        await screen.press("Ikke læst")
        assert "Du har læst dem alle. De er her stadig, når du vil se igen." in screen.texts()


@pytest.mark.full
async def test_each_says_in_words_how_far_it_is(services: Services) -> None:
    reading.finish_lesson(services, "balance")
    reading.turn_to(services, "sleep", services.syllabus().places["sleep"][1])
    reading.keep_for_later(services, "sleep", True)
    reading.keep_for_later(services, "work", True)
    async with opened(services, LEARN) as screen:
        told = rows(screen)
        assert told["Balance i hverdagen"] == "Læst 5.\xa0okt."
        assert told["Søvn"] == "Begyndt: Kort 2 af 6 · gemt til senere"
        assert told["Arbejde og sygemelding"] == "Ikke læst, 5 min · gemt til senere"


@pytest.mark.full
async def test_the_list_is_narrowed_to_unread_or_saved(services: Services) -> None:
    reading.finish_lesson(services, "balance")
    async with opened(services, LEARN) as screen:
        await screen.press("Gemt til senere")
        assert rows(screen) == {}
        assert any("bogmærket" in text for text in screen.texts())
        reading.keep_for_later(services, "work", True)
        await screen.settle()
        assert list(rows(screen)) == ["Arbejde og sygemelding"]
        await screen.press("Ikke læst")
        assert set(TITLES) - set(rows(screen)) == {"Balance i hverdagen"}


@pytest.mark.full
async def test_the_hours_come_first_and_then_the_weeks(services: Services) -> None:
    async with opened(services, LEARN) as screen:
        texts = screen.texts()
        heads = [
            "Første time om ryggen",
            "Anden time om smerter",
            *(f"Uge {n}" for n in range(2, 9)),
        ]
        assert [texts.index(head) for head in heads] == sorted(texts.index(head) for head in heads)
        assert "Uge 1" not in texts
        await screen.follow("Scanninger og det, de viser")


@pytest.mark.parametrize(
    ("name", "route"),
    [
        ("Vægtskålen", "/viden/vaegt"),
        ("Gæt myter og fakta", "/viden/myter"),
        ("Mine tanker", THOUGHTS),
        ("Hvad du kan forvente", "/viden/forventninger"),
        ("Tilbud og links", LINKS),
        ("Kilder", SOURCES),
    ],
)
@pytest.mark.full
async def test_the_rest_is_one_tap_away(services: Services, name: str, route: str) -> None:
    async with opened(services, LEARN) as screen:
        await screen.follow(name)
        assert screen.pushed_routes[-1] == route


@pytest.mark.full
async def test_in_a_pause_for_safety_all_can_be_read(services: Services) -> None:
    pause.pause(services, Paused.EVERYTHING, PausedBy.SAFETY)
    async with opened(services, LEARN) as screen:
        assert len(rows(screen)) == 20
        await screen.follow("Begynd lektionen")
        assert "Du er langt fra alene" in screen.texts()


# --- the search ---------------------------------------------------------------------------------


async def search(screen: Screen, typed: str) -> None:
    field = screen.one(ft.TextField, label="Søg")
    await screen.send(field, "change", typed, value=typed)


@pytest.mark.full
async def test_a_search_shows_the_lesson_and_leads_to_its_best_card(services: Services) -> None:
    async with opened(services, LEARN) as screen:
        await search(screen, "rogvarsler")
        assert "1 lektion taler om det" in screen.texts()
        await screen.follow("Som en røgvarsler")
        assert screen.pushed_routes[-1] == "/viden/lektion/pain_and_damage/2"


@pytest.mark.full
async def test_what_is_nowhere_gets_a_kind_word(services: Services) -> None:
    async with opened(services, LEARN) as screen:
        await search(screen, "qqqxyz")
        assert any(text.startswith("Det fandt vi ikke i lektionerne") for text in screen.texts())
        await search(screen, " ")
        assert not any(text.startswith("Det fandt vi ikke") for text in screen.texts())


async def test_english_words_find_it_too(services: Services) -> None:
    person.change_preference(services, "language", "en")
    async with opened(services, LEARN) as screen:
        field = screen.one(ft.TextField, label="Search")
        await screen.send(field, "change", "cannot sleep", value="cannot sleep")
        assert "Sleep" in screen.texts()[: screen.texts().index("The scale")]


# --- my thoughts --------------------------------------------------------------------------------

ASKED = "Hvilken ene ting kunne du gøre lettere – eller styrke?"


async def test_before_the_first_thought_it_says_what_will_be_here(services: Services) -> None:
    async with opened(services, THOUGHTS) as screen:
        assert "Her kommer dine egne tanker til at stå" in screen.texts()
        await screen.follow("Til lektionerne")
        assert screen.pushed_routes[-1] == LEARN


@pytest.mark.full
async def test_thoughts_stand_by_lesson_with_their_date(services: Services, hand: Hand) -> None:
    asked = services.syllabus().prompts["sleep"][0]
    reflection.write_reflection(services, "sleep", asked, "Godnat")
    hand.move(days=1)
    reflection.write_reflection(services, "balance", "one_thing", "Torsdag")
    async with opened(services, THOUGHTS) as screen:
        told = screen.texts()
        here = ["Balance i hverdagen", ASKED, "Skrevet 6.\xa0oktober 2026", "Søvn"]
        here.append("Skrevet 5.\xa0oktober 2026")
        assert [told.index(text) for text in here] == sorted(told.index(text) for text in here)


async def test_a_thought_is_changed_where_it_stands_and_a_cpr_number_refused(
    services: Services,
) -> None:
    reflection.write_reflection(services, "balance", "one_thing", "Torsdag")
    async with opened(services, THOUGHTS) as screen:
        await screen.type(ASKED, "Fredag")
        assert [one.text for one in services.reflections.all()] == ["Fredag"]
        await screen.type(ASKED, "010180-1234")
        field = screen.one(ft.TextField, label=ASKED)
        assert field.value == "010180-1234"
        assert "CPR" in str(field.error)
        assert [one.text for one in services.reflections.all()] == ["Fredag"]


@pytest.mark.full
async def test_what_is_emptied_keeps_its_field_and_comes_back(services: Services) -> None:
    reflection.write_reflection(services, "balance", "one_thing", "Torsdag")
    async with opened(services, THOUGHTS) as screen:
        await screen.type(ASKED, "")
        assert services.reflections.all() == []
        assert screen.one(ft.TextField, label=ASKED).value == ""
        await screen.press("Fortryd det seneste")
        await screen.settle()
        assert [one.text for one in services.reflections.all()] == ["Torsdag"]


async def test_what_is_deleted_or_anothers_is_forgotten(services: Services) -> None:
    reflection.write_reflection(services, "balance", "one_thing", "Torsdag")
    reflection.write_reflection(services, "volume", "safe", "Karen")
    async with opened(services, THOUGHTS) as screen:
        assert "Balance i hverdagen" in screen.texts()
        deletion.delete(services, deletion.of_kind(Kind.LEARNING))
        await screen.settle()
        assert "Balance i hverdagen" not in screen.texts()
        reflection.write_reflection(services, "balance", "one_thing", "Fredag")
        await screen.settle()
        assert "Balance i hverdagen" in screen.texts()
        other = other_person(services)
        person.finish_welcome(other)
        await screen.settle()
        assert "Balance i hverdagen" not in screen.texts()


@pytest.mark.full
async def test_thoughts_are_searched(services: Services) -> None:
    reflection.write_reflection(services, "balance", "one_thing", "Torsdag")
    reflection.write_reflection(services, "volume", "safe", "Karen ved vandet")
    async with opened(services, THOUGHTS) as screen:
        await search(screen, "VAND karen")
        assert "Balance i hverdagen" not in screen.texts()
        assert "Hjernen skruer op og ned" in screen.texts()
        await search(screen, "lettere")
        assert "Balance i hverdagen" in screen.texts()
        await search(screen, "ingen steder")
        nothing = "Det ord står ikke i dine tanker. Prøv et andet."
        assert [one.content.value for one in screen.find(ft.Semantics, live_region=True)] == [
            nothing
        ]


@pytest.mark.full
async def test_a_thought_about_a_lesson_that_is_no_more_is_not_lost(services: Services) -> None:
    reflection.write_reflection(services, "balance", "one_thing", "Torsdag")
    (kept,) = services.reflections.all()
    gone = {**vars(kept), "lesson": "gone", "prompt": "asked"}
    services.reflections.put("gone.asked", type(kept)(**gone))
    async with opened(services, THOUGHTS) as screen:
        assert "En lektion, der ikke er her mere" in screen.texts()
        assert screen.one(ft.TextField, label="asked").value == "Torsdag"


# --- links out ----------------------------------------------------------------------------------


def addresses(screen: Screen) -> list[str]:
    urls = [one.url for one in screen.find(ft.FilledButton) if isinstance(one.url, ft.Url)]
    assert all(url.target is ft.UrlTarget.BLANK for url in urls)
    return [url.url for url in urls]


@pytest.mark.full
async def test_every_link_says_that_it_leaves_and_when_it_was_looked_at(
    services: Services,
) -> None:
    given = library.load().links_for(None, TODAY)
    async with opened(services, LINKS) as screen:
        assert addresses(screen) == [one.url for one in given]
        for one in given:
            host = urlsplit(one.url).netloc.removeprefix("www.")
            assert f"Åbner en anden side: {host}" in screen.texts()
            day = formats.date_full(wording_for("da"), one.checked_on)
            assert f"Set efter {day}" in screen.texts()
        assert "launch_url" not in screen.calls


@pytest.mark.full
async def test_links_are_those_of_the_region(services: Services) -> None:
    person.change_profile(services, "region", "nordjylland")
    async with opened(services, LINKS) as screen:
        assert "Vist for Nordjylland." in screen.texts()
        assert not any("regionsjaelland" in url for url in addresses(screen))
        await screen.follow("Vælg region")
        assert screen.pushed_routes[-1] == "/mig/indstillinger"


@pytest.mark.full
async def test_a_link_too_old_is_not_given(services: Services, hand: Hand) -> None:
    hand.at = datetime(2027, 2, 1, 12, tzinfo=UTC)
    async with opened(services, LINKS) as screen:
        assert addresses(screen)
        assert not any("borger.dk" in url for url in addresses(screen))
    hand.at = datetime(2028, 2, 1, 12, tzinfo=UTC)
    async with opened(services, LINKS) as screen:
        assert addresses(screen) == []
        assert any(text.startswith("Ingen links er set efter") for text in screen.texts())


# --- sources ------------------------------------------------------------------------------------


async def test_every_source_has_its_standing_and_tells_on_tap_what_rests_on_it(
    services: Services,
) -> None:
    sources = library.load().sources.values()
    async with opened(services, SOURCES) as screen:
        assert {one.standing["da"] for one in sources} <= set(screen.texts())
        assert "Under “Vis kilde” hedder den 004." in screen.texts()
        name = f"Se, hvad der bygger på den: {library.load().sources['004'].title['da']}"
        assert "Smerten kommer tidligt (004 Hjernen)" not in screen.texts()
        await screen.press(name)
        assert "Smerten kommer tidligt (004 Hjernen)" in screen.texts()
        await screen.follow("Ondt er ikke det samme som skade")
        assert screen.pushed_routes[-1] == "/viden/lektion/pain_and_damage/1"


@pytest.mark.full
async def test_about_leads_to_the_sources(services: Services) -> None:
    async with opened(services, "/mig/om") as screen:
        await screen.follow("Kilder")
        assert screen.pushed_routes[-1] == SOURCES


# --- Today --------------------------------------------------------------------------------------


@pytest.mark.full
async def test_today_names_a_lesson_and_leads_there(services: Services) -> None:
    reading.turn_to(services, "scans", "why_wait")
    async with opened(services) as screen:
        assert "Læs videre: Kort 3 af 5" in screen.texts()
        await screen.follow("Scanninger og det, de viser")
        assert screen.pushed_routes[-1] == "/viden/lektion/scans/3"


@pytest.mark.full
async def test_today_is_quiet_when_a_doctor_comes_first(services: Services) -> None:
    pause.pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    async with opened(services) as screen:
        assert not any(text.startswith("En kort lektion") for text in screen.texts())
