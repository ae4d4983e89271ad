"""A class goes from a physiotherapist's device to a patient's; what is carried across is what the
test pastes.
"""

import re
from datetime import time, timedelta

import pytest
from playwright.sync_api import expect

from lbp_app.actions import class_group as classes
from lbp_app.actions import class_plan
from lbp_app.actions import course as calendar
from lbp_app.actions import followed_class as following
from lbp_app.model.course import Contact, Setting, Slot
from lbp_app.model.exercise import Group
from lbp_app.model.person import Role
from lbp_app.model.session import SessionKind
from lbp_app.services import services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database
from tests.browser.conftest import NOW, TODAY, button, gone, headed, press, seen, told, write
from tests.builders import Hand
from tests.physio import physio_of

SLOTS = (Slot(TODAY.weekday(), time(17)), Slot((TODAY.weekday() + 2) % 7, time(17)))
FIELD = "Tekst fra holdet"
STATIONS = (Group(3), Group(1), Group(6))


@pytest.fixture
def hand():
    return Hand(NOW - timedelta(hours=2))


@pytest.fixture
def physio(tmp_path, hand):
    """On another device, earlier that morning."""
    clock = hand.clock()
    database = open_database(tmp_path / "clinic", clock)
    person_id = DeviceStore(database).use(Role.PHYSIO)
    made = services_for(database, person_id, clock, stop=lambda: None)
    yield physio_of(made)
    database.close()


@pytest.fixture
def made(physio):
    """It began four weeks ago and meets today."""
    start = TODAY - timedelta(28)
    return classes.start_class(physio, "Tirsdagsholdet", start, SLOTS, "Sal 2", STATIONS).key


def text_of(physio, made):
    return class_plan.text_of(physio, classes.class_now(physio, made))


def paste(page, text):
    field = write(page, FIELD, "")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    expect(field).to_have_value(text)


@pytest.mark.full
def test_a_class_is_seen_followed_and_attended(patient, physio, made, visit):
    calendar.set_up(patient, Setting.HOME, TODAY, SLOTS)
    page = visit("/forloeb", height=3000)
    press(page, "Følg et hold")
    headed(page, "Følg et hold")
    paste(page, text_of(physio, made))
    press(page, "Se holdet")
    seen(page, "Vil du følge dette hold?")
    seen(page, "Stationer: Rejs dig, Bøj og svaj, Ryggen")
    seen(page, "Sal 2")
    seen(page, re.compile("^18 gange, fra"))
    assert following.followed_class(patient) is None
    press(page, "Ja, følg holdet")
    headed(page, "Forløb")
    seen(page, re.compile("^Tirsdagsholdet"))
    page = visit("/", height=3000)
    seen(page, "Stationer: Rejs dig, Bøj og svaj, Ryggen")
    press(page, "Jeg var der")
    told(page, "Gemt")
    (logged,) = patient.sessions.all()
    assert logged.kind is SessionKind.CLASS
    assert [one.exercise for one in logged.done] == ["3.1", "1.1", "6.1"]
    press(page, "Fortryd")
    told(page, "Fortrudt")
    assert patient.sessions.all() == []


@pytest.mark.full
def test_the_text_is_copied_from_the_class_and_a_newer_one_moves_an_evening(
    patient, physio, made, hand, visit, tmp_path
):
    text = text_of(physio, made)
    file = tmp_path / "hold.lbprx"
    file.write_text(text)
    page = visit("/forloeb/hold", height=2600)
    with page.expect_file_chooser() as asked:
        button(page, "Vælg en fil eller et billede").click(force=True)
    asked.value.set_files(file)
    press(page, "Ja, følg holdet")
    headed(page, "Forløb")
    ahead = [one for one in classes.class_now(physio, made).road if one.day > TODAY and one.held]
    hand.move(hours=1)
    calendar.cancel(physio, ahead[0].id)
    page = visit("/forloeb/hold", height=2600)
    paste(page, text)
    press(page, "Se holdet")
    seen(page, "Du følger allerede holdet, og der er intet nyt.")
    paste(page, text_of(physio, made))
    press(page, "Se holdet")
    seen(page, "Vil du følge de nye tider?")
    press(page, "Ja, følg holdet")
    headed(page, "Forløb")
    now = calendar.course_now(patient)
    cancelled = [one.day for one in now.road if one.contact is Contact.CLASS and not one.held]
    assert ahead[0].day in cancelled
    page = visit("/forloeb/hold", height=2600)
    paste(page, text)
    press(page, "Se holdet")
    seen(page, re.compile("^Holdets plan er ældre"))
    gone(page, "Vil du følge de nye tider?")


@pytest.mark.full
def test_the_physiotherapist_gets_text_file_and_poster_from_the_class(newcomer, visit, tmp_path):
    physio = physio_of(newcomer)
    made = classes.start_class(physio, "Tirsdagsholdet", TODAY, SLOTS, "Sal 2", STATIONS).key
    page = visit(f"/hold/{made}", height=2600)
    press(page, "Opslag til væggen")
    headed(page, "Opslag til væggen")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "Kopiér holdets plan som tekst")
    told(page, "Kopieret")
    assert page.evaluate("navigator.clipboard.readText()") == text_of(physio, made)
    for name, begins in (("Gem som fil", b"LBPC1:"), ("Til print (PDF)", b"%PDF")):
        with page.expect_download() as saved:
            press(page, name)
        saved.value.save_as(tmp_path / "saved")
        assert (tmp_path / "saved").read_bytes().startswith(begins)
