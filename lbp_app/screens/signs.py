"""Tegn, du skal reagere på: calm words first, then the signs by how much they hurry, and whom to
ring.
"""

import flet as ft

from lbp_app.content.library import Contact, say
from lbp_app.content.signs import SignGroup
from lbp_app.model.person import Role as Who
from lbp_app.screens.buttons import main_button, soft_button
from lbp_app.screens.calls import dialled, to_ring
from lbp_app.screens.cards import card, dotted, page_head, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.sources import unreviewed
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def SignsScreen() -> ft.View:
    ui = use_ui()
    page = ui.library.sign_page
    groups = [_group(ui, g) for g in page.groups]
    return Frame(
        page_head(ui, say(ui.t, page.title)),
        words(ui, say(ui.t, page.lead)),
        *_check(ui),
        *groups,
        words(ui, say(ui.t, page.closing)),
        note(ui, unreviewed(ui)),
    )


def _check(ui: Ui) -> list[ft.Control]:
    """For somebody who would rather be asked."""
    if ui.person.role is not Who.PATIENT or ui.person.welcomed_at is None:
        return []
    text = ui.t("Svar på nogle få spørgsmål")
    return [soft_button(ui, text, lambda: ui.go("/tjek"))]


def _group(ui: Ui, group: SignGroup) -> ft.Control:
    urgent = group.tier == "emergency_now"
    bg, fg = (Role.DEEP, Role.ON_DEEP) if urgent else (Role.CARD, Role.INK)
    signs = [dotted(ui, say(ui.t, ui.library.signs[s].text), fg) for s in group.signs]
    return card(
        ui,
        heading(ui, say(ui.t, group.title), Type.SPEAK, 2, fg),
        words(ui, say(ui.t, group.advice), Type.BODY, fg),
        stack(*signs, spacing=Space.XS),
        *_read_aloud(ui, group, fg),
        *[c for kind in group.call for c in _calls(ui, kind, urgent)],
        bg=bg,
        roomy=True,
        spacing=Space.M,
    )


def _read_aloud(ui: Ui, group: SignGroup, color: str) -> list[ft.Control]:
    if group.say is None:
        return []
    return [
        stack(
            words(ui, ui.t("Det kan du sige:"), Type.LABEL, color),
            words(ui, f"“{say(ui.t, group.say)}”", Type.SPEAK, color),
            spacing=4,
        )
    ]


def _calls(ui: Ui, kind: str, urgent: bool) -> list[ft.Control]:
    today = ui.services.clock.local().date()
    contacts = ui.library.contacts_for(ui.person.region, today)
    return [_call(ui, c, urgent) for c in contacts if c.kind == kind]


def _call(ui: Ui, contact: Contact, urgent: bool) -> ft.Control:
    phone = contact.phone
    name = say(ui.t, contact.label)
    if contact.kind == "call_gp":
        phone, name = ui.person.doctor_phone or None, ui.person.doctor_name or name
    fg = Role.ON_DEEP if urgent else Role.SOFT
    hours = note(ui, say(ui.t, contact.hours), fg)
    if phone is None:
        old = contact.kind != "call_gp"
        told = f"{name}: {say(ui.t, ui.library.check_number)}" if old else name
        return stack(
            words(ui, told, Type.ITEM, Role.ON_DEEP if urgent else Role.INK), hours, spacing=2
        )
    back, face = (Role.ON_DEEP, Role.DEEP) if urgent else (Role.STAGE, Role.ON_STAGE)
    text = to_ring(ui, contact.kind, name, phone)
    return stack(
        main_button(ui, text, glyph="phone", url=f"tel:{dialled(phone)}", bg=back, fg=face),
        hours,
        spacing=6,
    )
