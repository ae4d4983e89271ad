from collections.abc import Callable

import pytest

from lbp_app.actions import (
    activity,
    care_plan,
    diary,
    exercise,
    flare,
    pause,
    person,
    progression,
    session,
)
from lbp_app.actions.history import undo
from lbp_app.model.activity import ActivityKind
from lbp_app.model.diary import CheckIn, Feeling, LegSide, Scale
from lbp_app.model.exercise import Group, Level
from lbp_app.model.history import Change
from lbp_app.model.home_test import HomeTest
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.progression import Choice, More, Proposal
from lbp_app.model.session import After, Question
from lbp_app.services import Services
from tests.builders import TODAY, other_person, refused_with
from tests.trained import trained

TRAINED = trained(TODAY, "3.1", safe=7)
PROPOSAL = Proposal("3.1", Choice.MORE, (), More.LEVEL, (), (), "effort_more_most")
ACTIONS: dict[str, Callable[[Services], Change | None]] = {
    "answer": lambda s: diary.answer(s, TODAY, Scale.BACK, 7),
    "clear": lambda s: diary.answer(s, TODAY, Scale.LEG, None),
    "skip": lambda s: diary.skip(s, TODAY, "leg_pain"),
    "skip another": lambda s: diary.skip(s, TODAY, "mood"),
    "feeling": lambda s: diary.say_feeling(s, TODAY, Feeling.POORLY),
    "side": lambda s: diary.choose_leg_side(s, TODAY, LegSide.BOTH),
    "note": lambda s: diary.write_note(s, TODAY, "skipped"),
    "name": lambda s: person.change_profile(s, "first_name", "Karen"),
    "year": lambda s: person.change_profile(s, "birth_year", "1960"),
    "welcome": lambda s: person.finish_welcome(s),
    "appearance": lambda s: person.change_preference(s, "appearance", "dark"),
    "language": lambda s: person.change_preference(s, "language", "en"),
    "numbers": lambda s: person.change_preference(s, "numbers_off", True),
    "flare": flare.start_flare,
    "pause": lambda s: pause.pause(s, Paused.EXERCISE, PausedBy.PERSON, why="ferie"),
    "level": lambda s: care_plan.set_level(s, Group.SIDE, Level.THREE, "klar"),
    "another level": lambda s: care_plan.set_level(s, Group.RISE, Level.THREE),
    "trial": lambda s: care_plan.try_level(s, Group.BACK, Level.FOUR),
    "end of a trial": lambda s: care_plan.stop_trying(s, Group.RISE),
    "home test": lambda s: care_plan.note_home_test(s, HomeTest.FLEXOR_HOLD, 20),
    "how safe": lambda s: exercise.say_how_safe(s, "3.1", 4),
    "exercise note": lambda s: exercise.keep_note(s, "3.1", "min stol"),
    "activity": lambda s: activity.log_activity(s, ActivityKind.SWIM, 30),
    "step": lambda s: progression.decline_step(s, PROPOSAL),
    "step of level": lambda s: progression.accept_step(s, PROPOSAL, Choice.MORE),
    "effort": lambda s: session.answer_item(s, TRAINED.id, 0, Question.EFFORT, 4),
    "amounts": lambda s: session.correct_item(s, TRAINED.id, 0, [3]),
    "reflection": lambda s: session.reflect(s, TRAINED.id, "det gik"),
    "morning": lambda s: session.answer_morning_after(s, TRAINED.id, After.SORE),
    "session": lambda s: session.remove_session(s, TRAINED.id),
}


def everything(services: Services) -> tuple[object, ...]:
    return (
        services.diary.get(TODAY),
        services.person.get(),
        services.person.preferences(),
        services.flares.all(),
        services.pauses.all(),
        services.care_plans.all(),
        services.care_plans.trials(),
        services.home_tests.all(),
        services.decisions.all(),
        services.sessions.all(),
        services.activities.all(),
        services.comforts.all(),
        services.comforts.notes(),
    )


@pytest.fixture
def lived(services: Services) -> Services:
    """A day with something on it."""
    diary.answer(services, TODAY, Scale.BACK, 3)
    diary.answer(services, TODAY, Scale.LEG, 4)
    diary.choose_leg_side(services, TODAY, LegSide.LEFT)
    diary.skip(services, TODAY, "sleep")
    person.change_preference(services, "appearance", "light")
    services.sessions.put(TRAINED.id, TRAINED)
    care_plan.set_level(services, Group.RISE, Level.TWO)
    care_plan.try_level(services, Group.RISE, Level.ONE)
    return services


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS.keys())
@pytest.mark.full
def test_undo_puts_back_what_was_there_and_can_itself_be_undone(
    lived: Services, action: Callable[[Services], Change | None]
) -> None:
    before = everything(lived)
    change = action(lived)
    after = everything(lived)
    assert change is not None
    assert after != before
    undone = undo(lived, change)
    assert everything(lived) == before
    undo(lived, undone)
    assert everything(lived) == after


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS.keys())
@pytest.mark.full
def test_each_write_is_in_the_history_with_old_and_new(
    lived: Services, action: Callable[[Services], Change | None]
) -> None:
    change = action(lived)
    assert change is not None
    assert lived.history.get(change.id) == change
    assert change in lived.history.of(change.noun, change.key)
    undone = undo(lived, change)
    assert (undone.old, undone.new) == (change.new, change.old)


def test_an_older_change_of_the_same_field_cannot_be_undone(services: Services) -> None:
    first = diary.answer(services, TODAY, Scale.BACK, 3)
    diary.answer(services, TODAY, Scale.BACK, 6)
    assert refused_with(lambda: undo(services, first)) == "error.undo_too_late"
    assert services.diary.get(TODAY).back_pain == 6


def test_a_change_cannot_be_undone_twice(services: Services) -> None:
    change = diary.answer(services, TODAY, Scale.BACK, 3)
    undo(services, change)
    assert refused_with(lambda: undo(services, change)) == "error.undo_too_late"


def test_undo_leaves_what_was_said_about_other_questions(services: Services) -> None:
    change = diary.answer(services, TODAY, Scale.BACK, 3)
    diary.answer(services, TODAY, Scale.MOOD, 2)
    undo(services, change)
    assert services.diary.get(TODAY) == CheckIn(TODAY, mood=2)


def test_undo_trusts_the_history_and_not_what_it_is_handed(services: Services) -> None:
    diary.answer(services, TODAY, Scale.BACK, 3)
    change = diary.answer(services, TODAY, Scale.BACK, 6)
    forged = Change(**{**vars(change), "old": 9})
    undo(services, forged)
    assert services.diary.get(TODAY).back_pain == 3


def test_the_history_of_another_person_cannot_be_read(services: Services) -> None:
    change = diary.answer(services, TODAY, Scale.BACK, 3)
    other = other_person(services)
    assert other.history.get(change.id) is None
    assert other.history.of(change.noun, change.key) == []


def test_times_are_utc_and_the_zone_stands_beside_them(services: Services) -> None:
    change = services.history.get(diary.answer(services, TODAY, Scale.BACK, 3).id)
    assert change is not None
    assert (change.at.isoformat(), change.zone) == (
        "2026-10-05T07:00:00+00:00",
        "Europe/Copenhagen",
    )
