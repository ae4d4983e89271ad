"""Large files through the real page: they arrive whole, or it is said in one sentence why not."""

import base64
import os
import re
from datetime import timedelta
from io import BytesIO

import pytest
from playwright.sync_api import expect
from sqlalchemy import insert

from lbp_app.actions import backup, diary, export
from lbp_app.model.diary import Scale
from lbp_app.model.export import Form
from lbp_app.screens.picking import LARGEST
from lbp_app.store import tables
from tests.browser.conftest import NOW, TODAY, button, gone, headed, press, radio, seen
from tests.browser.test_backup import choose_file, owner
from tests.builders import ten_years

MB = 1024 * 1024
SENDABLE = 60  # MB: Playwright copies what a page sends into one text and ends at 100


def swell(patient, megabytes):
    """What was once written is in the history, and does not get smaller by packing."""
    diary.write_note(patient, TODAY, "Gåtur på ø'en")
    row = {"person_id": patient.person.get().id, "noun": "check_in", "field": "note"}
    row |= {"key": str(TODAY - timedelta(days=9)), "old": "null", "zone": "Europe/Copenhagen"}
    row |= {"at": NOW, "because_of": None}
    rows = [{**row, "new": f'"{base64.b64encode(os.urandom(MB // 32)).decode()}"'}] * megabytes
    with patient.database.writing() as connection:
        for _ in range(32):
            connection.execute(insert(tables.history), rows)


def saved(page, name, to):
    with page.expect_download(timeout=200_000) as given:
        button(page, name).click(force=True)
    given.value.save_as(to)
    return to.read_bytes()


def in_time(found):
    """A large file is restored on trial before it is believed."""
    found.first.wait_for(state="attached", timeout=200_000)


@pytest.mark.full
@pytest.mark.timeout(600)
@pytest.mark.parametrize("megabytes", [30, 100])
def test_a_large_backup_is_saved_and_brought_back(patient, visit, tmp_path, megabytes):
    swell(patient, megabytes)
    page = visit("/mig/data/kopi")
    headed(page, "Gem alt i én fil")
    plain = radio(page, re.compile("^Enhver, der har filen"))
    plain.click(force=True)
    expect(plain).to_be_checked()
    expect(page.get_by_role("textbox", name="Kodeord", exact=True)).to_have_count(0)
    file = tmp_path / "stor.rygvej"
    content = saved(page, "Gem filen", file)
    in_time(page.get_by_text(re.compile("^Gemt og kontrolleret: 1 dag med svar")))
    assert len(content) > megabytes * MB
    assert backup.look_into(owner(patient), BytesIO(content), None).then.days == 1

    if megabytes > SENDABLE:
        return
    diary.answer(owner(patient), TODAY - timedelta(days=1), Scale.BACK, 7)
    page = visit("/mig/data/gendan")
    choose_file(page, file)
    in_time(button(page, "Erstat det med filen"))
    press(page, "Erstat det med filen")
    in_time(page.get_by_text(re.compile("^Gendannet: 1 dag med svar")))
    assert owner(patient).diary.count() == 1


@pytest.mark.full
def test_ten_years_are_taken_along_in_each_form(patient, visit, tmp_path):
    ten_years(patient)
    page = visit("/mig/data/eksport")
    headed(page, "Tag det hele med")
    names = {Form.CSV: "^Regneark", Form.JSON: "^Alt i én", Form.FHIR: "^Til en journal"}
    for form, name in names.items():
        content = saved(page, re.compile(name), tmp_path / form.value)
        seen(page, re.compile("^Filen er lavet"))
        made = export.export_bytes(owner(patient), form)
        assert abs(len(content) - len(made)) < 2000, "but for the line about the file itself"
        assert len(content) > 100_000


def test_a_file_that_is_too_large_is_told_before_it_is_sent(patient, visit, tmp_path):
    file = tmp_path / "film.rygvej"
    with file.open("wb") as opened:
        opened.truncate(LARGEST + 1)
    page = visit("/mig/data/gendan")
    headed(page, "Gendan")
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    choose_file(page, file)
    seen(page, "Filen er for stor. Rygvej tager imod filer på op til 256 MB. Intet er ændret.")
    gone(page, "Filen: film.rygvej")
    assert "PUT" not in sent
    file.write_bytes(backup.make(patient, None)[0])
    choose_file(page, file)
    seen(page, "Filen: film.rygvej")
    assert "PUT" in sent, "the tab goes on"
