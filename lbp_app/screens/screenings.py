"""Mig > Tjek af tegn: every check as it was, and what became of it. Nothing can be changed here."""

from functools import partial

import flet as ft

from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.model.asking import Round
from lbp_app.model.screening import FollowUp, Screening
from lbp_app.model.triage import Answer
from lbp_app.screens.buttons import link, soft_button
from lbp_app.screens.cards import card, empty, page_head, stack
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.theme import Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words


@ft.component
def ScreeningsScreen() -> ft.View:
    ui = use_ui()
    kept = ui.services.screenings.all()
    follow_ups = ui.services.screenings.follow_ups()
    cards = [
        keyed(CheckCard, one.id)(one, tuple(f for f in follow_ups if f.screening_id == one.id))
        for one in reversed(kept)
    ]
    go = partial(ui.go, "/tjek")
    return Frame(
        page_head(ui, ui.t("Tjek af tegn"), ui.t("Mig")),
        soft_button(ui, ui.t("Tag et tjek nu"), go) if kept else _none(ui),
        *cards,
    )


def _none(ui: Ui) -> ft.Control:
    return empty(
        ui,
        "welcome-3",
        ui.t("Her kommer dine tjek til at stå"),
        ui.t("Nogle få tegn skal en læge høre om. Et tjek tager oftest under to minutter."),
        soft_button(ui, ui.t("Begynd"), partial(ui.go, "/tjek")),
    )


@ft.component
def CheckCard(one: Screening, follow_ups: tuple[FollowUp, ...]) -> ft.Control:
    ui = use_ui()
    shown, show = ft.use_state(False)
    title, _, text = one.shown.partition("\n\n")
    toggle = link(ui, ui.t("Skjul") if shown else ui.t("Vis det hele"), lambda: show(not shown))
    return card(
        ui,
        note(ui, f"{_when(ui, one)}, {_round(ui, one)}"),
        heading(ui, title, Type.SPEAK, 2),
        *(note(ui, _followed(ui, f)) for f in follow_ups),
        *([words(ui, text), *_answers(ui, one)] if shown else []),
        ft.Row([toggle], wrap=True),
    )


def _when(ui: Ui, one: Screening | FollowUp) -> str:
    at = one.at.astimezone(ui.services.clock.zone())
    return f"{formats.date_full(ui.t, at.date())} {formats.clock_time(ui.t, at)}"


def _round(ui: Ui, one: Screening) -> str:
    if not one.complete:
        return ui.t("ikke færdigt")
    names = {
        Round.FULL: ui.t("hele tjekket"),
        Round.SHORT: ui.t("kort tjek"),
        Round.LATER: ui.t("det, der kunne vente"),
    }
    return names[one.round]


def _followed(ui: Ui, follow_up: FollowUp) -> str:
    when = _when(ui, follow_up)
    if not follow_up.reached:
        text = ui.t("{when}: ikke talt med en læge endnu", when=when)
    else:
        text = ui.t("{when}: talt med en læge", when=when)
    return f"{text}. “{follow_up.said}”" if follow_up.said else text


def _answers(ui: Ui, one: Screening) -> list[ft.Control]:
    said = {
        ui.t("Du svarede ja til"): Answer.YES,
        ui.t("Du var i tvivl om"): Answer.UNSURE,
    }
    groups = [
        stack(label(ui, head), *(words(ui, _sign(ui, s)) for s in _with(one, answer)), spacing=4)
        for head, answer in said.items()
        if _with(one, answer)
    ]
    return [*groups, note(ui, ui.t("Regler, udgave {version}", version=one.rules_version))]


def _with(one: Screening, answer: Answer) -> list[str]:
    return [sign for sign, said in one.answers.items() if said is answer]


def _sign(ui: Ui, key: str) -> str:
    """A later version of the rules may not know it any more."""
    sign = ui.library.signs.get(key)
    return say(ui.t, sign.text) if sign else key
