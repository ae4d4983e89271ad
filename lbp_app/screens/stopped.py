"""What stands in the place of training while it is stopped: whom to call or why, and the end of
what is under way.
"""

from functools import partial

import flet as ft

from lbp_app.actions import session
from lbp_app.screens.buttons import link, main_button
from lbp_app.screens.cards import card, stack
from lbp_app.screens.end_training import end
from lbp_app.screens.programme import closed
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, words

EXERCISES = "/oevelser"


def is_stopped(ui: Ui) -> bool:
    return session.is_stopped(ui.services)


def paused_card(ui: Ui, text: str = "") -> ft.Control:
    """`text` while a doctor is waited for, where it is not the usual one."""
    if session.invitation_today(ui.services).is_closed:
        return stack(*closed(ui), *ending(ui))
    usual = ui.t(
        "Træningen holder pause, til en læge har hørt om dine svar. Du kan stadig se på øvelserne."
    )
    whom = card(
        ui,
        words(ui, text or usual, Type.SPEAK, Role.ON_STAGE),
        main_button(ui, ui.t("Se, hvem du kan ringe til"), partial(ui.go, "/tjek/ring")),
        bg=Role.STAGE,
        roomy=True,
    )
    return stack(whom, *ending(ui))


def ending(ui: Ui) -> list[ft.Control]:
    """Of a session that was under way: what was done is kept, and it is not gone on with."""
    running = session.under_way(ui.services)
    if running is None:
        return []
    out = link(ui, ui.t("Afslut den, og gem det, du nåede"), partial(end, ui, running, EXERCISES))
    head = heading(ui, ui.t("Du er i gang med en træning"), Type.SPEAK, 2)
    return [card(ui, head, ft.Row([out], wrap=True), roomy=True)]
