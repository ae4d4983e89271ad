"""One exercise of a session that was done: what, how much, and, only if wanted, how it was."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from lbp_app.actions import session as actions
from lbp_app.content.wording import mark
from lbp_app.model.exercise import Mode
from lbp_app.model.session import MOST_OF_A_SET, MOST_SETS, Item, Question
from lbp_app.screens.buttons import link, round_button, tap
from lbp_app.screens.cards import between, stack
from lbp_app.screens.choices import ends, scale
from lbp_app.screens.figures import tile
from lbp_app.screens.levels import level_badge
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Radius, Role, Space, Type
from lbp_app.screens.trainings import done_in_words, exercise_name, listed, variation_name
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading, icon, note, words

STILL = 68  # px
SECONDS = 5  # one step of a correction; of repetitions it is one


@dataclass(frozen=True)
class Asked:
    """`name` for a screen reader; `low` and `high` stand under 0 and 10."""

    name: str
    ask: str
    low: str
    high: str


ASKED = {
    Question.EFFORT: Asked(
        mark("Kræfter"),
        mark("Hvor mange kræfter tog det?"),
        mark("ingen"),
        mark("alle dem, du havde"),
    ),
    Question.PAIN: Asked(
        mark("Smerte"),
        mark("Hvor ondt gjorde det undervejs?"),
        mark("ingen smerte"),
        mark("værst tænkelig"),
    ),
    Question.SAFE: Asked(
        mark("Tryg"),
        mark("Hvor tryg er du ved den her?"),
        mark("slet ikke"),
        mark("helt tryg"),
    ),
}


@dataclass(frozen=True)
class Place:
    """Where an item stands; `room` is the width in px inside the card."""

    session_id: str
    at: int
    room: float


def item_row(
    ui: Ui, item: Item, place: Place, opened: bool, toggle: Callable[[], None]
) -> ft.Control:
    """A line that unfolds; nothing in it has to be answered."""
    name = exercise_name(ui, item.exercise)
    says = stack(
        words(ui, name, Type.ITEM),
        *([level_badge(ui, item.level, Role.SOFT)] if item.level else []),
        *(note(ui, line) for line in _lines(ui, item)),
        spacing=4,
    )
    says.expand = True
    picture = [] if ui.look.large else [tile(ui, item.exercise, STILL)]
    sign = icon("chevron-up" if opened else "chevron-down", 20, Role.EDGE)
    row = tap(
        ft.Row([*picture, says, sign], spacing=14),
        toggle,
        radius=Radius.TILE + 2,
        padding=(8, 10, 8, 10),
    )
    return stack(row, *(_unfolded(ui, item, place) if opened else []), spacing=2)


def _lines(ui: Ui, item: Item) -> list[str]:
    """Amount and variation; then the answers."""
    variation = variation_name(ui, item)
    done = done_in_words(ui, item)
    lines = [listed([done, variation]) if variation else done]
    said = {which: item.answer(which) for which in Question}
    told = [
        ui.t("{name} {n}", name=ui.t(ASKED[which].name), n=value)
        for which, value in said.items()
        if value is not None and not ui.preferences.numbers_off
    ]
    return [*lines, *([listed(told)] if told else [])]


def _unfolded(ui: Ui, item: Item, place: Place) -> list[ft.Control]:
    asked = [] if ui.preferences.numbers_off else list(Question)
    body = [*(_ask(ui, item, place, which) for which in asked), _amounts(ui, item, place)]
    return [ft.Container(stack(*body, spacing=Space.M), padding=padding(12, 8, 12, 16))]


def _ask(ui: Ui, item: Item, place: Place, which: Question) -> ft.Control:
    asked, value = ASKED[which], item.answer(which)
    name = ui.t(asked.name)

    def say(n: int | None) -> None:
        ui.act(lambda: actions.answer_item(ui.services, place.session_id, place.at, which, n))

    said = ui.t("Ryd svaret: {name}", name=name)
    clear = link(ui, ui.t("Ryd svaret"), partial(say, None), said=said)
    return stack(
        heading(ui, ui.t(asked.ask), Type.SPEAK, 3),
        scale(ui, name, value, say, before=None, room=place.room),
        ends(ui, ui.t(asked.low), ui.t(asked.high), place.room),
        *([ft.Row([clear], wrap=True)] if value is not None else []),
        spacing=Space.XS,
    )


# --- how much -----------------------------------------------------------------------------------


def _amounts(ui: Ui, item: Item, place: Place) -> ft.Control:
    """Each set with less and more."""

    def put(done: list[int]) -> None:
        ui.act(lambda: actions.correct_item(ui.services, place.session_id, place.at, done))

    per_set = 2 if item.each_side else 1
    rows = [_amount(ui, item, at, put) for at in range(len(item.done))]
    add, drop = _one_set_more(ui, item, per_set), _one_set_less(item, per_set)
    links: list[ft.Control] = []
    if len(add) <= MOST_SETS:
        links.append(link(ui, ui.t("Et sæt mere"), partial(put, add)))
    if item.done:
        links.append(link(ui, ui.t("Et sæt mindre"), partial(put, drop)))
    return stack(
        heading(ui, ui.t("Hvor meget blev det?"), Type.SPEAK, 3),
        *rows,
        ft.Row(links, wrap=True, spacing=Space.M, run_spacing=0),
        spacing=Space.XS,
    )


def _one_set_more(ui: Ui, item: Item, per_set: int) -> list[int]:
    """As much as the last one, else the least of the dose; first the side that has none yet."""
    done = list(item.done)
    if len(done) % per_set:
        return [*done, done[-1]]
    least = ui.library.exercise(item.exercise).dose.amount[0]
    return [*done, *(done[-per_set:] or [least] * per_set)]


def _one_set_less(item: Item, per_set: int) -> list[int]:
    whole = (len(item.done) - 1) // per_set
    return list(item.done[: whole * per_set])


def _amount(ui: Ui, item: Item, at: int, put: Callable[[list[int]], None]) -> ft.Control:
    step = 1 if item.mode is Mode.REPS else SECONDS
    amount, name = item.done[at], _set_name(ui, item, at)

    def by(change: int) -> None:
        changed = min(MOST_OF_A_SET, max(0, amount + change))
        put([*item.done[:at], changed, *item.done[at + 1 :]])

    if item.mode is Mode.REPS:
        told = ui.t.plural("{n} gang", "{n} gange", amount)
    else:
        told = ui.t.plural("{n} sekund", "{n} sekunder", amount)
    less = round_button(ui, "minus", ui.t("Mindre: {name}", name=name), partial(by, -step))
    more = round_button(ui, "plus", ui.t("Mere: {name}", name=name), partial(by, step))
    steps = ft.Row(
        [
            less,
            ft.Container(words(ui, told, Type.ITEM), padding=ft.Padding.symmetric(horizontal=8)),
            more,
        ],
        tight=True,
        spacing=0,
    )
    return between(note(ui, name), steps)


def _set_name(ui: Ui, item: Item, at: int) -> str:
    if not item.each_side:
        return ui.t("Sæt {n}", n=at + 1)
    if at % 2:
        return ui.t("Sæt {n}, anden side", n=at // 2 + 1)
    return ui.t("Sæt {n}, første side", n=at // 2 + 1)
