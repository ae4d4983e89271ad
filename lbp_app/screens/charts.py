"""A line chart with its gaps, its words and its numbers as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import flet as ft
import flet_charts as fc  # type: ignore[import-untyped]

from lbp_app.content import formats
from lbp_app.model.diary import HIGHEST
from lbp_app.model.progress import runs
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
    steps = max(len(s.values) for s in series)
    drawn = [run for s in series for run in _lines(ui, s)]
    grow = ui.look.scale
    left = [fc.ChartAxisLabel(v, _axis(ui, str(v))) for v in (0, 5, HIGHEST)]
    below = [
        fc.ChartAxisLabel(at, ft.Container(_axis(ui, text), padding=padding(top=8)))
        for at, text in labels.items()
    ]
    body = fc.LineChart(
        data_series=drawn,
        min_y=0,
        max_y=HIGHEST,
        min_x=-0.5,
        max_x=steps - 0.5,
        height=220,
        horizontal_grid_lines=fc.ChartGridLines(interval=5, color=Role.LINE, width=1),
        left_axis=fc.ChartAxis(labels=left, label_size=28 * grow, label_spacing=5),
        bottom_axis=fc.ChartAxis(
            labels=below, label_size=12 + 24 * grow, label_spacing=1, show_min=False, show_max=False
        ),
        tooltip=fc.LineChartTooltip(
            bgcolor=Role.DEEP,
            border_radius=ft.BorderRadius.all(12),
            padding=padding(12, 8, 12, 8),
        ),
        border=ft.Border.only(bottom=ft.BorderSide(1.5, Role.LINE)),
        animation=ft.Animation(0) if ui.look.still else None,
    )
    return ft.Semantics(
        content=body, label=said, image=True, container=True, exclude_semantics=True
    )


def _axis(ui: Ui, text: str) -> ft.Text:
    return words(ui, text, Type.NOTE, Role.SOFT, no_wrap=True)


def _lines(ui: Ui, series: Series) -> list[fc.LineChartData]:
    """One for each unbroken run; flet_charts would draw straight across a gap."""
    parts = runs(series.values)
    return [_line(ui, series, run, newest=run is parts[-1]) for run in parts]


def _line(ui: Ui, series: Series, run: list[tuple[int, float]], newest: bool) -> fc.LineChartData:
    tips = {value: _tip(ui, series, value) for value in {value for _, value in run}}
    points = [fc.LineChartDataPoint(at, value, tooltip=tips[value]) for at, value in run]
    if newest:
        points[-1].point = fc.ChartCirclePoint(
            radius=6, color=series.color, stroke_width=3, stroke_color=Role.CARD
        )
    alone = len(run) == 1 and not newest
    return fc.LineChartData(
        points=points,
        color=series.color,
        stroke_width=3.5,
        curved=True,
        curve_smoothness=0.22,
        prevent_curve_over_shooting=True,
        rounded_stroke_cap=True,
        dash_pattern=list(series.dash) if series.dash else None,
        point=fc.ChartCirclePoint(radius=3.5, color=series.color, stroke_width=0)
        if alone
        else False,
    )


def _tip(ui: Ui, series: Series, value: float) -> dict[str, object]:
    """As it goes over the wire: objects would be compared and packed twice for each point."""
    size = Type.NOTE.size * ui.look.factor(Type.NOTE)
    face = {"size": round(size, 1), "font_family": Type.NOTE.family, "color": Role.ON_DEEP.value}
    return {"text": f"{series.name}: {number(ui, value)}", "text_style": face}


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
    """The same numbers as rows that wrap; each row is one sentence for a screen reader."""
    out: list[ft.Control] = [_cells(ui, heads, heads, head=True)]
    for row in rows:
        out += [line(), _cells(ui, heads, row)]
    return stack(*out, spacing=0)


def _cells(ui: Ui, heads: Sequence[str], cells: Sequence[str], head: bool = False) -> ft.Semantics:
    none = ui.t("ikke besvaret")
    said = (
        ", ".join(cells)
        if head
        else ", ".join(f"{h}: {none if c == '–' else c}" for h, c in zip(heads, cells, strict=True))
    )
    if ui.look.large and not head:
        body: ft.Control = note(ui, said, Role.INK)
    else:
        body = ft.Row(
            [_cell(ui, c, first=not i, head=head) for i, c in enumerate(cells)], spacing=Space.XS
        )
    padded = ft.Container(body, padding=padding(0, 11, 0, 11))
    return ft.Semantics(content=padded, label=said, container=True, exclude_semantics=True)


def _cell(ui: Ui, text: str, first: bool, head: bool) -> ft.Container:
    soft = head or text == "–"
    face = Type.LABEL if head else Type.BODY
    align = ft.TextAlign.START if first else ft.TextAlign.END
    shown = words(ui, text, face, Role.SOFT if soft else Role.INK, text_align=align)
    return ft.Container(shown, expand=4 if first else 2)
