"""Opslag til væggen: a class as a QR code, on paper, as a file and as text. Nobody is in it."""

from functools import partial

import flet as ft

from lbp_app.actions import class_group as actions
from lbp_app.actions import class_plan
from lbp_app.actions.class_group import ClassNow
from lbp_app.errors import AppError
from lbp_app.screens.buttons import copy_link, link, plain_button, soft_button
from lbp_app.screens.cards import card, columns, page_head, stack, told
from lbp_app.screens.class_facts import when_it_meets, where_it_meets
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.places import lost
from lbp_app.screens.plan_handing import qr
from lbp_app.screens.theme import Role, Space
from lbp_app.screens.trying import saving
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

FILE, PDF_NAME = "rygvej-hold.lbprx", "rygvej-opslag.pdf"


@ft.component
def ClassPosterScreen() -> ft.View:
    ui = use_ui()
    try:
        now = actions.class_now(ui.services, ft.use_route_params()["group"])
    except AppError:
        return lost(ui)
    text = class_plan.text_of(ui.services, now)
    back = link(ui, ui.t("Tilbage til holdet"), partial(ui.go, f"/hold/{now.group.id}"))
    return Frame(
        stack(
            page_head(ui, ui.t("Opslag til væggen"), now.group.name),
            ft.Row([back], wrap=True),
            spacing=0,
        ),
        columns(ui, [keyed(CodeCard, "code")(text)], [_paper(ui, now), _what(ui, now)]),
        most=TWO_COLUMNS,
    )


@ft.component
def CodeCard(text: str) -> ft.Control:
    ui = use_ui()
    png = ft.use_memo(partial(class_plan.qr, text), [text])
    large = note(ui, ui.t("Planen er for stor til en QR-kode. Brug filen eller teksten."))
    return card(
        ui,
        heading(ui, ui.t("Følg holdet i Rygvej")),
        qr(ui, png, ui.t("QR-kode med holdets plan")) if png else large,
        words(
            ui,
            ui.t(
                "Deltagerne tager et billede af koden eller får teksten. I deres app trykker de på "
                "Forløb og så på Følg et hold."
            ),
        ),
        ft.Row([copy_link(ui, text, said=ui.t("Kopiér holdets plan som tekst"))], wrap=True),
        spacing=Space.M,
    )


def _paper(ui: Ui, now: ClassNow) -> ft.Control:
    services = ui.services
    save_pdf = saving(ui, PDF_NAME, lambda: class_plan.as_poster(services, now.group.id))
    save_file = saving(ui, FILE, lambda: class_plan.as_file(services, now))
    return card(
        ui,
        heading(ui, ui.t("Til at hænge op eller sende")),
        note(ui, ui.t("Et ark med koden, stedet, dagene og stationerne, eller en fil.")),
        ft.Row(
            [
                soft_button(ui, ui.t("Til print (PDF)"), save_pdf, "printer"),
                plain_button(ui, ui.t("Gem som fil"), save_file),
            ],
            wrap=True,
            spacing=Space.XS,
            run_spacing=Space.XS,
        ),
    )


def _what(ui: Ui, now: ClassNow) -> ft.Control:
    held = [one for one in now.road if one.held]
    return card(
        ui,
        heading(ui, ui.t("Det står der")),
        *when_it_meets(ui, now.course, held),
        *where_it_meets(ui, now.course),
        told(
            ui,
            "shield-check",
            ui.t("Holdets navn, sted, tider og stationer. Intet om deltagerne."),
            Role.INK,
        ),
        note(
            ui,
            ui.t("Flytter eller aflyser du en gang, så hæng et nyt op. Det gamle bliver genkendt."),
        ),
    )
