"""What came of a safety check: how likely, what to do, whom to ring, and what it rests on."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from lbp_app.actions import follow_up
from lbp_app.actions import screening as actions
from lbp_app.content import formats
from lbp_app.content.guidance import Call, Guidance, Where, guidance_for
from lbp_app.content.library import say
from lbp_app.model.asking import GO_ON, Reply
from lbp_app.model.screening import Draft, Screening, most_urgent
from lbp_app.model.surgery import DENMARK
from lbp_app.model.triage import Outcome, Tier
from lbp_app.screens.buttons import copy_link, link, main_button, round_button, soft_button
from lbp_app.screens.calls import DEEP, PLAIN, Paint, brief_call, call_for
from lbp_app.screens.cards import between, card, columns, landing, stack, told
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.reasons import Reasons
from lbp_app.screens.theme import Radius, Role, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, icon, label, note, words

MOST = 560  # px
ACTS = ("call_112", "call_acute", "call_gp", "call_lifeline", "call_poison", "book_gp")


def guidance(ui: Ui, outcome: Outcome, named: Sequence[str] | None = None) -> Guidance:
    """About `named` of its actions, else about all."""
    services, person = ui.services, ui.person
    now = services.clock.now()
    where = Where(
        region=person.region,
        on=now.astimezone(DENMARK).date(),
        is_open=services.rules().surgery.is_open(now),
        doctor_phone=person.doctor_phone or None,
    )
    wanted = outcome.actions if named is None else named
    return guidance_for(ui.library, ui.t, wanted, outcome.missing, where)


def shown_text(shown: Guidance) -> str:
    """As it is kept with the check."""
    calls = [f"{call.label} {call.phone or ''}".strip() for call in shown.calls]
    return "\n\n".join([shown.title, shown.text, *([shown.say] if shown.say else []), *calls])


def lifelines(ui: Ui) -> list[ft.Control]:
    """People to talk to, without answering anything first."""
    today = ui.services.clock.now().astimezone(DENMARK).date()
    found = [c for c in ui.library.contacts_for(None, today) if c.kind == "call_lifeline"]
    calls = [brief_call(ui, Call(c.kind, say(ui.t, c.label), c.phone), PLAIN) for c in found]
    return [card(ui, *calls, bg=Role.STAGE)]


@ft.component
def AtOnce(draft: Draft, reply: Callable[[Reply], None]) -> ft.View:
    """In the middle of a check: what hurries comes first, the rest may be answered."""
    ui = use_ui()
    answers = actions.way(ui.services, draft).answers
    outcome = actions.outcome_of(ui.services, draft.round, answers)
    missing = guidance(ui, outcome).missing or ""
    rest = soft_button(ui, ui.t("Svar på resten"), partial(reply, GO_ON))
    open_yet = card(ui, note(ui, missing), rest, bg=Role.WELL)
    return _page(ui, outcome, ui.services.screenings.all()[-1], [open_yet])


@ft.component
def OutcomeScreen(waiting: bool = False) -> ft.View:
    """Of the newest check; or, `waiting`, of the one that a doctor should hear of first."""
    ui = use_ui()
    kept = ui.services.screenings.all()
    if not kept:
        return _none(ui)
    open_yet = most_urgent(kept, ui.services.screenings.follow_ups()) if waiting else None
    shown = open_yet or kept[-1]
    outcome = actions.outcome_of(ui.services, shown.round, shown.answers)
    return _page(ui, outcome, shown, _more(ui) if shown is kept[-1] else [])


def _none(ui: Ui) -> ft.View:
    return Frame(
        _close(ui),
        landing(ui, heading(ui, ui.t("Her er ikke noget tjek endnu"), Type.TITLE, 1)),
        main_button(ui, ui.t("Begynd"), partial(ui.go, "/tjek")),
        most=MOST,
        framed=False,
    )


def _more(ui: Ui) -> list[ft.Control]:
    """The short round leaves two things out."""

    def rest() -> None:
        if ui.act(partial(actions.answer_the_rest, ui.services)):
            ui.go("/tjek")

    if not actions.has_rest(ui.services):
        return []
    return [link(ui, ui.t("Svar også om fald og smerter"), rest)]


# --- the page -----------------------------------------------------------------------------------


def _page(ui: Ui, outcome: Outcome, kept: Screening, more: list[ft.Control]) -> ft.View:
    named = _first_page(ui, outcome)
    first = guidance(ui, outcome, named)
    waits = outcome.tier in ui.services.rules().pauses
    left = [*_of_another_day(ui, kept), _card(ui, first, outcome.tier)]
    right = [
        *_to_say(ui, first),
        *([_meanwhile(ui)] if waits else []),
        *_others(outcome, named),
        *_links(ui, kept, more),
        keyed(Reasons, kept.id)(outcome),
    ]
    if ui.look.wide and waits:
        return Frame(_close(ui), columns(ui, left, right), most=TWO_COLUMNS, framed=False)
    return Frame(_close(ui), *left, *right, most=MOST, framed=False)


def _of_another_day(ui: Ui, kept: Screening) -> list[ft.Control]:
    """What was true then may have changed."""
    day = actions.day_of_check(ui.services, kept)
    if day == ui.today:
        return []
    told_on = note(ui, ui.t("Dit tjek {day}", day=formats.date_full(ui.t, day)))
    return [told_on, link(ui, ui.t("Tag et tjek nu"), partial(ui.go, "/tjek"))]


def _first_page(ui: Ui, outcome: Outcome) -> list[str]:
    """What has a page of its own comes alone, unless something else hurries more."""
    alone = ui.library.triage.alone(outcome.actions, outcome.tier.key)
    return alone or list(outcome.actions)


def _close(ui: Ui) -> ft.Control:
    button = round_button(ui, "x", ui.t("Luk"), partial(ui.go, "/"))
    return ft.Row([button], alignment=ft.MainAxisAlignment.END)


def _card(ui: Ui, shown: Guidance, tier: Tier) -> ft.Control:
    bg, fg = paint = _paint(tier)
    paragraphs = [words(ui, text, Type.BODY, fg) for text in shown.advice]
    return ft.Container(
        stack(
            *([_telephone(paint)] if tier >= Tier.SAME_DAY_DOCTOR else []),
            landing(ui, heading(ui, shown.title, Type.HERO, 1, fg)),
            *paragraphs,
            *_calls(ui, shown.calls, paint),
        ),
        bgcolor=bg,
        border_radius=Radius.STAGE,
        padding=16 if ui.look.narrow else 24,
    )


def _paint(tier: Tier) -> Paint:
    if tier is Tier.EMERGENCY_NOW:
        return DEEP
    return PLAIN if tier is Tier.SAME_DAY_DOCTOR else (Role.CARD, Role.INK)


def _telephone(paint: Paint) -> ft.Control:
    bg, fg = (paint[1], paint[0]) if paint == DEEP else (Role.MAIN, Role.ON_MAIN)
    circle = ft.Container(
        icon("phone", 26, fg),
        width=56,
        height=56,
        border_radius=28,
        bgcolor=bg,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Row([circle])


def _calls(ui: Ui, calls: Sequence[Call], paint: Paint) -> list[ft.Control]:
    """Where the region is not known, each acute line has one line of its own."""
    acute = [call for call in calls if call.kind == "call_acute"]
    if len(acute) < 2:
        return [call_for(ui, call, paint) for call in calls if call.kind in ACTS]
    others = [call for call in calls if call.kind in ACTS and call not in acute]
    return [
        *(call_for(ui, call, paint) for call in others),
        *(brief_call(ui, call, paint) for call in acute),
    ]


def _to_say(ui: Ui, shown: Guidance) -> list[ft.Control]:
    if shown.say is None:
        return []
    # Oversætter: overskrift over en sætning, som man kan læse højt i telefonen
    head = label(ui, ui.t("Det kan du sige"))
    copy = copy_link(ui, shown.say, said=ui.t("Kopiér sætningen"), at_end=True)
    return [card(ui, between(head, copy), words(ui, f"“{shown.say}”", Type.SPEAK))]


def _meanwhile(ui: Ui) -> ft.Control:
    """What the app does until a doctor has heard of it."""
    lines = {
        "pause": ui.t("Øvelser og påmindelser holder pause, til en læge har hørt om det."),
        "message-circle": ui.t("I morgen spørger appen, om du fik talt med en læge."),
    }
    return card(
        ui, *(told(ui, glyph, line, Role.INK) for glyph, line in lines.items()), bg=Role.WELL
    )


def _others(outcome: Outcome, named: Sequence[str]) -> list[ft.Control]:
    return [Others(outcome)] if len(named) < len(outcome.actions) else []


@ft.component
def Others(outcome: Outcome) -> ft.Control:
    """What was found beside the page that stands alone."""
    ui = use_ui()
    shown, show = ft.use_state(False)
    first = set(_first_page(ui, outcome))
    if not shown:
        return link(ui, ui.t("Vigtigt: Der er også et andet råd til dig"), lambda: show(True))
    rest = guidance(ui, outcome, [name for name in outcome.actions if name not in first])
    return card(
        ui,
        heading(ui, rest.title, Type.SPEAK),
        words(ui, rest.text),
        *_calls(ui, rest.calls, PLAIN),
        roomy=True,
    )


def _links(ui: Ui, kept: Screening, more: list[ft.Control]) -> list[ft.Control]:
    def reached() -> None:
        if ui.act(lambda: follow_up.talked_to_doctor(ui.services, kept.id)):
            ui.go("/")

    home = soft_button(ui, ui.t("Til I dag"), partial(ui.go, "/"))
    if kept.ask_on is None:
        return [home, *more]
    return [
        link(ui, ui.t("Jeg har talt med en læge"), reached),
        link(ui, ui.t("Et ark til lægen"), partial(ui.go, "/tjek/til-laegen")),
        *more,
        *([] if kept.tier in ui.services.rules().pauses else [home]),
    ]
