"""Til lægen: write, choose, save the sheet, and find in the file what was chosen."""

import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from lbp_app.actions import diary, person, screening
from lbp_app.model.diary import Scale
from lbp_app.model.triage import Answer
from tests.browser.conftest import TODAY, button, headed, seen, told, write


@pytest.mark.full
def test_a_sheet_for_the_doctor(patient, visit, tmp_path):
    person.change_profile(patient, "first_name", "Birgit")
    diary.answer(patient, TODAY, Scale.BACK, 4)
    screening.record(
        patient, {"night_pain": Answer.YES, "suicidal_thoughts": Answer.YES}, "Tal med en læge"
    )
    page = visit("/tjek/til-laegen", height=3600)
    headed(page, "Til lægen")
    write(page, "Hvor det gør ondt", "Lænden, på ærlig vis øm")
    told(page, "Gemt")
    seen(page, "Lænden, på ærlig vis øm")  # on the sheet: all of it is kept, and drawn
    thoughts = page.get_by_role("switch", name=re.compile("^Tunge tanker"))
    expect(thoughts).to_have_attribute("aria-checked", "false")
    diary_part = page.get_by_role("switch", name="Fra min dagbog")
    expect(diary_part).to_have_attribute("aria-checked", "true")
    diary_part.click(force=True)
    expect(diary_part).to_have_attribute("aria-checked", "false")
    with page.expect_download() as given:
        button(page, "Gem som PDF").click(force=True)
    seen(page, re.compile("^Arket er gemt"))
    assert given.value.suggested_filename == "rygvej-til-laegen.pdf"
    given.value.save_as(tmp_path / "sheet.pdf")
    [sheet] = PdfReader(tmp_path / "sheet.pdf").pages
    text = sheet.extract_text()
    assert "Lænden, på ærlig vis øm" in text and "Birgit" in text
    assert "vækker dig om natten" in text
    assert "Rygsmerte" not in text and "livet" not in text

    again = visit("/tjek/til-laegen", height=3600)
    seen(again, "Lænden, på ærlig vis øm")
    kept = again.get_by_role("switch", name="Fra min dagbog")
    expect(kept).to_have_attribute("aria-checked", "false")
