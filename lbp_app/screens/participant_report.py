"""Hent rapport: takes in what a participant told, on their page or wherever participants are."""

from functools import partial

import flet as ft

from lbp_app.actions import participant_report as actions
from lbp_app.content.failures import sentence
from lbp_app.errors import AppError
from lbp_app.screens.buttons import soft_button
from lbp_app.screens.hooks import use_value
from lbp_app.screens.picking import chosen_file
from lbp_app.screens.theme import Role
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import words


def since_last_route(participant: str) -> str:
    return f"/deltager/{participant}/siden-sidst"


@ft.component
def TakeReportButton(participant: str = "") -> ft.Control:
    """Of that participant only; without one, of whoever it is from. Why a file is refused stands
    below the button until the next one.
    """
    ui = use_ui()
    refused, refuse = use_value(str)

    async def choose() -> None:
        try:
            chosen = await chosen_file()
        except AppError as error:
            return refuse(sentence(ui.t, error))
        if chosen:
            refuse(_taken(ui, chosen.content, participant))

    button = soft_button(ui, ui.t("Hent rapport"), choose, "download")
    why = ft.Semantics(content=words(ui, refused, color=Role.ERROR), live_region=True)
    return ft.Column(
        [ft.Row([button], wrap=True), *([why] if refused else [])], spacing=8, tight=True
    )


def _taken(ui: Ui, data: bytes, participant: str) -> str:
    """Why not; "" when it is here now, and shown."""
    try:
        received = actions.look_into(ui.services, data, participant)
    except AppError as error:
        return sentence(ui.t, error)
    if ui.act(partial(actions.take_in, ui.services, received)):
        ui.go(since_last_route(received.whose.id))
    return ""
