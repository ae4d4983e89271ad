"""One earlier day: its answers, and how they came about."""

from datetime import date, timedelta
from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.model.diary import Scale
from lbp_app.model.history import Change
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import between, card, page_head
from lbp_app.screens.checkin import CheckInCard
from lbp_app.screens.done import done_between, done_card
from lbp_app.screens.frame import ONE_COLUMN, Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.places import lost
from lbp_app.screens.questions import FEELINGS, SCALES, SIDES
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import label, note

EARLIEST = date(1900, 1, 1)  # nobody who is alive remembers a day before it


@ft.component
def DayScreen() -> ft.View:
    ui = use_ui()
    day = day_of(ft.use_route_params()["day"])
    if day is None or day > ui.today:
        return lost(ui)
    ago = formats.days_ago(ui.t, day, ui.today)
    title = formats.date_long(ui.t, day, ui.today)
    room = ui.look.column(ONE_COLUMN) - 2 * ui.look.inset
    return Frame(
        page_head(ui, formats.capital(title), formats.capital(ago)),
        keyed(CheckInCard, f"check-in-{day}")(day, room),
        *_moved(ui, day),
        *_corrections(ui, day),
        _neighbours(ui, day),
    )


def day_of(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= EARLIEST else None


def _moved(ui: Ui, day: date) -> list[ft.Control]:
    done = done_between(ui, day, day)
    return [done_card(ui, ui.t("Træning og bevægelse"), done)] if done else []


def _neighbours(ui: Ui, day: date) -> ft.Control:
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    back = link(ui, ui.t("Dagen før"), partial(ui.go, f"/dag/{before}"))
    if after > ui.today:
        return back
    return between(
        back, link(ui, ui.t("Dagen efter"), partial(ui.go, f"/dag/{after}"), at_end=True)
    )


def _corrections(ui: Ui, day: date) -> list[ft.Control]:
    """What was changed after it had been answered, newest first."""
    hidden = set(Scale) if ui.preferences.numbers_off else set()
    changes = [
        c
        for c in ui.services.history.of("check_in", day.isoformat())
        if c.old not in (None, "") and c.field not in hidden
    ]
    if not changes:
        return []
    rows = [note(ui, _told(ui, c)) for c in reversed(changes)]
    # Oversætter: overskrift over de rettelser, der er lavet til en dag
    return [card(ui, label(ui, ui.t("Rettet")), *rows)]


def _told(ui: Ui, change: Change) -> str:
    at = change.at.astimezone(ui.services.clock.zone())
    when = f"{formats.date_short(ui.t, at.date(), ui.today)} {formats.clock_time(ui.t, at)}"
    if change.field == "note":
        return ui.t("{when}: noten blev ændret", when=when)
    old, new = (_value(ui, change.field, v) for v in (change.old, change.new))
    return ui.t(
        "{when}: {what} fra {old} til {new}",
        when=when,
        what=_name(ui, change.field),
        old=old,
        new=new,
    )


def _name(ui: Ui, field: str) -> str:
    if field in set(Scale):
        return ui.t(SCALES[Scale(field)].name)
    return ui.t("Hvilket ben?") if field == "leg_side" else ui.t("Hvordan går det?")


def _value(ui: Ui, field: str, value: object) -> str:
    if value in (None, "", "skipped"):
        return ui.t("sprunget over") if value == "skipped" else ui.t("intet svar")
    texts = {str(k): v for table in (FEELINGS, SIDES) for k, v in table.items()}
    return ui.t(texts[str(value)]) if str(value) in texts else str(value)
