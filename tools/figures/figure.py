"""The person: far arm and leg, trunk, near leg, head, near arm, in that order."""

from __future__ import annotations

import math

import skia

from tools.figures.head import draw_head
from tools.figures.ink import between, capsule, ink, limb, smooth
from tools.figures.items import Item
from tools.figures.look import FAR, Look
from tools.figures.skeleton import DEPTH, Joints, Point
from tools.figures.solve import Body
from tools.figures.trunk import draw_trunk

# Radii at equal steps from the joint above to the joint below; a knee comes between thigh and calf.
UPPER_ARM, FOREARM, SLEEVE = (3.5, 3.3, 2.9, 2.6), (2.6, 2.7, 2.4, 1.75), (4.1, 4.1, 3.7)
THIGH, CALF = (5.9, 5.7, 5.2, 4.6), (3.9, 3.8, 3.3, 2.7)
AWAY = 0.5  # a shank that looks shorter than this points away from us
STOUT = 1.14  # arms and legs of the round shape are this much thicker


def draw_figure(on: skia.Canvas, item: Item, body: Body, look: Look) -> None:
    pose, joints = body.pose, body.joints
    broad = abs(pose["W"]) > 0.45
    far = 1.0 if broad else FAR
    if not broad:
        _arm(on, item, joints, "2", look, far)
        _leg(on, body, "2", look, far, _side_foot(item))
    _neck(on, joints, look)
    draw_trunk(on, body, look, broad)
    if broad:
        _leg(on, body, "2", look, 1.0, _side_foot(item))
        _arm(on, item, joints, "2", look, far)
    _leg(on, body, "", look, 1.0, _side_foot(item))
    if broad:
        _arm(on, item, joints, "", look, 1.0)
    draw_head(on, joints["head"], pose["H"], pose["Y"], look)
    if not broad:
        _arm(on, item, joints, "", look, 1.0)


def _side_foot(item: Item) -> bool:
    return item.view == "side"


def _neck(on: skia.Canvas, joints: Joints, look: Look) -> None:
    low = between(joints["shoulder"], joints["waist"], 0.06)
    capsule(on, low, 3.3, between(joints["neck"], joints["head"], 0.5), 2.9, ink(look.skin, 0.9))


def _arm(on: skia.Canvas, item: Item, joints: Joints, side: str, look: Look, far: float) -> None:
    start = joints["shoulder1" if not side else "shoulder2"]
    elbow, hand = joints[f"elbow{side}"], joints[f"hand{side}"]
    fat = STOUT if look.round else 1.0
    skin = ink(look.skin, far)
    pressed = (
        max(0.0, 1 - (hand[1] - DEPTH["hand"]) / 5) if f"hand{side}" in item.flat_hands else 0.0
    )
    wrist = between(elbow, hand, 0.7 + 0.27 * pressed)
    limb(on, start, elbow, [each * fat for each in UPPER_ARM], skin)
    limb(on, elbow, wrist, [each * fat for each in FOREARM], skin)
    _hand(on, wrist, between(hand, (hand[0] + 4.2, 1.5), pressed), skin)
    cloth = ink(look.shirt, far * (1.0 if far < 1 else 1.05 if item.view == "front" else 1.09))
    limb(on, start, between(start, elbow, 0.58), [each * fat for each in SLEEVE], cloth)


def _hand(on: skia.Canvas, wrist: Point, tip: Point, skin: skia.Paint) -> None:
    capsule(on, between(wrist, tip, 0.25), 2.05, between(wrist, tip, 1.0), 1.55, skin)


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
