"""Whom the programme is not for, by the newest answers, is invited to nothing and is told why."""

from datetime import time

import pytest

from lbp_app.actions import course, programme, reminder, screening, session
from lbp_app.model.asking import Round
from lbp_app.model.course import Setting, Slot
from lbp_app.model.invitation import Invited
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.reminder import Thing
from lbp_app.model.triage import Answer
from lbp_app.services import Services
from tests.builders import TODAY, Hand
from tests.opened import opened

YES, NO, UNSURE = Answer.YES, Answer.NO, Answer.UNSURE
WHY = {
    "pregnant_or_postpartum": "Øvelserne her er ikke lavet til gravide og nybagte mødre. Spørg "
    "din jordemoder eller læge, hvad der er godt for dig.",
    "age_under_18": "Rygvej er lavet til voksne, så spørg din læge, hvad der er godt for din ryg, "
    "til du er 18 år.",
}
CLOSING = tuple(WHY)


def say(services: Services, which: Round = Round.FULL, **answers: Answer) -> None:
    screening.record(services, answers, "vist", which)


def invited(services: Services) -> Invited:
    return session.invitation_today(services).invited


@pytest.mark.parametrize("key", CLOSING)
def test_nothing_invites_until_a_later_check_says_otherwise(
    services: Services, hand: Hand, key: str
) -> None:
    say(services, **{key: YES, "walking_leg_symptoms": YES})
    found = session.invitation_today(services)
    assert (found.invited, found.is_closed) == (Invited.NOTHING, True)
    assert services.pauses.all() == [], "it is not a pause for safety"
    hand.move(days=1)
    say(services, Round.LATER, inflammatory_pattern=NO)
    assert (invited(services), programme.closed_by(services)) == (Invited.NOTHING, key)
    hand.move(days=40)
    say(services, Round.SHORT, **{key: NO})
    assert (invited(services), programme.closed_by(services)) == (Invited.SESSION, None)


@pytest.mark.parametrize("said", [NO, UNSURE])
def test_a_no_or_a_doubt_closes_nothing(services: Services, said: Answer) -> None:
    say(services, **dict.fromkeys(CLOSING, said))
    assert invited(services) is Invited.SESSION


def test_safety_comes_first(services: Services) -> None:
    say(services, pregnant_or_postpartum=YES, saddle_numbness=YES)
    found = session.invitation_today(services)
    assert found.pause is not None
    assert (found.pause.by, found.pause.what) == (PausedBy.SAFETY, Paused.EXERCISE)


def test_nothing_reminds_of_training_and_the_rest_goes_on(services: Services, hand: Hand) -> None:
    for thing in (Thing.EXERCISE, Thing.CHECK_IN):
        reminder.turn(services, thing, True)
    assert {one.what for one in reminder.upcoming(services)} == {"exercise", "checkin"}
    say(services, pregnant_or_postpartum=YES)
    assert {one.what for one in reminder.upcoming(services)} == {"checkin"}
    hand.move(days=1)
    say(services, pregnant_or_postpartum=NO)
    assert {one.what for one in reminder.upcoming(services)} == {"exercise", "checkin"}


@pytest.mark.parametrize("key", CLOSING)
async def test_today_says_why_and_names_no_training(services: Services, key: str) -> None:
    course.set_up(services, Setting.HOME, TODAY, [Slot(1, time(17)), Slot(3, time(17))])
    say(services, **{key: YES})
    async with opened(services) as screen:
        texts = screen.texts()
        assert texts.count(WHY[key]) == 1
        for text in ("På vej i dag", "Hele træningen", "Begyndelsen"):
            assert text not in texts
        await screen.follow("Passer det ikke mere? Tag et tjek")
        assert screen.pushed_routes[-1] == "/tjek"


@pytest.mark.parametrize(
    "route",
    [
        "/oevelser",
        "/oevelser/1.1",
        "/forloeb",
        pytest.param("/forloeb/nyt", marks=pytest.mark.full),
        pytest.param("/forloeb/hold", marks=pytest.mark.full),
        pytest.param("/mig/paamindelser", marks=pytest.mark.full),
    ],
)
async def test_every_door_says_why_and_begins_nothing(services: Services, route: str) -> None:
    say(services, pregnant_or_postpartum=YES)
    async with opened(services, route) as screen:
        assert WHY["pregnant_or_postpartum"] in screen.texts()
        for text in ("Start øvelsen", "Hel", "Sæt dit forløb op", "Begynd forløbet", "Se holdet"):
            assert text not in screen.names()


@pytest.mark.full
async def test_an_old_button_leads_to_the_reason(services: Services) -> None:
    async with opened(services, "/traening/foer/short") as screen:
        say(services, pregnant_or_postpartum=YES)
        await screen.follow("Ikke i dag")
        assert WHY["pregnant_or_postpartum"] in screen.texts()
    assert session.under_way(services) is None
