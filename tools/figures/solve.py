"""Moves a pose as little as it takes to leave planted joints where they are and the floor whole.

Damped least squares over all turns at once (Levenberg): for one arm or leg it is two-bone inverse
kinematics, and it also finds the rest when both ends of the body are planted, as in a plank.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.figures.skeleton import INDEX, JOINTS, TURNS, Numbers, Point, lengths, stretched

ROUNDS, FREE_ROUNDS, HELD, DAMPING, FARTHEST, STILL = 18, 4, 6.0, 1e-3, 0.25, 3e-4
# The trunk keeps its shape, arms and legs give: weights of the wish to stay at the key frame.
STIFF = np.array([2.2, 2.2, 2.2, *[0.8] * 4, 0.9, 0.9, 1.2, 0.9, 0.9, 1.2])


@dataclass(frozen=True)
class Body:
    """A pose that stands somewhere: its numbers and where every joint is."""

    pose: dict[str, float]
    joints: dict[str, Point]


def solved(pose: dict[str, float], pins: dict[str, Point], depths: Numbers | None = None) -> Body:
    """The nearest pose with `pins` in their places and no joint deeper than `depths`."""
    long = lengths(pose)
    wish = np.array([pose[turn] for turn in TURNS])
    turns, hip = wish.copy(), _first_hip(wish, long, pins)
    resting = np.zeros(len(JOINTS), dtype=bool)
    for done in range(ROUNDS):
        places, motion = stretched(turns, hip, long)
        below = _below(places, depths)
        resting = resting | below if done > FREE_ROUNDS else below
        step = _step((places, motion), wish - turns, pins, resting, depths)
        turns = turns + np.degrees(np.clip(step[:-2], -FARTHEST, FARTHEST))
        hip = hip + step[-2:]
        if done > FREE_ROUNDS + 1 and np.abs(step).max() < STILL:
            break
    places, _ = stretched(turns, hip, long)
    at = {name: (float(x), float(y)) for name, (x, y) in zip(JOINTS, places, strict=True)}
    return Body(pose | dict(zip(TURNS, map(float, turns), strict=True)), at)


def _first_hip(wish: Numbers, long: Numbers, pins: dict[str, Point]) -> Numbers:
    places, _ = stretched(wish, np.zeros(2), long)
    return np.asarray(
        np.mean([np.array(place) - places[INDEX[name]] for name, place in pins.items()], axis=0)
    )


def _below(places: Numbers, depths: Numbers | None) -> NDArray[np.bool_]:
    if depths is None:
        return np.zeros(len(places), dtype=bool)
    return np.asarray((places[:, 1] < depths) & (depths > 0))


def _step(
    now: tuple[Numbers, Numbers],
    short: Numbers,
    pins: dict[str, Point],
    resting: NDArray[np.bool_],
    depths: Numbers | None,
) -> Numbers:
    """`short`: degrees to the key frame. Joints at `resting` are brought to their depth."""
    places, motion = now
    rows, missing = [np.diag([*STIFF, 0.0, 0.0])], [np.append(STIFF * np.radians(short), [0, 0])]
    for name, place in pins.items():
        rows.append(motion[INDEX[name]] * HELD)
        missing.append((np.array(place) - places[INDEX[name]]) * HELD)
    if depths is not None:
        rows.append(motion[resting, 1] * HELD)
        missing.append((depths - places[:, 1])[resting] * HELD)
    slope, gap = np.concatenate(rows), np.concatenate(missing)
    square = slope.T @ slope + DAMPING * np.eye(slope.shape[1])
    return np.asarray(np.linalg.solve(square, slope.T @ gap))
