"""Forløb: this week first, the road with its twenty stops, what matters, tests, and a pause."""

from functools import partial

import flet as ft

from lbp_app.actions import course as actions
from lbp_app.actions.course import CourseNow
from lbp_app.content import formats
from lbp_app.model.course import CLASSES, Contact, Occurrence, Setting
from lbp_app.screens.buttons import link, main_button, plain_button, row_button, soft_button
from lbp_app.screens.cards import card, columns, empty, page_head, rows_card, stack
from lbp_app.screens.course_road import legend, road
from lbp_app.screens.course_words import when
from lbp_app.screens.frame import TWO_COLUMNS, Frame, half
from lbp_app.screens.goals import goals_row
from lbp_app.screens.home_tests import tests_row
from lbp_app.screens.hooks import use_single
from lbp_app.screens.occurrence_rows import THERE, occurrence_row
from lbp_app.screens.programme import closed
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words


@ft.component
def CourseScreen() -> ft.View:
    ui = use_ui()
    now = actions.course_now(ui.services)
    if now is None:
        return _empty(ui)
    why = closed(ui)
    head = page_head(ui, ui.t("Forløb"), _where(ui, now))
    week, drawn, whole = _this_week(ui, now), _road_card(ui, now), _whole(ui, now)
    if ui.look.beside:
        body = columns(ui, [*why, week, _beside(ui), whole], [drawn])
        return Frame(head, body, most=TWO_COLUMNS)
    return Frame(head, *why, week, drawn, _beside(ui), whole, most=TWO_COLUMNS)


def _empty(ui: Ui) -> ft.View:
    if why := closed(ui):
        return Frame(page_head(ui, ui.t("Forløb")), *why, _beside(ui))
    return Frame(
        page_head(ui, ui.t("Forløb")),
        empty(
            ui,
            "empty-course",
            ui.t("Vejen, du går, uge for uge"),
            ui.t(
                "Otte uger med to timer om ugen, en begyndelse, en afslutning, og et blik tilbage "
                "efter 3, 6 og 12 måneder. På hold eller på egen hånd."
            ),
            main_button(ui, ui.t("Sæt dit forløb op"), lambda: ui.go("/forloeb/nyt")),
            plain_button(ui, ui.t("Følg et hold"), lambda: ui.go("/forloeb/hold")),
            note(ui, ui.t("Det tager under et minut og kan ændres senere.")),
        ),
        _beside(ui),
    )


def _where(ui: Ui, now: CourseNow) -> str:
    """Above the title."""
    if now.pause:
        return ui.t("Holder pause")
    if now.week:
        return ui.t("Uge {n} af {all}", n=now.week, all=CLASSES // 2)
    return now.group.name if now.group else now.course.place


def _beside(ui: Ui) -> ft.Control:
    """What belongs to the course and can be seen without one."""
    return rows_card(ui, goals_row(ui), tests_row(ui))


# --- this week ----------------------------------------------------------------------------------


def _this_week(ui: Ui, now: CourseNow) -> ft.Control:
    if now.pause:
        return _paused(ui, now)
    week = [one for one in now.this_week if one.contact is not Contact.FOLLOW_UP]
    if not week:
        return _ahead(ui, now)
    head = ft.Container(label(ui, ui.t("Denne uge")), padding=padding(12, 10, 12))
    rows = [occurrence_row(ui, now, one) for one in week]
    return card(ui, head, *rows, padding=8, spacing=Space.HAIR)


def _ahead(ui: Ui, now: CourseNow) -> ft.Control:
    after = now.next
    if after is None:
        text = ui.t("Hele vejen ligger bag dig. Det, du har lært, er stadig dit.")
        anew = soft_button(ui, ui.t("Begynd et nyt forløb"), lambda: ui.go("/forloeb/nyt"))
        return card(ui, words(ui, text, Type.SPEAK), anew, roomy=True)
    head = ft.Container(
        label(ui, ui.t("Det næste, der kommer")), padding=ft.Padding.only(left=12, top=10)
    )
    return card(ui, head, occurrence_row(ui, now, after), padding=8, spacing=Space.HAIR)


def _paused(ui: Ui, now: CourseNow) -> ft.Control:
    since = formats.date_long(ui.t, now.pause.start, ui.today) if now.pause else ""
    waits = ui.t(
        "Forløbet har holdt pause siden {day}. Intet er tabt. Du går videre, hvor du slap.",
        day=since,
    )
    goes_on = ui.t(
        "Du har holdt pause siden {day}. Holdet mødes imens, og timerne kan tages hjemme bagefter.",
        day=since,
    )
    text = goes_on if now.group else waits

    def resume() -> None:
        ui.act(partial(actions.resume_course, ui.services))

    return card(
        ui,
        words(ui, text, Type.SPEAK, Role.ON_WARM),
        main_button(ui, ui.t("Fortsæt forløbet"), resume),
        bg=Role.WARM_BOX,
        roomy=True,
        spacing=Space.M,
    )


# --- the road -----------------------------------------------------------------------------------


def _road_card(ui: Ui, now: CourseNow) -> ft.Control:
    stops = [one for one in now.road if one.held or one.contact is not Contact.CLASS]
    inset = 12 if ui.look.narrow else 16
    drawn = road(ui, now.course, stops, now.next, half(ui) - 2 * inset)
    pad = ft.Padding.only(left=20 - inset, right=20 - inset, top=4)
    text = ft.Container(
        stack(
            heading(ui, _sentence(ui, now), Type.SPEAK),
            note(ui, ui.t("Tryk på et sted på vejen for at se, hvad det er.")),
            spacing=4,
        ),
        padding=pad,
    )
    keys = ft.Container(legend(ui), padding=pad)
    return card(ui, text, drawn, keys, padding=inset, spacing=Space.S)


def _sentence(ui: Ui, now: CourseNow) -> str:
    done = sum(_been(one) for one in now.road)
    after = now.next
    if not done and after is not None:
        begun = any(one.day < now.today for one in now.meetings)
        day = _day(ui, after)
        return ui.t("Næste gang er {day}.", day=day) if begun else _begins(ui, day)
    if now.course.setting is Setting.HOME:
        return ui.t.plural(
            "Du har taget {n} træning på vejen.", "Du har taget {n} træninger på vejen.", done
        )
    return ui.t.plural(
        "Du har været med til {n} holdtime.", "Du har været med til {n} holdtimer.", done
    )


def _begins(ui: Ui, day: str) -> str:
    return ui.t("Vejen begynder {day}.", day=day)


def _day(ui: Ui, one: Occurrence) -> str:
    return formats.date_long(ui.t, one.day, ui.today)


def _been(one: Occurrence) -> bool:
    return one.contact is Contact.CLASS and one.attendance in THERE


def _whole(ui: Ui, now: CourseNow) -> ft.Control:
    after = now.next
    told = when(ui, after) if after else ""
    rows = [
        row_button(ui, ui.t("Alle tider på en liste"), told, partial(ui.go, "/forloeb/liste")),
        *_change(ui, now),
    ]
    if now.pause:
        return rows_card(ui, *rows)
    return stack(rows_card(ui, *rows), PauseLink(), spacing=0)


def _change(ui: Ui, now: CourseNow) -> list[ft.Control]:
    """The times of a class that is followed are its physiotherapist's to change."""
    join = partial(ui.go, "/forloeb/hold")
    if now.group:
        return [row_button(ui, now.group.name, _slots(ui, now), join)]
    return [
        row_button(ui, ui.t("Ret forløbet"), _slots(ui, now), partial(ui.go, "/forloeb/ret")),
        row_button(ui, ui.t("Følg et hold"), ui.t("Med holdets QR-kode eller tekst"), join),
    ]


def _slots(ui: Ui, now: CourseNow) -> str:
    names = formats.weekday_names(ui.t)
    days = [names[slot.weekday] for slot in now.course.slots]
    return ui.t("{first} og {second}", first=formats.capital(days[0]), second=days[1])


@ft.component
def PauseLink() -> ft.Control:
    """Asks once, for the dates of the rest move."""
    ui = use_ui()
    asked, ask = ft.use_state(False)
    single = use_single(ui.services.clock)
    if not asked:
        return ft.Row([link(ui, ui.t("Hold pause med forløbet"), lambda: ask(True))], wrap=True)

    def pause() -> bool:
        done = ui.act(partial(actions.pause_course, ui.services))
        if done:
            ask(False)
        return done

    return card(
        ui,
        words(ui, ui.t("Vil du holde pause med hele forløbet?"), Type.SPEAK),
        note(
            ui,
            ui.t(
                "Resten af vejen venter, og intet går tabt. Er dit hold nået videre imens, kan "
                "timerne tages hjemme."
            ),
        ),
        ft.Row(
            [
                soft_button(ui, ui.t("Ja, hold pause"), partial(single, pause)),
                plain_button(ui, ui.t("Nej, bliv på vejen"), lambda: ask(False)),
            ],
            wrap=True,
            spacing=Space.XS,
            run_spacing=Space.XS,
        ),
    )
