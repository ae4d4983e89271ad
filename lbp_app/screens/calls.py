"""Whom to ring: a button that rings, the number in large type, and a way to copy it."""

import flet as ft

from lbp_app.content import formats
from lbp_app.content.guidance import Call
from lbp_app.screens.buttons import copy_link, link, main_button
from lbp_app.screens.cards import between, stack
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import words

Paint = tuple[str, str]  # the ground that the calls stand on, and the ink on it
DEEP: Paint = (Role.DEEP, Role.ON_DEEP)
PLAIN: Paint = (Role.STAGE, Role.ON_STAGE)


def call_for(ui: Ui, call: Call, paint: Paint) -> ft.Control:
    """The first is the one to ring; without a number it is said in words."""
    name, phone = _whom(ui, call)
    if phone is None:
        return words(ui, name, Type.ITEM, paint[1])
    number = formats.phone(phone)
    back, face = (paint[1], paint[0]) if paint == DEEP else (Role.MAIN, Role.ON_MAIN)
    copied = copy_link(
        ui,
        number,
        said=ui.t("Kopiér nummeret til {name}", name=name),
        at_end=True,
        color=paint[1],
    )
    text = to_ring(ui, call.kind, name, phone)
    return stack(
        main_button(ui, text, glyph="phone", url=f"tel:{dialled(phone)}", bg=back, fg=face),
        between(words(ui, number, Type.TITLE, paint[1]), copied),
        spacing=Space.HAIR,
    )


def brief_call(ui: Ui, call: Call, paint: Paint) -> ft.Control:
    """One line of several, of which one fits."""
    if call.phone is None:
        return words(ui, call.label, Type.ITEM, paint[1])
    text = f"{call.label}, {formats.phone(call.phone)}"
    return link(ui, text, url=f"tel:{dialled(call.phone)}", color=paint[1])


def to_ring(ui: Ui, kind: str, name: str, phone: str) -> str:
    """What stands on the button."""
    number = formats.phone(phone)
    if kind == "call_112":
        return ui.t("Ring {phone}", phone=number)  # everybody knows who that is
    # Oversætter: {name} er den, man ringer til, {phone} nummeret
    return ui.t("Ring til {name}, {phone}", name=name, phone=number)


def dialled(phone: str) -> str:
    return "".join(c for c in phone if c.isdigit() or c == "+")


def _whom(ui: Ui, call: Call) -> tuple[str, str | None]:
    """The own doctor by name, and by number where an appointment is to be made too."""
    if call.kind not in ("call_gp", "book_gp"):
        return call.label, call.phone
    own = ui.person.doctor_phone or None
    return (ui.person.doctor_name or call.label if own else call.label), own
