from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from lbp_app.actions import flare, pause, reminder
from lbp_app.actions.history import undo
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.pause import KEPT, Paused, PausedBy
from lbp_app.model.recurrence import Away, Quiet
from lbp_app.model.reminder import ReadySet, Thing, away_of
from lbp_app.services import Services
from tests.builders import TODAY, Hand, other_person, refused_with

OF_COURSE = {"class", "follow_up", "review"}


def ring(services: Services, days: int = 7) -> list[tuple[str, str]]:
    found = reminder.upcoming(services, days)
    return [(one.id, one.at.isoformat(" ", "minutes")[5:16]) for one in found]


def on(services: Services) -> set[str]:
    return {one.id for one in reminder.reminders(services) if one.is_on}


def test_nothing_reminds_until_it_is_turned_on(services: Services) -> None:
    assert not reminder.is_any_on(services) and ring(services) == []
    reminder.turn(services, Thing.EXERCISE, True)
    assert reminder.is_any_on(services)
    assert ring(services) == [("exercise", "10-07 09:00"), ("exercise", "10-09 09:00")]


@pytest.mark.full
def test_times_and_days_are_changed_one_by_one_and_undone(services: Services) -> None:
    reminder.turn(services, Thing.WALK, True)
    change = reminder.put_times(services, Thing.WALK, [time(18), time(10), time(18)])
    reminder.put_weekdays(services, Thing.WALK, [2])
    assert ring(services) == [("walk", "10-06 10:00"), ("walk", "10-06 18:00")]
    with pytest.raises(AnswerRefusedError):
        undo(services, change)
    undo(services, reminder.put_times(services, Thing.WALK, [time(7)]))
    assert len(ring(services)) == 2


def test_what_cannot_be_is_refused(services: Services) -> None:
    many = [time(hour) for hour in range(7)]
    assert refused_with(lambda: reminder.put_times(services, Thing.WALK, many)) == (
        "error.reminder_many"
    )
    assert refused_with(lambda: reminder.put_times(services, Thing.WALK, [])) == (
        "error.reminder_times"
    )
    assert refused_with(lambda: reminder.put_weekdays(services, Thing.WALK, [])) == (
        "error.reminder_days"
    )
    assert refused_with(lambda: reminder.put_snooze(services, 7)) == "error.answer_refused"
    assert services.reminders.all() == []


@pytest.mark.full
def test_a_ready_set_is_one_change_and_one_undo(services: Services) -> None:
    reminder.turn(services, Thing.LESSON, True)
    change = reminder.choose(services, ReadySet.STEADY)
    assert on(services) == {"checkin", "exercise", "walk"} | OF_COURSE
    undo(services, change)
    assert on(services) == {"lesson"}
    reminder.choose(services, ReadySet.LITTLE)
    assert on(services) == {"exercise"} | OF_COURSE
    reminder.choose(services, ReadySet.CLASSES)
    assert on(services) == OF_COURSE
    assert not reminder.is_any_on(services)  # for there is no course


def test_a_ready_set_is_not_undone_over_a_later_change(services: Services) -> None:
    change = reminder.choose(services, ReadySet.STEADY)
    reminder.turn(services, Thing.WALK, False)
    assert refused_with(lambda: undo(services, change)) == "error.undo_too_late"
    assert on(services) == {"checkin", "exercise"} | OF_COURSE


def test_the_manner_is_kept_and_undone(services: Services) -> None:
    reminder.put_quiet(services, Quiet(time(21, 30), time(8)))
    reminder.put_snooze(services, 60)
    change = reminder.show_outside(services, False)
    manner = services.reminders.manner()
    assert (manner.quiet, manner.snooze, manner.outside) == (
        Quiet(time(21, 30), time(8)),
        60,
        False,
    )
    undo(services, change)
    assert services.reminders.manner().outside
    reminder.put_quiet(services, None)
    assert services.reminders.manner().quiet is None


def test_quiet_hours_move_what_would_ring_in_them(services: Services) -> None:
    reminder.turn(services, Thing.CHECK_IN, True)
    reminder.put_times(services, Thing.CHECK_IN, [time(23)])
    assert ring(services, 2) == [("checkin", "10-06 07:00")]


@pytest.mark.parametrize(
    ("what", "silent"),
    [
        (Paused.REMINDERS, {"checkin", "exercise"}),
        (Paused.EVERYTHING, {"checkin", "exercise"}),
        (Paused.EXERCISE, {"exercise"}),
        (Paused.COURSE, set()),
    ],
)
@pytest.mark.parametrize("by", KEPT)
@pytest.mark.full
def test_pauses_are_obeyed_whoever_made_them(services: Services, what, by, silent) -> None:
    reminder.turn(services, Thing.EXERCISE, True)
    reminder.turn(services, Thing.CHECK_IN, True)
    made = pause.pause(services, what, by)
    left = {one for one, _ in ring(services)}
    assert left == {"checkin", "exercise"} - silent
    pause.lift(services, made.key)
    assert {one for one, _ in ring(services)} == {"checkin", "exercise"}


def test_a_pause_until_a_day_includes_it(services: Services) -> None:
    reminder.turn(services, Thing.CHECK_IN, True)
    change = reminder.pause_until(services, TODAY + timedelta(days=2))
    assert reminder.pause_now(services) is not None
    assert ring(services, 5)[0] == ("checkin", "10-08 20:00")
    undo(services, change)
    assert ring(services, 5)[0] == ("checkin", "10-05 20:00")


def test_ones_own_pause_is_changed_while_a_doctor_is_waited_for(services: Services) -> None:
    stop = pause.pause(services, Paused.REMINDERS, PausedBy.SAFETY)
    for days in (20, 1):
        reminder.pause_until(services, TODAY + timedelta(days=days))
    undo(services, stop)
    own = reminder.pause_now(services)
    assert own is not None and own.until == TODAY + timedelta(days=1)
    assert len(services.pauses.all()) == 1


def test_a_bad_spell_alone_does_not_silence(services: Services) -> None:
    reminder.turn(services, Thing.EXERCISE, True)
    flare.start_flare(services)
    assert ring(services)


def test_days_of_pauses(services: Services) -> None:
    pause.pause(services, Paused.COURSE, PausedBy.PHYSIO, TODAY + timedelta(days=3))
    made = pause.pause(services, Paused.REMINDERS, PausedBy.SAFETY)
    assert set(away_of(services.pauses.all(), "class")) == {
        Away(TODAY, TODAY + timedelta(days=3)),
        Away(TODAY, date.max),
    }
    pause.lift(services, made.key)
    assert away_of(services.pauses.all(), "walk") == ()


def test_reminders_follow_the_wall_clock_wherever_the_person_is(
    services: Services, hand: Hand
) -> None:
    reminder.turn(services, Thing.CHECK_IN, True)
    hand.zone = ZoneInfo("America/New_York")
    (first, *_) = reminder.upcoming(services)
    assert first.at == datetime(2026, 10, 5, 20, 0, tzinfo=hand.zone)


def test_another_person_has_reminders_of_their_own(services: Services) -> None:
    reminder.turn(services, Thing.CHECK_IN, True)
    assert not reminder.is_any_on(other_person(services))
