"""Chair, stool, bag, mat, cushion and the shade under the feet."""

from __future__ import annotations

import skia

from tools.figures.ink import capsule, ink, line
from tools.figures.items import Item
from tools.figures.skeleton import Joints

Colours = dict[str, str]
SEAT_DROP, SEAT, CHAIR_BACK = 6.0, 2.8, 31.0
BAG_DROP = 7.2  # the bag's bottom lies this far below the hand
# Height of the mat's far edge and of its near one; a forearm that points to us needs more.
MAT, DEEP_MAT = (2.6, -4.6), (4.2, -8.8)
FEET = ("foot", "toe", "foot2", "toe2")


def draw_ground(on: skia.Canvas, item: Item, everywhere: list[Joints], colours: Colours) -> None:
    """`everywhere`: the joints of all frames, so that the ground is the same in all of them."""
    if item.view == "top":
        _mat_from_above(on, everywhere, colours)
    elif "mat" in item.props:
        _mat(on, everywhere, DEEP_MAT if item.near_hands else MAT, colours)
    else:
        _shade(on, item, everywhere, colours)


def _span(everywhere: list[Joints], names: tuple[str, ...] = ()) -> tuple[float, float]:
    across = [joints[name][0] for joints in everywhere for name in (names or joints)]
    return min(across), max(across)


def _mat_from_above(on: skia.Canvas, everywhere: list[Joints], colours: Colours) -> None:
    """As narrow as a mat is, but the arms lie on it as well."""
    names = [name for name in everywhere[0] if not name.startswith(("elbow", "hand"))]
    body = _around(everywhere, names, 9)
    more = 6 if body.width() > body.height() else 0
    box = body.makeOutset(more, 0)
    box.join(_around(everywhere, ["hand", "hand2"], 4))
    on.drawRoundRect(box.makeOffset(0, -1.6), 4, 4, ink(colours["mat_edge"]))
    on.drawRoundRect(box, 4, 4, ink(colours["mat"]))
    hem = line(colours["mat_edge"], 0.8)
    for end in (0.03, 0.97):
        _hem(on, box, end, bool(more), hem)


def _around(everywhere: list[Joints], names: list[str], margin: float) -> skia.Rect:
    """Round some joints of all frames."""
    left, right = _span(everywhere, tuple(names))
    ups = [joints[name][1] for joints in everywhere for name in names]
    return skia.Rect(left, min(ups), right, max(ups)).makeOutset(margin, margin)


def _hem(on: skia.Canvas, box: skia.Rect, end: float, lengthwise: bool, paint: skia.Paint) -> None:
    """The seam along one short side."""
    if lengthwise:
        x = box.left() + end * box.width()
        on.drawLine(x, box.top() + 2, x, box.bottom() - 2, paint)
    else:
        y = box.top() + end * box.height()
        on.drawLine(box.left() + 2, y, box.right() - 2, y, paint)


def _mat(
    on: skia.Canvas, everywhere: list[Joints], edges: tuple[float, float], colours: Colours
) -> None:
    (left, right), (far, near) = _span(everywhere), edges
    inset = 8.5 - (far - near) * 0.49
    for drop, colour in ((1.7, colours["mat_edge"]), (0.0, colours["mat"])):
        corners = [
            (left - inset, far),
            (right + inset, far),
            (right + 8.5, near),
            (left - 8.5, near),
        ]
        shape = skia.Path()
        shape.addPoly([skia.Point(x, y - drop) for x, y in corners], True)
        on.drawPath(shape, ink(colour))
        edge = line(colour, 2.0)
        on.drawPath(shape, edge)


def _shade(on: skia.Canvas, item: Item, everywhere: list[Joints], colours: Colours) -> None:
    left, right = _span(everywhere, FEET)
    if "chair" in item.props:
        left = min(left, everywhere[0]["hip"][0] - item.forward - 12)
    if "stool" in item.props:
        right = max(right, everywhere[0]["hand"][0] + 10)
    on.drawOval(skia.Rect(left - 9, -3.4, right + 9, 3.0), ink(colours["shade"]))


def draw_behind(on: skia.Canvas, item: Item, start: Joints, colours: Colours) -> None:
    """What stands behind the person, where the first key frame needs it."""
    if "chair" in item.props:
        _chair(on, start["hip"][0] - item.forward, start["hip"][1] - SEAT_DROP, colours)
    if "stool" in item.props:
        _stool(on, start["hand"][0] + 0.5, start["hand"][1] - BAG_DROP, colours)
    if "cushion" in item.props:
        _cushion(on, item, start, colours)


def _chair(on: skia.Canvas, x: float, top: float, colours: Colours) -> None:
    far, near = ink(colours["wood_far"]), ink(colours["wood"])
    for foot in (x - 6.6, x + 10.0):
        capsule(on, (foot, top - 2), 1.2, (foot, 1.6), 1.0, far)
    capsule(on, (x - 9.4, top - 1), 1.4, (x - 11.4, top + CHAIR_BACK), 1.3, near)
    capsule(on, (x - 11.2, top + CHAIR_BACK - 1), 1.9, (x - 10.6, top + CHAIR_BACK - 10), 1.9, near)
    on.drawRoundRect(skia.Rect(x - 11, top - SEAT, x + 13.5, top), 1.4, 1.4, near)
    for foot in (x - 9.4, x + 11.6):
        capsule(on, (foot, top - 2), 1.4, (foot + (0.5 if foot > x else -0.5), 1.1), 1.1, near)


def _stool(on: skia.Canvas, x: float, top: float, colours: Colours) -> None:
    far, near = ink(colours["wood_far"]), ink(colours["wood"])
    for shift in (-4.2, 4.2):
        capsule(on, (x + shift, top - 2), 1.1, (x + shift * 1.05, 1.6), 0.9, far)
    on.drawRoundRect(skia.Rect(x - 10, top - SEAT, x + 10, top), 1.4, 1.4, near)
    for shift in (-7.6, 7.6):
        capsule(on, (x + shift, top - 2), 1.3, (x + shift * 1.1, 1.1), 1.1, near)


def _cushion(on: skia.Canvas, item: Item, start: Joints, colours: Colours) -> None:
    x, y = start["head"]
    if item.view == "top":
        lengthwise = abs(x - start["hip"][0]) > abs(y - start["hip"][1])
        along, up = (9.0, 11.5) if lengthwise else (11.5, 8.5)
        pillow = skia.Rect(x - along, y - up, x + along, y + up)
        on.drawRoundRect(pillow, 5, 5, ink(colours["cushion"]))
        return
    on.drawRoundRect(skia.Rect(x - 8.5, -0.4, x + 8.0, y - 3.6), 2.2, 2.2, ink(colours["cushion"]))


def draw_bag(on: skia.Canvas, joints: Joints, colours: Colours) -> None:
    """Its handle is free: the near hand holds it by the side."""
    x, y = joints["hand"]
    handle = skia.Path()
    handle.moveTo(x - 3.2, y + 1.4)
    handle.cubicTo(x - 2.8, y + 6.6, x + 2.8, y + 6.6, x + 3.2, y + 1.4)
    on.drawPath(handle, line(colours["bag"], 1.3))
    on.drawRoundRect(
        skia.Rect(x - 6.4, y - BAG_DROP, x + 6.4, y + 2.2), 2.2, 2.2, ink(colours["bag"])
    )
    seam = skia.Rect(x - 6.4, y - 1.2, x + 6.4, y - 0.2)
    on.drawRoundRect(seam, 0.4, 0.4, ink(colours["bag"], 0.82))
