"""A canvas that keeps what is drawn as shapes: the jointed figure becomes SVG paths."""

from __future__ import annotations

import skia

KAPPA = 0.5523  # how far a cubic curve's handle lies for a quarter of a circle
LETTERS = {
    skia.Path.kMove_Verb: "M",
    skia.Path.kLine_Verb: "L",
    skia.Path.kQuad_Verb: "Q",
    skia.Path.kCubic_Verb: "C",
}


class Sketch:
    """The part of skia.Canvas that the figure needs. Neighbours of one colour grow together."""

    def __init__(self, matrix: skia.Matrix) -> None:
        self.shapes: list[tuple[str, skia.Path]] = []
        self._matrix = matrix
        self._clip: skia.Path | None = None
        self._kept: list[tuple[skia.Matrix, skia.Path | None]] = []

    def save(self) -> None:
        self._kept.append((self._matrix, self._clip))

    def restore(self) -> None:
        self._matrix, self._clip = self._kept.pop()

    def translate(self, x: float, y: float) -> None:
        self._matrix = skia.Matrix.Concat(self._matrix, skia.Matrix.Translate(x, y))

    def rotate(self, degrees: float) -> None:
        self._matrix = skia.Matrix.Concat(self._matrix, skia.Matrix.RotateDeg(degrees))

    def scale(self, x: float, y: float) -> None:
        self._matrix = skia.Matrix.Concat(self._matrix, skia.Matrix.Scale(x, y))

    def clipPath(self, path: skia.Path, doAntiAlias: bool = True) -> None:  # noqa: N802, N803
        self._clip = self._placed(path)

    def drawCircle(self, x: float, y: float, r: float, paint: skia.Paint) -> None:  # noqa: N802
        self.drawPath(_oval(x, y, r, r), paint)

    def drawOval(self, box: skia.Rect, paint: skia.Paint) -> None:  # noqa: N802
        self.drawPath(_oval(box.centerX(), box.centerY(), box.width() / 2, box.height() / 2), paint)

    def drawPath(self, path: skia.Path, paint: skia.Paint) -> None:  # noqa: N802
        placed, colour = self._placed(path), _colour(paint)
        if self._clip is not None:
            placed = skia.Op(placed, self._clip, skia.PathOp.kIntersect_PathOp)
        if self.shapes and self.shapes[-1][0] == colour:
            placed = skia.Op(self.shapes.pop()[1], placed, skia.PathOp.kUnion_PathOp)
        self.shapes.append((colour, placed))

    def svg(self) -> str:
        return "".join(f'<path fill="{c}" d="{_written(p)}"/>' for c, p in self.shapes)

    def _placed(self, path: skia.Path) -> skia.Path:
        placed = skia.Path()
        path.transform(self._matrix, placed)
        return placed


def _colour(paint: skia.Paint) -> str:
    return f"#{paint.getColor() & 0xFFFFFF:06X}"


def _oval(x: float, y: float, rx: float, ry: float) -> skia.Path:
    """Of four cubic curves."""
    shape, near, far = skia.Path(), rx * KAPPA, ry * KAPPA
    shape.moveTo(x + rx, y)
    shape.cubicTo(x + rx, y + far, x + near, y + ry, x, y + ry)
    shape.cubicTo(x - near, y + ry, x - rx, y + far, x - rx, y)
    shape.cubicTo(x - rx, y - far, x - near, y - ry, x, y - ry)
    shape.cubicTo(x + near, y - ry, x + rx, y - far, x + rx, y)
    shape.close()
    return shape


def _written(path: skia.Path) -> str:
    """From point to point in whole tenths of a unit: finer than anybody sees."""
    parts, here = [], (0, 0)
    for verb, points in path:
        letter = LETTERS.get(verb)
        if letter is None:
            parts.append("z" if verb == skia.Path.kClose_Verb else "")
            continue
        tenths = [(round(p.x() * 10), round(p.y() * 10)) for p in points]
        there = tenths if letter == "M" else tenths[1:]
        if letter == "M" or any(point != here for point in there):
            parts.append(_stroke(letter, there, here))
        here = there[-1]
    return "".join(parts)


def _stroke(letter: str, there: list[tuple[int, int]], here: tuple[int, int]) -> str:
    if letter == "M":
        return f"M{there[0][0] / 10:g},{there[0][1] / 10:g}"
    steps = (f"{(x - here[0]) / 10:g},{(y - here[1]) / 10:g}" for x, y in there)
    return letter.lower() + " ".join(steps)
