"""First start: four short cards, each may be passed by and changed later."""

from functools import partial

import flet as ft

from lbp_app.actions import person
from lbp_app.content.library import say
from lbp_app.screens.buttons import link, main_button, round_button
from lbp_app.screens.cards import between, dots, landing, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.privacy import privacy_link
from lbp_app.screens.profile import language_choice, profile_fields, role_choice
from lbp_app.screens.sources import unreviewed
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, picture, words

CARDS = 4
MOST = 560  # px


@ft.component
def WelcomeScreen() -> ft.View:
    ui = use_ui()
    at = _number(ft.use_route_params().get("card", "1"))
    title, body = (_language, _role, _what, _you)[at - 1](ui)
    art = ft.Container(picture(ui, f"welcome-{at}", height=180), alignment=ft.Alignment.CENTER)
    return Frame(
        _top(ui, at),
        *([art] if at < CARDS else []),
        landing(ui, heading(ui, title, Type.TITLE, 1)),
        *body,
        _onward(ui, at),
        most=MOST,
        framed=False,
    )


def _number(text: str) -> int:
    return next((n for n in range(1, CARDS + 1) if text == str(n)), 1)


def _top(ui: Ui, at: int) -> ft.Control:
    where = dots(ui, CARDS, at - 1, ui.t("Trin {n} af {all}", n=at, all=CARDS))
    if at == 1:
        return ft.Container(where, padding=ft.Padding.symmetric(vertical=12))
    back = round_button(ui, "arrow-left", ui.t("Tilbage"), partial(ui.go, f"/velkommen/{at - 1}"))
    return between(back, where)


def _onward(ui: Ui, at: int) -> ft.Control:
    if at < CARDS:
        go_on = main_button(ui, ui.t("Videre"), partial(ui.go, f"/velkommen/{at + 1}"))
        over = link(ui, ui.t("Spring resten over"), lambda: _finish(ui))
        middle = ft.Row([over], alignment=ft.MainAxisAlignment.CENTER, wrap=True)
        return stack(go_on, middle, spacing=Space.XS)
    return main_button(ui, ui.t("Til appen"), lambda: _finish(ui))


def _finish(ui: Ui) -> None:
    if ui.act(lambda: person.finish_welcome(ui.services)):
        ui.go("/")


Card = tuple[str, list[ft.Control]]


def _language(ui: Ui) -> Card:
    text = ui.t(
        "Rygvej er en rolig følgesvend, når ryggen gør ondt igen og igen. Fire korte kort, så "
        "er du i gang."
    )
    again = link(ui, ui.t("Jeg har en sikkerhedskopi"), partial(ui.go, "/mig/data/gendan"))
    return ui.t("Velkommen"), [
        words(ui, text),
        language_choice(ui, tall=True, ground=Role.PAGE),
        privacy_link(ui),
        ft.Row([again], wrap=True),
    ]


def _role(ui: Ui) -> Card:
    text = note(ui, ui.t("Det kan ændres senere under Mig."))
    return ui.t("Hvem bruger appen?"), [role_choice(ui, tall=True, ground=Role.PAGE), text]


def _what(ui: Ui) -> Card:
    told = [
        stack(words(ui, say(ui.t, p.title), Type.ITEM), words(ui, say(ui.t, p.text)), spacing=2)
        for p in ui.library.about
    ]
    signs = link(ui, ui.t("Tegn, du skal reagere på"), lambda: ui.go("/tegn"))
    return ui.t("Hvad appen er, og hvad den ikke er"), [
        *told,
        note(ui, unreviewed(ui)),
        ft.Row([signs], wrap=True),
    ]


def _you(ui: Ui) -> Card:
    text = ui.t("Alt er frivilligt og bliver på denne enhed. Dit CPR-nummer skal du ikke skrive.")
    return ui.t("Lidt om dig"), [words(ui, text, Type.BODY, Role.SOFT), *profile_fields(ui)]
