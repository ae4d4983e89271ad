"""A backup in the place of a database that cannot be read: chosen, looked into, brought in."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

import flet as ft

from lbp_app.actions.backup import told
from lbp_app.content.formats import date_full
from lbp_app.errors import AppError
from lbp_app.model.backup import Holding, Stamp
from lbp_app.screens.backup import Typed
from lbp_app.screens.backup_file import Picked, picked_backup, to_be_opened
from lbp_app.screens.buttons import main_button, plain_button
from lbp_app.screens.cards import card
from lbp_app.screens.hooks import use_value
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import use_ui
from lbp_app.screens.words import heading, note, words


@dataclass(frozen=True)
class FromFile:
    """Both take a file and its passphrase (None: plain) and raise the AppError that fits.
    `bring` lays the damaged file aside and ends this page.
    """

    look: Callable[[BinaryIO, str | None], tuple[Stamp, Holding]]
    bring: Callable[[BinaryIO, str | None], None]


Seen = tuple[Stamp, Holding]


@ft.component
def FromFileCard(way: FromFile, failed: Callable[[AppError], None]) -> ft.Control:
    ui = use_ui()
    picked, pick = use_value(_nothing)
    seen, see = use_value(_unseen)
    passphrase = ft.use_memo(Typed, [])
    shown, show = ft.use_state(False)
    busy, be_busy = ft.use_state(False)

    async def choose() -> None:
        try:
            chosen = await picked_backup()
        except AppError as error:
            return failed(error)
        if chosen is None:
            return None
        pick(chosen)
        see(None)
        return None if chosen.locked else await look(chosen)

    async def look(chosen: Picked) -> None:
        be_busy(True)
        try:
            see(await asyncio.to_thread(way.look, *given(chosen)))
        except AppError as error:
            failed(error)
        finally:
            be_busy(False)

    async def look_with_passphrase() -> None:
        if picked is not None:
            await look(picked)

    def bring() -> None:
        if picked is None:
            return
        try:
            way.bring(*given(picked))
        except AppError as error:
            failed(error)

    def given(chosen: Picked) -> tuple[BytesIO, str | None]:
        return BytesIO(chosen.content), passphrase.text if chosen.locked else None

    asked: list[ft.Control] = []
    if picked is not None and seen is not None:
        stamp, held = seen
        asked = [
            words(ui, told(held, ui.t.language), Type.ITEM),
            note(ui, ui.t("Lavet {day}", day=date_full(ui.t, stamp.made.date()))),
            main_button(ui, ui.t("Hent det ind"), bring, disabled=busy),
        ]
    elif picked is not None and picked.locked:
        asked = to_be_opened(ui, passphrase, shown, show, look_with_passphrase, busy)
    lead = ui.t("Har du en sikkerhedskopi i en fil, kan du hente den. Den gamle fil bliver gemt.")
    return card(
        ui,
        heading(ui, ui.t("Hent fra en sikkerhedskopi")),
        words(ui, lead),
        plain_button(ui, ui.t("Vælg en fil"), choose, disabled=busy),
        *([note(ui, ui.t("Filen: {name}", name=picked.name))] if picked else []),
        *asked,
        *([note(ui, ui.t("Et øjeblik …"))] if busy else []),
        spacing=Space.M,
    )


def _nothing() -> Picked | None:
    return None


def _unseen() -> Seen | None:
    return None
