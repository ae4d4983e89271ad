"""I dag: a greeting, the check-in, the course, training, a lesson, the message of the day, the last
week, and two quiet ways to help.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

import flet as ft

from lbp_app.actions.course import course_now
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.model import flare
from lbp_app.model.day import DAY_TURN
from lbp_app.model.invitation import Invited
from lbp_app.screens.balance_step import went_row
from lbp_app.screens.buttons import link, tap, tile_button
from lbp_app.screens.cards import between, card, columns, landing, mark, stack
from lbp_app.screens.checkin import CheckInCard
from lbp_app.screens.course_today import course_today
from lbp_app.screens.follow_up import invitation, offer_for_note, waiting
from lbp_app.screens.frame import TWO_COLUMNS, Frame, half
from lbp_app.screens.goals import goals_today
from lbp_app.screens.hooks import keyed, use_kept
from lbp_app.screens.lesson_today import lesson_today
from lbp_app.screens.reminding import missed_row
from lbp_app.screens.shared import padding
from lbp_app.screens.sources import Sources
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.training_today import morning_after, movement, training, use_training
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, picture, words

# Hours at which the greeting changes; a morning begins as the day turns.
MORNING, DAY, EVENING = DAY_TURN // timedelta(hours=1), 10, 18
WEEK = 7
HEAD = 234  # px of the hills on a phone


@ft.component
def TodayScreen() -> ft.View:
    ui = use_ui()
    today = ui.today
    room = check_in_room(ui)
    now, course = use_training(ui), course_now(ui.services)
    left = [
        *missed_row(ui),
        *waiting(ui),
        *morning_after(ui, now),
        keyed(CheckInCard, f"check-in-{today}")(today, room),
        *offer_for_note(ui),
        *goals_today(ui, course, room),
    ]
    quiet = use_kept(ui, lambda: _quiet(ui))
    beside = ui.look.beside
    left += movement(ui, now) if beside else []
    right = [
        *invitation(ui, course),
        *course_today(ui, course, now.invitation),
        *training(ui, now),
        *lesson_today(ui),
        *([] if beside else movement(ui, now)),
        *_spell(ui, today),
        *([] if now.invitation.invited is Invited.NOTHING else went_row(ui)),
        _message(ui, today),
        _use_week(ui, today),
        quiet,
    ]
    welcome = _banner if ui.look.wide else _hills
    said = greeting(ui)
    top = use_kept(ui, lambda: welcome(ui, today, said), today, said)
    if ui.look.wide:
        return Frame(top, columns(ui, left, right), most=TWO_COLUMNS)
    return Frame(*left, *right, bleed=top)


def check_in_room(ui: Ui) -> float:
    """Px inside the check-in card."""
    return half(ui) - 2 * ui.look.inset


def greeting(ui: Ui) -> str:
    hour = ui.services.clock.local().hour
    name = ui.person.first_name
    if MORNING <= hour < DAY:
        return ui.t("Godmorgen, {name}", name=name) if name else ui.t("Godmorgen")
    if DAY <= hour < EVENING:
        return ui.t("Goddag, {name}", name=name) if name else ui.t("Goddag")
    return ui.t("Godaften, {name}", name=name) if name else ui.t("Godaften")


def _greeted(ui: Ui, today: date, said: str, room: float) -> ft.Control:
    when = formats.capital(formats.date_long(ui.t, today, today))
    head = landing(ui, heading(ui, said, Type.HERO, 1, room=room))
    return stack(words(ui, when, Type.LABEL, Role.SOFT), head, spacing=2)


def _banner(ui: Ui, today: date, said: str) -> ft.Control:
    sky = picture(ui, "hills-wide", fit=ft.BoxFit.COVER, left=0, right=0, top=0, bottom=0)
    right, below = (36, 130) if ui.look.large else (240, 64)  # over all, or beside the sun
    width = ui.look.column(TWO_COLUMNS)
    greeted = _greeted(ui, today, said, width - 36 - right)
    return ft.Container(
        ft.Stack([sky, ft.Container(greeted, padding=padding(36, 28, right, below))], width=width),
        border_radius=Radius.STAGE,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        bgcolor=Role.WELL,
    )


def _hills(ui: Ui, today: date, said: str) -> ft.Control:
    clear = ft.Colors.with_opacity(0, Role.PAGE)
    fade = ft.LinearGradient(
        [clear, Role.PAGE], begin=ft.Alignment.TOP_CENTER, end=ft.Alignment.BOTTOM_CENTER
    )
    width = ui.look.width
    return ft.Stack(
        [
            picture(
                ui, "hills-phone", fit=ft.BoxFit.COVER, width=width, height=HEAD, left=0, bottom=-28
            ),
            ft.Container(left=0, right=0, bottom=0, height=70, gradient=fade),
            ft.Container(
                _greeted(ui, today, said, width - 40),
                width=width,
                padding=padding(20, 20, 20, 116),
            ),
        ]
    )


def _spell(ui: Ui, today: date) -> list[ft.Control]:
    running = flare.current(ui.services.flares.all(), today)
    if not running:
        return []
    text = ui.t(
        "Du har haft en dårlig periode siden {day}. Den hører med, og langt de fleste går "
        "over igen.",
        day=formats.date_long(ui.t, running.start, ui.today),
    )
    return [
        card(
            ui,
            words(ui, text, Type.SPEAK, Role.ON_WARM),
            link(ui, ui.t("Se, hvad der hjælper"), lambda: ui.go("/daarlig-dag")),
            bg=Role.WARM_BOX,
        )
    ]


def _message(ui: Ui, today: date) -> ft.Control:
    message = ui.library.message_of_the_day(today)
    return card(
        ui,
        heading(ui, ui.t("Til dig i dag"), Type.LABEL, 2, Role.ON_WARM),
        words(ui, say(ui.t, message.text), Type.SPEAK, Role.ON_WARM),
        Sources(tuple(message.sources), Role.ON_WARM),
        bg=Role.WARM_BOX,
        roomy=True,
        spacing=Space.XS,
    )


def _use_week(ui: Ui, today: date) -> ft.Control:
    """The last seven days, oldest first; any of them can be opened."""
    days = [today - timedelta(days=n) for n in reversed(range(1, WEEK + 1))]
    answered = {c.day for c in ui.services.diary.between(days[0], days[-1]) if c.answered}
    return use_kept(ui, lambda: _week(ui, days, answered), days, answered)


def _week(ui: Ui, days: Sequence[date], answered: set[date]) -> ft.Control:
    cells = [_day_cell(ui, d, d in answered) for d in days]
    more = link(ui, ui.t("Se udviklingen"), lambda: ui.go("/mig/udvikling"), at_end=True)
    return card(
        ui,
        label(ui, ui.t("De sidste syv dage")),
        ft.Row(list(cells), spacing=0, wrap=_week_wraps(ui)),
        between(note(ui, ui.t("Tryk på en dag for at svare eller rette.")), more),
    )


def _week_wraps(ui: Ui) -> bool:
    return ui.look.scale > 1.2 or ui.look.narrow


def _day_cell(ui: Ui, day: date, answered: bool) -> ft.Control:
    state = ui.t("besvaret") if answered else ui.t("ikke besvaret")
    said = f"{formats.date_long(ui.t, day, ui.today)}, {state}"
    name = words(
        ui,
        formats.weekday_short(ui.t, day)[:1].upper(),
        Type.LABEL,
        Role.SOFT,
        semantics_label=said,
    )
    face = ft.Column(
        [name, mark(answered)],
        spacing=6,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    wide = 48 * max(1, ui.look.scale * 0.8)
    size = {"width": wide} if _week_wraps(ui) else {"expand": True}
    return tap(
        face,
        partial(ui.go, f"/dag/{day}"),
        radius=Radius.CHIP,
        padding=(0, 8, 0, 8),
        **size,
    )


def _quiet(ui: Ui) -> ft.Control:
    """The two that are always here."""
    spell = tile_button(ui, ui.t("Dårlig dag?"), "umbrella", lambda: ui.go("/daarlig-dag"))
    signs = tile_button(ui, ui.t("Tegn, du skal reagere på"), "compass", lambda: ui.go("/tegn"))
    if ui.look.large:
        return stack(ft.Row([spell]), ft.Row([signs]), spacing=Space.S)
    return ft.Row(
        [spell, signs],
        spacing=Space.S,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
