"""Forløb in a real browser: set up by keyboard, attend, miss and make up for it, pause, tests with
the app as the clock, goals.
"""

import re
from datetime import date, time, timedelta

import pytest
from playwright.sync_api import expect

from lbp_app.actions import check_offer, course, goal
from lbp_app.model.course import Attendance, Contact, Setting, Slot
from lbp_app.model.home_test import HomeTest
from lbp_app.model.session import SessionKind
from lbp_app.services import services_for
from tests.browser.conftest import (
    NOW,
    TODAY,
    button,
    gone,
    headed,
    press,
    radio,
    ready,
    seen,
    set_wall_clock,
    tab_to,
    told,
    write,
)
from tests.builders import Hand

TALL = 3200
FIVE = time(17, 0)
SLOTS = [Slot(0, FIVE), Slot(2, FIVE)]  # Monday and Wednesday; NOW is a Wednesday morning
START = date(2026, 10, 15)  # education 19 and 21 October, classes from the 26th


def at(patient, days=0):
    """The same person some days ago."""
    clock = Hand(NOW - timedelta(days=days)).clock()
    return services_for(patient.database, patient.person.get().id, clock, lambda: None)


def follow(patient):
    """In the fourth week, everything before yesterday attended."""
    course.set_up(patient, Setting.CLASS, START, SLOTS, "Hallen")
    for one in now(patient).road:
        if one.day < TODAY - timedelta(days=1) and one.contact is not Contact.FOLLOW_UP:
            course.say_attendance(patient, one.id, Attendance.ATTENDED)
    check_offer.put_off(at(patient, 3))


def now(patient):
    return course.course_now(patient)


def class_on(patient, day):
    return next(one for one in now(patient).road if one.planned == day)


@pytest.mark.full
def test_a_course_is_set_up_by_keyboard_alone(patient, visit):
    page = visit("/forloeb", height=TALL)
    headed(page, "Forløb")
    tab_to(page, button(page, "Sæt dit forløb op"))
    page.keyboard.press("Enter")
    headed(page, "Sæt dit forløb op")
    for day in ("Mandag", "Onsdag"):
        tab_to(page, page.get_by_role("checkbox", name=day))
        page.keyboard.press("Space")
        expect(page.get_by_role("checkbox", name=day, checked=True)).to_have_count(1)
    tab_to(page, page.get_by_role("textbox", name="Sted"))
    page.keyboard.type("Hallen")
    seen(page, re.compile("^16 gange fra"))
    tab_to(page, button(page, "Begynd forløbet"))
    page.keyboard.press("Enter")
    headed(page, "Forløb")
    told(page, "Gemt")
    kept = now(patient).course
    assert (kept.slots, kept.place, kept.start) == (tuple(SLOTS), "Hallen", TODAY)
    seen(page, "Den første samtale")
    page.reload()
    ready(page)
    seen(page, "Den første samtale")


def test_tonights_class_is_on_today_and_attended_in_one_tap(patient, visit):
    follow(patient)
    page = visit("/", height=TALL)
    seen(page, "I dag kl. 17.00")
    button(page, "Jeg var der").click(force=True)
    told(page, "Gemt")
    assert class_on(patient, TODAY).attendance is Attendance.ATTENDED
    button(page, "Fortryd det seneste").click(force=True)
    told(page, "Fortrudt")
    assert class_on(patient, TODAY).attendance is None
    seen(page, "I dag kl. 17.00")


@pytest.mark.full
def test_a_missed_class_is_taken_at_home(patient, visit):
    follow(patient)
    monday = class_on(patient, TODAY - timedelta(days=2))
    page = visit("/forloeb", height=TALL)
    page.get_by_role("button", name=re.compile("^Holdtime 7 af 16, Mandag 16")).click(force=True)
    headed(page, "Holdtime 7 af 16")
    radio(page, "Var der ikke").click(force=True)
    told(page, "Gemt")
    seen(page, "Holdtimen kan tages hjemme, når det passer dig.")
    press(page, "Tag den hjemme")
    page.wait_for_url("**/traening")
    running = patient.sessions.draft()
    assert running.kind is SessionKind.CLASS
    press(page, "Spring over")
    press(page, "Begynd")
    seen(page, re.compile("sekunder tilbage"))
    page.wait_for_timeout(2500)
    press(page, "Slut her")
    headed(page, "Tak for i dag")
    assert now(patient).occurrence(monday.id).attendance is Attendance.AT_HOME
    page.goto(page.url.replace(f"/traening/{running.id}", "/forloeb"))
    ready(page)
    seen(page, re.compile("lavet hjemme"))


@pytest.mark.full
def test_the_course_pauses_and_goes_on_where_it_was(patient, visit):
    follow(patient)
    page = visit("/forloeb", height=TALL)
    button(page, "Hold pause med forløbet").click(force=True)
    button(page, "Ja, hold pause").click(force=True)
    told(page, "Gemt")
    seen(page, re.compile("^Forløbet har holdt pause siden onsdag 18.\xa0november"))
    assert now(patient).next is None
    button(page, "Fortsæt forløbet").click(force=True)
    told(page, "Gemt", times=2)
    gone(page, re.compile("^Forløbet har holdt pause"))
    assert now(patient).next.day == TODAY


@pytest.mark.full
def test_a_class_is_cancelled_and_moved(patient, visit):
    follow(patient)
    page = visit("/forloeb/tid/class-2026-11-23", height=TALL)
    headed(page, "Holdtime 9 af 16")
    button(page, "Flyt eller aflys").click(force=True)
    button(page, "Den er aflyst").click(force=True)
    seen(page, "Aflyst. Gangen lægges til sidst, så ingen går tabt.")
    button(page, "Flyt eller aflys").click(force=True)
    field = write(page, "Ny dag", "")
    field.press("Control+A")
    page.keyboard.type("24.11.")
    button(page, "Flyt").click(force=True)
    seen(page, "Tirsdag 24. november kl. 17.00")
    assert class_on(patient, date(2026, 11, 23)).day == date(2026, 11, 24)


@pytest.mark.full
def test_a_hold_is_timed_by_the_app_though_the_clock_is_moved(patient, shared, visit):
    page = visit("/forloeb/test/extensor_hold", height=TALL)
    headed(page, "Hold overkroppen løftet")
    button(page, "Start uret").click(force=True)
    seen(page, "Gør dig klar")
    seen(page, "Bliv der, så længe du vil")
    try:
        set_wall_clock(page, shared, NOW + timedelta(hours=3))
        seen(page, re.compile(r"^\d sekunder$"))
        page.reload()
        ready(page)
        seen(page, "Bliv der, så længe du vil")
        button(page, "Stop").click(force=True)
        told(page, "Gemt")
    finally:
        set_wall_clock(page, shared, NOW)
    (kept,) = patient.home_tests.all()
    assert kept.test is HomeTest.EXTENSOR_HOLD
    assert 1 <= kept.value < 60
    button(page, "Spring til den næste test").click(force=True)
    headed(page, "Hold hoved og skuldre løftet")


@pytest.mark.full
def test_a_count_is_written_down_and_told_as_own_change(patient, visit):
    from lbp_app.actions import home_test

    home_test.note_result(at(patient, 40), HomeTest.CHAIR_STANDS, 9)
    page = visit("/forloeb/test/chair_stands", height=TALL)
    headed(page, "Rejs dig fra stolen i 30 sekunder")
    write(page, "Antal gange", "12")
    button(page, "Gem resultatet").click(force=True)
    seen(page, "9. okt.: 9 gange. 18. nov.: 12 gange. Det er 3 gange mere.")


@pytest.mark.full
def test_goals_are_set_and_asked_about_on_today(patient, visit):
    page = visit("/forloeb/maal", height=TALL)
    headed(page, "Det, der betyder noget")
    write(page, "Noget, der betyder noget for dig", "Ringe til 010190-1234")
    button(page, "Tilføj").click(force=True)
    seen(page, re.compile("CPR-nummer"))
    field = page.get_by_role("textbox", name="Noget, der betyder noget for dig")
    expect(field).to_have_value("Ringe til 010190-1234")
    field.press("Control+A")
    page.keyboard.type("Gå rundt om søen")
    button(page, "Tilføj").click(force=True)
    told(page, "Gemt")
    radio(page, "Gå rundt om søen: 4 af 10").click(force=True)
    told(page, "Gemt", times=2)
    assert [one.value for one in patient.goals.ratings()] == [4]


@pytest.mark.full
def test_goals_that_are_due_are_answered_on_today(patient, visit):
    goal.set_goal(at(patient, 40), "Gå rundt om søen")
    follow(patient)
    page = visit("/", height=TALL)
    seen(page, "Hvordan går det med det, der betyder noget?")
    radio(page, "Gå rundt om søen: 6 af 10").click(force=True)
    told(page, "Gemt")
    button(page, "Færdig: mål").click(force=True)
    gone(page, "Hvordan går det med det, der betyder noget?")
    assert [one.value for one in patient.goals.ratings()] == [6]
