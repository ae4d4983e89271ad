"""The road of a course: what is derived from start and timetable, and what people make of it."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lbp_app.actions import check_offer, course, offer, screening, session
from lbp_app.actions import pause as pausing
from lbp_app.actions.course import CourseNow, course_now, follow_up_since
from lbp_app.actions.history import undo
from lbp_app.exchange.holidays import holidays_of, is_holiday
from lbp_app.model.asking import Round
from lbp_app.model.course import (
    Appointment,
    Attendance,
    Contact,
    Course,
    Occurrence,
    Setting,
    Slot,
    State,
    Timetable,
)
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause, Paused, PausedBy
from lbp_app.model.session import SessionKind
from lbp_app.rules import course as rules
from lbp_app.services import Services
from tests.builders import NOW, TODAY, Hand, other_person, refused_with

EVENING = time(17, 0)
TUESDAY, THURSDAY = Slot(1, EVENING), Slot(3, EVENING)
A_COURSE = "c" * 32


def made(start: date, *slots: Slot, setting: Setting = Setting.CLASS) -> Course:
    table = Timetable(start, slots or (TUESDAY, THURSDAY))
    return Course(A_COURSE, start, setting, (table,), "", NOW, "Europe/Copenhagen")


def road(
    start: date,
    *slots: Slot,
    said: tuple[Appointment, ...] = (),
    pauses: tuple[Pause, ...] = (),
    today: date = TODAY,
) -> tuple[Occurrence, ...]:
    return rules.road(made(start, *slots), said, pauses, today, is_holiday)


def classes(found: tuple[Occurrence, ...]) -> list[Occurrence]:
    return [one for one in found if one.contact is Contact.CLASS]


def held(found: tuple[Occurrence, ...]) -> list[Occurrence]:
    return [one for one in classes(found) if one.held]


# --- the shape ----------------------------------------------------------------------------------


def test_there_are_twenty_contact_points_and_three_follow_ups() -> None:
    found = road(date(2026, 10, 5))
    assert [(one.contact, one.number) for one in found] == [
        (Contact.START, 1),
        (Contact.EDUCATION, 1),
        (Contact.EDUCATION, 2),
        *((Contact.CLASS, n) for n in range(1, 17)),
        (Contact.END, 1),
        *((Contact.FOLLOW_UP, n) for n in (3, 6, 12)),
    ]
    days = [one.day for one in found]
    assert days[:4] == [date(2026, 10, d) for d in (5, 6, 8, 13)]
    assert days[18:20] == [date(2026, 12, 3), date(2026, 12, 8)]
    assert days[20:] == [date(2027, 1, 5), date(2027, 4, 5), date(2027, 10, 5)]
    assert {one.clock for one in found if one.contact in (Contact.CLASS, Contact.EDUCATION)} == {
        EVENING
    }
    assert len({one.id for one in found}) == len(found)


@given(
    st.dates(date(2025, 1, 1), date(2031, 12, 31)),
    st.lists(st.integers(0, 6), min_size=2, max_size=2, unique=True),
)
@pytest.mark.full
def test_whatever_the_start_sixteen_are_held_on_the_weekdays_and_never_on_a_holiday(
    start: date, weekdays: list[int]
) -> None:
    found = road(start, *(Slot(day) for day in weekdays))
    sixteen = held(found)
    assert [one.number for one in sixteen] == [*range(1, 17)]
    assert {one.day.weekday() for one in sixteen} <= set(weekdays)
    assert not any(is_holiday(one.day) for one in sixteen)
    assert [*found] == sorted(found, key=lambda one: one.day)
    weeks = (sixteen[-1].day - sixteen[0].day).days / 7
    assert 7 <= weeks <= 10, "eight weeks, and the holidays between"


@pytest.mark.parametrize("weekdays", [(1,), (1, 1), (1, 3, 5), (1, 7)])
def test_it_takes_two_different_weekdays(weekdays: tuple[int, ...]) -> None:
    slots = tuple(map(Slot, weekdays))
    assert refused_with(lambda: made(TODAY, *slots)) == "error.course_days"


# --- the clock ----------------------------------------------------------------------------------

CLOCK_CHANGES = [  # day, Danish time, UTC
    (date(2026, 3, 26), EVENING, datetime(2026, 3, 26, 16, 0, tzinfo=UTC)),
    (date(2026, 3, 31), EVENING, datetime(2026, 3, 31, 15, 0, tzinfo=UTC)),
    (date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # does not exist
    (date(2026, 10, 22), EVENING, datetime(2026, 10, 22, 15, 0, tzinfo=UTC)),
    (date(2026, 10, 27), EVENING, datetime(2026, 10, 27, 16, 0, tzinfo=UTC)),
    (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # comes twice
]


@pytest.mark.parametrize(("day", "clock", "utc"), CLOCK_CHANGES)
def test_a_class_keeps_danish_time_over_both_changes(day: date, clock: time, utc: datetime) -> None:
    one = Occurrence("x", Contact.CLASS, 1, day, day, clock)
    assert one.begins() == utc


@pytest.mark.parametrize("start", [date(2026, 2, 16), date(2026, 9, 14)])
def test_a_course_over_a_change_of_the_clock_meets_at_five_each_time(start: date) -> None:
    local = {
        begins.astimezone(ZoneInfo("Europe/Copenhagen")).time()
        for one in held(road(start))
        if (begins := one.begins())
    }
    utc = {begins.hour for one in held(road(start)) if (begins := one.begins())}
    assert local == {EVENING}
    assert utc == {15, 16}


def test_a_class_is_over_an_hour_after_its_beginning() -> None:
    one = Occurrence("x", Contact.CLASS, 1, TODAY, TODAY, EVENING)
    begins = one.begins()
    assert begins is not None
    assert not one.is_over(begins + timedelta(minutes=59), TODAY)
    assert one.is_over(begins + timedelta(minutes=60), TODAY)
    untimed = Occurrence("x", Contact.CLASS, 1, TODAY, TODAY, None)
    assert not untimed.is_over(begins, TODAY)
    assert untimed.is_over(begins, TODAY + timedelta(days=1))


# --- holidays -----------------------------------------------------------------------------------

HOLIDAYS = [  # start of a Monday and Thursday course, days on which nothing is held
    (date(2026, 3, 2), {date(2026, 4, 2), date(2026, 4, 6), date(2026, 5, 14)}),
    (date(2026, 4, 13), {date(2026, 5, 14), date(2026, 5, 25)}),
    (date(2026, 11, 9), {date(2026, 12, 24), date(2026, 12, 31)}),
    (date(2027, 3, 8), {date(2027, 3, 25), date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 17)}),
    (date(2028, 4, 3), {date(2028, 4, 13), date(2028, 4, 17), date(2028, 5, 25), date(2028, 6, 5)}),
]


@pytest.mark.parametrize(("start", "shut"), HOLIDAYS)
def test_what_falls_on_a_holiday_is_made_up_for_at_the_end(start: date, shut: set[date]) -> None:
    found = road(start, Slot(0), Slot(3))
    closed = {one.day for one in classes(found) if one.state is State.CLOSED}
    begin = max(one.day for one in found if one.contact is Contact.EDUCATION)
    assert closed == {day for day in shut if begin < day < held(found)[-1].day}
    assert len(held(found)) == 16
    assert all(one.number == 0 for one in classes(found) if not one.held)


def test_great_prayer_day_is_an_ordinary_friday_since_2024() -> None:
    assert is_holiday(date(2023, 5, 5))
    assert not is_holiday(date(2026, 5, 1))


def test_holidays_have_names_in_both_languages() -> None:
    assert holidays_of(2026)[date(2026, 4, 6)] == "Anden påskedag"
    assert holidays_of(2026, "en")[date(2026, 4, 6)] == "Easter Monday"
    assert date(2026, 5, 1) not in holidays_of(2026), "most clinics are open"


# --- New Year and leap days ---------------------------------------------------------------------


def test_a_course_over_new_year_skips_its_holidays_and_counts_on() -> None:
    found = road(date(2026, 11, 30))
    days = [one.day for one in held(found)]
    assert date(2026, 12, 24) not in days and date(2026, 12, 31) not in days
    assert days[-1] == date(2027, 2, 4)
    assert held(found)[-1].number == 16


FOLLOWED = [  # start, 3, 6 and 12 months later
    (date(2028, 2, 29), date(2028, 5, 29), date(2028, 8, 29), date(2029, 2, 28)),
    (date(2027, 11, 30), date(2028, 2, 29), date(2028, 5, 30), date(2028, 11, 30)),
    (date(2026, 11, 30), date(2027, 2, 28), date(2027, 5, 30), date(2027, 11, 30)),
    (date(2026, 8, 31), date(2026, 11, 30), date(2027, 2, 28), date(2027, 8, 31)),
    (date(2026, 12, 31), date(2027, 3, 31), date(2027, 6, 30), date(2027, 12, 31)),
]


@pytest.mark.parametrize(("start", "three", "six", "twelve"), FOLLOWED)
def test_follow_ups_come_on_the_same_day_of_the_month_or_its_last(
    start: date, three: date, six: date, twelve: date
) -> None:
    found = [one.day for one in road(start) if one.contact is Contact.FOLLOW_UP]
    assert found == [three, six, twelve]


def test_a_class_may_fall_on_a_leap_day() -> None:
    assert date(2028, 2, 29) in [one.day for one in held(road(date(2028, 2, 1)))]


# --- pauses -------------------------------------------------------------------------------------


def a_pause(first: date, until: date | None = None, lifted: date | None = None) -> Pause:
    return Pause("p", Paused.COURSE, PausedBy.PERSON, first, until, lifted=lifted)


def test_a_pause_moves_the_rest_and_loses_nothing() -> None:
    start, first = date(2026, 10, 5), date(2026, 10, 26)
    before = road(start)
    after = road(start, pauses=(a_pause(first, lifted=first + timedelta(days=14)),))
    assert len(held(after)) == 16
    moved = [b.day - a.day for a, b in zip(held(before), held(after), strict=True)]
    assert moved == [timedelta()] * 4 + [timedelta(days=14)] * 12
    assert [b.day for b in after if b.contact is Contact.FOLLOW_UP] == [
        date(2027, 1, 19),
        date(2027, 4, 19),
        date(2027, 10, 19),
    ]


def test_while_a_pause_is_open_the_rest_is_as_if_it_ended_today() -> None:
    start, first = date(2026, 10, 5), date(2026, 10, 26)
    for today in (first, first + timedelta(days=60)):
        found = held(road(start, pauses=(a_pause(first),), today=today))
        assert found[4].day > today
        assert (found[4].day - today).days <= 5
        assert len(found) == 16


def test_a_pause_of_everything_is_one_of_the_course_too_and_one_of_exercise_is_none() -> None:
    start = date(2026, 10, 5)
    for what, days in ((Paused.EVERYTHING, 14), (Paused.EXERCISE, 0), (Paused.REMINDERS, 0)):
        away = Pause("p", what, PausedBy.PERSON, date(2026, 10, 12), date(2026, 10, 25))
        first = held(road(start, pauses=(away,)))[0]
        assert first.day == date(2026, 10, 13) + timedelta(days=days)


# --- moved, cancelled, taken part ---------------------------------------------------------------


@pytest.fixture
def begun(services: Services, hand: Hand) -> Services:
    """Three weeks in, on a Tuesday at noon: education is behind, class 5 is tonight."""
    course.set_up(services, Setting.CLASS, TODAY, [TUESDAY, THURSDAY], "Hallen")
    hand.move(days=22, hours=3)
    return services


def now(services: Services) -> CourseNow:
    found = course_now(services)
    assert found is not None
    return found


def class_(services: Services, number: int) -> Occurrence:
    return next(one for one in held(now(services).road) if one.number == number)


@pytest.mark.full
def test_a_cancelled_class_is_made_up_for_at_the_end(begun: Services) -> None:
    last, sixth = class_(begun, 16), class_(begun, 6)
    course.cancel(begun, sixth.id)
    state = now(begun).occurrence(sixth.id)
    assert state is not None and (state.state, state.number) == (State.CANCELLED, 0)
    assert len(held(now(begun).road)) == 16
    assert class_(begun, 15).id == last.id
    course.as_planned(begun, sixth.id)
    assert class_(begun, 16).id == last.id


def test_a_moved_class_stands_where_it_is_now(begun: Services) -> None:
    sixth = class_(begun, 6)
    change = course.move(begun, sixth.id, sixth.day + timedelta(days=6), time(10, 30))
    moved = now(begun).occurrence(sixth.id)
    assert moved is not None
    assert (moved.number, moved.state, moved.clock) == (7, State.MOVED, time(10, 30))
    assert len(held(now(begun).road)) == 16
    undo(begun, change)
    assert class_(begun, 6) == sixth


def test_an_excuse_is_for_the_time_that_was_and_goes_when_the_class_is_moved(
    begun: Services,
) -> None:
    sixth = class_(begun, 6)
    course.say_attendance(begun, sixth.id, Attendance.EXCUSED)
    change = course.move(begun, sixth.id, sixth.day + timedelta(days=1), sixth.clock)
    moved = now(begun).occurrence(sixth.id)
    assert moved is not None and moved.attendance is None
    undo(begun, change)
    assert class_(begun, 6).attendance is Attendance.EXCUSED


@pytest.mark.parametrize("said", [Attendance.ATTENDED, Attendance.AT_HOME, Attendance.MISSED])
def test_of_a_class_that_is_moved_to_a_day_to_come_nothing_was_said_yet(
    begun: Services, hand: Hand, said: Attendance
) -> None:
    third = class_(begun, 3)
    course.begin_home_twin(begun, third.id)
    train(begun, hand)
    course.say_attendance(begun, third.id, said)
    course.move(begun, third.id, TODAY + timedelta(days=21), third.clock)
    moved = now(begun).occurrence(third.id)
    assert moved is not None and moved.attendance, "its day is behind"
    course.move(begun, third.id, TODAY + timedelta(days=23), third.clock)
    moved = now(begun).occurrence(third.id)
    assert moved is not None and moved.attendance is None
    assert begun.sessions.all(), "the training was done all the same"


@pytest.fixture
def sixteen_others(begun: Services, hand: Hand) -> str:
    """Its first class was called off, and all that are held since have been said."""
    first = class_(begun, 1)
    course.cancel(begun, first.id)
    hand.move(days=90)
    for one in held(now(begun).road):
        course.say_attendance(begun, one.id, Attendance.ATTENDED)
    return first.id


def test_what_the_timetable_has_no_place_for_is_not_put_back_into_nowhere(
    begun: Services, sixteen_others: str
) -> None:
    again = partial(course.as_planned, begun, sixteen_others)
    assert refused_with(again) == "error.appointment_full"
    first = now(begun).occurrence(sixteen_others)
    assert first is not None and first.state is State.CANCELLED
    course.move(begun, first.id, first.planned, first.clock)
    first = now(begun).occurrence(sixteen_others)
    assert first is not None and first.state is State.PLANNED, "it is held all the same"
    course.say_attendance(begun, first.id, Attendance.MISSED)
    course.say_attendance(begun, first.id, None)
    assert now(begun).occurrence(sixteen_others) == first


@pytest.mark.full
def test_a_class_of_a_holiday_can_be_held_all_the_same(services: Services, hand: Hand) -> None:
    course.set_up(services, Setting.CLASS, date(2026, 10, 26), [Slot(1), Slot(3)])
    closed = next(one for one in now(services).road if one.state is State.CLOSED)
    assert closed.day == date(2026, 12, 24)
    course.move(services, closed.id, closed.day, closed.clock)
    again = now(services).occurrence(closed.id)
    assert again is not None and again.held and again.state is State.PLANNED
    assert len(held(now(services).road)) == 16


@pytest.mark.parametrize("attendance", Attendance)
@pytest.mark.full
def test_attendance_is_one_fact_that_can_be_changed_and_undone(
    begun: Services, attendance: Attendance
) -> None:
    third = class_(begun, 3)
    change = course.say_attendance(begun, third.id, attendance)
    assert class_(begun, 3).attendance is attendance
    course.say_attendance(begun, third.id, None)
    assert class_(begun, 3) == third
    assert begun.courses.appointments() == []
    assert refused_with(lambda: undo(begun, change)) == "error.undo_too_late"


@pytest.mark.full
def test_only_an_excuse_can_be_said_before_the_day(begun: Services) -> None:
    ahead = class_(begun, 9)
    for attendance in (Attendance.ATTENDED, Attendance.MISSED, Attendance.AT_HOME):
        assert refused_with(
            lambda attendance=attendance: course.say_attendance(begun, ahead.id, attendance)
        ) == ("error.future_day")
    course.say_attendance(begun, ahead.id, Attendance.EXCUSED)
    assert class_(begun, 9).attendance is Attendance.EXCUSED


@pytest.mark.full
def test_what_was_attended_stays_when_the_weekdays_change(begun: Services) -> None:
    third = class_(begun, 3)
    course.say_attendance(begun, third.id, Attendance.ATTENDED)
    before = [one.day for one in held(now(begun).road)[:4]]
    course.change_course(begun, Setting.CLASS, TODAY, [Slot(0, EVENING), Slot(2, EVENING)])
    after = held(now(begun).road)
    assert [one.day for one in after[:4]] == before
    assert after[2].attendance is Attendance.ATTENDED
    assert {one.day.weekday() for one in after[4:]} == {0, 2}
    assert len(after) == 16
    assert all(one.day >= begun.clock.today() for one in after[4:])


@pytest.mark.full
def test_the_pause_of_a_person_holds_until_they_go_on(begun: Services, hand: Hand) -> None:
    tonight = class_(begun, 5)
    course.pause_course(begun)
    assert now(begun).pause is not None and now(begun).next is None
    hand.move(days=21)
    course.resume_course(begun)
    assert now(begun).pause is None
    assert class_(begun, 5).day == tonight.day + timedelta(days=21)
    assert refused_with(lambda: course.resume_course(begun)) == "error.pause_none"


def test_a_course_is_paused_once_and_goes_on_whoever_paused_it(begun: Services, hand: Hand) -> None:
    course.pause_course(begun)
    assert refused_with(lambda: course.pause_course(begun)) == "error.course_paused"
    pausing.pause(begun, Paused.COURSE, PausedBy.PERSON)  # as from another device
    hand.move(days=3)
    undo(begun, course.resume_course(begun))
    assert now(begun).pause is not None
    course.resume_course(begun)
    assert now(begun).pause is None


def test_the_same_course_is_not_set_up_twice(services: Services, hand: Hand) -> None:
    slots = [TUESDAY, THURSDAY]
    course.set_up(services, Setting.CLASS, TODAY, slots, "Hallen")
    hand.move(minutes=1)
    again = partial(course.set_up, services, Setting.CLASS, TODAY, slots)
    assert refused_with(lambda: again("Hallen")) == "error.course_known"
    again("Salen")
    assert len(services.courses.all()) == 2


@pytest.mark.parametrize(("setting", "is_over"), [(Setting.CLASS, True), (Setting.HOME, False)])
def test_times_at_home_are_of_the_zone_in_which_the_person_is(
    services: Services, hand: Hand, setting: Setting, is_over: bool
) -> None:
    """At 8:30 in Los Angeles it is 17:30 in Denmark."""
    hand.zone = ZoneInfo("America/Los_Angeles")
    hand.move(hours=9)
    course.set_up(services, setting, TODAY, [Slot(1, time(16)), Slot(3, time(16))])
    start = now(services).road[0]
    course.say_attendance(services, start.id, Attendance.ATTENDED)
    hand.at = datetime(2026, 10, 6, 8, 30, tzinfo=hand.zone)
    assert (course.asked_about(services, now(services)) is not None) is is_over
    hand.move(hours=8, minutes=30)
    assert course.asked_about(services, now(services)) is not None


@pytest.mark.full
def test_next_is_the_first_of_which_nothing_was_said(begun: Services) -> None:
    tonight = now(begun).next
    assert tonight is not None and tonight.day == begun.clock.today()
    course.say_attendance(begun, tonight.id, Attendance.EXCUSED)
    after = now(begun).next
    assert after is not None and after.number == tonight.number + 1


@pytest.mark.full
def test_it_is_asked_about_once_it_is_over_for_a_week(begun: Services, hand: Hand) -> None:
    asked = course.asked_about(begun, now(begun))
    assert asked is not None and asked.number == 4, "tonight is still to come"
    hand.move(hours=7)
    asked = course.asked_about(begun, now(begun))
    assert asked is not None and asked.number == 5
    course.say_attendance(begun, asked.id, Attendance.MISSED)
    course.pause_course(begun)
    hand.move(days=9)
    assert course.asked_about(begun, now(begun)) is None


@pytest.mark.full
def test_weeks_are_counted_in_classes(begun: Services, hand: Hand) -> None:
    assert now(begun).week == 3
    hand.move(days=-14)
    assert now(begun).week == 1
    hand.move(days=-7)
    assert now(begun).week is None


# --- the home twin ------------------------------------------------------------------------------


def train(services: Services, hand: Hand) -> Change | None:
    session.go_on(services)
    session.done_set(services, 40)
    hand.move(minutes=20)
    return session.finish_session(services)


def test_a_missed_class_is_made_up_for_by_its_home_twin(begun: Services, hand: Hand) -> None:
    third = class_(begun, 3)
    course.say_attendance(begun, third.id, Attendance.MISSED)
    running = course.begin_home_twin(begun, third.id)
    assert running.kind is SessionKind.CLASS
    assert class_(begun, 3).attendance is Attendance.MISSED, "not before it was done"
    change = train(begun, hand)
    assert change is not None
    assert class_(begun, 3).attendance is Attendance.AT_HOME
    undo(begun, change)
    assert class_(begun, 3).attendance is Attendance.MISSED


@pytest.mark.full
def test_nothing_is_said_of_a_class_while_another_training_is_under_way(begun: Services) -> None:
    offer.start(begun, offer.offer(begun, SessionKind.SHORT))
    third = class_(begun, 3)
    assert refused_with(lambda: course.begin_home_twin(begun, third.id)) == "error.session_running"
    assert begun.courses.appointments() == []


@pytest.mark.parametrize(
    ("kind", "counts"),
    [(SessionKind.SHORT, True), (SessionKind.FULL, True), (SessionKind.WARM_UP, False)],
)
@pytest.mark.full
def test_on_ones_own_a_training_of_the_day_is_the_class(
    services: Services, hand: Hand, kind: SessionKind, counts: bool
) -> None:
    course.set_up(services, Setting.HOME, TODAY, [Slot(1), Slot(3)])
    hand.move(days=8)
    offer.start(services, offer.offer(services, kind))
    train(services, hand)
    first = class_(services, 1)
    assert first.day == services.clock.today()
    assert first.attendance is (Attendance.ATTENDED if counts else None)


# --- setting up ---------------------------------------------------------------------------------


def test_a_course_is_set_up_changed_removed_and_put_back(services: Services) -> None:
    assert course_now(services) is None
    course.set_up(services, Setting.CLASS, TODAY, [THURSDAY, TUESDAY], " Hallen ")
    kept = now(services).course
    assert (kept.place, kept.slots) == ("Hallen", (TUESDAY, THURSDAY))
    course.change_course(services, Setting.HOME, TODAY, [Slot(0), Slot(4)])
    assert (now(services).course.id, now(services).course.setting) == (kept.id, Setting.HOME)
    assert len(now(services).course.timetables) == 1, "nothing had begun"
    removed = course.remove_course(services)
    assert course_now(services) is None
    undo(services, removed)
    assert now(services).course.setting is Setting.HOME
    assert course_now(other_person(services)) is None


def test_what_cannot_be_is_refused(services: Services) -> None:
    def start(day: date, place: str = "") -> str:
        return refused_with(
            lambda: course.set_up(services, Setting.CLASS, day, [TUESDAY, THURSDAY], place)
        )

    assert start(TODAY - timedelta(days=401)) == "error.course_start"
    assert start(TODAY + timedelta(days=367)) == "error.course_start"
    assert start(TODAY, "x" * 81) == "error.course_place"
    assert start(TODAY, "hos 010190-1234") == "error.cpr"
    for action in (
        lambda: course.remove_course(services),
        lambda: course.say_attendance(services, "x", None),
    ):
        assert refused_with(action) in ("error.course_none", "error.appointment_none")
    assert services.courses.all() == []


# --- follow-ups ---------------------------------------------------------------------------------


def offered(services: Services) -> Round | None:
    return check_offer.offered(services, follow_up_since(course_now(services)))


@pytest.mark.full
def test_each_follow_up_brings_the_check_of_signs(services: Services, hand: Hand) -> None:
    course.set_up(services, Setting.CLASS, TODAY, [TUESDAY, THURSDAY])
    hand.move(days=(date(2026, 12, 28) - TODAY).days)
    screening.record(services, {}, "")
    screening.record(services, {}, "", Round.LATER)
    assert offered(services) is None
    hand.move(days=7)
    assert offered(services) is None, "the day before"
    hand.move(days=1)
    assert offered(services) in (
        Round.FULL,
        Round.SHORT,
    )
    screening.record(services, {}, "", Round.SHORT)
    assert offered(services) is None
