"""The person: far arm and leg, trunk, near leg, head, near arm, in that order.

Seen from the front or from above, both arms and legs lie before the trunk.
"""

from __future__ import annotations

import math

import skia

from tools.figures.arms import STOUT, draw_arm, is_broad
from tools.figures.head import draw_head
from tools.figures.ink import between, capsule, ink, limb, smooth
from tools.figures.items import Item
from tools.figures.look import FAR, Look
from tools.figures.skeleton import Joints, Point
from tools.figures.solve import Body
from tools.figures.trunk import draw_trunk

# Radii at equal steps from the joint above to the joint below; a knee comes between thigh and calf.
THIGH, CALF = (5.9, 5.7, 5.2, 4.6), (3.9, 3.8, 3.3, 2.7)
AWAY = 0.5  # a shank that looks shorter than this points away from us
COLLAR, NECKLINE = 0.06, -0.1  # where the neck begins, as a part of the upper back
DEEP = 14.0  # knees this far to the side: the lower leg is as dark as a far one


def draw_figure(on: skia.Canvas, item: Item, body: Body, look: Look) -> None:
    if is_broad(body):
        _broad(on, item, body, look)
    else:
        _from_the_side(on, item, body, look)


def _from_the_side(on: skia.Canvas, item: Item, body: Body, look: Look) -> None:
    draw_arm(on, item, body, "2", look, FAR)
    _leg(on, body, "2", look, FAR, _side_foot(item))
    _neck(on, body.joints, look, COLLAR)
    draw_trunk(on, body, look, broad=False)
    _leg(on, body, "", look, 1.0, _side_foot(item))
    if item.head_over_arm:
        draw_arm(on, item, body, "", look, 1.0)
        _nape(on, body.joints, look)
    draw_head(on, body.joints["head"], body.pose["H"], body.pose["Y"], look)
    if not item.head_over_arm:
        draw_arm(on, item, body, "", look, 1.0)


def _broad(on: skia.Canvas, item: Item, body: Body, look: Look) -> None:
    """Of a person who lies on the back, the leg that is lower comes first, and in shade."""
    draw_trunk(on, body, look, broad=True)
    _neck(on, body.joints, look, NECKLINE)
    lean = _lean(body) if item.view == "top" else 0.0
    lower, upper = ("2", "") if lean >= 0 else ("", "2")
    shade = 1 - (1 - FAR) * min(1.0, abs(lean) / DEEP)
    _leg(on, body, lower, look, shade, _side_foot(item))
    draw_arm(on, item, body, "2", look, 1.0)
    _leg(on, body, upper, look, 1.0, _side_foot(item))
    draw_arm(on, item, body, "", look, 1.0)
    draw_head(on, body.joints["head"], body.pose["H"], body.pose["Y"], look)


def _lean(body: Body) -> float:
    """How far the knees are to the right of the hip."""
    return (body.joints["knee"][0] + body.joints["knee2"][0]) / 2 - body.joints["hip"][0]


def _side_foot(item: Item) -> bool:
    return item.view == "side"


def _neck(on: skia.Canvas, joints: Joints, look: Look, down: float) -> None:
    """From so far down the back to the middle of the head."""
    low = between(joints["shoulder"], joints["waist"], down)
    capsule(on, low, 3.3, between(joints["neck"], joints["head"], 0.5), 2.9, ink(look.skin, 0.9))


def _nape(on: skia.Canvas, joints: Joints, look: Look) -> None:
    """What is seen of the neck where the head comes before the arm."""
    low, high = between(joints["shoulder"], joints["neck"], 0.7), joints["neck"]
    capsule(on, low, 2.6, between(high, joints["head"], 0.5), 2.8, ink(look.skin, 0.9))


def _leg(on: skia.Canvas, body: Body, side: str, look: Look, far: float, profile: bool) -> None:
    """The shank lies behind the thigh where it points away from us."""
    joints = body.joints
    hip, knee = joints["hip2" if side else "hip1"], joints[f"knee{side}"]
    fat = STOUT if look.round else 1.0
    away = body.pose["v_k" if side else "s_k"] < AWAY
    thigh = [*(each * fat for each in THIGH), _knee(body, side, fat)]
    if away:
        _shank(on, body, side, look, far * FAR, profile)
    limb(on, hip, knee, thigh, ink(look.trousers, far))
    if not away:
        _shank(on, body, side, look, far, profile)


def _knee(body: Body, side: str, fat: float) -> float:
    """Thicker when the thigh points to us, as what is near looks larger."""
    return 3.9 * min(fat, 1.07) + 2.2 * max(0.0, 1 - body.pose["u_k" if side else "t_k"])


def _shank(on: skia.Canvas, body: Body, side: str, look: Look, far: float, profile: bool) -> None:
    knee, foot, toe = (body.joints[f"{name}{side}"] for name in ("knee", "foot", "toe"))
    fat = STOUT if look.round else 1.0
    capsule(on, between(knee, foot, 0.8), 2.1, foot, 2.1, ink(look.skin, far * 0.95))
    _shoe(on, foot, toe, ink(look.shoes, far if profile else 1.0), profile)
    calf = [_knee(body, side, fat), *(each * fat for each in CALF)]
    limb(on, knee, between(knee, foot, 0.88), calf, ink(look.trousers, far))


def _shoe(on: skia.Canvas, foot: Point, toe: Point, paint: skia.Paint, profile: bool) -> None:
    """In profile with heel and sole, which is to the right of the way; else a toe cap."""
    turn, far = math.degrees(math.atan2(toe[1] - foot[1], toe[0] - foot[0])), math.dist(foot, toe)
    if not profile:
        capsule(on, foot, 2.7, toe, 2.5, paint)
        return
    on.save()
    on.translate(*foot)
    on.rotate(turn)
    outline = [(-2.9, -2.4), (-3.0, 0.4), (-1.6, 2.4), (1.6, 2.3), (far * 0.62, 0.6)]
    outline += [(far + 0.9, -0.2), (far + 2.0, -1.5), (far + 1.0, -2.5), (far * 0.5, -2.6)]
    on.drawPath(smooth(outline), paint)
    on.restore()
