"""Giv planen videre: as a code to say aloud, and, between paired devices, signed."""

from dataclasses import dataclass
from functools import partial

import flet as ft

from lbp_app.actions import participant as people
from lbp_app.actions import participant_plan
from lbp_app.actions import plan_handing as actions
from lbp_app.actions.handing_over import VALID_DAYS, Handed
from lbp_app.content.library import say
from lbp_app.errors import AppError
from lbp_app.model.exercise import Group
from lbp_app.model.participant import Participant, ParticipantPlan
from lbp_app.model.prescription import NOTE_LENGTH
from lbp_app.screens.buttons import copy_link, link, main_button, soft_button
from lbp_app.screens.cards import card, columns, page_head, stack
from lbp_app.screens.fields import text_field
from lbp_app.screens.frame import TWO_COLUMNS, Frame, half
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.places import lost
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.theme import SANS_BOLD, Face, Radius, Space
from lbp_app.screens.trying import saving, tried
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

FILE = "rygvej-plan.lbprx"
QR = 320  # px
LARGE, LETTER = 52, 0.72  # px high at most; px wide to one high, with the space between


@dataclass(frozen=True)
class Made:
    """Of which plan, and what there is to hand over."""

    plan: ParticipantPlan
    handed: Handed


@ft.component
def HandPlanScreen() -> ft.View:
    ui = use_ui()
    try:
        one = people.participant(ui.services, ft.use_route_params()["participant"])
        code = actions.typed_code(ui.services, one.id)
    except AppError:
        return lost(ui)
    plan = participant_plan.plan_of(ui.services, one.id)
    back = link(ui, ui.t("Tilbage til {name}", name=one.called), partial(ui.go, _page(one)))
    signed = (
        keyed(SignCard, f"sign-{one.id}")(one, plan, message_of(ui, plan))
        if one.tag and plan
        else _connect(ui, one)
    )
    return Frame(
        stack(
            page_head(ui, ui.t("Giv planen videre"), one.called),
            ft.Row([back], wrap=True),
            spacing=0,
        ),
        columns(ui, [_typed(ui, code)], [signed]),
        most=TWO_COLUMNS,
    )


def _page(one: Participant) -> str:
    return f"/deltager/{one.id}"


def _typed(ui: Ui, code: str) -> ft.Control:
    aloud = " ".join(code.replace("-", ""))
    room = half(ui) - 2 * ui.look.inset
    size = min(LARGE, room / (len(code) * LETTER) / ui.look.root)
    face = Face(size, 1.1, SANS_BOLD, most=ui.look.root)
    shown = words(ui, code, face, semantics_label=aloud, no_wrap=True)
    return card(
        ui,
        heading(ui, ui.t("Sig eller skriv koden")),
        ft.Container(ft.SelectionArea(shown), alignment=MIDDLE, padding=ft.Padding(0, 12, 0, 12)),
        words(
            ui,
            ui.t(
                "Patienten skriver den under Øvelser, ser alle otte trin og siger ja. Store og små "
                "bogstaver er lige gode."
            ),
        ),
        note(ui, ui.t("Koden har kun de otte trin. Resten følger med den signerede.")),
        ft.Row([copy_link(ui, code, said=ui.t("Kopiér koden"))], wrap=True),
        spacing=Space.M,
    )


def _connect(ui: Ui, one: Participant) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Signeret, med doser og besked")),
        words(
            ui,
            ui.t(
                "Forbind jeres to enheder én gang. Så kan patientens app se, at planen er fra dig "
                "og til lige netop dem."
            ),
        ),
        main_button(ui, ui.t("Forbind enhederne"), partial(ui.go, f"{_page(one)}/forbind")),
        spacing=Space.M,
    )


def message_of(ui: Ui, plan: ParticipantPlan) -> str:
    """What stands with single groups, to go along as text."""
    names = {Group(one.id): say(ui.t, one.name) for one in ui.library.exercise_groups}
    lines = []
    for group, name in names.items():
        detail, level = plan.detail(group), plan.prescribed(group)
        if level and detail.note:
            lines.append(f"{name}: {detail.note.rstrip('.')}.")
    return "\n".join(lines)


@ft.component
def SignCard(one: Participant, plan: ParticipantPlan, message: str) -> ft.Control:
    """The message may be changed before the plan is made. What was made is shown as long as the
    plan is that one.
    """
    ui = use_ui()
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    shown, show = use_value(_none)
    made = shown.handed if shown and shown.plan == plan else None

    def sign() -> None:
        text = (field.current.value if field.current else message) or ""
        handed = tried(ui, lambda: actions.sign_plan(ui.services, one.id, text))
        show(Made(plan, handed) if handed else None)

    typed = field.current.value if field.current else message
    return card(
        ui,
        heading(ui, ui.t("Signeret, med doser og besked")),
        text_field(
            ui,
            ui.t("Besked til patienten"),
            typed or "",
            ref=field,
            lines=3,
            helper=ui.t("Følger med planen og kan læses af alle, der ser koden."),
            max_length=NOTE_LENGTH,
        ),
        *(_handed(ui, made) if made else []),
        main_button(ui, ui.t("Lav en ny") if made else ui.t("Lav planen"), sign),
        note(ui, ui.t("Den kan bruges i {n} dage.", n=VALID_DAYS)),
        ft.Row(
            [link(ui, ui.t("Forbindelsen"), partial(ui.go, f"{_page(one)}/forbind"))], wrap=True
        ),
        spacing=Space.M,
    )


def _none() -> Made | None:
    return None


def _handed(ui: Ui, made: Handed) -> list[ft.Control]:
    save = saving(ui, FILE, lambda: made.file)
    large = note(ui, ui.t("Beskeden er for lang til en QR-kode. Brug filen eller teksten."))
    return [
        qr(ui, made.png, ui.t("QR-kode med planen")) if made.png else large,
        ft.Row(
            [
                soft_button(ui, ui.t("Gem som fil"), save, "download"),
                copy_link(ui, made.text, said=ui.t("Kopiér planen som tekst")),
            ],
            wrap=True,
            spacing=Space.XS,
        ),
    ]


def qr(ui: Ui, png: bytes, said: str) -> ft.Control:
    """Black on white in the dark as well: cameras want it so."""
    side = min(QR, ui.look.column(TWO_COLUMNS) - 4 * ui.look.inset)
    image = ft.Image(src=png, width=side, height=side, semantics_label=said)
    ground = ft.Container(image, bgcolor="#FFFFFF", border_radius=Radius.TILE, padding=8)
    return ft.Container(ground, alignment=MIDDLE)
