"""Dine data og dine rettigheder: what is kept, where, why, and what the person may do about it."""

from functools import partial

import flet as ft

from lbp_app.screens.buttons import link, main_button
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.routes import PRIVACY
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def PrivacyScreen() -> ft.View:
    """Open before the first start is done, so that it can be read before the first answer."""
    ui = use_ui()
    new = ui.person.welcomed_at is None
    parts = [_part(ui, title, text) for title, text in _said(ui)]
    back = [main_button(ui, ui.t("Tilbage til start"), partial(ui.go, "/velkommen/1"))]
    ways = [link(ui, ui.t("Hvad forlader enheden?"), partial(ui.go, "/mig/data/forlader"))]
    return Frame(
        page_head(ui, ui.t("Dine data og rettigheder"), None if new else ui.t("Mig")),
        card(ui, *parts, roomy=True, spacing=20),
        *(back if new else [ft.Row([*ways], wrap=True)]),
        framed=not new,
    )


def privacy_link(ui: Ui) -> ft.Control:
    """In a sentence, for the first card: whoever skips the rest has seen it too."""
    return stack(
        note(
            ui,
            ui.t(
                "Dine svar bliver på denne enhed. Ingen andre får dem, medmindre du selv giver "
                "dem videre."
            ),
        ),
        ft.Row(
            [link(ui, ui.t("Læs om dine data og rettigheder"), partial(ui.go, PRIVACY))], wrap=True
        ),
        spacing=0,
    )


def _part(ui: Ui, title: str, text: str) -> ft.Control:
    return stack(heading(ui, title), words(ui, text), spacing=4)


def _said(ui: Ui) -> list[tuple[str, str]]:
    return [
        (
            ui.t("Hvad appen gemmer"),
            ui.t(
                "Det, du selv svarer og skriver: hvordan du har det, din træning, tjek af tegn, "
                "noter og det, du har læst. Alt er frivilligt. Skriv aldrig dit CPR-nummer; appen "
                "gemmer det ikke."
            ),
        ),
        (
            ui.t("Hvor det ligger"),
            ui.t(
                "I én mappe på denne enhed. Der er ingen konto og ingen server. Dem, der har lavet "
                "appen, får intet at vide om dig. Bliver hele enheden kopieret til en sky, "
                "kan mappen komme med; det bestemmer du i enhedens indstillinger."
            ),
        ),
        (
            ui.t("Hvem der har ansvaret"),
            ui.t(
                "Så længe svarene kun er hos dig, er det dine egne papirer. Giver du en fil til "
                "en klinik, har klinikken ansvaret for det, den får, og kan have pligt til at "
                "gemme det i din journal."
            ),
        ),
        (
            ui.t("Det kan du altid"),
            ui.t(
                "Se alt, rette alt, tage det hele med i en fil og slette en ting, en periode eller "
                "det hele. Det ligger under Mig og Mine data. Det, du har givet videre, kan appen "
                "ikke hente tilbage."
            ),
        ),
        (
            ui.t("Hvor længe"),
            ui.t(
                "Til du sletter det. Appen sletter kun sine egne gamle kopier. Andre, der "
                "bruger samme enhed, kan se svarene, hvis enheden ikke er låst."
            ),
        ),
        (
            ui.t("Hvis noget er galt"),
            ui.t(
                "Du kan spørge klinikken, hvis det handler om en fil, den har fået. Du kan klage "
                "til Datatilsynet, datatilsynet.dk."
            ),
        ),
    ]
