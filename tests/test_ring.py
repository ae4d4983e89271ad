"""What comes due rings once, whoever is there first; what nobody could hear is listed."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from lbp_app.actions import activity, course, diary, pause, reminder, ring
from lbp_app.model.activity import ActivityKind
from lbp_app.model.course import Setting, Slot
from lbp_app.model.diary import Scale
from lbp_app.model.pause import Pause, Paused, PausedBy
from lbp_app.model.recurrence import Quiet
from lbp_app.model.reminder import ReadySet, Thing
from lbp_app.model.ring import LATE, Outcome, Outside, ring_id
from lbp_app.services import Services, services_for
from lbp_app.store.session import open_database
from tests import reminder_oracle
from tests.builders import HOME, NOW, TODAY, Hand


@pytest.fixture
def reminding(services: Services) -> Services:
    """The check-in at 20:00 and the walk at 10:00 and 15:00, every day; it is Monday, 9:00."""
    reminder.turn(services, Thing.CHECK_IN, True)
    reminder.turn(services, Thing.WALK, True)
    reminder.put_times(services, Thing.WALK, [time(10), time(15)])
    ring.settle(services)
    return services


def other_process(services: Services) -> Services:
    database = open_database(services.database.path.parent, services.clock)
    person_id = services.person.get().id
    return services_for(database, person_id, services.clock, services.stop)


@pytest.mark.full
def test_it_rings_when_it_is_due_and_not_before_and_not_again(
    reminding: Services, hand: Hand
) -> None:
    assert ring.next_due(reminding) == NOW.replace(hour=10)
    hand.move(minutes=59, seconds=59)
    assert ring.settle(reminding) == []
    hand.move(seconds=1)
    (rang,) = ring.settle(reminding)
    assert (rang.what, rang.due, rang.outcome) == ("walk", NOW.replace(hour=10), Outcome.RANG)
    assert ring.settle(reminding) == []
    assert [one.id for one in ring.ringing(reminding)] == [rang.id]
    assert ring.next_due(reminding) == NOW.replace(hour=15)


@pytest.mark.full
def test_two_processes_ring_once_between_them(reminding: Services, hand: Hand) -> None:
    other = other_process(reminding)
    hand.move(hours=1)
    rung = [ring.settle(one) for one in (other, reminding)]
    assert list(map(len, rung)) == [1, 0]
    ring.snooze(reminding, rung[0][0])
    hand.move(minutes=30)
    assert [len(ring.settle(one)) for one in (reminding, other)] == [1, 0]
    other.database.close()


@pytest.mark.full
def test_what_was_missed_is_listed_and_not_rung(reminding: Services, hand: Hand) -> None:
    hand.move(days=1, hours=7)  # Tuesday 16:00
    assert ring.settle(reminding) == []
    missed = [(one.what, one.due.astimezone(HOME).day) for one in ring.missed(reminding)]
    assert missed == [("walk", 6), ("walk", 6), ("checkin", 5), ("walk", 5), ("walk", 5)]
    assert ring.ringing(reminding) == []
    ring.put_away(reminding, ring.missed(reminding))
    assert ring.missed(reminding) == []
    hand.move(days=30)
    ring.settle(reminding)
    days = {one.due.astimezone(HOME).date() for one in ring.missed(reminding)}
    assert min(days) >= hand.at.date() - timedelta(days=1)


@pytest.mark.full
def test_a_little_late_still_rings(reminding: Services, hand: Hand) -> None:
    hand.at = NOW.replace(hour=10) + LATE
    assert [one.what for one in ring.settle(reminding)] == ["walk"]


def test_what_lies_before_it_was_set_is_not_missed(services: Services, hand: Hand) -> None:
    ring.settle(services)
    hand.move(hours=12)
    reminder.turn(services, Thing.WALK, True)
    reminder.turn(services, Thing.CHECK_IN, True)
    assert ring.settle(services) == [] and ring.missed(services) == []


@pytest.mark.full
def test_only_if_it_is_not_done(reminding: Services, hand: Hand) -> None:
    diary.answer(reminding, TODAY, Scale.BACK, 3)
    activity.log_activity(reminding, ActivityKind.WALK, 20)
    reminder.only_unless_done(reminding, Thing.WALK, False)
    hand.at = NOW.replace(hour=15)
    assert [one.what for one in ring.settle(reminding)] == ["walk"]
    hand.at = NOW.replace(hour=20)
    assert ring.settle(reminding) == []
    kept = {one.what: one.outcome for one in ring.recent(reminding)}
    assert kept["checkin"] is Outcome.HELD


@pytest.mark.full
def test_the_banner_goes_when_the_thing_is_done(reminding: Services, hand: Hand) -> None:
    hand.at = NOW.replace(hour=20)
    ring.settle(reminding)
    assert ring.ringing(reminding)
    diary.answer(reminding, TODAY, Scale.BACK, 3)
    assert ring.ringing(reminding) == []


def test_opened_snoozed_and_left_alone(reminding: Services, hand: Hand) -> None:
    hand.at = NOW.replace(hour=15)
    (rang,) = ring.settle(reminding)
    ring.snooze(reminding, rang)
    assert ring.ringing(reminding) == []
    assert ring.next_due(reminding) == NOW.replace(hour=15, minute=30)
    hand.move(minutes=30)
    assert [one.id for one in ring.settle(reminding)] == [rang.id]
    hand.move(hours=1)
    assert [one.snoozed for one in ring.ringing(reminding)] == [1]
    ring.open_ring(reminding, rang.id)
    assert ring.ringing(reminding) == []
    assert ring.recent(reminding)[0].opened == hand.at


def turn_off(services: Services) -> None:
    reminder.turn(services, Thing.WALK, False)


def stop_for_safety(services: Services) -> None:
    pause.pause(services, Paused.REMINDERS, PausedBy.SAFETY)


def stop_exercise(services: Services) -> None:
    pause.pause(services, Paused.EXERCISE, PausedBy.FLARE)


def walk(services: Services) -> None:
    activity.log_activity(services, ActivityKind.WALK, 20)


@pytest.mark.parametrize("meanwhile", [turn_off, stop_for_safety, stop_exercise, walk])
def test_what_is_not_wanted_any_more_neither_stays_nor_rings_again(
    reminding: Services, hand: Hand, meanwhile: Callable[[Services], None]
) -> None:
    hand.at = NOW.replace(hour=10)
    (rang,) = ring.settle(reminding)
    assert ring.ringing(reminding) == [rang] and ring.may_snooze(reminding, rang)
    ring.snooze(reminding, rang)
    meanwhile(reminding)
    assert not ring.may_snooze(reminding, rang)
    hand.move(minutes=30)
    assert ring.settle(reminding) == [] and not ring.is_waiting(reminding)
    assert ring.ringing(reminding) == ring.missed(reminding) == []


def test_the_banner_goes_with_its_reminder(reminding: Services, hand: Hand) -> None:
    hand.at = NOW.replace(hour=15)
    assert ring.settle(reminding) == ring.ringing(reminding)
    turn_off(reminding)
    assert ring.ringing(reminding) == []
    reminder.turn(reminding, Thing.WALK, True)
    stop_for_safety(reminding)
    assert ring.ringing(reminding) == []


def test_what_was_put_off_is_missed_when_nothing_runs_then(reminding: Services, hand: Hand) -> None:
    hand.at = NOW.replace(hour=10)
    (rang,) = ring.settle(reminding)
    ring.snooze(reminding, rang)
    hand.move(minutes=30, milliseconds=LATE / timedelta(milliseconds=1) + 1)
    assert ring.settle(reminding) == ring.ringing(reminding) == []
    assert [one.id for one in ring.missed(reminding)] == [rang.id]


@pytest.mark.full
def test_a_ring_that_nobody_opens_leaves_the_screen(reminding: Services, hand: Hand) -> None:
    hand.at = NOW.replace(hour=15)
    ring.settle(reminding)
    hand.move(hours=2, minutes=1)
    assert ring.ringing(reminding) == []


@pytest.mark.full
def test_nothing_rings_in_a_pause_and_nothing_is_missed_by_it(
    reminding: Services, hand: Hand
) -> None:
    pause.pause(reminding, Paused.REMINDERS, PausedBy.SAFETY)
    assert ring.next_due(reminding) is None
    hand.move(hours=12)
    assert ring.settle(reminding) == [] and ring.recent(reminding) == []


def test_the_trial_rings_in_two_minutes(services: Services, hand: Hand) -> None:
    ring.try_it(services)
    assert ring.next_due(services) == hand.at + timedelta(minutes=2)
    assert ring.settle(services) == []
    hand.move(minutes=2)
    (rang,) = ring.settle(services)
    ring.told_outside(services, rang, Outside.NO_SERVICE)
    test = ring.last_test(services)
    assert test is not None and (test.outside, test.is_ringing) == (Outside.NO_SERVICE, True)
    stop_for_safety(services)
    assert ring.ringing(services) == [test], "it is no reminder"


def test_a_trial_that_nobody_could_hear_did_not_ring(services: Services, hand: Hand) -> None:
    ring.try_it(services)
    hand.move(minutes=45)
    assert ring.settle(services) == ring.ringing(services) == ring.missed(services) == []
    test = ring.last_test(services)
    assert test is not None and (test.outcome, test.again) == (Outcome.MISSED, None)


def test_one_name_for_an_occurrence_in_every_zone() -> None:
    meant = datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001
    assert ring_id("walk", meant) == "walk@20261025T0230"
    assert len(ring_id("x" * 99, meant)) <= 60


@pytest.mark.full
def test_a_journey_west_does_not_ring_again_and_one_east_lists_what_it_left_out(
    reminding: Services, hand: Hand
) -> None:
    hand.at = NOW.replace(hour=15)
    assert [one.what for one in ring.settle(reminding)] == ["walk"]
    ring.put_away(reminding, ring.missed(reminding))
    hand.zone = ZoneInfo("America/New_York")
    hand.move(hours=6)  # 15:00 there
    assert ring.settle(reminding) == []
    hand.move(hours=13)  # 4:00 there, 10:00 at home
    hand.zone = ZoneInfo("Asia/Tokyo")  # 17:00
    assert ring.settle(reminding) == []
    assert {f"{one.id:.30}" for one in ring.missed(reminding)} == {
        "walk@20261006T1000",
        "walk@20261006T1500",
        "checkin@20261005T2000",
    }


@pytest.mark.full
def test_the_day_turns_at_three(reminding: Services, hand: Hand) -> None:
    """What is answered at 1:30 is of the day before: a reminder at 2:00 has no need to ring, one at
    3:00 is of the new day.
    """
    reminder.put_quiet(reminding, None)
    reminder.put_times(reminding, Thing.CHECK_IN, [time(2), time(3)])
    ring.settle(reminding)
    hand.at = NOW.replace(day=6, hour=1, minute=30)
    diary.answer(reminding, reminding.clock.today(), Scale.BACK, 3)
    hand.at = NOW.replace(day=6, hour=2)
    assert [one.what for one in ring.settle(reminding) if one.what == "checkin"] == []
    hand.at = NOW.replace(day=6, hour=3)
    assert [one.what for one in ring.settle(reminding)] == ["checkin"]


@pytest.mark.full
def test_what_quiet_hours_moved_to_the_morning_is_of_the_day_before(
    reminding: Services, hand: Hand
) -> None:
    reminder.put_times(reminding, Thing.CHECK_IN, [time(23)])
    diary.answer(reminding, TODAY, Scale.BACK, 3)
    hand.at = NOW.replace(day=6, hour=7)
    assert ring.settle(reminding) == []
    hand.at = NOW.replace(day=7, hour=7)
    assert [one.what for one in ring.settle(reminding)] == ["checkin"]


# --- against the oracle -------------------------------------------------------------------------

FIRST, YEAR_END = date(2027, 9, 1), date(2028, 9, 2)  # both changes of the clock, 29 February
ZONES = ("Europe/Copenhagen", "America/New_York", "Asia/Tokyo", "Australia/Sydney")
Due = dict[str, datetime]


def set_at_random(services: Services, random: Random) -> None:
    """A course, reminders at odd times, quiet hours, pauses."""
    slots = [Slot(1, time(17)), Slot(3, time(9, 30))]
    course.set_up(services, Setting.CLASS, FIRST + timedelta(days=random.randint(1, 200)), slots)
    reminder.choose(services, ReadySet.STEADY)
    odd = [time(0), time(1, 59), time(2, 30), time(3), time(7), time(12, 1), time(23, 30)]
    reminder.put_times(services, Thing.WALK, random.sample(odd, 3))
    reminder.put_weekdays(services, Thing.EXERCISE, random.sample(range(1, 8), 3))
    reminder.put_before(services, Thing.CLASS, random.sample((30, 60, 120, 1440), 2))
    reminder.put_quiet(services, random.choice([None, Quiet(time(22), time(7))]))
    begin = FIRST + timedelta(days=random.randint(0, 200))
    for what, many in ((Paused.EXERCISE, 10), (Paused.REMINDERS, 4)):
        made = Pause(what.value, what, PausedBy.FLARE, begin, begin + timedelta(days=many))
        services.pauses.put(made)


def due_by_the_oracle(services: Services, zone: str, end: date) -> Due:
    """By the name of the row that it gets."""
    found = reminder_oracle.rings_meant(reminder.plan(services), FIRST, end, zone)
    return {f"{rule}@{meant:%Y%m%dT%H%M}": at for at, rule, meant in found}


def stay_open(services: Services, hand: Hand, until: datetime) -> list[str]:
    """As the bell does: a look at once, and at each time that is due."""
    rung = [one.id for one in ring.settle(services)]
    while (due := ring.next_due(services)) is not None and due <= until:
        hand.at = due
        rung += [one.id for one in ring.settle(services)]
    hand.at = until
    return rung + [one.id for one in ring.settle(services)]


def lived(services: Services, hand: Hand, seed: int, days: int, zones: Sequence[str]) -> None:
    """Open and closed at random, here and there: what came due while it was open rang, at its time
    by the clock on the wall there, and nothing twice; without a journey, all else was missed.
    """
    random = Random(seed)  # noqa: S311
    hand.at = datetime.combine(FIRST, time(9), tzinfo=HOME)
    set_at_random(services, random)
    end = FIRST + timedelta(days=days)
    by_zone = {zone: due_by_the_oracle(services, zone, end + timedelta(days=9)) for zone in zones}
    begun, last = hand.at, datetime.combine(end, time(9), tzinfo=HOME)
    rang: dict[str, datetime] = {}
    while hand.at < last:
        zone = random.choice(zones)
        hand.zone, begin = ZoneInfo(zone), hand.at
        until = begin + timedelta(minutes=random.randint(1, 3000))
        rung = stay_open(services, hand, until)
        assert len(rung) == len(set(rung)) and not rang.keys() & set(rung)
        due = by_zone[zone]
        for name in rung:
            assert begin - LATE <= due[name] <= until, name
        for name, at in due.items():
            if begin < at <= until and name not in rang and begin > begun:
                settled = services.rings.get(name)
                assert name in rung or (settled and settled.at < begin), name
        rang |= dict.fromkeys(rung, until)
        hand.move(minutes=random.choice([0, 5, 60, 900, 1500, 4000]))
    ring.settle(services)
    kept = {one.id: one.outcome for one in services.rings.since(begun - timedelta(days=9))}
    assert {name for name, outcome in kept.items() if outcome is Outcome.RANG} == rang.keys()
    if len(zones) == 1:
        planned = {name for name, at in by_zone[zones[0]].items() if begun < at <= hand.at}
        assert kept.keys() == planned


@pytest.mark.parametrize(("seed", "zones"), [(1, ZONES[:1]), (2, ZONES[:2])])
@pytest.mark.full
def test_an_app_that_is_open_now_and_then(
    services: Services, hand: Hand, seed: int, zones: Sequence[str]
) -> None:
    lived(services, hand, seed, 9, zones)


@pytest.mark.full
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("zones", [ZONES[:1], ZONES], ids=["at home", "travelling"])
@pytest.mark.parametrize("seed", range(6))
def test_an_app_that_is_open_now_and_then_for_a_year(
    services: Services, hand: Hand, seed: int, zones: Sequence[str]
) -> None:
    lived(services, hand, seed, (YEAR_END - FIRST).days - 1, zones)


@pytest.mark.full
def test_what_rings_is_loaded_only_when_a_reminder_is_on() -> None:
    """In a process of its own, for this one has loaded everything already."""
    code = (
        "import sys; from lbp_app import app, ringing; from lbp_app.front import wiring, server; "
        "heavy = {'apscheduler', 'icalendar', 'desktop_notifier', 'dateutil'}; "
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("[]\n", "")
