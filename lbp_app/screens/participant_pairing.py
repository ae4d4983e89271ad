"""Forbind enhederne: the physiotherapist's message, the patient's answer, six digits on both."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import handing_over, person
from lbp_app.actions import participant as people
from lbp_app.actions import plan_handing as actions
from lbp_app.actions.handing_over import PairingAnswer
from lbp_app.errors import AppError
from lbp_app.model.participant import Participant
from lbp_app.screens.buttons import copy_link, link, main_button, plain_button, soft_button
from lbp_app.screens.cards import card, columns, page_head, stack
from lbp_app.screens.fields import SavedField
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.places import lost
from lbp_app.screens.plan_handing import qr
from lbp_app.screens.received import ReceiveCard
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.trying import saving, tried
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, note, words

FILE = "rygvej-forbind.lbprx"


@ft.component
def ParticipantPairingScreen() -> ft.View:
    ui = use_ui()
    try:
        one = people.participant(ui.services, ft.use_route_params()["participant"])
    except AppError:
        return lost(ui)
    return keyed(Pairing, f"pair-{one.id}")(one)


@ft.component
def Pairing(one: Participant) -> ft.View:
    """The answer that was read belongs to this participant alone."""
    ui = use_ui()
    answer, show = use_value(_none)
    back = link(ui, ui.t("Tilbage til planen"), partial(ui.go, f"/deltager/{one.id}/giv"))
    head = stack(
        page_head(ui, ui.t("Forbind enhederne"), one.called), ft.Row([back], wrap=True), spacing=0
    )
    if one.tag:
        return Frame(head, _connected(ui, one))
    if answer is not None:
        return Frame(head, _compare(ui, one, answer, show))
    if not ui.person.first_name:
        return Frame(head, _own_name(ui))
    receive = ReceiveCard(
        ui.t("2. Patientens svar"),
        ui.t("Svaret som tekst eller 16 tegn"),
        ui.t("Læs svaret"),
        ui.t("Patientens app viser det, når den har læst din besked."),
        lambda text: show(handing_over.read_answer(ui.services, text)),
    )
    return Frame(head, columns(ui, [_message(ui)], [receive]), most=TWO_COLUMNS)


def _none() -> PairingAnswer | None:
    return None


def _own_name(ui: Ui) -> ft.Control:
    def keep(text: str) -> Act:
        return partial(person.change_profile, ui.services, "first_name", text)

    field = keyed(SavedField, "physio-name")
    told = ui.t("Patienten ser det på sine trin.")
    return card(ui, field(ui.t("Dit navn"), "", keep, helper=told))


def _message(ui: Ui) -> ft.Control:
    said = tried(ui, lambda: handing_over.pairing_message(ui.services, ui.person.first_name))
    if said is None:
        return card(ui, note(ui, ui.t("Beskeden kunne ikke laves.")))
    text, png = said
    save = saving(ui, FILE, lambda: f"{text}\n".encode())
    return card(
        ui,
        heading(ui, ui.t("1. Din besked til patienten")),
        note(ui, ui.t("Patienten finder stedet under Mig: Din fysioterapeut.")),
        *([qr(ui, png, ui.t("QR-kode med din besked"))] if png else []),
        ft.Row(
            [
                soft_button(ui, ui.t("Gem som fil"), save, "download"),
                copy_link(ui, text, said=ui.t("Kopiér beskeden som tekst")),
            ],
            wrap=True,
            spacing=Space.XS,
        ),
        spacing=Space.M,
    )


def _compare(
    ui: Ui, one: Participant, answer: PairingAnswer, show: Callable[[PairingAnswer | None], None]
) -> ft.Control:
    digits = handing_over.digits(ui.services, answer.tag)
    agree = partial(actions.confirm_pairing, ui.services, one.id, answer)
    return card(
        ui,
        heading(ui, ui.t("Er tallene ens på begge skærme?")),
        words(ui, f"{digits[:3]} {digits[3:]}", Type.HERO),
        main_button(ui, ui.t("Ja, de er ens"), lambda: ui.act(agree), "check"),
        ft.Row([plain_button(ui, ui.t("Nej, de er forskellige"), lambda: show(None))], wrap=True),
        note(ui, ui.t("Er de forskellige, bliver intet brugt, og I kan begynde igen.")),
        spacing=Space.M,
    )


def _connected(ui: Ui, one: Participant) -> ft.Control:
    end = partial(actions.end_pairing, ui.services, one.id)
    return card(
        ui,
        heading(ui, ui.t("I er forbundet")),
        words(ui, ui.t("Planer, du signerer, kan kun bruges af den patient.")),
        main_button(ui, ui.t("Giv planen videre"), partial(ui.go, f"/deltager/{one.id}/giv")),
        ft.Row([link(ui, ui.t("Afslut forbindelsen"), lambda: ui.act(end))], wrap=True),
        spacing=Space.M,
    )
