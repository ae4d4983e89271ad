"""Forløb > Følg et hold: the whole of a class is seen before it is followed."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import course as courses
from lbp_app.actions import followed_class as actions
from lbp_app.actions.course import CourseNow
from lbp_app.screens.buttons import link, main_button, plain_button
from lbp_app.screens.cards import card, columns, page_head, stack, told
from lbp_app.screens.class_facts import class_facts
from lbp_app.screens.course_setup import RemoveLink
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.programme import closed
from lbp_app.screens.received import ReceiveCard
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def JoinClassScreen() -> ft.View:
    ui = use_ui()
    offer, show = use_value(_nothing)
    now = courses.course_now(ui.services)
    lead = ui.t(
        "Hænger holdets QR-kode på væggen, eller har du fået den som tekst eller fil, så kan du "
        "hente tider og stationer ind her. Ingen får at vide, at du følger holdet."
    )
    head = stack(
        page_head(ui, ui.t("Følg et hold"), ui.t("Forløb")),
        words(ui, lead),
        ft.Row([link(ui, ui.t("Hele vejen"), partial(ui.go, "/forloeb"))], wrap=True),
        spacing=Space.XS,
    )
    if why := closed(ui):
        return Frame(head, *why, *_followed(ui, now))
    if offer is not None:
        return Frame(head, keyed(OfferCard, id(offer))(offer, lambda: show(None)))
    receive = ReceiveCard(
        ui.t("Indsæt eller vælg"),
        ui.t("Tekst fra holdet"),
        ui.t("Se holdet"),
        "",
        lambda text: show(actions.look_at(ui.services, text)),
    )
    followed = _followed(ui, now)
    both = (followed, [receive]) if followed else ([receive], [])
    return Frame(head, columns(ui, *both), most=TWO_COLUMNS)


def _nothing() -> actions.ClassOffer | None:
    return None


def _followed(ui: Ui, now: CourseNow | None) -> list[ft.Control]:
    if now is None or now.group is None:
        return []
    newer = ui.t("Bliver en gang flyttet eller aflyst, så læs holdets nye kode ind.")
    said = card(
        ui,
        heading(ui, now.group.name),
        *class_facts(ui, now.group, now.course, now.meetings),
        note(ui, newer),
    )
    return [said, RemoveLink()]


@ft.component
def OfferCard(offer: actions.ClassOffer, leave: Callable[[], None]) -> ft.Control:
    ui = use_ui()
    plan = offer.plan

    def join() -> None:
        if ui.act(lambda: actions.join(ui.services, offer)):
            ui.go("/forloeb")

    ask = ui.t("Vil du følge de nye tider?") if offer.known else ui.t("Vil du følge dette hold?")
    return card(
        ui,
        heading(ui, plan.group.name, Type.SPEAK),
        *class_facts(ui, plan.group, plan.course, offer.evenings),
        *_instead(ui, offer),
        note(ui, ui.t("Enhver kan lave sådan en kode. Passer det ikke med dit hold, så sig nej.")),
        heading(ui, ask),
        main_button(ui, ui.t("Ja, følg holdet"), join, "check"),
        ft.Row([plain_button(ui, ui.t("Nej, lad det være som før"), leave)], wrap=True),
        spacing=Space.M,
    )


def _instead(ui: Ui, offer: actions.ClassOffer) -> list[ft.Control]:
    if offer.known:
        return [note(ui, ui.t("Det, du har sagt om de gange, der har været, bliver."))]
    if offer.before is None:
        return []
    text = ui.t("Holdet kommer i stedet for det forløb, du har nu. Du kan fortryde bagefter.")
    return [card(ui, told(ui, "info", text, Role.ON_WARM), bg=Role.WARM_BOX)]
