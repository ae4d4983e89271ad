"""Training on I dag: a walk in two taps, and the question of the morning after."""

from datetime import timedelta

import pytest

from lbp_app.actions import offer, session
from lbp_app.model.activity import ActivityKind
from lbp_app.model.session import After, SessionKind
from lbp_app.services import services_for
from tests.browser.conftest import NOW, TODAY, button, gone, headed, ready, seen, told
from tests.builders import Hand

ASKED = "I går trænede du. Hvordan var ryggen bagefter?"


def trained_last_night(patient):
    """With the clock at eight the evening before."""
    hand = Hand(NOW - timedelta(hours=13))
    then = services_for(patient.database, patient.person.get().id, hand.clock(), lambda: None)
    offer.start(then, offer.offer(then, SessionKind.SHORT))
    session.go_on(then)
    session.done_set(then, 40)
    hand.move(minutes=14)
    session.finish_session(then)


def test_a_walk_is_written_down_in_two_taps(patient, visit):
    page = visit("/")
    button(page, "Gåtur").click(force=True)
    button(page, "Gåtur, 20 min").click(force=True)
    told(page, "Gemt")
    seen(page, "Ret: Gåtur, 20 min")
    (kept,) = patient.activities.all()
    assert (kept.kind, kept.minutes, kept.day) == (ActivityKind.WALK, 20, TODAY)
    button(page, "Fortryd det seneste").click(force=True)
    told(page, "Fortrudt")
    gone(page, "Ret: Gåtur, 20 min")
    assert patient.activities.all() == []


@pytest.mark.full
def test_the_morning_after_is_asked_about_once_and_kept(patient, visit):
    trained_last_night(patient)
    page = visit("/")
    seen(page, ASKED)
    button(page, "Lidt mere øm næste dag").click(force=True)
    told(page, "Gemt")
    gone(page, ASKED)
    (kept,) = patient.sessions.all()
    assert (kept.after, kept.day) == (After.SORE, TODAY - timedelta(days=1))
    page.reload()
    ready(page)
    headed(page, "Godmorgen")
    gone(page, ASKED)


@pytest.mark.full
def test_what_was_trained_is_told_about_and_corrected(patient, visit):
    trained_last_night(patient)
    (kept,) = patient.sessions.all()
    page = visit(f"/traening/{kept.id}")
    headed(page, "Kort træning")
    name = page.get_by_role("button", name="sekunder").first
    name.click(force=True)
    page.get_by_role("radio", name="Kræfter: 3 af 10").click(force=True)
    told(page, "Gemt")
    seen(page, "Kræfter 3")
    button(page, "Slet træningen").click(force=True)
    headed(page, "Træningen er her ikke")
    button(page, "Fortryd det seneste").click(force=True)
    headed(page, "Kort træning")
    (back,) = patient.sessions.all()
    assert back.items[0].effort == 3
