"""One thing that reminds: on or off, at what times, on which days."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import reminder as actions
from lbp_app.content import formats
from lbp_app.content.wording import mark
from lbp_app.model.history import Change
from lbp_app.model.reminder import EVERY_DAY, Reminder, Thing, read_times
from lbp_app.screens.calendar_out import calendar_link
from lbp_app.screens.cards import card, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.fields import SavedField
from lbp_app.screens.hooks import use_value
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ticks import ticks
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import words

NAMES = {
    Thing.CHECK_IN: (mark("Dagens svar"), mark("Hvordan ryggen har det")),
    Thing.EXERCISE: (mark("Øvelser"), mark("Din træning hjemme")),
    Thing.WALK: (mark("En tur"), mark("Ude eller inde, kort eller lang")),
    Thing.LESSON: (mark("En lektion"), mark("Et par minutters læsning")),
}
OTHER = "other"
DAYS = {
    "every": (mark("Hver dag"), EVERY_DAY),
    "working": (mark("Hverdage"), frozenset(range(1, 6))),
    "three": (mark("Man., ons. og fre."), frozenset({1, 3, 5})),
}


@ft.component
def ThingCard(one: Reminder) -> ft.Control:
    ui = use_ui()
    own, set_own = use_value(lambda: _preset(one) == OTHER)
    thing = Thing(one.id)
    name, about = (ui.t(text) for text in NAMES[thing])
    toggle = switch(ui, name, about, one.is_on, lambda on: _turn(ui, thing, on))
    if not one.is_on:
        return card(ui, toggle)

    def pick(value: str) -> None:
        set_own(value == OTHER)
        if value != OTHER:
            _put_days(ui, thing, DAYS[value][1])

    chosen = OTHER if own else _preset(one)
    options = [Choice(value, ui.t(text)) for value, (text, _) in DAYS.items()]
    options.append(Choice(OTHER, ui.t("Andre dage")))
    question = ui.t("Dage: {thing}", thing=name)
    return card(
        ui,
        toggle,
        times_field(ui, one, thing, name, ui.t("Et eller flere, for eksempel 8.30, 17.00")),
        words(ui, ui.t("Hvilke dage?"), Type.LABEL, Role.SOFT),
        choices(ui, question, options, chosen, pick),
        *([_ticks(ui, one, thing)] if own else []),
        switch(
            ui,
            ui.t("Kun hvis jeg ikke har gjort det"),
            ui.t("Stille på dage, hvor det allerede er gjort."),
            one.unless_done,
            lambda only: _only(ui, thing, only),
        ),
        ft.Row([calendar_link(ui, one.id, ui.t("Gem {thing} i kalender", thing=name))], wrap=True),
    )


def times_field(ui: Ui, one: Reminder, thing: Thing, name: str, helper: str) -> ft.Control:
    def save(text: str) -> Callable[[], Change]:
        return lambda: actions.put_times(ui.services, thing, read_times(text))

    value = ", ".join(formats.clock_time(ui.t, at) for at in one.times)
    return SavedField(ui.t("Klokken: {thing}", thing=name), value, save, helper=helper)


def _ticks(ui: Ui, one: Reminder, thing: Thing) -> ft.Control:
    names = formats.weekday_names(ui.t)
    options = [Choice(str(n), formats.capital(text)) for n, text in enumerate(names, 1)]

    def change(value: str, on: bool) -> None:
        day = {int(value)}
        _put_days(ui, thing, one.weekdays | day if on else one.weekdays - day)

    return stack(ticks(ui, options, [str(n) for n in one.weekdays], change))


def _preset(one: Reminder) -> str:
    return next((value for value, (_, days) in DAYS.items() if days == one.weekdays), OTHER)


def _turn(ui: Ui, thing: Thing, on: bool) -> None:
    ui.act(partial(actions.turn, ui.services, thing, on))


def _put_days(ui: Ui, thing: Thing, days: frozenset[int]) -> None:
    ui.act(partial(actions.put_weekdays, ui.services, thing, days))


def _only(ui: Ui, thing: Thing, only: bool) -> None:
    ui.act(partial(actions.only_unless_done, ui.services, thing, only))
