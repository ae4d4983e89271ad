"""When a Danish doctor's surgery can be rung."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

DENMARK = ZoneInfo("Europe/Copenhagen")
_FIXED = frozenset([(1, 1), (12, 25), (12, 26)])
_FROM_EASTER = frozenset([-3, -2, 0, 1, 39, 49, 50])  # days; the great day of prayer ended in 2024


@dataclass(frozen=True)
class Surgery:
    """`opens` and `closes` are hours in Denmark; `also_closed` are months and days."""

    opens: int
    closes: int
    also_closed: frozenset[tuple[int, int]]

    def is_open(self, at: datetime) -> bool:
        """`at` is aware."""
        there = at.astimezone(DENMARK)
        closed = there.weekday() > 4 or is_holiday(there.date())
        closed = closed or (there.month, there.day) in self.also_closed
        return self.opens <= there.hour < self.closes and not closed


def is_holiday(day: date) -> bool:
    """A Danish public holiday."""
    return (day.month, day.day) in _FIXED or (day - easter(day.year)).days in _FROM_EASTER


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian rule (Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    full = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * full) // 451
    month, day = divmod(h + full - 7 * m + 114, 31)
    return date(year, month, 1) + timedelta(days=day)
