"""One home test: the picture, the words, the clock, and one's own result."""

from functools import partial

import flet as ft

from lbp_app.actions import care_plan
from lbp_app.actions import home_test as actions
from lbp_app.content.library import say
from lbp_app.content.progression import HomeTest as WrittenTest
from lbp_app.model.history import Change
from lbp_app.model.home_test import COUNTED_FOR, HomeTest, Timing, newest
from lbp_app.screens.buttons import link, main_button, plain_button, soft_button
from lbp_app.screens.cards import card, columns, page_head, stack, told
from lbp_app.screens.fields import kept, text_field, use_refusal
from lbp_app.screens.figures import Moving
from lbp_app.screens.frame import TWO_COLUMNS, Frame, half
from lbp_app.screens.home_tests import after, change_in_words, result_of, tests_paused, written
from lbp_app.screens.hooks import keyed, use_single
from lbp_app.screens.places import lost
from lbp_app.screens.player_parts import ring_of
from lbp_app.screens.playing import use_screen_awake
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.sources import Sources
from lbp_app.screens.stopped import is_stopped
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.timing import moment, use_timing
from lbp_app.screens.trying import nothing_to_keep, tried
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

STAGE = 260  # px high
LIST = "/forloeb/test"


@ft.component
def HomeTestScreen() -> ft.View:
    ui = use_ui()
    test = written(ui, ft.use_route_params()["test"])
    if test is None:
        return lost(ui)
    exercise = ui.library.exercise(test.drawing)
    stage = keyed(Moving, f"test-{test.id}")(exercise, half(ui), STAGE)
    clock = keyed(ClockCard, f"clock-{test.id}")(test)
    result = keyed(ResultCard, f"result-{test.id}")(test)
    back = ft.Row([link(ui, ui.t("Alle fire test"), partial(ui.go, LIST))], wrap=True)
    return Frame(
        stack(page_head(ui, say(ui.t, test.name), ui.t("Fire små test")), back, spacing=Space.XS),
        columns(ui, [stage, _how(ui, test)], [clock, result, _on(ui, test)]),
        most=TWO_COLUMNS,
    )


def _how(ui: Ui, test: WrittenTest) -> ft.Control:
    stop = ui.t(
        "Stop, når du vil. Det må gerne kunne mærkes. Bliver et ben pludselig svagt eller "
        "følelsesløst, så stop helt, og se tegnene."
    )
    return card(
        ui,
        words(ui, say(ui.t, test.how)),
        told(ui, "pause", stop),
        ft.Row([link(ui, ui.t("Tegn, du skal reagere på"), partial(ui.go, "/tegn"))], wrap=True),
        Sources(tuple(test.sources)),
    )


def _on(ui: Ui, test: WrittenTest) -> ft.Control:
    following = after(ui, test)
    if following is None:
        return plain_button(ui, ui.t("Færdig med testene"), partial(ui.go, LIST))
    go = partial(ui.go, f"{LIST}/{following.id}")
    return plain_button(ui, ui.t("Spring til den næste test"), go)


# --- the clock ----------------------------------------------------------------------------------


@ft.component
def ClockCard(test: WrittenTest) -> ft.Control:
    """Nothing for a test that is measured."""
    ui = use_ui()
    which = HomeTest(test.id)
    timed = use_timing(ui, which)
    use_screen_awake()

    def begin() -> None:
        tried(ui, partial(actions.begin_timing, ui.services, which))

    def stop() -> None:
        held = which is not HomeTest.CHAIR_STANDS and actions.timing(ui.services) is not None
        ui.act(partial(actions.stop_timing, ui.services), nothing_to_keep if held else None)

    if timed is None and is_stopped(ui):
        return tests_paused(ui)
    if test.unit == "cm":
        return note(ui, ui.t("Her er intet ur. Mål, og skriv resultatet."))
    if timed is None:
        text = (
            ui.t(
                "Uret giver dig 5 sekunder til at komme på plads og siger til efter {n} sekunder.",
                n=COUNTED_FOR,
            )
            if which is HomeTest.CHAIR_STANDS
            else ui.t("Uret giver dig 5 sekunder til at komme på plads. Tryk stop, når du vil.")
        )
        return card(ui, words(ui, text), main_button(ui, ui.t("Start uret"), begin, "timer"))
    return card(ui, *_running(ui, timed), plain_button(ui, ui.t("Stop"), stop), spacing=Space.M)


def _running(ui: Ui, timed: Timing) -> list[ft.Control]:
    lead, gone = moment(ui, timed)
    if lead:
        return [_middle(words(ui, ui.t("Gør dig klar"), Type.SPEAK)), _ring(ui, lead, 5)]
    if timed.test is HomeTest.CHAIR_STANDS:
        if timed.is_over(ui.services.clock):
            ask = ui.t("Tiden er gået. Hvor mange gange kom du op?")
            return [_middle(words(ui, ask, Type.SPEAK))]
        left = COUNTED_FOR - gone
        return [
            _middle(words(ui, ui.t("Rejs dig og sæt dig"), Type.SPEAK)),
            _ring(ui, left, COUNTED_FOR),
        ]
    return [
        _middle(words(ui, ui.t("Bliv der, så længe du vil"), Type.SPEAK)),
        _ring(ui, gone, timed.most),
    ]


def _middle(content: ft.Control) -> ft.Control:
    return ft.Container(content, alignment=MIDDLE)


def _ring(ui: Ui, seconds: int, whole: int) -> ft.Control:
    said = ui.t.plural("{n} sekund", "{n} sekunder", seconds)
    return _middle(ring_of(ui, seconds, whole, said))


# --- the result ---------------------------------------------------------------------------------


@ft.component
def ResultCard(test: WrittenTest) -> ft.Control:
    """One's own change, and a field for a number that was counted or measured."""
    ui = use_ui()
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    refused, refuse = use_refusal(ui)
    single = use_single(ui.services.clock)
    change = actions.changes(ui.services).get(HomeTest(test.id))

    def keep() -> bool:
        return kept(
            ui, refuse, lambda: _kept(ui, test, field.current.value if field.current else "")
        )

    names = {
        "times": ui.t("Antal gange"),
        "seconds": ui.t("Antal sekunder"),
        "cm": ui.t("Centimeter til gulvet"),
    }
    own = [] if change is None else [words(ui, change_in_words(ui, test, change), Type.SPEAK)]
    return card(
        ui,
        heading(ui, ui.t("Dit resultat")),
        *own,
        text_field(
            ui,
            names[test.unit],
            (field.current.value if field.current else "") or "",
            ref=field,
            error=refused or None,
            keyboard_type=ft.KeyboardType.NUMBER,
            on_submit=partial(single, keep),
        ),
        stack(
            soft_button(ui, ui.t("Gem resultatet"), partial(single, keep)),
            *_forget(ui, test),
            spacing=0,
        ),
        spacing=Space.M,
    )


def _forget(ui: Ui, test: WrittenTest) -> list[ft.Control]:
    last = newest(ui.services.home_tests.all()).get(HomeTest(test.id))
    if last is None:
        return []
    forget = partial(care_plan.forget_home_test, ui.services, last.id)
    text = ui.t("Fjern det nyeste resultat")
    return [ft.Row([link(ui, text, lambda: ui.act(forget), color=Role.MAIN)], wrap=True)]


def _kept(ui: Ui, test: WrittenTest, typed: str) -> Change:
    return actions.note_result(ui.services, HomeTest(test.id), result_of(typed))
