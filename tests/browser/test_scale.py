"""The scale by mouse and by keyboard, kept through reload and restart, compared; a myth turned."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from lbp_app.actions import balance
from lbp_app.content import library
from lbp_app.model.balance import Heft, Side
from tests.browser.conftest import (
    TODAY,
    button,
    headed,
    press,
    radio,
    ready,
    seen,
    tab_to,
    told,
    write,
)

HOME = "/viden/vaegt"
MORE = "Lige nu vejer det, der trækker på dig, mest."
EVEN = "Lige nu vejer de to sider det samme."
TALL = 4200


def drawing(page: Page, said: str):
    return page.get_by_role("img", name=re.compile(re.escape(said)))


def weighed(services):
    found = services.balances.get(TODAY)
    return [(one.text or one.id, one.heft) for one in found.things] if found else []


@pytest.mark.full
def test_a_scale_is_built_by_mouse_and_is_there_after_a_reload(patient, visit):
    page = visit(HOME, height=TALL)
    headed(page, "Vægtskålen")
    for name in ("Dårlig søvn", "Stress", "Venner"):
        button(page, name).click(force=True)
        expect(button(page, f"{name}, på vægten")).to_have_count(1)
    expect(drawing(page, MORE)).to_have_count(1)
    write(page, "Andet, der giver kræfter", "Kor om onsdagen")
    button(page, "Læg på: Andet, der giver kræfter").click(force=True)
    expect(button(page, "Kor om onsdagen, på vægten")).to_have_count(1)
    expect(drawing(page, EVEN)).to_have_count(1)
    radio(page, re.compile("^Ring til en ven")).click(force=True)
    seen(page, "Det er valgt. Om en uge spørger vi her, hvordan det gik.")
    page.reload()
    ready(page)
    expect(drawing(page, EVEN)).to_have_count(1)
    expect(button(page, "Kor om onsdagen, på vægten")).to_have_count(1)
    expect(
        page.get_by_role("radio", name=re.compile("^Ring til en ven"), checked=True)
    ).to_have_count(1)
    assert [name for name, _ in weighed(patient)] == [
        *("poor_sleep", "stress", "friends"),
        "Kor om onsdagen",
    ]


@pytest.mark.full
def test_nothing_moves_under_the_finger_and_no_quick_tap_is_lost(patient, visit):
    balance.lay(patient, TODAY - timedelta(days=14), "worry", Side.LOAD)
    page = visit(HOME, height=TALL)
    headed(page, "Vægtskålen")
    names = ("Tunge løft", "Stress", "En strid", "God søvn", "Ro", "Venner")
    boxes = [button(page, name).bounding_box() for name in names]
    for box in boxes:
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(120)
    for name in names:
        expect(button(page, f"{name}, på vægten")).to_have_count(1)
    assert len(weighed(patient)) == len(names)


@pytest.mark.full
def test_a_scale_is_built_weighed_and_taken_apart_by_keyboard_alone(patient, visit):
    page = visit(HOME, height=TALL)
    headed(page, "Vægtskålen")
    tab_to(page, button(page, "Tunge løft"))
    page.keyboard.press("Enter")
    expect(button(page, "Tunge løft, på vægten")).to_have_count(1)
    tab_to(page, button(page, "Vælg, hvor meget det fylder: Det, der trækker på dig"))
    page.keyboard.press("Enter")

    tab_to(page, radio(page, "noget"))
    page.keyboard.press("ArrowRight")
    expect(button(page, "Tunge løft · meget, på vægten")).to_have_count(1)
    told(page, "Gemt", times=2)
    assert weighed(patient) == [("heavy_lifts", Heft.MUCH)]
    tab_to(page, button(page, "Tunge løft · meget, på vægten"))
    page.keyboard.press("Space")
    seen(page, "Vægten er tom. Tryk på det, der fylder for dig lige nu.")
    assert weighed(patient) == []


@pytest.mark.full
def test_another_tab_sees_it_tip(patient, visit):
    one, other = visit(HOME, height=TALL), visit(HOME, height=TALL)
    headed(other, "Vægtskålen")
    button(one, "Stress").click(force=True)
    expect(drawing(other, MORE)).to_have_count(1)
    expect(button(other, "Stress, på vægten")).to_have_count(1)


@pytest.mark.full
def test_a_restart_keeps_it(server, open_page):
    page = open_page(server, height=2400, forgiving=True)
    press(page, "Spring resten over")
    radio(page, "Rygsmerte: 0 af 10").wait_for(state="attached")
    page.goto(f"{server.url}{HOME}")
    ready(page)
    button(page, "Stress").click(force=True)
    seen(page, "Gemt")
    server.restart()
    expect(button(page, "Stress, på vægten")).to_have_count(1)
    expect(drawing(page, MORE)).to_have_count(1)


@pytest.mark.full
def test_an_earlier_day_is_opened_and_compared(patient, visit):
    before = TODAY - timedelta(days=14)
    balance.lay(patient, before, "worry", Side.LOAD)
    balance.lay(patient, TODAY, "joy", Side.RESOURCE)
    page = visit(HOME, height=TALL)
    headed(page, "Vægtskålen")
    page.get_by_role("button", name=re.compile("Det, der trak, vejede mest")).click(force=True)
    headed(page, "Onsdag 4. november")
    page.get_by_role("button", name=re.compile("^I dag")).click(force=True)
    headed(page, "To dage, side om side")
    seen(page, "Noget, der gør glad (giver kræfter)")
    seen(page, "Bekymring (trækker)")


@pytest.mark.full
def test_a_myth_is_guessed_and_turned_by_keyboard(patient, visit):
    myths = library.load().myths
    page = visit("/viden/myter", height=1600)
    headed(page, "Myte eller fakta?")
    tab_to(page, button(page, "Fakta"))
    page.keyboard.press("Enter")
    seen(page, myths[0].fact["da"])
    seen(page, "Det er en myte")
    tab_to(page, button(page, "Næste kort"))
    page.keyboard.press("Enter")
    seen(page, f"“{myths[1].claim['da']}”")
    page.wait_for_url("**/viden/myter/2")
    page.go_back()
    seen(page, f"“{myths[0].claim['da']}”")
