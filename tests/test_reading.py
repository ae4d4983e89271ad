"""Lessons are read from where they were left, to their end, in an order that locks nothing."""

from datetime import timedelta

import pytest

from lbp_app.actions import flare, pause, reading
from lbp_app.actions.history import undo
from lbp_app.content import library
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.reading import QUIZ, THOUGHTS, Reading, Standing
from lbp_app.services import Services
from tests.builders import TODAY, Hand, other_person, refused_with

FIRST, SECOND, THIRD = "what_back_pain_is", "balance", "pain_and_damage"


def left_at(services: Services, lesson: str) -> str:
    return services.readings.get(lesson).place


def named(one: Reading | None) -> str | None:
    return one.lesson if one else None


def finish(services: Services, *lessons: str) -> None:
    for lesson in lessons:
        reading.finish_lesson(services, lesson)


# --- where it was left --------------------------------------------------------------------------


def test_the_page_turned_to_is_kept_with_the_time(services: Services, hand: Hand) -> None:
    assert services.readings.get(FIRST) == Reading(FIRST)
    reading.turn_to(services, FIRST, "meaning")
    hand.move(hours=1)
    reading.turn_to(services, FIRST, THOUGHTS)
    kept = services.readings.get(FIRST)
    assert (kept.place, kept.standing) == (THOUGHTS, Standing.BEGUN)
    assert (kept.read_on, kept.read_at) == (TODAY, services.clock.now())
    assert services.history.of("reading", FIRST) == []


def test_a_look_at_the_first_card_begins_nothing(services: Services) -> None:
    reading.turn_to(services, FIRST, "")
    assert services.readings.all() == {}
    reading.turn_to(services, FIRST, QUIZ)
    reading.turn_to(services, FIRST, "")
    assert services.readings.get(FIRST).standing is Standing.UNREAD


def test_what_is_read_to_its_end_begins_at_its_beginning_the_next_time(
    services: Services, hand: Hand
) -> None:
    reading.turn_to(services, FIRST, QUIZ)
    reading.finish_lesson(services, FIRST)
    kept = services.readings.get(FIRST)
    assert (kept.standing, kept.finished_on, kept.place) == (Standing.READ, TODAY, "")
    hand.move(days=2)
    reading.turn_to(services, FIRST, "meaning")
    assert services.readings.get(FIRST).standing is Standing.READ
    reading.finish_lesson(services, FIRST)
    assert services.readings.get(FIRST).finished_on == TODAY + timedelta(days=2)


def test_finishing_is_undone_without_losing_anything_else(services: Services) -> None:
    reading.keep_for_later(services, FIRST, True)
    change = reading.finish_lesson(services, FIRST)
    undo(services, change)
    kept = services.readings.get(FIRST)
    assert (kept.finished_on, kept.saved) == (None, True)


def test_saving_for_later_is_undone_and_the_page_stays(services: Services) -> None:
    change = reading.keep_for_later(services, FIRST, True)
    assert change is not None
    assert reading.keep_for_later(services, FIRST, True) is None
    reading.turn_to(services, FIRST, "meaning")
    undo(services, change)
    kept = services.readings.get(FIRST)
    assert (kept.saved, kept.place) == (False, "meaning")


def test_undone_is_the_newest_only(services: Services) -> None:
    change = reading.keep_for_later(services, FIRST, True)
    assert change is not None
    reading.keep_for_later(services, FIRST, False)
    assert refused_with(lambda: undo(services, change)) == "error.undo_too_late"


@pytest.mark.parametrize(
    ("lesson", "place"), [("no_such", ""), ("", ""), (FIRST, "no_such"), (FIRST, "scale")]
)
@pytest.mark.full
def test_what_is_in_no_lesson_is_refused(services: Services, lesson: str, place: str) -> None:
    assert refused_with(lambda: reading.turn_to(services, lesson, place)) == "error.lesson"
    assert services.readings.all() == {}


def test_each_reads_alone(services: Services) -> None:
    reading.turn_to(services, FIRST, "meaning")
    assert other_person(services).readings.all() == {}


def test_no_card_is_called_like_what_follows_the_cards() -> None:
    names = {card.id for lesson in library.load().lessons for card in lesson.cards}
    assert not names & {THOUGHTS, QUIZ, ""}


# --- what comes next ----------------------------------------------------------------------------


@pytest.mark.full
def test_it_begins_with_the_first_of_the_path_and_goes_on_in_its_order(services: Services) -> None:
    order, seen = services.syllabus().order, []
    while one := reading.suggested_lesson(services):
        seen.append(one.lesson)
        finish(services, one.lesson)
    assert tuple(seen) == order
    assert len(set(order)) == 20


def test_the_one_left_last_comes_before_the_next(services: Services, hand: Hand) -> None:
    finish(services, FIRST)
    reading.turn_to(services, THIRD, "smoke")
    hand.move(minutes=1)
    reading.turn_to(services, "sleep", THOUGHTS)
    assert named(reading.suggested_lesson(services)) == "sleep"
    finish(services, "sleep")
    assert named(reading.suggested_lesson(services)) == THIRD


@pytest.mark.full
def test_after_a_lesson_comes_the_next_unread_and_then_what_was_left_out(
    services: Services,
) -> None:
    order = services.syllabus().order
    assert reading.lesson_after(services, FIRST) == SECOND
    finish(services, SECOND)
    assert reading.lesson_after(services, FIRST) == THIRD
    finish(services, order[-1])
    assert reading.lesson_after(services, order[-1]) == FIRST
    finish(services, *order)
    assert reading.lesson_after(services, FIRST) is None
    assert reading.suggested_lesson(services) is None


# --- what Today names ---------------------------------------------------------------------------


def test_today_names_one_lesson_a_day(services: Services, hand: Hand) -> None:
    assert named(reading.lesson_today(services)) == FIRST
    finish(services, FIRST)
    assert reading.lesson_today(services) is None
    hand.move(days=1)
    assert named(reading.lesson_today(services)) == SECOND


@pytest.mark.parametrize(
    ("what", "by", "names"),
    [
        (Paused.EXERCISE, PausedBy.SAFETY, False),
        (Paused.EVERYTHING, PausedBy.PERSON, False),
        (Paused.EXERCISE, PausedBy.PERSON, True),
        (Paused.EXERCISE, PausedBy.FLARE, True),
    ],
)
@pytest.mark.full
def test_today_is_quiet_where_a_doctor_comes_first_or_everything_rests(
    services: Services, what: Paused, by: PausedBy, names: bool
) -> None:
    change = pause.pause(services, what, by)
    assert (reading.lesson_today(services) is not None) is names
    pause.lift(services, change.key)
    assert reading.lesson_today(services) is not None


def test_in_a_bad_spell_there_is_still_something_to_read(services: Services) -> None:
    flare.start_flare(services)
    assert reading.lesson_today(services) is not None
