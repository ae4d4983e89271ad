"""Tjek af tegn: one question a page. Where somebody is stands in the address as a bare number."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import flet as ft

from lbp_app.actions import screening as actions
from lbp_app.content.library import say
from lbp_app.content.triage import Part
from lbp_app.model.asking import UNSAID, Kind, Reply, Step
from lbp_app.model.person import Sex
from lbp_app.model.screening import Draft
from lbp_app.model.triage import Answer, Outcome
from lbp_app.screens.buttons import main_button, plain_button, round_button, soft_button, tap
from lbp_app.screens.cards import dots, landing, stack
from lbp_app.screens.choices import Choice
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.outcome import AtOnce, OutcomeScreen, guidance, lifelines, shown_text
from lbp_app.screens.sources import Sources
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ticks import ticks
from lbp_app.screens.trying import saved
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

MOST = 560  # px
RESULT, WAITING = "svar", "ring"  # in place of the number of a step
UNSEEN = timedelta(seconds=0.4)  # after a page came nobody can have read it


@dataclass(frozen=True)
class Asked:
    ui: Ui
    draft: Draft
    step: Step
    reply: Callable[[Reply], None]


@ft.component
def ScreeningScreen() -> ft.View:
    ui = use_ui()
    place = ft.use_route_params().get("step", "")
    asks = place in ("", "1") or not actions.is_done_today(ui.services)
    if place in (RESULT, WAITING) or not asks:
        return OutcomeScreen(place == WAITING)
    draft = actions.check_of_today(ui.services)
    steps = actions.way(ui.services, draft).steps
    at = min(int(place), len(steps)) if place.isdecimal() and int(place) else len(steps)
    return keyed(StepScreen, steps[at - 1].key)(draft, steps[at - 1], at)


@ft.component
def StepScreen(draft: Draft, step: Step, at: int) -> ft.View:
    """The second tap of a double one would answer a question that nobody has seen."""
    ui = use_ui()
    clock = ui.services.clock
    came = ft.use_memo(clock.now, [])

    def reply(said: Reply) -> None:
        if not timedelta(0) < clock.now() - came < UNSEEN:
            _reply(ui, step, said)

    if step.kind is Kind.AT_ONCE:
        return AtOnce(draft, reply)
    asked = Asked(ui, draft, step, reply)
    return Frame(_top(asked, at), *_lead(ui, at), *DRAWN[step.kind](asked), most=MOST, framed=False)


def _top(asked: Asked, at: int) -> ft.Control:
    ui, step = asked.ui, asked.step
    parts = actions.asked_parts(ui.services, asked.draft)
    here = next((n for n, p in enumerate(parts) if step.name in (p.id, *p.signs)), 0)
    said = ui.t("Del {n} af {all}", n=here + 1, all=len(parts))
    back = f"/tjek/{at - 1}" if at > 1 else "/"
    return ft.Row(
        [
            round_button(ui, "arrow-left", ui.t("Tilbage"), partial(ui.go, back)),
            dots(ui, len(parts), here, said, size=6 if ui.look.narrow else 8),
            round_button(ui, "x", ui.t("Luk, og fortsæt senere"), partial(ui.go, "/")),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )


def _lead(ui: Ui, at: int) -> list[ft.Control]:
    if at > 1:
        return []
    return [words(ui, say(ui.t, ui.library.triage.asking.lead), Type.BODY, Role.SOFT)]


def _head(ui: Ui, text: str) -> ft.Control:
    return landing(ui, heading(ui, text, Type.TITLE, 1))


# --- things to tick -----------------------------------------------------------------------------


def _ticks(asked: Asked) -> list[ft.Control]:
    ui, draft, step = asked.ui, asked.draft, asked.step
    part = next(part for part in ui.library.parts if part.id == step.name)
    shown = [tick for tick in part.ticks if tick.signs[0] not in step.without]
    options = [Choice(tick.signs[0], say(ui.t, tick.text)) for tick in shown]
    chosen = actions.ticked(draft, step)

    def change(value: str, on: bool) -> None:
        kept = [o.value for o in options if (on if o.value == value else o.value in chosen)]
        ui.act(lambda: actions.tick(ui.services, step, tuple(kept)), saved)

    return [
        _head(ui, say(ui.t, part.ask)),
        *([words(ui, say(ui.t, part.lead))] if part.lead else []),
        ticks(ui, options, chosen, change),
        *_onward(asked, part, chosen, tuple(option.value for option in options)),
        *(lifelines(ui) if part.own_page else []),
    ]


def _onward(asked: Asked, part: Part, chosen: Reply, shown: Reply) -> list[ft.Control]:
    """Either on with what is ticked, or an active "none of these"."""
    ui = asked.ui
    if chosen:
        return [main_button(ui, ui.t("Videre"), partial(asked.reply, chosen))]
    asking = ui.library.triage.asking
    none = say(ui.t, part.none or asking.none_of_these)
    return [
        soft_button(ui, none, partial(asked.reply, ())),
        plain_button(ui, say(ui.t, asking.unsure), partial(asked.reply, shown)),
    ]


# --- questions with one answer ------------------------------------------------------------------


def _question(asked: Asked) -> list[ft.Control]:
    ui = asked.ui
    sign = ui.library.signs[asked.step.name]
    text = say(ui.t, sign.question or sign.text)
    return [_head(ui, text), _yes_or_no(asked), Sources(tuple(sign.sources))]


def _again(asked: Asked) -> list[ft.Control]:
    ui = asked.ui
    sign = ui.library.signs[asked.step.name]
    first = note(ui, ui.t("Sagt på en anden måde"))
    return [first, _head(ui, say(ui.t, sign.again or sign.text)), _yes_or_no(asked)]


def _yes_or_no(asked: Asked) -> ft.Control:
    t = asked.ui.t
    said = {Answer.NO: t("Nej"), Answer.YES: t("Ja"), Answer.UNSURE: t("Ved ikke")}
    return _choices(asked, {(answer.value,): text for answer, text in said.items()})


def _age(asked: Asked) -> list[ft.Control]:
    ui = asked.ui
    age = ui.library.triage.asking.age
    said: dict[Reply, str] = {(str(band.youngest),): say(ui.t, band.text) for band in age.bands}
    return [_head(ui, say(ui.t, age.ask)), _choices(asked, said)]


def _sex(asked: Asked) -> list[ft.Control]:
    ui = asked.ui
    sex = ui.library.triage.asking.sex
    said: dict[Reply, str] = {
        (Sex.FEMALE.value,): say(ui.t, sex.female),
        (Sex.MALE.value,): say(ui.t, sex.male),
        UNSAID: say(ui.t, sex.unsaid),
    }
    lead = words(ui, say(ui.t, sex.lead), Type.BODY, Role.SOFT)
    return [_head(ui, say(ui.t, sex.ask)), lead, _choices(asked, said)]


DRAWN = {
    Kind.AGE: _age,
    Kind.SEX: _sex,
    Kind.TICKS: _ticks,
    Kind.QUESTION: _question,
    Kind.AGAIN: _again,
}


def _choices(asked: Asked, said: dict[Reply, str]) -> ft.Control:
    """Each goes on at once; what was replied before is marked."""
    before = asked.draft.replies.get(asked.step.key)
    drawn = [_choice(asked, reply, text, reply == before) for reply, text in said.items()]
    return stack(*drawn, spacing=Space.S)


def _choice(asked: Asked, reply: Reply, text: str, chosen: bool) -> ft.Control:
    ui = asked.ui
    bg, fg = (Role.MAIN, Role.ON_MAIN) if chosen else (Role.CARD, Role.INK)
    said = ui.t("{name}, valgt", name=text) if chosen else text
    face = words(ui, text, Type.ITEM, fg, semantics_label=said)
    room = (22.0, 20.0, 22.0, 20.0)
    return tap(face, partial(asked.reply, reply), bg=bg, radius=Radius.TILE + 4, padding=room)


# --- going on -----------------------------------------------------------------------------------


def _reply(ui: Ui, step: Step, said: Reply) -> None:
    def tell(outcome: Outcome) -> str:
        return shown_text(guidance(ui, outcome))

    if ui.act(lambda: actions.reply(ui.services, step, said, tell), saved):
        _go_on(ui)


def _go_on(ui: Ui) -> None:
    """To the first question that is open, or to the result."""
    draft = actions.under_way(ui.services)
    if draft is None:
        return ui.go(f"/tjek/{RESULT}")
    ui.go(f"/tjek/{len(actions.way(ui.services, draft).steps)}")
