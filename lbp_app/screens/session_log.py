"""A session that was done without the app, written down afterwards."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from lbp_app.actions import offer as offers
from lbp_app.actions import session as actions
from lbp_app.model.player import Planned
from lbp_app.model.session import Item, SessionKind
from lbp_app.screens.buttons import link, main_button
from lbp_app.screens.cards import card
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.days import day_choices, day_of_choice
from lbp_app.screens.hooks import use_single, use_value
from lbp_app.screens.ticks import ticks
from lbp_app.screens.trainings import NAMES, exercise_name, minutes_in_words
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note

KINDS = (SessionKind.SHORT, SessionKind.FULL, SessionKind.WARM_UP, SessionKind.COOL_DOWN)
MINUTES = (5, 10, 15, 20, 30, 40)


@ft.component
def LogSessionCard(done: Callable[[], None]) -> ft.Control:
    """`done` is called once it is kept, or given up."""
    ui = use_ui()
    today = ui.today
    kind, set_kind = use_value(lambda: SessionKind.SHORT)
    day, set_day = use_value(lambda: today)
    minutes, set_minutes = use_value(lambda: 15)
    left_out, leave_out = use_value(_none)
    single = use_single(ui.services.clock)
    plan = offers.offer(ui.services, kind).plan

    def tick(exercise: str, on: bool) -> None:
        leave_out(left_out - {exercise} if on else left_out | {exercise})

    def keep() -> bool:
        items = [_as_planned(one) for one in plan if one.exercise not in left_out]
        saved = ui.act(lambda: actions.log_session(ui.services, kind, day, items, minutes))
        if saved:
            done()
        return saved

    chosen = [one.exercise for one in plan if one.exercise not in left_out]
    return card(
        ui,
        label(ui, ui.t("En træning uden appen")),
        _kinds(ui, kind, set_kind),
        *_asked(
            ui,
            ui.t("Hvilken dag?"),
            _days(ui, day.isoformat(), lambda d: set_day(day_of_choice(d))),
        ),
        *_asked(ui, ui.t("Hvor længe?"), _minutes(ui, minutes, set_minutes)),
        *_asked(ui, ui.t("Hvilke øvelser?"), _exercises(ui, plan, chosen, tick)),
        note(ui, ui.t("De står, som de er planlagt. Mængden kan du rette bagefter.")),
        *([main_button(ui, ui.t("Gem"), partial(single, keep))] if chosen else []),
        ft.Row([link(ui, ui.t("Luk"), done)], wrap=True),
        roomy=True,
    )


def _none() -> frozenset[str]:
    return frozenset()


def _asked(ui: Ui, ask: str, answer: ft.Control) -> list[ft.Control]:
    return [heading(ui, ask, level=3), answer]


def _kinds(ui: Ui, kind: SessionKind, pick: Callable[[SessionKind], None]) -> ft.Control:
    options = [Choice(one.value, ui.t(NAMES[one])) for one in KINDS]
    return choices(ui, ui.t("Hvilken træning?"), options, kind, lambda one: pick(SessionKind(one)))


def _days(ui: Ui, day: str, pick: Callable[[str], None]) -> ft.Control:
    return choices(ui, ui.t("Hvilken dag?"), day_choices(ui), day, pick)


def _minutes(ui: Ui, minutes: int, pick: Callable[[int], None]) -> ft.Control:
    options = [Choice(str(n), minutes_in_words(ui, n)) for n in MINUTES]
    return choices(ui, ui.t("Hvor længe?"), options, str(minutes), lambda n: pick(int(n)))


def _exercises(
    ui: Ui, plan: Sequence[Planned], chosen: Sequence[str], tick: Callable[[str, bool], None]
) -> ft.Control:
    options = [Choice(one.exercise, exercise_name(ui, one.exercise)) for one in plan]
    return ticks(ui, options, chosen, partial(tick))


def _as_planned(one: Planned) -> Item:
    """Each set with the amount that was planned."""
    sets = one.sets * (2 if one.each_side else 1)
    return Item(one.exercise, one.mode, (one.amount,) * sets, one.each_side, one.variation)
