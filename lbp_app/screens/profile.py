"""What a person tells about themself: asked at the first start, and kept in the settings."""

from functools import partial
from typing import Any

import flet as ft

from lbp_app.actions import person
from lbp_app.content.library import say
from lbp_app.content.wording import languages, mark
from lbp_app.model.person import Role as Who
from lbp_app.model.person import Sex
from lbp_app.screens.cards import stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.fields import SavedField
from lbp_app.screens.hooks import keyed
from lbp_app.screens.theme import Role, Space
from lbp_app.screens.trying import saved
from lbp_app.screens.ui import Act, Ui
from lbp_app.screens.words import note

# oestdanmark comes with the reform of 2027; it is offered once its contacts are in the content
REGIONS = {
    "hovedstaden": mark("Hovedstaden"),
    "sjaelland": mark("Sjælland"),
    "syddanmark": mark("Syddanmark"),
    "midtjylland": mark("Midtjylland"),
    "nordjylland": mark("Nordjylland"),
    "oestdanmark": mark("Østdanmark"),
}
NOT_YET = "oestdanmark"


def profile_fields(ui: Ui) -> list[ft.Control]:
    """All optional; each saves itself."""
    who = ui.person
    return [
        _field(ui, ui.t("Fornavn"), "first_name", who.first_name),
        _field(
            ui,
            ui.t("Fødselsår"),
            "birth_year",
            str(who.birth_year or ""),
            keyboard_type=ft.KeyboardType.NUMBER,
        ),
        region_choice(ui),
        _field(ui, ui.t("Egen læge"), "doctor_name", who.doctor_name),
        _field(
            ui,
            ui.t("Lægens telefon"),
            "doctor_phone",
            who.doctor_phone,
            keyboard_type=ft.KeyboardType.PHONE,
        ),
    ]


def _field(ui: Ui, label: str, field: str, value: str, **kw: Any) -> ft.Control:
    def keep(text: str) -> Act:
        return partial(person.change_profile, ui.services, field, text)

    return keyed(SavedField, f"{ui.person.id}-{field}")(label, value, keep, **kw)


def region_choice(ui: Ui) -> ft.Control:
    name = ui.t("Region")
    offered = [r for r in REGIONS if r != NOT_YET or ui.person.region == NOT_YET]
    options = [Choice(r, ui.t(REGIONS[r])) for r in offered]

    def pick(region: str) -> None:
        ui.act(partial(person.change_profile, ui.services, "region", region))

    return stack(
        note(ui, ui.t("Region (så lægevagtens nummer passer)")),
        choices(ui, name, options, ui.person.region, pick),
        spacing=Space.XS,
    )


def sex_choice(ui: Ui) -> ft.Control:
    asked = ui.library.triage.asking.sex
    options = [
        Choice(Sex.FEMALE.value, say(ui.t, asked.female)),
        Choice(Sex.MALE.value, say(ui.t, asked.male)),
    ]

    def pick(sex: str) -> None:
        ui.act(partial(person.change_profile, ui.services, "sex", sex))

    return stack(
        note(ui, ui.t("Køn (bruges kun i tjek af tegn)")),
        choices(ui, ui.t("Køn"), options, ui.person.sex, pick),
        spacing=Space.XS,
    )


def language_choice(ui: Ui, tall: bool = False, ground: str = Role.CARD) -> ft.Control:
    """Each language in its own words, so that it is found whatever the app speaks now."""
    options = [Choice(code, name) for code, name in languages()]

    def pick(code: str) -> None:
        ui.act(partial(person.change_preference, ui.services, "language", code))

    return choices(ui, ui.t("Sprog"), options, ui.t.language, pick, tall=tall, ground=ground)


def role_choice(ui: Ui, tall: bool = False, ground: str = Role.CARD) -> ft.Control:
    options = [
        Choice(
            Who.PATIENT,
            ui.t("Jeg har ondt i ryggen"),
            ui.t("Dagbog, øvelser og viden til mig selv"),
        ),
        Choice(Who.PHYSIO, ui.t("Jeg er fysioterapeut"), ui.t("Deltagere, hold og øvelser")),
    ]

    def pick(role: str) -> None:
        if role != ui.person.role:
            ui.act(lambda: _switch(ui, Who(role)), saved)

    return choices(
        ui, ui.t("Hvem bruger appen?"), options, ui.person.role, pick, tall=tall, ground=ground
    )


def _switch(ui: Ui, role: Who) -> None:
    person.switch_role(ui.services, role)
