"""A period that is typed: its first and its last day."""

import re
from collections.abc import Callable
from datetime import date

import flet as ft

from lbp_app.content import formats
from lbp_app.content.failures import sentence
from lbp_app.errors import AnswerRefusedError, AppError
from lbp_app.screens.buttons import soft_button
from lbp_app.screens.cards import stack
from lbp_app.screens.fields import text_field
from lbp_app.screens.hooks import use_value
from lbp_app.screens.theme import Space
from lbp_app.screens.ui import Ui, use_ui

_PARTS = re.compile(r"\d+")
Days = tuple[date, date]


@ft.component
def PeriodFields(
    first: date,
    last: date,
    button: str,
    pick: Callable[[date, date], None],
    single: bool = False,
) -> ft.Control:
    """`pick` may refuse with an AppError, which is shown below the last day. With `single` there
    is one field, for both.
    """
    ui = use_ui()
    typed = ft.use_memo(lambda: [_written(ui, first), _written(ui, last)], [])
    refused, set_refused = use_value(lambda: ("", ""))

    def take() -> None:
        days: list[date] = []
        for at in (0,) if single else (0, 1):
            try:
                days.append(day_of_text(ui, typed[at]))
            except AppError as error:
                why = sentence(ui.t, error)
                return set_refused((why, "") if at == 0 else ("", why))
        try:
            pick(days[0], days[-1])
            set_refused(("", ""))
        except AppError as error:
            why = sentence(ui.t, error)
            set_refused((why, "") if single else ("", why))

    names = (ui.t("Dato"),) if single else (ui.t("Fra"), ui.t("Til"))
    fields = [_field(ui, name, typed, at, refused[at]) for at, name in enumerate(names)]
    go_on = ft.Row([soft_button(ui, button, take)], wrap=True)
    return stack(*fields, go_on, spacing=Space.S)


def _field(ui: Ui, name: str, typed: list[str], at: int, refused: str) -> ft.Control:
    def hear(e: ft.Event[ft.TextField]) -> None:
        typed[at] = e.control.value

    return text_field(
        ui,
        name,
        typed[at],
        error=refused or None,
        on_change=hear,
        keyboard_type=ft.KeyboardType.DATETIME,
    )


def _written(ui: Ui, day: date) -> str:
    return formats.date_numeric(ui.t, day)


def day_of_text(ui: Ui, text: str) -> date:
    """Day, month and year in numbers, with anything between them; a year may have two digits."""
    try:
        day, month, year = map(int, _PARTS.findall(text))
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError as error:
        example = _written(ui, ui.today)
        raise AnswerRefusedError("error.date", example=example) from error
