from datetime import UTC, date, datetime
from time import sleep
from zoneinfo import ZoneInfo

import pytest

from lbp_app.model.day import THIS_RUN, Clock, day_of, days_between, steady_ms
from tests.builders import HOME, Hand


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HOME)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-10-05T02:59:59", date(2026, 10, 4)),
        ("2026-10-05T03:00:00", date(2026, 10, 5)),
        ("2026-10-05T01:30:00", date(2026, 10, 4)),
        ("2026-10-05T23:59:59", date(2026, 10, 5)),
        ("2027-01-01T00:10:00", date(2026, 12, 31)),
        ("2026-03-29T03:00:00", date(2026, 3, 29)),  # 02:00-03:00 does not exist that night
        ("2026-10-25T02:59:59", date(2026, 10, 24)),  # and exists twice on this one
    ],
)
def test_the_day_turns_at_three_by_the_wall_clock(at: str, day: date) -> None:
    assert day_of(local(at)) == day
    assert day_of(local(at).replace(fold=1)) == day


def test_the_day_is_asked_of_the_zone_where_the_device_is_now() -> None:
    hand = Hand(datetime(2026, 10, 5, 1, 30, tzinfo=UTC))
    assert hand.clock().today() == date(2026, 10, 5)
    hand.zone = ZoneInfo("America/New_York")
    assert hand.clock().today() == date(2026, 10, 4)
    assert hand.clock().zone_name() == "America/New_York"


def test_a_zone_without_a_name_says_its_distance() -> None:
    assert Clock(lambda: datetime(2026, 10, 5, tzinfo=UTC), lambda: UTC).zone_name() == "UTC"


def test_now_is_utc_whatever_the_clock_gives() -> None:
    assert Hand(local("2026-10-05T09:00:00")).clock().now().isoformat() == (
        "2026-10-05T07:00:00+00:00"
    )


def test_days_between_counts_both_ends() -> None:
    days = days_between(date(2026, 2, 27), date(2026, 3, 1))
    assert days == [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1)]
    assert days_between(date(2026, 3, 2), date(2026, 3, 1)) == []


def test_the_steady_clock_counts_what_passes_and_knows_no_time_of_day() -> None:
    before = steady_ms()
    sleep(0.02)
    assert 15 <= steady_ms() - before < 5_000
    assert Clock(lambda: datetime(2026, 10, 5, tzinfo=UTC), lambda: UTC).run == THIS_RUN
