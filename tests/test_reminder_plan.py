"""When reminders ring: tables of the hard nights, and an oracle that walks minute by minute."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.recurrence import FLOATING, Away, Plan, Quiet, Rule
from lbp_app.reminders.plan import next_after, occurrences
from tests import reminder_oracle

HOME = ZoneInfo("Europe/Copenhagen")
ZONES = ("Europe/Copenhagen", "America/New_York", "Australia/Sydney", "Asia/Kolkata")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # the clock changes in Copenhagen
LEAP = date(2028, 2, 29)


def at(text: str) -> time:
    return time.fromisoformat(text)


def rule(*times: str, **more: object) -> Rule:
    given: dict[str, object] = {"id": "a", "what": "walk", "start": date(2026, 1, 1)} | more
    return Rule(times=tuple(map(at, times)), **given)


def ring(plan: Plan | Rule, first: date, days: int, zone: str = "Europe/Copenhagen") -> list[str]:
    plan = Plan((plan,)) if isinstance(plan, Rule) else plan
    found = occurrences(plan, first, first + timedelta(days=days), ZoneInfo(zone))
    return [one.at.isoformat(timespec="minutes") for one in found]


def quiet(start: str, end: str) -> Quiet:
    return Quiet(at(start), at(end))


# --- the hard nights ----------------------------------------------------------------------------


def test_half_past_two_on_both_nights_of_the_clock():
    assert ring(rule("02:30"), SPRING - timedelta(1), 3) == [
        "2026-03-28T02:30+01:00",
        "2026-03-29T03:30+02:00",
        "2026-03-30T02:30+02:00",
    ]
    assert ring(rule("02:30"), AUTUMN, 2) == ["2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"]


def test_a_time_that_is_moved_onto_another_of_the_rule_rings_once():
    assert ring(rule("02:30", "03:30"), SPRING, 1) == ["2026-03-29T03:30+02:00"]
    assert ring(rule("02:30", "03:00"), SPRING, 1) == [
        "2026-03-29T03:00+02:00",
        "2026-03-29T03:30+02:00",
    ]


def test_every_second_day_stays_every_second_day_over_the_change():
    found = ring(rule("08:00", every_days=2, start=date(2026, 3, 26)), date(2026, 3, 26), 8)
    assert found == [f"2026-03-{d}T08:00+0{1 + (d > 28)}:00" for d in (26, 28, 30)] + [
        "2026-04-01T08:00+02:00"
    ]


@pytest.mark.parametrize(
    ("meant", "rings"),
    [
        ("21:59", "2026-05-04T21:59+02:00"),
        ("22:00", "2026-05-05T07:00+02:00"),
        ("23:59", "2026-05-05T07:00+02:00"),
        ("00:00", "2026-05-04T07:00+02:00"),
        ("03:00", "2026-05-04T07:00+02:00"),
        ("06:59", "2026-05-04T07:00+02:00"),
        ("07:00", "2026-05-04T07:00+02:00"),
    ],
)
def test_quiet_hours_over_midnight_move_to_their_end(meant, rings):
    day = date(2026, 5, 4)
    plan = Plan((rule(meant, start=day, until=day),), quiet("22:00", "07:00"))
    assert ring(plan, day, 3) == [rings]


def test_quiet_hours_within_a_day_and_of_no_length():
    day = date(2026, 5, 4)
    assert ring(Plan((rule("12:59", "13:00"),), quiet("12:00", "13:00")), day, 1) == [
        "2026-05-04T13:00+02:00"
    ]
    assert ring(Plan((rule("12:00"),), quiet("12:00", "12:00")), day, 1) == [
        "2026-05-04T12:00+02:00"
    ]


def test_quiet_hours_that_end_in_the_hour_that_is_left_out():
    plan = Plan((rule("01:00"),), quiet("22:00", "02:30"))
    assert ring(plan, SPRING, 1) == ["2026-03-29T03:30+02:00"]


def test_what_rings_is_never_within_the_quiet_hours_and_is_never_moved_back():
    plan = Plan((rule("02:30"),), quiet("03:00", "07:00"))
    assert ring(plan, SPRING, 1) == ["2026-03-29T07:00+02:00"]
    twice = Plan((rule("21:15", zone="America/New_York"),), quiet("22:00", "02:30"))
    assert ring(twice, AUTUMN, 1) == ["2026-10-25T02:30+01:00"]


def test_the_ringing_time_decides_what_lies_between_from_and_to():
    plan = Plan((rule("23:00"),), quiet("22:00", "07:00"))
    assert ring(plan, date(2026, 5, 4), 1) == ["2026-05-04T07:00+02:00"]  # of the 3rd
    assert ring(rule("00:00"), date(2026, 5, 4), 1) == ["2026-05-04T00:00+02:00"]
    assert ring(rule("00:00"), date(2026, 5, 4), 0) == []


def test_weekday_pause_until_and_count_are_of_the_day_that_was_meant():
    monday = date(2026, 5, 4)
    late = quiet("22:00", "07:00")
    assert ring(Plan((rule("23:00", weekdays=frozenset({1})),), late), monday, 7) == [
        "2026-05-05T07:00+02:00"
    ]
    away = (Away(monday, monday),)
    assert ring(Plan((rule("23:00"),), late, away), monday, 3) == [
        "2026-05-04T07:00+02:00",
        "2026-05-06T07:00+02:00",
    ]
    assert ring(Plan((rule("23:00", start=monday, until=monday),), late), monday, 5) == [
        "2026-05-05T07:00+02:00"
    ]


def test_paused_days_drop_out_and_do_not_shift_the_count():
    start = date(2026, 7, 1)
    away = (Away(date(2026, 7, 4), date(2026, 7, 7)),)
    found = ring(Plan((rule("08:00", every_days=3, start=start),), None, away), start, 15)
    assert [one[8:10] for one in found] == ["01", "10", "13"]


def test_a_zone_of_its_own_with_quiet_hours_where_the_person_is():
    """New York changes three weeks before Copenhagen."""
    plan = Plan((rule("20:00", zone="Europe/Copenhagen"),), quiet("14:30", "16:00"))
    found = ring(plan, date(2026, 3, 7), 3, "America/New_York")
    assert found == [
        "2026-03-07T14:00-05:00",
        "2026-03-08T16:00-04:00",
        "2026-03-09T16:00-04:00",
    ]


def test_floating_follows_the_person_and_a_class_does_not():
    home = rule("08:00", start=date(2026, 5, 4), until=date(2026, 5, 4))
    assert ring(home, date(2026, 5, 3), 3, "Asia/Tokyo") == ["2026-05-04T08:00+09:00"]
    course = rule("17:00", start=date(2026, 5, 4), until=date(2026, 5, 4), zone="Europe/Copenhagen")
    assert ring(course, date(2026, 5, 3), 3, "Asia/Tokyo") == ["2026-05-05T00:00+09:00"]


def test_listed_days_leap_day_and_month_ends():
    days = frozenset({date(2027, 2, 28), LEAP, date(2028, 8, 31)})
    assert ring(rule("10:00", days=days), date(2027, 1, 1), 800) == [
        "2027-02-28T10:00+01:00",
        "2028-02-29T10:00+01:00",
        "2028-08-31T10:00+02:00",
    ]
    assert ring(rule("10:00"), date(2028, 2, 28), 3)[1] == "2028-02-29T10:00+01:00"


def test_in_order_of_time_then_id():
    rules = (rule("08:00", id="b"), rule("08:00", "07:00", id="a"))
    found = occurrences(Plan(rules), date(2026, 5, 4), date(2026, 5, 5), HOME)
    assert [(one.at.hour, one.id) for one in found] == [(7, "a"), (8, "a"), (8, "b")]


def test_the_next_one_is_later_than_now():
    now = datetime(2026, 5, 4, 8, 0, tzinfo=HOME)
    found = next_after(Plan((rule("08:00"),)), now, HOME)
    assert found is not None and found.at == now + timedelta(days=1)
    over = rule("08:00", until=date(2026, 5, 4))
    assert next_after(Plan((over,)), now, HOME) is None


def test_the_ends_of_the_calendar():
    always = Plan((rule("00:00", "23:30", start=date.min),), quiet("22:00", "07:00"))
    assert list(occurrences(always, date(9999, 12, 30), date.max, HOME))
    assert list(occurrences(always, date.min, date(1, 1, 3), HOME))


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekdays": frozenset()},
        {"weekdays": frozenset({0})},
        {"weekdays": frozenset({8})},
        {"every_days": 0},
        {"weekdays": frozenset({1}), "every_days": 2},
        {"days": frozenset({LEAP}), "every_days": 2},
        {"until": date(2025, 12, 31)},
    ],
)
def test_a_rule_that_cannot_be_is_refused(wrong):
    with pytest.raises(AnswerRefusedError):
        rule("08:00", **wrong)
    with pytest.raises(AnswerRefusedError):
        rule()


# --- against the oracle -------------------------------------------------------------------------

# Not between two and three: when quiet hours end in the hour that is left out, they end an hour
# later, which no clock on the wall shows; a table above has it.
QUIET_TIMES = st.sampled_from(["00:00", "03:00", "06:30", "07:00", "12:00", "22:00", "23:30"])
TIMES = st.sampled_from(
    ["00:00", "01:59", "02:00", "02:30", "02:59", "03:00", "03:30", "07:00", "12:00", "22:30"]
)


def plans(first: date, days: int) -> st.SearchStrategy[Plan]:
    near = st.integers(-20, days).map(lambda n: first + timedelta(days=n))

    @st.composite
    def made(draw: st.DrawFn) -> Plan:
        rules = tuple(one_rule(draw, near, name) for name in draw(st.sampled_from(["a", "ab"])))
        hours = draw(st.none() | st.tuples(QUIET_TIMES, QUIET_TIMES))
        away = draw(st.lists(st.tuples(near, st.integers(0, 30)), max_size=2))
        return Plan(
            rules,
            quiet(*hours) if hours else None,
            tuple(Away(day, day + timedelta(days=n)) for day, n in away),
        )

    return made()


def one_rule(draw: st.DrawFn, near: st.SearchStrategy[date], name: str) -> Rule:
    start = draw(near)
    until = draw(st.none() | st.integers(0, 200).map(lambda n: start + timedelta(days=n)))
    zone = draw(st.just(FLOATING) | st.sampled_from(ZONES))
    when = draw(
        st.just({})
        | st.fixed_dictionaries({"weekdays": st.frozensets(st.integers(1, 7), min_size=1)})
        | st.fixed_dictionaries({"every_days": st.integers(1, 9)})
        | st.fixed_dictionaries({"days": st.frozensets(near, min_size=1, max_size=9)})
    )
    times = draw(st.lists(TIMES, min_size=1, max_size=3))
    return rule(*times, id=name, start=start, until=until, zone=zone, **when)


def held_against_the_oracle(plan: Plan, first: date, days: int, zone: str) -> None:
    end = first + timedelta(days=days)
    found = [(one.at, one.id) for one in occurrences(plan, first, end, ZoneInfo(zone))]
    assert [(at.astimezone(UTC), name) for at, name in found] == reminder_oracle.rings(
        plan, first, end, zone
    )


@pytest.mark.parametrize(
    "first", [SPRING - timedelta(9), pytest.param(AUTUMN - timedelta(9), marks=pytest.mark.full)]
)
@settings(max_examples=20)
@given(data=st.data())
def test_what_rings_is_what_the_oracle_finds(first, data):
    plan, zone = data.draw(plans(first, 18)), data.draw(st.sampled_from(ZONES))
    held_against_the_oracle(plan, first, 18, zone)


@pytest.mark.full
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("first", [date(2026, 1, 1), date(2027, 11, 1)])
@settings(max_examples=500)
@given(data=st.data())
def test_over_a_whole_year(first, data):
    plan, zone = data.draw(plans(first, 366)), data.draw(st.sampled_from(ZONES))
    held_against_the_oracle(plan, first, 366, zone)


def travelled(seed: int) -> None:
    """An app that is open now and then, and moves through zones: it asks for the next ring only."""
    random = Random(seed)  # noqa: S311
    plan = Plan((rule("08:00", "02:30"), rule("17:00", id="b", zone="Europe/Copenhagen")))
    now, rung = datetime(2026, 3, 20, tzinfo=UTC), []
    while now < datetime(2026, 4, 10, tzinfo=UTC):
        zone = ZoneInfo(random.choice(ZONES))
        until = now + timedelta(hours=random.randint(1, 60))
        while (found := next_after(plan, now, zone)) and found.at <= until:
            rung.append((found.at, found.id))
            now = found.at
        now = until + timedelta(hours=random.choice([0, 0, 1, 30]))  # closed for a while
    assert rung == sorted(rung) and len(rung) == len(set(rung))
    fixed = [at.astimezone(HOME) for at, name in rung if name == "b"]
    assert {at.hour for at in fixed} == {17}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.full
def test_travelling_both_ways_rings_nothing_twice(seed):
    travelled(seed)


@pytest.mark.full
def test_travelling_both_ways_two_thousand_times():
    for seed in range(2000):
        travelled(seed)
