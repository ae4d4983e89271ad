"""What the drawings are made of: two palettes and a few shapes, as SVG text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

FONT = Path(__file__).resolve().parents[1] / "assets" / "fonts" / "Literata-500.ttf"

LIGHT = {
    "stage": "#DCEBE4",
    "far": "#C6DFD5",
    "mid": "#97C4B7",
    "near": "#559C8D",
    "deep": "#1F7268",
    "ink": "#16403A",
    "sand": "#EBDCC1",
    "wood": "#CDAE80",
    "paper": "#FFFDF9",
    "rule": "#C9D6CE",
    "amber": "#E3A64E",
    "glow": "#F9E6C2",
    "coffee": "#7A5735",
}
DARK = {
    "stage": "#20403A",
    "far": "#2B5149",
    "mid": "#39695E",
    "near": "#4F9587",
    "deep": "#80C9BB",
    "ink": "#0D2420",
    "sand": "#8B7550",
    "wood": "#9C8058",
    "paper": "#DCD6C8",
    "rule": "#A3ABA2",
    "amber": "#E6BE8A",
    "glow": "#4C4630",
    "coffee": "#4A3623",
}
PALETTES = {"light": LIGHT, "dark": DARK}

Palette = dict[str, str]
Point = tuple[float, float]


def svg(width: int, height: int, *parts: str) -> str:
    """A picture of `width` x `height` units; rasterised at twice that where a client must."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width * 2}" height="{height * 2}">{"".join(parts)}</svg>\n'
    )


def path(fill: str, d: str) -> str:
    return f'<path fill="{fill}" d="{d}"/>'


def line(stroke: str, width: float, d: str) -> str:
    return (
        f'<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{width:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def box(fill: str, x: float, y: float, width: float, height: float, r: float = 0) -> str:
    size = f'width="{width:g}" height="{height:g}"'
    return f'<rect x="{x:g}" y="{y:g}" {size} rx="{r:g}" fill="{fill}"/>'


def disc(fill: str, x: float, y: float, r: float, opacity: float = 1) -> str:
    seen = "" if opacity == 1 else f' fill-opacity="{opacity:g}"'
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}"{seen}/>'


def oval(fill: str, x: float, y: float, rx: float, ry: float) -> str:
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{fill}"/>'


def moved(x: float, y: float, *parts: str, scale: float = 1, turn: float = 0) -> str:
    where = f"translate({x:g} {y:g}) rotate({turn:g}) scale({scale:g})"
    return f'<g transform="{where}">{"".join(parts)}</g>'


def smooth(points: Sequence[Point]) -> str:
    """Curves through all points but the first, which the path must already have reached."""
    ends = [points[0], *points, points[-1]]
    curves = []
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        curves.append("C" + " ".join(f"{x:.1f},{y:.1f}" for x, y in (first, second, end)))
    return "".join(curves)


def ribbon(fill: str, middle: Sequence[tuple[float, float, float]], wider: float = 0) -> str:
    """A road along (x, y, width): flat on the ground, so its width runs sideways."""
    left = [(x - w / 2 - wider * w, y) for x, y, w in middle]
    right = [(x + w / 2 + wider * w, y) for x, y, w in reversed(middle)]
    x, y = left[0]
    turn_x, turn_y = right[0]
    return path(fill, f"M{x:.1f},{y:.1f}{smooth(left)}L{turn_x:.1f},{turn_y:.1f}{smooth(right)}Z")


def tree(c: Palette, x: float, y: float, scale: float, crown: str = "near") -> str:
    return moved(
        x,
        y,
        box(c["ink"], -1.8, -16, 3.6, 18, 1.8),
        oval(c[crown], 0, -28, 11, 16),
        scale=scale,
    )


def sky_light(c: Palette, x: float, y: float, r: float) -> str:
    """The sun, or at night the moon: the same disc in another glow."""
    if c is LIGHT:
        return disc(c["glow"], x, y, r * 1.8) + disc("#F0C57F", x, y, r)
    return disc("#E9E0C8", x, y, r * 1.8, 0.1) + disc("#E9E0C8", x, y, r)


def lettering(text: str, fill: str, x: float, y: float, size: float) -> str:
    """Words as shapes, so that the picture needs no font; (x, y) is the middle of the base line."""
    font = _font()
    glyphs, names, at, shapes = font.getGlyphSet(), font.getBestCmap(), 0.0, []
    for letter in text:
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}")
        glyphs[names[ord(letter)]].draw(pen)
        shapes.append(f'<path transform="translate({at:g} 0)" d="{pen.getCommands()}"/>')
        at += glyphs[names[ord(letter)]].width
    scale = size / font["head"].unitsPerEm
    where = f"translate({x - at * scale / 2:.2f} {y:g}) scale({scale:g} {-scale:g})"
    return f'<g fill="{fill}" transform="{where}">{"".join(shapes)}</g>'


@cache
def _font() -> TTFont:
    return TTFont(FONT)
