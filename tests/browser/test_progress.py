"""Mig > Udvikling: spans, the table beside each chart, words, and no numbers for who wants none."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from lbp_app.actions import diary, person
from lbp_app.model.diary import Feeling, Scale
from tests.browser.conftest import TODAY, button, gone, headed, press, radio, seen

CHART = re.compile("^Graf: Rygsmerte · Bensmerte")


@pytest.fixture
def lived(patient):
    """A hundred days, every tenth of them missed; the back eases from 8 to 3."""
    with patient.database.not_waiting():
        for ago in range(100, -1, -1):
            if ago % 10:
                value = 3 + ago // 20
                diary.answer(patient, TODAY - timedelta(days=ago), Scale.BACK, value)
    return patient


@pytest.mark.full
def test_spans(lived, visit):
    page = visit("/mig/udvikling")
    headed(page, "Udvikling")
    expect(radio(page, "30 dage")).to_have_attribute("aria-checked", "true")
    seen(page, re.compile("Rygsmerten er gået fra omkring 4 til omkring 3"))
    for span, words in (
        ("7 dage", "Rygsmerten har ligget omkring 3."),
        ("90 dage", "Rygsmerten er gået fra omkring 6 til omkring 3."),
        ("Alt", "Rygsmerten er gået fra omkring 7 til omkring 3."),
    ):
        radio(page, span).click(force=True)
        expect(radio(page, span)).to_have_attribute("aria-checked", "true")
        page.get_by_role("img", name=re.compile(re.escape(words))).wait_for(state="attached")


@pytest.mark.full
def test_the_table_says_what_the_chart_shows_and_stands_before_it(lived, visit):
    page = visit("/mig/udvikling")
    radio(page, "7 dage").click(force=True)
    press(page, "Vis som tabel: Rygsmerte · Bensmerte")
    seen(page, "Dag, Rygsmerte, Bensmerte")
    seen(page, re.compile(r"17\.\xa0nov\..*Rygsmerte: 3"))
    order = page.locator("flt-semantics-host").inner_text()
    chart = page.get_by_role("img", name=CHART)
    table = page.get_by_text("Dag, Rygsmerte, Bensmerte")
    assert order and table.bounding_box()["y"] < chart.bounding_box()["y"]
    press(page, "Skjul tabel: Rygsmerte · Bensmerte")
    gone(page, "Dag, Rygsmerte, Bensmerte")
    expect(chart).to_be_attached()


@pytest.mark.full
def test_without_numbers(lived, visit):
    diary.say_feeling(lived, TODAY, Feeling.SO_SO)
    person.change_preference(lived, "numbers_off", True)
    page = visit("/mig/udvikling")
    seen(page, re.compile("Nogenlunde.*1 dag"))
    expect(page.get_by_role("img", name=CHART)).to_have_count(0)
    assert "Rygsmerte" not in page.locator("flt-semantics-host").inner_text()


@pytest.mark.full
def test_before_the_first_answer(patient, visit):
    page = visit("/mig/udvikling")
    seen(page, "Her kan du se, hvordan det går over tid")
    button(page, "Til dagens tjek").click(force=True)
    headed(page, "Godmorgen")
