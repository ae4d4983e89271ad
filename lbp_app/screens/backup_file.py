"""Choosing the file of a backup."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from io import BytesIO

import flet as ft

from lbp_app.actions.backup import needs_passphrase
from lbp_app.screens.backup import EXTENSION, Typed, eye, passphrase_field
from lbp_app.screens.buttons import main_button
from lbp_app.screens.picking import chosen_file
from lbp_app.screens.ui import Ui


@dataclass(frozen=True)
class Picked:
    """A file that somebody has chosen; nothing in it has been believed yet."""

    name: str
    content: bytes
    locked: bool


async def picked_backup() -> Picked | None:
    """None when nobody has chosen; InputRefusedError when it is no backup or does not arrive."""
    chosen = await chosen_file(EXTENSION)
    if chosen is None:
        return None
    locked = needs_passphrase(BytesIO(chosen.content))
    return Picked(chosen.name, chosen.content, locked)


def to_be_opened(
    ui: Ui,
    passphrase: Typed,
    shown: bool,
    show: Callable[[bool], None],
    look: Callable[[], Awaitable[None]],
    busy: bool,
) -> list[ft.Control]:
    """What a locked file asks for before it can be looked into."""
    return [
        passphrase_field(ui, ui.t("Kodeord"), passphrase, shown),
        eye(ui, shown, show),
        main_button(ui, ui.t("Se, hvad der er i filen"), look, disabled=busy),
    ]
