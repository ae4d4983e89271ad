"""Where an exercise stands, how safe it feels, and the person's own notes about it."""

from datetime import timedelta

import pytest

from lbp_app.actions import exercise
from lbp_app.actions.history import undo
from lbp_app.errors import CprNumberError
from lbp_app.exchange.training import catalogue
from lbp_app.model.comfort import NOTE_LENGTH
from lbp_app.model.exercise import (
    COOL_DOWN,
    LYING,
    WARM_UP,
    Group,
    Level,
    exercise_at,
    harder,
    lighter,
    place_of,
)
from lbp_app.services import Services
from tests.builders import TODAY, Hand, other_person, refused_with
from tests.trained import trained


def test_the_grid_has_an_exercise_for_each_group_and_level() -> None:
    names = {exercise_at(group, level) for group in Group for level in Level}
    assert len(names) == 32
    there = catalogue()
    assert names <= set(there.exercises)
    assert (len(there.of(WARM_UP)), len(there.of(COOL_DOWN))) == (6, 4)
    assert LYING in there.exercises
    assert all(len(there.exercise(name).variations) == 2 for name in names)


def test_lighter_and_harder_stop_at_the_ends() -> None:
    assert [lighter(name) for name in ("3.1", "3.2", "3.4", "warmup.1")] == [
        None,
        "3.1",
        "3.3",
        None,
    ]
    assert [harder(name) for name in ("3.1", "3.4", "lying.1")] == ["3.2", None, None]
    assert place_of("8.4") == (Group.LIFT, Level.FOUR)


@pytest.mark.parametrize("name", ["9.1", "3.5", "3", "0.0"])
def test_a_place_outside_the_grid_is_refused(name: str) -> None:
    assert refused_with(lambda: place_of(name)) == "error.exercise"


@pytest.mark.full
def test_how_safe_it_feels_is_kept_over_time_wherever_it_was_said(
    services: Services, hand: Hand
) -> None:
    exercise.say_how_safe(services, "3.1", 2)
    exercise.say_how_safe(services, "3.2", 9)
    one = trained(TODAY + timedelta(days=1), "3.1", safe=5)
    services.sessions.put(one.id, one)
    hand.move(days=2)
    last = exercise.say_how_safe(services, "3.1", 0)
    assert exercise.how_safe(services, "3.1") == [
        (TODAY, 2),
        (TODAY + timedelta(days=1), 5),
        (TODAY + timedelta(days=2), 0),
    ]
    undo(services, last)
    assert [safe for _, safe in exercise.how_safe(services, "3.1")] == [2, 5]


@pytest.mark.parametrize("safe", [-1, 11])
@pytest.mark.full
def test_an_answer_off_the_scale_is_refused(services: Services, safe: int) -> None:
    assert refused_with(lambda: exercise.say_how_safe(services, "3.1", safe)) == "error.off_scale"
    assert services.comforts.all() == []


def test_the_same_answer_again_on_the_same_day_is_no_change(services: Services, hand: Hand) -> None:
    assert exercise.say_how_safe(services, "3.1", 7) is not None
    assert exercise.say_how_safe(services, "3.1", 7) is None
    hand.move(days=1)
    assert exercise.say_how_safe(services, "3.1", 7) is not None


def test_a_note_is_kept_changed_and_taken_back(services: Services) -> None:
    exercise.keep_note(services, "3.1", " brug den høje stol ")
    assert services.comforts.note("3.1") == "brug den høje stol"
    change = exercise.keep_note(services, "3.1", "")
    assert services.comforts.notes() == {}
    assert change is not None
    undo(services, change)
    assert services.comforts.notes() == {"3.1": "brug den høje stol"}
    assert exercise.keep_note(services, "3.1", "brug den høje stol ") is None


def test_a_note_holds_no_cpr_number_and_is_not_endless(services: Services) -> None:
    with pytest.raises(CprNumberError):
        exercise.keep_note(services, "3.1", "010190-1234")
    long = "x" * (NOTE_LENGTH + 1)
    assert refused_with(lambda: exercise.keep_note(services, "3.1", long)) == "error.note_long"
    assert services.comforts.notes() == {}


@pytest.mark.full
def test_nobody_sees_the_answers_and_notes_of_another(services: Services) -> None:
    safe = exercise.say_how_safe(services, "3.1", 2)
    note = exercise.keep_note(services, "3.1", "min")
    other = other_person(services)
    assert (exercise.how_safe(other, "3.1"), other.comforts.notes()) == ([], {})
    assert note is not None
    for change in (safe, note):
        assert refused_with(lambda change=change: undo(other, change)) == "error.undo_too_late"
