"""Goals: up to three, in own words, looked at when the course says so."""

from datetime import date, time

import pytest

from lbp_app.actions import course, goal
from lbp_app.actions.course import course_now
from lbp_app.actions.history import undo
from lbp_app.model.course import Setting, Slot
from lbp_app.model.goal import active
from lbp_app.services import Services
from tests.builders import TODAY, Hand, other_person, refused_with

LAKE, TABLE = "Gå rundt om søen", "Sidde med ved bordet"


def told(services: Services) -> list[tuple[str, int]]:
    names = {one.id: one.text for one in services.goals.all()}
    return [(names[one.goal], one.value) for one in services.goals.ratings()]


@pytest.mark.full
def test_a_goal_is_set_rated_worded_anew_and_put_away(services: Services) -> None:
    key = goal.set_goal(services, f" {LAKE} ").key
    goal.rate_goal(services, key, 3)
    goal.rate_goal(services, key, 5)
    assert told(services) == [(LAKE, 5)], "one answer a day"
    goal.change_goal(services, key, TABLE)
    assert told(services) == [(TABLE, 5)]
    dropped = goal.drop_goal(services, key)
    assert active(services.goals.all()) == []
    assert told(services) == [(TABLE, 5)], "how it went stays"
    undo(services, dropped)
    assert [one.text for one in active(services.goals.all())] == [TABLE]


def test_an_answer_is_taken_away_and_undone(services: Services, hand: Hand) -> None:
    key = goal.set_goal(services, LAKE).key
    change = goal.rate_goal(services, key, 0)
    assert told(services) == [(LAKE, 0)], "nothing is an answer too"
    undo(services, change)
    assert told(services) == []
    goal.rate_goal(services, key, 2)
    hand.move(days=1)
    goal.rate_goal(services, key, None)
    assert told(services) == [(LAKE, 2)], "yesterday's stays"


def test_a_fourth_needs_room(services: Services) -> None:
    keys = [goal.set_goal(services, text).key for text in "abc"]
    assert refused_with(lambda: goal.set_goal(services, "d")) == "error.goals_full"
    goal.drop_goal(services, keys[0])
    goal.set_goal(services, "d")
    assert [one.text for one in active(services.goals.all())] == ["b", "c", "d"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("  ", "error.goal_empty"),
        ("x" * 121, "error.goal_long"),
        ("Besøge 010190-1234", "error.cpr"),
    ],
)
@pytest.mark.full
def test_what_cannot_be_a_goal_is_refused(services: Services, text: str, key: str) -> None:
    assert refused_with(lambda: goal.set_goal(services, text)) == key
    kept = goal.set_goal(services, LAKE).key
    assert refused_with(lambda: goal.change_goal(services, kept, text)) == key
    assert [one.text for one in services.goals.all()] == [LAKE]


def test_the_same_words_and_the_same_answer_again_are_no_change(services: Services) -> None:
    key = goal.set_goal(services, LAKE).key
    assert goal.change_goal(services, key, LAKE) is None
    assert goal.rate_goal(services, key, 4) is not None
    assert goal.rate_goal(services, key, 4) is None
    assert goal.rate_goal(services, key, None) is not None
    assert goal.rate_goal(services, key, None) is None


def test_off_the_scale_and_anothers_are_refused(services: Services) -> None:
    key = goal.set_goal(services, LAKE).key
    assert refused_with(lambda: goal.rate_goal(services, key, 11)) == "error.off_scale"
    other = other_person(services)
    assert refused_with(lambda: goal.rate_goal(other, key, 1)) == "error.goal_none"
    assert other.goals.all() == []


# --- when they are asked about ------------------------------------------------------------------

ASKED = [  # the first day of each round, of a course from Monday 5 October 2026
    date(2026, 11, 5),  # class 8
    date(2026, 12, 3),  # class 16
    date(2027, 1, 5),
    date(2027, 4, 5),
    date(2027, 10, 5),
]


@pytest.fixture
def following(services: Services) -> Services:
    slots = [Slot(1, time(17, 0)), Slot(3, time(17, 0))]
    course.set_up(services, Setting.CLASS, TODAY, slots)
    goal.set_goal(services, LAKE)
    return services


def go_to(hand: Hand, services: Services, day: date) -> None:
    hand.move(days=(day - services.clock.today()).days)


@pytest.mark.parametrize("day", ASKED)
@pytest.mark.full
def test_today_asks_from_that_day_on_until_it_is_answered(
    following: Services, hand: Hand, day: date
) -> None:
    (kept,) = following.goals.all()
    go_to(hand, following, date.fromordinal(day.toordinal() - 1))
    goal.rate_goal(following, kept.id, 4)
    assert goal.due(following, course_now(following)) in ([], [kept])
    hand.move(days=1)
    assert goal.due(following, course_now(following)) == [kept]
    goal.rate_goal(following, kept.id, 5)
    assert goal.due(following, course_now(following)) == [kept], (
        "it can be said otherwise on the day"
    )
    hand.move(days=1)
    assert goal.due(following, course_now(following)) == []


@pytest.mark.full
def test_it_can_wait_until_tomorrow_and_rests_in_a_pause(following: Services, hand: Hand) -> None:
    go_to(hand, following, ASKED[0])
    goal.put_off(following)
    assert goal.due(following, course_now(following)) == []
    hand.move(days=1)
    assert len(goal.due(following, course_now(following))) == 1
    course.pause_course(following)
    assert goal.due(following, course_now(following)) == []


@pytest.mark.full
def test_a_goal_that_was_set_afterwards_is_not_asked_about(following: Services, hand: Hand) -> None:
    go_to(hand, following, ASKED[0])
    goal.set_goal(following, TABLE)
    assert [one.text for one in goal.due(following, course_now(following))] == [LAKE]


def test_without_a_course_nothing_is_asked(services: Services, hand: Hand) -> None:
    goal.set_goal(services, LAKE)
    hand.move(days=400)
    assert goal.due(services, course_now(services)) == []
