from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from lbp_app.exchange.rules import loaded
from lbp_app.model.day import days_between
from lbp_app.model.surgery import DENMARK, easter, is_holiday


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1961, 4, 2), (2000, 4, 23), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28),
     (2038, 4, 25), (2285, 3, 22)],
)  # fmt: skip
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


def test_the_public_holidays_of_2026() -> None:
    days = days_between(date(2026, 1, 1), date(2026, 12, 31))
    assert [day.strftime("%d.%m") for day in days if is_holiday(day)] == [
        "01.01", "02.04", "03.04", "05.04", "06.04", "14.05", "24.05", "25.05", "25.12", "26.12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-05-04T07:59", False),
        ("2026-05-04T08:00", True),
        ("2026-05-04T15:59", True),
        ("2026-05-04T16:00", False),
        ("2026-05-04T21:10", False),
        ("2026-05-02T10:00", False),  # a Saturday
        ("2026-05-03T10:00", False),
        ("2026-04-02T10:00", False),  # Maundy Thursday
        ("2026-05-14T10:00", False),  # Ascension Day
        ("2026-12-23T10:00", True),
        ("2026-12-24T10:00", False),
        ("2026-12-31T10:00", False),
        ("2027-01-01T10:00", False),
        ("2027-01-04T10:00", True),
    ],
)
def test_when_a_surgery_can_be_rung(at: str, is_open: bool) -> None:
    there = datetime.fromisoformat(at).replace(tzinfo=DENMARK)
    assert loaded().surgery.is_open(there) is is_open
    assert loaded().surgery.is_open(there.astimezone(UTC)) is is_open


def test_a_traveller_meets_the_hours_of_denmark() -> None:
    tokyo = datetime(2026, 5, 4, 16, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert loaded().surgery.is_open(tokyo)
