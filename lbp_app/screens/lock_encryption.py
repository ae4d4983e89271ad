"""Whether the file with the answers is encrypted too, and turning that on and off."""

import flet as ft

from lbp_app.actions import lock as actions
from lbp_app.screens.cards import card
from lbp_app.screens.lock_asked import AskedCard
from lbp_app.screens.theme import Type
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, note, words

EXTRA = "pip install sqlcipher3 keyring"


def file_note(ui: Ui) -> ft.Control:
    if ui.services.database.is_encrypted:
        text = ui.t(
            "Filen med dine svar og appens egne kopier er krypteret. Mens Rygvej kører, kan "
            "programmet læse dem, også når skærmen er låst. Afslut Rygvej, når du lægger enheden "
            "fra dig for længere tid."
        )
    else:
        text = ui.t(
            "Låsen skjuler appen. Filen med dine svar er ikke krypteret, så en, der kan læse "
            "filer på enheden, kan læse den. Brug også enhedens egen lås."
        )
    return note(ui, text)


def encryption(ui: Ui) -> list[ft.Control]:
    if ui.services.database.is_encrypted:
        return [DecryptCard()]
    return [EncryptCard() if actions.can_encrypt(ui.services) else _how_to_get_it(ui)]


def _how_to_get_it(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Kryptering")),
        words(
            ui,
            ui.t(
                "Filen kan også krypteres, men det kræver et program, som ikke er her. Den, der "
                "har installeret Rygvej, kan hente det sådan:"
            ),
        ),
        ft.SelectionArea(words(ui, EXTRA, Type.ITEM)),
    )


@ft.component
def EncryptCard() -> ft.Control:
    ui = use_ui()

    def encrypt(code: str) -> str:
        actions.encrypt(ui.services, code)
        return "on"

    return AskedCard(
        ui.t("Kryptering"),
        ui.t(
            "Så kan filen kun læses med koden eller nøglen fra arket. Er begge væk, er svarene "
            "tabt; kun en sikkerhedskopi kan hente dem igen."
        ),
        ui.t("Kryptér filen"),
        encrypt,
        lambda _: ui.say(Notice(lambda t: t("Filen og appens kopier er krypteret."))),
    )


@ft.component
def DecryptCard() -> ft.Control:
    ui = use_ui()

    def decrypt(code: str) -> str:
        actions.decrypt(ui.services, code)
        return "off"

    return AskedCard(
        ui.t("Kryptering"),
        ui.t("Uden kryptering kan en, der kan læse filer på enheden, læse dine svar."),
        ui.t("Fjern krypteringen"),
        decrypt,
        lambda _: ui.say(Notice(lambda t: t("Filen er ikke krypteret mere."))),
    )
