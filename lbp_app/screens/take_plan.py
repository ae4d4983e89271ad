"""Øvelser > Få trin fra din fysioterapeut: the whole plan is seen before it is taken."""

from functools import partial

import flet as ft

from lbp_app.actions import prescription as actions
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.model.exercise import Group
from lbp_app.model.pairing import Taken
from lbp_app.model.prescription import by_group, doses_by_group, variations_by_group
from lbp_app.screens.buttons import lead_icon, link, row_button
from lbp_app.screens.cards import card, columns, page_head, rows_card, stack
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.plan_offer import OfferCard, message, plain, varied
from lbp_app.screens.received import ReceiveCard
from lbp_app.screens.report_back import report_row
from lbp_app.screens.theme import Role, Space
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

PAIRING = "/mig/fysioterapeut"


@ft.component
def TakePlanScreen() -> ft.View:
    ui = use_ui()
    offer, show = use_value(_nothing)
    taken = ui.services.prescriptions.all()

    def read(text: str) -> None:
        show(actions.look_at(ui.services, text))

    lead = ui.t(
        "Din fysioterapeut kan give dig otte tegn, en tekst, en fil eller en QR-kode. Du ser hele "
        "planen, før noget bliver ændret."
    )
    back = link(ui, ui.t("Alle øvelser"), partial(ui.go, "/oevelser"))
    head = stack(
        page_head(ui, ui.t("Få trin fra din fysioterapeut"), ui.t("Dine øvelser")),
        words(ui, lead),
        ft.Row([back], wrap=True),
        spacing=Space.XS,
    )
    if offer is not None:
        return Frame(head, keyed(OfferCard, id(offer))(offer, lambda: show(None)))
    receive = ReceiveCard(
        ui.t("Skriv eller indsæt"),
        ui.t("Kode eller tekst fra din fysioterapeut"),
        ui.t("Se planen"),
        ui.t("Store og små bogstaver er lige gode, og bindestregen kan udelades."),
        read,
    )
    now = [_taken_card(ui, taken[-1])] if taken else []
    return Frame(head, columns(ui, [receive], [*now, _connect(ui)]), most=TWO_COLUMNS)


def _nothing() -> actions.Offer | None:
    return None


def _connect(ui: Ui) -> ft.Control:
    names = actions.physio_names(ui.services)
    text = (
        ui.t("Forbundet med {names}", names=", ".join(names))
        if names
        else ui.t("Så kan du være sikker på, hvem en plan kommer fra")
    )
    title = ui.t("Din fysioterapeut")
    connect = row_button(ui, title, text, partial(ui.go, PAIRING), lead_icon("shield-check"))
    return rows_card(ui, connect, *([report_row(ui)] if names else []))


def _taken_card(ui: Ui, taken: Taken) -> ft.Control:
    """The one that was taken last, with what the levels do not say."""
    names = {Group(one.id): say(ui.t, one.name) for one in ui.library.exercise_groups}
    doses, levels = doses_by_group(taken.doses), by_group(taken.prescribed)
    variations = variations_by_group(taken.variations)
    lines = [
        (names[group], said)
        for group, level in levels.items()
        for said in (varied(ui, group, level, variations), plain(doses.get(group, "")))
    ]
    day = formats.date_full(ui.t, taken.day)
    return card(
        ui,
        heading(ui, ui.t("Din plan fra {name}", name=taken.name)),
        note(ui, ui.t("Taget i brug {day}", day=day)),
        *message(ui, taken.note),
        *(note(ui, f"{name}: {said}", Role.INK) for name, said in lines if said),
    )
