"""What was trained and moved, as rows: a session opens its page, an activity opens in place."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import flet as ft

from lbp_app.model.activity import Activity
from lbp_app.model.session import Session
from lbp_app.screens.activity import activity_rows
from lbp_app.screens.buttons import lead_icon, row_button
from lbp_app.screens.cards import card
from lbp_app.screens.days import day_of_week
from lbp_app.screens.figures import tile
from lbp_app.screens.shared import padding
from lbp_app.screens.trainings import listed, picture_of, session_facts, session_name
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import label

STILL = 52  # px
Done = Session | Activity


def done_between(ui: Ui, first: date, last: date) -> list[Done]:
    """Both ends included; newest day first, on a day in the order in which it was done."""
    kept: list[Done] = [*ui.services.sessions.all(), *ui.services.activities.all()]
    return sorted((one for one in kept if first <= one.day <= last), key=_newest_first)


def _newest_first(one: Done) -> tuple[int, bool]:
    return -one.day.toordinal(), isinstance(one, Activity)


def done_card(ui: Ui, title: str, done: Sequence[Done], *, dated: bool = False) -> ft.Control:
    """`dated`: each row says its day."""
    rows = [row for one in done for row in _rows(ui, one, dated)]
    head = ft.Container(label(ui, title), padding=padding(8, 6, 8, 2))
    return card(ui, head, *rows, padding=12, spacing=2)


def _rows(ui: Ui, one: Done, dated: bool) -> list[ft.Control]:
    if isinstance(one, Session):
        return [session_row(ui, one, dated=dated)]
    (row,) = activity_rows([one], dated=dated)
    return [ft.Container(row, padding=padding(8, 6, 8, 6))]


def session_row(ui: Ui, one: Session, *, dated: bool = False) -> ft.Control:
    told = session_facts(ui, one)
    day = day_of_week(ui, one.day, ui.today)
    go = partial(ui.go, f"/traening/{one.id}")
    lead = _picture(ui, one)
    return row_button(ui, session_name(ui, one), listed([day, told]) if dated else told, go, lead)


def _picture(ui: Ui, one: Session) -> ft.Control:
    if not one.items:
        return lead_icon("person-standing")
    return tile(ui, picture_of([item.exercise for item in one.items]), STILL)
