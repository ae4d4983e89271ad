"""What became of the levels of a participant, day by day."""

import flet as ft

from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.model.participant import ParticipantPlan, PlanDay, Step, history_by_day
from lbp_app.screens.cards import card, stack
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, note, words


def history_card(ui: Ui, versions: list[ParticipantPlan]) -> list[ft.Control]:
    days = history_by_day(versions)
    if not days:
        return []
    told = [_day(ui, one, first=one is days[-1]) for one in days]
    return [card(ui, heading(ui, ui.t("Hvad der er ændret")), *told, spacing=Space.M)]


def _day(ui: Ui, one: PlanDay, first: bool) -> ft.Control:
    day = formats.date_full(ui.t, one.day)
    names = {group.id: say(ui.t, group.name) for group in ui.library.exercise_groups}
    steps = [] if first else [_step(ui, names[step.group.value], step) for step in one.steps]
    begun = [note(ui, _all(ui, one))] if first and one.steps else []
    why = [note(ui, ui.t("Fordi: {why}", why=one.why), Role.INK)] if one.why else []
    by = ui.t("{day} · {name}", day=formats.capital(day), name=one.issuer)
    return stack(words(ui, by, Type.ITEM), *begun, *steps, *why, spacing=2)


def _all(ui: Ui, one: PlanDay) -> str:
    """The first levels, in the order of the groups."""
    said = " ".join(str(step.after or "–") for step in one.steps)
    return ui.t("Begyndte på {levels}", levels=said)


def _step(ui: Ui, name: str, step: Step) -> ft.Control:
    if step.before == step.after:
        return note(ui, ui.t("{group}: variation, dosis eller besked", group=name))
    told = {"before": step.before or "–", "after": step.after or "–"}
    return note(ui, ui.t("{group}: fra {before} til {after}", group=name, **told))
