"""Moves a pose as little as it takes to leave planted joints where they are and the floor whole.

Damped least squares over all turns at once (Levenberg): for one arm or leg it is two-bone inverse
kinematics, and it also finds the rest when both ends of the body are planted, as in a plank.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.figures.skeleton import DEPTH, INDEX, JOINTS, TURNS, Numbers, Point, lengths, stretched

ROUNDS, HELD, DAMPING = 14, 60.0, 1e-3
# The trunk keeps its shape, arms and legs give: weights of the wish to stay at the key frame.
STIFF = np.array([2.2, 2.2, 2.2, *[0.8] * 4, 0.9, 0.9, 1.2, 0.9, 0.9, 1.2])
DEPTHS = np.array([DEPTH[name] for name in JOINTS])


@dataclass(frozen=True)
class Body:
    """A pose that stands somewhere: its numbers and where every joint is."""

    pose: dict[str, float]
    joints: dict[str, Point]


def solved(pose: dict[str, float], pins: dict[str, Point], floor: bool) -> Body:
    """The nearest pose to `pose` with the joints of `pins` in their places, none below the floor."""
    long = lengths(pose)
    wish = np.array([pose[turn] for turn in TURNS])
    turns, hip = wish.copy(), _first_hip(wish, long, pins)
    for _ in range(ROUNDS):
        step = _step(turns, hip, wish, long, pins, floor)
        turns = turns + np.degrees(step[:-2])
        hip = hip + step[-2:]
    places, _ = stretched(turns, hip, long)
    at = {name: (float(x), float(y)) for name, (x, y) in zip(JOINTS, places, strict=True)}
    return Body(pose | dict(zip(TURNS, map(float, turns), strict=True)), at)


def _first_hip(wish: Numbers, long: Numbers, pins: dict[str, Point]) -> Numbers:
    places, _ = stretched(wish, np.zeros(2), long)
    return np.mean([np.array(place) - places[INDEX[name]] for name, place in pins.items()], axis=0)


def _step(
    turns: Numbers,
    hip: Numbers,
    wish: Numbers,
    long: Numbers,
    pins: dict[str, Point],
    floor: bool,
) -> Numbers:
    places, motion = stretched(turns, hip, long)
    rows, missing = (
        [np.diag([*STIFF, 0.0, 0.0])],
        [np.append(STIFF * np.radians(wish - turns), [0, 0])],
    )
    for name, place in pins.items():
        rows.append(motion[INDEX[name]] * HELD / 10)
        missing.append((np.array(place) - places[INDEX[name]]) * HELD / 10)
    if floor:
        under = (places[:, 1] < DEPTHS) & (DEPTHS > 0)
        rows.append(motion[under, 1] * HELD / 10)
        missing.append((DEPTHS - places[:, 1])[under] * HELD / 10)
    slope, gap = np.concatenate(rows), np.concatenate(missing)
    square = slope.T @ slope + DAMPING * np.eye(slope.shape[1])
    return np.asarray(np.linalg.solve(square, slope.T @ gap))
