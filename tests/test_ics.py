"""The calendar, read back by a second parser: the same times as the plan."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from lbp_app.content.wording import wording_for
from lbp_app.errors import InputRefusedError
from lbp_app.exchange.ics import calendar
from lbp_app.model.recurrence import Away, Plan, Rule
from lbp_app.reminders.plan import occurrences
from lbp_app.reminders.series import series
from tests.test_reminder_plan import AUTUMN, HOME, SPRING, ZONES, plans, quiet, rule

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
T = wording_for("da")


def written(plan: Plan | Rule, first: date, end: date, zone: ZoneInfo = HOME, **more) -> bytes:
    plan = Plan((plan,)) if isinstance(plan, Rule) else plan
    return calendar(series(plan, first, end, zone), NOW, T, **more)


def events(data: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def read_back(data: bytes, first: date, end: date, zone: ZoneInfo) -> list[datetime]:
    """As instants; a floating time is of `zone`, and must be there on its clock."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data))
    around = timedelta(days=2)
    times = [one["DTSTART"].dt for one in found.between(first - around, end + around)]
    for at in times:
        if at.tzinfo is None:
            there = at.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
            assert there.replace(tzinfo=None) == at
    instants = (at if at.tzinfo else at.replace(tzinfo=zone) for at in times)
    inside = (at for at in instants if first <= at.astimezone(zone).date() < end)
    return sorted(at.astimezone(UTC) for at in inside)


def held_against_the_plan(plan: Plan, first: date, days: int, zone: ZoneInfo) -> None:
    end = first + timedelta(days=days)
    rings = [one.at.astimezone(UTC) for one in occurrences(plan, first, end, zone)]
    assert read_back(written(plan, first, first, zone), first, end, zone) == rings


@pytest.mark.parametrize("first", [SPRING - timedelta(9), AUTUMN - timedelta(9)])
@settings(max_examples=15)
@given(data=st.data())
@pytest.mark.full
def test_it_gives_the_times_of_the_plan(first, data):
    plan, zone = data.draw(plans(first, 18)), data.draw(st.sampled_from(ZONES))
    held_against_the_plan(plan, first, 18, ZoneInfo(zone))


@pytest.mark.full
@pytest.mark.timeout(3000)
@settings(max_examples=100)
@given(data=st.data())
def test_it_gives_the_times_of_the_plan_for_a_year(data):
    first = date(2026, 3, 1)
    plan, zone = data.draw(plans(first, 366)), data.draw(st.sampled_from(ZONES))
    held_against_the_plan(plan, first, 366, ZoneInfo(zone))


@pytest.mark.full
def test_a_year_of_everything_that_is_odd():
    away = (Away(date(2026, 7, 6), date(2026, 7, 26)),)
    rules = (
        rule("08:00", "23:30", "02:30", "07:00", id="a", weekdays=frozenset({1, 3, 5})),
        rule("02:30", "03:30", id="b", every_days=3, zone="Europe/Copenhagen"),
        rule("21:00", id="c", zone="America/New_York"),
        rule("10:00", id="d", days=frozenset({date(2026, 10, 25), date(2027, 1, 31)})),
    )
    for hours in (None, quiet("22:00", "07:00"), quiet("02:45", "03:15")):
        for zone in ZONES:
            held_against_the_plan(Plan(rules, hours, away), date(2026, 3, 1), 366, ZoneInfo(zone))


def test_a_home_reminder_floats_and_a_class_has_its_zone():
    home, course = rule("08:00", id="a"), rule("17:00", id="b", zone="Europe/Copenhagen")
    text = written(Plan((home, course)), date(2026, 3, 1), date(2026, 4, 1)).decode()
    assert "DTSTART:20260101T080000" in text
    assert "DTSTART;TZID=Europe/Copenhagen:20260101T170000" in text
    assert text.count("BEGIN:VTIMEZONE") == 1 and text.count("BEGIN:VALARM") == 2
    assert "RRULE:FREQ=DAILY" in text


def test_quiet_hours_are_plain_times_and_pauses_left_out_days():
    away = (Away(date(2026, 5, 4), date(2026, 5, 5)),)
    plan = Plan((rule("23:00", weekdays=frozenset({1, 2})),), quiet("22:00", "07:00"), away)
    (one,) = events(written(plan, date(2026, 3, 1), date(2026, 6, 1)))
    assert one["RRULE"]["BYDAY"] == ["TU", "WE"]
    assert one["DTSTART"].dt.hour == 7
    left_out = {at.dt.date() for at in one["EXDATE"].dts}
    assert left_out == {date(2026, 5, 5), date(2026, 5, 6)}


@pytest.mark.parametrize(("until", "last"), [(None, None), (date(2026, 5, 1), 1)])
def test_it_ends_when_the_rule_does(until, last):
    plan = Plan((rule("08:00", until=until),))
    (one,) = events(written(plan, date(2026, 3, 1), date(2026, 4, 1)))
    said = one["RRULE"].get("UNTIL")
    assert said == (None if last is None else [datetime(2026, 5, 1, 8, 0)])  # noqa: DTZ001


@pytest.mark.parametrize(
    ("language", "titles"),
    [("da", {"Tid til øvelser", "Holdtime"}), ("en", {"Time for exercises", "Class"})],
)
@pytest.mark.full
def test_titles_say_nothing_of_health(language, titles):
    rules = (rule("08:00", id="a", what="exercise"), rule("17:00", id="b", what="class"))
    found = series(Plan(rules), date(2026, 3, 1), date(2026, 4, 1), HOME)
    made = events(calendar(found, NOW, wording_for(language)))
    assert {str(one["SUMMARY"]) for one in made} == titles
    assert "DESCRIPTION" not in made[0]


@pytest.mark.full
def test_an_event_keeps_its_name_and_counts_its_changes():
    period = date(2026, 3, 1), date(2026, 4, 1)
    first = written(rule("08:00"), *period)
    assert written(rule("08:00"), *period, before=first) == first
    moved = written(rule("09:00"), *period, before=first)
    (old,), (new,) = events(first), events(moved)
    assert old["UID"] == new["UID"]
    zero = old["SEQUENCE"]
    assert new["SEQUENCE"] == zero + 1  # within the same second
    stopped = written(Plan(), *period, before=moved)
    (gone,) = events(stopped)
    assert (gone["UID"], gone["STATUS"], gone["SEQUENCE"]) == (old["UID"], "CANCELLED", zero + 2)
    assert written(Plan(), *period, before=stopped) == stopped
    (back,) = events(written(rule("08:00"), *period, before=stopped))
    assert (back["UID"], back.get("STATUS"), back["SEQUENCE"]) == (old["UID"], None, zero + 3)


@pytest.mark.full
def test_a_change_is_newer_also_where_nothing_is_known_of_before():
    period = date(2026, 3, 1), date(2026, 4, 1)
    before = events(written(rule("08:00"), *period))
    for _ in range(5):
        before = events(written(rule("08:00"), *period, before=made(before)))
    found = series(Plan((rule("09:00"),)), *period, HOME)
    (later,) = events(calendar(found, NOW + timedelta(minutes=1), T))
    assert later["SEQUENCE"] > before[0]["SEQUENCE"] >= 0
    (far,) = events(calendar(found, datetime(2080, 1, 1, tzinfo=UTC), T))
    assert far["SEQUENCE"] < 2**31  # RFC 5545, 3.3.8


def made(of: list[icalendar.Event]) -> bytes:
    kept = icalendar.Calendar.from_ical(written(Plan(), date(2026, 3, 1), date(2026, 4, 1)))
    for one in of:
        kept.add_component(one)
    return kept.to_ical()


@pytest.mark.parametrize(
    "other", [b"x", b"BEGIN:VCALENDAR\r\nPRODID:-//X//X\r\nEND:VCALENDAR\r\n", b"\xff\xfe"]
)
def test_another_calendar_is_not_written_over(other):
    with pytest.raises(InputRefusedError):
        calendar([], NOW, T, other)
