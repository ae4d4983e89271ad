"""Til lægen: one sheet to take along; the person writes what they like and chooses what is on."""

from dataclasses import dataclass
from functools import partial

import flet as ft

from lbp_app.actions import doctor_card as actions
from lbp_app.content.wording import mark
from lbp_app.model.doctor_card import CardPart, DoctorCard, Sheet
from lbp_app.screens.buttons import plain_button
from lbp_app.screens.cards import card, columns, page_head, stack
from lbp_app.screens.doctor_sheet import sheet_card
from lbp_app.screens.fields import SavedField
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.paper import about_thoughts, parts_card
from lbp_app.screens.shared import padding
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Space
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, note, words


@dataclass(frozen=True)
class Asked:
    """A text field: its name, and below it what one might write there."""

    name: str
    told: str


FIRST = {
    CardPart.REASON: Asked(
        mark("Hvorfor jeg kommer"), mark("Det vigtigste først. Et par ord er nok.")
    ),
    CardPart.QUESTIONS: Asked(
        mark("Det vil jeg spørge om"), mark("Eller det, du håber at få hjælp til.")
    ),
    CardPart.ONSET: Asked(
        mark("Hvornår det begyndte"),
        mark("Hvornår, og hvordan det kom: langsomt eller lige på én gang."),
    ),
    CardPart.PLACE: Asked(
        mark("Hvor det gør ondt"), mark("Også om det trækker ned i et ben, og hvor langt.")
    ),
}
DAILY = {
    CardPart.WORK: Asked(
        mark("Arbejde og hverdag"),
        mark("Er du sygemeldt, og siden hvornår? Hvad er svært lige nu?"),
    ),
    CardPart.TREATMENTS: Asked(
        mark("Det har jeg prøvet"),
        mark("For eksempel øvelser, tabletter eller massage. Hjalp det?"),
    ),
    CardPart.MEDICINE: Asked(
        mark("Medicin, jeg vil nævne"), mark("Navn og styrke, hvis du har pakken ved hånden.")
    ),
}
MORE = {
    CardPart.ILLNESS: Asked(
        mark("Sygdom og operationer"), mark("Andet, du fejler, og om ryggen er opereret før.")
    ),
    CardPart.SCANS: Asked(mark("Scanninger og prøver"), mark("Hvad, hvor og cirka hvornår.")),
    CardPart.TOLD: Asked(
        mark("Det har jeg fået at vide"), mark("Af læge, fysioterapeut eller andre.")
    ),
    CardPart.PRACTICAL: Asked(
        mark("Tolk, telefon, transport"), mark("Det, der gør det nemmere at komme eller ringe.")
    ),
}
LINES = 2  # a field is so high before anything is written in it


@ft.component
def DoctorCardScreen() -> ft.View:
    ui = use_ui()
    kept, sheet = ui.services.doctor_card.get(), actions.sheet(ui.services)
    left = [
        _fields(ui, ui.t("Det vigtigste"), FIRST, kept),
        _fields(ui, ui.t("Din hverdag"), DAILY, kept),
        More(kept),
        *_choice(ui, sheet, kept),
    ]
    return Frame(
        stack(page_head(ui, ui.t("Til lægen")), _lead(ui), spacing=Space.XS),
        columns(ui, left, [sheet_card(ui, sheet)]),
        most=TWO_COLUMNS,
    )


def _lead(ui: Ui) -> ft.Control:
    return words(
        ui,
        ui.t(
            "Ét ark, du kan tage med eller læse op fra. Skriv kun det, du har lyst til: Det bliver "
            "gemt af sig selv, og intet bliver sendt. Dit CPR-nummer skal ikke med."
        ),
    )


def _fields(ui: Ui, title: str, asked: dict[CardPart, Asked], kept: DoctorCard) -> ft.Control:
    drawn = [_field(ui, part, one, kept.text(part)) for part, one in asked.items()]
    return card(ui, heading(ui, title), *drawn, spacing=Space.L)


def _field(ui: Ui, part: CardPart, asked: Asked, text: str) -> ft.Control:
    def keep(new: str) -> Act:
        return partial(actions.write, ui.services, part, new)

    made = keyed(SavedField, f"{ui.person.id}-{part}")
    field = made(ui.t(asked.name), text, keep, lines=LINES)
    told = ft.Container(note(ui, ui.t(asked.told)), padding=padding(20, 0, 20, 0))
    return stack(field, told, spacing=4)


@ft.component
def More(kept: DoctorCard) -> ft.Control:
    """Folded away until it is asked for, or something stands there."""
    ui = use_ui()
    asked, ask = ft.use_state(False)
    if asked or any(kept.text(part) for part in MORE):
        return _fields(ui, ui.t("Mere til lægen"), MORE, kept)
    return card(
        ui,
        heading(ui, ui.t("Mere til lægen")),
        note(ui, ui.t("Andre sygdomme, scanninger, det du har fået at vide, tolk og telefon.")),
        ft.Row([plain_button(ui, ui.t("Skriv mere"), lambda: ask(True))], wrap=True),
    )


def _choice(ui: Ui, sheet: Sheet, kept: DoctorCard) -> list[ft.Control]:
    rows = [_switch(ui, part, title, kept.wants(part)) for part, title in sheet.held.items()]
    return parts_card(ui, rows)


def _switch(ui: Ui, part: CardPart, title: str, on: bool) -> ft.Control:
    def pick(chosen: bool) -> None:
        ui.act(partial(actions.choose, ui.services, part, chosen))

    detail = about_thoughts(ui) if part is CardPart.THOUGHTS else ""
    return switch(ui, title, detail, on, pick)
