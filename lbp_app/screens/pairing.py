"""Mig > Din fysioterapeut: connecting the two devices once, and ending it."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import pairing as actions
from lbp_app.content import formats
from lbp_app.model.pairing import Pairing, trusted
from lbp_app.screens.buttons import copy_link, link, main_button, plain_button, soft_button
from lbp_app.screens.cards import card, columns, page_head, stack, told
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.plan_offer import plain
from lbp_app.screens.received import ReceiveCard
from lbp_app.screens.report_back import report_row
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.trying import saving
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

FILE = "rygvej-svar.lbprx"
QR = 240  # px


@ft.component
def PairingScreen() -> ft.View:
    ui = use_ui()
    begun, show = use_value(str)
    known = ui.services.pairings.all()
    open_one = next((one for one in known if one.id == begun and not one.ended), None)
    lead = ui.t(
        "Forbind jeres to enheder én gang. Så kan appen se, at en plan kommer fra din "
        "fysioterapeut og er til dig. Ingen konto, ingen server."
    )
    head = stack(
        page_head(ui, ui.t("Din fysioterapeut"), ui.t("Mig")),
        words(ui, lead),
        ft.Row(
            [link(ui, ui.t("Få trin"), partial(ui.go, "/oevelser/fra-fysioterapeut"))], wrap=True
        ),
        spacing=Space.XS,
    )
    if open_one is not None and not open_one.confirmed:
        return Frame(head, keyed(AnswerCard, open_one.id)(open_one, lambda: show("")))
    receive = ReceiveCard(
        ui.t("Begynd her"),
        ui.t("Besked fra din fysioterapeut"),
        ui.t("Læs beskeden"),
        ui.t("Din fysioterapeut finder den i sin app: som tekst, fil eller QR-kode."),
        lambda text: show(actions.begin_pairing(ui.services, text).id),
    )
    cards = [keyed(ConnectedCard, one.id)(one) for one in trusted(known)]
    waiting = [_waiting(ui, one, show) for one in known if not one.confirmed and not one.ended]
    return Frame(head, columns(ui, [*cards, *waiting, receive], [_why(ui)]), most=TWO_COLUMNS)


def _why(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Sådan foregår det")),
        told(ui, "notebook-pen", ui.t("Din fysioterapeut viser en besked, og du læser den ind.")),
        told(ui, "shield-check", ui.t("Din app laver et svar, som du viser eller læser højt.")),
        told(ui, "check", ui.t("I ser begge de samme seks tal, og så er I forbundet.")),
    )


def _waiting(ui: Ui, one: Pairing, show: Callable[[str], None]) -> ft.Control:
    return card(
        ui,
        heading(ui, plain(one.name)),
        note(ui, ui.t("I mangler at se på de seks tal.")),
        ft.Row([soft_button(ui, ui.t("Gå videre"), partial(show, one.id))], wrap=True),
    )


@ft.component
def ConnectedCard(one: Pairing) -> ft.Control:
    ui = use_ui()
    asked, ask = ft.use_state(False)
    day = formats.date_full(ui.t, one.day)
    parts = [heading(ui, plain(one.name)), note(ui, ui.t("Forbundet siden {day}", day=day))]
    if not asked:
        begin = plain_button(ui, ui.t("Afslut forbindelsen …"), lambda: ask(True))
        return card(ui, *parts, report_row(ui), ft.Row([begin], wrap=True))
    after = ui.t("Du kan så ikke bruge nye planer derfra. Dem, du har, beholder du.")
    end = partial(actions.end_pairing, ui.services, one.id)
    buttons = [
        plain_button(ui, ui.t("Ja, afslut"), lambda: ui.act(end)),
        plain_button(ui, ui.t("Nej, behold"), lambda: ask(False)),
    ]
    return card(ui, *parts, words(ui, after), ft.Row(list(buttons), wrap=True))


@ft.component
def AnswerCard(one: Pairing, leave: Callable[[], None]) -> ft.Control:
    """The answer in three forms, and the digits that both screens show."""
    ui = use_ui()
    said = ft.use_memo(partial(actions.answer, ui.services, one.id), [one.id])
    save = saving(ui, FILE, lambda: f"{said.text}\n".encode())

    def agree() -> None:
        if ui.act(partial(actions.confirm_pairing, ui.services, one.id)):
            leave()

    def differ() -> None:
        if ui.act(partial(actions.end_pairing, ui.services, one.id)):
            leave()

    answer = card(
        ui,
        heading(ui, ui.t("Dit svar til {name}", name=plain(one.name))),
        *([_code(ui, said.png)] if said.png else []),
        note(ui, ui.t("Eller læs de 16 tegn højt:")),
        ft.SelectionArea(words(ui, said.letters, Type.HEAD)),
        ft.Row(
            [
                soft_button(ui, ui.t("Gem svaret som fil"), save, "download"),
                copy_link(ui, said.text, said=ui.t("Kopiér svaret")),
            ],
            wrap=True,
        ),
        spacing=Space.M,
    )
    compare = card(
        ui,
        heading(ui, ui.t("Er tallene ens på begge skærme?")),
        words(ui, f"{said.digits[:3]} {said.digits[3:]}", Type.HERO),
        *_replaced(ui, one),
        main_button(ui, ui.t("Ja, de er ens"), agree, "check"),
        ft.Row([plain_button(ui, ui.t("Nej, de er forskellige"), differ)], wrap=True),
        note(ui, ui.t("Er de forskellige, bliver intet brugt, og I kan begynde igen.")),
        spacing=Space.M,
    )
    return columns(ui, [answer], [compare])


def _code(ui: Ui, png: bytes) -> ft.Control:
    """Black on white in the dark as well: cameras want it so."""
    side = min(QR, ui.look.column(720) - 4 * ui.look.inset)
    image = ft.Image(src=png, width=side, height=side, semantics_label=ui.t("QR-kode med dit svar"))
    return ft.Container(
        ft.Container(image, bgcolor="#FFFFFF", border_radius=Radius.TILE, padding=8),
        alignment=MIDDLE,
    )


def _replaced(ui: Ui, one: Pairing) -> list[ft.Control]:
    if not actions.replaced_by(ui.services, one):
        return []
    text = ui.t(
        "Du er allerede forbundet med {name} under en anden nøgle. Spørg, om det er en ny enhed, "
        "og afslut den gamle forbindelse bagefter.",
        name=plain(one.name),
    )
    return [card(ui, told(ui, "info", text, Role.ON_WARM), bg=Role.WARM_BOX)]
