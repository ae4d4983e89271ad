"""Reminders in the phone's or the computer's own calendar: as a file, or as an address."""

from collections.abc import Awaitable, Callable
from functools import partial

import flet as ft

from lbp_app.actions import calendar
from lbp_app.screens.buttons import copy_link, link, soft_button
from lbp_app.screens.cards import card
from lbp_app.screens.switches import switch
from lbp_app.screens.theme import Type
from lbp_app.screens.trying import saving, tried
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, note, words

NAME, NAME_OF_ONE = "rygvej-paamindelser.ics", "rygvej-{of}.ics"
NAME_OF_REMOVAL = "rygvej-ud-af-kalenderen.ics"


def calendar_card(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("I din egen kalender")),
        words(ui, ui.t("Kalenderen ringer også, når Rygvej er lukket. Der står intet om helbred.")),
        *_class_named(ui),
        ft.Row([soft_button(ui, ui.t("Gem kalenderfil"), _saving(ui), "download")], wrap=True),
        *removal(ui),
        *_address(ui),
    )


def removal(ui: Ui) -> list[ft.Control]:
    """How what was taken along comes out of the phone again; nothing where nothing was."""
    if not calendar.is_taken_along(ui.services):
        return []
    save = saving(
        ui,
        NAME_OF_REMOVAL,
        lambda: calendar.removal_file(ui.services),
        lambda t: t("Filen er lavet. Åbn den på telefonen, så går aftalerne ud af kalenderen."),
    )
    return [
        note(
            ui,
            ui.t(
                "Det, du sletter i Rygvej, bliver i telefonens kalender. Du kan åbne en fil der, "
                "som tager det ud. Bliver noget stående, kan du slette det i kalenderen."
            ),
        ),
        ft.Row([link(ui, ui.t("Gem fil, der tager det ud"), save)], wrap=True),
    ]


def calendar_link(ui: Ui, of: str, said: str) -> ft.Control:
    """A file of one thing, or of one time of the course; `said` names it to a screen reader."""
    return link(ui, ui.t("Gem i kalender"), _saving(ui, of), said=said)


def _class_named(ui: Ui) -> list[ft.Control]:
    if not calendar.has_class(ui.services):
        return []
    return [
        switch(
            ui,
            ui.t("Skriv holdets navn og sted"),
            ui.t("Ellers står der kun “Holdtime”. Andre, der ser kalenderen, kan læse det."),
            calendar.is_class_named(ui.services),
            lambda on: tried(ui, lambda: calendar.name_class(ui.services, on)),
        )
    ]


def _saving(ui: Ui, of: str | None = None) -> Callable[[], Awaitable[None]]:
    name = NAME_OF_ONE.format(of=of) if of else NAME
    return saving(
        ui,
        name,
        lambda: calendar.calendar_file(ui.services, of),
        lambda t: t("Filen er lavet. Åbn den på telefonen, så ringer kalenderen."),
    )


def _address(ui: Ui) -> list[ft.Control]:
    """Only where a browser shows the app: a window of its own serves no addresses."""
    page = ft.context.page
    if not page.web:
        return []
    secret = calendar.secret_of_address(ui.services)
    change = partial(_say_address, ui)
    if secret is None:
        text = ui.t("Lav en adresse, som en kalender på denne computer kan følge")
        return [link(ui, text, change)]
    served = (page.url or "").replace("ws", "http", 1)  # Flet gives that of its websocket
    url = f"{served.rstrip('/')}/kalender/{secret}.ics"
    return [
        note(ui, ui.t("Adresse til en kalender på denne computer:")),
        ft.Row(
            [
                ft.Container(words(ui, url, Type.LABEL), expand=True),
                copy_link(ui, url, said=ui.t("Kopiér adressen"), at_end=True),
            ]
        ),
        ft.Row(
            [
                link(ui, ui.t("Lav en ny adresse"), change),
                link(ui, ui.t("Luk adressen"), partial(calendar.close_address, ui.services)),
            ],
            wrap=True,
        ),
        note(ui, ui.t("En ny adresse lukker den gamle.")),
    ]


def _say_address(ui: Ui) -> None:
    tried(ui, lambda: calendar.open_address(ui.services))
