"""A patient connects with a physiotherapist and takes over plans: by code, text, file, picture.

The physiotherapist is a database of their own; what is carried across is what the test pastes.
"""

import re

import pytest
from playwright.sync_api import expect

from lbp_app.actions import handing_over
from lbp_app.model.care_plan import levels_of
from lbp_app.model.exercise import Group, Level
from lbp_app.model.person import Role
from lbp_app.services import services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.browser.conftest import button, headed, press, seen, told, write

TAKE, PAIR = "/oevelser/fra-fysioterapeut", "/mig/fysioterapeut"
FIELD, MESSAGE = "Kode eller tekst fra din fysioterapeut", "Besked fra din fysioterapeut"
LEVELS = (Level(1), Level(2), Level(2), Level(4), None, Level(2), Level(1), Level(3))


@pytest.fixture
def physio(tmp_path, patient):
    """On another device, with the same clock."""
    database = open_database(tmp_path / "clinic", patient.clock)
    person_id = DeviceStore(database).use(Role.PHYSIO)
    yield services_for(database, person_id, patient.clock, stop=lambda: None)
    database.close()


def level(patient, group):
    return levels_of(patient.care_plans.all())[Group(group)]


def paste(page, label, text):
    field = write(page, label, "")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    expect(field).to_have_value(text)


def choose(page, file):
    with page.expect_file_chooser() as asked:
        button(page, "Vælg en fil eller et billede").click(force=True)
    asked.value.set_files(file)


def plan(physio, tag, sequence, levels=LEVELS, **more):
    made = handing_over.prescription_for(physio, tag, sequence, levels, **more)
    return handing_over.hand_over(physio, made)


def connect(physio, page):
    """Pastes the physiotherapist's message, types the answer there; both compare."""
    message, _ = handing_over.pairing_message(physio, "Mette Holm")
    headed(page, "Din fysioterapeut")
    paste(page, MESSAGE, message)
    press(page, "Læs beskeden")
    letters = page.get_by_text(re.compile(r"^(\w{4}-){3}\w{4}$")).first.text_content()
    answer = handing_over.read_answer(physio, letters)
    digits = handing_over.digits(physio, answer.tag)
    seen(page, f"{digits[:3]} {digits[3:]}")
    press(page, "Ja, de er ens")
    seen(page, re.compile("^Forbundet siden"))
    return answer.tag


@pytest.mark.full
def test_connected_once_plans_come_by_text_and_by_file(patient, physio, visit, tmp_path):
    tag = connect(physio, visit(PAIR, height=2000))
    page = visit(TAKE, height=2600)
    headed(page, "Få trin fra din fysioterapeut")
    paste(page, FIELD, plan(physio, tag, 1, note="Tag det roligt.").text)
    press(page, "Se planen")
    seen(page, "Plan fra Mette Holm")
    seen(page, "Tag det roligt.")
    assert patient.care_plans.all() == []
    press(page, "Brug planen")
    told(page, "Gemt")
    seen(page, "Din plan fra Mette Holm")
    assert level(patient, 4) is Level.FOUR

    page = visit(TAKE, height=2600)
    seen(page, "Din plan fra Mette Holm")
    file = tmp_path / "plan.lbprx"
    file.write_bytes(plan(physio, tag, 2, (Level(2),) * 8).file)
    choose(page, file)
    seen(page, "Plan fra Mette Holm")
    press(page, "Brug planen")
    told(page, "Gemt")
    assert level(patient, 4) is Level.TWO
    press(page, "Fortryd")
    told(page, "Fortrudt")
    assert level(patient, 4) is Level.FOUR


@pytest.mark.full
def test_a_picture_of_the_code_does_as_well(patient, physio, visit, tmp_path):
    tag = connect(physio, visit(PAIR, height=2000))
    picture = tmp_path / "foto.png"
    picture.write_bytes(plan(physio, tag, 1).png)
    page = visit(TAKE, height=2600)
    choose(page, picture)
    seen(page, "Plan fra Mette Holm")


def test_eight_letters_and_a_sentence_where_they_do_not_fit(patient, physio, visit):
    typed = plan(physio, "0" * 16, 1).typed
    page = visit(TAKE, height=2600)
    paste(page, FIELD, typed[:-1] + ("A" if typed[-1] != "A" else "B"))
    press(page, "Se planen")
    seen(page, re.compile("^Tegnene passer ikke sammen"))
    paste(page, FIELD, typed.lower())
    press(page, "Se planen")
    seen(page, "Plan fra en kode")
    write(page, "Navnet på din fysioterapeut", "Mette")
    press(page, "Brug planen")
    told(page, "Gemt")
    assert level(patient, 4) is Level.FOUR
    assert patient.prescriptions.all()[0].name == "Mette"
