"""Pauses are obeyed: nothing invites in a pause; a bad spell offers only the lightest."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from lbp_app.actions import flare, pause, session
from lbp_app.model.exercise import place_of
from lbp_app.model.invitation import Invited
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.session import SessionKind
from lbp_app.services import Services
from tests.builders import TODAY, Hand
from tests.trained import trained


def invited(services: Services) -> Invited:
    return session.invitation_today(services).invited


def test_on_an_ordinary_day_it_invites(services: Services) -> None:
    assert invited(services) is Invited.SESSION


@pytest.mark.parametrize("what", [Paused.EXERCISE, Paused.EVERYTHING])
@pytest.mark.full
def test_a_pause_for_safety_offers_no_session_at_all(services: Services, what: Paused) -> None:
    flare.start_flare(services)
    pause.pause(services, what, PausedBy.PERSON)
    change = pause.pause(services, what, PausedBy.SAFETY)
    found = session.invitation_today(services)
    assert found.invited is Invited.NOTHING
    assert found.pause is not None
    assert found.pause.by is PausedBy.SAFETY
    pause.lift(services, change.key)
    assert invited(services) is Invited.GENTLE


@pytest.mark.parametrize(
    "bad",
    [flare.start_flare, lambda s: pause.pause(s, Paused.EXERCISE, PausedBy.FLARE)],
)
@pytest.mark.full
def test_a_bad_spell_stops_inviting_and_offers_the_lightest(
    services: Services, bad: Callable[[Services], object]
) -> None:
    bad(services)
    assert invited(services) is Invited.GENTLE
    plan = session.plan_gentle(services)
    assert plan[0].exercise == "lying.1"
    assert {place_of(one.exercise) and one.exercise[-1] for one in plan[1:]} == {"1"}
    assert all(one.sets == 1 for one in plan)


def test_after_the_bad_spell_it_invites_again(services: Services, hand: Hand) -> None:
    flare.start_flare(services)
    hand.move(days=3)
    flare.end_flare(services)
    assert invited(services) is Invited.GENTLE, "its last day"
    hand.move(days=1)
    assert invited(services) is Invited.SESSION


@pytest.mark.parametrize("by", [PausedBy.PERSON, PausedBy.PHYSIO])
@pytest.mark.full
def test_another_pause_is_quiet_until_its_last_day(
    services: Services, hand: Hand, by: PausedBy
) -> None:
    pause.pause(services, Paused.EXERCISE, by, until=TODAY)
    assert invited(services) is Invited.QUIET
    hand.move(days=1)
    assert invited(services) is Invited.SESSION


@pytest.mark.parametrize("what", [Paused.REMINDERS, Paused.COURSE])
@pytest.mark.full
def test_pauses_of_other_things_do_not_count(services: Services, what: Paused) -> None:
    pause.pause(services, what, PausedBy.SAFETY)
    assert invited(services) is Invited.SESSION


@pytest.mark.parametrize(
    ("ago", "answer"), [(0, Invited.REST), (1, Invited.REST), (2, Invited.SESSION)]
)
@pytest.mark.full
def test_between_sessions_there_is_a_day(services: Services, ago: int, answer: Invited) -> None:
    one = trained(TODAY - timedelta(days=ago), "3.1")
    services.sessions.put(one.id, one)
    assert invited(services) is answer


def test_a_warm_up_needs_no_rest(services: Services) -> None:
    one = trained(TODAY, "warmup.1", kind=SessionKind.WARM_UP)
    services.sessions.put(one.id, one)
    assert invited(services) is Invited.SESSION
