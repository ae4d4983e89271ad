"""All of one kind: what there is of each, to be deleted together."""

from collections.abc import Mapping

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
    there = [
        _kind(ui, kind, counts, ask)
        for kind, counts in actions.of_each_kind(ui.services).items()
        if counts
    ]
    if not there:
        return card(ui, words(ui, ui.t("Der er ikke noget at slette endnu.")))
    return rows_card(ui, *there)


def _kind(ui: Ui, kind: Kind, counts: Mapping[str, int], ask: Ask) -> ft.Control:
    scope = actions.of_kind(kind)
    return row_button(ui, ui.t(KINDS[kind]), ", ".join(counted(ui.t, counts)), lambda: ask(scope))
