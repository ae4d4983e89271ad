"""The scale of an earlier day, and two days beside each other: what was laid on, what taken off."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from lbp_app.actions import balance as actions
from lbp_app.model.balance import Balance, Side, Thing, compare
from lbp_app.screens.balance_drawing import BalanceDrawing
from lbp_app.screens.balance_words import (
    SIDES,
    WENT,
    drawing_said,
    scale_day,
    step_text,
    thing_name,
    tilt_in_words,
    weighed,
)
from lbp_app.screens.buttons import link, main_button, row_button, soft_button
from lbp_app.screens.cards import card, columns, dotted, page_head, stack
from lbp_app.screens.day import day_of
from lbp_app.screens.frame import ONE_COLUMN, TWO_COLUMNS, Frame, half
from lbp_app.screens.hooks import keyed
from lbp_app.screens.shared import MIDDLE, padding
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

HOME = "/viden/vaegt"
WIDEST = 430  # px of a drawing
NEWEST = 8  # scales that are offered to compare with


@ft.component
def BalanceDayScreen() -> ft.View:
    ui = use_ui()
    one = _scale_of(ui, ft.use_route_params()["day"])
    if one is None:
        return _gone(ui)
    return Frame(
        page_head(ui, scale_day(ui, one.day), ui.t("Vægtskålen")),
        _drawn(ui, one, ui.look.column(ONE_COLUMN)),
        columns(ui, _lying(ui, one, Side.LOAD), _lying(ui, one, Side.RESOURCE)),
        *_step(ui, one),
        *_others(ui, one),
        ft.Row(
            [
                link(ui, ui.t("Til vægten i dag"), partial(ui.go, HOME)),
                link(ui, ui.t("Slet denne dags vægt"), partial(_remove, ui, one)),
            ],
            wrap=True,
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        ),
    )


@ft.component
def ComparisonScreen() -> ft.View:
    ui = use_ui()
    params = ft.use_route_params()
    both = [_scale_of(ui, params[name]) for name in ("day", "other")]
    found = sorted((one for one in both if one), key=lambda one: one.day)
    if len(found) < 2 or found[0].day == found[1].day:
        return _gone(ui)
    then, now = found
    return Frame(
        page_head(ui, ui.t("To dage, side om side"), ui.t("Vægtskålen")),
        columns(
            ui,
            [_drawn(ui, then, half(ui), titled=True)],
            [_drawn(ui, now, half(ui), titled=True)],
        ),
        _different(ui, then, now),
        soft_button(ui, ui.t("Til vægten i dag"), partial(ui.go, HOME)),
        most=TWO_COLUMNS,
    )


def _scale_of(ui: Ui, text: str) -> Balance | None:
    day = day_of(text)
    return ui.services.balances.get(day) if day else None


def _drawn(ui: Ui, one: Balance, room: float, titled: bool = False) -> ft.Control:
    width = min(WIDEST, room - 2 * ui.look.inset)
    drawing = keyed(BalanceDrawing, f"drawing-{one.day}")
    told = tilt_in_words(ui, one)
    return card(
        ui,
        *([heading(ui, scale_day(ui, one.day))] if titled else []),
        ft.Container(drawing(one.things, width, drawing_said(ui, one)), alignment=MIDDLE),
        words(ui, told, Type.SPEAK),
    )


def _lying(ui: Ui, one: Balance, side: Side) -> list[ft.Control]:
    things = one.of(side)
    lines = [dotted(ui, weighed(ui, thing)) for thing in things]
    nothing = [note(ui, ui.t("Ikke noget den dag."))]
    return [
        card(ui, label(ui, ui.t(SIDES[side])), *(lines or nothing), roomy=True, spacing=Space.XS)
    ]


def _step(ui: Ui, one: Balance) -> list[ft.Control]:
    if one.step is None:
        return []
    went = [note(ui, ui.t(WENT[one.step.went]))] if one.step.went else []
    head = label(ui, ui.t("Én ting i den uge"))
    return [card(ui, head, words(ui, step_text(ui, one.step), Type.SPEAK), *went, spacing=4)]


def _others(ui: Ui, one: Balance) -> list[ft.Control]:
    others = [other for other in reversed(ui.services.balances.all()) if other.day != one.day]
    rows = [
        row_button(
            ui,
            scale_day(ui, other.day),
            tilt_in_words(ui, other),
            partial(ui.go, f"{HOME}/{one.day}/{other.day}"),
        )
        for other in others[:NEWEST]
    ]
    head = ft.Container(label(ui, ui.t("Sammenlign med")), padding=padding(8, 8, 8, 2))
    return [card(ui, head, *rows, padding=8, spacing=0)] if rows else []


def _different(ui: Ui, then: Balance, now: Balance) -> ft.Control:
    found = compare(then, now)
    parts = [
        *_changed(ui, ui.t("Nyt på vægten"), found.laid),
        *_changed(ui, ui.t("Ikke på vægten mere"), found.taken),
        *_changed(ui, ui.t("Fylder mere"), found.heavier),
        *_changed(ui, ui.t("Fylder mindre"), found.lighter),
    ]
    same = [words(ui, ui.t("Der ligger det samme på begge dage."))]
    head = heading(ui, ui.t("Det er anderledes")) if parts else heading(ui, ui.t("Som før"))
    return card(ui, head, *(parts or same), roomy=True, spacing=Space.M)


def _changed(ui: Ui, name: str, things: Sequence[Thing]) -> list[ft.Control]:
    if not things:
        return []
    lines = [
        dotted(ui, f"{thing_name(ui, one)} ({_side_name(ui, one)})", _ink(one)) for one in things
    ]
    return [stack(heading(ui, name, Type.LABEL, 3, Role.SOFT), *lines, spacing=4)]


def _ink(thing: Thing) -> str:
    return Role.WARM if thing.side is Side.LOAD else Role.MAIN


def _side_name(ui: Ui, thing: Thing) -> str:
    return ui.t("trækker") if thing.side is Side.LOAD else ui.t("giver kræfter")


def _remove(ui: Ui, one: Balance) -> None:
    ui.act(lambda: actions.remove_balance(ui.services, one.day))


def _gone(ui: Ui) -> ft.View:
    """Also right after it was deleted, with the way back on the state line."""
    return Frame(
        page_head(ui, ui.t("Der er ingen vægt fra den dag")),
        card(
            ui,
            words(ui, ui.t("Den er slettet, eller adressen passer ikke.")),
            main_button(ui, ui.t("Til vægten i dag"), partial(ui.go, HOME)),
        ),
    )
