"""Mig > Mine data: where the file lies, a copy to take along, and a real delete."""

from functools import partial

import flet as ft

from lbp_app.actions import backup, mydata
from lbp_app.errors import AppError
from lbp_app.model.person import Role
from lbp_app.screens.buttons import grave_button, plain_button, soft_button
from lbp_app.screens.calendar_out import removal
from lbp_app.screens.cards import card, page_head
from lbp_app.screens.export import export_card
from lbp_app.screens.frame import Frame
from lbp_app.screens.leaving import leaving_card
from lbp_app.screens.lock import lock_card
from lbp_app.screens.theme import Type
from lbp_app.screens.trying import copy_saved, saving, say_why
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, note, words

HERE = "/mig/data"
CSV_NAME = "rygvej-dagbog.csv"


@ft.component
def MyDataScreen() -> ft.View:
    ui = use_ui()
    return Frame(
        page_head(ui, ui.t("Mine data"), ui.t("Mig")),
        _where(ui),
        *_report(ui),
        lock_card(ui),
        _backup(ui),
        _copy(ui),
        export_card(ui),
        leaving_card(ui),
        _delete_some(ui),
        DeleteCard(),
    )


def _where(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Alt ligger hos dig")),
        words(
            ui,
            ui.t(
                "Intet forlader denne enhed, medmindre du selv sender det. Der er ingen "
                "konto, og ingen følger med."
            ),
        ),
        *_answered(ui),
        note(ui, ui.t("Filen med dine svar ligger her:")),
        ft.SelectionArea(words(ui, str(ui.services.database.path))),
        note(
            ui,
            ui.t(
                "Appen tager selv en kopi hver dag og gemmer de syv seneste ved siden af. "
                "Telefon og computer er to adskilte dagbøger indtil videre."
            ),
        ),
    )


def _answered(ui: Ui) -> list[ft.Control]:
    if ui.person.role is not Role.PATIENT:
        return []
    days = ui.services.diary.count()
    told = ui.t.plural("Her er {n} dag med svar.", "Her er {n} dage med svar.", days)
    return [words(ui, told)]


def _report(ui: Ui) -> list[ft.Control]:
    if ui.person.role is not Role.PATIENT:
        return []
    return [
        card(
            ui,
            heading(ui, ui.t("Rapport til læge eller fysioterapeut")),
            words(ui, ui.t("Én side om den sidste tid. Du vælger, hvad der kommer med.")),
            ft.Row(
                [soft_button(ui, ui.t("Se rapporten"), partial(ui.go, f"{HERE}/rapport"))],
                wrap=True,
            ),
        )
    ]


def _backup(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Sikkerhedskopi")),
        words(
            ui,
            ui.t(
                "Én fil med alt, som du kan lægge et andet sted og hente ind igen, hvis enheden "
                "går i stykker, eller du får en ny."
            ),
        ),
        ft.Row(
            [
                soft_button(ui, ui.t("Lav en sikkerhedskopi"), partial(ui.go, f"{HERE}/kopi")),
                plain_button(ui, ui.t("Gendan fra en fil"), partial(ui.go, f"{HERE}/gendan")),
                plain_button(ui, ui.t("Lav den af sig selv"), partial(ui.go, f"{HERE}/plan")),
            ],
            wrap=True,
        ),
    )


def _copy(ui: Ui) -> ft.Control:
    save = saving(ui, CSV_NAME, lambda: mydata.csv_copy(ui.services), copy_saved)
    return card(
        ui,
        heading(ui, ui.t("Tag en kopi")),
        words(
            ui,
            ui.t(
                "En fil med alle dine svar, som et regneark kan åbne. Den er ikke låst, så "
                "gem den et sted, kun du kan se."
            ),
        ),
        ft.Row([soft_button(ui, ui.t("Gem som regneark"), save, "download")], wrap=True),
    )


def _delete_some(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Slet noget")),
        words(ui, ui.t("En enkelt ting, en periode eller alt af én slags. Det kan fortrydes.")),
        ft.Row(
            [plain_button(ui, ui.t("Vælg, hvad der skal væk"), partial(ui.go, f"{HERE}/slet"))],
            wrap=True,
        ),
    )


@ft.component
def DeleteCard() -> ft.Control:
    ui = use_ui()
    asked, ask = ft.use_state(False)
    if not asked:
        return card(
            ui,
            heading(ui, ui.t("Slet alt")),
            words(
                ui, ui.t("Sletter alle svar, indstillinger og de daglige kopier fra denne enhed.")
            ),
            ft.Row([plain_button(ui, ui.t("Slet alt …"), lambda: ask(True))], wrap=True),
        )
    told = ui.t(
        "Det bliver slettet sammen med alle kopier: {what}. Det kan ikke fortrydes.",
        what=backup.told(backup.here(ui.services), ui.t.language),
    )
    return card(
        ui,
        heading(ui, ui.t("Er du sikker?"), Type.SPEAK),
        words(ui, told),
        *removal(ui),
        ft.Row(
            [
                grave_button(ui, ui.t("Ja, slet alt"), lambda: _delete(ui)),
                plain_button(ui, ui.t("Nej, behold"), lambda: ask(False)),
            ],
            wrap=True,
        ),
    )


def _delete(ui: Ui) -> None:
    try:
        mydata.delete_everything(ui.services)
    except AppError as error:
        return say_why(ui, error)
    ui.go("/velkommen/1")
    ui.say(Notice(lambda t: t("Alt er slettet.")))
