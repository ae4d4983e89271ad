"""The jointed figure of the exercises, in a pose and a place of a picture."""

from __future__ import annotations

from typing import cast

import skia

from tools.drawing import Palette, Point
from tools.figures.figure import draw_figure
from tools.figures.items import Item
from tools.figures.look import look_of
from tools.figures.solve import Body, solved
from tools.lesson_pictures.palette import mode_of
from tools.lesson_pictures.sketch import Sketch

Pose = dict[str, float]
# Absolute angles in degrees, 0 ahead and 90 up; small letters are the near arm and leg.
STANDS: Pose = {
    **{"L": 91, "T": 88, "H": 90, "a": 264, "f": 276, "A": 268, "F": 284},
    **{"t": 272, "s": 268, "o": 0, "u": 275, "v": 266, "w": 0},
}
WALKS: Pose = STANDS | {
    **{"L": 88, "T": 86, "a": 246, "f": 262, "A": 292, "F": 312},
    **{"t": 294, "s": 274, "o": 8, "u": 258, "v": 234, "w": 318},
}
SITS: Pose = STANDS | {
    **{"L": 94, "T": 87, "H": 90, "a": 284, "f": 330, "A": 290, "F": 340},
    **{"t": 2, "s": 272, "o": 0, "u": 4, "v": 276, "w": 0},
}


def person(
    c: Palette,
    who: str,
    pose: Pose,
    at: Point,
    tall: float,
    left: bool = False,
    anchor: str = "foot",
) -> str:
    """`at`: where the joint `anchor` is; `tall`: px of a body that stands; `left`: turned about."""
    item, body = _posed(who, pose, anchor)
    size = tall / 100
    matrix = skia.Matrix.Translate(*at)
    matrix.preScale(-size if left else size, -size)
    sketch = Sketch(matrix)
    draw_figure(cast(skia.Canvas, sketch), item, body, look_of(who, mode_of(c)))
    return sketch.svg()


def joint(pose: Pose, at: Point, tall: float, name: str) -> Point:
    """Where a joint of such a person is in the picture."""
    x, y = _posed("", pose, "foot")[1].joints[name]
    return at[0] + x * tall / 100, at[1] - y * tall / 100


def _posed(who: str, pose: Pose, anchor: str) -> tuple[Item, Body]:
    item = Item(id="", name="", view="side", person=who, anchor=anchor, start=pose, end=pose)
    return item, solved(item.keys()[0], {anchor: (0.0, 0.0)})
