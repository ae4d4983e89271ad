"""A line chart with its gaps, its words and its numbers as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import flet as ft

from lbp_app.content import formats
from lbp_app.screens.cards import line, stack
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import note, words


@dataclass(frozen=True)
class Series:
    """`values` one a step; None where nothing was answered, and there the line stops."""

    name: str
    values: Sequence[float | None]
    color: str
    dash: tuple[int, int] | None = None


def number(ui: Ui, value: float | None) -> str:
    if value is None:
        return "–"
    return str(int(value)) if value == int(value) else formats.decimal(ui.t, value)


def chart(ui: Ui, series: Sequence[Series], labels: Mapping[int, str], said: str) -> ft.Semantics:
    """`labels` under the steps; `said` is the whole picture in words."""
    from lbp_app.screens.plot import plot  # and flet_charts: a tenth of a start

    body = plot(ui, series, labels)
    return ft.Semantics(
        content=body, label=said, image=True, container=True, exclude_semantics=True
    )


def legend(ui: Ui, series: Sequence[Series]) -> ft.Row:
    return ft.Row([_key(ui, s) for s in series], spacing=20, wrap=True, run_spacing=4)


def _key(ui: Ui, series: Series) -> ft.Row:
    width = 8 if series.dash else 20
    strokes = [
        ft.Container(width=width, height=4, border_radius=2, bgcolor=series.color)
        for _ in range(2 if series.dash else 1)
    ]
    sign = ft.Row(list(strokes), spacing=4, tight=True)
    return ft.Row([sign, words(ui, series.name, Type.LABEL, Role.SOFT)], spacing=8, tight=True)


def table(ui: Ui, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> ft.Column:
    """The same numbers as rows that wrap; each row is one sentence for a screen reader, and for
    the eye where letters are large: it says its heads itself.
    """
    drawn = [_row(ui, heads, row) for row in rows]
    if not ui.look.large:
        drawn.insert(0, _spoken(_cells(ui, heads, head=True), ", ".join(heads)))
    parted = (part for row in drawn for part in (line(), row))
    return stack(*list(parted)[1:], spacing=0)


def _row(ui: Ui, heads: Sequence[str], cells: Sequence[str]) -> ft.Semantics:
    none = ui.t("ikke besvaret")
    said = ", ".join(f"{h}: {none if c == '–' else c}" for h, c in zip(heads, cells, strict=True))
    return _spoken(note(ui, said, Role.INK) if ui.look.large else _cells(ui, cells), said)


def _spoken(body: ft.Control, said: str) -> ft.Semantics:
    padded = ft.Container(body, padding=padding(0, 11, 0, 11))
    return ft.Semantics(content=padded, label=said, container=True, exclude_semantics=True)


def _cells(ui: Ui, cells: Sequence[str], head: bool = False) -> ft.Row:
    drawn = [_cell(ui, text, first=not n, head=head) for n, text in enumerate(cells)]
    return ft.Row(list(drawn), spacing=Space.XS)


def _cell(ui: Ui, text: str, first: bool, head: bool) -> ft.Container:
    soft = head or text == "–"
    face = Type.LABEL if head else Type.BODY
    align = ft.TextAlign.START if first else ft.TextAlign.END
    shown = words(ui, text, face, Role.SOFT if soft else Role.INK, text_align=align)
    return ft.Container(shown, expand=4 if first else 2)
