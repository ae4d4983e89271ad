"""Siden sidst in a few lines, on the participant's own page."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.model.diary import Scale
from lbp_app.model.participant import Participant
from lbp_app.model.since_last import SinceLast
from lbp_app.screens.buttons import soft_button
from lbp_app.screens.cards import card
from lbp_app.screens.charts import number
from lbp_app.screens.participant_report import TakeReportButton, since_last_route
from lbp_app.screens.questions import SCALES
from lbp_app.screens.since_last_told import signs
from lbp_app.screens.since_last_training import weeks_of
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, icon, note, words

Finding = tuple[str, str]  # what it is, and more of it in small


def since_last_card(ui: Ui, one: Participant, since: SinceLast | None) -> ft.Control:
    """Without a report: where one comes from."""
    if since is None:
        said = ui.t("Patienten kan lave en rapport i sin app. Den låses til din enhed.")
        title = heading(ui, ui.t("Siden sidst"))
        return card(ui, title, note(ui, said), TakeReportButton(one.id))
    day = formats.date_long(ui.t, since.told.last, ui.today)
    whole = partial(ui.go, since_last_route(one.id))
    return card(
        ui,
        heading(ui, ui.t("Siden sidst, til {day}", day=day)),
        *[
            _line(ui, glyph, *found)
            for glyph, told in FINDINGS.items()
            if (found := told(ui, since))
        ],
        ft.Row(
            [soft_button(ui, ui.t("Se, hvad der er nyt"), whole), TakeReportButton(one.id)],
            wrap=True,
            spacing=Space.XS,
            run_spacing=Space.XS,
        ),
        spacing=Space.M,
    )


def _line(ui: Ui, glyph: str, text: str, more: str) -> ft.Control:
    below = [note(ui, more)] if more else []
    says = ft.Column([words(ui, text, Type.ITEM), *below], spacing=2, tight=True, expand=True)
    return ft.Row(
        [icon(glyph, 22, Role.MAIN), says],
        spacing=14,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _back(ui: Ui, since: SinceLast) -> Finding | None:
    """The middle answers; of somebody who wants no numbers on how many days there was one."""
    if not since.answered:
        return None
    answered = ui.t("{n} af {days}", n=since.answered, days=since.told.period.days)
    middle = next((one for one in since.middles if one.scale is Scale.BACK), None)
    if middle is None or middle.since is None:
        return ui.t("Dage med svar"), answered
    name, now = ui.t(SCALES[Scale.BACK].name), number(ui, middle.since)
    told = ui.t("Midterste svar. Dage med svar: {days}", days=answered)
    if middle.before is None:
        return f"{name} {now}", told
    return ui.t(
        "{name}: før {before}, nu {now}", name=name, before=number(ui, middle.before), now=now
    ), told


def _training(ui: Ui, since: SinceLast) -> Finding | None:
    if since.trained is None:
        return None
    weeks, planned = weeks_of(ui, since), ui.library.training.rhythm.sessions_a_week
    trained = ui.t.plural("{n} træning", "{n} træninger", since.trained)
    return (
        ui.t("{trained} på {weeks} uger", trained=trained, weeks=weeks),
        ui.t("Forløbet har {planned} om ugen.", planned=planned),
    )


def _question(ui: Ui, since: SinceLast) -> Finding | None:
    asked = since.told.question
    return (f"“{asked}”", ui.t("Patienten spørger")) if asked else None


def _signs(ui: Ui, since: SinceLast) -> Finding | None:
    said = signs(ui, since)
    return (said[0], " ".join(said[1:])) if said else None


FINDINGS: dict[str, Callable[[Ui, SinceLast], Finding | None]] = {
    "message-circle": _question,
    "chart-line": _back,
    "circle-check": _training,
    "compass": _signs,
}
