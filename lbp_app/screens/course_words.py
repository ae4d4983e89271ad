"""The times of a course in words."""

from lbp_app.actions.course import CourseNow
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.content.wording import mark
from lbp_app.model.class_group import ClassGroup
from lbp_app.model.course import (
    CLASSES,
    EDUCATIONS,
    Attendance,
    Contact,
    Course,
    Occurrence,
    Setting,
    State,
)
from lbp_app.model.exercise import Group
from lbp_app.screens.ui import Ui

SAID = {  # as the person says it
    Attendance.ATTENDED: mark("Jeg var der"),
    Attendance.AT_HOME: mark("Lavet hjemme"),
    Attendance.EXCUSED: mark("Afbud"),
    Attendance.MISSED: mark("Var der ikke"),
}
SAID_AT_HOME = {
    Attendance.ATTENDED: mark("Jeg gjorde det"),
    Attendance.MISSED: mark("Blev ikke til noget"),
}
TOLD = {  # as the app says it back
    Attendance.ATTENDED: mark("du var der"),
    Attendance.AT_HOME: mark("lavet hjemme"),
    Attendance.EXCUSED: mark("afbud"),
    Attendance.MISSED: mark("du var der ikke"),
}
TOLD_AT_HOME = {
    Attendance.ATTENDED: mark("gjort"),
    Attendance.AT_HOME: mark("gjort"),
    Attendance.EXCUSED: mark("blev ikke til noget"),
    Attendance.MISSED: mark("blev ikke til noget"),
}
GLYPHS = {
    Contact.START: "message-circle",
    Contact.EDUCATION: "book-open-text",
    Contact.CLASS: "users",
    Contact.END: "message-circle",
    Contact.FOLLOW_UP: "calendar-check",
}


def answers(course: Course) -> dict[Attendance, str]:
    return SAID_AT_HOME if course.setting is Setting.HOME else SAID


def glyph(course: Course, one: Occurrence) -> str:
    alone = course.setting is Setting.HOME and one.contact is Contact.CLASS
    return "person-standing" if alone else GLYPHS[one.contact]


def title(ui: Ui, course: Course, one: Occurrence) -> str:
    alone = course.setting is Setting.HOME
    match one.contact:
        case Contact.START:
            return ui.t("Begyndelsen") if alone else ui.t("Den første samtale")
        case Contact.END:
            return ui.t("Afslutningen") if alone else ui.t("Den sidste samtale")
        case Contact.EDUCATION:
            return ui.t("Undervisning {n} af {all}", n=one.number, all=EDUCATIONS)
        case Contact.FOLLOW_UP:
            return ui.t("Opfølgning efter {n} måneder", n=one.number)
    if not one.held:
        return ui.t("Træning") if alone else ui.t("Holdtime")
    if alone:
        return ui.t("Træning {n} af {all}", n=one.number, all=CLASSES)
    return ui.t("Holdtime {n} af {all}", n=one.number, all=CLASSES)


def when(ui: Ui, one: Occurrence) -> str:
    """ "Tirsdag 3. november kl. 17.00"; a follow-up is from its day on."""
    day = formats.date_long(ui.t, one.day, ui.today)
    if one.contact is Contact.FOLLOW_UP:
        return ui.t("Fra {day}", day=formats.date_full(ui.t, one.day))
    return formats.capital(at(ui, day, one))


def at(ui: Ui, day: str, one: Occurrence) -> str:
    if one.clock is None:
        return day
    return ui.t("{day} kl. {time}", day=day, time=formats.clock_time(ui.t, one.clock))


def state(ui: Ui, course: Course, one: Occurrence) -> str:
    """What became of it, or ""."""
    if one.state is State.CANCELLED:
        return ui.t("aflyst")
    if one.state is State.CLOSED:
        return ui.t("ingen holdtime") if course.setting is Setting.CLASS else ui.t("fridag")
    if one.attendance:
        alone = course.setting is Setting.HOME
        return ui.t((TOLD_AT_HOME if alone else TOLD)[one.attendance])
    return ui.t("flyttet") if one.state is State.MOVED else ""


def address(one: Occurrence) -> str:
    return f"/forloeb/tid/{one.id.partition('/')[2]}"


def stations(ui: Ui, group: ClassGroup) -> str:
    """The names of a class's stations, in their order."""
    names = {Group(one.id): say(ui.t, one.name) for one in ui.library.exercise_groups}
    return ui.t("Stationer: {names}", names=", ".join(names[one] for one in group.stations))


def stations_there(ui: Ui, now: CourseNow, one: Occurrence) -> str:
    """ "" where they are not known, or there are none."""
    at_stations = one.contact is Contact.CLASS
    return stations(ui, now.group) if now.group and at_stations else ""
