"""Mig: settings that show at once, a bad spell, the signs, the two roles, copy and deletion."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from lbp_app.actions import diary, person
from lbp_app.model.diary import Scale
from lbp_app.model.person import Appearance, Role
from tests.browser.conftest import TODAY, button, gone, headed, press, radio, seen, told


def height_of(page, text):
    return page.get_by_text(text, exact=True).bounding_box()["height"]


def colour_at(page, x, y):
    """Of one pixel on the screen, as (r, g, b)."""
    shot = page.screenshot(clip={"x": x, "y": y, "width": 1, "height": 1})
    return Image.open(BytesIO(shot)).convert("RGB").getpixel((0, 0))


def test_language_changes_at_once(patient, visit):
    page = visit("/mig/indstillinger")
    headed(page, "Indstillinger")
    press(page, "English", role="radio")
    headed(page, "Settings")
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^en"))
    seen(page, "Saved")
    press(page, "Dansk", role="radio")
    headed(page, "Indstillinger")
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^da"))


@pytest.mark.full
def test_text_size_changes_at_once_and_stays(patient, visit):
    page = visit("/mig/indstillinger", height=2400)
    sample = "Sådan ser teksten ud nu."
    before = height_of(page, sample)
    press(page, "200 %", role="radio")
    told(page, "Gemt")
    expect(radio(page, "200 %")).to_have_attribute("aria-checked", "true")
    for _ in range(100):
        if height_of(page, sample) > 1.8 * before:
            break
        page.wait_for_timeout(50)
    assert height_of(page, sample) > 1.8 * before
    assert patient.person.preferences().text_scale == 200


@pytest.mark.full
def test_the_browsers_own_text_size_counts_too(patient, visit):
    page = visit("/mig/indstillinger", height=2400)
    sample = "Sådan ser teksten ud nu."
    before = height_of(page, sample)
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    for _ in range(100):
        if height_of(page, sample) > 1.8 * before:
            break
        page.wait_for_timeout(50)
    assert height_of(page, sample) > 1.8 * before


@pytest.mark.full
def test_dark_at_once_and_light_again(patient, visit):
    page = visit("/mig/indstillinger")
    headed(page, "Indstillinger")
    for name, kept, dark in (("Mørkt", Appearance.DARK, True), ("Lyst", Appearance.LIGHT, False)):
        press(page, name, role="radio")
        for _ in range(100):
            if (sum(colour_at(page, 3, 3)) < 3 * 60) is dark:
                break
            page.wait_for_timeout(50)
        assert (sum(colour_at(page, 3, 3)) < 3 * 60) is dark
        assert patient.person.preferences().appearance is kept


@pytest.mark.full
def test_numbers_off_and_fewer_movements(patient, visit):
    page = visit("/mig/indstillinger", height=2400)
    for times, (name, field) in enumerate(
        (("Uden tal", "numbers_off"), ("Færre bevægelser", "reduced_motion")), 1
    ):
        switch = page.get_by_role("switch", name=name)
        switch.click(force=True)
        told(page, "Gemt", times)
        expect(switch).to_have_attribute("aria-checked", "true")
        assert getattr(patient.person.preferences(), field) is True
    page.get_by_role("tab", name="I dag").click(force=True)
    seen(page, "Hvordan går det?")
    gone(page, re.compile(r"Rygsmerte\b"))


@pytest.mark.full
def test_a_bad_spell_begins_and_ends(patient, visit):
    page = visit("/")
    button(page, "Dårlig dag?").click(force=True)
    headed(page, "Dårlig dag?")
    button(page, "Det er en dårlig periode").click(force=True)
    seen(page, "Du har haft en dårlig periode siden onsdag 18. november.")
    assert [f.end for f in patient.flares.all()] == [None]
    page.go_back()
    headed(page, "Godmorgen")
    seen(page, re.compile("Du har haft en dårlig periode siden onsdag 18.\xa0november. Den"))
    button(page, "Se, hvad der hjælper").click(force=True)
    button(page, "Det er lettet").click(force=True)
    seen(page, "18. nov. – 18. nov.")
    assert [f.end for f in patient.flares.all()] == [TODAY]
    button(page, "Fortryd det seneste").click(force=True)
    button(page, "Det er lettet").wait_for(state="attached")


@pytest.mark.full
def test_the_signs_say_whom_to_ring(patient, visit):
    for field, value in (
        ("region", "midtjylland"),
        ("doctor_name", "Lægerne på Torvet"),
        ("doctor_phone", "12345678"),
    ):
        person.change_profile(patient, field, value)
    page = visit("/", height=6000)
    button(page, "Tegn, du skal reagere på").click(force=True)
    headed(page, "Tegn, du skal reagere på")
    button(page, "Ring 112").first.wait_for(state="attached")
    button(page, "Ring til Lægerne på Torvet, 12 34 56 78").first.wait_for(state="attached")
    page.get_by_role(
        "button", name=re.compile("Lægevagten.*Midtjylland, 70 11 31 31")
    ).first.wait_for(state="attached")
    page.get_by_role("heading", name="Ring 112").wait_for(state="attached")


@pytest.mark.full
def test_switching_role_hides_and_does_not_delete(patient, visit):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    page = visit("/mig/indstillinger", height=2400)
    press(page, re.compile("Jeg er fysioterapeut"), role="radio")
    headed(page, "Velkommen")
    assert patient.device.active_person()[1] is Role.PHYSIO
    press(page, "Spring resten over")
    headed(page, "Deltagere")
    page.goto(page.url.rsplit("/", 1)[0] + "/mig/indstillinger")
    press(page, re.compile("Jeg har ondt i ryggen"), role="radio")
    page.get_by_role("tab", name="Forløb").click(force=True)
    headed(page, "Forløb")
    page.get_by_role("tab", name="I dag").click(force=True)
    seen(page, "4 af 10")


@pytest.mark.full
def test_a_copy_for_a_spreadsheet(patient, visit, tmp_path):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    diary.write_note(patient, TODAY, "Gåtur på ø'en")
    page = visit("/mig/data")
    seen(page, "Her er 1 dag med svar.")
    with page.expect_download() as given:
        button(page, "Gem som regneark").click(force=True)
    given.value.save_as(tmp_path / "copy.csv")
    content = (tmp_path / "copy.csv").read_bytes()
    assert given.value.suggested_filename == "rygvej-dagbog.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Gåtur på ø'en" in content.decode("utf-8-sig")
    seen(page, re.compile("Kopien er lavet"))


@pytest.mark.full
def test_deleting_everything_leads_to_the_first_start(patient, visit):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    page = visit("/mig/data")
    button(page, "Slet alt …").click(force=True)
    seen(page, re.compile("alle kopier: 1 dag med svar"))
    button(page, "Nej, behold").click(force=True)
    button(page, "Slet alt …").click(force=True)
    button(page, "Ja, slet alt").click(force=True)
    headed(page, "Velkommen")
    seen(page, "Alt er slettet.")
    page.go_back()
    headed(page, "Velkommen")
    assert patient.diary.count() == 0
