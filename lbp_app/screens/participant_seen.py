"""Se som patienten: the plan as it will stand on the patient's screen."""

from dataclasses import replace
from functools import partial

import flet as ft

from lbp_app.actions import participant as actions
from lbp_app.actions import participant_plan
from lbp_app.content import formats
from lbp_app.content.training import ExerciseGroup
from lbp_app.content.wording import wording_for
from lbp_app.errors import AppError
from lbp_app.model.exercise import Group, exercise_at
from lbp_app.model.participant import ParticipantPlan
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card, page_head, stack, told
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.grid import card_width, group_card
from lbp_app.screens.hooks import use_value
from lbp_app.screens.levels import Standing
from lbp_app.screens.participant_levels import variation_name
from lbp_app.screens.places import lost
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, words

SIZES = ("100", "150", "200")  # percent


@ft.component
def ParticipantSeenScreen() -> ft.View:
    ui = use_ui()
    language, speak = use_value(lambda: ui.t.language)
    size, enlarge = use_value(lambda: SIZES[0])
    try:
        one = actions.participant(ui.services, ft.use_route_params()["participant"])
    except AppError:
        return lost(ui)
    plan = participant_plan.plan_of(ui.services, one.id)
    if plan is None:
        return lost(ui)
    back = link(ui, ui.t("Tilbage til {name}", name=one.called), partial(ui.go, _of(one.id)))
    return Frame(
        stack(page_head(ui, ui.t("Set som patienten"), one.called), ft.Row([back], wrap=True)),
        card(
            ui,
            choices(ui, ui.t("Sprog"), _languages(ui), language, speak),
            choices(ui, ui.t("Tekststørrelse"), _sizes(ui), size, enlarge),
        ),
        as_seen(_dressed(ui, language, int(size)), plan),
        most=TWO_COLUMNS,
    )


def _of(participant: str) -> str:
    return f"/deltager/{participant}"


def _languages(ui: Ui) -> list[Choice]:
    return [Choice("da", ui.t("Dansk")), Choice("en", ui.t("Engelsk"))]


def _sizes(ui: Ui) -> list[Choice]:
    return [Choice(one, formats.percent(ui.t, int(one))) for one in SIZES]


def _dressed(ui: Ui, language: str, percent: int) -> Ui:
    """As another person has it; nothing leads away from here."""
    look = replace(ui.look, own=percent / 100)
    return replace(ui, t=wording_for(language), look=look, go=lambda route: None)


def as_seen(ui: Ui, plan: ParticipantPlan) -> ft.Control:
    who = ui.t(
        "Trinnene er sat af {name}, fysioterapeut, {day}. Du må altid prøve et andet.",
        name=plan.plan.issuer.name,
        day=formats.date_full(ui.t, plan.plan.day),
    )
    groups = [one for one in ui.library.exercise_groups if plan.prescribed(Group(one.id))]
    cards = [_group(ui, plan, one) for one in groups]
    head = stack(heading(ui, ui.t("Dine øvelser"), Type.TITLE), words(ui, who), spacing=Space.XS)
    if not ui.look.beside:
        return stack(head, *cards)
    halves: list[ft.Control] = [ft.Container(one, width=card_width(ui)) for one in cards]
    rows = [
        ft.Row(halves[at : at + 2], spacing=Space.M, vertical_alignment=ft.CrossAxisAlignment.START)
        for at in range(0, len(halves), 2)
    ]
    return stack(head, *rows)


def _group(ui: Ui, plan: ParticipantPlan, group: ExerciseGroup) -> ft.Control:
    at = Group(group.id)
    level, detail = plan.plan.levels[at], plan.detail(at)
    exercise = ui.library.exercise(exercise_at(at, level))
    said = [
        told(ui, "repeat", variation_name(ui, exercise, detail.variation)),
        told(ui, "timer", detail.dose),
        told(ui, "message-circle", detail.note),
    ]
    shown = [variation_name(ui, exercise, detail.variation), detail.dose, detail.note]
    extra = [row for row, text in zip(said, shown, strict=True) if text]
    grid = group_card(ui, group, Standing(level))
    if not extra:
        return grid
    below = ft.Container(stack(*extra, spacing=4), padding=ft.Padding(16, 0, 16, 4))
    return stack(grid, below, spacing=Space.XS)
