"""Viden as a person meets it: read by keyboard, found, kept through a reload, left by choice."""

import re

import pytest
from playwright.sync_api import expect

from lbp_app.actions import reading, reflection
from lbp_app.model.reading import Standing
from tests.browser.conftest import (
    button,
    gone,
    headed,
    press,
    radio,
    ready,
    seen,
    tab_to,
    told,
    write,
)

LESSON, TITLE = "pain_and_damage", "Ondt er ikke det samme som skade"
CARDS = [
    "Smerten kommer tidligt",
    "Som en røgvarsler",
    "Sjældent skade",
    "Når smerten varer ved",
    "Følelser er med",
    "Du må gerne bevæge dig",
]
ASKED = "Hvornår har du haft ondt uden at være kommet til skade?"
GUESS = "Betyder mere smerte altid mere skade?"


def enter(page, name):
    tab_to(page, button(page, name))
    page.keyboard.press("Enter")


def on_heading(page, title):
    headed(page, title)
    expect(page.get_by_role("heading", level=1, name=title)).to_be_focused()


def test_a_lesson_is_read_to_its_end_by_keyboard_alone(patient, visit):
    page = visit(f"/viden/lektion/{LESSON}/1", height=1200)
    headed(page, CARDS[0])
    enter(page, "Videre")
    for title in CARDS[1:]:
        on_heading(page, title)
        enter(page, "Videre")
    on_heading(page, "To ting at tænke over")
    enter(page, "Tilbage")
    on_heading(page, CARDS[-1])
    enter(page, "Videre")
    on_heading(page, "To ting at tænke over")
    enter(page, "Videre")
    on_heading(page, "To små spørgsmål")
    tab_to(page, radio(page, "Ja, altid"))
    page.keyboard.press("Space")
    seen(page, "Det er der mange, der tænker. Svaret er: Nej.")
    page.keyboard.press("ArrowDown")
    seen(page, "Ja, det er det.")
    enter(page, "Afslut lektionen")
    on_heading(page, "Det var hele lektionen")
    assert patient.readings.get(LESSON).standing is Standing.READ
    enter(page, "Færdig for nu")
    headed(page, "Viden")
    seen(page, re.compile(f"^{TITLE}\\s*Læst 18.\xa0nov."))


@pytest.mark.full
def test_a_card_stays_through_reload_and_the_browser_goes_back(patient, visit):
    page = visit(f"/viden/lektion/{LESSON}/1", height=1200)
    headed(page, CARDS[0])
    press(page, "Videre")
    headed(page, CARDS[1])
    press(page, "Videre")
    headed(page, CARDS[2])
    expect(page).to_have_url(re.compile(f"/viden/lektion/{LESSON}/3$"))
    page.reload()
    ready(page)
    headed(page, CARDS[2])
    press(page, "Tilbage")
    headed(page, CARDS[1])
    press(page, "Luk lektionen")
    headed(page, "Viden")
    press(page, "Læs videre")
    headed(page, CARDS[1])
    page.go_back()
    headed(page, "Viden")


@pytest.mark.full
def test_a_thought_is_kept_through_reload_and_found_under_my_thoughts(patient, visit):
    page = visit(f"/viden/lektion/{LESSON}/tanker", height=1200)
    headed(page, "To ting at tænke over")
    write(page, ASKED, "Efter en lang gåtur")
    told(page, "Gemt")
    page.reload()
    ready(page)
    expect(write(page, ASKED, "")).to_have_value("Efter en lang gåtur")
    write(page, ASKED, " 010180-1234")
    seen(page, re.compile("CPR-nummer"))
    (kept,) = patient.reflections.all()
    assert kept.text == "Efter en lang gåtur"
    base = page.url.partition("/viden")[0]
    page.goto(f"{base}/viden/tanker")
    ready(page)
    headed(page, "Mine tanker")
    seen(page, "Skrevet 18. november 2026")
    expect(write(page, ASKED, "")).to_have_value("Efter en lang gåtur")


@pytest.mark.full
def test_my_thoughts_are_searched_and_changed(patient, visit):
    reflection.write_reflection(patient, "balance", "one_thing", "Torsdag")
    reflection.write_reflection(patient, LESSON, "hurt_unharmed", "Gåturen")
    page = visit("/viden/tanker", height=1600)
    headed(page, "Mine tanker")
    write(page, "Søg", "gåtur")
    gone(page, "Balance i hverdagen")
    write(page, ASKED, " ved søen")
    told(page, "Gemt")
    assert {one.text for one in patient.reflections.all()} == {"Torsdag", "Gåturen ved søen"}


@pytest.mark.full
def test_the_source_of_a_card_is_shown_on_tap(patient, visit):
    page = visit("/viden/lektion/what_back_pain_is/1", height=1600)
    headed(page, "Du er langt fra alene")
    press(page, "Vis kilde")
    seen(page, "002 §3.3: Forekomst. Herfra er “17 ud af 100”.")
    seen(page, "Teksterne er ikke gennemgået af en læge endnu.")
    press(page, "Skjul kilde")
    gone(page, re.compile("^002 §3.3"))


@pytest.mark.full
def test_a_search_finds_the_card_whatever_is_left_out_of_the_word(patient, visit):
    page = visit("/viden", height=2400)
    headed(page, "Viden")
    write(page, "Søg", "rogvarsler")
    seen(page, "1 lektion taler om det")
    page.get_by_role("button", name=re.compile("Som en røgvarsler")).click(force=True)
    headed(page, "Som en røgvarsler")


@pytest.mark.full
def test_a_search_that_finds_nothing_says_so_kindly(patient, visit):
    page = visit("/viden", height=2400)
    headed(page, "Viden")
    write(page, "Søg", "qqqxyz")
    seen(page, re.compile("^Det fandt vi ikke i lektionerne"))


@pytest.mark.full
def test_a_lesson_is_saved_for_later_and_found_among_the_saved(patient, visit):
    page = visit(f"/viden/lektion/{LESSON}/2", height=1200)
    headed(page, CARDS[1])
    press(page, "Gem til senere")
    told(page, "Gemt")
    button(page, "Gemt til senere, fjern igen").wait_for(state="attached")
    press(page, "Luk lektionen")
    headed(page, "Viden")
    radio(page, "Gemt til senere").evaluate("element => element.click()")
    gone(page, "Uge 2")
    seen(page, re.compile(f"^{TITLE}"))
    assert patient.readings.get(LESSON).saved


OUTSIDE = re.compile(r"^https://(?!cdn\.jsdelivr\.net)")  # the policy stops Flet's own library


@pytest.mark.full
def test_a_link_leaves_the_app_only_when_it_is_tapped_and_in_a_tab_of_its_own(patient, visit):
    page = visit("/viden/links", height=4200)
    asked: list[str] = []

    def stop(route):
        asked.append(route.request.url)
        route.abort()

    page.context.route(OUTSIDE, stop)
    headed(page, "Tilbud og links")
    way = page.get_by_role("button", name=re.compile("^Vælg Klogt"))
    way.wait_for(state="attached")
    assert asked == []
    with page.context.expect_page() as opened:
        way.click(force=True)
    while not asked:
        page.wait_for_timeout(20)
    assert asked == ["https://vaelgklogt.dk/anbefalinger/laenderyg"]
    headed(page, "Tilbud og links")
    opened.value.close()
    page.context.unroute(OUTSIDE)


@pytest.mark.full
def test_the_sources_say_what_rests_on_each(patient, visit):
    page = visit("/viden/kilder", height=4200)
    headed(page, "Kilder")
    seen(page, "Gælder ikke længere. Bruges kun som baggrund.")
    press(page, re.compile("^Se, hvad der bygger på den: Artiklen"))
    seen(page, "Smerten kommer tidligt (004 Hjernen)")


@pytest.mark.full
def test_today_leads_to_the_lesson_that_was_left(patient, visit):
    reading.turn_to(patient, LESSON, "smoke")
    page = visit("/")
    page.get_by_role("button", name=re.compile("Læs videre: Kort 2 af 6")).click(force=True)
    headed(page, CARDS[1])
