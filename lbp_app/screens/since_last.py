"""Siden sidst: what a participant told, beside the report before, in one view and without a
verdict.
"""

from collections.abc import Iterator
from functools import partial

import flet as ft

from lbp_app.actions import participant
from lbp_app.actions import participant_report as actions
from lbp_app.content import formats
from lbp_app.errors import AppError
from lbp_app.model.participant import Participant
from lbp_app.model.participant_report import ToldPart
from lbp_app.model.since_last import SinceLast
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card, columns, dotted, page_head, stack
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.participant_report import TakeReportButton
from lbp_app.screens.places import lost
from lbp_app.screens.report_back import PARTS
from lbp_app.screens.since_last_days import days_card
from lbp_app.screens.since_last_told import aims, flares, levels, notes, signs, tests
from lbp_app.screens.since_last_training import training_card
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def SinceLastScreen() -> ft.View:
    ui = use_ui()
    try:
        one = participant.participant(ui.services, ft.use_route_params()["participant"])
    except AppError:
        return lost(ui)
    since = actions.since_last_of(ui.services, one.id)
    head = stack(page_head(ui, ui.t("Siden sidst"), one.called), _back(ui, one), spacing=0)
    if since is None:
        return Frame(head, card(ui, words(ui, ui.t("Der er ingen rapport endnu.")), _take(one)))
    left = [_question(ui, since), *days_card(ui, since), *_lists(ui, since)]
    right = [*training_card(ui, since), _about(ui, since, one)]
    return Frame(head, columns(ui, left, right), most=TWO_COLUMNS)


def _back(ui: Ui, one: Participant) -> ft.Control:
    to = ui.t("Tilbage til {name}", name=one.called)
    return ft.Row([link(ui, to, partial(ui.go, f"/deltager/{one.id}"))], wrap=True)


def _take(one: Participant) -> ft.Control:
    return TakeReportButton(one.id)


def _question(ui: Ui, since: SinceLast) -> ft.Control:
    asked = since.told.question
    if not asked:
        return card(ui, note(ui, ui.t("Der er ikke skrevet noget spørgsmål.")))
    return card(
        ui,
        words(ui, ui.t("Patienten spørger"), Type.LABEL, Role.ON_WARM),
        words(ui, asked, Type.SPEAK, Role.ON_WARM),
        bg=Role.WARM_BOX,
    )


def _lists(ui: Ui, since: SinceLast) -> Iterator[ft.Control]:
    """A card of everything that can be told in lines; what there is nothing of is not shown."""
    parts = (
        (ui.t("Trin"), levels(ui, since)),
        (ui.t("Dårlige perioder"), flares(ui, since)),
        (ui.t("Tegn"), signs(ui, since)),
        (ui.t("Mål"), aims(ui, since)),
        (ui.t("Små test"), tests(ui, since)),
        (ui.t("Noter"), notes(ui, since)),
    )
    told = [stack(_title(ui, name), *_dots(ui, lines), spacing=6) for name, lines in parts if lines]
    if told:
        yield card(ui, *told, spacing=Space.M)


def _title(ui: Ui, name: str) -> ft.Control:
    return heading(ui, name, Type.ITEM, 2, Role.MAIN)


def _dots(ui: Ui, lines: list[str]) -> list[ft.Control]:
    return [dotted(ui, text) for text in lines]


def _about(ui: Ui, since: SinceLast, one: Participant) -> ft.Control:
    """Which days it is of, what the patient did not take along, and the way to another."""
    told, before = since.told, since.before
    span = formats.date_range(ui.t, told.first, told.last, ui.today)
    lines = [ui.t("Rapporten: {span}", span=span)]
    if before:
        span = formats.date_range(ui.t, before.first, before.last, ui.today)
        lines.append(ui.t("Rapporten før: {span}", span=span))
    out = [ui.t(PARTS[part][0]) for part in ToldPart if part not in told.parts]
    if out:
        lines.append(ui.t("Ikke med: {parts}.", parts=", ".join(out)))
    return card(ui, *[note(ui, text) for text in lines], _take(one))
