"""The second tap of writing an activity down: how long it took."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import activity as actions
from lbp_app.model.activity import MOST_MINUTES, ActivityKind
from lbp_app.screens.buttons import link, soft_button, tap
from lbp_app.screens.cards import stack
from lbp_app.screens.choices import choices
from lbp_app.screens.days import day_choices, day_of_choice
from lbp_app.screens.fields import text_field, use_refusal
from lbp_app.screens.hooks import use_single, use_value
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note, words

MINUTES = (10, 20, 30, 45, 60)


@ft.component
def NewActivity(kind: ActivityKind, name: str, done: Callable[[], None]) -> ft.Control:
    """`name` of the kind as it is shown; `done` is called once it is kept."""
    ui = use_ui()
    today = ui.today
    day, set_day = use_value(lambda: today)
    text, own = ft.use_ref(""), ft.use_ref("")
    more, set_more = ft.use_state(False)
    any_number, set_any_number = ft.use_state(False)
    number_refused, refuse_number = use_refusal(ui)
    note_refused, refuse_note = use_refusal(ui)
    single = use_single(ui.services.clock)

    def keep(minutes: int) -> None:
        single(lambda: kept(minutes))

    def kept(minutes: int) -> bool:
        action = partial(actions.log_activity, ui.services, kind, minutes, day, text.current or "")
        if any_number or more:
            why = ui.attempt(action)
            of_number = not more or not 1 <= minutes <= MOST_MINUTES
            refuse_number(why if of_number else None)
            refuse_note(None if of_number else why)
            saved = not why
        else:
            saved = ui.act(action)
        if saved:
            done()
        return saved

    def keep_own() -> None:
        said = (own.current or "").strip()
        keep(int(said) if said.isdecimal() and len(said) < 6 else 0)

    return stack(
        note(ui, ui.t("Hvor længe? Et tryk gemmer.")),
        _minutes(ui, name, keep),
        *(_own_number(ui, own, number_refused, keep_own) if any_number else []),
        *(_day_and_note(ui, day, set_day, text, note_refused) if more else []),
        ft.Row(
            [
                *_unless(any_number, ui, ui.t("Et andet antal"), partial(set_any_number, True)),
                *_unless(more, ui, ui.t("En anden dag eller en note"), partial(set_more, True)),
            ],
            wrap=True,
            spacing=Space.M,
            run_spacing=0,
        ),
        spacing=Space.S,
    )


def _minutes(ui: Ui, name: str, keep: Callable[[int], None]) -> ft.Control:
    pills = [_pill(ui, name, n, keep) for n in MINUTES]
    return ft.Row(list(pills), spacing=Space.XS, run_spacing=Space.XS, wrap=True)


def _pill(ui: Ui, name: str, n: int, keep: Callable[[int], None]) -> ft.Control:
    text = ui.t("{n} min", n=n)
    face = words(ui, text, Type.ITEM, Role.ON_STAGE, semantics_label=f"{name}, {text}")
    room = (16, 13, 16, 13)
    return tap(face, partial(keep, n), bg=Role.STAGE, radius=Radius.TILE, padding=room)


def _own_number(
    ui: Ui, own: "ft.MutableRef[str]", refused: str, keep: Callable[[], None]
) -> list[ft.Control]:
    field = text_field(
        ui,
        ui.t("Minutter"),
        own.current or "",
        error=refused or None,
        on_change=partial(_hear, own),
        keyboard_type=ft.KeyboardType.NUMBER,
    )
    return [field, soft_button(ui, ui.t("Gem"), keep)]


def _day_and_note(
    ui: Ui,
    day: object,
    set_day: Callable[..., None],
    text: "ft.MutableRef[str]",
    refused: str,
) -> list[ft.Control]:
    def pick(value: str) -> None:
        set_day(day_of_choice(value))

    field = text_field(
        ui,
        ui.t("Note"),
        text.current or "",
        error=refused or None,
        helper=ui.t("Frivilligt"),
        on_change=partial(_hear, text),
    )
    return [choices(ui, ui.t("Hvilken dag?"), day_choices(ui), str(day), pick), field]


def _hear(kept: "ft.MutableRef[str]", e: ft.Event[ft.TextField]) -> None:
    kept.current = e.control.value


def _unless(shown: bool, ui: Ui, text: str, open_it: Callable[[], None]) -> list[ft.Control]:
    return [] if shown else [link(ui, text, open_it)]
