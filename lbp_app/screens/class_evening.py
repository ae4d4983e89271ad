"""Fremmøde: a tap on a name says that they are here."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import class_group as actions
from lbp_app.actions.class_group import ClassNow
from lbp_app.errors import AppError
from lbp_app.model.course import Attendance, Occurrence
from lbp_app.model.participant import Participant
from lbp_app.screens.buttons import link, main_button, tap
from lbp_app.screens.cards import between, card, page_head, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.class_group import here
from lbp_app.screens.course_words import title, when
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.occurrence import OtherTime
from lbp_app.screens.places import lost
from lbp_app.screens.shared import MIDDLE, ring
from lbp_app.screens.theme import Radius, Role, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import icon, note, words

TILE, GAP = 220, 10  # px, the narrowest tile of a name on a wide window; between two


@ft.component
def ClassEveningScreen() -> ft.View:
    ui = use_ui()
    params = ft.use_route_params()
    marking, mark = use_value(lambda: Attendance.ATTENDED.value)
    try:
        now = actions.class_now(ui.services, params["group"])
    except AppError:
        return lost(ui)
    one = now.at(params["which"])
    if one is None:
        return lost(ui)
    back = link(ui, now.group.name, partial(ui.go, here(now)))
    room = link(ui, ui.t("Vis i salen"), partial(ui.go, f"{here(now)}/sal"))
    return Frame(
        stack(
            page_head(ui, title(ui, now.course, one), ui.t("Fremmøde")),
            words(ui, when(ui, one), color=Role.SOFT),
            ft.Row([back, room], wrap=True),
            spacing=2,
        ),
        *_names(ui, now, one, Attendance(marking), mark),
        keyed(OtherTime, f"other-{one.id}-{one.state}-{one.day}")(one),
        most=TWO_COLUMNS,
    )


def _names(
    ui: Ui, now: ClassNow, one: Occurrence, marking: Attendance, mark: Callable[[str], None]
) -> list[ft.Control]:
    people = now.of(one)
    if not one.held:
        return [card(ui, words(ui, ui.t("Holdet mødes ikke den dag.")))]
    if not people:
        text = ui.t("Der er ingen på holdet den dag. Tilføj dem på holdets side.")
        return [card(ui, words(ui, text))]
    said = now.said.get(one.id, {})
    tiles = [_name(ui, now, one, who, said.get(who.id), marking) for who in people]
    there = ui.t("{n} af {all} er her", n=now.there(one), all=len(people))
    which = one.id.partition("/")[2]
    everyone = partial(actions.everyone_came, ui.services, now.group.id, which)
    options = [
        Choice(Attendance.ATTENDED, ui.t("Er her")),
        Choice(Attendance.EXCUSED, ui.t("Har meldt afbud")),
    ]
    every = main_button(ui, ui.t("Alle er her"), lambda: ui.act(everyone))
    return [
        choices(ui, ui.t("Et tryk betyder"), options, marking, mark, ground=Role.PAGE),
        between(words(ui, there, Type.SPEAK), every),
        _grid(ui, tiles),
        note(ui, ui.t("Tryk igen for at fortryde. De, der ikke har appen, krydses af her.")),
    ]


def _grid(ui: Ui, tiles: list[ft.Control]) -> ft.Control:
    room = ui.look.column(TWO_COLUMNS)
    per_line = max(1, int((room + GAP) // ((TILE if ui.look.wide else 150) * ui.look.scale + GAP)))
    lines = [tiles[at : at + per_line] for at in range(0, len(tiles), per_line)]
    rows = []
    for line in lines:
        padded = [*line, *(ft.Container(expand=1) for _ in range(per_line - len(line)))]
        rows.append(ft.Row(padded, spacing=GAP))
    return stack(*rows, spacing=GAP)


def _name(
    ui: Ui,
    now: ClassNow,
    one: Occurrence,
    who: Participant,
    said: Attendance | None,
    marking: Attendance,
) -> ft.Control:
    which = one.id.partition("/")[2]
    new = None if said is marking else marking
    say = partial(actions.say_who_came, ui.services, now.group.id, which, {who.id: new})
    there, excused = said is Attendance.ATTENDED, said is Attendance.EXCUSED
    bg = Role.MAIN if there else Role.WARM_BOX if excused else Role.CARD
    fg = Role.ON_MAIN if there else Role.ON_WARM if excused else Role.INK
    told = ui.t("er her") if there else ui.t("afbud") if excused else ui.t("ikke krydset af")
    name = words(ui, who.called, Type.ITEM, fg, semantics_label=f"{who.called}, {told}")
    below = [words(ui, told, Type.NOTE, fg, semantics_label="")] if said else []
    sign = ft.Container(
        icon("check" if there else "minus", 18, Role.MAIN if there else fg) if said else None,
        width=30,
        height=30,
        border_radius=15,
        bgcolor=Role.ON_MAIN if there else Role.NONE,
        border=None if there else ring(1.5, Role.EDGE),
        alignment=MIDDLE,
    )
    says = ft.Column([name, *below], spacing=0, tight=True, expand=True)
    face = ft.Container(ft.Row([sign, says], spacing=12), height=52 * max(1, ui.look.scale))
    room = (14, 8, 14, 8)
    return tap(face, lambda: ui.act(say), bg=bg, radius=Radius.TILE, padding=room, expand=1)
