"""The first start: four cards, each passable, each kept."""

import re

import pytest
from playwright.sync_api import expect

from lbp_app.model.person import Role
from tests.browser.conftest import button, gone, headed, press, radio, seen, told, write

CARDS = ("Velkommen", "Hvem bruger appen?", "Hvad appen er, og hvad den ikke er", "Lidt om dig")


def test_in_danish_card_by_card(newcomer, visit):
    page = visit("/")
    headed(page, "Velkommen")
    expect(page).to_have_url(re.compile("/velkommen/1$"))
    expect(page.get_by_text("Trin 1 af 4").or_(page.get_by_label("Trin 1 af 4"))).to_be_attached()
    expect(radio(page, "Dansk")).to_have_attribute("aria-checked", "true")
    button(page, "Videre").click(force=True)
    headed(page, "Hvem bruger appen?")
    expect(page.get_by_role("radio", name="Jeg har ondt i ryggen")).to_be_checked()
    button(page, "Videre").click(force=True)
    headed(page, "Hvad appen er, og hvad den ikke er")
    seen(page, re.compile("ikke medicinsk udstyr"))
    seen(page, re.compile("bliver på denne enhed"))
    button(page, "Videre").click(force=True)
    headed(page, "Lidt om dig")
    write(page, "Fornavn", "Birgit")
    told(page, "Gemt")
    write(page, "Fødselsår", "1967")
    radio(page, "Midtjylland").click(force=True)
    write(page, "Egen læge", "Lægerne på Torvet")
    write(page, "Lægens telefon", "12 34 56 78")
    button(page, "Til appen").click(force=True)
    headed(page, "Godmorgen, Birgit")
    who = newcomer.person.get()
    assert (who.first_name, who.birth_year, who.region) == ("Birgit", 1967, "midtjylland")
    assert (who.doctor_name, who.doctor_phone) == ("Lægerne på Torvet", "12 34 56 78")
    assert who.welcomed_at is not None


@pytest.mark.full
def test_in_english(newcomer, visit):
    page = visit("/")
    radio(page, "English").click(force=True)
    headed(page, "Welcome")
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^en"))
    for title in ("Who uses the app?", "What the app is, and what it is not", "A little about you"):
        button(page, "Next").click(force=True)
        headed(page, title)
    button(page, "To the app").click(force=True)
    headed(page, "Good morning")
    assert newcomer.person.preferences().language == "en"
    page.reload()
    headed(page, "Good morning")


@pytest.mark.full
def test_back_by_button_and_by_browser(newcomer, visit):
    page = visit("/velkommen/3")
    headed(page, CARDS[2])
    button(page, "Tilbage").click(force=True)
    headed(page, CARDS[1])
    page.go_back()
    headed(page, CARDS[2])


@pytest.mark.full
def test_skipping_the_rest_leads_to_today_and_is_not_asked_again(newcomer, visit):
    page = visit("/")
    button(page, "Spring resten over").click(force=True)
    headed(page, "Godmorgen")
    page.reload()
    headed(page, "Godmorgen")


@pytest.mark.full
def test_before_it_is_done_only_the_signs_are_open(newcomer, visit):
    page = visit("/mig/data")
    headed(page, CARDS[0])
    page.goto(page.url.replace("/velkommen/1", "/tegn"))
    headed(page, "Tegn, du skal reagere på")


TYPED_AT_ONCE = """(field, [text, key]) => {
  field.focus();
  document.execCommand("insertText", false, text);
  const pressed = { key, bubbles: true, cancelable: true };
  if (key) field.dispatchEvent(new KeyboardEvent("keydown", pressed));
  return window.inUse.has(field);
}"""


def test_what_is_typed_before_flutter_listens_is_kept(newcomer, visit):
    page = visit("/velkommen/4")
    field = page.get_by_role("textbox", name="Fornavn", exact=True)
    assert not field.evaluate(TYPED_AT_ONCE, ["Bir", ""]), "Flutter listens at once now: rygvej.js"
    page.wait_for_function("field => window.inUse.has(field)", arg=field.element_handle())
    page.keyboard.type("git")
    expect(field).to_have_value("Birgit")
    told(page, "Gemt")
    assert newcomer.person.get().first_name == "Birgit"


def test_a_tab_that_comes_before_flutter_listens_loses_no_letter(newcomer, visit):
    page = visit("/velkommen/4")
    field = page.get_by_role("textbox", name="Fornavn", exact=True)
    assert not field.evaluate(TYPED_AT_ONCE, ["Birgit", "Tab"])
    expect(page.get_by_role("textbox", name="Fødselsår", exact=True)).to_be_focused()
    told(page, "Gemt")
    expect(field).to_have_value("Birgit")
    assert newcomer.person.get().first_name == "Birgit"


def test_a_physiotherapist_meets_their_own_places(newcomer, visit):
    page = visit("/velkommen/2")
    page.get_by_role("radio", name="Jeg er fysioterapeut").click(force=True)
    told(page, "Gemt")
    assert newcomer.device.active_person()[1] is Role.PHYSIO
    press(page, "Spring resten over")
    headed(page, "Deltagere")
    expect(page.get_by_role("tab", name="Hold")).to_be_attached()


@pytest.mark.full
def test_a_cpr_number_is_refused_and_a_phone_number_passes(newcomer, visit):
    page = visit("/velkommen/4")
    name = write(page, "Fornavn", "Birgit 0101901234")
    expect(name).to_have_attribute("aria-description", re.compile("CPR-nummer"))
    button(page, "Til appen").focus()
    expect(name).to_have_value("Birgit 0101901234")
    assert newcomer.person.get().first_name == ""
    write(page, "Lægens telefon", "86 12 34 56")
    told(page, "Gemt")
    assert newcomer.person.get().doctor_phone == "86 12 34 56"
    expect(name).to_have_value("Birgit 0101901234")
    write(page, "Fornavn", "")
    for _ in "0101901234 ":
        page.keyboard.press("Backspace")
    told(page, "Gemt", 2)
    assert newcomer.person.get().first_name == "Birgit"
    gone(page, re.compile("CPR-nummer. Det"))
