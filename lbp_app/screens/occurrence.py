"""One time of the course: what it is, when, what became of it, and what can be done instead."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import course as actions
from lbp_app.actions import session
from lbp_app.actions.course import CourseNow
from lbp_app.actions.offer import offer
from lbp_app.model.course import Attendance, Contact, Occurrence, Setting, State
from lbp_app.model.history import Change
from lbp_app.model.invitation import Invited
from lbp_app.model.session import SessionKind
from lbp_app.screens.begin_training import begins
from lbp_app.screens.buttons import link, main_button, plain_button, row_button, soft_button
from lbp_app.screens.calendar_out import calendar_link
from lbp_app.screens.cards import card, columns, page_head, rows_card, stack, told
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.course_words import answers, state, stations_there, title, when
from lbp_app.screens.day_fields import clock_of, clock_text, day_of, day_text
from lbp_app.screens.fields import text_field, use_refusal
from lbp_app.screens.figures import tile
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.goals import goals_row
from lbp_app.screens.home_tests import tests_row
from lbp_app.screens.hooks import keyed
from lbp_app.screens.occurrence_rows import THERE, may_be_said
from lbp_app.screens.places import lost
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.trainings import facts, picture_of
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def OccurrenceScreen() -> ft.View:
    ui = use_ui()
    now = actions.course_now(ui.services)
    which = ft.use_route_params()["which"]
    one = None if now is None else now.at(which)
    if now is None or one is None:
        return lost(ui)
    left = [_what(ui, now, one), *_attendance(ui, now, one)]
    right = [*_twin(ui, now, one), *_to_do(ui, one), *_other_time(ui, now, one)]
    back = ft.Row([link(ui, ui.t("Hele vejen"), partial(ui.go, "/forloeb"))], wrap=True)
    head = page_head(ui, title(ui, now.course, one), ui.t("Forløb"))
    return Frame(stack(head, back, spacing=Space.XS), columns(ui, left, right), most=TWO_COLUMNS)


# --- what it is ---------------------------------------------------------------------------------


def _what(ui: Ui, now: CourseNow, one: Occurrence) -> ft.Control:
    became = state(ui, now.course, one)
    stations = stations_there(ui, now, one)
    place = now.course.place if now.course.setting is Setting.CLASS else ""
    by_class = one.contact in (Contact.CLASS, Contact.EDUCATION, Contact.START, Contact.END)
    return card(
        ui,
        told(ui, "calendar-days", when(ui, one), Role.INK),
        *([told(ui, "map-pin", place, Role.INK)] if place and by_class else []),
        *([told(ui, "info", _became(ui, now, one, became), Role.INK)] if became else []),
        *([told(ui, "footprints", stations, Role.INK)] if stations else []),
        words(ui, _about(ui, now, one)),
        *_calendar(ui, now, one),
        roomy=True,
        spacing=Space.S,
    )


def _calendar(ui: Ui, now: CourseNow, one: Occurrence) -> list[ft.Control]:
    """While it is still to come."""
    if not one.held or one.day < now.today or now.pause:
        return []
    said = ui.t("Gem {thing} i kalender", thing=title(ui, now.course, one))
    return [ft.Row([calendar_link(ui, one.id.partition("/")[2], said)], wrap=True)]


def _became(ui: Ui, now: CourseNow, one: Occurrence, became: str) -> str:
    match one.state:
        case State.CLOSED:
            return ui.t("Det er en fridag. Gangen lægges til sidst, så ingen går tabt.")
        case State.CANCELLED if one.contact is Contact.CLASS:
            return ui.t("Aflyst. Gangen lægges til sidst, så ingen går tabt.")
    return became[:1].upper() + became[1:]


def _about(ui: Ui, now: CourseNow, one: Occurrence) -> str:
    alone = now.course.setting is Setting.HOME
    match one.contact:
        case Contact.START if alone:
            return ui.t("Vælg, hvad du gerne vil kunne, og prøv de små test, du har lyst til.")
        case Contact.START:
            return ui.t(
                "Du og din fysioterapeut taler om din ryg, prøver nogle små test og finder, hvor "
                "du begynder. Tænk gerne over, hvad du vil kunne."
            )
        case Contact.EDUCATION if one.number == 1:
            return ui.t("En time om ryggen og om, hvad smerter er. De samme emner ligger i Viden.")
        case Contact.EDUCATION:
            return ui.t(
                "En time om at leve med en ryg, der gør ondt. De samme emner ligger i Viden."
            )
        case Contact.CLASS if now.group:
            return ui.t(
                "Opvarmning, stationerne på dit eget trin, og ro til sidst. Du må altid vælge "
                "noget lettere eller holde pause."
            )
        case Contact.CLASS:
            return ui.t(
                "Opvarmning, otte slags øvelser på dit eget trin, og ro til sidst. Du må altid "
                "vælge noget lettere eller holde pause."
            )
        case Contact.END:
            return ui.t(
                "Se tilbage: hvad er blevet lettere? Prøv gerne testene igen, og find ud af, hvad "
                "du vil blive ved med."
            )
    return ui.t("Et blik tilbage: hvordan går det med det, der betyder noget for dig?")


def _to_do(ui: Ui, one: Occurrence) -> list[ft.Control]:
    match one.contact:
        case Contact.START | Contact.END:
            return [rows_card(ui, goals_row(ui), tests_row(ui))]
        case Contact.EDUCATION:
            told_ = ui.t("Korte lektioner, én ad gangen")
            return [
                rows_card(ui, row_button(ui, ui.t("Til Viden"), told_, partial(ui.go, "/viden")))
            ]
        case Contact.FOLLOW_UP:
            check = row_button(
                ui, ui.t("Tegn, du skal reagere på"), ui.t("Et kort tjek"), partial(ui.go, "/tjek")
            )
            return [rows_card(ui, goals_row(ui), tests_row(ui), check)]
    return []


# --- what became of it --------------------------------------------------------------------------


def _attendance(ui: Ui, now: CourseNow, one: Occurrence) -> list[ft.Control]:
    """One tap; what was said can be said otherwise or taken back."""
    if one.contact is Contact.FOLLOW_UP or not one.held:
        return []
    if one.day > now.today and one.attendance is None:
        return [_cannot_come(ui, one)] if now.course.setting is Setting.CLASS else []
    if not may_be_said(one, now) and one.attendance is None:
        return []
    name = ui.t("Hvordan blev det?")
    options = [Choice(key, ui.t(text)) for key, text in answers(now.course).items()]
    own = actions.answer_of(ui.services, one.id)
    if one.contact is not Contact.CLASS:
        options = [each for each in options if each.value != Attendance.AT_HOME]
    elif now.course.setting is Setting.CLASS and actions.is_made_up_for(ui.services, one):
        options = [each for each in options if each.value in THERE]

    def pick(value: str) -> None:
        say = partial(actions.say_attendance, ui.services, one.id, Attendance(value))
        ui.act(say)

    def clear() -> None:
        ui.act(partial(actions.say_attendance, ui.services, one.id, None))

    may_wipe = own is not None and own is one.attendance
    wipe = [ft.Row([link(ui, ui.t("Ryd svaret"), clear)], wrap=True)] if may_wipe else []
    return [card(ui, heading(ui, name), choices(ui, name, options, one.attendance, pick), *wipe)]


def _cannot_come(ui: Ui, one: Occurrence) -> ft.Control:
    say = partial(actions.say_attendance, ui.services, one.id, Attendance.EXCUSED)
    text = ui.t("Kan du ikke den dag? Så tag timen hjemme, når det passer.")
    button = plain_button(ui, ui.t("Jeg kan ikke komme"), lambda: ui.act(say))
    return card(ui, words(ui, text), ft.Row([button], wrap=True))


# --- at home ------------------------------------------------------------------------------------


def _twin(ui: Ui, now: CourseNow, one: Occurrence) -> list[ft.Control]:
    """The same stations at the person's own levels; not while nothing invites to training."""
    if one.contact is not Contact.CLASS or one.attendance in (
        Attendance.ATTENDED,
        Attendance.AT_HOME,
    ):
        return []
    invited = session.invitation_today(ui.services).invited
    if invited is Invited.NOTHING:
        return []
    chosen = offer(ui.services, SessionKind.CLASS)
    exercises = [planned.exercise for planned in chosen.plan]
    drawn = tile(ui, picture_of(exercises), 84)
    row: list[ft.Control] = [ft.Container(_twin_words(ui, now, one), expand=True)]
    if not ui.look.large:
        row.insert(0, drawn)
    start = begins(ui, SessionKind.CLASS, one.id.partition("/")[2])
    alone = now.course.setting is Setting.HOME
    name = ui.t("Begynd træningen") if alone else ui.t("Tag den hjemme")
    return [
        card(
            ui,
            ft.Row(row, spacing=14),
            note(ui, facts(ui, chosen.minutes, len(chosen.plan))),
            main_button(ui, name, start, "play"),
            roomy=True,
        )
    ]


def _twin_words(ui: Ui, now: CourseNow, one: Occurrence) -> ft.Control:
    if now.course.setting is Setting.HOME:
        return words(ui, ui.t("Otte øvelser på dine egne trin."), Type.SPEAK)
    if one.attendance:
        return words(ui, ui.t("Holdtimen kan tages hjemme, når det passer dig."), Type.SPEAK)
    return words(ui, ui.t("Samme stationer hjemme, på dine egne trin."), Type.SPEAK)


# --- another time -------------------------------------------------------------------------------


def _other_time(ui: Ui, now: CourseNow, one: Occurrence) -> list[ft.Control]:
    if one.contact is Contact.FOLLOW_UP:
        return []
    return [keyed(OtherTime, f"other-{one.id}-{one.state}-{one.day}")(one)]


@ft.component
def OtherTime(one: Occurrence) -> ft.Control:
    """Moved, cancelled, held all the same, or again as it was planned."""
    ui = use_ui()
    opened, open_it = ft.use_state(False)
    if not opened:
        return ft.Row([link(ui, ui.t("Flyt eller aflys"), lambda: open_it(True))], wrap=True)
    return MoveForm(one)


@ft.component
def MoveForm(one: Occurrence) -> ft.Control:
    ui = use_ui()
    day, clock = ft.use_ref(day_text(ui, one.day)), ft.use_ref(clock_text(ui, one.clock))
    refused, refuse = use_refusal(ui)

    def moved() -> Change:
        to = day_of(day.current or "", ui.today)
        return actions.move(ui.services, one.id, to, clock_of(clock.current or ""))

    def told_day(e: ft.Event[ft.TextField]) -> None:
        day.current = e.control.value

    def told_clock(e: ft.Event[ft.TextField]) -> None:
        clock.current = e.control.value

    return card(
        ui,
        heading(ui, ui.t("Flyt eller aflys")),
        text_field(
            ui, ui.t("Ny dag"), day.current or "", error=refused or None, on_change=told_day
        ),
        text_field(ui, ui.t("Nyt klokkeslæt"), clock.current or "", on_change=told_clock),
        soft_button(ui, ui.t("Flyt"), lambda: refuse(ui.attempt(moved))),
        *_or_else(ui, one),
        spacing=Space.S,
    )


def _or_else(ui: Ui, one: Occurrence) -> list[ft.Control]:
    def button(text: str, action: Callable[[], Change]) -> ft.Control:
        return plain_button(ui, text, lambda: ui.act(action))

    if one.state is State.CLOSED:
        held = partial(actions.move, ui.services, one.id, one.day, one.clock)
        return [button(ui.t("Holdet mødes alligevel"), held)]
    if one.state is not State.PLANNED:
        plan = partial(actions.as_planned, ui.services, one.id)
        return [button(ui.t("Som planlagt igen"), plan)]
    off = partial(actions.cancel, ui.services, one.id)
    return [button(ui.t("Den er aflyst"), off)]
