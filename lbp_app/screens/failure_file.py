"""A backup in the place of a database that cannot be read: chosen, looked into, brought in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

import flet as ft

from lbp_app.actions.backup import told
from lbp_app.content.formats import date_full
from lbp_app.errors import AppError
from lbp_app.model.backup import Holding, Stamp
from lbp_app.screens.backup_file import BackupFile, asked_first, name_of, use_backup_file
from lbp_app.screens.buttons import main_button, plain_button
from lbp_app.screens.cards import card
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, waiting, words


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
    file = use_backup_file(way.look, failed)
    asked = _inside(ui, file, *file.inside, way) if file.inside else asked_first(ui, file)
    lead = ui.t("Har du en sikkerhedskopi i en fil, kan du hente den. Den gamle fil bliver gemt.")
    return card(
        ui,
        heading(ui, ui.t("Hent fra en sikkerhedskopi")),
        words(ui, lead),
        plain_button(ui, ui.t("Vælg en fil"), file.choose, disabled=file.busy),
        *name_of(ui, file),
        *asked,
        *waiting(ui, file.busy),
        spacing=Space.M,
    )


def _inside(
    ui: Ui, file: BackupFile[Seen], stamp: Stamp, held: Holding, way: FromFile
) -> list[ft.Control]:
    return [
        words(ui, told(held, ui.t.language), Type.ITEM),
        note(ui, ui.t("Lavet {day}", day=date_full(ui.t, stamp.made.date()))),
        main_button(ui, ui.t("Hent det ind"), partial(file.read, way.bring), disabled=file.busy),
    ]
