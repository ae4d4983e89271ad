"""Din træning on the page of development: the last weeks in a sentence and a table."""

from datetime import date, timedelta
from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card
from lbp_app.screens.charts import table
from lbp_app.screens.theme import Type
from lbp_app.screens.trainings import minutes_in_words
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import label, words

WEEKS = 8


def training_weeks(ui: Ui) -> list[ft.Control]:
    """A card, if there is anything to tell; a week without anything is not told."""
    times, minutes = _counted(ui)
    if not times:
        return []
    rows = [
        [_week(ui, monday), str(times[monday]), minutes_in_words(ui, minutes[monday])]
        for monday in sorted(times, reverse=True)
    ]
    more = link(ui, ui.t("Se al din træning"), partial(ui.go, "/traening/log"))
    return [
        card(
            ui,
            label(ui, ui.t("Din træning")),
            words(ui, _sentence(ui, sum(times.values()), sum(minutes.values())), Type.SPEAK),
            table(ui, [ui.t("Uge fra"), ui.t("Gange"), ui.t("I alt")], rows),
            ft.Row([more], wrap=True),
        )
    ]


def _counted(ui: Ui) -> tuple[dict[date, int], dict[date, int]]:
    """Times and minutes of sessions, by the Monday of the week."""
    today = ui.today
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    times, minutes = dict[date, int](), dict[date, int]()
    for one in ui.services.sessions.all():
        if one.day >= first and one.done:
            monday = one.day - timedelta(days=one.day.weekday())
            times[monday] = times.get(monday, 0) + 1
            minutes[monday] = minutes.get(monday, 0) + max(1, one.minutes)
    return times, minutes


def _week(ui: Ui, monday: date) -> str:
    return formats.date_short(ui.t, monday, ui.today)


def _sentence(ui: Ui, times: int, minutes: int) -> str:
    return ui.t.plural(
        "De sidste otte uger har du trænet {n} gang, {minutes} i alt.",
        "De sidste otte uger har du trænet {n} gange, {minutes} i alt.",
        times,
        minutes=minutes_in_words(ui, minutes),
    )
