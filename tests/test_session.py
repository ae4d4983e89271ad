"""Training from the first tap to the next morning, as a person goes through it."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from lbp_app.actions import care_plan, pause, session
from lbp_app.actions.history import undo
from lbp_app.errors import CprNumberError
from lbp_app.model.exercise import EASIER, Group, Level, Mode
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.player import Phase, Planned
from lbp_app.model.session import After, Item, Question, Session, SessionKind
from lbp_app.services import Services, services_for
from tests.builders import TODAY, YESTERDAY, Hand, other_person, refused_with
from tests.trained import trained

SQUATS = Planned("3.3", Mode.REPS, sets=2, amount=8, rest=30)
PLANK = Planned("5.4", Mode.HOLD, sets=2, amount=20, rest=30)


def begin(services: Services, *plan: Planned) -> None:
    """In the first set."""
    session.start_session(services, SessionKind.SHORT, plan)
    session.go_on(services)


def finished(services: Services) -> Session:
    assert session.finish_session(services) is not None
    return services.sessions.all()[-1]


@pytest.fixture
def done(services: Services) -> Session:
    begin(services, SQUATS, PLANK)
    session.done_set(services)
    return finished(services)


# --- during -------------------------------------------------------------------------------------


@pytest.mark.full
def test_a_session_is_kept_with_what_was_done(services: Services, hand: Hand) -> None:
    begin(services, SQUATS, PLANK)
    session.done_set(services)
    session.go_on(services)
    session.done_set(services, 6)
    session.go_on(services)
    hand.move(seconds=70)
    kept = finished(services)
    assert (kept.kind, kept.day, kept.cut_short) == (SessionKind.SHORT, TODAY, False)
    assert kept.minutes == 1
    assert [(item.exercise, item.level, item.done) for item in kept.items] == [
        ("3.3", Level.THREE, (8, 6)),
        ("5.4", Level.FOUR, (20, 20)),
    ]
    assert session.under_way(services) is None


def test_a_session_cut_short_counts_as_what_was_done(done: Session) -> None:
    assert done.cut_short
    assert [(item.exercise, item.done, item.skipped) for item in done.items] == [
        ("3.3", (8,), False)
    ]


def test_a_session_in_which_nothing_was_done_leaves_nothing(services: Services) -> None:
    begin(services, SQUATS)
    session.skip_exercise(services)
    assert session.finish_session(services) is None
    assert services.sessions.all() == []
    assert session.under_way(services) is None


def test_one_at_a_time(services: Services) -> None:
    begin(services, SQUATS)
    assert refused_with(lambda: begin(services, PLANK)) == "error.session_running"
    session.finish_session(services)
    begin(services, PLANK)
    session.finish_session(services)
    for action in (session.go_on, session.finish_session, session.pause_session):
        assert refused_with(lambda action=action: action(services)) == "error.session_none"


def test_while_a_doctor_is_waited_for_it_can_only_be_ended(services: Services, hand: Hand) -> None:
    begin(services, SQUATS)
    session.done_set(services, 8)
    stop = pause.pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    for go_on in (session.go_on, session.done_set, session.resume_session, session.skip_exercise):
        assert refused_with(partial(go_on, services)) == "error.training_stopped"
    session.pause_session(services)
    assert session.finish_session(services)
    (kept,) = services.sessions.all()
    assert kept.items[0].done == (8,)
    assert refused_with(lambda: begin(services, SQUATS)) == "error.training_stopped"
    undo(services, stop)
    begin(services, SQUATS)


def test_a_reload_finds_the_same_place_and_a_kill_too(services: Services, hand: Hand) -> None:
    begin(services, PLANK)
    hand.move(seconds=7)
    running = session.under_way(services)
    assert running is not None
    assert running.player.left == 13
    person_id = services.person.get().id
    restarted = services_for(services.database, person_id, hand.clock("next run"), lambda: None)
    hand.move(seconds=5)
    after = session.under_way(restarted)
    assert after is not None
    assert (after.id, after.player.left) == (running.id, 8)
    hand.move(seconds=10)
    rest = session.under_way(restarted)
    assert rest is not None
    assert (rest.player.now.phase, rest.player.left) == (Phase.REST, 28)


def test_setting_the_clock_of_the_device_moves_nothing(services: Services, hand: Hand) -> None:
    begin(services, PLANK)
    for hours in (1, -2):
        hand.set_wall(hours=hours)
        running = session.under_way(services)
        assert running is not None
        assert (running.player.left, running.player.running) == (20, True)
    hand.move(minutes=5)
    assert finished(services).minutes == 5


def test_a_forgotten_session_ended_when_it_was_last_touched(services: Services, hand: Hand) -> None:
    begin(services, SQUATS)
    hand.move(minutes=10)
    session.done_set(services)
    hand.move(hours=9)
    assert finished(services).minutes == 10


def test_pausing_keeps_the_second(services: Services, hand: Hand) -> None:
    begin(services, PLANK)
    hand.move(seconds=5)
    session.pause_session(services)
    hand.move(minutes=20)
    assert session.resume_session(services).player.left == 15
    assert session.go_back(services).player.now.phase is Phase.READY


def test_easier_is_one_level_down_and_at_the_lightest_the_easier_way(services: Services) -> None:
    session.start_session(services, SessionKind.SINGLE, [SQUATS])
    down = [session.take_easier(services).player.item for _ in range(3)]
    assert [(p.exercise, p.variation) for p in down if p] == [
        ("3.2", None),
        ("3.1", None),
        ("3.1", EASIER),
    ]
    assert services.care_plans.all() == [], "no level is assigned by it"


@pytest.mark.full
def test_another_variation_and_skipping_are_written_down(services: Services) -> None:
    begin(services, SQUATS, PLANK)
    session.take_variation(services, "b")
    session.go_on(services)
    session.done_set(services)
    session.skip_exercise(services)
    session.skip_exercise(services)
    told = [(item.exercise, item.variation, item.skipped) for item in finished(services).items]
    assert told == [("3.3", "b", True), ("5.4", None, True)]


def test_at_the_end_nothing_can_be_swapped(services: Services) -> None:
    begin(services, SQUATS)
    end = session.skip_exercise(services).player
    assert session.take_easier(services).player == end
    assert session.take_variation(services, "a").player == end


def test_a_training_after_midnight_belongs_to_the_day_before(
    services: Services, hand: Hand
) -> None:
    hand.move(hours=-7.5)  # half past one
    begin(services, SQUATS)
    session.done_set(services)
    assert finished(services).day == YESTERDAY


@pytest.mark.parametrize("kind", list(SessionKind))
@pytest.mark.full
def test_every_kind_can_be_planned(services: Services, kind: SessionKind) -> None:
    assert session.plan_session(services, kind, "3.1")


@pytest.mark.full
def test_plans_follow_the_levels_and_the_ones_that_are_tried(services: Services) -> None:
    care_plan.set_level(services, Group.RISE, Level.TWO)
    care_plan.try_level(services, Group.BACK, Level.FOUR)
    names = {planned.exercise for planned in session.plan_session(services, SessionKind.FULL)}
    assert {"3.2", "6.4", "1.1"} <= names
    gentle = {planned.exercise for planned in session.plan_gentle(services)}
    assert "lying.1" in gentle
    assert {name[-1] for name in gentle} == {"1"}
    whole = session.plan_session(services, SessionKind.FULL)
    assert 25 <= session.minutes_of(whole) <= 40


@pytest.mark.full
def test_an_exercise_that_does_not_exist_is_refused(services: Services) -> None:
    for name in ("", "9.1", "3.5", "nothing"):
        assert refused_with(
            lambda name=name: session.plan_session(services, SessionKind.SINGLE, name)
        ) == ("error.exercise")


# --- afterwards ---------------------------------------------------------------------------------


def test_answers_are_kept_for_each_exercise_and_undone_one_by_one(
    services: Services, done: Session
) -> None:
    effort = session.answer_item(services, done.id, 0, Question.EFFORT, 0)
    session.answer_item(services, done.id, 0, Question.SAFE, 10)
    session.reflect(services, done.id, " det gik ")
    (kept,) = services.sessions.all()
    (item,) = kept.items
    assert (item.effort, item.pain, item.safe, kept.reflection) == (0, None, 10, "det gik")
    undo(services, effort)
    (kept,) = services.sessions.all()
    assert (kept.items[0].effort, kept.items[0].safe, kept.reflection) == (None, 10, "det gik")


@pytest.mark.full
def test_what_was_done_can_be_corrected_and_the_session_removed(
    services: Services, done: Session
) -> None:
    corrected = session.correct_item(services, done.id, 0, [10, 9])
    assert services.sessions.all()[0].items[0].done == (10, 9)
    removed = session.remove_session(services, done.id)
    assert services.sessions.all() == []
    undo(services, removed)
    undo(services, corrected)
    assert services.sessions.all() == [done]


def test_the_same_again_is_no_change(services: Services, done: Session) -> None:
    (item,) = done.items
    assert session.answer_item(services, done.id, 0, Question.PAIN, 3) is not None
    assert session.answer_item(services, done.id, 0, Question.PAIN, 3) is None
    assert session.correct_item(services, done.id, 0, item.done) is None
    assert session.answer_morning_after(services, done.id, None) is None


@pytest.mark.parametrize(
    ("action", "key"),
    [
        (lambda s, i: session.answer_item(s, i, 0, Question.PAIN, 11), "error.off_scale"),
        (lambda s, i: session.answer_item(s, i, 0, Question.PAIN, -1), "error.off_scale"),
        (lambda s, i: session.answer_item(s, i, 7, Question.PAIN, 1), "error.session_none"),
        (lambda s, i: session.answer_item(s, "?", 0, Question.PAIN, 1), "error.session_none"),
        (lambda s, i: session.correct_item(s, i, 0, [-1]), "error.sets"),
        (lambda s, i: session.correct_item(s, i, 0, [1] * 21), "error.sets"),
        (lambda s, i: session.reflect(s, i, "x" * 2001), "error.note_long"),
        (lambda s, i: session.reflect(s, i, "010190-1234"), "error.cpr"),
        (lambda s, i: session.answer_morning_after(s, "?", After.SORE), "error.session_none"),
    ],
)
@pytest.mark.full
def test_the_impossible_is_refused_and_nothing_changes(
    services: Services, done: Session, action: Any, key: str
) -> None:
    assert refused_with(lambda: action(services, done.id)) == key
    assert services.sessions.all() == [done]


def test_a_reflection_that_says_the_same_is_no_change(services: Services, done: Session) -> None:
    assert session.reflect(services, done.id, " ") is None
    with pytest.raises(CprNumberError):
        session.reflect(services, done.id, "ring 010190-1234")


def test_a_session_without_the_player_can_be_written_down(services: Services) -> None:
    items = [Item("3.1", Mode.REPS, (8, 8))]
    session.log_session(services, SessionKind.CLASS, YESTERDAY, items, 50)
    session.log_session(services, SessionKind.SINGLE, TODAY, items, 5)
    first, second = services.sessions.all()
    assert (first.kind, first.day, first.minutes) == (SessionKind.CLASS, YESTERDAY, 50)
    assert second.day == TODAY
    tomorrow = TODAY + timedelta(days=1)
    assert refused_with(
        lambda: session.log_session(services, SessionKind.CLASS, tomorrow, items, 50)
    ) == ("error.future_day")


# --- the next morning ---------------------------------------------------------------------------


@pytest.mark.full
def test_the_next_morning_asks_once_about_that_session(services: Services, hand: Hand) -> None:
    begin(services, SQUATS)
    session.done_set(services)
    kept = finished(services)
    assert session.morning_question(services) is None, "not on the same day"
    hand.move(hours=17.5)  # half past two at night: still the same day
    assert session.morning_question(services) is None
    hand.move(hours=0.5)
    assert session.morning_question(services) == kept
    change = session.answer_morning_after(services, kept.id, After.SORE)
    assert session.morning_question(services) is None
    (told,) = services.sessions.all()
    assert (told.after, told.after_at) == (After.SORE, services.clock.now())
    undo(services, change)
    assert session.morning_question(services) == kept


@pytest.mark.full
def test_passing_it_by_is_an_answer(services: Services, done: Session, hand: Hand) -> None:
    hand.move(days=1)
    session.answer_morning_after(services, done.id, After.PASSED)
    assert session.morning_question(services) is None


@pytest.mark.parametrize(("days", "asks"), [(1, True), (3, True), (4, False)])
@pytest.mark.full
def test_it_asks_for_three_days_and_then_lets_it_be(
    services: Services, done: Session, hand: Hand, days: int, asks: bool
) -> None:
    hand.move(days=days)
    assert (session.morning_question(services) is not None) is asks


def test_it_asks_about_the_newest_only(services: Services, hand: Hand) -> None:
    for n in (-2, -1):
        one = trained(TODAY + timedelta(days=n), "3.1")
        services.sessions.put(one.id, one)
    newest = session.morning_question(services)
    assert newest is not None
    assert newest.day == YESTERDAY
    session.answer_morning_after(services, newest.id, After.USUAL)
    assert session.morning_question(services) is None


@pytest.mark.full
def test_nobody_sees_the_training_of_another(services: Services, done: Session) -> None:
    begin(services, SQUATS)
    other = other_person(services)
    assert other.sessions.all() == []
    assert other.sessions.get(done.id) is None
    assert session.under_way(other) is None
    begin(other, PLANK)
    running = session.under_way(services)
    assert running is not None
    assert running.player.plan == (SQUATS,)


def test_sessions_come_back_as_they_were(services: Services) -> None:
    whole = trained(TODAY, "3.1", "5.4", effort=3, pain=0, safe=None, variation="a", skipped=True)
    whole = replace(whole, after=After.OVER_A_DAY, after_at=whole.ended, reflection="å")
    services.sessions.put(whole.id, whole)
    assert services.sessions.get(whole.id) == whole
    undo(services, undo(services, session.remove_session(services, whole.id)))
    assert services.sessions.all() == []
