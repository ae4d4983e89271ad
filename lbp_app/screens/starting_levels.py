"""Hvor vil du begynde?: everyone at 1, or three small tests at home; all of it can be changed."""

from collections.abc import Callable, Mapping
from functools import partial

import flet as ft

from lbp_app.actions import care_plan
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.content.progression import HomeTest as WrittenTest
from lbp_app.model.exercise import Group, Level
from lbp_app.model.history import Change
from lbp_app.model.home_test import HomeTest, Result, newest
from lbp_app.screens.buttons import link, main_button, soft_button
from lbp_app.screens.cards import between, card, columns, page_head, stack
from lbp_app.screens.choices import numbers
from lbp_app.screens.fields import kept, text_field, use_refusal
from lbp_app.screens.frame import TWO_COLUMNS, Frame, half
from lbp_app.screens.home_tests import result_of, test_safety
from lbp_app.screens.hooks import keyed, use_single, use_value
from lbp_app.screens.levels import level_badge, level_name, physio
from lbp_app.screens.shared import MIDDLE
from lbp_app.screens.sources import Sources
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, picture, words


@ft.component
def StartingLevelsScreen() -> ft.View:
    ui = use_ui()
    results = newest(ui.services.home_tests.all())
    suggested = care_plan.suggested_levels(ui.services)
    tests = [
        keyed(TestCard, one.id)(one, results.get(HomeTest(one.id)))
        for one in ui.library.progression.home_tests
        if one.group is not None
    ]
    shown = "-".join(str(level.value) for level in suggested.values())
    levels = keyed(LevelsCard, shown)(suggested, bool(results))
    back = link(ui, ui.t("Alle øvelser"), partial(ui.go, "/oevelser"))
    return Frame(
        stack(
            page_head(ui, ui.t("Hvor vil du begynde?"), ui.t("Dine øvelser")),
            words(ui, _lead(ui)),
            ft.Row([back], wrap=True),
            spacing=Space.XS,
        ),
        columns(ui, [_picture(ui), levels], [test_safety(ui), *tests]),
        most=TWO_COLUMNS,
    )


def _picture(ui: Ui) -> ft.Control:
    return ft.Container(picture(ui, "mat-and-chair", height=150), alignment=MIDDLE)


def _lead(ui: Ui) -> str:
    return ui.t(
        "Alle kan begynde på trin 1. Har du lyst, er her tre små test. De giver et forslag, og du "
        "bestemmer."
    )


@ft.component
def TestCard(test: WrittenTest, result: Result | None) -> ft.Control:
    ui = use_ui()
    field: ft.Ref[ft.TextField] = ft.use_memo(ft.Ref, [])
    refused, refuse = use_refusal(ui)
    single = use_single(ui.services.clock)
    typed = field.current.value if field.current else ""

    def keep() -> bool:
        return kept(
            ui, refuse, lambda: _kept(ui, test, field.current.value if field.current else "")
        )

    name = ui.t("Antal gange") if test.unit == "times" else ui.t("Antal sekunder")
    number = text_field(
        ui,
        name,
        typed or "",
        ref=field,
        error=refused or None,
        keyboard_type=ft.KeyboardType.NUMBER,
        on_submit=partial(single, keep),
    )
    return card(
        ui,
        heading(ui, say(ui.t, test.name)),
        words(ui, say(ui.t, test.how)),
        number,
        ft.Row([soft_button(ui, ui.t("Gem resultatet"), partial(single, keep))], wrap=True),
        *([_result(ui, result)] if result else []),
        Sources(tuple(test.sources)),
        spacing=Space.M,
    )


def _kept(ui: Ui, test: WrittenTest, typed: str) -> Change:
    return care_plan.note_home_test(ui.services, HomeTest(test.id), result_of(typed))


def _result(ui: Ui, result: Result) -> ft.Control:
    day = formats.date_full(ui.t, result.day)
    text = ui.t("Dit resultat: {n}, {day}", n=result.value, day=day)
    forget = partial(care_plan.forget_home_test, ui.services, result.id)
    wipe = link(ui, ui.t("Fjern resultatet"), lambda: ui.act(forget))
    return stack(words(ui, text), ft.Row([wipe], wrap=True), spacing=0)


@ft.component
def LevelsCard(suggested: Mapping[Group, Level], tested: bool) -> ft.Control:
    """A suggestion for each group, which can be changed before it is kept."""
    ui = use_ui()
    chosen, choose = use_value(lambda: dict(suggested))
    name = physio(ui)
    if name:
        return _belongs_to(ui, name)

    def pick(group: Group, level: int) -> None:
        choose({**chosen, group: Level(level)})

    def begin() -> None:
        if ui.act(partial(care_plan.begin_at, ui.services, chosen)):
            ui.go("/oevelser")

    text = (
        ui.t("Forslaget bygger på dine test. Der, hvor der ingen test er, er det trin 1.")
        if tested
        else ui.t("Her er alle på trin 1. Vælg gerne noget andet.")
    )
    names = {Group(one.id): say(ui.t, one.name) for one in ui.library.exercise_groups}
    rows = [_row(ui, group, told, chosen, pick) for group, told in names.items()]
    return card(
        ui,
        heading(ui, ui.t("Dine otte trin")),
        note(ui, text),
        *rows,
        main_button(ui, ui.t("Begynd her"), begin),
        spacing=Space.M,
    )


def _row(
    ui: Ui,
    group: Group,
    name: str,
    chosen: Mapping[Group, Level],
    pick: Callable[[Group, int], None],
) -> ft.Control:
    told = {
        level.value: ui.t("{group}: {level}", group=name, level=level_name(ui, level).lower())
        for level in Level
    }
    level = chosen[group]
    answer = numbers(
        ui, name, told, level.value, partial(pick, group), room=half(ui) - 2 * ui.look.inset
    )
    head = between(words(ui, name, Type.ITEM), level_badge(ui, level))
    return stack(head, answer, spacing=6)


def _belongs_to(ui: Ui, name: str) -> ft.Control:
    text = ui.t(
        "{name}, fysioterapeut, har sat dine trin. Dem ændrer testene ikke. Du kan tage resultatet "
        "med næste gang, I ses.",
        name=name,
    )
    return card(ui, heading(ui, ui.t("Dine otte trin")), words(ui, text))
