"""The head, in profile and from the front; what lies between is a mixture of the two."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from tools.figures.ink import ink, smooth
from tools.figures.look import Look
from tools.figures.skeleton import Point

Outline = Sequence[Point]

# From the top of the forehead over nose and chin to the nape; x is where the face looks, y is up.
FACE_PROFILE: Outline = (
    *((2.8, 5.4), (4.9, 3.0), (5.1, 1.0), (6.7, -1.3), (5.2, -2.1), (5.1, -3.6), (4.0, -5.8)),
    *((1.0, -5.7), (-1.8, -3.8), (-5.0, -1.5), (-5.2, 3.0), (-1.5, 6.0)),
)
FACE_FRONT: Outline = (
    *((1.6, 6.0), (4.4, 3.6), (5.1, 0.8), (5.0, -1.2), (4.5, -3.2), (3.2, -5.2), (1.2, -6.3)),
    *((-1.2, -6.3), (-3.2, -5.2), (-5.0, -1.2), (-4.6, 3.4), (-1.6, 6.0)),
)
# The hair line first, then round the skull.
HAIR_PROFILE: Outline = (
    *((4.9, 3.1), (2.4, 2.9), (0.6, 2.2), (0.2, 0.4), (-1.6, 0.2), (-2.0, -2.4), (-3.6, -4.2)),
    *((-5.6, -2.0), (-6.3, 1.6), (-4.8, 5.2), (-1.2, 7.0), (2.8, 6.4)),
)
HAIR_FRONT: Outline = (
    *((5.3, 0.2), (4.4, 2.4), (2.2, 3.9), (0.2, 3.6), (-2.2, 3.2), (-4.4, 2.2), (-5.2, 0.2)),
    *((-5.9, 1.2), (-5.5, 4.2), (-3.4, 6.4), (0.0, 7.2), (4.2, 5.6)),
)
BOB_PROFILE: Outline = (
    *((4.9, 3.1), (3.0, 3.0), (1.8, 1.4), (1.6, -1.6), (0.6, -4.6), (-2.2, -5.4), (-5.0, -5.0)),
    *((-6.6, -2.2), (-6.7, 1.8), (-5.0, 5.4), (-1.2, 7.2), (2.8, 6.5)),
)
BOB_FRONT: Outline = (
    *((4.6, -4.6), (4.6, 1.2), (2.2, 3.8), (0.2, 3.6), (-2.2, 3.2), (-4.6, 1.2), (-4.6, -4.6)),
    *((-6.4, -4.2), (-6.2, 3.2), (-3.6, 6.6), (0.0, 7.4), (6.2, 3.2)),
)
FRINGE_PROFILE: Outline = (
    *((0.4, 1.6), (0.2, 0.4), (-1.6, 0.2), (-2.0, -2.4), (-3.6, -4.2)),
    *((-5.6, -2.0), (-6.1, 1.0), (-5.4, 3.2), (-3.0, 2.6)),
)
BEARD_PROFILE: Outline = (
    *((5.3, -3.0), (5.2, -4.4), (4.2, -6.4), (1.0, -6.4), (-1.6, -4.2), (-0.8, -1.0)),
    *((0.6, -2.6), (3.0, -3.2)),
)
BEARD_FRONT: Outline = (
    *((5.0, -1.0), (4.6, -3.8), (2.4, -6.5), (-2.4, -6.5), (-4.6, -3.8), (-5.0, -1.0)),
    *((-2.6, -2.8), (2.6, -2.8)),
)
EYES, EYE_FRONT, EYE_PROFILE, ONE_EYE = "#2B2523", 2.1, 3.4, 0.55
FRINGE_FRONT: Outline = (
    *((-4.6, 1.4), (-4.7, 0.4), (-4.8, 0.2), (-4.8, -1.4), (-5.0, -2.4)),
    *((-5.5, -1.0), (-5.9, 1.0), (-5.7, 2.6), (-5.1, 2.4)),
)
CROWN = {
    "short": (HAIR_PROFILE, HAIR_FRONT),
    "bun": (HAIR_PROFILE, HAIR_FRONT),
    "bob": (BOB_PROFILE, BOB_FRONT),
}


def draw_head(on: skia.Canvas, at: Point, up: float, yaw: float, look: Look) -> None:
    """`up`: degrees of the crown; `yaw`: 1 looks right of it, 0 to the viewer, -1 left."""
    on.save()
    on.translate(*at)
    on.rotate(up - 90)
    on.scale(-1 if yaw < 0 else 1, 1)
    _features(on, abs(yaw), look)
    on.restore()


def _features(on: skia.Canvas, side: float, look: Look) -> None:
    hair = ink(look.hair)
    if look.person.hair == "bun":
        on.drawCircle(-5.9 * side, 3.0 + 4.4 * (1 - side), 3.0, hair)
    on.drawPath(smooth(_mixed(FACE_PROFILE, FACE_FRONT, side)), ink(look.skin))
    if look.person.beard:
        on.drawPath(smooth(_mixed(BEARD_PROFILE, BEARD_FRONT, side)), hair)
    if look.person.hair in CROWN:
        on.drawPath(smooth(_mixed(*CROWN[look.person.hair], side)), hair)
    else:
        on.drawPath(smooth(_mixed(FRINGE_PROFILE, FRINGE_FRONT, side)), hair)
    _ears(on, side, look)
    _eyes(on, side)
    if side < 0.5:
        on.drawOval(skia.Rect(-0.6, -2.6, 0.6, -1.2), ink(look.skin, 0.93))


def _eyes(on: skia.Canvas, side: float) -> None:
    """The one that turns away is hidden first."""
    for ahead_, beside in ((EYE_FRONT, EYE_PROFILE), (-EYE_FRONT, EYE_PROFILE + 1.8)):
        if ahead_ > 0 or side < ONE_EYE:
            on.drawCircle(ahead_ * (1 - side) + beside * side, 0.2, 0.62, ink(EYES))


def _ears(on: skia.Canvas, side: float, look: Look) -> None:
    if look.person.hair == "bob":
        return
    x = -5.2 + 4.4 * side
    on.drawOval(skia.Rect(x - 1.1, -2.0, x + 1.1, 1.2), ink(look.skin, 0.88))
    if side < 0.4:
        on.drawOval(skia.Rect(4.1, -2.0, 6.3, 1.2), ink(look.skin, 0.88))


def _mixed(profile: Outline, front: Outline, side: float) -> list[Point]:
    return [
        (p[0] * side + f[0] * (1 - side), p[1] * side + f[1] * (1 - side))
        for p, f in zip(profile, front, strict=True)
    ]
