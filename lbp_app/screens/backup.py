"""Mig > Mine data > Sikkerhedskopi: everything in one file, locked or not, checked before it is
called kept.
"""

import asyncio
from collections.abc import Callable

import flet as ft

from lbp_app.actions import backup as actions
from lbp_app.actions.hand_over import note_hand_over
from lbp_app.content.plain_words import suggested_passphrase
from lbp_app.errors import AppError
from lbp_app.model.backup import checked_passphrase
from lbp_app.model.hand_over import HandedOver
from lbp_app.screens.buttons import main_button, plain_button
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.frame import Frame
from lbp_app.screens.passphrase import Typed, eye, passphrase_fields
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.trying import copy_saved, hand_over, saving, say_why, sheet_saved
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, waiting, words

LOCKED, PLAIN = "locked", "plain"
SHEET_NAME = "rygvej-kodeord.pdf"


@ft.component
def BackupScreen() -> ft.View:
    ui = use_ui()
    lead = ui.t(
        "Alt, du har skrevet, i én fil. Appen læser filen igen og sammenligner den med dine svar, "
        "før den siger, at den er gemt."
    )
    return Frame(
        stack(page_head(ui, ui.t("Gem alt i én fil"), ui.t("Mine data")), words(ui, lead)),
        MakeCard(),
    )


@ft.component
def MakeCard() -> ft.Control:
    ui = use_ui()
    kind, choose = ft.use_state(LOCKED)
    first, again = ft.use_memo(Typed, []), ft.use_memo(Typed, [])
    suggested, suggest = ft.use_state("")
    shown, show = ft.use_state(False)
    busy, be_busy = ft.use_state(False)
    done, be_done = ft.use_state("")

    def take_suggestion() -> None:
        first.text = again.text = made = suggested_passphrase(ui.t.language)
        suggest(made)

    async def make() -> None:
        """In a thread of its own: it takes a moment, and the page goes on meanwhile."""
        be_busy(True)
        be_done("")
        try:
            passphrase = checked_passphrase(first.text, again.text) if kind == LOCKED else None
            content, held = await asyncio.to_thread(actions.make, ui.services, passphrase)
            note_hand_over(ui.services, HandedOver.BACKUP, len(content))
        except AppError as error:
            return say_why(ui, error)
        finally:
            be_busy(False)
        what = actions.told(held, ui.t.language)
        await hand_over(ui, _name(ui), content, copy_saved)
        be_done(ui.t("Gemt og kontrolleret: {what}.", what=what))

    asked = (
        [
            *passphrase_fields(ui, first, again, shown),
            eye(ui, shown, show),
            ft.Row([plain_button(ui, ui.t("Foreslå et"), take_suggestion)], wrap=True),
            *(_suggested(ui, suggested) if suggested else []),
        ]
        if kind == LOCKED
        else []
    )
    return card(
        ui,
        heading(ui, ui.t("Hvem kan åbne filen?")),
        kinds(ui, kind, choose),
        *asked,
        main_button(ui, ui.t("Gem filen"), make, "download", disabled=busy),
        *waiting(ui, busy),
        *([words(ui, done)] if done else []),
        spacing=Space.M,
    )


def kinds(ui: Ui, kind: str, choose: Callable[[str], None]) -> ft.Control:
    if not actions.may_be_plain(ui.services):
        return note(
            ui,
            ui.t(
                "Kun den, der har kodeordet. På denne enhed ligger din nøgle som fysioterapeut, og "
                "den forlader den aldrig ulåst."
            ),
        )
    options = [
        Choice(LOCKED, ui.t("Kun den, der har kodeordet"), ui.t("Det anbefaler vi.")),
        Choice(
            PLAIN, ui.t("Enhver, der har filen"), ui.t("Til et sted, som kun du kan komme til.")
        ),
    ]
    return choices(ui, ui.t("Hvem kan åbne filen?"), options, kind, choose, tall=True)


def _suggested(ui: Ui, passphrase: str) -> list[ft.Control]:
    save = saving(
        ui, SHEET_NAME, lambda: actions.passphrase_sheet(ui.services, passphrase), sheet_saved
    )
    return [
        note(ui, ui.t("Dit nye kodeord. Det står i begge felter:")),
        ft.SelectionArea(words(ui, passphrase, Type.SPEAK)),
        ft.Row([plain_button(ui, ui.t("Gem det på et ark til print"), save)], wrap=True),
    ]


def _name(ui: Ui) -> str:
    return f"rygvej-{ui.today}.{actions.EXTENSION}"
