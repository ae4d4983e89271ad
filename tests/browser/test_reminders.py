"""Reminders that ring: two tabs and a restart, killed and started again, the page that tries them,
and an address that a calendar follows.
"""

import re
import shutil
from datetime import UTC, datetime, time, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from lbp_app.actions import calendar, person, reminder, ring
from lbp_app.model.reminder import Thing
from lbp_app.model.ring import Outcome, Outside
from tests.browser.conftest import NOW, button, gone, headed, press, seen, set_wall_clock
from tests.notifications import service, session_bus
from tests.test_remind_command import env, services_at

TRY = "/mig/paamindelser/virker"
SHORT_PATIENCE = """
from dataclasses import replace
from lbp_app import cli, config
options = config.front_options
config.front_options = lambda: replace(options(), idle_seconds=1.0)
raise SystemExit(cli.main())
"""


def walking(folder: Path, due: datetime, since: timedelta) -> None:
    """Somebody who `since` then wants to be reminded of a walk at the time that `due` shows."""
    services = services_at(folder, due - since)
    person.finish_welcome(services)
    reminder.turn(services, Thing.WALK, True)
    reminder.put_quiet(services, None)
    reminder.put_times(services, Thing.WALK, [time(due.hour, due.minute)])
    ring.settle(services)
    services.database.close()


def rung(folder: Path) -> list[tuple[Outcome, Outside]]:
    services = services_at(folder, datetime.now(UTC))
    found = [(one.outcome, one.outside) for one in ring.recent(services)]
    services.database.close()
    return found


@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="no dbus-daemon")
@pytest.mark.full
def test_two_tabs_and_a_restart_ring_once(serve, open_page, tmp_path):
    data, heard = tmp_path / "data", tmp_path / "heard"
    walking(data, datetime.now(UTC), timedelta(hours=1))
    with session_bus() as bus, service(heard, env(**bus)):
        server = serve(data=data, env={**bus, "TZ": "UTC"})
        first = open_page(server, "/mig", forgiving=True)
        second = open_page(server, "/viden", beside=first, forgiving=True)
        for page in (first, second):
            seen(page, "Tid til en tur")
        server.restart()
        again = open_page(server, "/mig")
        seen(again, "Tid til en tur")
        press(again, "Ikke nu")
        gone(again, "Tid til en tur")
    assert heard.read_text("utf-8") == "Rygvej|Rygvej|Tid til en tur\n"
    assert rung(data) == [(Outcome.RANG, Outside.SHOWN)]


@pytest.mark.full
def test_killed_and_started_again_lists_what_was_missed(serve, open_page, tmp_path):
    data = tmp_path / "data"
    due = datetime.now(UTC) - timedelta(minutes=45)
    walking(data, due, timedelta(minutes=30))
    server = serve(data=data, env={"TZ": "UTC"})
    server.kill()
    server.start()
    page = open_page(server, height=1600)
    press(page, re.compile(r"^Du gik glip af 1 påmindelse i (dag|går)"))
    gone(page, re.compile("^Du gik glip af"))
    assert rung(data) == [(Outcome.MISSED, Outside.NOT_TRIED)]


@pytest.mark.full
def test_the_page_that_tries_them(patient, visit, shared):
    page = visit(TRY)
    headed(page, "Virker mine påmindelser?")
    seen(page, "Ingen påmindelser er slået til endnu.")
    button(page, "Ring om to minutter").click(force=True)
    seen(page, "Det ringer klokken 09.02.")
    set_wall_clock(page, shared, NOW + timedelta(minutes=2))
    seen(page, "En prøve: Sådan ser en påmindelse ud")
    seen(page, re.compile("Uden for Rygvej blev den ikke vist|her og på skærmen"))
    seen(page, "Gem kalenderfil")
    press(page, "Ikke nu")
    gone(page, "En prøve: Sådan ser en påmindelse ud")
    set_wall_clock(page, shared, NOW)


@pytest.mark.full
def test_with_reminders_on_it_goes_on_after_the_last_tab_and_says_so(serve, open_page, tmp_path):
    """A second instead of half an hour; once they are off it ends."""
    data = tmp_path / "data"
    walking(data, datetime.now(UTC) + timedelta(hours=3), timedelta(hours=4))
    server = serve(data=data, program=("-c", SHORT_PATIENCE), env={"TZ": "UTC"})
    open_page(server).close()
    server.wait_said("fordi påmindelser er slået til")
    page = open_page(server, "/mig/paamindelser", height=3600)
    press(page, re.compile("^En tur"), role="switch")
    gone(page, re.compile("^Klokken: En tur"))
    page.close()
    assert server.ended() == 0
    server.wait_said("Ingen har haft Rygvej åben")


def test_a_reminder_is_turned_on_and_rings(patient, visit, shared):
    page = visit("/mig/paamindelser", height=3600)
    headed(page, "Påmindelser")
    press(page, re.compile("^Jævnt"), role="radio")
    seen(page, "De næste")
    set_wall_clock(page, shared, NOW.replace(hour=15))
    seen(page, "Tid til en tur")
    press(page, "Åbn")
    page.wait_for_url(re.compile(r"/$|/\?"))
    set_wall_clock(page, shared, NOW)


@pytest.mark.full
def test_a_calendar_follows_an_address_until_it_is_closed(patient, visit, shared):
    reminder.turn(patient, Thing.WALK, True)
    page = visit("/mig/paamindelser", height=3600)
    press(page, re.compile("^Lav en adresse"))
    seen(page, "Adresse til en kalender på denne computer:")
    address = urlsplit(f"{shared.url}/kalender/{calendar.secret_of_address(patient)}.ics")

    def asked() -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", address.port or 80)
        connection.request("GET", address.path)
        answer = connection.getresponse()
        said = answer.status, answer.read()
        connection.close()
        return said

    status, content = asked()
    assert status == 200 and b"BEGIN:VCALENDAR" in content and b"Tid til en tur" in content
    seen(page, re.compile("^Det, du sletter i Rygvej, bliver i telefonens kalender"))
    press(page, "Luk adressen")
    gone(page, "Luk adressen")
    assert asked()[0] == 404
