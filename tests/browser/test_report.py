"""Rapport: read on the screen, saved, and every text of it found again in the file that comes."""

import re
from datetime import timedelta

import pytest
from pypdf import PdfReader

from lbp_app.actions import activity, diary, doctor_card, flare, person, report
from lbp_app.model.activity import ActivityKind
from lbp_app.model.diary import Scale
from lbp_app.model.doctor_card import CardPart
from tests.browser.conftest import TODAY, button, headed, press, seen
from tests.test_report import texts_of

QUESTION = "Må jeg løbe på øen igen?"


def live(patient):
    person.change_profile(patient, "first_name", "Birgit")
    doctor_card.write(patient, CardPart.QUESTIONS, QUESTION)
    for n in range(20):
        day = TODAY - timedelta(days=n)
        diary.answer(patient, day, Scale.BACK, 3 + n % 5)
        diary.answer(patient, day, Scale.SLEEP, 6)
    diary.write_note(patient, TODAY, "Blåbærgrød på øen")
    activity.log_activity(patient, ActivityKind.GARDEN, 45, TODAY)
    flare.start_flare(patient)


@pytest.mark.full
def test_the_report_is_read_on_the_screen_and_then_saved(patient, visit, tmp_path):
    live(patient)
    page = visit("/mig/data", height=3600)
    press(page, "Se rapporten")
    headed(page, "Rapport")
    seen(page, "Sådan ser rapporten ud")
    shown = report.report(patient)
    assert len(shown.sections) >= 4
    for text in texts_of(shown):
        if text and text != shown.made_on:  # that is on paper only
            seen(page, re.compile(re.escape(text)))
    for graph in (section.graph for section in shown.sections if section.graph):
        page.get_by_role("img", name=graph.said).wait_for(state="attached")

    with page.expect_download() as given:
        button(page, "Gem som PDF").click(force=True)
    seen(page, re.compile("^Rapporten er gemt"))
    assert given.value.suggested_filename == "rygvej-rapport.pdf"
    given.value.save_as(tmp_path / "report.pdf")
    [sheet] = PdfReader(tmp_path / "report.pdf").pages
    printed = "".join(sheet.extract_text().split())
    assert [text for text in texts_of(shown) if "".join(text.split()) not in printed] == []
    assert "".join(QUESTION.split()) in printed
    assert "Blåbærgrød" not in printed, "notes come only when they are asked for"
