"""Øvelser: what there is to train, at which level, and the sessions to begin."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.content.exercises import ExerciseContent
from lbp_app.model.care_plan import belongs_to_physio
from lbp_app.model.exercise import Group
from lbp_app.model.person import Role as Who
from lbp_app.screens.buttons import lead_icon, row_button
from lbp_app.screens.cards import card, page_head, rows_card, stack
from lbp_app.screens.exercise_finder import Finder
from lbp_app.screens.exercise_paper import paper_row
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.from_physio import plan_link
from lbp_app.screens.grid import (
    GAP,
    card_width,
    group_card,
    least_height,
    small_tile,
)
from lbp_app.screens.hooks import use_kept
from lbp_app.screens.levels import standings
from lbp_app.screens.reach import use_reach
from lbp_app.screens.sessions import session_offer
from lbp_app.screens.theme import Space
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, words

ABOVE, ABOVE_OWN = 150, 380  # px above the grid, at least; with sessions on offer


@ft.component
def ExercisesScreen() -> ft.View:
    ui = use_ui()
    own = ui.person.role is Who.PATIENT
    reach, scrolled = use_reach(ui)
    grid = _use_grid(ui, own, reach)
    last = _top(ui, own, len(Group)) <= reach
    around = use_kept(ui, lambda: _around(ui, last), last)
    if not own:
        head = stack(page_head(ui, ui.t("Øvelser")), words(ui, _for_physio(ui)), spacing=Space.XS)
        return Frame(head, Finder(), grid, around, most=TWO_COLUMNS, scrolled=scrolled)
    who = [words(ui, who_set(ui)), *plan_link(ui)]
    head = stack(page_head(ui, ui.t("Dine øvelser")), *who, spacing=Space.XS)
    parts = (head, session_offer(ui), Finder(), grid, around, _more(ui))
    return Frame(*parts, most=TWO_COLUMNS, scrolled=scrolled)


def who_set(ui: Ui) -> str:
    """Whose the levels are, and since when."""
    plans = ui.services.care_plans.all()
    if not plans:
        return ui.t("Alle begynder på trin 1. Du bestemmer selv, og alle trin er åbne.")
    newest = plans[-1]
    day = formats.date_full(ui.t, newest.day)
    if belongs_to_physio(plans):
        return ui.t(
            "Trinnene er sat af {name}, fysioterapeut, {day}. Du må altid prøve et andet.",
            name=newest.issuer.name,
            day=day,
        )
    return ui.t("Du bestemmer selv dine trin. Du valgte sidst {day}.", day=day)


def _for_physio(ui: Ui) -> str:
    return ui.t("Otte slags øvelser på fire trin. Tryk på en for at se bevægelsen og ordene.")


def _use_grid(ui: Ui, own: bool, reach: float) -> ft.Control:
    """Each card is kept while nobody's level changes: they are most of the page."""
    standing = standings(ui) if own else {}
    cards = []
    for at, one in enumerate(ui.library.exercise_groups):
        hangs_on = (one, standing.get(Group(one.id)), _top(ui, own, at) <= reach)
        cards.append(use_kept(ui, partial(group_card, ui, *hangs_on), *hangs_on))
    return _abreast(ui, cards)


def _top(ui: Ui, own: bool, at: int) -> float:
    """Px above the card of a group, at least; of the last + 1: above what follows the grid."""
    lines = at // 2 if ui.look.beside else at
    return (ABOVE_OWN if own else ABOVE) + lines * (least_height(ui) + Space.M)


def _abreast(ui: Ui, cards: Sequence[ft.Control]) -> ft.Control:
    """Read in lines, as they are counted."""
    if not ui.look.beside:
        return stack(*cards)
    halves = [ft.Container(one, width=card_width(ui)) for one in cards]
    pairs = zip(halves[::2], halves[1::2], strict=True)
    return stack(
        *(
            ft.Row(list(pair), spacing=Space.M, vertical_alignment=ft.CrossAxisAlignment.START)
            for pair in pairs
        )
    )


def _around(ui: Ui, drawn: bool) -> ft.Control:
    by_kind = {
        ui.t("Til at varme op"): "warmup",
        ui.t("Til at slutte af med"): "cooldown",
        ui.t("Til de første dårlige dage"): "lying",
    }
    cards = [
        _kind(ui, title, [one for one in ui.library.exercises if one.kind == kind], drawn)
        for title, kind in by_kind.items()
    ]
    return stack(*cards)


def _kind(ui: Ui, title: str, exercises: Sequence[ExerciseContent], drawn: bool) -> ft.Control:
    inset = min(16, ui.look.inset)
    room = ui.look.column(TWO_COLUMNS) - 2 * inset
    count = (3 if ui.look.large else 6) if ui.look.wide else (1 if ui.look.large else 3)
    width = (room - (count - 1) * GAP) / count
    tiles = [small_tile(ui, one, width, drawn) for one in exercises]
    lines = [tiles[at : at + count] for at in range(0, len(tiles), count)]
    rows = [
        ft.Row(
            list(line),
            spacing=GAP,
            intrinsic_height=True,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        for line in lines
    ]
    return card(ui, heading(ui, title), *rows, padding=inset, spacing=GAP + 2)


def _more(ui: Ui) -> ft.Control:
    return rows_card(
        ui,
        row_button(
            ui,
            ui.t("Din træning indtil nu"),
            ui.t("Det, du har lavet, dag for dag"),
            lambda: ui.go("/traening/log"),
            lead_icon("history"),
        ),
        row_button(
            ui,
            ui.t("Vælg, hvor du vil begynde"),
            ui.t("Alle på trin 1, eller prøv tre små test derhjemme"),
            lambda: ui.go("/oevelser/begynd"),
            lead_icon("footprints"),
        ),
        row_button(
            ui,
            ui.t("Få trin fra din fysioterapeut"),
            ui.t("Med otte tegn, en tekst, en fil eller en QR-kode"),
            lambda: ui.go("/oevelser/fra-fysioterapeut"),
            lead_icon("stethoscope"),
        ),
        paper_row(ui),
    )
