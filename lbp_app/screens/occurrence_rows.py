"""The times of a course as rows: each opens, and is ticked off in one tap."""

from functools import partial

import flet as ft

from lbp_app.actions import course as actions
from lbp_app.actions.course import CourseNow
from lbp_app.content import formats
from lbp_app.model.course import Attendance, Contact, Occurrence
from lbp_app.screens.buttons import lead_icon, row_button, soft_button
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.course_words import address, answers, glyph, state, title, when
from lbp_app.screens.frame import Frame
from lbp_app.screens.places import lost
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Space
from lbp_app.screens.ui import Ui, use_ui

THERE = (Attendance.ATTENDED, Attendance.AT_HOME)


def occurrence_row(ui: Ui, now: CourseNow, one: Occurrence) -> ft.Control:
    """With "Jeg var der" beneath it once its day has come and nothing was said."""
    became = formats.capital(state(ui, now.course, one))
    told = "\n".join(filter(None, [when(ui, one), became]))
    go = partial(ui.go, address(one))
    row = row_button(ui, title(ui, now.course, one), told, go, _lead(now, one))
    if not may_be_said(one, now):
        return row
    return stack(row, ft.Container(_tick(ui, now, one), padding=padding(8, 0, 8, 8)), spacing=0)


def may_be_said(one: Occurrence, now: CourseNow) -> bool:
    open_ = one.held and one.attendance is None and one.contact is not Contact.FOLLOW_UP
    return open_ and one.day <= now.today


def _tick(ui: Ui, now: CourseNow, one: Occurrence) -> ft.Control:
    text = ui.t(answers(now.course)[Attendance.ATTENDED])
    say = partial(actions.say_attendance, ui.services, one.id, Attendance.ATTENDED)
    return soft_button(ui, text, lambda: ui.act(say), "check")


def _lead(now: CourseNow, one: Occurrence) -> ft.Control:
    if one.attendance in THERE:
        return lead_icon("check", Role.MAIN, Role.ON_MAIN)
    if one.attendance or not one.held:
        return lead_icon("minus", Role.WELL, Role.SOFT)
    if one is now.next:
        return lead_icon(glyph(now.course, one), Role.WARM_BOX, Role.ON_WARM)
    return lead_icon(glyph(now.course, one))


@ft.component
def OccurrencesScreen() -> ft.View:
    """All of them, what was cancelled and the holidays too."""
    ui = use_ui()
    now = actions.course_now(ui.services)
    if now is None:
        return lost(ui)
    rows = [occurrence_row(ui, now, one) for one in now.road]
    return Frame(
        page_head(ui, ui.t("Alle tider"), ui.t("Forløb")),
        card(ui, *rows, padding=8, spacing=Space.HAIR),
    )
