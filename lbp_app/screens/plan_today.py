"""På vej i dag: a session, a rest, something gentle, or nothing at all."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions.offer import Offer
from lbp_app.actions.training_today import TrainingToday
from lbp_app.content import formats
from lbp_app.model.activity import ActivityKind
from lbp_app.model.exercise import LYING
from lbp_app.model.invitation import Invited
from lbp_app.model.pause import Pause
from lbp_app.model.player import Running
from lbp_app.model.session import SessionKind
from lbp_app.screens.activity_new import NewActivity
from lbp_app.screens.begin_training import GENTLE, begins
from lbp_app.screens.buttons import lead_icon, link, main_button, row_button
from lbp_app.screens.cards import card, stack
from lbp_app.screens.done import session_row
from lbp_app.screens.end_training import end
from lbp_app.screens.figures import WIDE_AS_HIGH, tile
from lbp_app.screens.hooks import keyed
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.trainings import (
    NAMES,
    exercise_name,
    facts,
    picture_of,
)
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words

STILL = 60  # px


@ft.component
def PlanCard(now: TrainingToday) -> ft.Control:
    """Rows to press; what a walk took can be written down on the spot."""
    ui = use_ui()
    walking, walk = ft.use_state(False)
    anyway, go_anyway = ft.use_state(False)
    walk_row = _walk_row(ui, partial(walk, not walking))
    match now.invitation.invited:
        case Invited.SESSION:
            body = [*_sessions(ui, now), walk_row]
        case Invited.GENTLE:
            body = _gentle(ui, now)
        case _:
            more = link(ui, ui.t("Jeg vil gerne træne"), partial(go_anyway, True))
            body = [*_rest(ui, now), walk_row]
            body += _sessions(ui, now) if anyway else [_inset(ft.Row([more], wrap=True))]
    if walking:
        done = partial(walk, False)
        form = keyed(NewActivity, "walk-today")(ActivityKind.WALK, ui.t("Gåtur"), done)
        body.append(_inset(form))
    head = _inset(label(ui, ui.t("På vej i dag")), top=10, bottom=4)
    return card(ui, head, *body, padding=8, spacing=0)


def _inset(content: ft.Control, top: float = 0, bottom: float = 8) -> ft.Control:
    return ft.Container(content, padding=padding(12, top, 12, bottom))


def _said(ui: Ui, text: str) -> ft.Control:
    return _inset(words(ui, text))


def _sessions(ui: Ui, now: TrainingToday) -> list[ft.Control]:
    return [
        _row(ui, ui.t(NAMES[offer.kind]), offer, begins(ui, offer.kind))
        for offer in (now.short, now.full)
    ]


def _gentle(ui: Ui, now: TrainingToday) -> list[ft.Control]:
    lying = begins(ui, SessionKind.SINGLE, LYING)
    return [
        _said(ui, ui.t("Lidt er nok i en dårlig periode. Det må gerne være ingenting.")),
        _row(ui, ui.t("Rolig træning"), now.gentle, begins(ui, GENTLE)),
        _row(ui, exercise_name(ui, LYING), now.lying, lying),
    ]


def _row(ui: Ui, name: str, offer: Offer, start: Callable[[], None]) -> ft.Control:
    drawn = tile(ui, picture_of([one.exercise for one in offer.plan]), STILL)
    return row_button(ui, name, facts(ui, offer.minutes, len(offer.plan)), start, drawn)


def _walk_row(ui: Ui, on_click: Callable[[], None]) -> ft.Control:
    sign = lead_icon("footprints")
    sign.width, sign.height = STILL * WIDE_AS_HIGH, STILL
    told = ui.t("Så langt, det er rart. Tryk og skriv den ned.")
    return row_button(ui, ui.t("Gåtur"), told, on_click, sign)


def _rest(ui: Ui, now: TrainingToday) -> list[ft.Control]:
    if not now.done:
        return [_said(ui, ui.t("Du trænede i går. En gåtur i dag er nok, hvis du har lyst."))]
    said = _said(ui, ui.t("Du har trænet i dag. Resten af dagen er din."))
    return [said, *(session_row(ui, one) for one in now.done)]


# --- under way, paused --------------------------------------------------------------------------


def going_on(ui: Ui, running: Running) -> ft.Control:
    """To go on with, or to end as it is; what was done counts."""
    at, plan = running.player.now.item, running.player.plan
    n = min(at, len(plan) - 1)
    where = ui.t("Øvelse {n} af {all}", n=n + 1, all=len(plan))
    says = stack(
        heading(ui, ui.t("Du er i gang med en træning"), Type.SPEAK, 2),
        note(ui, f"{where}: {exercise_name(ui, plan[n].exercise)}"),
        spacing=4,
    )
    says.expand = True
    row = ft.Row(
        [*([] if ui.look.large else [tile(ui, plan[n].exercise, STILL)]), says], spacing=14
    )
    return card(
        ui,
        row,
        main_button(ui, ui.t("Fortsæt træningen"), partial(ui.go, "/traening")),
        ft.Row(
            [link(ui, ui.t("Stop her, og gem det, du nåede"), partial(end, ui, running, "/"))],
            wrap=True,
        ),
        spacing=Space.M,
    )


def resting(ui: Ui, pause: Pause | None) -> ft.Control:
    """Nobody is invited; all of it can be found."""
    until = pause.until if pause else None
    if until is not None:
        text = ui.t(
            "Træningen holder pause til og med {day}. Øvelserne er der, når du vil.",
            day=formats.date_long(ui.t, until, ui.today),
        )
    else:
        text = ui.t("Træningen holder pause. Øvelserne er der, når du vil.")
    to_exercises = link(ui, ui.t("Se øvelserne"), partial(ui.go, "/oevelser"))
    return card(ui, words(ui, text), ft.Row([to_exercises], wrap=True), bg=Role.WELL, spacing=4)
