"""Colours and the shapes that everything is made of: capsule, limb and smooth outline."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from tools.figures.skeleton import Point

MODES = ("light", "dark")


def ink(colour: str, shade: float = 1.0) -> skia.Paint:
    """From "#RRGGBB" or "#RRGGBBAA", made darker by `shade`."""
    r, g, b, *a = bytes.fromhex(colour[1:])
    red, green, blue = (round(each * shade) for each in (r, g, b))
    return skia.Paint(AntiAlias=True, Color=skia.Color(red, green, blue, *(a or [255])))


def line(colour: str, width: float) -> skia.Paint:
    paint = ink(colour)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def capsule(on: skia.Canvas, p: Point, rp: float, q: Point, rq: float, paint: skia.Paint) -> None:
    on.drawCircle(*p, rp, paint)
    on.drawCircle(*q, rq, paint)
    far = math.dist(p, q)
    if far <= abs(rp - rq):
        return
    turn, open_ = math.atan2(q[1] - p[1], q[0] - p[0]), math.acos((rp - rq) / far)
    corners = [
        (p, rp, turn + open_),
        (q, rq, turn + open_),
        (q, rq, turn - open_),
        (p, rp, turn - open_),
    ]
    shape = skia.Path()
    shape.addPoly(
        [skia.Point(c[0] + r * math.cos(a), c[1] + r * math.sin(a)) for c, r, a in corners], True
    )
    on.drawPath(shape, paint)


def limb(on: skia.Canvas, p: Point, q: Point, radii: Sequence[float], paint: skia.Paint) -> None:
    """From p to q with a soft outline: its radii at equal steps between the two round ends."""
    on.drawCircle(*p, radii[0], paint)
    on.drawCircle(*q, radii[-1], paint)
    turn, last = math.degrees(math.atan2(q[1] - p[1], q[0] - p[0])), len(radii) - 1
    middles = [between(p, q, at / last) for at in range(last + 1)]
    there = [ahead(m, turn + 90, r) for m, r in zip(middles, radii, strict=True)]
    back = [ahead(m, turn - 90, r) for m, r in zip(middles, radii, strict=True)]
    shape = skia.Path()
    shape.moveTo(*there[0])
    _curve(shape, there)
    shape.lineTo(*back[-1])
    _curve(shape, back[::-1])
    shape.close()
    on.drawPath(shape, paint)


def _curve(shape: skia.Path, points: Sequence[Point]) -> None:
    """Goes on through the points (Catmull-Rom, straight at both ends)."""
    padded = [points[0], *points, points[-1]]
    for before, here, there, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        shape.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            *there,
        )


def smooth(points: Sequence[Point]) -> skia.Path:
    """A closed curve through the points (Catmull-Rom)."""
    count = len(points)
    shape = skia.Path()
    shape.moveTo(*points[0])
    for at in range(count):
        before, here, there, after = (points[(at + step) % count] for step in (-1, 0, 1, 2))
        shape.cubicTo(
            here[0] + (there[0] - before[0]) / 6,
            here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6,
            there[1] - (after[1] - here[1]) / 6,
            *there,
        )
    shape.close()
    return shape


def between(p: Point, q: Point, part: float) -> Point:
    return p[0] + (q[0] - p[0]) * part, p[1] + (q[1] - p[1]) * part


def ahead(p: Point, degrees: float, far: float) -> Point:
    return p[0] + far * math.cos(math.radians(degrees)), p[1] + far * math.sin(
        math.radians(degrees)
    )
