"""What I dag says of the course: what is on today or comes next, and how the last one went."""

from functools import partial

import flet as ft

from lbp_app.actions import course as actions
from lbp_app.actions.course import CourseNow
from lbp_app.content import formats
from lbp_app.model.course import Attendance, Contact, Occurrence, Setting
from lbp_app.model.invitation import Invitation, Invited
from lbp_app.screens.buttons import link, main_button, plain_button
from lbp_app.screens.cards import card, rows_card, told
from lbp_app.screens.course_words import address, answers, at, stations_there, title
from lbp_app.screens.days import day_within
from lbp_app.screens.occurrence_rows import occurrence_row
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, words


def course_today(ui: Ui, now: CourseNow | None, invitation: Invitation) -> list[ft.Control]:
    """At most two cards. A class is not named while a pause for safety holds, and nothing is to
    those whom the programme is not for.
    """
    if now is None or now.pause:
        return []
    asked, after = actions.asked_about(ui.services, now), now.next
    cards = [] if asked is None or asked.day == now.today else [_asked(ui, now, asked)]
    invites = invitation.invited is not Invited.NOTHING
    shown = after and (invites or after.contact is not Contact.CLASS)
    if after is None or invitation.is_closed or not shown:
        return cards
    if after.day == now.today:
        return [*cards, _of_today(ui, now, after)]
    return [*cards, rows_card(ui, occurrence_row(ui, now, after))]


def _of_today(ui: Ui, now: CourseNow, one: Occurrence) -> ft.Control:
    place = now.course.place if now.course.setting is Setting.CLASS else ""
    stations = stations_there(ui, now, one)
    there = ui.t(answers(now.course)[Attendance.ATTENDED])
    say = partial(actions.say_attendance, ui.services, one.id, Attendance.ATTENDED)
    return card(
        ui,
        heading(ui, title(ui, now.course, one), Type.LABEL, 2, Role.ON_STAGE),
        words(ui, formats.capital(at(ui, ui.t("i dag"), one)), Type.SPEAK, Role.ON_STAGE),
        *([told(ui, "map-pin", place, Role.ON_STAGE)] if place else []),
        *([told(ui, "footprints", stations, Role.ON_STAGE)] if stations else []),
        ft.Row(
            [
                main_button(ui, there, lambda: ui.act(say), "check"),
                link(ui, ui.t("Se mere"), partial(ui.go, address(one))),
            ],
            wrap=True,
            spacing=Space.XS,
            run_spacing=Space.XS,
        ),
        bg=Role.STAGE,
        roomy=True,
        spacing=Space.XS,
    )


def _asked(ui: Ui, now: CourseNow, one: Occurrence) -> ft.Control:
    name, day = title(ui, now.course, one), day_within(ui, one.day, now.today)
    options = [
        (key, text)
        for key, text in answers(now.course).items()
        if one.contact is Contact.CLASS or key is not Attendance.AT_HOME
    ]

    def say(attendance: Attendance) -> None:
        ui.act(partial(actions.say_attendance, ui.services, one.id, attendance))

    buttons = [plain_button(ui, ui.t(text), partial(say, key)) for key, text in options]
    return card(
        ui,
        heading(ui, ui.t("{name}, {day}: hvordan blev det?", name=name, day=day), Type.SPEAK, 2),
        ft.Row(list(buttons), wrap=True, spacing=Space.XS, run_spacing=Space.XS),
    )
