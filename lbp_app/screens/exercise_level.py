"""Whether an exercise is at the person's level, and the way to make it so."""

from functools import partial

import flet as ft

from lbp_app.actions import care_plan
from lbp_app.model.exercise import Group, Level
from lbp_app.screens.buttons import link, soft_button
from lbp_app.screens.cards import card
from lbp_app.screens.levels import Standing, level_name, physio, standings
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, words


def level_card(ui: Ui, group: Group, level: Level) -> ft.Control:
    standing = standings(ui)[group]
    more = link(ui, ui.t("Se dine trin her"), partial(ui.go, f"/oevelser/gruppe/{group.value}"))
    return card(
        ui,
        heading(ui, _title(ui, level, standing)),
        words(ui, _said(ui, level, standing)),
        *_ways(ui, group, level, standing),
        more,
    )


def _title(ui: Ui, level: Level, standing: Standing) -> str:
    if level is standing.tried:
        return ui.t("Det her trin prøver du")
    if level is standing.assigned:
        return ui.t("Det her er dit trin")
    return ui.t("Et andet trin end dit")


def _said(ui: Ui, level: Level, standing: Standing) -> str:
    assigned, name = level_name(ui, standing.assigned).lower(), physio(ui)
    if level is standing.assigned:
        return ui.t("Du kan altid vælge et andet. At gå et trin ned er også et valg.")
    if name:
        return ui.t(
            "{name} har sat {level}. Du må gerne prøve et andet, så længe du vil.",
            name=name,
            level=assigned,
        )
    return ui.t(
        "Du er på {level}. Alle trin er åbne, og du kan skifte når som helst.", level=assigned
    )


def _ways(ui: Ui, group: Group, level: Level, standing: Standing) -> list[ft.Control]:
    ways: list[ft.Control] = []
    if level not in (standing.tried, standing.assigned):
        ways.append(_take(ui, group, level))
    if standing.tried is not None:
        back = partial(care_plan.stop_trying, ui.services, group)
        assigned = level_name(ui, standing.assigned).lower()
        text = ui.t("Gå tilbage til {level}", level=assigned)
        ways.append(soft_button(ui, text, lambda: ui.act(back)))
    return ways


def _take(ui: Ui, group: Group, level: Level) -> ft.Control:
    if physio(ui):
        attempt = partial(care_plan.try_level, ui.services, group, level)
        return soft_button(ui, ui.t("Prøv det her trin"), lambda: ui.act(attempt))
    own = partial(care_plan.set_level, ui.services, group, level)
    return soft_button(ui, ui.t("Gør det til mit trin"), lambda: ui.act(own))
