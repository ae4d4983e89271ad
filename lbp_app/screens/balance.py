"""Vægtskålen: the scale of today, which tips with every tap, one step, and the days before."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import flet as ft

from lbp_app.actions import balance as actions
from lbp_app.model.balance import Balance, Side
from lbp_app.screens.balance_drawing import HIGH, WIDE, BalanceDrawing
from lbp_app.screens.balance_side import SideCard
from lbp_app.screens.balance_step import StepCard, went_card
from lbp_app.screens.balance_words import day_within, drawing_said, scale_day, tilt_in_words
from lbp_app.screens.buttons import link, row_button, soft_button
from lbp_app.screens.cards import card, columns, page_head, stack
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.shared import MIDDLE, padding
from lbp_app.screens.sources import Sources, unreviewed
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

PAGE = 5  # earlier scales that are listed at first
WIDEST = 430  # px of the drawing
TALL = 740  # px of a window in which the drawing may stand fast above what scrolls


@ft.component
def BalanceScreen() -> ft.View:
    ui = use_ui()
    shown, show = use_value(lambda: PAGE)
    today, kept = ui.today, ui.services.balances.all()
    now = next((one for one in kept if one.day == today), None) or _empty(ui, today)
    earlier = [one for one in reversed(kept) if one.day < today]
    offering, offer = use_value(lambda: now.empty)  # once there it stays: nothing moves on a tap
    head, fast = _head(ui, now), ui.look.height >= TALL and not ui.look.large
    return Frame(
        *([] if fast else [head]),
        *went_card(ui, actions.asked(ui.services)),
        *(_beginning(ui, today, earlier, partial(offer, False)) if offering else []),
        columns(ui, [_side(now, Side.LOAD)], [_side(now, Side.RESOURCE)]),
        keyed(StepCard, f"step-{today}")(now, tuple(earlier)),
        *_earlier(ui, earlier[:shown]),
        *_more(ui, len(earlier) > shown, partial(show, shown + PAGE)),
        _about(ui, now),
        most=TWO_COLUMNS,
        head=head if fast else None,
    )


def _empty(ui: Ui, day: date) -> Balance:
    return Balance(day, ui.services.clock.now(), ui.services.clock.zone_name())


def _head(ui: Ui, now: Balance) -> ft.Control:
    width = min(WIDEST, ui.look.column(TWO_COLUMNS))
    draw = keyed(BalanceDrawing, "drawing")
    drawing = draw(now.things, width, drawing_said(ui, now))
    title = page_head(ui, ui.t("Vægtskålen"), ui.t("Viden"))
    says = ft.Semantics(
        content=words(ui, tilt_in_words(ui, now), Type.HEAD if _beside(ui) else Type.ITEM),
        live_region=True,
    )
    if _beside(ui):  # each pan above the column of its side
        told, nothing = ft.Container(stack(title, says), expand=1), ft.Container(expand=1)
        row = ft.Row([told, drawing, nothing], spacing=Space.L)
        return ft.Container(row, padding=padding(top=Space.S))
    centred = ft.Container(drawing, alignment=MIDDLE, height=width * HIGH / WIDE)
    return ft.Container(stack(title, centred, says, spacing=4), padding=padding(top=Space.XS))


def _beside(ui: Ui) -> bool:
    return ui.look.column(TWO_COLUMNS) > 2 * WIDEST and not ui.look.large


def _side(now: Balance, side: Side) -> ft.Control:
    return keyed(SideCard, f"{side}-{now.day}")(now, side)


def _beginning(
    ui: Ui, day: date, earlier: Sequence[Balance], done: Callable[[], None]
) -> list[ft.Control]:
    """What to do with an empty scale."""
    like = next((one for one in earlier if one.things), None)
    if like is None:
        return []

    def begin() -> None:
        if ui.act(lambda: actions.begin_as(ui.services, day, like.day)):
            done()

    text = ui.t("Læg på, hvad der fylder i dag, eller begynd, hvor du slap.")
    name = ui.t("Begynd som {day}", day=day_within(ui, like.day))
    return [card(ui, words(ui, text), soft_button(ui, name, begin, "history"))]


def _earlier(ui: Ui, earlier: Sequence[Balance]) -> list[ft.Control]:
    if not earlier:
        return []
    rows = [_row(ui, one) for one in earlier]
    head = ft.Container(label(ui, ui.t("Tidligere")), padding=padding(8, 8, 8, 2))
    return [card(ui, head, *rows, padding=8, spacing=0)]


def _row(ui: Ui, one: Balance) -> ft.Control:
    go = partial(ui.go, f"/viden/vaegt/{one.day}")
    return row_button(ui, scale_day(ui, one.day), tilt_in_words(ui, one), go)


def _more(ui: Ui, there_is: bool, show: partial[None]) -> list[ft.Control]:
    return [soft_button(ui, ui.t("Vis flere dage"), show)] if there_is else []


def _about(ui: Ui, now: Balance) -> ft.Control:
    cited = {source for one in ui.library.balance for source in one.sources}
    links = [link(ui, ui.t("Læs lektionen om balance"), partial(ui.go, "/viden/lektion/balance"))]
    if not now.empty:
        links.append(link(ui, ui.t("Tøm vægten"), partial(_remove, ui, now)))
    return card(
        ui,
        heading(ui, ui.t("Et billede af dagen"), Type.ITEM),
        note(
            ui,
            ui.t(
                "Vægten er ikke en prøve. Den kan vise, hvor der er noget at gøre lettere eller "
                "styrke. Du bestemmer, hvad ting vejer."
            ),
        ),
        ft.Row(list(links), wrap=True, run_spacing=0),
        keyed(Sources, "sources")(tuple(sorted(cited))),
        note(ui, unreviewed(ui)),
        bg=Role.WELL,
        spacing=Space.XS,
    )


def _remove(ui: Ui, now: Balance) -> None:
    ui.act(lambda: actions.remove_balance(ui.services, now.day))
