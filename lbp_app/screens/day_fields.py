"""Days and times of day as people type them."""

import re
from datetime import date, time

from lbp_app.content import formats
from lbp_app.errors import AnswerRefusedError
from lbp_app.screens.ui import Ui

_DAY = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*(?:[./-]\s*(\d{4}|\d{2})?)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:\s*[.:]\s*|(?=\d{2}$))?(\d{2})?")


def day_text(ui: Ui, day: date) -> str:
    return formats.date_numeric(ui.t, day)


def clock_text(ui: Ui, at: time | None) -> str:
    return "" if at is None else formats.clock_time(ui.t, at)


def day_of(text: str, today: date, *, ahead: bool = False) -> date:
    """ "24.8.", "24/8-2026", "2026-08-24"; without a year the nearest one to today, or from today
    on (`ahead`). Raises AnswerRefusedError for what is no day.
    """
    said = text.strip()
    try:
        if iso := _ISO.fullmatch(said):
            return date(*map(int, iso.groups()))
        if found := _DAY.fullmatch(said):
            day, month, year = found.groups()
            if year:
                return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
            return _nearest(int(day), int(month), today, today if ahead else date.min)
    except ValueError as error:
        raise AnswerRefusedError("error.course_date") from error
    raise AnswerRefusedError("error.course_date")


def _nearest(day: int, month: int, today: date, first: date) -> date:
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found += [one for one in (date(year, month, day),) if one >= first]
        except ValueError:  # 29 February
            continue
    if not found:
        raise AnswerRefusedError("error.course_date")
    return min(found, key=lambda one: abs(one - today))


def clock_of(text: str) -> time | None:
    """ "17", "17.30", "17:30", "1730"; None for an empty field. Raises AnswerRefusedError for what
    is no time.
    """
    said = text.strip().lower()
    if not said:
        return None
    found = _CLOCK.fullmatch(said)
    try:
        if found:
            return time(int(found[1]), int(found[2] or 0))
    except ValueError as error:
        raise AnswerRefusedError("error.course_time") from error
    raise AnswerRefusedError("error.course_time")
