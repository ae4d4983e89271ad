"""Who in a colleague's file is here already: what putting together comes to, and for whom."""

from collections.abc import Callable, Collection, Sequence

import flet as ft

from lbp_app.model.colleague import Recognised
from lbp_app.model.exercise import Group
from lbp_app.model.participant import ParticipantPlan
from lbp_app.screens.cards import stack
from lbp_app.screens.choices import Choice
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ticks import ticks
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import note, words


def beyond_doubt(known: Sequence[Recognised]) -> frozenset[str]:
    """Those who are ticked from the start; whoever has another name there is asked about."""
    return frozenset(one.mine.id for one in known if one.is_called_the_same)


def known_people(
    ui: Ui,
    known: Sequence[Recognised],
    together: Collection[str],
    change: Callable[[str, bool], object],
) -> list[ft.Control]:
    if not known:
        return []
    how = ui.t(
        "Sæt flueben ved dem, du vil lægge sammen med dine. Navn, nummer, note og forbindelse "
        "bliver, som de er hos dig, og det nye kommer til. De andre kommer ved siden af."
    )
    trust = ui.t(
        "Filen er låst, men ikke underskrevet: læg kun sammen, når du ved, at den er fra din "
        "kollega."
    )
    return [
        words(ui, ui.t("Dem har du i forvejen"), Type.ITEM),
        note(ui, how),
        *(_one(ui, each, together, change) for each in known),
        note(ui, trust),
    ]


def _one(
    ui: Ui, one: Recognised, together: Collection[str], change: Callable[[str, bool], object]
) -> ft.Control:
    choice = Choice(one.mine.id, one.mine.called)
    chosen = [one.mine.id] if one.mine.id in together else []
    told = [note(ui, line, Role.INK) for line in _told(ui, one)]
    return stack(ticks(ui, [choice], chosen, change), *told, spacing=Space.XS)


def _told(ui: Ui, one: Recognised) -> list[str]:
    other = ui.t("Hos din kollega: {name}", name=one.theirs.called)
    reports = ui.t.plural("{n} ny rapport", "{n} nye rapporter", len(one.reports))
    return [
        *([] if one.is_called_the_same else [other]),
        *([ui.t("Slettet for nylig: kommer tilbage")] if one.mine.removed else []),
        _levels(ui, one),
        *([reports] if one.reports else []),
    ]


def _levels(ui: Ui, one: Recognised) -> str:
    before, after = _figures(one.before), _figures(one.after)
    if before != after:
        return ui.t("Trin: {before} bliver til {after}", before=before, after=after)
    if one.before and one.after and one.before.plan.id != one.after.plan.id:
        return ui.t("Trinene er de samme, med en anden variation, dosis eller besked")
    return ui.t("Trinene er de samme")


def _figures(plan: ParticipantPlan | None) -> str:
    """In the order of the groups."""
    return " ".join(str((plan and plan.prescribed(group)) or "–") for group in Group)
