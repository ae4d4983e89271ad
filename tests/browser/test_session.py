"""One whole training: from the grid through the guided session to the question of the next day."""

import re
import time
from datetime import timedelta

from playwright.sync_api import Page, expect

from lbp_app.actions import session as actions
from lbp_app.model.player import Phase
from lbp_app.model.session import After
from tests.browser.conftest import (
    NOW,
    TODAY,
    button,
    gone,
    headed,
    press,
    ready,
    seen,
    set_wall_clock,
    told,
    write,
)

HEIGHT = 1600


def test_a_whole_training_and_the_morning_after(patient, shared, visit):
    page = visit("/oevelser", height=3400)
    headed(page, "Dine øvelser")
    page.set_viewport_size({"width": 390, "height": HEIGHT})
    press(page, re.compile("^Hel"))
    headed(page, "Før din første træning")  # signs are asked about before the first one
    press(page, "Ikke i dag")
    running = through_some(page, patient)
    press(page, "Slut her")
    headed(page, "Tak for i dag")
    (kept,) = patient.sessions.all()
    assert (kept.id, kept.cut_short, kept.day) == (running.id, True, TODAY)
    assert [item.skipped for item in kept.items].count(True) == 1
    tell_about_it(page, patient)
    (kept,) = patient.sessions.all()
    assert kept.reflection == "Det gik let i dag" and 4 in [item.effort for item in kept.items]
    try:
        set_wall_clock(page, shared, NOW + timedelta(days=1))
        next_morning(page, patient)
    finally:
        set_wall_clock(page, shared, NOW)


def through_some(page: Page, patient):
    """Begin, skip, easier, pause, reload in the middle: always at the same place."""
    page.get_by_role("button", name="Begynd", exact=True).wait_for(state="attached")
    first = page.get_by_role("heading", level=1).inner_text()
    press(page, "Spring over")
    expect(page.get_by_role("heading", level=1)).not_to_have_text(first)
    press(page, "Begynd")
    seen(page, re.compile("sekunder tilbage"))
    press(page, "Pause")
    seen(page, "Fortsæt")
    press(page, "Lettere")
    press(page, "Begynd")
    page.wait_for_timeout(1200)
    page.reload()
    ready(page)
    seen(page, re.compile("sekunder tilbage"))
    running = actions.under_way(patient)
    assert running is not None and running.player.now.phase is Phase.WORK
    page.wait_for_timeout(1000)
    press(page, "Næste")
    return running


def tell_about_it(page: Page, patient) -> None:
    press(page, re.compile("sekunder"))
    page.get_by_role("radio", name="Kræfter: 4 af 10").click(force=True)
    told(page, "Gemt")
    write(page, page.get_by_role("textbox").first.get_attribute("aria-label"), "Det gik let i dag")
    page.keyboard.press("Tab")
    until = time.monotonic() + 10
    while not patient.sessions.all()[0].reflection:
        assert time.monotonic() < until
        page.wait_for_timeout(50)


def next_morning(page: Page, patient) -> None:
    page.goto(re.sub(r"/traening/.*", "/", page.url))
    asked = "I går trænede du. Hvordan var ryggen bagefter?"

    seen(page, asked)
    press(page, re.compile("^Som den plejer"))
    gone(page, asked)
    (kept,) = patient.sessions.all()
    assert kept.after is After.USUAL
    page.goto(re.sub(r"/$", "/traening/log", page.url))
    headed(page, re.compile("træning", re.IGNORECASE))
    button(page, re.compile("Hele træningen")).first.wait_for(state="attached")
