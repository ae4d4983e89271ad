"""Kilder: every source with its standing, and on tap everything that rests on it."""

from collections.abc import Sequence
from functools import partial

import flet as ft

from lbp_app.content.library import Source, say
from lbp_app.content.uses import InLesson, Use, Uses, uses_of
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card, page_head, stack, told
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import keyed
from lbp_app.screens.lesson_rows import address
from lbp_app.screens.sources import unreviewed
from lbp_app.screens.theme import Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, label, note, words


@ft.component
def SourceListScreen() -> ft.View:
    ui = use_ui()
    lead = ui.t("Alt, hvad appen siger om ryggen, har en kilde. Her kan du se, hvad der står hvor.")
    return Frame(
        page_head(ui, ui.t("Kilder"), ui.t("Viden")),
        words(ui, lead),
        *(keyed(SourceCard, source.key)(source) for source in ui.library.sources.values()),
        note(ui, unreviewed(ui)),
    )


@ft.component
def SourceCard(source: Source) -> ft.Control:
    ui = use_ui()
    shown, show = ft.use_state(False)
    title = say(ui.t, source.title)
    name = ui.t("Skjul") if shown else ui.t("Se, hvad der bygger på den")
    toggle = link(ui, name, lambda: show(not shown), said=f"{name}: {title}")
    year = f", {source.year}" if source.year else ""
    return card(
        ui,
        heading(ui, f"{title}{year}", Type.ITEM),
        told(ui, "check" if source.in_force else "history", say(ui.t, source.standing)),
        ft.Row(
            [note(ui, ui.t("Under “Vis kilde” hedder den {key}.", key=source.key)), toggle],
            wrap=True,
        ),
        *(_used(ui, uses_of(ui.library, source.key)) if shown else []),
        spacing=Space.XS,
    )


def _used(ui: Ui, uses: Uses) -> list[ft.Control]:
    parts = [
        _group(ui, ui.t("Lektioner"), [_lesson(ui, one) for one in uses.lessons]),
        _group(ui, ui.t("Til dig i dag"), _lines(ui, uses.messages)),
        _group(ui, ui.t("Tegn, du skal reagere på"), _lines(ui, uses.signs)),
        _group(ui, ui.t("Tjek af tegn"), _judged(ui, uses.judged)),
        _group(ui, ui.t("Øvelser"), _lines(ui, uses.exercises)),
        _group(ui, ui.t("Andet"), _lines(ui, uses.others)),
    ]
    found = [part for part in parts if part]
    return found or [note(ui, ui.t("Intet i denne udgave bygger på den."))]


def _group(ui: Ui, title: str, lines: Sequence[ft.Control]) -> ft.Control | None:
    return stack(label(ui, title), *lines, spacing=6) if lines else None


def _lesson(ui: Ui, used: InLesson) -> ft.Control:
    lesson = ui.library.lesson(used.lesson)
    opens = link(ui, say(ui.t, lesson.title), partial(ui.go, address(lesson)))
    return stack(ft.Row([opens], wrap=True), *_lines(ui, used.cards), spacing=2)


def _judged(ui: Ui, count: int) -> list[ft.Control]:
    return [note(ui, ui.t.plural("{n} regel", "{n} regler", count))] if count else []


def _lines(ui: Ui, uses: Sequence[Use]) -> list[ft.Control]:
    return [note(ui, f"{say(ui.t, use.said)} ({', '.join(use.places)})") for use in uses]
