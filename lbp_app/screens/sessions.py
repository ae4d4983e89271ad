"""The sessions that a person may begin, and what stands in their place when none is offered."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from lbp_app.actions import session as actions
from lbp_app.actions.offer import Offer, gentle_offer, offers
from lbp_app.content.wording import mark
from lbp_app.model.flare import Flare
from lbp_app.model.invitation import Invited
from lbp_app.model.session import SessionKind
from lbp_app.screens.begin_training import GENTLE, begins
from lbp_app.screens.buttons import link, main_button, tap
from lbp_app.screens.cards import card, stack, told
from lbp_app.screens.end_training import ended
from lbp_app.screens.stopped import paused_card
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.trying import nothing_to_keep
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, icon, note, words

PLAYER = "/traening"
KINDS = {
    SessionKind.SHORT: (mark("Kort"), "timer"),
    SessionKind.FULL: (mark("Hel"), "play"),
    SessionKind.WARM_UP: (mark("Varm op"), "sun"),
    SessionKind.COOL_DOWN: (mark("Rolig afslutning"), "moon"),
}


def session_offer(ui: Ui) -> ft.Control:
    """What there is to begin; another session, a bad spell and a pause come first."""
    now = actions.invitation_today(ui.services)
    if now.invited is Invited.NOTHING:
        return paused_card(ui)
    if actions.under_way(ui.services) is not None:
        return under_way_card(ui)
    if now.invited is Invited.GENTLE:
        return stack(_gentle(ui, now.flare), _buttons(ui))
    return stack(_buttons(ui), *_quietly(ui, now.invited), spacing=Space.XS)


def under_way_card(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Du er i gang med en træning"), Type.SPEAK),
        main_button(ui, ui.t("Fortsæt"), partial(ui.go, PLAYER), "play"),
        link(ui, ui.t("Afslut den, og gem det, du nåede"), partial(ended, ui, nothing_to_keep)),
        roomy=True,
    )


def _gentle(ui: Ui, spell: Flare | None) -> ft.Control:
    gentle = gentle_offer(ui.services)
    if spell is not None and spell.end is None:
        text = ui.t(
            "Du er i en dårlig periode. Her er lidt at begynde med: liggende først, letteste trin "
            "og halvt så meget. Springer du over, er det også fint."
        )
    else:
        text = ui.t(
            "Her er lidt at begynde med: liggende først, letteste trin og "
            "halvt så meget. Springer du over, er det også fint."
        )
    return card(
        ui,
        heading(ui, ui.t("Blid træning"), Type.SPEAK, color=Role.ON_WARM),
        words(ui, text, color=Role.ON_WARM),
        main_button(
            ui, ui.t("Begynd blidt, {n} min", n=gentle.minutes), begins(ui, GENTLE), "leaf"
        ),
        bg=Role.WARM_BOX,
        roomy=True,
    )


def _quietly(ui: Ui, invited: Invited) -> list[ft.Control]:
    if invited is Invited.REST:
        text = ui.t("Du har lige trænet. En dag fri imellem er fint. Du bestemmer selv.")
    elif invited is Invited.QUIET:
        text = ui.t("Træningen er sat på pause, så appen inviterer ikke. Alt er her, når du vil.")
    else:
        return []
    return [told(ui, "leaf", text)]


def _buttons(ui: Ui) -> ft.Control:
    drawn = [_button(ui, offered) for offered in offers(ui.services, KINDS)]
    per_line = 4 if ui.look.beside else 1 if ui.look.large else 2
    lines = [drawn[at : at + per_line] for at in range(0, len(drawn), per_line)]
    return stack(*map(_line, lines), spacing=Space.S)


def _line(drawn: Sequence[ft.Control]) -> ft.Control:
    return ft.Row(
        list(drawn),
        spacing=Space.S,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _button(ui: Ui, offered: Offer) -> ft.Control:
    name, glyph = KINDS[offered.kind]
    says = ft.Column(
        [
            words(ui, ui.t(name), Type.ITEM, Role.ON_STAGE),
            note(ui, ui.t("{n} min", n=offered.minutes), Role.ON_STAGE),
        ],
        spacing=0,
        tight=True,
        expand=True,
    )
    face = ft.Row([icon(glyph, 24, Role.ON_STAGE), says], spacing=12)
    return tap(
        face,
        begins(ui, offered.kind),
        bg=Role.STAGE,
        radius=Radius.TILE + 4,
        padding=(14, 12, 10, 12),
        expand=True,
    )
