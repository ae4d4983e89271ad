"""Arm, forearm and hand, with the sleeve over them."""

from __future__ import annotations

import math

import skia

from tools.figures.ink import ahead, between, capsule, ink, limb
from tools.figures.items import Item
from tools.figures.look import Look
from tools.figures.skeleton import DEPTH, Point
from tools.figures.solve import Body

# Radii at equal steps from the joint above to the joint below.
FOREARM, HAND = (2.6, 2.7, 2.4, 1.75), 4.6
# From the side; from the front, where the shoulder ends in a slope.
UPPER_ARM = ((3.5, 3.3, 2.9, 2.6), (2.9, 3.2, 2.9, 2.6))
SLEEVE = ((4.0, 4.1, 3.7), (3.2, 3.7, 3.6))
BROAD = 0.45  # from shoulders this broad on, the person is drawn as seen from the front
OUT_OF_SHIRT, SLOPE = 0.06, 1.8
NEAR_FOREARM, NEARER = (2.6, 3.0, 3.1, 2.9), 5.2  # the hand is seen this much lower
STOUT = 1.14  # arms and legs of the round shape are this much thicker


def draw_arm(on: skia.Canvas, item: Item, body: Body, side: str, look: Look, far: float) -> None:
    broad = is_broad(body)
    start, elbow = shoulder_end(body, "2" if side else "1"), body.joints[f"elbow{side}"]
    fat = STOUT if look.round else 1.0
    limb(on, start, elbow, [each * fat for each in UPPER_ARM[broad]], ink(look.skin, far))
    forearm = _near_forearm if f"hand{side}" in item.near_hands else _forearm
    forearm(on, item, body, side, look, far)
    cloth = ink(look.shirt, far * (1.0 if far < 1 else 1.05 if item.view == "front" else 1.09))
    limb(on, start, between(start, elbow, 0.58), [each * fat for each in SLEEVE[broad]], cloth)


def is_broad(body: Body) -> bool:
    """Whether the shoulders are seen as from the front."""
    return abs(body.pose["W"]) > BROAD


def shoulder_end(body: Body, side: str) -> Point:
    """Where the arm comes out of the shirt: from the front lower than the neck, as it slopes."""
    joints = body.joints
    shoulder, elbow = joints[f"shoulder{side}"], joints["elbow" if side == "1" else "elbow2"]
    if is_broad(body):
        return ahead(shoulder, body.pose["T"] + 180, SLOPE)
    return between(shoulder, elbow, OUT_OF_SHIRT)


def _forearm(on: skia.Canvas, item: Item, body: Body, side: str, look: Look, far: float) -> None:
    elbow, hand = body.joints[f"elbow{side}"], body.joints[f"hand{side}"]
    fat, skin = STOUT if look.round else 1.0, ink(look.skin, far)
    pressed = (
        max(0.0, 1 - (hand[1] - DEPTH["hand"]) / 5) if f"hand{side}" in item.flat_hands else 0.0
    )
    wrist = between(elbow, hand, 0.7 + 0.27 * pressed)
    limb(on, elbow, wrist, [each * fat for each in FOREARM], skin)
    tip = _bent(elbow, wrist, hand, body.pose["N" if side else "n"])
    _hand(on, wrist, between(tip, (hand[0] + 4.2, 1.5), pressed), skin)


def _bent(elbow: Point, wrist: Point, hand: Point, bend: float) -> Point:
    """The tip of a hand that is bent so many degrees from the forearm."""
    if not bend:
        return hand
    turn = math.degrees(math.atan2(hand[1] - elbow[1], hand[0] - elbow[0]))
    return ahead(wrist, turn + bend, HAND)


def _near_forearm(on: skia.Canvas, _: Item, body: Body, side: str, look: Look, far: float) -> None:
    """Lies on the floor and points to us: thicker the nearer, and the hand is the nearest."""
    elbow, (x, y) = body.joints[f"elbow{side}"], body.joints[f"hand{side}"]
    wrist = (x, y - NEARER)
    fat, skin = STOUT if look.round else 1.0, ink(look.skin, far)
    limb(on, elbow, wrist, [each * fat for each in NEAR_FOREARM], ink(look.skin, far * 0.94))
    turn = math.degrees(math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
    capsule(on, wrist, 2.7, ahead(wrist, turn, 3.2), 2.1, skin)
    capsule(on, wrist, 1.5, ahead(wrist, 300, 3.6), 1.1, skin)


def _hand(on: skia.Canvas, wrist: Point, tip: Point, skin: skia.Paint) -> None:
    capsule(on, between(wrist, tip, 0.25), 2.05, between(wrist, tip, 1.0), 1.55, skin)
