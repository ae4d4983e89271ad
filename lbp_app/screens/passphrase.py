"""A passphrase that is typed: for a backup, a lock, a colleague's file. It is never saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from lbp_app.model.backup import SHORTEST
from lbp_app.screens.fields import text_field
from lbp_app.screens.switches import switch
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import words


@dataclass
class Typed:
    """What stands in a field that is never saved; no letter needs a drawing."""

    text: str = ""


def passphrase_fields(ui: Ui, first: Typed, again: Typed, shown: bool) -> list[ft.Control]:
    warning = ui.t(
        "Glemmer du kodeordet, kan ingen åbne filen, heller ikke vi. Skriv det ned, og læg "
        "det et sikkert sted."
    )
    helper = ui.t("Mindst {least} tegn. Gerne flere ord.", least=SHORTEST)
    return [
        words(ui, warning),
        passphrase_field(ui, ui.t("Kodeord"), first, shown, helper),
        passphrase_field(ui, ui.t("Kodeord igen"), again, shown),
    ]


def eye(ui: Ui, shown: bool, show: Callable[[bool], None]) -> ft.Control:
    return switch(ui, ui.t("Vis, hvad jeg skriver"), "", shown, show)


def passphrase_field(
    ui: Ui, name: str, field: Typed, shown: bool, helper: str = "", **kw: Any
) -> ft.Control:
    def keep(e: ft.Event[ft.TextField]) -> None:
        field.text = e.control.value

    return text_field(ui, name, field.text, helper=helper, password=not shown, on_change=keep, **kw)
