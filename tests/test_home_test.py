"""Home tests with the app as the clock: right however the time of day is set."""

from datetime import timedelta

import pytest

from lbp_app.actions import course, home_test, pause
from lbp_app.actions.history import undo
from lbp_app.model.course import Setting, Slot
from lbp_app.model.home_test import GET_READY, HomeTest, Timing
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.services import Services, services_for
from tests.builders import TODAY, Hand, refused_with

HOLD = HomeTest.EXTENSOR_HOLD


def timed(services: Services) -> Timing:
    found = home_test.timing(services)
    assert found is not None
    return found


def values(services: Services) -> list[tuple[HomeTest, int]]:
    return [(one.test, one.value) for one in services.home_tests.all()]


def test_none_is_begun_while_a_doctor_is_waited_for(services: Services, hand: Hand) -> None:
    home_test.begin_timing(services, HOLD)
    hand.move(seconds=GET_READY + 30)
    pause.pause(services, Paused.EXERCISE, PausedBy.SAFETY)
    assert refused_with(lambda: home_test.begin_timing(services, HOLD)) == "error.training_stopped"
    home_test.stop_timing(services)
    assert values(services) == [(HOLD, 30)], "what was done counts"


def test_a_hold_counts_from_the_end_of_getting_ready(services: Services, hand: Hand) -> None:
    home_test.begin_timing(services, HOLD)
    assert (timed(services).lead(services.clock), timed(services).seconds(services.clock)) == (5, 0)
    hand.move(seconds=GET_READY + 42.9)
    assert (timed(services).lead(services.clock), timed(services).seconds(services.clock)) == (
        0,
        42,
    )
    change = home_test.stop_timing(services)
    assert values(services) == [(HOLD, 42)]
    assert home_test.timing(services) is None
    assert change is not None
    undo(services, change)
    assert values(services) == []


def test_setting_the_time_of_day_moves_nothing(services: Services, hand: Hand) -> None:
    home_test.begin_timing(services, HOLD)
    hand.move(seconds=GET_READY + 10)
    hand.set_wall(hours=3)
    assert timed(services).seconds(services.clock) == 10
    hand.set_wall(hours=-6)
    assert timed(services).seconds(services.clock) == 10


def test_it_goes_on_in_another_run_of_the_program(services: Services, hand: Hand) -> None:
    home_test.begin_timing(services, HOLD)
    hand.move(seconds=GET_READY + 20)
    other = services_for(
        services.database, services.person.get().id, hand.clock("another run"), services.stop
    )
    assert timed(other).seconds(other.clock) == 20


@pytest.mark.parametrize(
    ("test", "most"),
    [(HOLD, 180), (HomeTest.FLEXOR_HOLD, 120), (HomeTest.CHAIR_STANDS, 30)],
)
@pytest.mark.full
def test_each_has_an_end(services: Services, hand: Hand, test: HomeTest, most: int) -> None:
    home_test.begin_timing(services, test)
    hand.move(seconds=GET_READY + most - 1)
    assert not timed(services).is_over(services.clock)
    hand.move(hours=1)
    assert timed(services).is_over(services.clock)
    assert timed(services).seconds(services.clock) == most


def test_chair_stands_are_counted_by_the_person(services: Services, hand: Hand) -> None:
    home_test.begin_timing(services, HomeTest.CHAIR_STANDS)
    hand.move(seconds=40)
    home_test.note_result(services, HomeTest.CHAIR_STANDS, 11)
    assert values(services) == [(HomeTest.CHAIR_STANDS, 11)]
    assert home_test.timing(services) is None


def test_stopping_before_it_began_keeps_nothing(services: Services, hand: Hand) -> None:
    home_test.begin_timing(services, HOLD)
    hand.move(seconds=GET_READY)
    assert home_test.stop_timing(services) is None
    assert home_test.stop_timing(services) is None, "another tab has stopped it"
    assert values(services) == []


@pytest.mark.full
def test_own_change_is_from_the_first_of_the_course_to_the_newest(
    services: Services, hand: Hand
) -> None:
    home_test.note_result(services, HOLD, 99)
    hand.move(days=60)
    start = services.clock.today()
    home_test.note_result(services, HOLD, 30)
    home_test.note_result(services, HOLD, 40)
    course.set_up(services, Setting.HOME, start + timedelta(days=7), [Slot(1), Slot(3)])
    change = home_test.changes(services)[HOLD]
    assert (change.first.value, change.last) == (40, None), "of one day the newest counts"
    hand.move(days=70)
    home_test.note_result(services, HOLD, 35)
    change = home_test.changes(services)[HOLD]
    assert change.last is not None
    assert (change.first.value, change.last.value) == (40, 35)
    assert change.first.day > TODAY
