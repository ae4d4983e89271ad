"""The keyboard reaches everything, and lands where reading begins."""

import re

import pytest
from playwright.sync_api import expect

from lbp_app.actions import diary
from lbp_app.model.diary import Scale
from tests.browser.conftest import TODAY, button, headed, radio, seen, tab

PLACES = {
    "Øvelser": ("Øvelser", "/oevelser"),
    "Forløb": ("Forløb", "/forloeb"),
    "Viden": ("Viden", "/viden"),
    "Mig": ("Mig", "/mig"),
    "I dag": ("Godmorgen", "/"),
}
MOST = 120  # stops: the grid of exercises has one for each
HERE = "document.activeElement.ariaLabel || document.activeElement.textContent"


def on_heading(page, title):
    headed(page, title)
    expect(page.get_by_role("heading", level=1, name=title)).to_be_focused()


def tab_to_name(page, name):
    for _ in range(MOST):
        tab(page)
        if page.evaluate(HERE).startswith(name):
            return
    raise AssertionError(f"Tab never came to {name}; it is at {page.evaluate(HERE)}")


@pytest.mark.parametrize("width", [pytest.param(390, marks=pytest.mark.full), 1280])
@pytest.mark.full
def test_every_place_by_tab_and_focus_lands_on_its_heading(patient, visit, width):
    page = visit("/", width=width, height=844)
    headed(page, "Godmorgen")
    for name, (title, route) in PLACES.items():
        tab_to_name(page, name)
        page.keyboard.press("Enter")
        on_heading(page, title)
        expect(page).to_have_url(re.compile(f"{route}$"))


@pytest.mark.full
def test_every_place_by_address_and_back(patient, visit):
    page = visit("/")
    headed(page, "Godmorgen")
    base = page.url.rstrip("/")
    for title, route in PLACES.values():
        page.goto(base + route)
        headed(page, title)
    page.get_by_role("tab", name="Mig").click(force=True)
    on_heading(page, "Mig")
    button(page, re.compile("^Om Rygvej")).click(force=True)
    on_heading(page, "Om Rygvej")
    page.go_back()
    on_heading(page, "Mig")
    page.go_back()
    on_heading(page, "Godmorgen")


@pytest.mark.full
def test_the_skip_link_is_first_and_leads_past_the_places(patient, visit):
    page = visit("/mig", width=1280, height=800)
    headed(page, "Mig")
    skip = button(page, "Gå til indholdet")
    assert skip.bounding_box()["height"] <= 2
    tab(page)
    expect(skip).to_be_focused()
    for _ in range(100):
        if skip.bounding_box()["height"] >= 44:
            break
        page.wait_for_timeout(30)
    assert skip.bounding_box()["height"] >= 44
    page.keyboard.press("Enter")
    on_heading(page, "Mig")
    tab(page)
    assert page.evaluate(HERE).startswith("Udvikling")


@pytest.mark.full
def test_a_group_of_answers_is_one_stop(patient, visit):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    page = visit("/mig/udvikling")
    radio(page, "30 dage").wait_for(state="attached")
    tab_to_name(page, "30 dage")
    page.keyboard.press("ArrowRight")
    expect(radio(page, "90 dage")).to_have_attribute("aria-checked", "true")
    tab(page)
    assert page.evaluate(HERE).startswith("Vis som tabel")
    tab(page, "Shift+Tab")
    assert page.evaluate(HERE) == "90 dage"
    tab(page, "Shift+Tab")
    assert page.evaluate(HERE) == "Gå til indholdet"


@pytest.mark.full
def test_enter_turns_the_table_on_and_the_focus_stays(patient, visit):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    page = visit("/mig/udvikling", height=700)
    button(page, "Vis som tabel: Rygsmerte · Bensmerte").wait_for(state="attached")
    tab_to_name(page, "Vis som tabel: Rygsmerte · Bensmerte")
    page.keyboard.press("Enter")
    expect(button(page, "Skjul tabel: Rygsmerte · Bensmerte")).to_be_focused()
    seen(page, re.compile("Uge fra"))


@pytest.mark.full
def test_what_comes_into_the_place_of_what_was_pressed_has_the_focus(patient, visit):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    page = visit("/", height=900)
    button(page, "Ret: Rygsmerte").wait_for(state="attached")
    tab_to_name(page, "Ret: Rygsmerte")
    page.keyboard.press("Enter")
    expect(radio(page, "Rygsmerte: 4 af 10")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(radio(page, "Rygsmerte: 5 af 10")).to_be_focused()


@pytest.mark.full
def test_a_question_that_is_answered_with_no_gives_the_focus_back(patient, visit):
    page = visit("/mig", height=900)
    headed(page, "Mig")
    tab_to_name(page, "Afslut Rygvej")
    page.keyboard.press("Enter")
    expect(button(page, "Ja, luk")).to_be_focused()
    tab(page)
    page.keyboard.press("Enter")
    expect(button(page, "Afslut Rygvej")).to_be_focused()
