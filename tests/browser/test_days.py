"""Earlier days: opened from the week and from the calendar, completed, corrected."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from lbp_app.actions import diary
from lbp_app.model.diary import Scale
from tests.browser.conftest import TODAY, button, gone, headed, radio, seen, told

YESTERDAY = TODAY - timedelta(days=1)  # a Tuesday
EARLIER = TODAY - timedelta(days=12)  # 6 November, a Friday


def test_a_day_of_the_last_seven_is_corrected(patient, visit):
    for scale in Scale:
        diary.answer(patient, YESTERDAY, scale, 6)
    page = visit("/")
    button(page, "tirsdag 17. november, besvaret").click(force=True)
    headed(page, "Tirsdag 17. november")
    button(page, "Ret: Rygsmerte").click(force=True)
    radio(page, "Rygsmerte: 3 af 10").click(force=True)
    told(page, "Gemt")
    seen(page, "18. nov. 09.00: Rygsmerte fra 6 til 3")
    assert patient.diary.get(YESTERDAY).back_pain == 3
    button(page, "Fortryd det seneste").click(force=True)
    seen(page, "18. nov. 09.00: Rygsmerte fra 3 til 6")
    assert patient.diary.get(YESTERDAY).back_pain == 6


@pytest.mark.full
def test_a_missed_day_is_filled_in_from_the_calendar(patient, visit):
    diary.answer(patient, EARLIER - timedelta(days=1), Scale.BACK, 6)
    page = visit("/mig/udvikling")
    button(page, "fredag 6. november, ikke besvaret").click(force=True)
    headed(page, "Fredag 6. november")
    seen(page, "Hvordan havde ryggen det?")
    radio(page, "Rygsmerte: 8 af 10").click(force=True)
    told(page, "Gemt")
    assert patient.diary.get(EARLIER).back_pain == 8
    gone(page, "Rettet")
    page.go_back()
    seen(page, "fredag 6. november, besvaret")


@pytest.mark.full
def test_the_calendar_turns_back_but_not_into_the_future(patient, visit):
    diary.answer(patient, YESTERDAY, Scale.BACK, 6)
    page = visit("/mig/udvikling")
    seen(page, "November 2026")
    expect(button(page, "Måneden efter")).to_have_count(0)
    button(page, "Måneden før").click(force=True)
    seen(page, "Oktober 2026")
    button(page, "Måneden efter").click(force=True)
    seen(page, "November 2026")
    expect(page.get_by_role("button", name="torsdag 19. november")).to_have_count(0)


@pytest.mark.full
def test_from_day_to_day(patient, visit):
    page = visit("/dag/2026-11-16")
    headed(page, "Mandag 16. november")
    button(page, "Dagen før").click(force=True)
    headed(page, "Søndag 15. november")
    for _ in range(2):
        button(page, "Dagen efter").click(force=True)
        page.wait_for_timeout(50)
    headed(page, "Tirsdag 17. november")
    button(page, "Dagen efter").click(force=True)
    headed(page, "Onsdag 18. november")
    expect(button(page, "Dagen efter")).to_have_count(0)


@pytest.mark.full
def test_a_day_that_cannot_be_answered_is_not_there(patient, visit):
    page = visit("/nix")
    base = page.url.removesuffix("/nix")
    headed(page, "Den side findes ikke")
    for day in ("2026-11-19", "2026-13-40"):
        page.goto(f"{base}/dag/{day}")
        headed(page, "Den side findes ikke")
    button(page, "Til I dag").click(force=True)
    headed(page, "Godmorgen")
