"""Tjek af tegn as a person meets it: by role and name, and by the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from lbp_app.actions import person, screening
from lbp_app.model.asking import Round
from lbp_app.model.pause import Paused, paused
from lbp_app.model.triage import Answer, Tier
from tests.browser.conftest import TODAY, headed, press, ready, seen, tab_to

NONE, NUMB = "Ingen af disse", "Følelsesløst eller prikkende: endetarm, kønsdele, inderlår"
QUESTIONS = [
    "Gælder noget for dig?",
    "Passer noget af dette?",
    "Anderledes følelse i skridtet?",
    "Er det anderledes at tisse?",
    "Svært at holde på afføring eller luft?",
    "Mindre kraft eller dårligere balance?",
    "Hvordan har benene det?",
    "Feber eller syg?",
    "Fald eller ulykke?",
    "Hvordan er smerten?",
    "Er livet værd at leve?",
]
CALM = {QUESTIONS[4]: "Nej", QUESTIONS[10]: "Ja"}


def born(patient, year="1975"):
    person.change_profile(patient, "birth_year", year)


def calmly(page, questions):
    for question in questions:
        headed(page, question)
        press(page, CALM.get(question, NONE))


def to_the_emergency(page):
    calmly(page, QUESTIONS[:2])
    headed(page, QUESTIONS[2])
    press(page, NUMB, role="checkbox")
    expect(page.get_by_role("checkbox", name=NUMB)).to_have_attribute("aria-checked", "true")
    press(page, "Videre")
    headed(page, re.compile("^Er huden i skridtet"))
    press(page, "Ja")
    headed(page, "Ring nu")


@pytest.mark.full
def test_a_well_person_is_through_calmly(patient, visit):
    born(patient)
    page = visit("/")
    press(page, "Begynd")
    calmly(page, QUESTIONS)
    headed(page, "Fortsæt roligt")
    seen(page, re.compile("Ud fra dine svar ser vi ikke tegn, der kræver læge nu"))
    seen(page, "Ikke gennemgået af en læge.")
    press(page, "Til I dag")
    headed(page, re.compile("^God"))
    (kept,) = patient.screenings.all()
    assert (kept.tier, kept.complete) == (Tier.WATCH, True)


@pytest.mark.full
def test_it_is_asked_and_answered_in_english(patient, visit):
    born(patient)
    person.change_preference(patient, "language", "en")
    page = visit("/tjek")
    headed(page, "Any of these?")
    for _ in range(4):
        title = page.get_by_role("heading", level=1).inner_text()
        press(page, "None")
        expect(page.get_by_role("heading", level=1)).not_to_have_text(title)
    press(page, "No")
    headed(page, "Weaker, or worse balance?")


@pytest.mark.full
def test_by_the_keyboard_alone(patient, visit):
    born(patient)
    page = visit("/tjek")
    headed(page, QUESTIONS[0])
    tab_to(page, page.get_by_role("checkbox", name="Knogleskørhed", exact=True))
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox", name="Knogleskørhed")).to_have_attribute(
        "aria-checked", "true"
    )
    tab_to(page, page.get_by_role("button", name="Videre", exact=True))
    page.keyboard.press("Enter")
    headed(page, re.compile("^Har du skøre knogler"))
    tab_to(page, page.get_by_role("button", name="Ja", exact=True))
    page.keyboard.press("Space")
    headed(page, QUESTIONS[1])


def test_what_hurries_is_shown_at_once_and_pauses_until_a_doctor_was_reached(patient, visit):
    born(patient)
    person.change_profile(patient, "region", "sjaelland")
    person.change_profile(patient, "doctor_phone", "57 61 00 00")
    page = visit("/tjek")
    to_the_emergency(page)
    links = page.get_by_role("link")
    rung = links.or_(page.get_by_role("button")).filter(has_text=re.compile("112"))
    rung.first.wait_for(state="attached")
    seen(page, "57 61 00 00")  # a Wednesday morning: the own doctor
    seen(page, re.compile("Jeg har ondt i ryggen, og det er akut"))
    seen(page, re.compile("Kør ikke selv"))
    assert paused(patient.pauses.all(), Paused.EXERCISE, TODAY)
    press(page, "Luk")
    headed(page, re.compile("^God"))
    press(page, "Jeg har talt med en læge")
    expect(page.get_by_role("button", name="Jeg har talt med en læge")).to_have_count(0)
    assert not paused(patient.pauses.all(), Paused.EXERCISE, TODAY)


@pytest.mark.full
def test_not_sure_is_asked_again_in_simpler_words(patient, visit):
    born(patient)
    page = visit("/tjek")
    calmly(page, QUESTIONS[:4])
    headed(page, QUESTIONS[4])
    press(page, "Usikker")
    headed(page, re.compile("^Er det for nylig blevet svært"))
    press(page, "Ved ikke")
    headed(page, re.compile("^Et eksempel"))
    press(page, "Ved ikke")
    calmly(page, QUESTIONS[5:])
    headed(page, "Tal med en læge i dag")
    assert patient.screenings.all()[-1].answers["bowel_control_loss_new"] is Answer.UNSURE


@pytest.mark.full
def test_back_and_change(patient, visit):
    born(patient)
    page = visit("/tjek")
    to_the_emergency(page)
    page.go_back()
    headed(page, re.compile("^Er huden i skridtet"))
    seen(page, "Ja, valgt")
    press(page, "Nej")
    headed(page, re.compile("^Er det en gammel følelsesløshed"))
    press(page, "Tilbage")
    headed(page, re.compile("^Er huden i skridtet"))
    press(page, "Nej, valgt")
    headed(page, re.compile("^Er det en gammel følelsesløshed"))
    press(page, "Nej")
    calmly(page, QUESTIONS[3:])
    headed(page, "Fortsæt roligt")


@pytest.mark.full
def test_a_reload_in_the_middle_loses_nothing(patient, visit):
    born(patient)
    page = visit("/tjek")
    calmly(page, QUESTIONS[:2])
    headed(page, QUESTIONS[2])
    press(page, NUMB, role="checkbox")
    expect(page.get_by_role("checkbox", name=NUMB)).to_have_attribute("aria-checked", "true")
    page.reload()
    ready(page)
    headed(page, QUESTIONS[2])
    expect(page.get_by_role("checkbox", name=NUMB)).to_have_attribute("aria-checked", "true")
    other = visit("/")
    press(other, "Fortsæt")
    headed(other, QUESTIONS[2])


@pytest.mark.full
def test_the_short_round_after_a_month_and_the_history(patient, visit):
    born(patient)
    everything = [s for part in patient.rules().parts for s in part.signs]
    screening.record(patient, dict.fromkeys(everything, Answer.NO), "Fortsæt roligt\n\nDen fulde")
    page = visit("/tjek")
    calmly(page, [q for q in QUESTIONS if q not in QUESTIONS[8:10]])
    headed(page, "Fortsæt roligt")
    press(page, "Svar også om fald og smerter")
    calmly(page, QUESTIONS[8:10])
    headed(page, "Fortsæt roligt")
    assert [one.round for one in patient.screenings.all()] == [Round.FULL, Round.SHORT, Round.FULL]
    again = visit("/mig/tjek")
    headed(again, "Tjek af tegn")
    expect(again.get_by_role("heading", level=2, name="Fortsæt roligt")).to_have_count(3)
