from datetime import date, timedelta

import pytest

from lbp_app.actions.pause import lift, pause
from lbp_app.errors import CprNumberError
from lbp_app.model.pause import Pause, Paused, PausedBy, paused
from lbp_app.services import Services
from tests.builders import TODAY, Hand, other_person, refused_with

TOMORROW = TODAY + timedelta(days=1)


def held(services: Services, what: Paused, day: date) -> Pause | None:
    return paused(services.pauses.all(), what, day)


def test_it_says_who_paused_what_why_and_until_when(services: Services) -> None:
    pause(services, Paused.REMINDERS, PausedBy.PERSON, until=TOMORROW, why=" på ferie ")
    (kept,) = services.pauses.all()
    assert (kept.what, kept.by, kept.start) == (Paused.REMINDERS, PausedBy.PERSON, TODAY)
    assert (kept.until, kept.why, kept.lifted) == (TOMORROW, "på ferie", None)


def test_it_holds_until_its_last_day(services: Services) -> None:
    pause(services, Paused.REMINDERS, PausedBy.PERSON, until=TOMORROW)
    days = [TODAY + timedelta(days=n) for n in (-1, 0, 1, 2)]
    holding = [held(services, Paused.REMINDERS, day) is not None for day in days]
    assert holding == [False, True, True, False]


def test_it_holds_until_it_is_lifted(services: Services, hand: Hand) -> None:
    change = pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    assert held(services, Paused.EXERCISE, TODAY + timedelta(days=400))
    hand.move(days=1)
    lift(services, change.key)
    assert held(services, Paused.EXERCISE, TODAY)
    assert not held(services, Paused.EXERCISE, TOMORROW)


@pytest.mark.parametrize("what", list(Paused))
@pytest.mark.full
def test_a_pause_of_everything_holds_for_each(services: Services, what: Paused) -> None:
    pause(services, Paused.EVERYTHING, PausedBy.FLARE)
    assert held(services, what, TODAY)


def test_a_pause_of_one_thing_leaves_the_others(services: Services) -> None:
    pause(services, Paused.COURSE, PausedBy.PHYSIO)
    assert not held(services, Paused.EXERCISE, TODAY)


def test_safety_is_named_before_other_reasons(services: Services) -> None:
    pause(services, Paused.EVERYTHING, PausedBy.PERSON)
    pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    found = held(services, Paused.EXERCISE, TODAY)
    assert found is not None
    assert found.by is PausedBy.SAFETY


def test_it_can_be_lifted_once(services: Services) -> None:
    change = pause(services, Paused.EXERCISE, PausedBy.PERSON)
    lift(services, change.key)
    assert refused_with(lambda: lift(services, change.key)) == "error.pause_none"
    assert refused_with(lambda: lift(services, "unknown")) == "error.pause_none"


def test_an_end_in_the_past_is_refused(services: Services) -> None:
    past = TODAY - timedelta(days=1)
    assert refused_with(lambda: pause(services, Paused.EXERCISE, PausedBy.PERSON, until=past)) == (
        "error.pause_order"
    )


def test_a_reason_with_a_cpr_number_is_refused(services: Services) -> None:
    with pytest.raises(CprNumberError):
        pause(services, Paused.EXERCISE, PausedBy.PERSON, why="010190-1234")
    assert services.pauses.all() == []


@pytest.mark.full
def test_another_person_is_not_paused(services: Services) -> None:
    change = pause(services, Paused.EVERYTHING, PausedBy.PERSON)
    other = other_person(services)
    assert other.pauses.all() == []
    assert refused_with(lambda: lift(other, change.key)) == "error.pause_none"
