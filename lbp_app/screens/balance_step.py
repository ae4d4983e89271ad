"""One thing to make lighter or to strengthen this week, and how it went a week later."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from lbp_app.actions import balance as actions
from lbp_app.content.library import say
from lbp_app.content.wording import mark
from lbp_app.model.balance import ASK_AFTER, Balance, Side, Step, Went, newest_step
from lbp_app.screens.balance_words import WENT, scale_day, step_text, suggestion
from lbp_app.screens.buttons import lead_icon, link, row_button, tap
from lbp_app.screens.cards import card, rows_card, stack, told
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.fields import SavedField
from lbp_app.screens.hooks import keyed
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, note, words

AFTERWARDS = {
    Went.WELL: mark("Sidst blev det til noget. Bliv ved, hvis det gør godt, eller tag noget nyt."),
    Went.PARTLY: mark("Sidst blev det til lidt. Lidt tæller også."),
    Went.NOT: mark("Sidst blev det en anden slags uge. Vælg gerne noget mindre."),
}


@ft.component
def StepCard(now: Balance, earlier: tuple[Balance, ...]) -> ft.Control:
    """`earlier` newest first."""
    ui = use_ui()
    more, show = ft.use_state(False)
    options = _options(ui, now, more)

    def keep(text: str) -> Act:
        return lambda: actions.write_step(ui.services, now.day, text)

    def pick(thing: str) -> None:
        ui.act(lambda: actions.choose_step(ui.services, now.day, thing))

    asks = ui.t("Én ting i denne uge")
    step = now.step or Step()
    group = [choices(ui, asks, options, step.thing or None, pick, tall=True)] if options else []
    own = keyed(SavedField, f"step-{now.day}")
    return card(
        ui,
        heading(ui, asks, Type.SPEAK),
        words(ui, ui.t("Gør noget lettere, eller styrk noget. Én ting er nok.")),
        *_last_time(ui, now, earlier),
        *_chosen(ui, now),
        *group,
        *([] if more else [_show_more(ui, now, partial(show, True))]),
        stack(
            words(ui, ui.t("Eller med dine egne ord"), Type.LABEL, Role.SOFT),
            own(ui.t("Eller med dine egne ord"), step.text, keep, named_above=True),
            spacing=6,
        ),
        roomy=True,
    )


def _options(ui: Ui, now: Balance, more: bool) -> list[Choice]:
    """For what lies there, first what could be lighter; `more`: for everything there is."""
    lies = [thing.id for side in Side for thing in now.of(side)]
    chosen = [now.step.thing] if now.step and now.step.thing else []
    ids = [one.id for one in ui.library.balance] if more else [*lies, *chosen]
    known = [found for one in dict.fromkeys(ids) if (found := suggestion(ui, one))]
    return [Choice(one.id, say(ui.t, one.step), say(ui.t, one.label)) for one in known]


def _show_more(ui: Ui, now: Balance, show: partial[None]) -> ft.Control:
    name = ui.t("Vis flere forslag") if now.things else ui.t("Vis forslag")
    return ft.Row([link(ui, name, show)], wrap=True)


def _chosen(ui: Ui, now: Balance) -> list[ft.Control]:
    if now.step is None:
        return []

    def give_up() -> None:
        ui.act(lambda: actions.give_up_step(ui.services, now.day))

    text = ui.t("Det er valgt. Om en uge spørger vi her, hvordan det gik.")
    undo = link(ui, ui.t("Alligevel ikke"), give_up)
    return [stack(told(ui, "leaf", text), ft.Row([undo], wrap=True), spacing=0)]


def _last_time(ui: Ui, now: Balance, earlier: Sequence[Balance]) -> list[ft.Control]:
    """What was chosen last, and how it went; nothing once something is chosen today."""
    last = newest_step([*reversed(earlier)])
    if now.step or last is None or last.step is None:
        return []
    if last.step.went in AFTERWARDS:
        return [told(ui, "leaf", ui.t(AFTERWARDS[last.step.went]))]
    if last.step.went is None and now.day - last.day < ASK_AFTER:
        day, step = scale_day(ui, last.day), step_text(ui, last.step)
        return [told(ui, "leaf", ui.t("{day} valgte du: “{step}”", day=day, step=step))]
    return []


def went_card(ui: Ui, asked: Balance | None) -> list[ft.Control]:
    """How the step of a week ago went; asked until it is answered or passed by."""
    if asked is None or asked.step is None:
        return []

    def answer(went: Went) -> None:
        ui.act(lambda: actions.say_how_it_went(ui.services, asked.day, went))

    day = scale_day(ui, asked.day)
    lead = ui.t("{day} valgte du: “{step}”", day=day, step=step_text(ui, asked.step))
    answers = [_answer(ui, went, answer) for went in Went if went is not Went.PASSED]
    passed = link(ui, ui.t("Spring over"), partial(answer, Went.PASSED))
    return [
        card(
            ui,
            note(ui, lead, Role.ON_WARM),
            heading(ui, ui.t("Hvordan gik det?"), Type.SPEAK, 2, Role.ON_WARM),
            stack(*answers, spacing=Space.XS),
            ft.Row([passed], wrap=True),
            bg=Role.WARM_BOX,
            roomy=True,
        )
    ]


def went_row(ui: Ui) -> list[ft.Control]:
    """On Today, quietly, as long as the page of the scale asks."""
    asked = actions.asked(ui.services)
    if asked is None or asked.step is None:
        return []
    lead, step = lead_icon("leaf"), step_text(ui, asked.step)
    go = partial(ui.go, "/viden/vaegt")
    return [rows_card(ui, row_button(ui, ui.t("Hvordan gik det?"), step, go, lead))]


def _answer(ui: Ui, went: Went, answer: Callable[[Went], None]) -> ft.Control:
    face = words(ui, ui.t(WENT[went]), Type.ITEM)
    return tap(
        face,
        partial(answer, went),
        bg=Role.CARD,
        radius=Radius.TILE,
        padding=(18, 14, 18, 14),
    )
