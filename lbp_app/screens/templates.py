"""Skabeloner: sets of levels that a physiotherapist begins with, to be renamed or let go."""

from functools import partial

import flet as ft

from lbp_app.actions import participant_plan as actions
from lbp_app.model.exercise import Group
from lbp_app.model.history import Change
from lbp_app.model.plan_template import NAME_LENGTH, PlanTemplate
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.fields import SavedField
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note, words


@ft.component
def TemplatesScreen() -> ft.View:
    ui = use_ui()
    own = ui.services.plan_templates.all()
    back = ft.Row([link(ui, ui.t("Alle deltagere"), partial(ui.go, "/"))], wrap=True)
    lead = ui.t(
        "En skabelon er otte trin, du begynder med og så tilpasser. Du laver en fra en deltagers "
        "side med Gem som skabelon."
    )
    ready = card(
        ui,
        words(ui, ui.t("Begynder"), Type.ITEM),
        note(ui, ui.t("Trin 1 i alle otte grupper. Den er altid her.")),
    )
    return Frame(
        stack(page_head(ui, ui.t("Dine skabeloner"), ui.t("Deltagere")), words(ui, lead), back),
        ready,
        *(_own(ui, one) for one in own),
        *([] if own else [card(ui, words(ui, ui.t("Du har ingen egne endnu.")), bg=Role.WELL)]),
    )


def _own(ui: Ui, one: PlanTemplate) -> ft.Control:
    def rename(name: str) -> partial[Change]:
        return partial(actions.rename_template, ui.services, one.id, name)

    def remove() -> None:
        ui.act(partial(actions.remove_template, ui.services, one.id))

    field = keyed(SavedField, f"template-{one.id}")
    said = ui.t("Slet skabelonen {name}", name=one.name)
    return card(
        ui,
        field(ui.t("Navn på skabelonen"), one.name, rename, max_length=NAME_LENGTH),
        note(ui, ui.t("Trin {levels}", levels=_levels(one))),
        ft.Row([link(ui, ui.t("Slet"), remove, said=said)], wrap=True),
    )


def _levels(one: PlanTemplate) -> str:
    out = [group for group, detail in one.details.items() if detail.left_out]
    return " ".join("–" if group in out else str(one.levels[group].value) for group in Group)
