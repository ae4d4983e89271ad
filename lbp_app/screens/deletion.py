"""Mig > Mine data > Slet noget: one thing, a period, one kind; what will go, and a way back."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import flet as ft

from lbp_app.actions import deletion as actions
from lbp_app.model.deletion import WINDOW, Deleted, Scope
from lbp_app.screens.buttons import grave_button, plain_button
from lbp_app.screens.calendar_out import removal
from lbp_app.screens.cards import card, dotted, page_head, stack, told
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.counted import counted
from lbp_app.screens.dates import PeriodFields
from lbp_app.screens.deletion_kind import OneKind
from lbp_app.screens.deletion_thing import Ask, OneThing
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import Single, use_single, use_value
from lbp_app.screens.theme import Type
from lbp_app.screens.trying import done, tried
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, note, words

THING, PERIOD, KIND = "thing", "period", "kind"


@ft.component
def DeletionScreen() -> ft.View:
    ui = use_ui()
    how, choose = use_value(lambda: THING)
    scope, ask = use_value(_nothing)
    single = use_single(ui.services.clock)

    def pick(value: str) -> None:
        choose(value)
        ask(None)

    way = {THING: OneThing, PERIOD: OnePeriod, KIND: OneKind}[how]
    return Frame(
        page_head(ui, ui.t("Slet noget"), ui.t("Mine data")),
        *[_undo(ui, deleted) for deleted in actions.undoable(ui.services)],
        _how(ui, how, pick),
        way(ask),
        *([_sure(ui, scope, partial(ask, None), single)] if scope else []),
        _where(ui),
    )


def _nothing() -> Scope | None:
    return None


def _how(ui: Ui, how: str, pick: Callable[[str], None]) -> ft.Control:
    title = ui.t("Hvad vil du slette?")
    options = [
        Choice(THING, ui.t("En enkelt ting")),
        Choice(PERIOD, ui.t("En periode")),
        Choice(KIND, ui.t("Alt af én slags")),
    ]
    return card(ui, heading(ui, title), choices(ui, title, options, how, pick))


@ft.component
def OnePeriod(ask: Ask) -> ft.Control:
    ui = use_ui()
    today = ui.today

    def pick(first: date, last: date) -> None:
        ask(actions.of_period(ui.services, first, last))

    return card(
        ui,
        heading(ui, ui.t("Hvilken tid?")),
        note(ui, ui.t("Alt, der ligger på en dag fra den første til den sidste, begge med.")),
        PeriodFields(today - timedelta(days=6), today, ui.t("Se, hvad der er"), pick),
    )


def _sure(ui: Ui, scope: Scope, keep: Callable[[], None], single: Single) -> ft.Control:
    counts = actions.what_would_go(ui.services, scope)
    if not counts:
        return card(ui, words(ui, ui.t("Der er ikke noget at slette.")))
    minutes = WINDOW // 60_000

    def delete() -> bool:
        deleted = tried(ui, lambda: actions.delete(ui.services, scope))
        keep()
        if deleted:
            ui.say(Notice(lambda t: t("Slettet. Du kan fortryde i {n} minutter.", n=minutes)))
        return deleted is not None

    return card(
        ui,
        heading(ui, ui.t("Det bliver slettet"), Type.SPEAK),
        *[dotted(ui, text) for text in counted(ui.t, counts) or [ui.t("Små ting uden navn")]],
        words(ui, ui.t("Det, du har rettet undervejs, går med.")),
        *(removal(ui) if actions.is_in_calendar(counts) else []),
        ft.Row(
            [
                grave_button(ui, ui.t("Ja, slet det"), partial(single, delete)),
                plain_button(ui, ui.t("Nej, behold"), keep),
            ],
            wrap=True,
        ),
    )


def _undo(ui: Ui, deleted: Deleted) -> ft.Control:
    def undo() -> None:
        done(ui, lambda: actions.undo(ui.services, deleted), lambda t: t("Fortrudt"))

    def finish() -> None:
        finish_now = partial(actions.finish, ui.services, now=True)
        done(ui, finish_now, lambda t: t("Det er slettet endeligt."))

    left = max(1, round((deleted.until - ui.services.clock.steady()) / 60_000))
    return card(
        ui,
        heading(ui, ui.t("Slettet for lidt siden"), Type.SPEAK),
        *[dotted(ui, text) for text in counted(ui.t, deleted.counts)],
        note(
            ui,
            ui.t.plural(
                "Du kan fortryde i {n} minut endnu. Lukker du appen, er det slut med det samme.",
                "Du kan fortryde i {n} minutter endnu. Lukker du appen, er det slut med det samme.",
                left,
            ),
        ),
        ft.Row(
            [
                plain_button(ui, ui.t("Fortryd sletningen"), undo),
                plain_button(ui, ui.t("Slet endeligt nu"), finish),
            ],
            wrap=True,
        ),
    )


def _where(ui: Ui) -> ft.Control:
    return stack(
        told(
            ui,
            "shield-check",
            ui.t(
                "Når tiden er gået, er det væk fra databasen og fra de kopier, appen selv har "
                "lavet ved siden af den."
            ),
        ),
        told(
            ui,
            "info",
            ui.t(
                "Sikkerhedskopier og andre filer, som du har lagt et andet sted, kan appen ikke "
                "røre. Dem kan kun du slette."
            ),
        ),
    )
