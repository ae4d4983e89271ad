"""Deltagere: the people whose levels a physiotherapist sets, to be found, added and had back."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import participant as actions
from lbp_app.actions import responsibility
from lbp_app.content import formats
from lbp_app.errors import AppError
from lbp_app.model.exercise import Group
from lbp_app.model.history import Change
from lbp_app.model.participant import (
    NAME_LENGTH,
    NUMBER_LENGTH,
    Participant,
    ParticipantPlan,
    looks_like_full_name,
    matching,
)
from lbp_app.screens.buttons import link, main_button, plain_button, soft_button, tap
from lbp_app.screens.cards import between, card, empty, page_head, rows_card, stack, told
from lbp_app.screens.fields import text_field, use_refusal, use_typed
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import use_counter
from lbp_app.screens.levels import STEPS
from lbp_app.screens.participant_report import TakeReportButton
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, icon, note, words

LOCK = "/mig/laas"
MANY = 8  # participants from which on there is something to search with


@ft.component
def ParticipantsScreen() -> ft.View:
    ui = use_ui()
    draw_again = use_counter()
    ft.use_effect(lambda: actions.forget_those_gone(ui.services), [])
    people = actions.participants(ui.services)
    typed, search = use_typed(ui, ui.t("Find en deltager"))
    adding, add = ft.use_state(False)
    head = page_head(ui, ui.t("Deltagere"))
    if not responsibility.is_told(ui.services):
        return Frame(head, _responsible(ui, draw_again))
    if not people and responsibility.wants_lock(ui.services):
        return Frame(head, _lock_first(ui, draw_again), *_removed(ui))
    if adding:
        return Frame(head, NewParticipant(partial(add, False)))
    if not people:
        nobody = _nobody(ui, partial(add, True))
        return Frame(head, nobody, _from_colleague(ui), *_removed(ui))
    found = matching(people, typed if len(people) >= MANY else "")
    return Frame(
        head_with(ui, head, main_button(ui, ui.t("Ny deltager"), partial(add, True), "plus")),
        *([card(ui, search)] if len(people) >= MANY else []),
        _list(ui, found),
        TakeReportButton(),
        _from_colleague(ui),
        *_removed(ui),
    )


def head_with(ui: Ui, head: ft.Control, button: ft.Control) -> ft.Control:
    """The title of a place, and the one thing to do there."""
    if not ui.look.beside:
        return stack(head, button)
    return ft.Row([ft.Container(head, expand=True), ft.Container(button, width=240)])


def _from_colleague(ui: Ui) -> ft.Control:
    return ft.Row([link(ui, ui.t("Hent fra en kollega"), lambda: ui.go("/kollega"))], wrap=True)


# --- before the first one -----------------------------------------------------------------------


def _responsible(ui: Ui, draw_again: Callable[[], None]) -> ft.Control:
    def take() -> None:
        responsibility.take_responsibility(ui.services)
        draw_again()

    return card(
        ui,
        heading(ui, ui.t("Du har ansvaret for det, du skriver her"), Type.SPEAK),
        words(
            ui,
            ui.t(
                "Når du skriver om andre, er du eller din klinik dataansvarlig. Det er jer, der "
                "svarer for, at oplysningerne er nødvendige, passes godt på og slettes igen."
            ),
        ),
        told(ui, "users", ui.t("Skriv fornavn eller initialer og jeres eget nummer.")),
        told(ui, "circle-check", ui.t("CPR-numre bliver aldrig gemt.")),
        told(ui, "house", ui.t("Alt ligger på denne enhed. Rygvej sender intet og ser intet.")),
        told(
            ui,
            "notebook-pen",
            ui.t("Journalen føres, hvor I plejer. Rygvej er ingen journal."),
        ),
        main_button(ui, ui.t("Det er forstået"), take),
        roomy=True,
        spacing=Space.M,
    )


def _lock_first(ui: Ui, draw_again: Callable[[], None]) -> ft.Control:
    def put_off() -> None:
        responsibility.put_off_lock(ui.services)
        draw_again()

    return card(
        ui,
        heading(ui, ui.t("Sæt en lås på først"), Type.SPEAK),
        words(
            ui,
            ui.t(
                "Her kommer oplysninger om andre. Med en lås spørger appen om en kode, før den "
                "viser noget."
            ),
        ),
        main_button(ui, ui.t("Sæt lås på"), lambda: ui.go(LOCK), "lock"),
        plain_button(ui, ui.t("Vent med låsen, jeg passer på enheden"), put_off),
        note(ui, ui.t("Du kan altid sætte den på under Mig.")),
        roomy=True,
        spacing=Space.M,
    )


def _nobody(ui: Ui, add: Callable[[], None]) -> ft.Control:
    return empty(
        ui,
        "empty-participants",
        ui.t("Din første deltager"),
        ui.t(
            "Skriv et fornavn, og sæt otte trin. Så kan du give planen videre som en kode på otte "
            "tegn, som QR eller som fil. Uden konto og uden server."
        ),
        main_button(ui, ui.t("Ny deltager"), add, "plus"),
    )


# --- a new one ----------------------------------------------------------------------------------


@ft.component
def NewParticipant(done: Callable[[], None]) -> ft.Control:
    """Opens the new one's page; what is refused stays in the fields."""
    ui = use_ui()
    name, number = ft.use_ref(""), ft.use_ref("")
    full, set_full = ft.use_state(False)
    refused, refuse = use_refusal(ui)

    def hear(e: ft.Event[ft.TextField]) -> None:
        name.current = e.control.value
        set_full(looks_like_full_name(e.control.value))

    def hear_number(e: ft.Event[ft.TextField]) -> None:
        number.current = e.control.value

    def keep() -> None:
        made: list[Change] = []

        def act() -> Change:
            said = name.current or "", number.current or ""
            made.append(actions.add_participant(ui.services, *said))
            return made[0]

        why = ui.attempt(act)
        refuse(why)
        if not why:
            ui.go(f"/deltager/{made[0].key}")

    return card(
        ui,
        heading(ui, ui.t("Ny deltager"), Type.SPEAK),
        text_field(
            ui,
            ui.t("Fornavn eller initialer"),
            name.current or "",
            error=refused or None,
            max_length=NAME_LENGTH,
            on_change=hear,
            on_submit=keep,
            autofocus=True,
        ),
        *([_only_first(ui)] if full else []),
        text_field(
            ui,
            ui.t("Jeres eget nummer"),
            number.current or "",
            helper=ui.t("Frivilligt. Aldrig CPR-nummeret."),
            max_length=NUMBER_LENGTH,
            on_change=hear_number,
            on_submit=keep,
        ),
        ft.Row(
            [main_button(ui, ui.t("Tilføj"), keep), plain_button(ui, ui.t("Fortryd"), done)],
            wrap=True,
        ),
        spacing=Space.M,
    )


def _only_first(ui: Ui) -> ft.Control:
    text = ui.t("Det ligner et helt navn. Fornavnet er nok, og så står der mindre om den enkelte.")
    return told(ui, "lightbulb", text)


# --- the list -----------------------------------------------------------------------------------


def _list(ui: Ui, found: list[Participant]) -> ft.Control:
    if not found:
        return card(ui, words(ui, ui.t("Ingen hedder det.")), bg=Role.WELL)
    plans = ui.services.participant_plans.newest()
    return rows_card(ui, *(_row(ui, one, plans.get(one.id)) for one in found))


def _row(ui: Ui, one: Participant, plan: ParticipantPlan | None) -> ft.Control:
    detail = ui.t("Ingen trin endnu")
    if plan is not None:
        detail = ui.t("Trin sat {when}", when=formats.date_short(ui.t, plan.plan.day, ui.today))
    says = ft.Column(
        [words(ui, one.called, Type.ITEM), note(ui, detail)], spacing=2, tight=True, expand=True
    )
    parts: list[ft.Control] = [says, icon("chevron-right", 20, Role.EDGE)]
    if not ui.look.large:
        parts = [_initials(ui, one), says, *([strip(plan)] if plan else []), parts[-1]]
    go = partial(ui.go, f"/deltager/{one.id}")
    return tap(ft.Row(parts, spacing=14), go, radius=Radius.TILE + 2, padding=(8, 10, 8, 10))


def _initials(ui: Ui, one: Participant) -> ft.Control:
    letters = "".join(word[0] for word in one.name.split()[:2]).upper()
    return ft.Container(
        words(ui, letters, Type.ITEM, Role.ON_STAGE, semantics_label=""),
        width=46,
        height=46,
        border_radius=23,
        bgcolor=Role.STAGE,
        alignment=MIDDLE,
    )


def strip(plan: ParticipantPlan) -> ft.Row:
    """Eight bars, as high as their levels; where none is prescribed there is a dot."""
    levels = [plan.prescribed(group) for group in Group]
    bars = [
        ft.Container(
            width=6,
            height=STEPS[level - 1] + 4 if level else 6,
            border_radius=3,
            bgcolor=Role.MAIN if level else Role.LINE,
        )
        for level in levels
    ]
    return ft.Row(list(bars), spacing=4, tight=True, vertical_alignment=ft.CrossAxisAlignment.END)


# --- those who were deleted ---------------------------------------------------------------------


def _removed(ui: Ui) -> list[ft.Control]:
    gone = actions.removed(ui.services)
    if not gone:
        return []
    text = ui.t(
        "I et døgn kan de hentes tilbage. Så slettes de helt, og inden for en uge også fra appens "
        "daglige kopier."
    )
    rows = [_gone(ui, one) for one in gone]
    return [card(ui, heading(ui, ui.t("Slettet for nylig")), note(ui, text), *rows, bg=Role.WELL)]


def _gone(ui: Ui, one: Participant) -> ft.Control:
    def forget() -> None:
        try:
            actions.forget_participant(ui.services, one.id)
        except AppError:
            return

    back = soft_button(
        ui, ui.t("Hent tilbage"), lambda: ui.act(partial(actions.bring_back, ui.services, one.id))
    )
    said = ui.t("Slet {name} helt nu", name=one.called)
    for_good = link(ui, ui.t("Slet helt nu"), forget, said=said)
    right = ft.Row([back, for_good], wrap=True, spacing=Space.XS)
    return stack(between(words(ui, one.called, Type.ITEM), right))
