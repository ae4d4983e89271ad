"""All of one kind: what there is of each, to be deleted together."""

import flet as ft

from lbp_app.actions import deletion as actions
from lbp_app.content.wording import mark
from lbp_app.model.deletion import Kind
from lbp_app.screens.buttons import row_button
from lbp_app.screens.cards import card, rows_card
from lbp_app.screens.counted import counted
from lbp_app.screens.deletion_thing import Ask
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import words

KINDS = {
    Kind.PROFILE: mark("Navn, fødselsår, læge og region"),
    Kind.DIARY: mark("Dagens tjek og noter"),
    Kind.FLARES: mark("Dårlige perioder og pauser"),
    Kind.TRAINING: mark("Træning"),
    Kind.ACTIVITIES: mark("Aktiviteter uden for appen"),
    Kind.LEVELS: mark("Trin og test"),
    Kind.COURSE: mark("Forløb og mål"),
    Kind.PLANS: mark("Planer fra din fysioterapeut"),
    Kind.CHECKS: mark("Tjek af tegn"),
    Kind.DOCTOR: mark("Det, du har skrevet til lægen"),
    Kind.LEARNING: mark("Læste lektioner og egne tanker"),
    Kind.BALANCE: mark("Vægtskålen"),
    Kind.REMINDERS: mark("Påmindelser"),
    Kind.PARTICIPANTS: mark("Deltagere og hold"),
    Kind.HAND_OVERS: mark("Listen over filer, du har lavet"),
}


@ft.component
def OneKind(ask: Ask) -> ft.Control:
    ui = use_ui()
    rows = [_kind(ui, kind, ask) for kind in KINDS]
    there = [row for row in rows if row]
    if not there:
        return card(ui, words(ui, ui.t("Der er ikke noget at slette endnu.")))
    return rows_card(ui, *there)


def _kind(ui: Ui, kind: Kind, ask: Ask) -> ft.Control | None:
    scope = actions.of_kind(kind)
    counts = actions.what_would_go(ui.services, scope)
    if not counts:
        return None
    return row_button(ui, ui.t(KINDS[kind]), ", ".join(counted(ui, counts)), lambda: ask(scope))
