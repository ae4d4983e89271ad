"""Two small lines on the doctor's sheet, drawn so that they can be told apart without colour."""

from collections.abc import Iterator

from lbp_app.exchange.page import SOFT, Font, Page
from lbp_app.model.diary import HIGHEST
from lbp_app.model.doctor_card import Curve, Line
from lbp_app.model.progress import runs

CURVE_HEIGHT = 29.0  # mm, with the dates and the names below
_PLOT = 19.0  # mm high
_AXIS = 4.5  # mm for the numbers at its left
_SIZE = 7.5
_LOOKS = (("#1F7268", "none"), ("#4B5C93", "2.2 1.6"))  # colour and dashes
_UNIT = 10  # of the drawing, to a mm


def draw_curve(page: Page, curve: Curve, x: float, y: float, right: float) -> None:
    left, width = x + _AXIS, right - x - _AXIS
    for value in (0, HIGHEST // 2, HIGHEST):
        at = y + 1 + _PLOT * (1 - value / HIGHEST) - 1.8
        page.write(left - 1.2, at, str(value), Font.SANS, _SIZE, SOFT, before=True)
    page.picture(_drawing(curve, width), left, y + 1, width, curve.said)
    for at, day in curve.dates.items():
        middle = left + (at + 0.5) * width / len(curve.lines[0].values)
        half = page.length(day, Font.SANS, _SIZE) / 2
        page.write(middle - half, y + _PLOT + 1.6, day, Font.SANS, _SIZE, SOFT)
    _names(page, curve, left, y + _PLOT + 5.6)


def _names(page: Page, curve: Curve, x: float, y: float) -> None:
    for line, look in zip(curve.lines, _LOOKS, strict=False):
        page.picture(_stroke(*look), x, y + 1.4, 6, line.name)
        page.write(x + 7, y, line.name, Font.SANS, _SIZE, SOFT)
        x += 10 + page.length(line.name, Font.SANS, _SIZE)


def _svg(width: float, height: float, *parts: str) -> str:
    box = f"0 0 {width * _UNIT:.0f} {height * _UNIT:.0f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{"".join(parts)}</svg>'


def _stroke(colour: str, dashes: str) -> str:
    return _svg(6, 1, _path([(0, 5), (60, 5)], colour, dashes))


def _drawing(curve: Curve, width: float) -> str:
    grid = [_level(value, width) for value in (0, HIGHEST // 2, HIGHEST)]
    lines = [
        part
        for line, look in zip(curve.lines, _LOOKS, strict=False)
        for part in _line(line, width, *look)
    ]
    return _svg(width, _PLOT, *grid, *lines)


def _level(value: int, width: float) -> str:
    points = [(0.0, _height(value)), (width * _UNIT, _height(value))]
    return _path(points, "#DED5C5", "none", 1.5)


def _line(line: Line, width: float, colour: str, dashes: str) -> Iterator[str]:
    """Each unbroken run by itself: a day without an answer stays a gap."""
    step = width * _UNIT / len(line.values)
    for run in runs(line.values):
        points = [((day + 0.5) * step, _height(value)) for day, value in run]
        yield _path(points, colour, dashes) if len(points) > 1 else _dot(*points[0], colour)


def _height(value: float) -> float:
    return (1 - value / HIGHEST) * (_PLOT - 1) * _UNIT + _UNIT / 2


def _path(points: list[tuple[float, float]], colour: str, dashes: str, thick: float = 5) -> str:
    listed = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dashed = "" if dashes == "none" else _dashed(dashes)
    return (
        f'<polyline points="{listed}" fill="none" stroke="{colour}" stroke-width="{thick}" '
        f'stroke-linejoin="round" stroke-linecap="round"{dashed}/>'
    )


def _dashed(dashes: str) -> str:
    lengths = " ".join(f"{float(length) * _UNIT:.0f}" for length in dashes.split())
    return f' stroke-dasharray="{lengths}"'


def _dot(x: float, y: float, colour: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
