"""A small graph on paper, drawn as lines and areas, told apart without colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from lbp_app.exchange.page import SOFT, Font, Page
from lbp_app.model.graph import Graph
from lbp_app.model.progress import runs

BELOW = 10.0  # mm for the dates and the names
_AXIS = 6.5  # mm for the numbers at its left
_SIZE = 7.5
_COLOURS, _DASHES = ("#1F7268", "#4B5C93"), ("", ' stroke-dasharray="22 16"')
_UNIT = 10  # of the drawing, to a mm


def draw_graph(page: Page, graph: Graph, x: float, y: float, width: float, high: float) -> None:
    """All in mm; `high` without what stands below."""
    left, plot = x + _AXIS, _Plot(graph, width - _AXIS, high)
    for value in graph.marks:
        at = y + plot.at(value) / _UNIT - 1.8
        page.write(left - 1.2, at, str(value), Font.SANS, _SIZE, SOFT, before=True)
    page.picture(plot.drawing(), left, y, plot.width, graph.said)
    _dates(page, graph, left, plot.width, y + high + 1)
    _names(page, graph, left, y + high + 5.4)


def _dates(page: Page, graph: Graph, left: float, plot: float, y: float) -> None:
    """Within the graph, one beside the other."""
    ends = left
    for at, day in graph.dates.items():
        long = page.length(day, Font.SANS, _SIZE)
        middle = left + (at + 0.5) * plot / len(graph.lines[0].values)
        begins = min(max(middle - long / 2, left), left + plot - long)
        if begins >= ends:
            page.write(begins, y, day, Font.SANS, _SIZE, SOFT)
            ends = begins + long + 2


def _names(page: Page, graph: Graph, x: float, y: float) -> None:
    for at, line in enumerate(graph.lines):
        page.picture(_sign(graph.bars, at), x, y + 1.2, 5, line.name)
        page.write(x + 6, y, line.name, Font.SANS, _SIZE, SOFT)
        x += 9 + page.length(line.name, Font.SANS, _SIZE)


def _svg(width: float, height: float, *parts: str) -> str:
    box = f"0 0 {width * _UNIT:.0f} {height * _UNIT:.0f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{"".join(parts)}</svg>'


def _sign(bars: bool, at: int) -> str:
    part = _bar(10, 0, 30, 12, at) if bars else _path([(0, 6), (50, 6)], at)
    return _svg(5, 1.2, part)


@dataclass(frozen=True)
class _Plot:
    """`width` and `high` in mm; what is drawn is in units from the left and the top."""

    graph: Graph
    width: float
    high: float

    def drawing(self) -> str:
        ground = [self._level(self.at(value)) for value in self.graph.marks]
        drawn = self._bars() if self.graph.bars else self._lines()
        return _svg(self.width, self.high, *ground, *drawn)

    def at(self, value: float) -> float:
        return (1 - value / self.graph.marks[-1]) * (self.high - 1) * _UNIT + _UNIT / 2

    @property
    def _step(self) -> float:
        return self.width * _UNIT / len(self.graph.lines[0].values)

    def _level(self, y: float) -> str:
        points = f"0,{y:.1f} {self.width * _UNIT:.0f},{y:.1f}"
        return f'<polyline points="{points}" fill="none" stroke="#DED5C5" stroke-width="1.5"/>'

    def _lines(self) -> Iterator[str]:
        """Each unbroken run by itself: a step without an answer stays a gap."""
        for at, line in enumerate(self.graph.lines):
            for run in runs(line.values):
                points = [((n + 0.5) * self._step, self.at(value)) for n, value in run]
                yield _path(points, at) if len(points) > 1 else _dot(*points[0], at)

    def _bars(self) -> Iterator[str]:
        """The parts of a step stand upon each other; the second is hollow."""
        for n, parts in enumerate(zip(*(line.values for line in self.graph.lines), strict=True)):
            tops = [0.0, *accumulate(value or 0 for value in parts)]
            for at, (low, high) in enumerate(pairwise(tops)):
                if high > low:
                    y, foot = self.at(high), self.at(low)
                    yield _bar((n + 0.2) * self._step, y, self._step * 0.6, foot - y, at)


def _path(points: Sequence[tuple[float, float]], at: int) -> str:
    listed = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polyline points="{listed}" fill="none" stroke="{_COLOURS[at]}" stroke-width="5" '
        f'stroke-linejoin="round" stroke-linecap="round"{_DASHES[at]}/>'
    )


def _dot(x: float, y: float, at: int) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{_COLOURS[at]}"/>'


def _bar(x: float, y: float, width: float, height: float, at: int) -> str:
    fill = _COLOURS[0] if at == 0 else "#FFFFFF"
    line = _COLOURS[at]
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{max(height, 2):.1f}" '
        f'fill="{fill}" stroke="{line}" stroke-width="3"/>'
    )
