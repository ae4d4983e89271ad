"""Tilbud og links: ways out of the app, opened only when they are tapped."""

from functools import partial
from urllib.parse import urlsplit

import flet as ft

from lbp_app.content import formats
from lbp_app.content.learning import Link
from lbp_app.content.library import say
from lbp_app.screens.buttons import link, tap
from lbp_app.screens.cards import card, page_head
from lbp_app.screens.frame import Frame
from lbp_app.screens.profile import REGIONS
from lbp_app.screens.theme import Radius, Role, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import icon, note, words


@ft.component
def LinksScreen() -> ft.View:
    ui = use_ui()
    lead = ui.t(
        "Her er hjælp, der ligger uden for appen. En side åbner først, når du trykker, og appen "
        "sender ikke noget om dig med."
    )
    ways: list[ft.Control] = [card(ui, way_out(ui, one), padding=8) for one in links_of(ui)]
    return Frame(
        page_head(ui, ui.t("Tilbud og links"), ui.t("Viden")),
        words(ui, lead),
        _region(ui),
        *(ways or [_none(ui)]),
    )


def links_of(ui: Ui, lesson: str | None = None) -> list[Link]:
    """In the person's region, not too old; of one lesson, or all."""
    given = ui.library.links_for(ui.person.region, ui.today)
    return [one for one in given if lesson is None or lesson in one.lessons]


def way_out(ui: Ui, out: Link) -> ft.Control:
    """One button: what is there, whose page it is, and that it leaves the app."""
    host = urlsplit(out.url).netloc.removeprefix("www.")
    seen = formats.date_full(ui.t, out.checked_on)
    says: list[ft.Control] = [
        words(ui, say(ui.t, out.label), Type.ITEM),
        note(ui, say(ui.t, out.about), Role.INK),
        note(ui, ui.t("Åbner en anden side: {host}", host=host), Role.MAIN),
        note(ui, ui.t("Set efter {day}", day=seen)),
    ]
    text = ft.Column(says, spacing=4, tight=True, expand=True)
    row = ft.Row(
        [text, icon("external-link", 20, Role.MAIN)],
        spacing=14,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    leave = ft.Url(out.url, target=ft.UrlTarget.BLANK)
    return tap(row, None, radius=Radius.TILE + 2, padding=(12, 12, 12, 12), url=leave)


def _none(ui: Ui) -> ft.Control:
    text = ui.t("Ingen links er set efter for nylig. En nyere udgave af Rygvej har nye.")
    return card(ui, words(ui, text), bg=Role.WELL)


def _region(ui: Ui) -> ft.Control:
    region = ui.person.region
    text = (
        ui.t("Vist for {region}.", region=ui.t(REGIONS[region]))
        if region in REGIONS
        else ui.t("Vist for hele landet, for du har ikke valgt region.")
    )
    change = link(ui, ui.t("Vælg region"), partial(ui.go, "/mig/indstillinger"))
    return ft.Row([note(ui, text), change], wrap=True, spacing=4)
