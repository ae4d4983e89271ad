"""What comes due rings once, whoever is there first; what nobody could hear is listed."""

import subprocess
import sys
from datetime import datetime, time, timedelta
from random import Random

import pytest

from lbp_app.actions import activity, diary, pause, reminder, ring
from lbp_app.model.activity import ActivityKind
from lbp_app.model.diary import Scale
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.reminder import Thing
from lbp_app.model.ring import LATE, Outcome, Outside, ring_id
from lbp_app.services import Services, services_for
from lbp_app.store.session import open_database
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


def test_two_processes_ring_once_between_them(reminding: Services, hand: Hand) -> None:
    other = other_process(reminding)
    hand.move(hours=1)
    rung = [ring.settle(one) for one in (other, reminding)]
    assert list(map(len, rung)) == [1, 0]
    ring.snooze(reminding, rung[0][0])
    hand.move(minutes=30)
    assert [len(ring.settle(one)) for one in (reminding, other)] == [1, 0]
    other.database.close()


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


def test_a_little_late_still_rings(reminding: Services, hand: Hand) -> None:
    hand.at = NOW.replace(hour=10) + LATE
    assert [one.what for one in ring.settle(reminding)] == ["walk"]


def test_what_lies_before_it_was_set_is_not_missed(services: Services, hand: Hand) -> None:
    ring.settle(services)
    hand.move(hours=12)
    reminder.turn(services, Thing.WALK, True)
    reminder.turn(services, Thing.CHECK_IN, True)
    assert ring.settle(services) == [] and ring.missed(services) == []


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


def test_a_ring_that_nobody_opens_leaves_the_screen(reminding: Services, hand: Hand) -> None:
    hand.at = NOW.replace(hour=15)
    ring.settle(reminding)
    hand.move(hours=2, minutes=1)
    assert ring.ringing(reminding) == []


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


def test_one_name_for_an_occurrence_in_every_zone() -> None:
    at = datetime(2026, 10, 25, 2, 30, tzinfo=HOME)
    assert ring_id("walk", at) == "walk@20261025T0030Z"
    assert ring_id("walk", at.replace(fold=1)) == "walk@20261025T0130Z"
    assert len(ring_id("x" * 99, at)) <= 60


def lived(services: Services, hand: Hand, seed: int, days: int) -> None:
    """Open and closed at random: what came due while open rang, what did not was missed; once."""
    random = Random(seed)  # noqa: S311
    planned = {ring_id(o.id, o.at): o.at for o in reminder.upcoming(services, days + 1)}
    begun, end, rang = hand.at, hand.at + timedelta(days=days), []
    open_times: list[tuple[datetime, datetime]] = []
    while hand.at < end:
        begin = hand.at
        for _ in range(random.randint(1, 30)):
            rang += [one.id for one in ring.settle(services)]
            hand.move(minutes=random.choice([1, 9, LATE.seconds / 60]))
        rang += [one.id for one in ring.settle(services)]
        open_times.append((begin, hand.at))
        hand.move(hours=random.choice([0, 1, 5, 25]))
    assert len(rang) == len(set(rang)) and set(rang) <= set(planned)
    for name, at in planned.items():
        if any(begin < at <= close for begin, close in open_times):
            assert name in rang, name
    missed = {one.id for one in services.rings.since(begun) if one.outcome is Outcome.MISSED}
    assert not missed & set(rang)
    last = open_times[-1][1]
    assert missed | set(rang) == {name for name, at in planned.items() if at <= last}


@pytest.mark.parametrize("seed", range(1))
def test_an_app_that_is_open_now_and_then(reminding: Services, hand: Hand, seed: int) -> None:
    hand.at = datetime(2026, 10, 22, 9, 0, tzinfo=HOME)
    ring.settle(reminding)
    lived(reminding, hand, seed, days=5)


@pytest.mark.full
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("seed", range(5))
def test_an_app_that_is_open_now_and_then_for_a_year(
    reminding: Services, hand: Hand, seed: int
) -> None:
    lived(reminding, hand, seed, days=365)


def test_what_rings_is_loaded_only_when_a_reminder_is_on() -> None:
    """In a process of its own, for this one has loaded everything already."""
    code = (
        "import sys; from lbp_app import app, ringing; from lbp_app.front import wiring, server; "
        "heavy = {'apscheduler', 'icalendar', 'desktop_notifier', 'dateutil'}; "
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("[]\n", "")
