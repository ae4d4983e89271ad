"""Din træning: what was done, week by week, newest first; nothing counts days in a row."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from itertools import groupby

import flet as ft

from lbp_app.content import formats
from lbp_app.screens.activity import ActivityCard
from lbp_app.screens.buttons import soft_button
from lbp_app.screens.cards import empty, page_head
from lbp_app.screens.done import Done, done_between, done_card
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.session_log import LogSessionCard
from lbp_app.screens.ui import Ui, use_ui

PAGE = 4  # weeks with something in them


@ft.component
def TrainingLogScreen() -> ft.View:
    ui = use_ui()
    shown, show = use_value(lambda: PAGE)
    writing, write = ft.use_state(False)
    today = ui.today
    weeks = _weeks(done_between(ui, date.min, today))
    add: ft.Control = soft_button(ui, ui.t("Skriv en træning ned"), partial(write, True))
    if writing:
        add = keyed(LogSessionCard, "log-session")(partial(write, False))
    more = soft_button(ui, ui.t("Vis flere uger"), partial(show, shown + PAGE))
    return Frame(
        page_head(ui, ui.t("Din træning")),
        keyed(ActivityCard, f"activity-{today}")(told=False),
        add,
        *(_week(ui, monday, done, today) for monday, done in weeks[:shown]),
        *([] if weeks else [_nothing_yet(ui)]),
        *([more] if len(weeks) > shown else []),
    )


def _weeks(done: Sequence[Done]) -> list[tuple[date, list[Done]]]:
    """By their Monday."""
    return [(monday, list(week)) for monday, week in groupby(done, _monday)]


def _monday(one: Done) -> date:
    return one.day - timedelta(days=one.day.weekday())


def _week(ui: Ui, monday: date, done: Sequence[Done], today: date) -> ft.Control:
    if monday <= today < monday + timedelta(days=7):
        title = ui.t("Denne uge")
    else:
        title = formats.date_range(ui.t, monday, monday + timedelta(days=6), today)
    return done_card(ui, title, done, dated=True)


def _nothing_yet(ui: Ui) -> ft.Control:
    return empty(
        ui,
        "mat-and-chair",
        ui.t("Her kommer det, du laver, til at stå"),
        ui.t("Træning, gåture og havearbejde: al bevægelse tæller, også den korte."),
    )
