"""The two weekdays of a course or a class."""

from collections.abc import Callable

import flet as ft

from lbp_app.content import formats
from lbp_app.model.course import A_WEEK
from lbp_app.screens.choices import Choice
from lbp_app.screens.ticks import ticks
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading

SUGGESTED = (1, 3)  # Tuesday and Thursday
Weekdays = tuple[int, ...]  # in the order in which they were ticked


def two_weekdays(
    ui: Ui, now: Callable[[], Weekdays], pick: Callable[[Weekdays], None]
) -> list[ft.Control]:
    """`now` gives those that are ticked at the moment of a tap, which may be later than drawn."""
    names = formats.weekday_names(ui.t)
    options = [Choice(str(at), formats.capital(name)) for at, name in enumerate(names)]

    def tick(weekday: str, on: bool) -> None:
        """The third one takes the place of the one that was ticked first."""
        day = int(weekday)
        others = tuple(one for one in now() if one != day)
        pick((*others, day)[-A_WEEK:] if on else others)

    chosen = [str(day) for day in now()]
    return [heading(ui, ui.t("Hvilke to dage om ugen?")), ticks(ui, options, chosen, tick)]
