"""Finds CPR numbers, which this app never keeps."""

import re
from datetime import date

from lbp_app.errors import CprNumberError

_CANDIDATE = re.compile(
    r"(?<!\d)(?<!\+)(\d{2})(\d{2})(\d{2})\s?[-\u2010-\u2015\u2212]?\s?(\d{4})(?!\d)"
)


def holds_cpr_number(text: str) -> bool:
    """Ten digits, the first six a date (ddmmyy), with or without a dash; phone numbers pass."""
    return any(_is_date(*map(int, m.group(1, 2, 3))) for m in _CANDIDATE.finditer(text))


def refuse_cpr_number(*texts: str) -> None:
    """CprNumberError where one of them holds one."""
    if any(map(holds_cpr_number, texts)):
        raise CprNumberError


def _is_date(day: int, month: int, year: int) -> bool:
    """The century stands in the seventh digit; with 2000 every fourth year is a leap year."""
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True
