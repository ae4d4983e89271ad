"""One group: its aim, its four levels, who set which and why, and the way to another."""

from functools import partial

import flet as ft

from lbp_app.actions import care_plan
from lbp_app.content.library import say
from lbp_app.content.training import ExerciseGroup
from lbp_app.model.care_plan import Assigned, assigned, history_of
from lbp_app.model.exercise import Group, Level, exercise_at
from lbp_app.model.history import Change
from lbp_app.screens.buttons import link, main_button, row_button
from lbp_app.screens.cards import between, card, columns, line, page_head, rows_card, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.fields import text_field, use_refusal
from lbp_app.screens.figures import tile
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.from_physio import dose_from_physio
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.levels import Standing, level_badge, level_name, physio, set_by, standings
from lbp_app.screens.places import lost
from lbp_app.screens.sources import Sources
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, note, words

STILL = 64  # px high


@ft.component
def ExerciseGroupScreen() -> ft.View:
    ui = use_ui()
    known = {str(one.id): one for one in ui.library.exercise_groups}
    group = known.get(ft.use_route_params()["group"])
    return lost(ui) if group is None else _page(ui, group)


def _page(ui: Ui, group: ExerciseGroup) -> ft.View:
    standing = standings(ui)[Group(group.id)]
    choosing = keyed(Choosing, f"choose-{group.id}-{standing}")(Group(group.id), standing)
    head = page_head(ui, say(ui.t, group.name), ui.t("Dine øvelser"))
    back = link(ui, ui.t("Alle øvelser"), partial(ui.go, "/oevelser"))
    return Frame(
        stack(head, words(ui, say(ui.t, group.aim)), ft.Row([back], wrap=True), spacing=Space.XS),
        columns(ui, [_four(ui, group, standing), _sources(group)], [choosing, _history(ui, group)]),
        most=TWO_COLUMNS,
    )


def _sources(group: ExerciseGroup) -> ft.Control:
    return keyed(Sources, f"group-{group.id}")(tuple(group.sources))


def _four(ui: Ui, group: ExerciseGroup, standing: Standing) -> ft.Control:
    return rows_card(ui, *(_one(ui, Group(group.id), level, standing) for level in Level))


def _one(ui: Ui, group: Group, level: Level, standing: Standing) -> ft.Control:
    exercise = exercise_at(group, level)
    name = say(ui.t, ui.library.exercise(exercise).name)
    mine = {standing.assigned: ui.t("dit trin"), standing.tried: ui.t("det prøver du")}
    own = f", {mine[level]}" if level in mine else ""
    meaning = next(one.meaning for one in ui.library.training.levels if one.id == level)
    said = [f"{level_name(ui, level)}{own}.", say(ui.t, meaning), dose_from_physio(ui, exercise)]
    detail = " ".join(filter(None, said))
    go = partial(ui.go, f"/oevelser/{exercise}")
    return row_button(ui, name, detail, go, tile(ui, exercise, STILL))


@ft.component
def Choosing(group: Group, standing: Standing) -> ft.Control:
    """Another level, with a reason if one likes."""
    ui = use_ui()
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    now = standing.tried or standing.assigned
    picked, pick = use_value(lambda: now)
    refused, refuse = use_refusal(ui)
    name = physio(ui)
    why = field.current.value if field.current else ""

    def choose() -> None:
        refuse(ui.attempt(lambda: _chosen(ui, group, picked, field)))

    reason = text_field(ui, ui.t("Hvorfor?"), why or "", ref=field, error=refused or None)
    optional = stack(reason, note(ui, ui.t("Frivilligt")), spacing=4)
    options = [_option(ui, group, level) for level in Level]
    question = ui.t("Vælg et trin")
    answer = choices(
        ui, question, options, str(picked.value), lambda v: pick(Level(int(v))), tall=True
    )
    button = ui.t("Prøv det trin") if name else ui.t("Gem trinnet")
    return card(
        ui,
        heading(ui, question),
        words(ui, _whose(ui, name)),
        answer,
        *([] if name else [optional]),
        main_button(ui, button, choose),
        *([_take_over(ui)] if name else []),
        spacing=Space.M,
    )


def _option(ui: Ui, group: Group, level: Level) -> Choice:
    name = say(ui.t, ui.library.exercise(exercise_at(group, level)).name)
    return Choice(str(level.value), level_name(ui, level), name)


def _chosen(ui: Ui, group: Group, level: Level, why: ft.Ref[ft.TextField]) -> Change | None:
    if physio(ui):
        if level is assigned(ui.services.care_plans.all(), group).level:
            return care_plan.stop_trying(ui.services, group)
        return care_plan.try_level(ui.services, group, level)
    text = why.current.value if why.current else ""
    return care_plan.set_level(ui.services, group, level, text or "")


def _whose(ui: Ui, name: str | None) -> str:
    if name:
        return ui.t(
            "{name}, fysioterapeut, har sat dine trin. Du må altid prøve et andet. Det, der er "
            "sat, bliver stående.",
            name=name,
        )
    return ui.t("Du bestemmer selv. Et trin op eller ned kan være lige godt.")


def _take_over(ui: Ui) -> ft.Control:
    take: Act = partial(care_plan.take_over_levels, ui.services)
    return stack(
        link(ui, ui.t("Bestem selv alle trin fra nu af"), lambda: ui.act(take)),
        note(ui, ui.t("Dine trin er de samme, og det, der er sat, står i historien.")),
        spacing=0,
    )


def _history(ui: Ui, group: ExerciseGroup) -> ft.Control:
    """Newest first; where everybody begins comes last."""
    plans = ui.services.care_plans.all()
    told = history_of(plans, Group(group.id)) or [assigned(plans, Group(group.id))]
    rows = [_told(ui, one) for one in reversed(told)]
    parted = [part for row in rows for part in (line(), row)][1:]
    return card(ui, heading(ui, ui.t("Historien om dit trin")), *parted)


def _told(ui: Ui, one: Assigned) -> ft.Control:
    why = [words(ui, one.why, Type.BODY)] if one.why else []
    return stack(between(level_badge(ui, one.level), note(ui, set_by(ui, one))), *why, spacing=4)
