"""Mig > Påmindelser: of what, when, and how."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import flet as ft

from lbp_app.actions import pause, reminder
from lbp_app.content import formats
from lbp_app.content.reminding import title
from lbp_app.content.wording import mark
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause, PausedBy
from lbp_app.model.reminder import NIGHT, OWN, READY, SNOOZES, ReadySet, read_quiet
from lbp_app.screens.buttons import lead_icon, plain_button, row_button, soft_button
from lbp_app.screens.calendar_out import calendar_card
from lbp_app.screens.cards import card, columns, page_head, rows_card, told
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.day_fields import day_of, day_text
from lbp_app.screens.fields import SavedField
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.programme import closed
from lbp_app.screens.reminder_course import course_cards
from lbp_app.screens.reminder_thing import ThingCard
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

SETS = {
    ReadySet.LITTLE: (mark("Lidt"), mark("Øvelser nogle dage om ugen, og forløbet")),
    ReadySet.STEADY: (mark("Jævnt"), mark("Dagen, øvelser, en tur og forløbet")),
    ReadySet.CLASSES: (mark("Kun hold"), mark("Forløbets tider og opfølgning, intet andet")),
}
PAUSES = (
    (0, mark("I dag")),
    (6, mark("En uge")),
    (20, mark("Tre uger")),
)


@ft.component
def RemindersScreen() -> ft.View:
    ui = use_ui()
    wanted = reminder.reminders(ui.services)
    left = [
        _sets(ui, frozenset(one.id for one in wanted if one.is_on)),
        *(keyed(ThingCard, one.id)(one) for one in wanted if one.id in OWN),
        *course_cards(ui, wanted),
    ]
    right = [*_coming(ui), _manner(ui), _pauses(ui), calendar_card(ui), _doors(ui)]
    return Frame(
        page_head(ui, ui.t("Påmindelser"), ui.t("Mig")),
        *_paused(ui),
        columns(ui, left, right),
        most=TWO_COLUMNS,
    )


def _sets(ui: Ui, on: frozenset[str]) -> ft.Control:
    chosen = next((ready for ready, things in READY.items() if things == on), None)
    options = [Choice(ready, ui.t(name), ui.t(about)) for ready, (name, about) in SETS.items()]

    def pick(value: str) -> None:
        ui.act(lambda: reminder.choose(ui.services, ReadySet(value)))

    return card(
        ui,
        heading(ui, ui.t("Hvor meget?")),
        choices(ui, ui.t("Hvor meget?"), options, chosen, pick, tall=True),
        note(ui, ui.t("Du kan rette hver for sig herunder. Ingen er bedre end andre.")),
    )


def _coming(ui: Ui) -> list[ft.Control]:
    found = reminder.upcoming(ui.services)[:3]
    if not found:
        return []
    lines = [
        told(
            ui,
            "bell",
            f"{formats.capital(formats.date_long(ui.t, one.at.date(), ui.today))} "
            f"{formats.clock_time(ui.t, one.at)}: {title(one.what, ui.t)}",
            Role.INK,
        )
        for one in found
    ]
    return [card(ui, heading(ui, ui.t("De næste")), *lines)]


def _manner(ui: Ui) -> ft.Control:
    manner = ui.services.reminders.manner()
    quiet = manner.quiet or NIGHT

    def turn(on: bool) -> None:
        ui.act(lambda: reminder.put_quiet(ui.services, NIGHT if on else None))

    def save(text: str) -> Callable[[], Change]:
        return lambda: reminder.put_quiet(ui.services, read_quiet(text))

    told_now = f"{quiet.start:%H.%M} - {quiet.end:%H.%M}"
    hours = SavedField(
        ui.t("Stille fra og til"), told_now, save, helper=ui.t("For eksempel 22.00 - 7.00")
    )
    snoozes = [Choice(str(n), ui.t("{n} min", n=n)) for n in SNOOZES]
    return card(
        ui,
        heading(ui, ui.t("Sådan kommer de")),
        switch(
            ui,
            ui.t("Stille timer"),
            ui.t(
                "Det, der ville ringe imens, kommer, når de slutter. Begynder holdet inden da, "
                "kommer påmindelsen et kvarter før de stille timer."
            ),
            manner.quiet is not None,
            turn,
        ),
        *([hours] if manner.quiet else []),
        words(ui, ui.t("Mind mig igen om"), Type.LABEL, Role.SOFT),
        choices(
            ui,
            ui.t("Mind mig igen om"),
            snoozes,
            str(manner.snooze),
            lambda v: ui.act(lambda: reminder.put_snooze(ui.services, int(v))),
        ),
        switch(
            ui,
            ui.t("Vis også uden for Rygvej"),
            ui.t("En besked på skærmen, som kun siger “Tid til øvelser” og intet om helbred."),
            manner.outside,
            lambda on: ui.act(lambda: reminder.show_outside(ui.services, on)),
        ),
        *_keeps_running(ui),
    )


def _keeps_running(ui: Ui) -> list[ft.Control]:
    if not reminder.is_any_on(ui.services):
        return []
    text = ui.t(
        "Når påmindelser er slået til, kører Rygvej videre på computeren, også når vinduet er "
        "lukket."
    )
    return [told(ui, "info", text)]


def _pauses(ui: Ui) -> ft.Control:
    today = ui.today

    def hold(days: int) -> None:
        ui.act(lambda: reminder.pause_until(ui.services, today + timedelta(days=days)))

    def save(text: str) -> Callable[[], Change]:
        return lambda: reminder.pause_until(ui.services, day_of(text, today, ahead=True))

    own = reminder.own_pause(ui.services)
    until = SavedField(
        ui.t("Pause til og med"),
        day_text(ui, own.until) if own and own.until else "",
        save,
        helper=ui.t("En dag, for eksempel 24.8."),
    )
    buttons = [plain_button(ui, ui.t(name), partial(hold, days)) for days, name in PAUSES]
    return card(
        ui,
        heading(ui, ui.t("Pause for alle påmindelser")),
        note(ui, ui.t("Et tryk holder pause. Intet bliver talt som glemt.")),
        ft.Row(list(buttons), wrap=True, spacing=8, run_spacing=8),
        until,
    )


def _paused(ui: Ui) -> list[ft.Control]:
    held = reminder.pause_now(ui.services)
    if held is None:
        return closed(ui)
    own = held.by is PausedBy.PERSON
    end = soft_button(ui, ui.t("Slut pausen"), partial(_lift, ui, held))
    return [
        card(
            ui,
            words(ui, _paused_text(ui, held), Type.SPEAK, Role.ON_WARM),
            *([ft.Row([end], wrap=True)] if own else []),
            bg=Role.WARM_BOX,
        )
    ]


def _paused_text(ui: Ui, held: Pause) -> str:
    if held.by is PausedBy.SAFETY:
        return ui.t("Påmindelser holder pause, til du har talt med en læge.")
    if held.until is None:
        return ui.t("Påmindelser holder pause.")
    return ui.t(
        "Påmindelser holder pause til og med {day}.",
        day=formats.date_long(ui.t, held.until, ui.today),
    )


def _lift(ui: Ui, held: Pause) -> None:
    ui.act(lambda: pause.lift(ui.services, held.id))


def _doors(ui: Ui) -> ft.Control:
    return rows_card(
        ui,
        row_button(
            ui,
            ui.t("Virker mine påmindelser?"),
            ui.t("Prøv det på to minutter"),
            partial(ui.go, "/mig/paamindelser/virker"),
            lead_icon("circle-help"),
        ),
    )
