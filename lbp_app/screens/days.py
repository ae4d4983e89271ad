"""The last days to choose from."""

from datetime import date, timedelta

from lbp_app.content import formats
from lbp_app.screens.choices import Choice
from lbp_app.screens.ui import Ui

SHOWN = 7


def day_choices(ui: Ui, chosen: date | None = None) -> list[Choice]:
    """Newest first; `chosen` is among them however long ago it is."""
    today = ui.today
    days = [today - timedelta(days=ago) for ago in range(SHOWN)]
    if chosen is not None and chosen not in days:
        days.append(chosen)
    return [Choice(day.isoformat(), day_name(ui, day, today)) for day in days]


def day_of_choice(value: str) -> date:
    return date.fromisoformat(value)


def day_name(ui: Ui, day: date, today: date) -> str:
    """ "I dag", "I går", "Lørdag", and from a week on "Lør. 26. sep."."""
    return formats.capital(day_within(ui, day, today))


def day_within(ui: Ui, day: date, today: date) -> str:
    """As `day_name`, for the middle of a line; a weekday is written as the language writes it."""
    ago = (today - day).days
    if 0 <= ago <= 1:
        return formats.days_ago(ui.t, day, today)
    if 1 < ago < SHOWN:
        return formats.weekday(ui.t, day)
    return _dated(ui, day, today)


def day_of_week(ui: Ui, day: date, today: date) -> str:
    """As `day_name`, below the heading of a week, which has the year."""
    old = (today - day).days >= SHOWN
    return formats.capital(_dated(ui, day, day)) if old else day_name(ui, day, today)


def _dated(ui: Ui, day: date, today: date) -> str:
    return f"{formats.weekday_short(ui.t, day)} {formats.date_short(ui.t, day, today)}"
