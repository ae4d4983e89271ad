"""Din træning: what was done, day by day, newest first; nothing counts days in a row."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.model.activity import Activity
from lbp_app.model.session import Session
from lbp_app.screens.activity import ActivityCard, activity_rows
from lbp_app.screens.buttons import main_button, row_button, soft_button
from lbp_app.screens.cards import card, empty, page_head
from lbp_app.screens.figures import tile
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.session_log import LogSessionCard
from lbp_app.screens.shared import padding
from lbp_app.screens.trainings import picture_of, session_facts, session_name
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import label

PAGE = 14  # days with something in them
STILL = 60  # px


@ft.component
def TrainingLogScreen() -> ft.View:
    ui = use_ui()
    shown, show = use_value(lambda: PAGE)
    writing, write = ft.use_state(False)
    days = _days(ui)
    cards = [day_card(ui, day, *done_on(ui, day)) for day in days[:shown]]
    add = [keyed(LogSessionCard, "log-session")(partial(write, False))] if writing else []
    if not writing:
        add = [soft_button(ui, ui.t("Skriv en træning ned"), partial(write, True), "plus")]
    more = [soft_button(ui, ui.t("Vis flere dage"), partial(show, shown + PAGE))]
    return Frame(
        page_head(ui, ui.t("Din træning")),
        keyed(ActivityCard, f"activity-{ui.services.clock.today()}")(),
        *add,
        *(cards or [_nothing_yet(ui)]),
        *(more if len(days) > shown else []),
    )


def _days(ui: Ui) -> list[date]:
    done = [one.day for one in ui.services.sessions.all()]
    return sorted({*done, *(one.day for one in ui.services.activities.all())}, reverse=True)


def done_on(ui: Ui, day: date) -> tuple[list[Session], list[Activity]]:
    sessions = [one for one in ui.services.sessions.all() if one.day == day]
    return sessions, [one for one in ui.services.activities.all() if one.day == day]


def day_card(
    ui: Ui, day: date, sessions: list[Session], activities: list[Activity], title: str = ""
) -> ft.Control:
    """`title` in place of the date."""
    ago = formats.days_ago(ui.t, day, ui.services.clock.today())
    when = f"{formats.capital(formats.date_long(ui.t, day))}, {ago}"
    head = ft.Container(label(ui, title or when), padding=padding(8, 6, 8, 2))
    return card(ui, head, *_rows(ui, sessions, activities), padding=12, spacing=4)


def _rows(ui: Ui, sessions: list[Session], activities: list[Activity]) -> Iterator[ft.Control]:
    for one in sessions:
        yield session_row(ui, one)
    for row in activity_rows(activities):
        yield ft.Container(row, padding=padding(8, 6, 0, 6))


def session_row(ui: Ui, one: Session) -> ft.Control:
    drawn = tile(ui, picture_of([item.exercise for item in one.items]), STILL)
    go = partial(ui.go, f"/traening/{one.id}")
    return row_button(ui, session_name(ui, one), session_facts(ui, one), go, drawn)


def _nothing_yet(ui: Ui) -> ft.Control:
    return empty(
        ui,
        "empty-exercises",
        ui.t("Her kommer det, du laver, til at stå"),
        ui.t("Træning, gåture og havearbejde: al bevægelse tæller, også den korte."),
        main_button(ui, ui.t("Til I dag"), partial(ui.go, "/")),
    )
