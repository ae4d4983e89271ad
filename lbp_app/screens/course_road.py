"""The course drawn as a road that winds down the page: twenty stops, then the follow-ups."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import flet as ft

from lbp_app.model.course import Attendance, Contact, Course, Occurrence
from lbp_app.screens.buttons import tap
from lbp_app.screens.course_words import GLYPHS, address, state, title, when
from lbp_app.screens.shared import MIDDLE, ring
from lbp_app.screens.theme import DARK, LIGHT, SANS_BOLD, TARGET, Face, Role
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import icon, note, words

A_LINE, FOLLOW_UPS = 5, 3
HIGH, EDGE, STOP, WIDE_STOP = 82, 42, 46, 88  # px
BEND = 24  # px that the road swings out where it turns
ROAD, GRAVEL = 17, 22  # px
SWAY = (0, 7, -5, 6, 0)  # px up and down along a line
NUMBER = Face(18, 1.1, SANS_BOLD, most=1.2)
Point = tuple[float, float]
SAND = {"light": ("#EBDCC1", "#F6EFE2"), "dark": ("#4A4636", "#2F332C")}  # gravel and road


def road(
    ui: Ui, course: Course, stops: Sequence[Occurrence], now: Occurrence | None, room: float
) -> ft.Control:
    """`stops` are held; `now` is the one that comes next; `room` px wide."""
    places = [*_points(room)]
    followed = [one for one in stops if one.contact is Contact.FOLLOW_UP]
    twenty = [one for one in stops if one.contact is not Contact.FOLLOW_UP]
    walked = next((at for at, one in enumerate(stops) if one is now), 0)
    high = HIGH * (len(places) // A_LINE + 1)
    ground = ft.Image(
        src=_drawn(ui.look.mode, places, _last_line(room), room, high, min(walked, len(twenty))),
        width=room,
        height=high,
        exclude_from_semantics=True,
        gapless_playback=True,
    )
    drawn = [
        _stop(ui, course, one, place, one is now)
        for one, place in zip(twenty, places, strict=False)
    ]
    later = [
        _follow_up(ui, course, one, place, one is now)
        for one, place in zip(followed, _last_line(room), strict=False)
    ]
    return ft.Stack([ground, *drawn, *later], width=room, height=high)


def legend(ui: Ui) -> ft.Control:
    """What the signs mean."""
    signs = (
        ("check", Role.MAIN, Role.ON_MAIN, ui.t("var der")),
        ("house", Role.MAIN, Role.ON_MAIN, ui.t("hjemme")),
        ("minus", Role.WELL, Role.SOFT, ui.t("ikke denne gang")),
    )
    parts = [_key(ui, *sign) for sign in signs]
    return ft.Row(list(parts), spacing=18, run_spacing=6, wrap=True)


def _key(ui: Ui, glyph: str, bg: str, fg: str, text: str) -> ft.Control:
    dot = ft.Container(
        icon(glyph, 14, fg), width=24, height=24, border_radius=12, bgcolor=bg, alignment=MIDDLE
    )
    return ft.Row([dot, note(ui, text)], spacing=8, tight=True)


def _points(room: float) -> list[Point]:
    """Of twenty stops, line by line, every other line backwards."""
    step = (room - 2 * EDGE) / (A_LINE - 1)
    points = []
    for at in range(4 * A_LINE):
        line, place = divmod(at, A_LINE)
        across = place if line % 2 == 0 else A_LINE - 1 - place
        points.append((EDGE + across * step, HIGH / 2 + line * HIGH + SWAY[place]))
    return points


def _last_line(room: float) -> list[Point]:
    step = (room - WIDE_STOP - 8) / (FOLLOW_UPS - 1)
    return [(WIDE_STOP / 2 + 4 + at * step, 4.5 * HIGH) for at in range(FOLLOW_UPS)]


# --- the ground ---------------------------------------------------------------------------------


def _drawn(
    mode: str, twenty: list[Point], later: list[Point], wide: float, high: float, walked: int
) -> str:
    gravel, sand = SAND[mode]
    green = (DARK if mode == "dark" else LIGHT)["primary_container"]
    line = (DARK if mode == "dark" else LIGHT)["primary"]
    way, behind = _way(twenty), _way(twenty[: walked + 1])
    on = _way([twenty[-1], *later])
    parts = [
        _stroke(on, gravel, 4, ' stroke-dasharray="1 11"'),
        _stroke(way, gravel, GRAVEL),
        _stroke(way, sand, ROAD),
        *([_stroke(behind, line, GRAVEL), _stroke(behind, green, ROAD)] if walked else []),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" '
        f'width="{wide:g}" height="{high:g}" fill="none" stroke-linecap="round" '
        f'stroke-linejoin="round">{"".join(parts)}</svg>'
    )


def _stroke(way: str, color: str, width: float, more: str = "") -> str:
    return f'<path d="{way}" stroke="{color}" stroke-width="{width:g}"{more}/>'


def _way(points: Sequence[Point]) -> str:
    """Soft from stop to stop; where the line turns it swings out to the side."""
    parts = ["M{:.1f},{:.1f}".format(*points[0])] if points else []
    for (x, y), (to_x, to_y) in pairwise(points):
        if to_y - y > HIGH / 2:
            out = BEND * (1.35 if x > EDGE + 1 else -1.35)
            middle = ((x + out, y), (to_x + out, to_y))
        else:
            half = (to_x - x) / 2
            middle = ((x + half, y), (to_x - half, to_y))
        curve = (*middle[0], *middle[1], to_x, to_y)
        parts.append("C{:.1f},{:.1f} {:.1f},{:.1f} {:.1f},{:.1f}".format(*curve))
    return "".join(parts)


# --- the stops ----------------------------------------------------------------------------------


def said(ui: Ui, course: Course, one: Occurrence, *, here: bool) -> str:
    """What a screen reader hears of it. Without hard spaces: in the browser's tree the name stands
    in the small button, and what may not break there lies over the stop beside it.
    """
    parts = [title(ui, course, one), when(ui, one), state(ui, course, one)]
    told = ", ".join(filter(None, [*parts, ui.t("den næste") if here else ""]))
    return " ".join(told.split())


def _stop(ui: Ui, course: Course, one: Occurrence, place: Point, here: bool) -> ft.Control:
    bg, fg, edge = _colours(one, here)
    name = said(ui, course, one, here=here)
    circle = ft.Container(
        _sign(ui, one, fg, name),
        width=STOP,
        height=STOP,
        border_radius=STOP / 2,
        bgcolor=bg,
        border=edge,
        alignment=MIDDLE,
    )
    return ft.Container(
        tap(
            circle,
            partial(ui.go, address(one)),
            radius=TARGET / 2,
            padding=1,
            width=TARGET,
            height=TARGET,
        ),
        left=place[0] - TARGET / 2,
        top=place[1] - TARGET / 2,
    )


def _colours(one: Occurrence, here: bool) -> tuple[str, str, ft.Border]:
    """Ground, letters and edge."""
    if one.attendance in (Attendance.ATTENDED, Attendance.AT_HOME):
        return Role.MAIN, Role.ON_MAIN, ring(0, Role.NONE)
    if here:
        return Role.WARM_BOX, Role.ON_WARM, ring(3, Role.WARM)
    if one.attendance:
        return Role.WELL, Role.SOFT, ring(1.5, Role.EDGE)
    return Role.CARD, Role.INK, ring(1.5, Role.EDGE)


def _sign(ui: Ui, one: Occurrence, fg: str, name: str) -> ft.Control:
    """A tick, a house, a short line, the picture of a talk, or the number."""
    glyphs = {Attendance.ATTENDED: "check", Attendance.AT_HOME: "house"}
    glyph = glyphs.get(one.attendance, "minus") if one.attendance else GLYPHS[one.contact]
    if one.contact is Contact.CLASS and one.attendance is None:
        return words(ui, str(one.number), NUMBER, fg, semantics_label=name, no_wrap=True)
    return ft.Stack(
        [icon(glyph, 22, fg), ft.Text(" ", size=1, semantics_label=name)], alignment=MIDDLE
    )


def _follow_up(ui: Ui, course: Course, one: Occurrence, place: Point, here: bool) -> ft.Control:
    bg, fg, edge = _colours(one, here)
    text = words(
        ui,
        # Oversætter: kort: efter så mange måneder
        ui.t("{n} mdr.", n=one.number),
        NUMBER,
        fg,
        semantics_label=said(ui, course, one, here=here),
        no_wrap=True,
    )
    pill = ft.Container(
        text, width=WIDE_STOP - 4, height=STOP, border_radius=STOP / 2, bgcolor=bg, border=edge
    )
    pill.alignment = MIDDLE
    return ft.Container(
        tap(
            pill,
            partial(ui.go, address(one)),
            radius=TARGET / 2,
            padding=1,
            width=WIDE_STOP,
            height=TARGET,
        ),
        left=place[0] - WIDE_STOP / 2,
        top=place[1] - TARGET / 2,
    )
