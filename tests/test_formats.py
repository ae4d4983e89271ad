"""Dates, times and numbers as Danes and Britons write them."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from lbp_app.content import formats
from lbp_app.content.wording import wording_for

DA, EN = wording_for("da"), wording_for("en")
SUNDAY = date(2026, 11, 22)


def test_dates() -> None:
    shown = [
        (f(DA, SUNDAY), f(EN, SUNDAY))
        for f in (
            partial(formats.date_long, today=SUNDAY),
            formats.date_full,
            partial(formats.date_short, today=SUNDAY),
            formats.date_numeric,
            formats.month_and_year,
            formats.weekday_short,
        )
    ]
    assert shown == [
        ("søndag 22.\xa0november", "Sunday 22\xa0November"),
        ("22.\xa0november 2026", "22\xa0November 2026"),
        ("22.\xa0nov.", "22\xa0Nov"),
        ("22.11.2026", "22/11/2026"),
        ("november 2026", "November 2026"),
        ("søn.", "Sun"),
    ]


def test_one_digit_days_and_the_first_month() -> None:
    assert formats.date_numeric(DA, date(2027, 1, 2)) == "02.01.2027"
    assert formats.date_short(DA, date(2027, 1, 2), date(2027, 1, 2)) == "2.\xa0jan."
    assert formats.date_range(DA, SUNDAY, date(2026, 12, 3), SUNDAY) == "22.\xa0nov. – 3.\xa0dec."


def test_a_date_of_another_year_has_its_year() -> None:
    """Over New Year, on both sides of it, from one day to the next."""
    old, new = date(2026, 12, 31), date(2027, 1, 1)
    for f, danish, english in (
        (formats.date_long, "torsdag 31.\xa0december 2026", "Thursday 31\xa0December 2026"),
        (formats.date_short, "31.\xa0dec. 2026", "31\xa0Dec 2026"),
    ):
        assert (f(DA, old, new), f(EN, old, new)) == (danish, english)
    assert formats.date_long(DA, new, old) == "fredag 1.\xa0januar 2027"
    assert formats.date_short(DA, new, old) == "1.\xa0jan. 2027"


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_a_range_has_the_years_that_it_needs(year: int) -> None:
    first, today = date(2026, 12, 28), date(year, 3, 1)
    over = formats.date_range(DA, first, date(2027, 1, 3), today)
    assert over == "28.\xa0dec. 2026 – 3.\xa0jan. 2027"
    within = formats.date_range(DA, first, date(2026, 12, 30), today)
    assert within == "28.\xa0dec. – 30.\xa0dec." + (" 2026" if year > 2026 else "")


def test_the_week_starts_on_monday() -> None:
    assert formats.weekday_names(DA)[0] == "mandag"
    assert formats.weekday_names(EN, short=True) == [
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    ]
    monday = SUNDAY + timedelta(days=1)
    assert [formats.weekday(DA, monday + timedelta(days=n)) for n in range(7)] == list(
        formats.WEEKDAYS
    )


def test_every_month_has_its_name() -> None:
    named = [formats.month(EN, date(2026, n, 1)) for n in range(1, 13)]
    assert (named[0], named[4], named[11], len(set(named))) == ("January", "May", "December", 12)


def test_times_and_numbers() -> None:
    at = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)
    assert (formats.clock_time(DA, at), formats.clock_time(EN, at)) == ("08.05", "08:05")
    assert (formats.decimal(DA, 3.54), formats.decimal(EN, 3.54)) == ("3,5", "3.5")
    assert formats.decimal(DA, -0.5, 2) == "−0,50"
    assert (formats.percent(DA, 130), formats.percent(EN, 130)) == ("130\u00a0%", "130%")


@pytest.mark.parametrize(
    ("days", "danish", "english"),
    [
        (0, "i dag", "today"),
        (1, "i går", "yesterday"),
        (3, "for 3 dage siden", "3 days ago"),
        (13, "for 13 dage siden", "13 days ago"),
        (14, "8.\xa0november 2026", "8\xa0November 2026"),
        (-1, "23.\xa0november 2026", "23\xa0November 2026"),
    ],
)
def test_how_long_ago(days: int, danish: str, english: str) -> None:
    day = SUNDAY - timedelta(days=days)
    assert formats.days_ago(DA, day, SUNDAY) == danish
    assert formats.days_ago(EN, day, SUNDAY) == english


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("70201201", "70 20 12 01"),
        ("70 20 12 01", "70 20 12 01"),
        ("112", "112"),
        ("+45 1", "+45 1"),
    ],
)
def test_phone_numbers_in_pairs(kept: str, shown: str) -> None:
    assert formats.phone(kept) == shown
