"""What comes from another device: typed, pasted, in a file, or as a picture of a QR code."""

from collections.abc import Callable

import flet as ft

from lbp_app.actions import prescription as actions
from lbp_app.content.failures import sentence
from lbp_app.errors import AppError
from lbp_app.screens.buttons import main_button, plain_button
from lbp_app.screens.camera import CameraCard, has_camera
from lbp_app.screens.cards import card
from lbp_app.screens.fields import text_field
from lbp_app.screens.hooks import use_value
from lbp_app.screens.picking import chosen_file
from lbp_app.screens.theme import Space
from lbp_app.screens.trying import say_why
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, seen_only

EXTENSIONS = ["lbprx", "txt", "png", "jpg", "jpeg", "webp"]


@ft.component
def ReceiveCard(
    title: str, label: str, button: str, hint: str, read: Callable[[str], object]
) -> ft.Control:
    """`read` takes the text, or refuses it with an AppError, whose sentence stands at the field
    with what was written.
    """
    ui = use_ui()
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    refused, refuse = use_value(str)
    looking, look_through = ft.use_state(False)
    typed = field.current.value if field.current else ""

    def take(text: str) -> None:
        try:
            read(text)
        except AppError as error:
            return refuse(sentence(ui.t, error))
        refuse("")

    async def choose() -> None:
        text = await _chosen(ui)
        if text is not None:
            take(text)

    def look() -> None:
        take(field.current.value if field.current else "")

    def seen(text: str) -> None:
        look_through(False)
        take(text)

    if looking:
        return CameraCard(seen, lambda: look_through(False))
    camera = plain_button(ui, ui.t("Brug kameraet"), lambda: look_through(True))
    box = text_field(
        ui, label, typed or "", lines=3, named_above=True, ref=field, error=refused or None
    )
    return card(
        ui,
        heading(ui, title),
        seen_only(note(ui, label)),
        box,
        main_button(ui, button, look),
        *([ft.Row([camera], wrap=True)] if has_camera() else []),
        ft.Row([plain_button(ui, ui.t("Vælg en fil eller et billede"), choose)], wrap=True),
        *([note(ui, hint)] if hint else []),
        note(ui, _photo(ui) if actions.can_read_pictures() else _no_pictures(ui)),
        spacing=Space.M,
    )


async def _chosen(ui: Ui) -> str | None:
    """What stands in the file; None when nobody has chosen, or it holds nothing, which is said."""
    try:
        chosen = await chosen_file(*EXTENSIONS)
        return actions.text_in(chosen.content) if chosen else None
    except AppError as error:
        say_why(ui, error)
        return None


def _photo(ui: Ui) -> str:
    return ui.t("Tag et billede af QR-koden, og vælg det her. Et skærmbillede er også godt.")


def _no_pictures(ui: Ui) -> str:
    return ui.t("Billeder af QR-koder kan ikke læses på denne enhed. En fil eller en tekst kan.")
