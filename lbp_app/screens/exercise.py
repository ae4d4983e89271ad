"""One exercise: what it looks like, how it is done, how else, and what it is to the person."""

from functools import partial

import flet as ft

from lbp_app.actions import session
from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.library import say
from lbp_app.model.exercise import place_of
from lbp_app.model.person import Role as Who
from lbp_app.model.session import SessionKind
from lbp_app.screens.begin_training import begins
from lbp_app.screens.buttons import main_button, round_button
from lbp_app.screens.cards import STRETCH, between, columns, landing, stack, told
from lbp_app.screens.doses import dose_in_words, gear_in_words
from lbp_app.screens.exercise_level import level_card
from lbp_app.screens.exercise_own import ComfortCard, note_card
from lbp_app.screens.exercise_words import Rules, how_card, neighbours, other_ways, supporter
from lbp_app.screens.figures import WIDE_AS_HIGH, Moving
from lbp_app.screens.frame import TWO_COLUMNS, Frame, half
from lbp_app.screens.from_physio import dose_from_physio, words_from_physio
from lbp_app.screens.hooks import keyed
from lbp_app.screens.levels import level_badge
from lbp_app.screens.places import lost
from lbp_app.screens.sessions import under_way_card
from lbp_app.screens.shared import padding
from lbp_app.screens.stopped import is_stopped, paused_card
from lbp_app.screens.theme import TARGET, Radius, Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, icon, words

TALLEST = 400  # px of the moving picture


@ft.component
def ExerciseScreen() -> ft.View:
    ui = use_ui()
    known = {one.id: one for one in ui.library.exercises}
    exercise = known.get(ft.use_route_params()["exercise"])
    return lost(ui) if exercise is None else _page(ui, exercise)


def _page(ui: Ui, exercise: ExerciseContent) -> ft.View:
    own = ui.person.role is Who.PATIENT
    head = [_head(ui, exercise), *([_start(ui, exercise)] if own else [])]
    lines = words_from_physio(ui, exercise.id) if own else []
    said = [*lines, how_card(ui, exercise), other_ways(ui, exercise), supporter(ui, exercise)]
    place = place_of(exercise.id)
    level = [level_card(ui, *place)] if own and place else []
    mine = [*level, *(_mine(ui, exercise) if own else [])]
    rules = keyed(Rules, exercise.id)(exercise)
    if not ui.look.wide:
        return Frame(
            *head, *said, *neighbours(ui, exercise), *mine, rules, bleed=_stage(ui, exercise)
        )
    left = [_stage(ui, exercise), *neighbours(ui, exercise), *mine]
    return Frame(columns(ui, left, [*head, *said, rules]), most=TWO_COLUMNS)


def _mine(ui: Ui, exercise: ExerciseContent) -> list[ft.Control]:
    comfort = keyed(ComfortCard, f"safe-{exercise.id}")(exercise, half(ui))
    return [comfort, note_card(ui, exercise)]


def _stage(ui: Ui, exercise: ExerciseContent) -> ft.Control:
    """The picture on its ground; on a phone it reaches three edges."""
    width = half(ui) if ui.look.wide else ui.look.width
    inner = width - 16
    picture = keyed(Moving, f"move-{exercise.id}")(
        exercise, inner, min(inner / WIDE_AS_HIGH, TALLEST)
    )
    back = round_button(ui, "arrow-left", ui.t("Alle øvelser"), partial(ui.go, "/oevelser"))
    above = ft.Container(ft.Row([back]), padding=padding(8, 8, 8, 0), height=TARGET + 8)
    whole = Radius.STAGE
    corners = (
        ft.BorderRadius.all(whole)
        if ui.look.wide
        else ft.BorderRadius.only(bottom_left=whole, bottom_right=whole)
    )
    stage = ft.Container(
        stack(above, picture, spacing=0),
        bgcolor=Role.STAGE,
        border_radius=corners,
        padding=8,
    )
    below = Space.M if not ui.look.wide else 0
    return ft.Container(stage, padding=padding(bottom=below))


def _head(ui: Ui, exercise: ExerciseContent) -> ft.Control:
    face = Type.HERO if ui.look.wide else Type.TITLE
    name = landing(ui, heading(ui, say(ui.t, exercise.name), face, 1))
    return stack(_above(ui, exercise), name, _pills(ui, exercise), spacing=Space.XS)


def _above(ui: Ui, exercise: ExerciseContent) -> ft.Control:
    if exercise.level is None:
        return words(ui, _kind(ui, exercise), Type.LABEL, Role.SOFT)
    group = next(one for one in ui.library.exercise_groups if one.id == exercise.group)
    name = words(ui, say(ui.t, group.name), Type.LABEL, Role.SOFT)
    return between(name, level_badge(ui, exercise.level))


def _kind(ui: Ui, exercise: ExerciseContent) -> str:
    if exercise.kind == "warmup":
        return ui.t("Varm op")
    return ui.t("Rolig afslutning") if exercise.kind == "cooldown" else ui.t("Liggende")


def _pills(ui: Ui, exercise: ExerciseContent) -> ft.Control:
    place = say(ui.t, ui.library.training.place_name(exercise.place))
    gear = "leaf" if not exercise.equipment else "settings-2"
    dose = dose_from_physio(ui, exercise.id) if ui.person.role is Who.PATIENT else ""
    theirs = [told(ui, "repeat", dose, Role.INK)] if dose else []
    usual = [] if dose else [_pill(ui, "repeat", dose_in_words(ui, exercise.dose))]
    pills = [*usual, _pill(ui, "map-pin", place)]
    if (exercise.place, exercise.equipment) != ("chair", ("chair",)):
        pills.append(_pill(ui, gear, gear_in_words(ui, exercise)))
    row = ft.Row(list(pills), spacing=Space.XS, run_spacing=Space.XS, wrap=True)
    return stack(*theirs, row, spacing=Space.XS)


def _pill(ui: Ui, glyph: str, text: str) -> ft.Control:
    said = words(ui, text, Type.LABEL)
    face: ft.Control = said
    if not ui.look.large:
        face = ft.Row([icon(glyph, 19, Role.SOFT), said], spacing=8, tight=True)
    return ft.Container(
        face, bgcolor=Role.WELL, border_radius=Radius.TILE, padding=padding(14, 9, 16, 9)
    )


def _start(ui: Ui, exercise: ExerciseContent) -> ft.Control:
    """Nothing is begun while a session is under way, or while nothing invites to training."""
    if is_stopped(ui):
        return paused_card(ui)
    if session.under_way(ui.services) is not None:
        return under_way_card(ui)
    start = begins(ui, SessionKind.SINGLE, exercise.id)
    button = main_button(ui, ui.t("Start øvelsen"), start, "play")
    return ft.Column([button], horizontal_alignment=STRETCH, tight=True)
