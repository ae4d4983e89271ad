"""One turn of the endless loop: out, rest, back, rest, and the same for the other side."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tools.figures.items import Item
from tools.figures.mirror import swapped_body
from tools.figures.poses import blended, body_at
from tools.figures.skeleton import OTHER_SIDE
from tools.figures.solve import Body, solved

FRAME_MS = 50
MOVE, HOLD_MOVE, REST, CHANGE, FADE, BREATHS = 2000, 1500, 500, 800, 100, 2000
BREATH_DEGREES = 1.0
SAME = 0.6  # nearer than this, two places are one


@dataclass(frozen=True)
class Frame:
    """A body for some milliseconds; `turned` when the whole picture is mirrored."""

    body: Body
    ms: int
    planted: frozenset[str]
    turned: bool = False
    strength: float = 1.0


def moments(ms: int) -> list[float]:
    """From 0 to 1, slow at both ends, one value a frame; without the 0."""
    count = ms // FRAME_MS
    return [(1 - math.cos(math.pi * step / count)) / 2 for step in range(1, count + 1)]


def loop(item: Item) -> list[Frame]:
    """All frames of one turn; the last leads over into the first."""
    once = list(_once(item, breathes=item.hold))
    if item.one_sided == "swap":
        other = [swapped(frame, item) for frame in once]
        return [
            *once,
            *_change(item, once[-1], other[-1]),
            *other,
            *_change(item, other[-1], once[-1]),
        ]
    if item.one_sided == "turn":
        other = [replace(frame, turned=True) for frame in _once(item, breathes=False)]
        return [*once, *_turning(once[-1], other[-1]), *other, *_turning(other[-1], once[-1])]
    return once


def _once(item: Item, breathes: bool) -> Iterator[Frame]:
    planted = frozenset(item.held)
    if item.more:
        for leg in range(len(item.keys())):
            count = MOVE // 2 // FRAME_MS
            yield from (
                Frame(body_at(item, leg, (step + 1) / count), FRAME_MS, planted)
                for step in range(count)
            )
        return
    parts = moments(HOLD_MOVE if item.hold else MOVE)
    yield from (Frame(body_at(item, 0, part), FRAME_MS, planted) for part in parts)
    rest = [Frame(body_at(item, 0, 1.0), REST, planted)]
    yield from _breaths(item, planted) if breathes else rest
    back = [0.0, *parts[:-1]][::-1]
    yield from (Frame(body_at(item, 0, part), FRAME_MS, planted) for part in back)
    yield Frame(body_at(item, 0, 0.0), REST, planted)


def _breaths(item: Item, planted: frozenset[str]) -> Iterator[Frame]:
    count = BREATHS // FRAME_MS
    for step in range(1, count + 1):
        breath = round(BREATH_DEGREES * math.sin(2 * math.pi * step / count), 6)
        yield Frame(body_at(item, 0, 1.0, breath), FRAME_MS, planted)


def swapped(frame: Frame, item: Item) -> Frame:
    """The same for the other side: near and far change places (seen from the front: mirrored)."""
    body = swapped_body(frame.body, item)
    planted = frozenset(OTHER_SIDE.get(name, name) for name in frame.planted)
    return replace(frame, body=body, planted=planted)


def _change(item: Item, last: Frame, first: Frame) -> Iterator[Frame]:
    """From the start for one side to the start for the other, if they differ."""
    if all(math.dist(last.body.joints[n], first.body.joints[n]) < SAME for n in first.body.joints):
        return
    here, there = last.body.joints, first.body.joints
    both = [n for n in sorted(first.planted | last.planted) if math.dist(here[n], there[n]) < SAME]
    held = {name: here[name] for name in both}
    goal = _unwound(last.body.pose, first.body.pose)
    for part in moments(CHANGE):
        pose = blended(last.body.pose, goal, part)
        yield Frame(solved(pose, held, item.depths), FRAME_MS, frozenset(both))


def _unwound(a: dict[str, float], b: dict[str, float]) -> dict[str, float]:
    """`b` with every angle turned the short way from `a`."""
    angles = {name for name in a if len(name) == 1 and name not in "YWBP"}
    return {
        name: a[name] + (value - a[name] + 180) % 360 - 180 if name in angles else value
        for name, value in b.items()
    }


def _turning(last: Frame, first: Frame) -> Iterator[Frame]:
    """Goes into nothing and comes out of it the other way round, so that the turn is no jump."""
    steps = FADE // FRAME_MS
    for step in range(steps - 1, -1, -1):
        yield replace(last, ms=FRAME_MS, strength=step / steps)
    for step in range(1, steps + 1):
        yield replace(first, ms=FRAME_MS, strength=step / steps)
