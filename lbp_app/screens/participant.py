"""A participant's page: eight levels, why, what was changed, and a note to oneself."""

from functools import partial

import flet as ft

from lbp_app.actions import participant as actions
from lbp_app.actions import participant_plan
from lbp_app.actions.participant_report import since_last_of
from lbp_app.errors import AppError
from lbp_app.model.history import Change
from lbp_app.model.participant import NAME_LENGTH, NOTE_LENGTH, Participant, ParticipantPlan
from lbp_app.model.plan_template import NAME_LENGTH as TEMPLATE_NAME
from lbp_app.screens.buttons import grave_button, link, main_button, plain_button, soft_button
from lbp_app.screens.cards import card, columns, page_head, stack
from lbp_app.screens.fields import SavedField, kept, text_field, use_refusal
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed, use_single
from lbp_app.screens.participant_history import history_card
from lbp_app.screens.participant_levels import levels_card, quick_card, shares
from lbp_app.screens.places import lost
from lbp_app.screens.since_last_brief import since_last_card
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words


@ft.component
def ParticipantScreen() -> ft.View:
    ui = use_ui()
    try:
        one = actions.participant(ui.services, ft.use_route_params()["participant"])
    except AppError:
        return lost(ui)
    versions = ui.services.participant_plans.of(one.id)
    plan = versions[-1] if versions else None
    back = ft.Row([link(ui, ui.t("Alle deltagere"), partial(ui.go, "/"))], wrap=True)
    levels, quick = levels_card(ui, one.id, plan), quick_card(ui, one.id)
    since = since_last_of(ui.services, one.id)
    told = [since_last_card(ui, one, since)]
    first, later = (told, []) if since and not ui.look.beside else ([], told)
    return Frame(
        stack(page_head(ui, one.called, ui.t("Deltager")), back, spacing=0),
        columns(
            ui,
            [*first, *([levels, quick] if plan else [quick, levels])],
            [
                *([_onward(ui, one)] if plan else []),
                *later,
                *([_why(ui, one, plan)] if plan else []),
                _own_note(ui, one),
                *history_card(ui, versions),
                *([keyed(TemplateCard, f"template-{one.id}")(one.id)] if plan else []),
                _who(ui, one),
                _to_colleague(ui, one),
                keyed(RemoveCard, f"remove-{one.id}")(one.id, one.called),
            ],
            shares=shares(ui),
        ),
        most=TWO_COLUMNS,
    )


def _onward(ui: Ui, one: Participant) -> ft.Control:
    return card(
        ui,
        main_button(ui, ui.t("Giv planen videre"), partial(ui.go, f"/deltager/{one.id}/giv")),
        soft_button(
            ui, ui.t("Se den som patienten"), partial(ui.go, f"/deltager/{one.id}/se"), "eye"
        ),
    )


def _why(ui: Ui, one: Participant, plan: ParticipantPlan) -> ft.Control:
    today = plan.plan.day == ui.today
    said = next((text for text in plan.plan.why.values() if text), "") if today else ""

    def keep(text: str) -> partial[Change]:
        return partial(participant_plan.say_why, ui.services, one.id, text)

    field = keyed(SavedField, f"why-{one.id}")
    helper = ui.t("Frivilligt. Står i historikken sammen med dagens trin.")
    return card(ui, field(ui.t("Hvorfor disse trin?"), said, keep, helper=helper))


def _own_note(ui: Ui, one: Participant) -> ft.Control:
    def keep(text: str) -> partial[Change]:
        return partial(actions.write_own_note, ui.services, one.id, text)

    field = keyed(SavedField, f"note-{one.id}")
    return card(
        ui,
        field(
            ui.t("Note til dig selv"),
            one.note,
            keep,
            lines=3,
            max_length=NOTE_LENGTH,
            helper=ui.t("Kun til dig. Den følger aldrig med en plan eller til en kollega."),
        ),
    )


def _who(ui: Ui, one: Participant) -> ft.Control:
    def rename(name: str) -> partial[Change]:
        return partial(actions.rename_participant, ui.services, one.id, name=name)

    def renumber(number: str) -> partial[Change]:
        return partial(actions.rename_participant, ui.services, one.id, number=number)

    name, number = keyed(SavedField, f"name-{one.id}"), keyed(SavedField, f"number-{one.id}")
    return card(
        ui,
        heading(ui, ui.t("Navn og nummer")),
        name(ui.t("Fornavn eller initialer"), one.name, rename, max_length=NAME_LENGTH),
        number(ui.t("Jeres eget nummer"), one.number, renumber, helper=ui.t("Aldrig CPR")),
        spacing=Space.M,
    )


def _to_colleague(ui: Ui, one: Participant) -> ft.Control:
    go = partial(ui.go, f"/deltager/{one.id}/kollega")
    return ft.Row([plain_button(ui, ui.t("Giv til en kollega"), go)], wrap=True)


@ft.component
def TemplateCard(participant: str) -> ft.Control:
    """Keeps these levels to begin with for others."""
    ui = use_ui()
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    asked, ask = ft.use_state(False)
    refused, refuse = use_refusal(ui)
    single = use_single(ui.services.clock)

    def keep() -> bool:
        name = field.current.value if field.current else ""
        save = partial(participant_plan.save_template, ui.services, participant, name)
        saved = kept(ui, refuse, save)
        ask(not saved)
        return saved

    if not asked:
        again = plain_button(ui, ui.t("Gem som skabelon"), lambda: ask(True))
        return ft.Row([again], wrap=True)
    return card(
        ui,
        heading(ui, ui.t("Ny skabelon")),
        note(ui, ui.t("De otte trin, variationer og doser, uden navn på nogen.")),
        text_field(
            ui,
            ui.t("Navn på skabelonen"),
            (field.current.value if field.current else "") or "",
            ref=field,
            error=refused or None,
            max_length=TEMPLATE_NAME,
            on_submit=partial(single, keep),
        ),
        ft.Row(
            [
                main_button(ui, ui.t("Gem"), partial(single, keep)),
                plain_button(ui, ui.t("Fortryd"), lambda: ask(False)),
            ],
            wrap=True,
        ),
    )


@ft.component
def RemoveCard(participant: str, called: str) -> ft.Control:
    ui = use_ui()
    asked, ask = ft.use_state(False)

    def remove() -> None:
        if ui.act(partial(actions.remove_participant, ui.services, participant)):
            ui.go("/")

    if not asked:
        return ft.Row([link(ui, ui.t("Slet deltageren"), lambda: ask(True))], wrap=True)
    text = ui.t(
        "Trin, historik, fremmøde og noter om {name} slettes. I et døgn kan det fortrydes.",
        name=called,
    )
    return card(
        ui,
        heading(ui, ui.t("Er du sikker?"), Type.SPEAK),
        words(ui, text),
        ft.Row(
            [
                grave_button(ui, ui.t("Ja, slet"), remove),
                plain_button(ui, ui.t("Nej, behold"), lambda: ask(False)),
            ],
            wrap=True,
        ),
    )
