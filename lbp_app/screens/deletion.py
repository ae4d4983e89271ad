"""Mig > Mine data > Slet noget: one thing, a period, one kind; what will go, and a way back."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial

import flet as ft

from lbp_app.actions import deletion as actions
from lbp_app.content import formats
from lbp_app.content.wording import Wording, mark
from lbp_app.model.activity import ActivityKind
from lbp_app.model.deletion import WINDOW, Deleted, Kind, Scope, Thing
from lbp_app.screens.activity import KINDS as ACTIVITIES
from lbp_app.screens.buttons import grave_button, plain_button, row_button
from lbp_app.screens.cards import card, dotted, page_head, rows_card, stack, told
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.dates import PeriodFields
from lbp_app.screens.days import day_choices, day_of_choice
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import use_value
from lbp_app.screens.theme import Type
from lbp_app.screens.trying import tried
from lbp_app.screens.ui import Notice, Ui, use_ui
from lbp_app.screens.words import heading, note, words

THING, PERIOD, KIND = "thing", "period", "kind"
KINDS = {
    Kind.DIARY: mark("Dagens tjek og noter"),
    Kind.FLARES: mark("Dårlige perioder og pauser"),
    Kind.TRAINING: mark("Træning"),
    Kind.ACTIVITIES: mark("Aktiviteter uden for appen"),
    Kind.LEVELS: mark("Trin og test"),
    Kind.COURSE: mark("Forløb og mål"),
    Kind.PLANS: mark("Planer fra din fysioterapeut"),
    Kind.CHECKS: mark("Tjek af tegn"),
    Kind.DOCTOR: mark("Det, du har skrevet til lægen"),
    Kind.LEARNING: mark("Læste lektioner og egne tanker"),
    Kind.BALANCE: mark("Vægtskålen"),
    Kind.REMINDERS: mark("Påmindelser"),
    Kind.PARTICIPANTS: mark("Deltagere og hold"),
    Kind.HAND_OVERS: mark("Listen over filer, du har lavet"),
}
COUNTED: Mapping[
    str, Callable[[Wording, int], str]
] = {  # tables that a person would miss, in the order of KINDS
    "check_in": lambda t, n: t.plural("{n} dag med svar", "{n} dage med svar", n),
    "flare": lambda t, n: t.plural("{n} dårlig periode", "{n} dårlige perioder", n),
    "pause": lambda t, n: t.plural("{n} pause", "{n} pauser", n),
    "session": lambda t, n: t.plural("{n} træning", "{n} træninger", n),
    "exercise_note": lambda t, n: t.plural("{n} note om en øvelse", "{n} noter om øvelser", n),
    "comfort": lambda t, n: t.plural("{n} svar om tryghed", "{n} svar om tryghed", n),
    "step_decision": lambda t, n: t.plural("{n} valg om mængde", "{n} valg om mængde", n),
    "activity": lambda t, n: t.plural("{n} aktivitet", "{n} aktiviteter", n),
    "care_plan": lambda t, n: t.plural("{n} ændring af trin", "{n} ændringer af trin", n),
    "level_trial": lambda t, n: t.plural("{n} trin, du prøver", "{n} trin, du prøver", n),
    "home_test": lambda t, n: t.plural("{n} test", "{n} test", n),
    "course": lambda t, n: t.plural("{n} forløb", "{n} forløb", n),
    "appointment": lambda t, n: t.plural("{n} svar om en gang", "{n} svar om gange", n),
    "goal": lambda t, n: t.plural("{n} mål", "{n} mål", n),
    "goal_rating": lambda t, n: t.plural("{n} svar om et mål", "{n} svar om mål", n),
    "pairing": lambda t, n: t.plural("{n} forbindelse", "{n} forbindelser", n),
    "taken_plan": lambda t, n: t.plural("{n} plan", "{n} planer", n),
    "screening": lambda t, n: t.plural("{n} tjek af tegn", "{n} tjek af tegn", n),
    "doctor_card": lambda t, n: t.plural("{n} felt til lægen", "{n} felter til lægen", n),
    "reading": lambda t, n: t.plural("{n} lektion", "{n} lektioner", n),
    "reflection": lambda t, n: t.plural("{n} egen tanke", "{n} egne tanker", n),
    "balance": lambda t, n: t.plural("{n} vægtskål", "{n} vægtskåle", n),
    "reminder": lambda t, n: t.plural("{n} påmindelse", "{n} påmindelser", n),
    "ring": lambda t, n: t.plural("{n} gang, det ringede", "{n} gange, det ringede", n),
    "participant": lambda t, n: t.plural("{n} deltager", "{n} deltagere", n),
    "participant_report": lambda t, n: t.plural(
        "{n} rapport fra en deltager", "{n} rapporter fra deltagere", n
    ),
    "plan_template": lambda t, n: t.plural("{n} skabelon", "{n} skabeloner", n),
    "class_group": lambda t, n: t.plural("{n} hold", "{n} hold", n),
    "hand_over": lambda t, n: t.plural("{n} linje om en fil", "{n} linjer om filer", n),
}
THINGS = {
    "check_in": mark("Dagens tjek og note"),
    "flare": mark("En dårlig periode, der begyndte"),
    "pause": mark("En pause, der begyndte"),
    "session": mark("En træning"),
    "comfort": mark("Hvor tryg en øvelse føltes"),
    "step_decision": mark("Et valg om mængde"),
    "activity": mark("En aktivitet"),
    "care_plan": mark("En ændring af trin"),
    "level_trial": mark("Et trin, du prøver"),
    "home_test": mark("En test"),
    "course": mark("Et forløb, der begyndte"),
    "appointment": mark("Et svar om en gang på forløbet"),
    "goal": mark("Et mål"),
    "goal_rating": mark("Et svar om et mål"),
    "taken_plan": mark("En plan, du har taget imod"),
    "screening": mark("Et tjek af tegn"),
    "reading": mark("En læst lektion"),
    "reflection": mark("En tanke om en lektion"),
    "balance": mark("Vægtskålen"),
    "hand_over": mark("En linje om en fil"),
}


@ft.component
def DeletionScreen() -> ft.View:
    ui = use_ui()
    how, choose = use_value(lambda: THING)
    scope, ask = use_value(_nothing)

    def pick(value: str) -> None:
        choose(value)
        ask(None)

    way = {THING: OneThing, PERIOD: OnePeriod, KIND: OneKind}[how]
    return Frame(
        page_head(ui, ui.t("Slet noget"), ui.t("Mine data")),
        *[_undo(ui, deleted) for deleted in actions.undoable(ui.services)],
        _how(ui, how, pick),
        way(ask),
        *([_sure(ui, scope, partial(ask, None))] if scope else []),
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


Ask = Callable[[Scope | None], None]


@ft.component
def OneThing(ask: Ask) -> ft.Control:
    ui = use_ui()
    today = ui.services.clock.today()
    day, show = use_value(lambda: today)
    older, look_back = use_value(lambda: False)

    def pick(value: str) -> None:
        ask(None)
        show(day_of_choice(value))

    def pick_older(first: date, _last: date) -> None:
        ui.services.clock.refuse_future(first)
        ask(None)
        show(first)

    title = ui.t("Hvilken dag?")
    things = [one for one in actions.things_on(ui.services, day) if one.table in THINGS]
    rows = [_thing(ui, thing, ask) for thing in things]
    return stack(
        card(
            ui,
            heading(ui, title),
            choices(ui, title, day_choices(ui, day), day.isoformat(), pick),
            *(
                [PeriodFields(day, day, ui.t("Vis dagen"), pick_older, single=True)]
                if older
                else [
                    ft.Row(
                        [plain_button(ui, ui.t("En ældre dag"), lambda: look_back(True))], wrap=True
                    )
                ]
            ),
        ),
        rows_card(ui, *rows) if rows else card(ui, words(ui, ui.t("Der er ikke noget den dag."))),
    )


def _thing(ui: Ui, thing: Thing, ask: Ask) -> ft.Control:
    name = ui.t(THINGS[thing.table])
    detail = _detail(ui, thing)
    return row_button(ui, name, detail, lambda: ask(actions.of_thing(thing)))


def _detail(ui: Ui, thing: Thing) -> str:
    """Enough to tell two of a kind from each other."""
    kind = thing.values.get("kind")
    said = [ui.t(ACTIVITIES[ActivityKind(kind)][0])] if thing.table == "activity" and kind else []
    if isinstance(at := thing.values.get("started") or thing.values.get("at"), str):
        local = datetime.fromisoformat(f"{at}+00:00").astimezone(ui.services.clock.zone())
        said.append(formats.clock_time(ui.t, local))
    return ", ".join(said)


@ft.component
def OnePeriod(ask: Ask) -> ft.Control:
    ui = use_ui()
    today = ui.services.clock.today()

    def pick(first: date, last: date) -> None:
        ask(actions.of_period(ui.services, first, last))

    return card(
        ui,
        heading(ui, ui.t("Hvilken tid?")),
        note(ui, ui.t("Alt, der ligger på en dag fra den første til den sidste, begge med.")),
        PeriodFields(today - timedelta(days=6), today, ui.t("Se, hvad der er"), pick),
    )


@ft.component
def OneKind(ask: Ask) -> ft.Control:
    ui = use_ui()
    rows = [_kind(ui, kind, ask) for kind in KINDS]
    there = [row for row in rows if row]
    if not there:
        return card(ui, words(ui, ui.t("Der er ikke noget at slette endnu.")))
    return rows_card(ui, *there)


def _kind(ui: Ui, kind: Kind, ask: Ask) -> ft.Control | None:
    scope = actions.of_kind(kind)
    counts = actions.what_would_go(ui.services, scope)
    if not counts:
        return None
    return row_button(ui, ui.t(KINDS[kind]), ", ".join(_told(ui, counts)), lambda: ask(scope))


def _told(ui: Ui, counts: Mapping[str, int]) -> list[str]:
    return [in_words(ui.t, counts[name]) for name, in_words in COUNTED.items() if counts.get(name)]


def _sure(ui: Ui, scope: Scope, keep: Callable[[], None]) -> ft.Control:
    counts = actions.what_would_go(ui.services, scope)
    if not counts:
        return card(ui, words(ui, ui.t("Der er ikke noget at slette.")))
    minutes = WINDOW // 60_000

    def delete() -> None:
        deleted = tried(ui, lambda: actions.delete(ui.services, scope))
        keep()
        if deleted:
            ui.say(Notice(ui.t("Slettet. Du kan fortryde i {n} minutter.", n=minutes)))

    return card(
        ui,
        heading(ui, ui.t("Det bliver slettet"), Type.SPEAK),
        *[dotted(ui, text) for text in _told(ui, counts) or [ui.t("Små ting uden navn")]],
        words(ui, ui.t("Det, du har rettet undervejs, går med.")),
        ft.Row(
            [
                grave_button(ui, ui.t("Ja, slet det"), delete),
                plain_button(ui, ui.t("Nej, behold"), keep),
            ],
            wrap=True,
        ),
    )


def _undo(ui: Ui, deleted: Deleted) -> ft.Control:
    def undo() -> None:
        tried(ui, lambda: actions.undo(ui.services, deleted))
        ui.say(Notice(ui.t("Fortrudt")))

    def finish() -> None:
        tried(ui, lambda: actions.finish(ui.services, now=True))
        ui.say(Notice(ui.t("Det er slettet endeligt.")))

    left = max(1, round((deleted.until - ui.services.clock.steady()) / 60_000))
    return card(
        ui,
        heading(ui, ui.t("Slettet for lidt siden"), Type.SPEAK),
        *[dotted(ui, text) for text in _told(ui, deleted.counts)],
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
