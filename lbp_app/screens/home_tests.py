"""Fire små test: what they are, and how one's own results have changed, in words."""

from functools import partial

import flet as ft

from lbp_app.actions import home_test as actions
from lbp_app.content import formats
from lbp_app.content.library import say
from lbp_app.content.progression import HomeTest as WrittenTest
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.home_test import MOST, HomeTest, OwnChange
from lbp_app.screens.buttons import lead_icon, row_button
from lbp_app.screens.cards import card, columns, page_head, stack, told
from lbp_app.screens.figures import tile
from lbp_app.screens.frame import TWO_COLUMNS, Frame
from lbp_app.screens.stopped import is_stopped, paused_card
from lbp_app.screens.theme import Role, Space
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

STILL = 60  # px


@ft.component
def HomeTestsScreen() -> ft.View:
    ui = use_ui()
    changes = actions.changes(ui.services)
    rows = [_row(ui, one, changes.get(HomeTest(one.id))) for one in _written(ui)]
    lead = ui.t(
        "Prøv dem ved begyndelsen og ved afslutningen, og se din egen forskel. Der er intet "
        "facit, og alle kan springes over."
    )
    first = tests_paused(ui) if is_stopped(ui) else test_safety(ui)
    return Frame(
        stack(
            page_head(ui, ui.t("Fire små test"), ui.t("Forløb")),
            words(ui, lead),
            spacing=Space.XS,
        ),
        columns(ui, [card(ui, *rows, padding=8, spacing=0)], [first, _honest(ui)]),
        most=TWO_COLUMNS,
    )


def tests_row(ui: Ui) -> ft.Control:
    """The way to them."""
    taken = len(actions.changes(ui.services))
    text = ui.t("{n} af 4 er taget", n=taken) if taken else ui.t("Rejse sig, holde, bøje sig")
    go = partial(ui.go, "/forloeb/test")
    return row_button(ui, ui.t("Fire små test"), text, go, lead_icon("timer"))


def test_safety(ui: Ui) -> ft.Control:
    return card(
        ui,
        heading(ui, ui.t("Før du prøver en test"), color=Role.ON_WARM),
        told(
            ui, "house", ui.t("Vær nær en væg eller et bord, du kan støtte dig til."), Role.ON_WARM
        ),
        told(ui, "pause", ui.t("Stop, når du vil. Det tæller også."), Role.ON_WARM),
        told(ui, "leaf", ui.t("Alle test er frivillige. Vent gerne til en god dag."), Role.ON_WARM),
        bg=Role.WARM_BOX,
    )


def tests_paused(ui: Ui) -> ft.Control:
    text = ui.t("Testene holder pause, til en læge har hørt om dine svar.")
    return paused_card(ui, text)


def _honest(ui: Ui) -> ft.Control:
    text = ui.t(
        "En lille forskel kan være dagsform. Hvor stor den skal være for at sige noget, fortæller "
        "vores kilder ikke."
    )
    return card(ui, note(ui, text))


def _written(ui: Ui) -> list[WrittenTest]:
    return list(ui.library.progression.home_tests)


def written(ui: Ui, test: str) -> WrittenTest | None:
    return next((one for one in _written(ui) if one.id == test), None)


def after(ui: Ui, test: WrittenTest) -> WrittenTest | None:
    """The next of them."""
    tests = _written(ui)
    return next(iter(tests[tests.index(test) + 1 :]), None)


def _row(ui: Ui, test: WrittenTest, change: OwnChange | None) -> ft.Control:
    text = change_in_words(ui, test, change) if change else ui.t("Ikke taget endnu")
    go = partial(ui.go, f"/forloeb/test/{test.id}")
    return row_button(ui, say(ui.t, test.name), text, go, tile(ui, test.drawing, STILL))


# --- own change ---------------------------------------------------------------------------------


def result_of(typed: str) -> int:
    """A number as somebody types it; AnswerRefusedError for what is none, or far too much."""
    text = typed.strip()
    if not text.isdecimal() or len(text) > 4:
        raise AnswerRefusedError("error.home_test", most=MOST)
    return int(text)


def amount(ui: Ui, test: WrittenTest, value: int) -> str:
    match test.unit:
        case "times":
            return ui.t.plural("{n} gang", "{n} gange", value)
        case "seconds":
            return ui.t.plural("{n} sekund", "{n} sekunder", value)
    return ui.t("{n} cm", n=value)


def change_in_words(ui: Ui, test: WrittenTest, change: OwnChange) -> str:
    """ "5. okt.: 9 gange. 30. nov.: 13 gange. Det er 4 gange mere." Never a grade."""
    first = amount(ui, test, change.first.value)
    day = formats.date_short(ui.t, change.first.day, ui.today)
    if change.last is None:
        return ui.t("{day}: {amount}", amount=first, day=day)
    told_ = ui.t(
        "{day}: {first}. {later}: {last}.",
        first=first,
        day=day,
        last=amount(ui, test, change.last.value),
        later=formats.date_short(ui.t, change.last.day, ui.today),
    )
    return f"{told_} {_difference(ui, test, change.last.value - change.first.value)}"


def _difference(ui: Ui, test: WrittenTest, more: int) -> str:
    if not more:
        return ui.t("Det er det samme.")
    much = amount(ui, test, abs(more))
    match test.unit, more > 0:
        case "times", True:
            return ui.t("Det er {amount} mere.", amount=much)
        case "times", False:
            return ui.t("Det er {amount} mindre.", amount=much)
        case "seconds", True:
            return ui.t("Det er {amount} længere.", amount=much)
        case "seconds", False:
            return ui.t("Det er {amount} kortere.", amount=much)
        case _, True:
            return ui.t("Det er {amount} længere fra gulvet.", amount=much)
    return ui.t("Det er {amount} tættere på gulvet.", amount=much)
