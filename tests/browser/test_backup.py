"""Mine data: a backup made by hand, everything deleted, and the diary back from the file."""

import re
from datetime import timedelta
from os import urandom

import pytest

from lbp_app.actions import backup, diary, mydata
from lbp_app.actions.person import finish_welcome
from lbp_app.content.failures import SENTENCES
from lbp_app.model.diary import Scale
from lbp_app.services import services_for
from lbp_app.store.device import DeviceStore
from tests.browser.conftest import TODAY, button, headed, press, seen, write

WORDS = "syv gule gynger i vinden"


def owner(patient):
    """Whoever uses the device now."""
    person_id, _ = DeviceStore(patient.database).active_person()
    return services_for(patient.database, person_id, patient.clock, patient.stop)


def tab_to(page, name, role="button", most=40):
    """Goes on with Tab until the keyboard stands on what has this name."""
    there = (
        "([role, name]) => { const e = document.activeElement;"
        " const said = e.getAttribute('aria-label') || e.textContent;"
        " const kind = e.getAttribute('role') || (e.tagName == 'INPUT' ? 'textbox' : '');"
        " return kind === role && said.includes(name) }"
    )
    for _ in range(most):
        if page.evaluate(there, [role, name]):
            return
        page.keyboard.press("Tab")
        page.wait_for_timeout(60)
    raise AssertionError(f"Tab does not come to {name}")


def test_everything_is_deleted_and_comes_back_from_the_file(patient, visit, tmp_path):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    diary.write_note(patient, TODAY, "Gåtur på ø'en")
    page = visit("/mig/data/kopi")
    headed(page, "Gem alt i én fil")
    write(page, "Kodeord", WORDS)
    write(page, "Kodeord igen", WORDS)
    with page.expect_download() as given:
        button(page, "Gem filen").click(force=True)
    assert given.value.suggested_filename == f"rygvej-{TODAY}.rygvej"
    file = tmp_path / "kopi.rygvej"
    given.value.save_as(file)
    seen(page, re.compile("^Gemt og kontrolleret: 1 dag med svar"))
    assert "Gåtur".encode() not in file.read_bytes()

    page = visit("/mig/data")
    press(page, "Slet alt …")
    press(page, "Ja, slet alt")
    headed(page, "Velkommen")
    assert owner(patient).diary.count() == 0

    tab_to(page, "Jeg har en sikkerhedskopi")
    page.keyboard.press("Enter")
    headed(page, "Gendan")
    tab_to(page, "Vælg en fil")
    with page.expect_file_chooser() as asked:
        page.keyboard.press("Enter")
    asked.value.set_files(file)
    seen(page, "Filen: kopi.rygvej")
    write(page, "Kodeord", WORDS)
    tab_to(page, "Se, hvad der er i filen")
    page.keyboard.press("Enter")
    seen(page, re.compile("^Lavet 18.\xa0november 2026"))
    tab_to(page, "Hent det ind")
    page.keyboard.press("Enter")
    seen(page, re.compile("^Gendannet: 1 dag med svar"))

    again = owner(patient)
    assert again.diary.get(TODAY).back_pain == 4
    assert again.diary.get(TODAY).note == "Gåtur på ø'en"
    seen(visit("/mig/data"), "Her er 1 dag med svar.")


def choose_file(page, file):
    with page.expect_file_chooser() as asked:
        button(page, "Vælg en fil").click(force=True)
    asked.value.set_files(file)


@pytest.mark.full
@pytest.mark.parametrize("megabytes", [20, 60])
def test_a_large_file_arrives_whole(patient, visit, tmp_path, megabytes):
    content, _ = backup.make(patient, WORDS)
    file = tmp_path / "stor.rygvej"
    file.write_bytes(content + urandom(megabytes * 1024 * 1024))
    page = visit("/mig/data/gendan")
    headed(page, "Gendan")
    choose_file(page, file)
    seen(page, "Filen: stor.rygvej")
    write(page, "Kodeord", WORDS)
    press(page, "Se, hvad der er i filen")
    seen(page, SENTENCES["error.backup_damaged"])


@pytest.mark.full
def test_two_devices_are_put_together_and_taken_apart_again(patient, visit, tmp_path):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    file = tmp_path / "telefon.rygvej"
    file.write_bytes(backup.make(patient, None)[0])
    mydata.delete_everything(patient)
    finish_welcome(owner(patient))
    diary.answer(owner(patient), TODAY - timedelta(days=1), Scale.BACK, 7)
    page = visit("/mig/data/gendan")
    headed(page, "Gendan")
    choose_file(page, file)
    press(page, "Læg sammen med det, der er her")
    seen(page, "Nyt fra filen")
    assert owner(patient).diary.count() == 1
    press(page, "Læg sammen")
    seen(page, re.compile("^Lagt sammen. Nyt her: 1 dag med svar"))
    assert owner(patient).diary.count() == 2
    seen(visit("/mig/data"), "Her er 2 dage med svar.")
    page = visit("/mig/data/gendan")
    press(page, "Gå tilbage til det")
    seen(page, re.compile("^Tilbage igen: 1 dag med svar"))
    assert owner(patient).diary.count() == 1
