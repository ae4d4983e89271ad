"""One or two scales over time: a sentence, their numbers as a table, and their lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import flet as ft

from lbp_app.content import formats
from lbp_app.content.wording import mark
from lbp_app.model.diary import Answers, Scale
from lbp_app.model.progress import Step, course, steps
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import between, card, stack
from lbp_app.screens.charts import Series, chart, legend, number, table
from lbp_app.screens.frame import TWO_COLUMNS
from lbp_app.screens.hooks import use_kept
from lbp_app.screens.questions import SCALES
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import label, note, words

DASH = (7, 6)
TABLE_DAILY = 7  # days up to which the table has a row a day; beyond, one a week


@dataclass(frozen=True)
class Stretch:
    """From `first` to `last`, both included. `check_ins` begin at `monday`, so that each week of
    the table is whole; `drawn` are the points of the lines.
    """

    first: date
    last: date
    monday: date
    check_ins: Sequence[Answers]
    drawn: Sequence[Step]

    @cached_property
    def inside(self) -> list[Answers]:
        return [c for c in self.check_ins if c.day >= self.first]

    @property
    def daily(self) -> bool:
        return (self.last - self.first).days < TABLE_DAILY


@ft.component
def LinesCard(stretch: Stretch, scales: tuple[Scale, ...]) -> ft.Control:
    """The table comes first for the keyboard; it opens above the lines."""
    ui = use_ui()
    as_table, set_table = ft.use_state(False)
    title = " · ".join(ui.t(SCALES[s].name) for s in scales)
    said = " ".join(_in_words(ui, stretch.inside, s) for s in scales)
    toggle = link(
        ui,
        ui.t("Skjul tabel") if as_table else ui.t("Vis som tabel"),
        lambda: set_table(not as_table),
        said=_table_name(ui, as_table, title),
        at_end=True,
    )
    return card(
        ui,
        between(label(ui, title), toggle),
        words(ui, said, Type.SPEAK),
        *([_table(ui, stretch, scales)] if as_table else []),
        _use_picture(
            ui, stretch.drawn, scales, ui.t("Graf: {title}. {said}", title=title, said=said)
        ),
    )


def _use_picture(ui: Ui, drawn: Sequence[Step], scales: Sequence[Scale], said: str) -> ft.Control:
    """Kept as it is while nothing in it changes: its many points cost most of a redraw."""
    labels = _labels(ui, drawn)

    def draw() -> ft.Control:
        lines = _series(ui, drawn, scales)
        picture = chart(ui, lines, labels, said)
        return stack(
            ft.Container(picture, padding=padding(top=8, right=4)),
            legend(ui, lines),
            note(
                ui,
                ui.t(
                    "0 er bedst, 10 er værst. Hvor linjen slipper, er der ingen svar. Det er helt "
                    "i orden."
                ),
            ),
            *_thinning(ui, drawn),
            spacing=Space.S,
        )

    return use_kept(ui, draw, drawn, said, labels)


def _table_name(ui: Ui, shown: bool, title: str) -> str:
    if shown:
        return ui.t("Skjul tabel: {title}", title=title)
    return ui.t("Vis som tabel: {title}", title=title)


def _series(ui: Ui, drawn: Sequence[Step], scales: Sequence[Scale]) -> list[Series]:
    looks = ((Role.MAIN, None), (Role.DUSK, DASH))
    return [
        Series(ui.t(SCALES[s].name), [step.values[s] for step in drawn], color, dash)
        for s, (color, dash) in zip(scales, looks, strict=False)
    ]


def _labels(ui: Ui, drawn: Sequence[Step]) -> dict[int, str]:
    """As many dates as keep apart in the width and at the size of text there is."""
    room = min(ui.look.column(TWO_COLUMNS), 440) - 90
    many = max(1, min(3, int(room // (95 * ui.look.scale))))
    if len(drawn) <= many:
        places = list(range(len(drawn)))
    else:
        places = [round((i + 0.5) * len(drawn) / many) for i in range(many)]
    return {at: formats.date_short(ui.t, drawn[at].start, ui.today) for at in places}


def _thinning(ui: Ui, drawn: Sequence[Step]) -> list[ft.Control]:
    size = drawn[0].days
    if size == 1:
        return []
    return [note(ui, ui.t("Hvert punkt er det midterste svar af {days} dage.", days=size))]


COURSE_WORDS = {
    Scale.BACK: (
        mark("Rygsmerten har ligget omkring {late}."),
        mark("Rygsmerten er gået fra omkring {early} til omkring {late}."),
    ),
    Scale.LEG: (
        mark("Bensmerten har ligget omkring {late}."),
        mark("Bensmerten er gået fra omkring {early} til omkring {late}."),
    ),
    Scale.HINDRANCE: (
        mark("Hvor meget det kom i vejen, har ligget omkring {late}."),
        mark("Hvor meget det kom i vejen, er gået fra omkring {early} til omkring {late}."),
    ),
    Scale.SLEEP: (
        mark("Søvnen har ligget omkring {late}."),
        mark("Søvnen er gået fra omkring {early} til omkring {late}."),
    ),
    Scale.MOOD: (
        mark("Humøret har ligget omkring {late}."),
        mark("Humøret er gået fra omkring {early} til omkring {late}."),
    ),
}


def _in_words(ui: Ui, check_ins: Sequence[Answers], scale: Scale) -> str:
    gone = course(check_ins, scale)
    if gone is None:
        return ui.t(
            "{scale}: der er for få svar endnu til at sige noget.", scale=ui.t(SCALES[scale].name)
        )
    same, moved = COURSE_WORDS[scale]
    return ui.t(same if gone.early == gone.late else moved, early=gone.early, late=gone.late)


def _table(ui: Ui, stretch: Stretch, scales: Sequence[Scale]) -> ft.Control:
    names = [ui.t(SCALES[s].name) for s in scales]
    if stretch.daily:
        days = steps(stretch.check_ins, stretch.first, stretch.last, 1)
        return table(ui, [ui.t("Dag"), *names], [_row(ui, d, scales) for d in reversed(days)])
    weeks = steps(stretch.check_ins, stretch.monday, stretch.last, 7)
    rows = [[*_row(ui, w, scales), ui.t("{n} af 7", n=w.answered)] for w in reversed(weeks)]
    return stack(
        table(ui, [ui.t("Uge fra"), *names, ui.t("Dage")], rows),
        note(ui, ui.t("Tallet er ugens midterste svar. Dage er dem med et svar.")),
        spacing=Space.XS,
    )


def _row(ui: Ui, step: Step, scales: Sequence[Scale]) -> list[str]:
    return [
        formats.date_short(ui.t, step.start, ui.today),
        *(number(ui, step.values[s]) for s in scales),
    ]
