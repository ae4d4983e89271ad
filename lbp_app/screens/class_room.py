"""Salen: everybody's level at every station, to be read from across the room; kept awake."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from lbp_app.actions import class_group as actions
from lbp_app.actions.class_group import ClassNow
from lbp_app.content.library import say
from lbp_app.content.training import ExerciseGroup
from lbp_app.errors import AppError
from lbp_app.model.course import Attendance
from lbp_app.model.exercise import Group, Level, exercise_at
from lbp_app.model.participant import Participant, ParticipantPlan
from lbp_app.screens.buttons import link, plain_button, soft_button, tap
from lbp_app.screens.cards import card, landing, stack
from lbp_app.screens.class_group import here
from lbp_app.screens.figures import WIDE_AS_HIGH, still
from lbp_app.screens.frame import Frame
from lbp_app.screens.levels import level_name
from lbp_app.screens.places import lost
from lbp_app.screens.playing import use_screen_awake
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.theme import SANS_BOLD, SERIF, Face, Radius, Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, words

WALL = 4000  # px: as wide as any screen
ABOVE = 200  # px above the rows, and below them
ROW = (44, 104)  # px, the lowest and the highest
NAME_PART = 0.2  # of the width
LETTER = 0.6  # px of width to one of height, of a name
ROOM_FOR_WORDS = 64  # px of a column
Plans = dict[str, ParticipantPlan]


@ft.component
def ClassRoomScreen() -> ft.View:
    ui = use_ui()
    use_screen_awake()
    params = ft.use_route_params()
    try:
        now = actions.class_now(ui.services, params["group"])
    except AppError:
        return lost(ui)
    plans = actions.levels_in_class(ui.services, now)
    people = _people(now)
    station = _station(now, params.get("station", ""))
    head = _head(ui, now, station)
    if not people:
        return Frame(head, card(ui, words(ui, ui.t("Der er ingen på holdet endnu."))), most=WALL)
    body = (
        _board(ui, now, people, plans)
        if station is None
        else _at_station(ui, station, people, plans)
    )
    return Frame(head, body, most=WALL, framed=False)


def _people(now: ClassNow) -> list[Participant]:
    """Those who are here tonight, once that was said; until then all but those who are excused."""
    one = now.next
    said = now.said.get(one.id, {}) if one else {}
    there = [who for who in now.people if said.get(who.id) is Attendance.ATTENDED]
    expected = [who for who in now.people if said.get(who.id) is not Attendance.EXCUSED]
    return there or expected


def _station(now: ClassNow, text: str) -> Group | None:
    return next((group for group in now.group.stations if text == str(group.value)), None)


def _head(ui: Ui, now: ClassNow, station: Group | None) -> ft.Control:
    groups = {Group(one.id): say(ui.t, one.name) for one in ui.library.exercise_groups}
    name = ui.t("{name} i salen", name=now.group.name) if station is None else groups[station]
    title = landing(ui, heading(ui, name, Face(30, 1.2, SERIF, -0.4, most=1.3), 1))
    out = plain_button(ui, ui.t("Luk"), partial(ui.go, here(now)))
    ways: list[ft.Control] = [out]
    if station is not None:
        stations = now.group.stations
        following = stations[(stations.index(station) + 1) % len(stations)]
        go = partial(ui.go, f"{here(now)}/sal/{following}")
        ways = [
            soft_button(ui, ui.t("Næste station"), go),
            plain_button(ui, ui.t("Alle stationer"), partial(ui.go, f"{here(now)}/sal")),
        ]
    row = ft.Row(ways, spacing=Space.XS, wrap=True)
    return ft.Row(
        [title, row], alignment=ft.MainAxisAlignment.SPACE_BETWEEN, wrap=True, spacing=Space.M
    )


# --- all stations -------------------------------------------------------------------------------


def _board(ui: Ui, now: ClassNow, people: Sequence[Participant], plans: Plans) -> ft.Control:
    low, high = ROW
    height = min(max((ui.look.height - ABOVE) / len(people), low), high)
    room = ui.look.width - 2 * ui.look.edge
    name_width = max(96, room * NAME_PART)
    column = (room - name_width) / len(now.group.stations)
    groups = {Group(one.id): one for one in ui.library.exercise_groups}
    stations = [groups[group] for group in now.group.stations]
    words_ = " ".join(say(ui.t, one.name) for one in stations).split()
    title = min(24, column / (max(map(len, words_)) * LETTER))
    fits = column >= ROOM_FOR_WORDS
    names = [
        _title(ui, now, one, column, title) if fits else _number(ui, one, column)
        for one in stations
    ]
    longest = max(4, *(len(who.name) for who in people))
    letters = min(height * 0.5, (name_width - 16) / (longest * LETTER))
    size = name_width, letters, column, height
    rows = [
        _row(ui, now, who, plans.get(who.id), size, at % 2 == 0) for at, who in enumerate(people)
    ]
    return stack(
        ft.Row([ft.Container(width=name_width), *names], spacing=0),
        stack(*rows, spacing=0),
        *([] if fits else [_legend(ui, now, stations)]),
        spacing=4,
    )


def _title(ui: Ui, now: ClassNow, group: ExerciseGroup, width: float, size: float) -> ft.Control:
    """Leads to the station by itself."""
    face = Face(size, 1.15, SANS_BOLD, most=1)
    name, said = say(ui.t, group.name), _said(ui, group)
    text = words(ui, name, face, Role.MAIN, text_align=ft.TextAlign.CENTER, semantics_label=said)
    return tap(
        ft.Container(text, alignment=MIDDLE, height=58, width=width - 4),
        _to(ui, now, group),
        radius=Radius.CHIP,
        padding=0,
        width=width,
    )


def _number(ui: Ui, group: ExerciseGroup, width: float) -> ft.Control:
    """Of a group, where a column is narrower than its name and than a finger."""
    text = words(ui, str(group.id), Face(22, 1.15, SANS_BOLD, most=1), Role.SOFT)
    return ft.Container(text, alignment=MIDDLE, width=width)


def _legend(ui: Ui, now: ClassNow, stations: Sequence[ExerciseGroup]) -> ft.Control:
    """What the numbers stand for, each of them leading to its station."""
    told = [(one, f"{one.id} {say(ui.t, one.name)}") for one in stations]
    ways: list[ft.Control] = [
        link(ui, name, _to(ui, now, one), said=_said(ui, one)) for one, name in told
    ]
    return ft.Row(ways, wrap=True, spacing=Space.XS, run_spacing=0)


def _said(ui: Ui, group: ExerciseGroup) -> str:
    return ui.t("{group}: vis stationen", group=say(ui.t, group.name))


def _to(ui: Ui, now: ClassNow, group: ExerciseGroup) -> Callable[[], None]:
    return partial(ui.go, f"{here(now)}/sal/{group.id}")


def _row(
    ui: Ui,
    now: ClassNow,
    who: Participant,
    plan: ParticipantPlan | None,
    size: tuple[float, float, float, float],
    tinted: bool,
) -> ft.Control:
    name_width, letters, column, height = size
    name = words(ui, who.name, Face(letters, 1.1, SANS_BOLD, most=1), no_wrap=True)
    cells = [
        _cell(ui, plan.prescribed(group) if plan else None, column, height)
        for group in now.group.stations
    ]
    shown = ft.Container(name, width=name_width, padding=ft.Padding(12, 0, 4, 0))
    return ft.Container(
        ft.Row([shown, *cells], spacing=0),
        height=height,
        bgcolor=Role.CARD if tinted else Role.NONE,
        border_radius=Radius.TILE,
    )


def _cell(ui: Ui, level: Level | None, width: float, height: float) -> ft.Control:
    figure = min(height * 0.72, width * 0.8)
    text = str(level.value) if level else "–"
    color = Role.INK if level else Role.SOFT
    number = words(ui, text, Face(figure, 1, SANS_BOLD, most=1), color, no_wrap=True)
    return ft.Container(number, width=width, alignment=MIDDLE)


# --- one station --------------------------------------------------------------------------------


def _at_station(ui: Ui, station: Group, people: Sequence[Participant], plans: Plans) -> ft.Control:
    """A column for each level that somebody has, with its drawing and their names."""
    standing = {who: plans[who.id].prescribed(station) for who in people if who.id in plans}
    used = [level for level in Level if level in standing.values()]
    without = [who for who in people if standing.get(who) is None]
    room = ui.look.width - 2 * ui.look.edge
    abreast = max(1, min(len(used), int(room // 220)))
    width = (room - (abreast - 1) * Space.M) / abreast
    cards = [
        _level(ui, station, level, [who for who in people if standing.get(who) is level], width)
        for level in used
    ]
    lines = [cards[at : at + abreast] for at in range(0, len(cards), abreast)]
    rows = [
        ft.Row(list(line), spacing=Space.M, vertical_alignment=ft.CrossAxisAlignment.START)
        for line in lines
    ]
    rest = [_without(ui, without)] if without else []
    return stack(*rows, *rest)


def _level(
    ui: Ui, station: Group, level: Level, people: Sequence[Participant], width: float
) -> ft.Control:
    exercise = ui.library.exercise(exercise_at(station, level))
    inner = width - 2 * Space.M
    drawn = min(inner, max(110, ui.look.height * 0.3) * WIDE_AS_HIGH)
    picture = ft.Container(
        still(ui, exercise.id, width=drawn, height=drawn / WIDE_AS_HIGH),
        bgcolor=Role.STAGE,
        border_radius=Radius.TILE,
        alignment=MIDDLE,
    )
    longest = max(len(who.name) for who in people)
    size = min(52, max(20, inner / (max(longest, 5) * LETTER)))
    names = [
        words(ui, who.name, Face(size, 1.2, SANS_BOLD, most=1), no_wrap=True) for who in people
    ]
    title = words(ui, level_name(ui, level), Face(30, 1.2, SANS_BOLD, most=1), Role.MAIN)
    about = words(ui, say(ui.t, exercise.name), Type.ITEM, Role.SOFT)
    return card(
        ui,
        picture,
        stack(title, about, spacing=0),
        stack(*names, spacing=2),
        width=width,
        padding=Space.M,
    )


def _without(ui: Ui, people: Sequence[Participant]) -> ft.Control:
    names = ", ".join(who.name for who in people)
    return card(ui, words(ui, ui.t("Intet trin her: {names}", names=names), Type.ITEM))
