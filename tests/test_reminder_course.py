"""What the course reminds of: times, moved and cancelled ones, follow-ups, pauses; and all of it as
a calendar.
"""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from random import Random
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events

from lbp_app.actions import (
    backup,
    calendar,
    class_plan,
    course,
    deletion,
    followed_class,
    goal,
    home_test,
    pause,
    reminder,
    ring,
)
from lbp_app.actions import class_group as classes
from lbp_app.actions.history import undo
from lbp_app.model.course import Attendance, Setting, Slot
from lbp_app.model.deletion import Kind
from lbp_app.model.hand_over import HandedOver
from lbp_app.model.home_test import HomeTest
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.person import Role
from lbp_app.model.recurrence import Quiet
from lbp_app.model.reminder import A_DAY, NIGHT, ReadySet, Thing
from lbp_app.model.ring import Outcome
from lbp_app.services import Services
from tests.builders import HOME, NOW, TODAY, Hand, other_person, refused_with

TUESDAYS = [Slot(1, time(17)), Slot(3, time(17, 30))]
YEAR = 400


def begun(services: Services, setting: Setting = Setting.CLASS) -> None:
    """From tomorrow on, with everything of the course turned on."""
    course.set_up(services, setting, TODAY + timedelta(days=1), TUESDAYS, "Salen")
    reminder.choose(services, ReadySet.CLASSES)


@pytest.fixture
def following(services: Services) -> Services:
    begun(services)
    ring.settle(services)
    return services


def planned(services: Services, what: str, days: int = YEAR) -> list[str]:
    found = reminder.upcoming(services, days)
    return [f"{one.at:%Y-%m-%d %H:%M%z}" for one in found if one.what == what]


def a_class(services: Services, day: str = "2026-10-20") -> str:
    now = course.course_now(services)
    assert now is not None
    found = now.at(f"class-{day}")
    assert found is not None
    return found.id


# --- what rings ---------------------------------------------------------------------------------


@pytest.mark.full
def test_sixteen_classes_in_danish_time_over_the_change_of_the_clock(following: Services) -> None:
    found = planned(following, "class")
    assert len(found) == 16
    assert found[:4] == [
        "2026-10-15 16:30+0200",
        "2026-10-20 16:00+0200",
        "2026-10-22 16:30+0200",
        "2026-10-27 16:00+0100",
    ]


@pytest.mark.full
def test_a_class_keeps_danish_time_on_a_journey_and_a_follow_up_floats(
    following: Services, hand: Hand
) -> None:
    reminder.put_quiet(following, None)
    hand.zone = ZoneInfo("America/New_York")
    assert planned(following, "class")[0] == "2026-10-15 10:30-0400"
    assert planned(following, "follow_up")[0] == "2027-01-06 09:00-0500"
    hand.zone = ZoneInfo("Asia/Tokyo")
    assert planned(following, "class")[0] == "2026-10-15 23:30+0900"


def test_a_course_on_ones_own_floats_and_is_exercises(services: Services, hand: Hand) -> None:
    begun(services, Setting.HOME)
    hand.zone = ZoneInfo("America/New_York")
    assert planned(services, "class") == []
    assert planned(services, "training")[0] == "2026-10-15 16:30-0400"


@pytest.mark.full
def test_follow_ups_goals_and_tests(following: Services) -> None:
    assert [one[:16] for one in planned(following, "follow_up")] == [
        "2027-01-06 09:00",
        "2027-04-06 09:00",
        "2027-10-06 09:00",
    ]
    assert planned(following, "goals") == []  # there are none
    goal.set_goal(following, "Gå en tur")
    assert [one[:10] for one in planned(following, "goals")] == ["2026-11-10", "2026-12-08"]
    assert len(planned(following, "tests")) == 1
    reminder.put_before(following, Thing.FOLLOW_UP, [0, 7 * A_DAY])
    assert [one[:10] for one in planned(following, "follow_up")][:2] == ["2026-12-30", "2027-01-06"]


@pytest.mark.parametrize(
    ("start", "follow_ups"),
    [
        (date(2026, 8, 31), ["2026-11-30", "2027-02-28", "2027-08-31"]),
        (date(2027, 8, 31), ["2027-11-30", "2028-02-29", "2028-08-31"]),
        (date(2027, 2, 28), ["2027-05-28", "2027-08-28", "2028-02-28"]),
    ],
)
@pytest.mark.full
def test_follow_ups_at_the_ends_of_months_and_on_the_leap_day(
    services: Services, hand: Hand, start: date, follow_ups: list[str]
) -> None:
    hand.at = datetime.combine(start, time(8), tzinfo=HOME)
    course.set_up(services, Setting.CLASS, start, TUESDAYS)
    reminder.choose(services, ReadySet.CLASSES)
    assert [one[:10] for one in planned(services, "follow_up")] == follow_ups


@pytest.mark.full
def test_holidays_are_left_out(services: Services, hand: Hand) -> None:
    """Tuesdays and Thursdays over Christmas and New Year."""
    hand.at = datetime(2026, 12, 1, 9, tzinfo=HOME)
    course.set_up(services, Setting.CLASS, date(2026, 12, 1), [Slot(4, time(10)), Slot(5, None)])
    reminder.choose(services, ReadySet.CLASSES)
    days = {one[:10] for one in planned(services, "class")}
    assert "2026-12-25" not in days and "2026-12-26" not in days and "2027-01-01" not in days
    assert len(days) == 16
    without_a_time = [one for one in planned(services, "class") if one[:10] == "2026-12-12"]
    assert without_a_time in ([], ["2026-12-12 09:00+0100"])


@pytest.mark.full
def test_several_before_one_class(following: Services) -> None:
    reminder.put_before(following, Thing.CLASS, [60, A_DAY, 60])
    assert planned(following, "class")[:2] == ["2026-10-14 17:30+0200", "2026-10-15 16:30+0200"]
    none = refused_with(lambda: reminder.put_before(following, Thing.CLASS, []))
    assert none == "error.reminder_before"
    odd = refused_with(lambda: reminder.put_before(following, Thing.CLASS, [7]))
    assert odd == "error.answer_refused"
    change = reminder.put_before(following, Thing.CLASS, [30])
    undo(following, change)
    assert len(planned(following, "class", 12)) == 2


@pytest.mark.full
def test_moved_cancelled_and_as_it_was(following: Services) -> None:
    one = a_class(following)
    course.move(following, one, date(2026, 10, 21), time(10))
    assert "2026-10-21 09:00+0200" in planned(following, "class")
    course.cancel(following, one)
    found = planned(following, "class")
    assert "2026-10-21 09:00+0200" not in found and "2026-10-20 16:00+0200" not in found
    assert len(found) == 16  # it is made up for at the end
    course.as_planned(following, one)
    assert "2026-10-20 16:00+0200" in planned(following, "class")


@pytest.mark.full
def test_nothing_of_a_class_of_which_something_was_said(following: Services) -> None:
    course.say_attendance(following, a_class(following), Attendance.EXCUSED)
    assert "2026-10-20 16:00+0200" not in planned(following, "class")


@pytest.mark.parametrize(
    ("what", "by", "left"),
    [
        (Paused.COURSE, PausedBy.PERSON, set()),
        (Paused.EVERYTHING, PausedBy.PHYSIO, set()),
        (Paused.REMINDERS, PausedBy.SAFETY, set()),
        (Paused.EXERCISE, PausedBy.FLARE, {"appointment", "follow_up", "tests"}),
        (Paused.EXERCISE, PausedBy.SAFETY, {"appointment", "follow_up", "tests"}),
    ],
)
@pytest.mark.full
def test_pauses_are_obeyed(following: Services, what, by, left) -> None:
    made = pause.pause(following, what, by)
    assert {one.what for one in reminder.upcoming(following, YEAR)} == left
    pause.lift(following, made.key)
    found = {one.what for one in reminder.upcoming(following, YEAR)}
    assert found == {"appointment", "class", "follow_up", "tests"}


@pytest.mark.full
def test_without_a_course_or_after_it_nothing_keeps_the_program_running(
    following: Services, hand: Hand
) -> None:
    assert reminder.is_any_on(following)
    course.pause_course(following)
    course.resume_course(following)
    change = course.remove_course(following)
    assert not reminder.is_any_on(following) and ring.next_due(following) is None
    undo(following, change)
    assert reminder.is_any_on(following)
    hand.move(days=500)
    assert not reminder.is_any_on(following)


# --- quiet hours --------------------------------------------------------------------------------


def early(services: Services, *hours: time, quiet: Quiet = NIGHT) -> list[str]:
    """Classes at these hours; when they are reminded of, those of the first week."""
    slots = [Slot(1, hours[0]), Slot(3, hours[-1])]
    course.set_up(services, Setting.CLASS, TODAY + timedelta(days=1), slots)
    reminder.choose(services, ReadySet.CLASSES)
    reminder.put_quiet(services, quiet)
    return [one[5:16] for one in planned(services, "class")][:2]


@pytest.mark.parametrize(
    ("hour", "quiet", "rings"),
    [
        ("08:30", NIGHT, "10-15 07:30"),
        ("07:30", NIGHT, "10-15 07:00"),  # at the end of the quiet hours, and in time
        ("07:01", NIGHT, "10-15 07:00"),
        ("07:00", NIGHT, "10-14 21:45"),  # they end when it begins
        ("06:30", NIGHT, "10-14 21:45"),
        ("00:30", NIGHT, "10-14 21:45"),
        ("23:30", NIGHT, "10-15 21:45"),
        ("15:00", Quiet(time(8), time(16)), "10-15 07:45"),
        ("15:00", Quiet(time(0), time(23, 59)), "10-14 23:59"),
        ("15:00", Quiet(time(16), time(15, 50)), "10-14 15:59"),
        ("15:00", Quiet(time(15, 30), time(15)), "10-14 15:15"),
    ],
)
@pytest.mark.full
def test_a_reminder_of_what_begins_comes_before_it(
    services: Services, hour: str, quiet: Quiet, rings: str
) -> None:
    assert early(services, time(18), time.fromisoformat(hour), quiet=quiet)[0] == rings


@pytest.mark.full
def test_it_comes_before_it_in_every_zone_and_whatever_is_quiet(
    services: Services, hand: Hand
) -> None:
    random = Random(3)  # noqa: S311
    begun(services)
    reminder.put_before(services, Thing.CLASS, [30, 60, 120, A_DAY])
    for _ in range(10):
        hand.zone = ZoneInfo(random.choice(["Asia/Tokyo", "America/New_York", "Europe/Copenhagen"]))
        hours = [time(random.randrange(24), random.choice([0, 30])) for _ in range(2)]
        quiet = Quiet(*hours)
        reminder.put_quiet(services, quiet)
        found = [one for one in reminder.upcoming(services, 120) if one.what == "class"]
        now = course.course_now(services)
        assert now is not None
        begins = {one.id.partition("/")[2]: one.begins() for one in now.road}
        assert len(found) >= 60
        assert not any(quiet.holds(one.at.time()) for one in found)
        assert all(one.at < begins[one.id.partition("~")[0]] for one in found)


def test_a_class_before_dawn_rings_in_the_evening_once(services: Services, hand: Hand) -> None:
    early(services, time(6, 30))
    ring.settle(services)
    hand.at = datetime(2026, 10, 12, 21, 45, tzinfo=HOME)
    assert [one.about for one in ring.settle(services)] == ["education-2"]
    hand.at = datetime(2026, 10, 13, 7, 0, tzinfo=HOME)
    assert ring.settle(services) == [] and ring.missed(services) == []


@pytest.mark.full
def test_it_is_put_off_only_while_there_is_time(following: Services, hand: Hand) -> None:
    hand.at = datetime(2026, 10, 20, 16, 0, tzinfo=HOME)
    (rang,) = ring.settle(following)
    reminder.put_snooze(following, 60)
    assert not ring.may_snooze(following, rang)
    ring.snooze(following, rang)
    assert ring.ringing(following) == [rang]
    reminder.put_snooze(following, 30)
    assert ring.may_snooze(following, rang)
    ring.snooze(following, rang)
    hand.move(minutes=30)
    (again,) = ring.settle(following)
    assert again.id == rang.id
    assert not ring.may_snooze(following, again)


def test_of_a_class_that_is_not_held_then_nothing_rings(following: Services, hand: Hand) -> None:
    hand.at = datetime(2026, 10, 20, 16, 0, tzinfo=HOME)
    (rang,) = ring.settle(following)
    assert ring.ringing(following) == [rang]
    moved = course.move(following, a_class(following, "2026-10-20"), date(2026, 10, 21), time(17))
    assert ring.ringing(following) == [] and not ring.may_snooze(following, rang)
    undo(following, moved)
    ring.snooze(following, rang)
    course.cancel(following, a_class(following, "2026-10-20"))
    hand.move(minutes=30)
    assert ring.settle(following) == ring.ringing(following) == []


# --- a class that is followed -------------------------------------------------------------------


@pytest.fixture
def on_a_class(services: Services) -> Services:
    physio = other_person(services)
    start = TODAY + timedelta(days=1)
    made = classes.start_class(physio, "Tirsdagsholdet", start, TUESDAYS, "Sal 2").key
    text = class_plan.text_of(physio, classes.class_now(physio, made))
    services.device.use(Role.PATIENT)
    followed_class.join(services, followed_class.look_at(services, text))
    reminder.choose(services, ReadySet.CLASSES)
    return services


@pytest.mark.full
def test_a_pause_does_not_move_what_a_class_does(on_a_class: Services, hand: Hand) -> None:
    before = planned(on_a_class, "class")
    course.pause_course(on_a_class)
    assert planned(on_a_class, "class") == []
    hand.move(days=17)
    course.resume_course(on_a_class)
    now = course.course_now(on_a_class)
    assert now is not None
    assert planned(on_a_class, "class") == before[-len(planned(on_a_class, "class")) :]
    assert len(planned(on_a_class, "class")) == 14


@pytest.mark.full
def test_the_calendar_names_the_class_only_when_that_is_wished(on_a_class: Services) -> None:
    data = calendar.calendar(on_a_class)
    assert b"Tirsdagsholdet" not in data and b"Sal 2" not in data
    calendar.name_class(on_a_class, True)
    named = calendar.calendar(on_a_class)
    found = events(named)
    evening = found["Holdtime: Tirsdagsholdet 2026-10-20"]
    assert evening["LOCATION"] == "Sal 2"
    assert found["Dit forløb: Tirsdagsholdet 2026-10-08"]["LOCATION"] == "Sal 2"
    assert "LOCATION" not in found["Opfølgning 2027-01-06"]
    old = events(data)["Holdtime 2026-10-20"]
    assert evening["UID"] == old["UID"] and evening["SEQUENCE"] > old["SEQUENCE"]
    calendar.name_class(on_a_class, False)
    assert b"Tirsdagsholdet" not in calendar.calendar(on_a_class)


# --- ringing ------------------------------------------------------------------------------------


@pytest.mark.full
def test_it_rings_once_and_names_the_class(following: Services, hand: Hand) -> None:
    hand.at = datetime(2026, 10, 15, 16, 30, tzinfo=HOME)
    (rang,) = ring.settle(following)
    assert (rang.what, rang.about) == ("class", "class-2026-10-15")
    assert ring.settle(following) == []


@pytest.mark.full
def test_a_class_that_is_moved_after_it_rang_rings_again(following: Services, hand: Hand) -> None:
    hand.at = datetime(2026, 10, 20, 16, 0, tzinfo=HOME)
    assert len(ring.settle(following)) == 1
    course.move(following, a_class(following), date(2026, 10, 20), time(19))
    hand.move(hours=2)
    assert [one.about for one in ring.settle(following)] == ["class-2026-10-20"]


@pytest.mark.full
def test_what_lies_behind_when_it_is_set_up_or_goes_on_was_not_missed(
    services: Services, hand: Hand
) -> None:
    ring.settle(services)
    hand.move(days=6)
    course.set_up(services, Setting.CLASS, TODAY - timedelta(days=60), TUESDAYS)
    reminder.choose(services, ReadySet.STEADY)
    assert ring.settle(services) == [] and ring.missed(services) == []
    course.pause_course(services)
    hand.move(days=2)
    course.resume_course(services)
    assert ring.settle(services) == [] and ring.missed(services) == []


# --- no time to remind of it any more -------------------------------------------------------------


def late(services: Services, hand: Hand, at: time, hour: time) -> None:
    """On Monday at `at` a course is set up of which a time is on Tuesday at `hour`."""
    ring.settle(services)
    reminder.put_quiet(services, NIGHT)
    hand.at = datetime.combine(TODAY, at, tzinfo=HOME)
    course.set_up(
        services, Setting.CLASS, TODAY - timedelta(days=4), [Slot(1, hour), Slot(3, hour)]
    )
    reminder.choose(services, ReadySet.CLASSES)
    assert ring.settle(services) == []


def test_a_time_that_is_set_up_after_its_last_reminder_is_told(
    services: Services, hand: Hand
) -> None:
    late(services, hand, time(22, 30), time(6, 30))
    (told,) = ring.too_late(services)
    assert told.is_too_late and told.outcome is Outcome.MISSED
    assert told.due.astimezone(HOME) == datetime(2026, 10, 6, 6, 30, tzinfo=HOME)
    assert ring.missed(services) == ring.ringing(services) == []
    assert ring.settle(services) == [] and ring.too_late(services) == [told]
    assert told in ring.recent(services)
    ring.open_ring(services, told.id)
    assert ring.too_late(services) == []
    hand.at = datetime(2026, 10, 6, 12, 0, tzinfo=HOME)
    assert ring.settle(services) == [] and ring.missed(services) == []


def test_it_is_not_told_any_more_when_it_has_begun_or_is_cancelled(
    services: Services, hand: Hand
) -> None:
    late(services, hand, time(22, 30), time(6, 30))
    (told,) = ring.too_late(services)
    made = course.cancel(services, f"{services.courses.all()[0].id}/{told.about}")
    assert ring.too_late(services) == []
    undo(services, made)
    assert ring.too_late(services) == [told]
    hand.at = datetime(2026, 10, 6, 6, 30, tzinfo=HOME)
    assert ring.too_late(services) == []


def test_nothing_is_told_of_a_class_while_a_doctor_is_waited_for(
    services: Services, hand: Hand
) -> None:
    late(services, hand, time(22, 30), time(6, 30))
    assert ring.too_late(services)
    made = pause.pause(services, Paused.REMINDERS, PausedBy.SAFETY)
    assert ring.too_late(services) == []
    undo(services, made)
    assert ring.too_late(services)


@pytest.mark.parametrize(("at", "hour"), [(time(21, 44), time(6, 30)), (time(22, 30), time(9, 1))])
def test_it_is_not_told_while_a_reminder_is_still_to_come(
    services: Services, hand: Hand, at: time, hour: time
) -> None:
    late(services, hand, at, hour)
    assert ring.too_late(services) == []


def test_it_is_not_told_of_what_has_rung_and_is_told_when_that_is_moved(
    following: Services, hand: Hand
) -> None:
    hand.at = datetime(2026, 10, 15, 16, 30, tzinfo=HOME)
    assert len(ring.settle(following)) == 1
    hand.move(minutes=50)
    reminder.put_before(following, Thing.CLASS, [30, 60])
    assert ring.settle(following) == [] and ring.too_late(following) == []
    course.move(following, a_class(following, "2026-10-15"), date(2026, 10, 15), time(17, 45))
    assert ring.settle(following) == []
    assert [one.about for one in ring.too_late(following)] == ["class-2026-10-15"]


@pytest.mark.full
def test_of_no_time_of_a_course_nothing_is_said(services: Services, hand: Hand) -> None:
    """However late it is set up, whatever is quiet: it rings before each time, or that is told."""
    random = Random(8)  # noqa: S311
    ring.settle(services)
    for n in range(12):
        hand.at = datetime(2026, 10, 5 + n, random.randrange(24), 40, tzinfo=HOME)
        quiet = Quiet(time(random.randrange(24)), time(random.randrange(24)))
        slots = [Slot(d, time(random.randrange(24), 30)) for d in random.sample(range(7), 2)]
        course.set_up(services, Setting.CLASS, hand.at.date() - timedelta(days=3), slots)
        reminder.choose(services, ReadySet.CLASSES)
        reminder.put_before(services, Thing.CLASS, random.sample([30, 60, 120, A_DAY], 2))
        reminder.put_quiet(services, quiet)
        now = course.course_now(services)
        assert now is not None
        ahead = {one.id: at for one in now.road if (at := one.begins()) and at > hand.at}
        end = hand.at + timedelta(days=3)
        while hand.at < end:
            ring.settle(services)
            hand.move(hours=3)
        said = {one.about for one in ring.recent(services)}
        assert {which.partition("/")[2] for which, at in ahead.items() if at < end} <= said


@pytest.mark.full
def test_a_clock_that_was_wrong_for_a_while_does_not_silence(
    following: Services, hand: Hand
) -> None:
    right = datetime(2026, 10, 15, 16, 29, tzinfo=HOME)
    hand.at = right + timedelta(days=365)
    ring.settle(following)
    reminder.turn(following, Thing.CHECK_IN, True)
    hand.at = right
    ring.settle(following)
    hand.move(minutes=1)
    assert [one.what for one in ring.settle(following)] == ["class"]


@pytest.mark.full
def test_looked_at_already(following: Services, hand: Hand) -> None:
    hand.at = datetime(2027, 1, 6, 8, 0, tzinfo=HOME)
    ring.settle(following)
    home_test.note_result(following, HomeTest.CHAIR_STANDS, 12)
    hand.move(hours=1)
    assert ring.settle(following) == []
    assert ring.recent(following)[0].outcome is Outcome.HELD


# --- the calendar -------------------------------------------------------------------------------


def events(data: bytes) -> dict[str, icalendar.Event]:
    """By what it is called and the day it is on."""
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return {f"{one['SUMMARY']} {one.decoded('DTSTART'):%Y-%m-%d}": one for one in found}


def alarms(data: bytes, zone: ZoneInfo, first: date, last: date) -> list[datetime]:
    """As a second parser finds them."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(first, last)
    walls = []
    for one in found:
        start = one["DTSTART"].dt
        wall = datetime.combine(start, time()) if not isinstance(start, datetime) else start
        own = wall.tzinfo or zone
        for alarm in one.walk("VALARM"):
            if one.get("STATUS") != "CANCELLED":
                after = alarm["TRIGGER"].dt
                walls.append((wall.replace(tzinfo=None) + after).replace(tzinfo=own))
    return sorted(walls)


@pytest.mark.full
def test_the_calendar_of_a_course(following: Services) -> None:
    goal.set_goal(following, "Gå en tur")
    data = calendar.calendar(following)
    found = events(data)
    evening = found["Holdtime 2026-10-15"]
    assert evening["DTSTART"].params["TZID"] == "Europe/Copenhagen"
    assert evening.decoded("DTSTART").time() == time(17, 30)
    assert [a["TRIGGER"].dt for a in evening.walk("VALARM")] == [timedelta(hours=-1)]
    follow_up = found["Opfølgning 2027-01-06"]
    assert follow_up["DTSTART"].params["VALUE"] == "DATE"
    assert [a["TRIGGER"].dt for a in follow_up.walk("VALARM")] == [timedelta(hours=9)]
    assert found["Et kig på dine mål 2026-11-10"]
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    for word in (b"Salen", b"ryg ", b"smerte", b"tur"):
        assert word not in data
    assert calendar.calendar(following) == data


@pytest.mark.full
def test_moved_is_higher_cancelled_says_so_and_the_others_stay(following: Services) -> None:
    before = events(calendar.calendar(following))
    zero = next(iter(before.values()))["SEQUENCE"]
    course.move(following, a_class(following), date(2026, 10, 21), time(10))
    after = events(calendar.calendar(following))
    old, new = before["Holdtime 2026-10-20"], after["Holdtime 2026-10-21"]
    assert (old["UID"], new["SEQUENCE"]) == (new["UID"], zero + 1)
    assert {one["SEQUENCE"] for name, one in after.items() if one is not new} == {zero}
    course.cancel(following, a_class(following))
    gone = {str(one["UID"]): one for one in events(calendar.calendar(following)).values()}
    off = gone[str(old["UID"])]
    assert (off["STATUS"], off["SEQUENCE"]) == ("CANCELLED", zero + 2)


@pytest.mark.full
def test_a_pause_and_another_weekday_cancel_what_was_there(following: Services, hand: Hand) -> None:
    first = events(calendar.calendar(following))
    course.pause_course(following)
    assert {one["STATUS"] for one in events(calendar.calendar(following)).values()} == {"CANCELLED"}
    hand.move(days=1)
    course.resume_course(following)
    course.change_course(following, Setting.CLASS, TODAY + timedelta(days=1), [Slot(0), Slot(2)])
    found = icalendar.Calendar.from_ical(calendar.calendar(following)).walk("VEVENT")
    by_uid = {str(one["UID"]): one for one in found}
    for name, one in first.items():
        if name.startswith("Holdtime"):
            again = by_uid[str(one["UID"])]
            assert again["STATUS"] == "CANCELLED" and again["SEQUENCE"] > one["SEQUENCE"]
    held = [one for one in found if one["SUMMARY"] == "Holdtime" and "STATUS" not in one]
    assert len(held) == 16


@pytest.mark.full
def test_one_thing_alone(following: Services) -> None:
    reminder.turn(following, Thing.WALK, True)
    reminder.turn(following, Thing.CHECK_IN, True)
    for of, titles, many in (
        ("walk", {"Tid til en tur"}, 1),
        ("class-2026-10-20", {"Holdtime"}, 1),
        ("follow_up-6", {"Opfølgning"}, 1),
        ("follow_up", {"Opfølgning"}, 3),
        ("class", {"Holdtime", "Dit forløb"}, 20),
    ):
        found = icalendar.Calendar.from_ical(calendar.calendar_file(following, of)).walk("VEVENT")
        assert ({str(one["SUMMARY"]) for one in found}, len(found)) == (titles, many)
    whole = {str(one["UID"]) for one in events(calendar.calendar(following)).values()}
    one_of = {str(o["UID"]) for o in events(calendar.calendar_file(following, "walk")).values()}
    assert one_of < whole
    nothing = refused_with(lambda: calendar.calendar_file(following, "lesson"))
    assert nothing == "error.calendar_nothing"


def test_off_means_no_alarm_and_the_times_stay(following: Services) -> None:
    reminder.turn(following, Thing.CLASS, False)
    found = events(calendar.calendar(following))
    assert found["Holdtime 2026-10-20"].walk("VALARM") == []


@pytest.mark.full
def test_nothing_is_remembered_of_what_was_deleted(following: Services) -> None:
    calendar.calendar(following)
    key = f"calendar_made.{following.person.get().id}"
    assert "Holdtime" in following.device.get(key)
    deletion.delete(following, deletion.of_kind(Kind.COURSE))
    assert following.device.get(key) is None


def test_what_was_taken_along_is_taken_out_again(following: Services, hand: Hand) -> None:
    reminder.turn(following, Thing.WALK, True)
    phone = Phone()
    assert not calendar.is_taken_along(following)
    assert refused_with(lambda: calendar.removal_file(following)) == "error.calendar_nothing"
    phone.takes(calendar.calendar_file(following))
    assert len(phone.on(THE_DAY)) == 2
    hand.move(minutes=1)
    gone = calendar.removal_file(following)
    assert b"METHOD:CANCEL" in gone and b"STATUS:CONFIRMED" not in gone
    assert following.device.get(f"calendar_made.{following.person.get().id}") == gone.decode()
    assert [one.what for one in following.hand_overs.all()] == [HandedOver.CALENDAR] * 2
    phone.takes(gone)
    assert {str(one["STATUS"]) for one in phone.has.values()} == {"CANCELLED"}
    assert phone.on(THE_DAY) == []
    deletion.delete(following, deletion.of_kind(Kind.COURSE))
    hand.move(minutes=1)
    phone.takes(calendar.calendar_file(following))
    assert len(phone.on(THE_DAY)) == 1


class Phone:
    """A calendar that takes in files one after the other and, of each event, keeps the one with the
    highest SEQUENCE; the second parser reads it.
    """

    def __init__(self) -> None:
        self.has: dict[str, icalendar.Event] = {}

    def takes(self, data: bytes) -> None:
        for one in icalendar.Calendar.from_ical(data).walk("VEVENT"):
            known = self.has.get(str(one["UID"]))
            if known is None or one["SEQUENCE"] > known["SEQUENCE"]:
                self.has[str(one["UID"])] = one

    def on(self, day: date) -> list[str]:
        kept = icalendar.Calendar()
        for one in self.has.values():
            kept.add_component(one)
        found = recurring_ical_events.of(kept).at(day)
        return [f"{one['DTSTART'].dt:%H:%M}" for one in found if one.get("STATUS") != "CANCELLED"]


THE_DAY = date(2026, 10, 20)


@pytest.fixture
def phone(following: Services, hand: Hand) -> Phone:
    """A class of 17 that was moved to 19 after the backup was made; the phone has heard of both."""
    phone = Phone()
    phone.takes(calendar.calendar(following))
    assert phone.on(THE_DAY) == ["17:00"]
    return phone


def moved(services: Services, hand: Hand, phone: Phone, hour: int) -> None:
    hand.move(hours=1)
    course.move(services, a_class(services), THE_DAY, time(hour))
    phone.takes(calendar.calendar(services))
    assert phone.on(THE_DAY) == [f"{hour}:00"]


@pytest.mark.parametrize("again", [17, 21])
@pytest.mark.full
def test_a_phone_hears_of_what_a_restore_changed(
    following: Services, hand: Hand, phone: Phone, again: int
) -> None:
    kept, _ = backup.make(following, None)
    moved(following, hand, phone, 19)
    hand.move(hours=1)
    backup.restore(following, BytesIO(kept), None)
    if again != 17:
        return moved(following, hand, phone, again)
    data = calendar.calendar(following)
    phone.takes(data)
    assert phone.on(THE_DAY) == ["17:00"]
    hand.move(hours=1)
    assert calendar.calendar(following) == data  # told anew once
    backup.undo_restore(following)
    phone.takes(calendar.calendar(following))
    assert phone.on(THE_DAY) == ["19:00"]


@pytest.mark.full
def test_a_phone_hears_of_what_was_changed_after_a_deletion(services: Services, hand: Hand) -> None:
    phone = Phone()
    for hour in (10, 11, 12, 13):
        hand.move(minutes=5)
        reminder.turn(services, Thing.WALK, True)
        reminder.put_times(services, Thing.WALK, [time(hour)])
        phone.takes(calendar.calendar(services))
        assert phone.on(THE_DAY) == [f"{hour}:00"]
        if hour == 12:
            deletion.delete(services, deletion.of_kind(Kind.REMINDERS))
            assert services.device.get(f"calendar_made.{services.person.get().id}") is None


def held_against_the_plan(services: Services, seed: int) -> None:
    """What was said and set at random: the alarms of the calendar are the plan, for a year."""
    random = Random(seed)  # noqa: S311
    reminder.put_before(services, Thing.CLASS, random.sample((30, 60, 120, A_DAY), 2))
    reminder.put_before(services, Thing.FOLLOW_UP, random.sample((0, A_DAY, 7 * A_DAY), 2))
    reminder.turn(services, Thing.WALK, random.choice([True, False]))
    for _ in range(random.randint(0, 6)):
        now = course.course_now(services)
        assert now is not None
        one = random.choice([each for each in now.road if each.held and each.day > now.today])
        if random.choice([True, False]):
            to = one.day + timedelta(days=random.randint(-3, 9))
            to = min(max(to, TODAY), TODAY + course.AHEAD)
            course.move(services, one.id, to, time(random.randint(6, 21), 30))
        elif one.id.partition("/")[2].startswith("class"):
            course.cancel(services, one.id)
    if random.choice([True, False]):
        until = TODAY + timedelta(days=random.randint(0, 40))
        pause.pause(services, random.choice(list(Paused)), PausedBy.PERSON, until)
    zone = services.clock.zone()
    rings = [one.at for one in reminder.upcoming(services, 366)]
    data = calendar.calendar(services)
    last = TODAY + timedelta(days=366)
    found = alarms(data, zone, TODAY - timedelta(days=2), last + timedelta(days=9))
    end = datetime.combine(last, time(), tzinfo=HOME)
    assert [at for at in found if services.clock.local() < at < end] == rings


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.full
def test_alarms_are_the_plan(following: Services, seed: int) -> None:
    held_against_the_plan(following, seed)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(4, 150))
def test_alarms_are_the_plan_however_it_was_changed(following: Services, seed: int) -> None:
    held_against_the_plan(following, seed)


@pytest.mark.full
def test_the_bell_hears_of_a_change_of_the_course(following: Services) -> None:
    before = ring.next_due(following)
    heard: list[int] = []
    following.database.subscribe(lambda: heard.append(1))
    course.move(following, a_class(following), TODAY + timedelta(days=1), time(8, 30))
    assert heard and before != ring.next_due(following)
    assert ring.next_due(following) == NOW.replace(day=6, hour=7, minute=30)
