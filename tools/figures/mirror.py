"""The same pose for the other side."""

from __future__ import annotations

from functools import cache

from tools.figures.items import Item
from tools.figures.poses import body_at
from tools.figures.skeleton import OTHER_SIDE, Joints
from tools.figures.solve import Body


def swapped_body(body: Body, item: Item) -> Body:
    front = item.view != "side"
    middle = middle_of(item) if front else 0.0
    pose = {_other(name): _mirrored(name, value, front) for name, value in body.pose.items()}
    joints = {OTHER_SIDE.get(name, name): place for name, place in body.joints.items()}
    return Body(pose, _across(joints, middle) if front else joints)


def _other(name: str) -> str:
    turn, factor, _ = name.partition("_k")
    return OTHER_SIDE.get(turn, turn) + factor


def _mirrored(name: str, value: float, front: bool) -> float:
    if not front or name in "WBP" or name.endswith("_k"):
        return value
    return -value if name in "YnN" else 180.0 - value


def _across(joints: Joints, middle: float) -> Joints:
    return {name: (2 * middle - x, y) for name, (x, y) in joints.items()}


@cache
def middle_of(item: Item) -> float:
    """The line that a front view is mirrored in: halfway between the feet at the start."""
    start = body_at(item, 0, 0.0).joints
    return (start["foot"][0] + start["foot2"][0]) / 2
