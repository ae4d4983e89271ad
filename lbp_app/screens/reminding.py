"""What a reminder is called and where it leads, and what rings above every page."""

from functools import partial

import flet as ft

from lbp_app.actions import reminder
from lbp_app.actions import ring as actions
from lbp_app.content import formats
from lbp_app.content.reminding import title
from lbp_app.model.person import Role as Who
from lbp_app.model.reminder import thing_of
from lbp_app.model.ring import TEST, Ring
from lbp_app.screens.buttons import lead_icon, link, row_button, soft_button
from lbp_app.screens.cards import card, rows_card
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.trying import tried
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.voice import announce
from lbp_app.screens.words import words

PLACES = {
    "checkin": "/",
    "exercise": "/oevelser",
    "walk": "/",
    "lesson": "/viden",
    "goals": "/forloeb/maal",
    "tests": "/forloeb/test",
    TEST: "/mig/paamindelser/virker",
}


def go_to(ui: Ui, ring: Ring) -> None:
    """To the thing itself."""
    tried(ui, lambda: actions.open_ring(ui.services, ring.id))
    ui.go(place(ring))


def place(ring: Ring) -> str:
    """Where the thing itself is."""
    if ring.what in PLACES or thing_of(ring.what) is None:
        return PLACES.get(ring.what, "/")
    return f"/forloeb/tid/{ring.about}"


@ft.component
def RingBanner() -> ft.Control:
    """What rings now, in every tab; nothing when nothing does. It never takes the keyboard."""
    ui = use_ui()
    waiting: list[Ring] = []
    if ui.person.role is Who.PATIENT:
        waiting = actions.ringing(ui.services) + actions.too_late(ui.services)
    newest = next(iter(waiting), None)
    page = ft.context.page

    def ring() -> None:
        if newest:
            announce(page, _said(ui, newest))

    ft.use_effect(ring, [newest and (newest.id, newest.snoozed)])
    if newest is None:
        return ft.Container(height=0)
    return _banner(ui, newest)


def _banner(ui: Ui, ring: Ring) -> ft.Control:
    def snooze() -> None:
        tried(ui, lambda: actions.snooze(ui.services, ring))

    def put_away() -> None:
        tried(ui, lambda: actions.open_ring(ui.services, ring.id))

    minutes = ui.services.reminders.manner().snooze
    later = link(ui, ui.t("Om {n} min", n=minutes), snooze, color=Role.ON_WARM)
    size = Type.ITEM if ring.is_too_late else Type.SPEAK
    text = ft.Container(words(ui, _said(ui, ring), size, Role.ON_WARM), expand=True)
    may_wait = not ring.is_too_late and actions.may_snooze(ui.services, ring)
    away = ui.t("Jeg har set det") if ring.is_too_late else ui.t("Ikke nu")
    lead = [] if ui.look.large else [lead_icon("bell", Role.WARM_BOX, Role.ON_WARM)]
    told = card(
        ui,
        ft.Row([*lead, text], spacing=8),
        ft.Row(
            [
                soft_button(ui, ui.t("Åbn"), partial(go_to, ui, ring)),
                *([later] if may_wait else []),
                link(ui, away, put_away, color=Role.ON_WARM),
            ],
            wrap=True,
            spacing=4,
            run_spacing=0,
        ),
        bg=Role.WARM_BOX,
    )
    return ft.Container(told, padding=padding(0, Space.S, 0, 0))


def _said(ui: Ui, ring: Ring) -> str:
    name = title(ring.what, ui.t)
    if not ring.is_too_late:
        return name
    return ui.t(
        "{what} {when}. Rygvej når ikke at minde dig om det. Sæt gerne vækkeuret på telefonen.",
        what=name,
        when=_when_it_begins(ui, ring),
    )


def _when_it_begins(ui: Ui, ring: Ring) -> str:
    """Abroad with the time that the class itself keeps beside it."""
    here = ring.due.astimezone(ui.services.clock.zone())
    there = reminder.begins(ui.services, ring.about) or here
    if there.utcoffset() == here.utcoffset():
        return when(ui, ring)
    danish = formats.clock_time(ui.t, there)
    return ui.t("{when} ({time} dansk tid)", when=when(ui, ring), time=danish)


def missed_row(ui: Ui) -> list[ft.Control]:
    """One line on I dag; it leads to the thing, or to the list when they are several things."""
    missed = actions.missed(ui.services)
    if not missed:
        return []
    text = _missed_text(ui, missed)
    things = {one.what for one in missed}
    where = place(missed[0]) if len(things) == 1 else "/mig/paamindelser/virker"

    def see() -> None:
        tried(ui, lambda: actions.put_away(ui.services, missed))
        ui.go(where)

    names = ", ".join(dict.fromkeys(title(one.what, ui.t) for one in missed))
    return [rows_card(ui, row_button(ui, text, names, see, lead_icon("bell")))]


def _missed_text(ui: Ui, missed: list[Ring]) -> str:
    zone, today = ui.services.clock.zone(), ui.services.clock.local().date()
    days = {one.due.astimezone(zone).date() for one in missed}
    n = len(missed)
    if days == {today}:
        return ui.t.plural(
            "Du gik glip af {n} påmindelse i dag", "Du gik glip af {n} påmindelser i dag", n
        )
    if today not in days:
        return ui.t.plural(
            "Du gik glip af {n} påmindelse i går", "Du gik glip af {n} påmindelser i går", n
        )
    return ui.t.plural(
        "Du gik glip af {n} påmindelse siden i går",
        "Du gik glip af {n} påmindelser siden i går",
        n,
    )


def when(ui: Ui, ring: Ring) -> str:
    """As "mandag 5. oktober 08.30"."""
    at = ring.due.astimezone(ui.services.clock.zone())
    return f"{formats.date_long(ui.t, at.date(), ui.today)} {formats.clock_time(ui.t, at)}"
