"""The bones of the figure: lengths in hundredths of body height, angles in degrees.

Angles are absolute: 0 is right, 90 up. A pose holds one number for each of `TURNS`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Point = tuple[float, float]
Joints = dict[str, Point]

TURNS = ("L", "T", "H", "a", "f", "A", "F", "t", "s", "o", "u", "v", "w")
HALF_SHOULDERS, HALF_HIPS = 7.5, 5.0


class Bone(NamedTuple):
    """From one joint to the next, in the direction of a turn (plus `aside` degrees)."""

    joint: str
    parent: str
    turn: str
    length: float
    aside: float = 0.0
    breadth: str = ""


BONES = (
    Bone("waist", "hip", "L", 14),
    Bone("shoulder", "waist", "T", 16),
    Bone("neck", "shoulder", "H", 5),
    Bone("head", "neck", "H", 6),
    Bone("shoulder1", "shoulder", "T", HALF_SHOULDERS, 90, "W"),
    Bone("shoulder2", "shoulder", "T", HALF_SHOULDERS, -90, "W"),
    Bone("elbow", "shoulder1", "a", 16.5),
    Bone("hand", "elbow", "f", 15),
    Bone("elbow2", "shoulder2", "A", 16.5),
    Bone("hand2", "elbow2", "F", 15),
    Bone("hip1", "hip", "L", HALF_HIPS, 90, "B"),
    Bone("hip2", "hip", "L", HALF_HIPS, -90, "B"),
    Bone("knee", "hip1", "t", 24.5),
    Bone("foot", "knee", "s", 24.5),
    Bone("toe", "foot", "o", 8),
    Bone("knee2", "hip2", "u", 24.5),
    Bone("foot2", "knee2", "v", 24.5),
    Bone("toe2", "foot2", "w", 8),
)
JOINTS = ("hip", *(bone.joint for bone in BONES))
INDEX = {name: at for at, name in enumerate(JOINTS)}

# How far the skin lies from a joint, so that it rests on the floor and not in it.
DEPTH = dict.fromkeys(JOINTS, 0.0) | {
    "hip": 6.4,
    "waist": 5.4,
    "shoulder": 5.2,
    "head": 6.0,
    "knee": 3.9,
    "knee2": 3.9,
    "foot": 2.6,
    "foot2": 2.6,
    "toe": 2.6,
    "toe2": 2.6,
    "hand": 1.9,
    "hand2": 1.9,
    "elbow": 2.7,
    "elbow2": 2.7,
    "hip1": 5.6,
    "hip2": 5.6,
    "shoulder1": 4.2,
    "shoulder2": 4.2,
}
DEPTHS = {
    "side": np.array([DEPTH[name] for name in JOINTS]),
    "front": np.array([0.0 if name.startswith("toe") else DEPTH[name] for name in JOINTS]),
    "top": np.zeros(len(JOINTS)),
}
# The other side's name of a joint or a number.
OTHER_SIDE = {
    **{name: f"{name}2" for name in ("elbow", "hand", "knee", "foot", "toe")},
    **{"shoulder1": "shoulder2", "hip1": "hip2"},
    **{"a": "A", "f": "F", "n": "N", "t": "u", "s": "v", "o": "w"},
}
OTHER_SIDE |= {there: here for here, there in OTHER_SIDE.items()}


def _below() -> NDArray[np.bool_]:
    """For each joint the bones that carry it."""
    carried = np.zeros((len(JOINTS), len(BONES)), dtype=bool)
    for at, bone in enumerate(BONES):
        carried[INDEX[bone.joint]] = carried[INDEX[bone.parent]]
        carried[INDEX[bone.joint], at] = True
    return carried


CARRIED = _below()
TURN_OF = np.array([TURNS.index(bone.turn) for bone in BONES])
ASIDE = np.array([bone.aside for bone in BONES])


def lengths(pose: dict[str, float]) -> Numbers:
    """Of every bone as it is seen: shorter where it points to the viewer."""
    return np.array(
        [
            bone.length
            * (pose.get(bone.breadth, 0.0) if bone.breadth else pose.get(bone.turn + "_k", 1.0))
            for bone in BONES
        ]
    )


def stretched(turns: Numbers, hip: Numbers, long: Numbers) -> tuple[Numbers, Numbers]:
    """Where the joints are (joints x 2), and how they move with each turn and with the hip."""
    angles = np.radians(turns[TURN_OF] + ASIDE)
    along = np.stack([np.cos(angles), np.sin(angles)], axis=1) * long[:, None]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    places = hip + CARRIED @ along
    motion = np.zeros((len(JOINTS), 2, len(TURNS) + 2))
    for turn in range(len(TURNS)):
        chosen = turn == TURN_OF
        motion[:, :, turn] = CARRIED[:, chosen] @ across[chosen]
    motion[:, 0, -2] = motion[:, 1, -1] = 1.0
    return places, motion
