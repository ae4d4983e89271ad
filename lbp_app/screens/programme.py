"""What stands in the place of training and the course for those whom the programme is not for."""

from functools import partial

import flet as ft

from lbp_app.actions import programme as actions
from lbp_app.content.library import say
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import note, words


def closed(ui: Ui) -> list[ft.Control]:
    """Why nothing invites; empty for everybody else."""
    sign = actions.closed_by(ui.services)
    if sign is None:
        return []
    action = ui.library.signs[sign].action
    why = next(one.beside for one in ui.library.triage.actions if one.id == action)
    return [
        card(
            ui,
            *([words(ui, say(ui.t, why), Type.SPEAK, Role.ON_STAGE)] if why else []),
            note(
                ui,
                ui.t("Imens inviterer appen ikke til træning. Øvelserne kan du stadig se på."),
                Role.ON_STAGE,
            ),
            link(ui, ui.t("Passer det ikke mere? Tag et tjek"), partial(ui.go, "/tjek")),
            bg=Role.STAGE,
            roomy=True,
        )
    ]
