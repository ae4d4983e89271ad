"""Mig > Mine data > Hvad forlader enheden?: nothing by itself; a list of what was taken along."""

from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.content.wording import mark
from lbp_app.model.hand_over import HandedOver, HandOver
from lbp_app.screens.buttons import plain_button
from lbp_app.screens.cards import card, line, page_head, stack, told
from lbp_app.screens.frame import Frame
from lbp_app.screens.theme import Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

HERE = "/mig/data/forlader"
SHOWN = 20  # at first
WHAT = {
    HandedOver.JSON: mark("Alt i én fil (JSON)"),
    HandedOver.CSV: mark("Alt som regneark (CSV)"),
    HandedOver.FHIR: mark("Til en journal (FHIR)"),
    HandedOver.DIARY: mark("Dagbogen som regneark"),
    HandedOver.DOCTOR_CARD: mark("Arket til lægen (PDF)"),
    HandedOver.REPORT: mark("Rapporten til læge eller fysioterapeut (PDF)"),
    HandedOver.EXERCISES: mark("Dine øvelser på papir (PDF)"),
    HandedOver.BACKUP: mark("En sikkerhedskopi"),
    HandedOver.CLASS_LIST: mark("Holdlisten"),
    HandedOver.CLASS_PLAN: mark("Et holds plan til opslag"),
    HandedOver.COLLEAGUE: mark("Deltagere til en kollega"),
    HandedOver.REPORT_BACK: mark("En rapport til din fysioterapeut"),
    HandedOver.PLAN: mark("En plan til en deltager"),
    HandedOver.CALENDAR: mark("Påmindelser til en kalender"),
    HandedOver.SCHEDULED: mark("En sikkerhedskopi efter din plan"),
}


def leaving_card(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Hvad forlader enheden?")),
        words(ui, ui.t("Se, hvor svarene er, og hvilke filer du selv har taget med.")),
        ft.Row([plain_button(ui, ui.t("Se listen"), partial(ui.go, HERE))], wrap=True),
    )


@ft.component
def LeavingScreen() -> ft.View:
    ui = use_ui()
    return Frame(
        page_head(ui, ui.t("Hvad forlader enheden?"), ui.t("Mine data")), _map(ui), LogCard()
    )


def _map(ui: Ui) -> ft.Control:
    facts = (
        ("house", ui.t("Dine svar og de daglige kopier ligger i én mappe på denne enhed.")),
        ("lock", ui.t("Appen sender ingenting. Den har ingen konto, og ingen følger med.")),
        (
            "stethoscope",
            ui.t("Læge og fysioterapeut ser kun det ark eller den fil, du selv giver dem."),
        ),
        (
            "info",
            ui.t(
                "Bliver hele enheden kopieret til en sky, kan mappen komme med. Det bestemmer du "
                "i enhedens indstillinger."
            ),
        ),
        ("download", ui.t("Filer bliver kun lavet, når du beder om det eller har lagt en plan.")),
        (
            "external-link",
            ui.t("Sider uden for appen åbner kun, når du trykker, og får ikke dine svar med."),
        ),
    )
    return card(
        ui,
        heading(ui, ui.t("Intet, medmindre du selv sender det"), Type.SPEAK),
        *(told(ui, glyph, text) for glyph, text in facts),
    )


@ft.component
def LogCard() -> ft.Control:
    ui = use_ui()
    whole, show = ft.use_state(False)
    kept = ui.services.hand_overs.all()
    title = heading(ui, ui.t("Filer, du har lavet"))
    if not kept:
        return card(ui, title, words(ui, ui.t("Der er ikke lavet nogen filer endnu.")))
    rows = kept if whole else kept[:SHOWN]
    more = [plain_button(ui, ui.t("Vis alle"), lambda: show(True))] if rows != kept else []
    return card(
        ui,
        title,
        note(ui, ui.t("Hvor en fil er nu, ved appen ikke. Den kan kun du slette.")),
        *(part for one in rows for part in (line(), _row(ui, one))),
        *more,
    )


def _row(ui: Ui, one: HandOver) -> ft.Control:
    at = one.at.astimezone(ui.services.clock.zone())
    when = f"{formats.date_full(ui.t, at.date())} {formats.clock_time(ui.t, at)}"
    return stack(
        words(ui, ui.t(WHAT[one.what]), Type.ITEM),
        note(ui, f"{when}, {_size(ui, one.size)}"),
        spacing=2,
    )


def _size(ui: Ui, size: int) -> str:
    if size < 1_000_000:
        return ui.t("{n} kB", n=max(1, round(size / 1000)))
    return ui.t("{n} MB", n=formats.decimal(ui.t, size / 1_000_000))
