"""The daily check-in, by mouse and by keyboard alone."""

import time
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from lbp_app.actions import diary, person
from lbp_app.model.diary import Feeling, LegSide, Scale
from tests.browser.conftest import (
    TODAY,
    button,
    gone,
    headed,
    radio,
    seen,
    tab,
    tab_to,
    told,
    write,
)

ANSWERS = {"Rygsmerte": 4, "Bensmerte": 2, "Besvær": 3, "Søvn": 5, "Humør": 1}
REFUSED = (
    "Der ser ud til at stå et CPR-nummer. Det gemmer appen aldrig. Fjern nummeret, så bliver "
    "resten gemt."
)
YESTERDAY = TODAY - timedelta(days=1)
BY_HAND = 30  # seconds that a check-in may take
FINGER = 1.2  # seconds that a tired hand takes from one tap to the next


def test_the_whole_check_in_by_mouse_in_under_30_seconds(patient, visit):
    page = visit("/")
    radio(page, "Rygsmerte: 0 af 10").wait_for()
    began, taps = time.monotonic(), 0
    for name, value in ANSWERS.items():
        chosen = radio(page, f"{name}: {value} af 10")
        chosen.click(force=True)
        taps += 1
        told(page, "Gemt", taps)
    seen(page, "Tak. Så er der svaret på det hele.")
    took = time.monotonic() - began
    print(f"check-in: {taps} taps, {took:.1f} s by the machine")
    assert took + taps * FINGER < BY_HAND
    kept = patient.diary.get(TODAY)
    assert [kept.answer(scale) for scale in Scale] == list(ANSWERS.values())


@pytest.mark.full
def test_a_scale_is_eleven_radio_buttons_with_name_and_state(patient, visit):
    page = visit("/")
    group = page.get_by_role("group", name="Rygsmerte")
    expect(group.get_by_role("radio")).to_have_count(11)
    names = [radio(page, f"Rygsmerte: {n} af 10") for n in range(11)]
    for one in names:
        expect(one).to_have_attribute("aria-checked", "false")
    names[4].click(force=True)
    expect(names[4]).to_have_attribute("aria-checked", "true")
    expect(names[5]).to_have_attribute("aria-checked", "false")
    expect(page.get_by_role("radiogroup")).to_have_count(2)
    seen(page, "0  ingen smerte")
    seen(page, "10  værst tænkelig")


def test_by_keyboard_alone(patient, visit):
    page = visit("/", height=844)
    radio(page, "Rygsmerte: 0 af 10").wait_for()
    keys = page.keyboard

    tab_to(page, radio(page, "Rygsmerte: 0 af 10"))
    keys.press("Space")
    told(page, "Gemt")
    keys.press("ArrowRight")
    expect(radio(page, "Rygsmerte: 1 af 10")).to_have_attribute("aria-checked", "true")
    expect(radio(page, "Rygsmerte: 1 af 10")).to_be_focused()
    keys.press("ArrowRight")
    expect(radio(page, "Rygsmerte: 2 af 10")).to_be_focused()
    keys.press("ArrowLeft")
    expect(radio(page, "Rygsmerte: 1 af 10")).to_have_attribute("aria-checked", "true")
    expect(radio(page, "Rygsmerte: 1 af 10")).to_be_focused()
    told(page, "Gemt", 4)
    tab(page)
    assert "Rygsmerte" not in (page.evaluate("document.activeElement.ariaLabel") or "")
    for answered, name in enumerate(list(ANSWERS)[1:], start=5):
        tab_to(page, radio(page, f"{name}: 0 af 10"))
        keys.press("Space")
        expect(radio(page, f"{name}: 0 af 10")).to_have_attribute("aria-checked", "true")
        told(page, "Gemt", answered)
    kept = patient.diary.get(TODAY)
    assert [kept.answer(scale) for scale in Scale] == [1, 0, 0, 0, 0]


@pytest.mark.full
def test_skip_clear_and_undo(patient, visit):
    page = visit("/")
    button(page, "Spring over: Rygsmerte").click(force=True)
    seen(page, "sprunget over")
    assert patient.diary.get(TODAY).skipped == {"back_pain"}
    button(page, "Ret: Rygsmerte").click(force=True)
    radio(page, "Rygsmerte: 7 af 10").click(force=True)
    told(page, "Gemt", 2)
    button(page, "Ryd svaret: Rygsmerte").click(force=True)
    told(page, "Gemt", 3)
    expect(radio(page, "Rygsmerte: 7 af 10")).to_have_attribute("aria-checked", "false")
    assert patient.diary.get(TODAY).back_pain is None
    button(page, "Fortryd det seneste").click(force=True)
    told(page, "Fortrudt")
    expect(radio(page, "Rygsmerte: 7 af 10")).to_have_attribute("aria-checked", "true")
    assert patient.diary.get(TODAY).back_pain == 7
    expect(button(page, "Fortryd det seneste")).to_have_count(0)


@pytest.mark.full
def test_which_leg_is_asked_when_a_leg_hurts(patient, visit):
    diary.answer(patient, TODAY, Scale.BACK, 3)
    page = visit("/")
    radio(page, "Bensmerte: 0 af 10").click(force=True)
    told(page, "Gemt")
    gone(page, "Hvilket ben?")
    radio(page, "Bensmerte: 6 af 10").click(force=True)
    radio(page, "Venstre").click(force=True)
    told(page, "Gemt", 3)
    expect(radio(page, "Venstre")).to_have_attribute("aria-checked", "true")
    assert patient.diary.get(TODAY).leg_side is LegSide.LEFT


@pytest.mark.full
def test_yesterday_is_shown_and_never_filled_in(patient, visit):
    diary.answer(patient, YESTERDAY, Scale.BACK, 6)
    page = visit("/")
    seen(page, "Dagen før: 6")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


@pytest.mark.full
def test_a_note_is_saved_while_writing_and_on_leaving(patient, visit):
    diary.answer(patient, TODAY, Scale.BACK, 3)
    page = visit("/")
    write(page, "Note til dagen", "Gik en tur på ti minutter")
    told(page, "Gemt")
    assert patient.diary.get(TODAY).note == "Gik en tur på ti minutter"
    page.keyboard.type(" i regn")
    button(page, "Vis kilde").focus()
    told(page, "Gemt", 2)
    assert patient.diary.get(TODAY).note == "Gik en tur på ti minutter i regn"


@pytest.mark.full
def test_a_note_with_a_cpr_number_is_refused_and_stays(patient, visit):
    diary.answer(patient, TODAY, Scale.BACK, 3)
    page = visit("/")
    note = write(page, "Note til dagen", "Mit nummer er 010190-1234")
    expect(note).to_have_attribute("aria-description", REFUSED)
    told(page, REFUSED)
    expect(note).to_have_value("Mit nummer er 010190-1234")
    assert patient.diary.get(TODAY).note == ""


@pytest.mark.full
@pytest.mark.parametrize("word", ["Skidt", "Rigtig godt"])
def test_without_numbers_five_words_are_asked(patient, visit, word):
    person.change_preference(patient, "numbers_off", True)
    page = visit("/")
    headed(page, "Godmorgen")
    group = page.get_by_role("group", name="Hvordan går det?")
    expect(group.get_by_role("radio")).to_have_count(5)
    radio(page, word).click(force=True)
    told(page, "Gemt")
    assert patient.diary.get(TODAY).feeling in (Feeling.POORLY, Feeling.VERY_WELL)
