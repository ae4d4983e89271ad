"""A level shown three ways: a stair, a number and a word; and where a person stands."""

from collections.abc import Mapping
from dataclasses import dataclass

import flet as ft

from lbp_app.actions.care_plan import training_levels
from lbp_app.content import doses, formats
from lbp_app.model.care_plan import MYSELF, Assigned, assigned, belongs_to_physio
from lbp_app.model.exercise import Group, Level
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import words

STEPS = (6, 10, 14, 18)  # px


@dataclass(frozen=True)
class Standing:
    """In one group. `tried` None: nothing but the assigned level."""

    assigned: Level
    tried: Level | None = None


def standings(ui: Ui) -> Mapping[Group, Standing]:
    plans, trained = ui.services.care_plans.all(), training_levels(ui.services)
    given = {group: assigned(plans, group).level for group in Group}
    return {
        group: Standing(level, None if trained[group] is level else trained[group])
        for group, level in given.items()
    }


def physio(ui: Ui) -> str | None:
    """The name of the physiotherapist whose levels they are; None: the person's own."""
    plans = ui.services.care_plans.all()
    return plans[-1].issuer.name if belongs_to_physio(plans) else None


def level_badge(ui: Ui, level: int, color: str = Role.INK) -> ft.Row:
    name = words(ui, level_name(ui, level), Type.LABEL, color)
    return ft.Row([stair(level), name], spacing=8, tight=True)


def stair(level: int) -> ft.Row:
    bars = [
        ft.Container(
            width=6, height=height, border_radius=3, bgcolor=Role.MAIN if i < level else Role.LINE
        )
        for i, height in enumerate(STEPS)
    ]
    return ft.Row(list(bars), spacing=3, tight=True, vertical_alignment=ft.CrossAxisAlignment.END)


def level_name(ui: Ui, level: int) -> str:
    """ "Trin 2"."""
    return doses.level_name(ui.t, ui.library.training, level)


def set_by(ui: Ui, one: Assigned) -> str:
    """Who and when, for the history."""
    if one.day is None:
        return ui.t("Her begynder alle")
    day = formats.date_full(ui.t, one.day)
    if one.issuer == MYSELF:
        return ui.t("Du valgte det selv {day}", day=day)
    return ui.t("Sat af {name}, fysioterapeut, {day}", name=one.issuer.name, day=day)
