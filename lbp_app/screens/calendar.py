"""A month of days, each to be opened; nothing counts days in a row."""

from datetime import date, timedelta
from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.model.day import days_between
from lbp_app.screens.buttons import round_button, tap
from lbp_app.screens.cards import between, card, stack
from lbp_app.screens.hooks import use_kept, use_value
from lbp_app.screens.shared import MIDDLE, ring
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def Calendar(today: date) -> ft.Control:
    """A month of days; those with an answer are filled. Nothing counts days in a row."""
    ui = use_ui()
    shown, show = use_value(lambda: today.replace(day=1))
    after = _next_month(shown)
    title = formats.month_and_year(ui.t, shown)
    before = (shown - timedelta(days=1)).replace(day=1)
    turn = [round_button(ui, "chevron-left", ui.t("Måneden før"), lambda: show(before))]
    if after <= today:
        turn += [round_button(ui, "chevron-right", ui.t("Måneden efter"), lambda: show(after))]
    return card(
        ui,
        between(
            heading(ui, formats.capital(title), Type.HEAD),
            ft.Row(list(turn), tight=True, spacing=4),
        ),
        _use_month(ui, shown, today),
        note(ui, ui.t("Fyldte dage har et svar. Tryk på en dag for at svare eller rette.")),
        padding=ft.Padding.symmetric(horizontal=0 if ui.look.narrow else 12, vertical=18),
    )


def _use_month(ui: Ui, shown: date, today: date) -> ft.Control:
    """Kept as it is while no day in it changes: its buttons cost most of a redraw."""
    last = _next_month(shown) - timedelta(days=1)
    answered = {c.day for c in ui.services.diary.between(shown, last) if c.answered}

    def draw() -> ft.Control:
        names = [_weekday(ui, name) for name in formats.weekday_names(ui.t, short=True)]
        cells: list[ft.Control] = [ft.Container(expand=1) for _ in range(shown.weekday())]
        cells += [_calendar_day(ui, d, d in answered, today) for d in days_between(shown, last)]
        cells += [ft.Container(expand=1) for _ in range(-len(cells) % 7)]
        weeks = [ft.Row(cells[i : i + 7], spacing=0) for i in range(0, len(cells), 7)]
        return stack(ft.Row(list(names), spacing=0), *weeks, spacing=2)

    return use_kept(ui, draw, shown, today, answered)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _weekday(ui: Ui, name: str) -> ft.Control:
    text = words(ui, name[:1].upper(), Type.BAR, Role.SOFT, text_align=ft.TextAlign.CENTER)
    return ft.Container(text, expand=1)


def _calendar_day(ui: Ui, day: date, answered: bool, today: date) -> ft.Control:
    size = 44
    if day > today:
        face = words(ui, str(day.day), Type.BAR, Role.SOFT)
        return ft.Container(face, expand=1, height=size, alignment=MIDDLE)
    state = ui.t("besvaret") if answered else ui.t("ikke besvaret")
    said = f"{formats.date_long(ui.t, day, today)}, {state}"
    face = words(
        ui,
        str(day.day),
        Type.BAR_NOW if answered else Type.BAR,
        Role.ON_STAGE if answered else Role.INK,
        semantics_label=said,
        no_wrap=True,
    )
    filled = ft.Container(
        face,
        width=38,
        height=38,
        border_radius=19,
        bgcolor=Role.STAGE if answered else Role.NONE,
        border=ring(1.5, Role.MAIN) if day == today else None,
        alignment=MIDDLE,
    )
    where = "/" if day == today else f"/dag/{day}"
    middle = ft.Container(filled, alignment=MIDDLE)
    return tap(middle, partial(ui.go, where), radius=22, padding=0, height=size, expand=1)
