"""The jointed figure of the exercises, in a pose and a place of a picture, and with hands."""

from __future__ import annotations

import math
from typing import Literal, cast

import skia

from tools.drawing import Palette, Point
from tools.figures.figure import draw_figure
from tools.figures.head import EYES
from tools.figures.ink import ahead, between, capsule, ink
from tools.figures.items import Item
from tools.figures.look import FAR, look_of
from tools.figures.solve import Body, solved
from tools.lesson_pictures.palette import mode_of
from tools.lesson_pictures.sketch import Sketch

Pose = dict[str, float]
View = Literal["side", "front"]
SOLE, SEAT = 2.5, 6.0  # how far the sole lies under a foot, and a seat under the hip
# Absolute angles in degrees, 0 ahead and 90 up; small letters are the near arm and leg.
STANDS: Pose = {
    **{"L": 91, "T": 88, "H": 90, "a": 264, "f": 276, "A": 268, "F": 284},
    **{"t": 272, "s": 268, "o": 0, "u": 275, "v": 266, "w": 0},
}
WALKS: Pose = STANDS | {
    **{"L": 88, "T": 87, "a": 250, "f": 264, "A": 290, "F": 312},
    **{"t": 290, "s": 272, "o": 0, "u": 259, "v": 242, "w": 346},
}
SITS: Pose = STANDS | {
    **{"L": 92, "T": 89, "H": 90, "a": 286, "f": 334, "A": 290, "F": 340},
    **{"t": 2, "s": 272, "o": 0, "u": 4, "v": 274, "w": 0},
}


def person(
    c: Palette,
    who: str,
    pose: Pose,
    at: Point,
    tall: float,
    left: bool = False,
    anchor: str = "foot",
    view: View = "side",
) -> str:
    """`at`: where the joint `anchor` is; `tall`: px of a body that stands; `left`: turned about."""
    item, body = _posed(who, pose, anchor, view)
    look = look_of(who, mode_of(c))
    size = tall / 100
    matrix = skia.Matrix.Translate(*at)
    matrix.preScale(-size if left else size, -size)
    sketch = Sketch(matrix)
    on = cast(skia.Canvas, sketch)
    far = ink(look.skin, FAR) if view == "side" else ink(look.skin)
    if view == "side":
        _hand(on, body, "2", far)
    draw_figure(on, item, body, look)
    if view == "front":
        _hand(on, body, "2", far)
        _face(on, body)
    _hand(on, body, "", ink(look.skin))
    return sketch.svg()


def _hand(on: skia.Canvas, body: Body, side: str, skin: skia.Paint) -> None:
    """A palm, the fingers together, and the thumb ahead of them."""
    elbow, hand = body.joints[f"elbow{side}"], body.joints[f"hand{side}"]
    turn = math.degrees(math.atan2(hand[1] - elbow[1], hand[0] - elbow[0]))
    palm, thumb = between(elbow, hand, 0.86), 52 if side == "" or body.pose["W"] == 0 else -52
    capsule(on, palm, 1.9, hand, 2.25, skin)
    capsule(on, hand, 2.1, ahead(hand, turn - thumb / 8, 4.0), 1.3, skin)
    capsule(on, palm, 1.2, ahead(hand, turn + thumb, 2.8), 0.95, skin)


def _face(on: skia.Canvas, body: Body) -> None:
    """The hint of a smile."""
    x, y = body.joints["head"]
    for side in (-1.5, 1.5):
        capsule(on, (x + side, y - 3.5), 0.35, (x, y - 4.1), 0.35, ink(EYES))


def joint(pose: Pose, at: Point, tall: float, name: str, anchor: str = "foot") -> Point:
    """Where a joint of such a person is in the picture."""
    x, y = _posed("", pose, anchor, "side")[1].joints[name]
    return at[0] + x * tall / 100, at[1] - y * tall / 100


def _posed(who: str, pose: Pose, anchor: str, view: View) -> tuple[Item, Body]:
    item = Item(id="", name="", view=view, person=who, anchor=anchor, start=pose, end=pose)
    return item, solved(item.keys()[0], {anchor: (0.0, 0.0)})
