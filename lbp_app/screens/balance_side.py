"""One side of the scale: what may lie on it, to tap on and off, own words, and what it weighs."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

import flet as ft

from lbp_app.actions import balance as actions
from lbp_app.content.library import say
from lbp_app.model.balance import Balance, Heft, Side, Thing
from lbp_app.screens.balance_words import HEFTS, KINDS, OWN, SIDES, thing_name, weighed
from lbp_app.screens.buttons import link, tap
from lbp_app.screens.cards import card, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.fields import kept, text_field, use_refusal
from lbp_app.screens.hooks import keyed, use_single
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, icon, note, words


class Ink(NamedTuple):
    ground: str
    text: str


INKS = {
    Side.LOAD: Ink(Role.WARM_BOX, Role.ON_WARM),
    Side.RESOURCE: Ink(Role.STAGE, Role.ON_STAGE),
}


@ft.component
def SideCard(now: Balance, side: Side) -> ft.Control:
    ui = use_ui()
    weighing, weigh = ft.use_state(False)
    things = now.of(side)
    # Oversætter: knap, der viser, hvor meget hver ting fylder på vægten
    name = ui.t("Skjul, hvor meget det fylder") if weighing else ui.t("Vælg, hvor meget det fylder")
    said = f"{name}: {ui.t(SIDES[side])}"
    toggle = ft.Row([link(ui, name, lambda: weigh(not weighing), said=said)], wrap=True)
    return card(
        ui,
        heading(ui, ui.t(SIDES[side])),
        *(_kind(ui, now, side, kind) for kind in KINDS),
        *_own(ui, now, things),
        keyed(OwnWords, f"own-{side}")(now.day, side),
        toggle,
        *(_weights(ui, now.day, things) if weighing else []),
        spacing=Space.M,
    )


def _kind(ui: Ui, now: Balance, side: Side, kind: str) -> ft.Control:
    offered = [one for one in ui.library.balance if one.side == side and one.kind == kind]
    drawn = [
        _chip(ui, now, now.thing(one.id) or Thing(one.id, side, text=say(ui.t, one.label)))
        for one in offered
    ]
    return _named(ui, ui.t(KINDS[kind]), drawn)


def _own(ui: Ui, now: Balance, things: Sequence[Thing]) -> list[ft.Control]:
    """What the content does not offer (any more)."""
    known = {one.id for one in ui.library.balance}
    drawn = [_chip(ui, now, thing) for thing in things if thing.id not in known]
    return [_named(ui, ui.t("Dine egne ord"), drawn)] if drawn else []


def _named(ui: Ui, name: str, chips: Sequence[ft.Control]) -> ft.Control:
    row = ft.Row(list(chips), spacing=Space.XS, run_spacing=Space.XS, wrap=True)
    return stack(heading(ui, name, Type.LABEL, 3, Role.SOFT), row, spacing=6)


def _chip(ui: Ui, now: Balance, thing: Thing) -> ft.Control:
    """On the scale it has fill and tick; another tap takes it off. It keeps its size, so that
    nothing moves under the finger.
    """
    lies = now.thing(thing.id) is not None
    ink = INKS[thing.side] if lies else Ink(Role.WELL, Role.INK)
    text = weighed(ui, thing)
    said = ui.t("{name}, på vægten", name=text) if lies else text
    sign = icon("check" if lies else "plus", 18, ink.text if lies else Role.SOFT)
    name = words(ui, text, Type.LABEL, ink.text, semantics_label=said, expand=True)
    name.expand_loose = True
    row = ft.Row([sign, name], spacing=6, tight=True)
    press = partial(_take_off if lies else _lay, ui, now.day, thing)
    return tap(
        row,
        press,
        bg=ink.ground,
        radius=Radius.TILE,
        padding=(12, 14, 16, 14),
        key=f"chip-{thing.id}",
    )


def _lay(ui: Ui, day: date, thing: Thing) -> None:
    ui.act(lambda: actions.lay(ui.services, day, thing.id, thing.side))


def _take_off(ui: Ui, day: date, thing: Thing) -> None:
    ui.act(lambda: actions.take_off(ui.services, day, thing.id))


def _weights(ui: Ui, day: date, things: Sequence[Thing]) -> list[ft.Control]:
    if not things:
        return [note(ui, ui.t("Læg først noget på vægten."))]
    return [_weight(ui, day, thing) for thing in things]


def _weight(ui: Ui, day: date, thing: Thing) -> ft.Control:
    def weigh(heft: str) -> None:
        ui.act(lambda: actions.weigh(ui.services, day, thing.id, Heft(int(heft))))

    name = thing_name(ui, thing)
    options = [Choice(str(heft.value), ui.t(word)) for heft, word in HEFTS.items()]
    asked = ui.t("Hvor meget fylder {thing}?", thing=name)
    return stack(
        words(ui, name, Type.ITEM),
        choices(ui, asked, options, str(thing.heft.value), weigh),
        spacing=6,
    )


@ft.component
def OwnWords(day: date, side: Side) -> ft.Control:
    """A refused text stays; what is laid on empties the field for the next."""
    ui = use_ui()
    laid, set_laid = ft.use_state(0)
    typed = ft.use_ref("")
    refused, refuse = use_refusal(ui)
    single = use_single(ui.services.clock)

    def hear(e: ft.Event[ft.TextField]) -> None:
        typed.current = e.control.value

    def lay() -> bool:
        text = typed.current or ""
        laid_on = kept(ui, refuse, lambda: actions.lay_own(ui.services, day, side, text))
        if laid_on:
            typed.current = ""
            set_laid(laid + 1)
        return laid_on

    field = text_field(
        ui,
        ui.t(OWN[side]),
        typed.current or "",
        error=refused or None,
        named_above=True,
        on_change=hear,
        on_submit=lambda: single(lay),
        autofocus=laid > 0,
        key=f"words-{laid}",
    )
    # Oversætter: udsagnsord: at lægge noget på en vægt
    name = ui.t("Læg på")
    button = link(ui, name, partial(single, lay), said=f"{name}: {ui.t(OWN[side])}")
    above = words(ui, ui.t(OWN[side]), Type.LABEL, Role.SOFT)
    return stack(above, field, ft.Row([button], wrap=True), spacing=6)
