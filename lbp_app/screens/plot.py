"""The lines of a chart, as flet_charts draws them."""

from collections.abc import Mapping, Sequence
from itertools import count

import flet as ft
import flet_charts as fc  # type: ignore[import-untyped]

from lbp_app.flet_inside import Unkept
from lbp_app.model.diary import HIGHEST
from lbp_app.model.progress import runs
from lbp_app.screens.charts import Series, number
from lbp_app.screens.shared import padding
from lbp_app.screens.theme import Role, Type
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import words

_pictures = count()  # another drawing is another picture, not a changed one: see `Unkept`


def plot(ui: Ui, series: Sequence[Series], labels: Mapping[int, str]) -> fc.LineChart:
    """`labels` under the steps."""
    steps = max(len(s.values) for s in series)
    drawn = [run for s in series for run in _lines(ui, s)]
    grow = ui.look.scale
    left = [fc.ChartAxisLabel(v, _axis(ui, str(v))) for v in (0, 5, HIGHEST)]
    below = [
        fc.ChartAxisLabel(at, ft.Container(_axis(ui, text), padding=padding(top=8)))
        for at, text in labels.items()
    ]
    return fc.LineChart(
        key=next(_pictures),
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


def _axis(ui: Ui, text: str) -> ft.Text:
    return words(ui, text, Type.NOTE, Role.SOFT, no_wrap=True)


def _lines(ui: Ui, series: Series) -> list[fc.LineChartData]:
    """One for each unbroken run; flet_charts would draw straight across a gap."""
    parts = runs(series.values)
    return [_line(ui, series, run, newest=run is parts[-1]) for run in parts]


def _line(ui: Ui, series: Series, run: list[tuple[int, float]], newest: bool) -> fc.LineChartData:
    tips = {value: _tip(ui, series, value) for value in {value for _, value in run}}
    each = (_point(at, value, tips[value]) for at, value in run)
    points = Unkept("LineChartDataPoint", each)
    if newest:
        points[-1]["point"] = fc.ChartCirclePoint(
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


def _point(at: int, value: float, tip: dict[str, object]) -> dict[str, object]:
    return {"x": at, "y": value, "tooltip": tip, "_internals": {"tooltip": tip}}


def _tip(ui: Ui, series: Series, value: float) -> dict[str, object]:
    """As it goes over the wire, as the point that it is of."""
    size = Type.NOTE.size * ui.look.factor(Type.NOTE)
    face = {"size": round(size, 1), "font_family": Type.NOTE.family, "color": Role.ON_DEEP.value}
    return {"text": f"{series.name}: {number(ui, value)}", "text_style": face}
