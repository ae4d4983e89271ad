"""One thing: the days, and what lies on each of them."""

from collections.abc import Callable
from datetime import date, datetime

import flet as ft

from lbp_app.actions import deletion as actions
from lbp_app.content import formats
from lbp_app.content.wording import mark
from lbp_app.model.activity import ActivityKind
from lbp_app.model.deletion import Scope, Thing
from lbp_app.screens.activity import KINDS as ACTIVITIES
from lbp_app.screens.buttons import plain_button, row_button
from lbp_app.screens.cards import card, rows_card, stack
from lbp_app.screens.choices import choices
from lbp_app.screens.dates import PeriodFields
from lbp_app.screens.days import day_choices, day_of_choice
from lbp_app.screens.hooks import use_value
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, words

Ask = Callable[[Scope | None], None]
THINGS = {
    "check_in": mark("Dagens tjek og note"),
    "flare": mark("En dårlig periode, der begyndte"),
    "pause": mark("En pause, der begyndte"),
    "session": mark("En træning"),
    "comfort": mark("Hvor tryg en øvelse føltes"),
    "step_decision": mark("Et valg om mængde"),
    "activity": mark("En aktivitet"),
    "care_plan": mark("En ændring af trin"),
    "level_trial": mark("Et trin, du prøver"),
    "home_test": mark("En test"),
    "course": mark("Et forløb, der begyndte"),
    "appointment": mark("Et svar om en gang på forløbet"),
    "goal": mark("Et mål"),
    "goal_rating": mark("Et svar om et mål"),
    "taken_plan": mark("En plan, du har taget imod"),
    "screening": mark("Et tjek af tegn"),
    "reading": mark("En læst lektion"),
    "reflection": mark("En tanke om en lektion"),
    "balance": mark("Vægtskålen"),
    "hand_over": mark("En linje om en fil"),
}


@ft.component
def OneThing(ask: Ask) -> ft.Control:
    ui = use_ui()
    today = ui.today
    day, show = use_value(lambda: today)
    older, look_back = use_value(lambda: False)

    def pick(value: str) -> None:
        ask(None)
        show(day_of_choice(value))

    def pick_older(first: date, _last: date) -> None:
        ui.services.clock.refuse_future(first)
        ask(None)
        show(first)

    title = ui.t("Hvilken dag?")
    things = [one for one in actions.things_on(ui.services, day) if one.table in THINGS]
    rows = [_thing(ui, thing, ask) for thing in things]
    return stack(
        card(
            ui,
            heading(ui, title),
            choices(ui, title, day_choices(ui, day), day.isoformat(), pick),
            *(
                [PeriodFields(day, day, ui.t("Vis dagen"), pick_older, single=True)]
                if older
                else [
                    ft.Row(
                        [plain_button(ui, ui.t("En ældre dag"), lambda: look_back(True))], wrap=True
                    )
                ]
            ),
        ),
        rows_card(ui, *rows) if rows else card(ui, words(ui, ui.t("Der er ikke noget den dag."))),
    )


def _thing(ui: Ui, thing: Thing, ask: Ask) -> ft.Control:
    name = ui.t(THINGS[thing.table])
    detail = _detail(ui, thing)
    return row_button(ui, name, detail, lambda: ask(actions.of_thing(thing)))


def _detail(ui: Ui, thing: Thing) -> str:
    """Enough to tell two of a kind from each other."""
    kind = thing.values.get("kind")
    said = [ui.t(ACTIVITIES[ActivityKind(kind)][0])] if thing.table == "activity" and kind else []
    if isinstance(at := thing.values.get("started") or thing.values.get("at"), str):
        local = datetime.fromisoformat(f"{at}+00:00").astimezone(ui.services.clock.zone())
        said.append(formats.clock_time(ui.t, local))
    return ", ".join(said)
