"""The grid of eight groups with four levels each, as a passport of levels."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.library import say
from lbp_app.content.training import ExerciseGroup
from lbp_app.model.exercise import Group, Level, exercise_at
from lbp_app.screens.buttons import tap
from lbp_app.screens.cards import card, stack
from lbp_app.screens.figures import WIDE_AS_HIGH, still
from lbp_app.screens.frame import TWO_COLUMNS
from lbp_app.screens.levels import Standing, level_badge, level_name
from lbp_app.screens.shared import padding, ring, shape
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, icon, note, words

GAP = 8  # px between tiles
INSET = 16  # px, a card that holds a grid
HEAD = 44  # px, a group's name and a line below it, at least
NUMBER = 20  # px above a drawing, for its level
RING = 2.5  # px round the own level
OTHERS = 0.62  # opacity of the drawings at other levels


def group_card(
    ui: Ui, group: ExerciseGroup, standing: Standing | None, drawn: bool = True
) -> ft.Control:
    """`standing` None: for somebody who has no levels of their own; not `drawn`: still too far
    down the page for its pictures.
    """
    four = [ui.library.exercise(exercise_at(Group(group.id), level)) for level in Level]
    width = tile_width(ui)
    tiles = [_tile(ui, one, standing, width, drawn) for one in four]
    per_line = _per_line(ui)
    lines = [tiles[at : at + per_line] for at in range(0, len(tiles), per_line)]
    rows = [ft.Row(list(line), spacing=GAP) for line in lines]
    head = _own_head(ui, group, standing, four) if standing else _head(ui, group)
    return card(ui, head, *rows, padding=_inset(ui), spacing=GAP + 2)


def least_height(ui: Ui) -> float:
    """Px that a group's card is high at least."""
    lines = len(Level) / _per_line(ui)
    drawings = lines * (tile_width(ui) / WIDE_AS_HIGH + NUMBER + GAP)
    return HEAD + GAP + drawings + 2 * _inset(ui)


def tile_width(ui: Ui) -> float:
    room = card_width(ui) - 2 * _inset(ui) - (_per_line(ui) - 1) * GAP
    return room / _per_line(ui)


def card_width(ui: Ui) -> float:
    column = ui.look.column(TWO_COLUMNS)
    return (column - Space.M) / 2 if ui.look.beside else column


def _per_line(ui: Ui) -> int:
    return 2 if ui.look.large and not ui.look.wide else 4


def _inset(ui: Ui) -> float:
    return min(INSET, ui.look.inset)


def _head(ui: Ui, group: ExerciseGroup) -> ft.Control:
    return stack(heading(ui, say(ui.t, group.name)), note(ui, say(ui.t, group.aim)), spacing=2)


def _own_head(
    ui: Ui, group: ExerciseGroup, standing: Standing, four: Sequence[ExerciseContent]
) -> ft.Control:
    """Leads to the history of the group."""
    name = say(ui.t, group.name)
    title = words(ui, name, Type.HEAD, semantics_label=ui.t("{group}: om dine trin", group=name))
    now = standing.tried or standing.assigned
    own = note(ui, say(ui.t, four[now - 1].name))
    said = [own] if standing.tried is None else [own, _trying(ui, standing.tried)]
    left = ft.Column([title, *said], spacing=2, tight=True, expand=not ui.look.large)
    badge = ft.Row(
        [level_badge(ui, standing.assigned), icon("chevron-right", 18, Role.EDGE)],
        spacing=4,
        tight=True,
    )
    face = stack(left, badge, spacing=2) if ui.look.large else ft.Row([left, badge], spacing=8)
    go = partial(ui.go, f"/oevelser/gruppe/{group.id}")
    return tap(face, go, radius=Radius.CHIP, padding=(0, 4, 0, 4))


def _trying(ui: Ui, level: Level) -> ft.Control:
    return note(ui, ui.t("Du prøver {level}", level=level_name(ui, level).lower()), Role.WARM)


def _tile(
    ui: Ui, exercise: ExerciseContent, standing: Standing | None, width: float, drawn: bool
) -> ft.Control:
    level = exercise.level or 1
    own = standing is None or level in (standing.assigned, standing.tried)
    height = width / WIDE_AS_HIGH
    size = {"width": width - 8, "height": (width - 8) / WIDE_AS_HIGH, "left": 4, "bottom": 2}
    figure = [still(ui, exercise.id, opacity=1 if own else OTHERS, **size)] if drawn else []
    number = words(
        ui,
        str(level),
        Type.LABEL,
        Role.ON_STAGE if own else Role.SOFT,
        semantics_label=_said(ui, exercise, standing),
        left=9,
        top=5,
    )
    top = NUMBER * ui.look.factor(Type.LABEL)
    face = ft.Stack(
        [*figure, number, *_own_edge(level, standing)],
        width=width,
        height=height + top,
    )
    return tap(
        face,
        partial(ui.go, f"/oevelser/{exercise.id}"),
        bg=Role.STAGE if own else Role.WELL,
        radius=Radius.TILE,
        padding=0,
    )


def _figure(ui: Ui, exercise: ExerciseContent, drawn: bool, **kw: float) -> ft.Control:
    if drawn:
        return still(ui, exercise.id, **kw)
    return ft.Container(width=kw["width"], height=kw["height"])


def _own_edge(level: int, standing: Standing | None) -> list[ft.Control]:
    if standing is None or level not in (standing.assigned, standing.tried):
        return []
    color = Role.MAIN if level == standing.assigned else Role.WARM
    edge = ring(RING, color)
    return [ft.Container(left=0, top=0, right=0, bottom=0, border=edge, border_radius=Radius.TILE)]


def _said(ui: Ui, exercise: ExerciseContent, standing: Standing | None) -> str:
    named = {"name": say(ui.t, exercise.name), "level": level_name(ui, exercise.level or 1).lower()}
    if standing and exercise.level == standing.assigned:
        return ui.t("{name}, {level}, dit trin", **named)
    if standing and exercise.level == standing.tried:
        return ui.t("{name}, {level}, det prøver du", **named)
    return ui.t("{name}, {level}", **named)


def small_tile(ui: Ui, exercise: ExerciseContent, width: float, drawn: bool) -> ft.Control:
    """A drawing with its name below, for what has no level."""
    inner = width - 12
    size = {"width": inner, "height": inner / WIDE_AS_HIGH}
    face = ft.Column(
        [
            ft.Container(
                _figure(ui, exercise, drawn, **size),
                bgcolor=Role.STAGE,
                border_radius=Radius.TILE - 6,
            ),
            ft.Container(
                words(ui, say(ui.t, exercise.name), Type.LABEL), padding=padding(4, 4, 4, 2)
            ),
        ],
        spacing=2,
        tight=True,
    )
    go = partial(ui.go, f"/oevelser/{exercise.id}")
    look = shape(Role.WELL, Role.INK, Radius.TILE, 6, x=-1, y=-1)
    return ft.FilledButton(content=face, on_click=go, style=look, width=width)
