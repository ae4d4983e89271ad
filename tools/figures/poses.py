"""A body at any moment between two key frames, its contacts planted."""

from __future__ import annotations

import math
from functools import cache

from tools.figures.items import Item
from tools.figures.skeleton import INDEX, JOINTS, Joints, Point
from tools.figures.solve import Body, solved

Pose = dict[str, float]
ON_THE_FLOOR = 4.5  # a planted joint this near to the floor lies on it


@cache
def pins(item: Item) -> dict[str, Point]:
    """Where the planted joints stay: as the first key frame says, on the floor if near it."""
    first = item.keys()[0]
    free = solved(first, {item.anchor: (0.0, 0.0)}).joints
    deep = dict(zip(JOINTS, item.depths, strict=True))
    lift = -min(free[name][1] - deep[name] for name in JOINTS if deep[name]) if item.floor else 0.0
    return {name: _settled(item, name, (free[name][0], free[name][1] + lift)) for name in item.held}


def _settled(item: Item, name: str, place: Point) -> Point:
    """What is near to the floor lies on it."""
    x, y = place
    depth = item.depths[INDEX[name]]
    return (x, depth) if depth and y - depth < ON_THE_FLOOR else (x, y)


def blended(a: Pose, b: Pose, part: float) -> Pose:
    return {name: value + (b[name] - value) * part for name, value in a.items()}


def _bowed(item: Item, pose: Pose, half: Pose, part: float) -> Pose:
    """The way from start to end goes through a third key frame, halfway."""
    bow = 4 * part * (1 - part)
    return pose | {
        name: pose[name] + (value - half[name]) * bow for name, value in item.through.items()
    }


@cache
def body_at(item: Item, leg: int, part: float, breath: float = 0.0) -> Body:
    """Between key frame `leg` and the next, with the contacts planted."""
    keys = item.keys()
    a, b = keys[leg], keys[(leg + 1) % len(keys)]
    pose = _bowed(item, blended(a, b, part), blended(a, b, 0.5), part)
    pose |= {"L": pose["L"] + breath, "T": pose["T"] - breath}
    return solved(pose, pins(item) | _stepping(item, leg, part), item.depths)


@cache
def _end(item: Item, leg: int) -> Joints:
    return solved(item.keys()[leg], pins(item), item.depths).joints


def _stepping(item: Item, leg: int, part: float) -> dict[str, Point]:
    """A foot that steps is carried over the floor in an arc of the given height."""
    if not item.steps:
        return {}
    ends = [_end(item, leg), _end(item, (leg + 1) % len(item.keys()))]
    places = {}
    for name, height in item.steps.items():
        (x, y), (to, up) = (_settled(item, name, end[name]) for end in ends)
        rise = height * math.sin(math.pi * part)
        places[name] = (x + (to - x) * part, y + (up - y) * part + rise)
    return places
