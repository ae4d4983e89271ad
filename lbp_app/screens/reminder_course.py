"""What comes with the course and reminds: on or off, and how long before."""

from functools import partial

import flet as ft

from lbp_app.actions import reminder as actions
from lbp_app.content.wording import mark
from lbp_app.model.reminder import A_DAY, LEADS, OF_COURSE, Reminder, Thing
from lbp_app.screens.buttons import row_button
from lbp_app.screens.calendar_out import calendar_link
from lbp_app.screens.cards import card, rows_card
from lbp_app.screens.choices import Choice
from lbp_app.screens.hooks import keyed
from lbp_app.screens.reminder_thing import times_field
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ticks import ticks
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import words

NAMES = {
    Thing.CLASS: (mark("Forløbets tider"), mark("Holdtimer, undervisning og samtaler")),
    Thing.FOLLOW_UP: (mark("Opfølgning"), mark("Efter 3, 6 og 12 måneder")),
    Thing.REVIEW: (mark("Mål og test"), mark("Midtvejs og til sidst, hvis du vil")),
}
BEFORE = {
    0: mark("Samme dag"),
    30: mark("En halv time før"),
    60: mark("En time før"),
    120: mark("To timer før"),
    A_DAY: mark("Dagen før"),
    7 * A_DAY: mark("En uge før"),
}


def course_cards(ui: Ui, wanted: list[Reminder]) -> list[ft.Control]:
    """A door to the course where there is none."""
    if not ui.services.courses.all():
        text = ui.t("Så kan du blive mindet om hold og opfølgning")
        go = partial(ui.go, "/forloeb")
        return [rows_card(ui, row_button(ui, ui.t("Lav dit forløb i Rygvej"), text, go))]
    return [keyed(CourseCard, one.id)(one) for one in wanted if one.id in OF_COURSE]


@ft.component
def CourseCard(one: Reminder) -> ft.Control:
    ui = use_ui()
    thing = Thing(one.id)
    name, about = (ui.t(text) for text in NAMES[thing])

    def turn(on: bool) -> None:
        ui.act(lambda: actions.turn(ui.services, thing, on))

    toggle = switch(ui, name, about, one.is_on, turn)
    if not one.is_on:
        return card(ui, toggle)
    said = ui.t("Gem {thing} i kalender", thing=name)
    return card(
        ui,
        toggle,
        words(ui, ui.t("Hvor lang tid før?"), Type.LABEL, Role.SOFT),
        _before(ui, one, thing),
        times_field(ui, one, thing, name, _when(ui, thing)),
        ft.Row([calendar_link(ui, one.id, said)], wrap=True),
    )


def _when(ui: Ui, thing: Thing) -> str:
    return ui.t("På dage uden et klokkeslæt") if thing is Thing.CLASS else ""


def _before(ui: Ui, one: Reminder, thing: Thing) -> ft.Control:
    options = [Choice(str(n), ui.t(BEFORE[n])) for n in LEADS[thing]]

    def change(value: str, on: bool) -> None:
        minutes = {int(value)}
        chosen = set(one.before) | minutes if on else set(one.before) - minutes
        ui.act(lambda: actions.put_before(ui.services, thing, chosen))

    return ticks(ui, options, [str(n) for n in one.before], change)
