"""What is asked for when the lock is changed: the code of now, a new one, how long to wait."""

from collections.abc import Callable

import flet as ft

from lbp_app.model.lock import ALONE, DIGITS, IDLE, LETTERS
from lbp_app.screens.buttons import main_button, plain_button
from lbp_app.screens.cards import card, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.hooks import use_once
from lbp_app.screens.passphrase import Typed, eye, passphrase_field
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.trying import tried_in_thread
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, waiting, words

NEVER = "never"


@ft.component
def AskedCard(
    title: str, text: str, name: str, act: Callable[[str], str], then: Callable[[str], None]
) -> ft.Control:
    """Something that asks for the code once more, at the second tap."""
    ui = use_ui()
    asked, ask = ft.use_state(False)
    now = ft.use_memo(Typed, [])
    shown, show = ft.use_state(False)
    busy, once = use_once()

    async def do() -> None:
        made = await tried_in_thread(ui, lambda: act(now.text))
        now.text = ""
        if made is not None:
            ask(False)
            then(made)

    head = [heading(ui, title), words(ui, text)]
    if not asked:
        button = plain_button(ui, name + " …", lambda: ask(True))
        return card(ui, *head, ft.Row([button], wrap=True))
    return card(
        ui,
        *head,
        code_now(ui, now, shown),
        eye(ui, shown, show),
        ft.Row(
            [
                main_button(ui, name, once(do), disabled=busy),
                plain_button(ui, ui.t("Nej, behold"), lambda: ask(False)),
            ],
            wrap=True,
        ),
        *waiting(ui, busy),
        spacing=Space.M,
    )


def new_code(ui: Ui, first: Typed, again: Typed, shown: bool, alone: bool) -> list[ft.Control]:
    helper = (
        ui.t("Mindst {least} tegn. Gerne flere ord.", least=ALONE)
        if alone
        else ui.t(
            "Mindst {digits} tal, eller mindst {letters} tegn med bogstaver.",
            digits=DIGITS,
            letters=LETTERS,
        )
    )
    return [
        words(
            ui,
            ui.t("Glemmer du koden, er der kun én anden vej ind: en nøgle, som du kan printe."),
        ),
        passphrase_field(ui, ui.t("Ny kode"), first, shown, helper),
        passphrase_field(ui, ui.t("Ny kode igen"), again, shown),
    ]


def code_now(ui: Ui, now: Typed, shown: bool) -> ft.Control:
    helper = ui.t("Eller nøglen fra arket.")
    return passphrase_field(ui, ui.t("Koden, som den er nu"), now, shown, helper)


def idle_choices(ui: Ui, idle: str, choose: Callable[[str], None]) -> ft.Control:
    options = [Choice(str(n), ui.t.plural("{n} minut", "{n} minutter", n)) for n in IDLE]
    options.append(Choice(NEVER, ui.t("Kun når jeg selv låser")))
    name = ui.t("Lås, når ingen har brugt appen i")
    return stack(words(ui, name, Type.ITEM), choices(ui, name, options, idle, choose))


def minutes(idle: str) -> int | None:
    return None if idle == NEVER else int(idle)
