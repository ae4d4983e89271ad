"""Slet noget and Slet alt: what will go is told, it can be undone, then no byte of it is left."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from lbp_app.actions import activity, deletion, diary
from lbp_app.actions.person import finish_welcome
from lbp_app.model.activity import ActivityKind
from lbp_app.model.diary import Scale
from lbp_app.store import copies
from tests.browser.conftest import TODAY, gone, headed, press, radio, seen, write
from tests.browser.test_backup import owner
from tests.builders import HOME
from tests.process import services_in
from tests.test_deletion import found_in

pytestmark = pytest.mark.full
PAGE = "/mig/data/slet"
SECRET, OTHER = "Dagbogshemmelig", "Havehemmelig"
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def lived(patient):
    diary.answer(patient, TODAY, Scale.BACK, 4)
    diary.write_note(patient, YESTERDAY, SECRET)
    activity.log_activity(patient, ActivityKind.GARDEN, 45, TODAY, note=OTHER)
    copies.make_daily(patient.database, patient.clock)
    return patient


def opened(visit):
    page = visit(PAGE, height=2400)
    headed(page, "Slet noget")
    return page


def choose(page, name):
    radio(page, name).click(force=True)
    expect(radio(page, name)).to_be_checked()


def delete(page):
    press(page, "Ja, slet det")
    seen(page, "Slettet. Du kan fortryde i 10 minutter.")


def test_one_entry(lived, shared, visit):
    page = opened(visit)
    press(page, re.compile("^En aktivitet"))
    seen(page, "1 aktivitet")
    assert owner(lived).activities.all(), "asking deletes nothing"
    delete(page)
    assert owner(lived).activities.all() == []
    assert owner(lived).diary.get(TODAY).back_pain == 4
    assert found_in(shared.data, OTHER), "it can be undone"
    press(page, "Slet endeligt nu")
    seen(page, "Det er slettet endeligt.")
    assert found_in(shared.data, OTHER) == []
    assert found_in(shared.data, SECRET)


def test_a_period(lived, shared, visit):
    page = opened(visit)
    choose(page, "En periode")
    for name in ("Fra", "Til"):
        write(page, name, "")
        page.keyboard.press("Control+A")
        page.keyboard.type(f"{YESTERDAY:%d.%m.%Y}")
    press(page, "Se, hvad der er")
    seen(page, "1 dag med svar")
    delete(page)
    press(page, "Slet endeligt nu")
    seen(page, "Det er slettet endeligt.")
    assert found_in(shared.data, SECRET) == []
    left = owner(lived)
    assert left.diary.get(TODAY).back_pain == 4
    assert left.activities.all()


def test_one_kind_and_its_way_back_after_a_reload(lived, visit):
    page = opened(visit)
    choose(page, "Alt af én slags")
    press(page, re.compile("^Dagens tjek og noter"))
    seen(page, "2 dage med svar")
    delete(page)
    assert owner(lived).diary.count() == 0
    again = opened(visit)
    seen(again, "Slettet for lidt siden")
    press(again, "Fortryd sletningen")
    gone(again, "Slettet for lidt siden")
    back = owner(lived)
    assert back.diary.get(YESTERDAY).note == SECRET
    assert back.diary.get(TODAY).back_pain == 4
    assert deletion.undoable(back) == []


def test_everything(server, open_page):
    now = datetime.now(HOME)
    services = services_in(server.data, now)
    finish_welcome(services)
    today = services.clock.today()
    for day in (today, today - timedelta(days=1)):
        diary.write_note(services, day, SECRET)
    activity.log_activity(services, ActivityKind.GARDEN, 45, today, note=OTHER)
    copies.keep_before_restore(services.database, services.clock)
    services.database.close()
    assert len(found_in(server.data, SECRET)) >= 2, "in the database and in a copy"

    page = open_page(server, "/mig/data", height=3600, forgiving=True)
    press(page, "Slet alt …")
    seen(page, re.compile("alle kopier: 2 dage med svar"))
    press(page, "Nej, behold")
    seen(page, "Her er 2 dage med svar.")
    press(page, "Slet alt …")
    press(page, "Ja, slet alt")
    headed(page, "Velkommen")
    assert found_in(server.data, SECRET) + found_in(server.data, OTHER) == []
    server.restart()
    headed(open_page(server, "/mig/data"), "Velkommen")
    anew = services_in(server.data, now)
    assert anew.person.get().welcomed_at is None
    assert anew.diary.count() == 0
    anew.database.close()
    assert found_in(server.data, SECRET) + found_in(server.data, OTHER) == []
