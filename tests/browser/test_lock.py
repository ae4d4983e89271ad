"""The lock, by role and name, and on the wire: while it is locked nothing of the person is sent."""

import sys
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from lbp_app.actions import diary, lock, person
from lbp_app.model.lock import PATIENCE
from tests.browser.conftest import (
    NOW,
    TODAY,
    button,
    gone,
    headed,
    press,
    seen,
    set_wall_clock,
    tab_to,
    write,
)
from tests.browser.test_access import AXE, FROM_FLUTTER
from tests.process import services_in
from tests.serving import Server
from tests.test_lock import CHEAP, CODE

NAME, NOTE = "Ingeborg", "Lænden brænder som ild"
SHUT = "Rygvej er låst"
PAGE = "/mig/laas"


class Wire:
    """Every byte that the server sends to a page, frames and answers."""

    def __init__(self, page: Page) -> None:
        self.frames: list[bytes] = []
        page.on("websocket", lambda ws: ws.on("framereceived", self._hear))

    def _hear(self, payload: str | bytes) -> None:
        self.frames.append(payload.encode() if isinstance(payload, str) else payload)

    def says(self, text: str) -> bool:
        return any(text.encode() in frame for frame in self.frames)


@pytest.fixture
def served(serve: Callable[..., Server], tmp_path) -> Iterator[Server]:
    """A demo whose clock the test moves; the lock is on, and five minutes make it lock itself."""
    server = serve("demo", "--weeks", "0", "--now", NOW.isoformat())
    server.stop()
    services = services_in(server.data, NOW)
    person.finish_welcome(services)
    person.change_profile(services, "first_name", NAME)
    diary.write_note(services, TODAY, NOTE)
    lock.turn_on(services, CODE, CODE, 5, CHEAP)
    services.database.close()
    again = Server(
        [sys.executable, "-c", RESTART, str(server.data), NOW.isoformat()],
        server.data,
        server._env,
    )
    again.start()
    yield again
    again.close()


# A demo begins in an empty folder only; this one goes on in a full one.
RESTART = """
import sys
from datetime import datetime
from pathlib import Path
from lbp_app import config
from lbp_app.front.saying import say_in
from lbp_app.front.start import start
from lbp_app.front.wiring import served
from lbp_app.content.wording import wording_for
now = datetime.fromisoformat(sys.argv[2])
settings = config.Settings(
    data=Path(sys.argv[1]), now=now, demo=True, instant=config.Instant(now), language="da"
)
start(settings, served, say_in(wording_for("da")), config.front_options())
"""


def unlock(page: Page, code: str = CODE) -> None:
    write(page, "Kode", code)
    page.keyboard.press("Enter")


@pytest.mark.full
def test_every_tab_and_the_wire_say_nothing_while_it_is_locked(served, open_page):
    day = open_page(served, f"/dag/{TODAY}", height=2400)
    headed(day, SHUT)
    assert SHUT in day.locator("flt-semantics-host").inner_text()
    wire = Wire(day)
    day.reload()
    headed(day, SHUT)
    assert wire.says(SHUT) and not wire.says(NOTE) and not wire.says(NAME)

    unlock(day)
    expect(write(day, "Note til dagen", "")).to_have_value(NOTE)
    assert wire.says(NOTE)

    me = open_page(served, "/mig", beside=day, height=2400)
    headed(me, NAME)
    wire.frames.clear()
    press(me, "Lås nu")
    headed(me, SHUT)
    headed(day, SHUT)
    for page, private in ((me, NAME), (day, NOTE)):
        assert private not in page.content()
        again = Wire(page)
        page.reload()
        headed(page, SHUT)
        assert again.says(SHUT) and not again.says(NOTE) and not again.says(NAME)
    deep = open_page(served, f"/dag/{TODAY}", beside=day)
    headed(deep, SHUT)
    assert NOTE not in deep.content()


@pytest.mark.full
def test_a_tab_that_was_away_comes_back_to_nothing(served, open_page):
    away = open_page(served, f"/dag/{TODAY}", forgiving=True)
    unlock(away)
    away.get_by_role("textbox", name="Note til dagen").wait_for(state="attached")
    away.goto("about:blank")
    me = open_page(served, "/mig", beside=away)
    headed(me, NAME)
    press(me, "Lås nu")
    headed(me, SHUT)
    wire = Wire(away)
    away.go_back()
    headed(away, SHUT)
    assert wire.says(SHUT) and not wire.says(NOTE) and not wire.says(NAME)
    unlock(me)
    headed(me, NAME)


@pytest.mark.full
def test_one_key_locks_wherever_the_focus_is(served, open_page):
    page = open_page(served, f"/dag/{TODAY}", height=2400)
    unlock(page)
    write(page, "Note til dagen", " i dag")
    page.keyboard.press("F8")
    headed(page, SHUT)
    unlock(page)
    expect(write(page, "Note til dagen", "")).to_have_value(f"{NOTE} i dag")


def test_it_is_opened_by_keyboard_alone(served, open_page):
    page = open_page(served, "/mig")
    headed(page, SHUT)
    field = page.get_by_role("textbox", name="Kode")
    tab_to(page, field)
    page.keyboard.type(CODE)
    expect(field).to_have_value(CODE)
    tab_to(page, page.get_by_role("button", name="Lås op"))
    page.keyboard.press("Enter")
    headed(page, NAME)


@pytest.mark.full
def test_wrong_codes_make_one_wait_and_a_restart_does_not_help(served, open_page):
    page = open_page(served, "/mig", forgiving=True)
    for _ in range(PATIENCE + 1):
        unlock(page, "forkert kode")
        seen(page, "Koden passer ikke. Se efter store bogstaver, og prøv igen.")
        expect(page.get_by_text("Et øjeblik …")).to_have_count(0)
    seen(page, "Du kan prøve igen om")
    expect(button(page, "Lås op")).to_be_disabled()
    set_wall_clock(page, served, NOW + timedelta(days=2))
    served.restart()
    again = open_page(served, "/mig", forgiving=True)
    seen(again, "Du kan prøve igen om")


@pytest.mark.full
def test_it_locks_itself_when_the_clock_has_gone_on(served, open_page):
    page = open_page(served, "/mig")
    unlock(page)
    headed(page, NAME)
    set_wall_clock(page, served, NOW + timedelta(minutes=5))
    headed(page, SHUT)
    gone(page, NAME)


@pytest.mark.full
def test_a_restart_begins_locked(served, open_page):
    page = open_page(served, "/mig", forgiving=True)
    unlock(page)
    headed(page, NAME)
    served.restart()
    page.wait_for_timeout(1000)
    headed(page, SHUT)
    assert NAME not in page.content()


@pytest.mark.full
def test_turned_on_with_a_key_that_opens_it_when_the_code_is_forgotten(serve, open_page):
    server = serve("demo", "--weeks", "0", "--now", NOW.isoformat())
    page = open_page(server, PAGE, height=2400, accept_downloads=True)
    write(page, "Ny kode", CODE)
    write(page, "Ny kode igen", CODE)
    press(page, "Slå låsen til")
    seen(page, "Hvis du glemmer koden")
    found = next(
        text
        for text in page.locator("flt-semantics").all_inner_texts()
        if len(text.split("-")) == 6 and "\n" not in text.strip()
    ).strip()
    with page.expect_download() as download:
        press(page, "Gem nøglen på et ark til print")
    assert download.value.suggested_filename == "rygvej-gendannelse.pdf"
    press(page, "Jeg har gemt nøglen")
    press(page, "Lås nu")
    headed(page, SHUT)
    press(page, "Har du glemt koden?")
    unlock(page, found.lower())
    headed(page, "Lås")
    press(page, "Slå fra …")
    write(page, "Koden, som den er nu", CODE)
    press(page, "Slå fra")
    seen(page, "Slå låsen til")


@pytest.mark.full
@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"}])
def test_axe_finds_nothing_of_ours_on_the_door(served, open_page, look):
    page = open_page(served, "/mig", bypass_csp=True, **look)
    headed(page, SHUT)
    page.evaluate(AXE_SCRIPT)
    assert {rule for rule, _ in page.evaluate(AXE)} <= FROM_FLUTTER
