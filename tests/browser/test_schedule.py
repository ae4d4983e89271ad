"""Automatisk sikkerhedskopi: planned by keyboard, made when its time has come, thinned."""

import re
import time
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from lbp_app.actions import backup, diary, schedule
from lbp_app.actions.person import finish_welcome
from lbp_app.app import WATCH
from lbp_app.model.diary import Scale
from tests.browser.conftest import (
    NOW,
    TODAY,
    button,
    headed,
    radio,
    seen,
    set_wall_clock,
    tab_to,
)
from tests.process import services_in

WORDS = "syv gule gynger i vinden"


@pytest.fixture
def server(serve):
    """A demo whose clock the test moves."""
    server = serve("demo", "--weeks", "0", "--now", NOW.isoformat())
    services = services_in(server.data, NOW)
    finish_welcome(services)
    diary.answer(services, TODAY, Scale.BACK, 4)
    services.database.close()
    return server


def type_into(page, name, text):
    field = page.get_by_role("textbox", name=name, exact=True)
    tab_to(page, field)
    page.keyboard.type(text)
    expect(field).to_have_value(text)


def press(page, name):
    tab_to(page, button(page, name))
    page.keyboard.press("Enter")


def names(folder):
    """Without the mark of the device."""
    return sorted(re.sub(r"-[0-9a-f]{6}\.", ".", file.name) for file in folder.iterdir())


def named(days):
    return [f"rygvej-auto-{TODAY + timedelta(days=n)}.rygvej" for n in days]


def wait_for(folder, expected):
    until = time.monotonic() + 2 * WATCH
    while names(folder) != expected:
        assert time.monotonic() < until, f"waited for {expected}; there is {names(folder)}"
        time.sleep(0.2)


@pytest.mark.full
def test_planned_by_keyboard_made_by_itself_and_thinned(server, open_page, tmp_path):
    folder = tmp_path / "usb nøgle"
    folder.mkdir()
    (folder / "mine papirer.txt").write_text("bliver", encoding="utf-8")
    page = open_page(server, "/mig/data", height=3600)
    press(page, "Lav den af sig selv")
    headed(page, "Automatisk sikkerhedskopi")
    type_into(page, "Mappen", str(folder))
    tab_to(page, radio(page, "7"))
    page.keyboard.press("ArrowLeft")
    expect(radio(page, "3")).to_be_checked()
    type_into(page, "Kodeord", WORDS)
    type_into(page, "Kodeord igen", WORDS)
    press(page, "Gem planen")
    seen(page, "Din plan")
    assert names(folder) == ["mine papirer.txt", *named([0])]

    for day in (1, 2):
        set_wall_clock(page, server, NOW + timedelta(days=day))
        press(page, "Tag en kopi nu")
        wait_for(folder, ["mine papirer.txt", *named(range(day + 1))])
    set_wall_clock(page, server, NOW + timedelta(days=3))
    wait_for(folder, ["mine papirer.txt", *named([1, 2, 3])])

    services = services_in(server.data, NOW + timedelta(days=3))
    plan = schedule.schedule(services)
    assert (plan.every, plan.keep, plan.locked) == (1, 3, True)
    for name in named([1, 2, 3]):
        (made,) = folder.glob(name.replace(".rygvej", "-??????.rygvej"))
        with made.open("rb") as opened:
            assert backup.look_into(services, opened, WORDS).then.days == 1
    services.database.close()
    assert (folder / "mine papirer.txt").read_text("utf-8") == "bliver"
