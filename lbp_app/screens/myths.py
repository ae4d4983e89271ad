"""Viden, myte eller fakta: a card to guess and turn, or all of them to read. Nothing is counted."""

import asyncio
from functools import partial

import flet as ft

from lbp_app.content.learning import Myth
from lbp_app.content.library import say
from lbp_app.screens.buttons import Tap, link, main_button, soft_button, tap
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.motion import use_calm
from lbp_app.screens.places import lost
from lbp_app.screens.review import review
from lbp_app.screens.shared import MIDDLE, padding
from lbp_app.screens.sources import Sources
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, icon, label, note, words

HOME = "/viden/myter"
HALF_TURN = 180  # ms


@ft.component
def MythsScreen() -> ft.View:
    """The number of the card stands in the address, from 1; without one it is the first."""
    ui = use_ui()
    at, myths = ft.use_route_params().get("card", "1"), ui.library.myths
    number = int(at) if at.isdecimal() and len(at) < 4 else 0
    if not 1 <= number <= len(myths):
        return lost(ui)
    myth = myths[number - 1]
    of = ui.t("Kort {n} af {of}", n=number, of=len(myths))
    return Frame(
        page_head(ui, ui.t("Myte eller fakta?"), of),
        keyed(MythCard, myth.id)(myth, number),
        _ways(ui, number, len(myths)),
        ft.Row(
            [
                link(ui, ui.t("Læs dem alle"), partial(ui.go, f"{HOME}/alle")),
                link(ui, ui.t("Til Viden"), partial(ui.go, "/viden")),
            ],
            wrap=True,
        ),
    )


@ft.component
def AllMythsScreen() -> ft.View:
    ui = use_ui()
    return Frame(
        page_head(ui, ui.t("Alle myter og fakta"), ui.t("Viden")),
        *(_both_sides(ui, myth) for myth in ui.library.myths),
        note(ui, review(ui, ui.library.myths)),
        ft.Row([link(ui, ui.t("Gæt et kort ad gangen"), partial(ui.go, HOME))], wrap=True),
    )


@ft.component
def MythCard(myth: Myth, number: int) -> ft.Control:
    ui = use_ui()
    calm = use_calm(ui)
    turned, set_turned = ft.use_state(False)
    edge_on, stand = ft.use_state(False)

    async def turn() -> None:
        if not calm:
            stand(True)
            await asyncio.sleep(HALF_TURN / 1000)
        set_turned(True)
        stand(False)

    face = _back(ui, myth, number) if turned else _front(ui, myth, turn)
    return ft.Container(
        face,
        bgcolor=Role.STAGE,
        border_radius=Radius.STAGE,
        padding=ui.look.inset + 4,
        scale=ft.Scale(scale_x=0.02 if edge_on else 1, scale_y=1),
        animate_scale=None if calm else ft.Animation(HALF_TURN, ft.AnimationCurve.EASE_IN_OUT),
    )


def _front(ui: Ui, myth: Myth, turn: Tap) -> ft.Control:
    claim = heading(ui, f"“{say(ui.t, myth.claim)}”", Type.TITLE, 2, Role.ON_STAGE)
    names = (ui.t("Myte"), ui.t("Fakta"))
    guesses = [_guess(ui, name, turn) for name in names]
    asked = note(ui, ui.t("Hvad tror du? Der bliver ikke holdt regnskab."), Role.ON_STAGE)
    return stack(
        _sign(ui, "circle-help"),
        ft.Container(claim, padding=padding(top=Space.XS, bottom=Space.L)),
        asked,
        stack(*guesses) if ui.look.large else ft.Row(list(guesses), spacing=Space.S),
    )


def _guess(ui: Ui, name: str, turn: Tap) -> ft.Control:
    text = words(ui, name, Type.ITEM, text_align=ft.TextAlign.CENTER)
    face = ft.Row([text], alignment=ft.MainAxisAlignment.CENTER)
    wide = {} if ui.look.large else {"expand": 1}
    return tap(face, turn, bg=Role.CARD, radius=30, padding=(18, 18, 18, 18), **wide)


def _back(ui: Ui, myth: Myth, number: int) -> ft.Control:
    verdict = heading(ui, verdict_of(ui, myth), Type.TITLE, 2, Role.ON_STAGE)
    fact = words(ui, say(ui.t, myth.fact), Type.SPEAK, Role.ON_STAGE)
    return stack(
        _sign(ui, "lightbulb"),
        note(ui, f"“{say(ui.t, myth.claim)}”", Role.ON_STAGE),
        ft.Semantics(content=stack(verdict, fact, spacing=Space.XS), live_region=True),
        _more(ui, myth, Role.ON_STAGE),
    )


def verdict_of(ui: Ui, myth: Myth) -> str:
    return ui.t("Det er fakta") if myth.is_true else ui.t("Det er en myte")


def _sign(ui: Ui, glyph: str) -> ft.Control:
    sign = ft.Container(
        icon(glyph, 26, Role.MAIN),
        width=52,
        height=52,
        border_radius=26,
        bgcolor=Role.CARD,
        alignment=MIDDLE,
    )
    return ft.Row([sign])


def _more(ui: Ui, myth: Myth, color: str = Role.SOFT) -> ft.Control:
    lesson = say(ui.t, ui.library.lesson(myth.lesson).title)
    read = link(
        ui,
        ui.t("Læs mere"),
        partial(ui.go, f"/viden/lektion/{myth.lesson}"),
        said=ui.t("Læs mere: {lesson}", lesson=lesson),
    )
    sources = keyed(Sources, f"sources-{myth.id}")(tuple(myth.sources), color)
    return stack(ft.Row([read], wrap=True), sources, spacing=0)


def _ways(ui: Ui, number: int, last: int) -> ft.Control:
    back = soft_button(ui, ui.t("Forrige kort"), partial(ui.go, f"{HOME}/{number - 1}"))
    on = main_button(ui, ui.t("Næste kort"), partial(ui.go, f"{HOME}/{number + 1}"))
    ways = [*([back] if number > 1 else []), *([on] if number < last else [])]
    for way in ways:
        way.expand = None if ui.look.large else 1
    return stack(*reversed(ways)) if ui.look.large else ft.Row(list(ways), spacing=Space.S)


def _both_sides(ui: Ui, myth: Myth) -> ft.Control:
    return card(
        ui,
        heading(ui, f"“{say(ui.t, myth.claim)}”", Type.HEAD),
        label(ui, verdict_of(ui, myth), Role.MAIN),
        words(ui, say(ui.t, myth.fact)),
        _more(ui, myth),
        spacing=Space.XS,
    )
