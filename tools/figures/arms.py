"""Arm, forearm and hand, with the sleeve over them."""

from __future__ import annotations

import math

import skia

from tools.figures.ink import ahead, between, capsule, ink, limb
from tools.figures.items import Item
from tools.figures.look import Look
from tools.figures.skeleton import DEPTH, Joints, Point

# Radii at equal steps from the joint above to the joint below.
UPPER_ARM, FOREARM, SLEEVE = (3.5, 3.3, 2.9, 2.6), (2.6, 2.7, 2.4, 1.75), (4.1, 4.1, 3.7)
NEAR_FOREARM, NEARER = (2.7, 3.1, 3.0, 2.7), 3.6  # the hand is seen this much lower
STOUT = 1.14  # arms and legs of the round shape are this much thicker


def draw_arm(
    on: skia.Canvas, item: Item, joints: Joints, side: str, look: Look, far: float
) -> None:
    start, elbow = joints["shoulder1" if not side else "shoulder2"], joints[f"elbow{side}"]
    fat = STOUT if look.round else 1.0
    limb(on, start, elbow, [each * fat for each in UPPER_ARM], ink(look.skin, far))
    forearm = _near_forearm if f"hand{side}" in item.near_hands else _forearm
    forearm(on, item, joints, side, look, far)
    cloth = ink(look.shirt, far * (1.0 if far < 1 else 1.05 if item.view == "front" else 1.09))
    limb(on, start, between(start, elbow, 0.58), [each * fat for each in SLEEVE], cloth)


def _forearm(
    on: skia.Canvas, item: Item, joints: Joints, side: str, look: Look, far: float
) -> None:
    elbow, hand = joints[f"elbow{side}"], joints[f"hand{side}"]
    fat, skin = STOUT if look.round else 1.0, ink(look.skin, far)
    pressed = (
        max(0.0, 1 - (hand[1] - DEPTH["hand"]) / 5) if f"hand{side}" in item.flat_hands else 0.0
    )
    wrist = between(elbow, hand, 0.7 + 0.27 * pressed)
    limb(on, elbow, wrist, [each * fat for each in FOREARM], skin)
    _hand(on, wrist, between(hand, (hand[0] + 4.2, 1.5), pressed), skin)


def _near_forearm(
    on: skia.Canvas, _: Item, joints: Joints, side: str, look: Look, far: float
) -> None:
    """Lies on the floor and points to us: short, as thick as ever, and the hand is the nearest."""
    elbow, (x, y) = joints[f"elbow{side}"], joints[f"hand{side}"]
    wrist = (x, y - NEARER)
    fat, skin = STOUT if look.round else 1.0, ink(look.skin, far)
    limb(on, elbow, wrist, [each * fat for each in NEAR_FOREARM], ink(look.skin, far * 0.94))
    turn = math.degrees(math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
    capsule(on, wrist, 2.7, ahead(wrist, turn, 3.2), 2.1, skin)
    capsule(on, wrist, 1.5, ahead(wrist, 300, 3.6), 1.1, skin)


def _hand(on: skia.Canvas, wrist: Point, tip: Point, skin: skia.Paint) -> None:
    capsule(on, between(wrist, tip, 0.25), 2.05, between(wrist, tip, 1.0), 1.55, skin)
