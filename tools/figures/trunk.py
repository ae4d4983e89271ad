"""The trunk: an outline round the curve of the spine, in shirt above the hem and trousers below."""

from __future__ import annotations

import math

import skia

from tools.figures.arms import shoulder_end
from tools.figures.ink import ahead, between, capsule, ink, smooth
from tools.figures.look import Look
from tools.figures.skeleton import Point
from tools.figures.solve import Body

# How far the outline of the trunk lies from the spine, from seat to shoulders: part, front, back.
TRUNK = {
    "slim": (
        *((-0.12, 3.6, 4.4), (0.0, 5.3, 6.5), (0.14, 5.4, 6.2), (0.32, 5.2, 5.2), (0.5, 5.5, 5.2)),
        *((0.68, 6.2, 5.8), (0.84, 5.9, 5.9), (0.97, 3.9, 4.6), (1.05, 2.0, 2.6)),
    ),
    "round": (
        *((-0.12, 4.2, 4.9), (0.0, 6.4, 7.3), (0.14, 7.6, 7.0), (0.32, 8.3, 6.0), (0.5, 8.0, 5.9)),
        *((0.68, 7.4, 6.4), (0.84, 6.6, 6.3), (0.97, 4.3, 4.9), (1.05, 2.2, 2.8)),
    ),
}
HEM = {"slim": 0.21, "round": 0.25}  # below it the trunk wears trousers


def draw_trunk(on: skia.Canvas, body: Body, look: Look, broad: bool) -> None:
    outline = trunk_outline(body, look.person.shape)
    shape = smooth(outline)
    on.drawPath(shape, ink(look.shirt))
    on.save()
    on.clipPath(shape, doAntiAlias=True)
    on.drawPath(_below_hem(body, HEM[look.person.shape]), ink(look.trousers))
    on.restore()
    if broad:
        one, two = body.joints["hip1"], body.joints["hip2"]
        capsule(on, one, 5.9, two, 5.9, ink(look.trousers))
    for side in ("1", "2"):
        _shoulder(on, body, side, look, broad)


def _shoulder(on: skia.Canvas, body: Body, side: str, look: Look, broad: bool) -> None:
    """From the front it slopes from the neck down to the arm."""
    top = body.joints["shoulder"]
    end = shoulder_end(body, side) if broad else body.joints[f"shoulder{side}"]
    capsule(on, top, 2.2 if broad else 3.4, end, 3.2 if broad else 3.4, ink(look.shirt))


def spine(body: Body, part: float) -> tuple[Point, float]:
    """A point of the curve hip, waist, shoulder, and its direction in degrees."""
    hip, waist, top = (body.joints[name] for name in ("hip", "waist", "shoulder"))
    bend = (2 * waist[0] - (hip[0] + top[0]) / 2, 2 * waist[1] - (hip[1] + top[1]) / 2)
    bend = between(waist, bend, 0.75)
    kept = min(max(part, 0.0), 1.0)
    first, second = between(hip, bend, kept), between(bend, top, kept)
    turn = math.degrees(math.atan2(second[1] - first[1], second[0] - first[0]))
    return ahead(between(first, second, kept), turn, (part - kept) * 30), turn


def trunk_outline(body: Body, shape: str) -> list[Point]:
    """Up the front and down the back; broad figures get shoulders and hips on both sides."""
    front, back = [], []
    facing = -1.0 if body.pose["Y"] < -0.3 else 1.0
    for part, ahead_, behind in TRUNK[shape]:
        at, turn = spine(body, part)
        puff = body.pose["P"] * max(0.0, 1 - abs(part - 0.36) * 3.2)
        wide_front, wide_back = _breadth(body, part, (ahead_ + puff, behind), shape)
        front.append(ahead(at, turn - 90 * facing, wide_front))
        back.append(ahead(at, turn + 90 * facing, wide_back))
    return [*front, *reversed(back)]


def _breadth(
    body: Body, part: float, depth: tuple[float, float], shape: str
) -> tuple[float, float]:
    broad = abs(body.pose["B"]) + (abs(body.pose["W"]) - abs(body.pose["B"])) * min(max(part, 0), 1)
    waist = 8.4 if shape == "round" else 7.2
    hips = 9.6 if shape == "round" else 9.2
    wide = (
        hips + (waist - hips) * min(1, max(0, part) / 0.4)
        if part < 0.4
        else waist + (10.0 - waist) * (part - 0.4) / 0.5
    )
    wide = min(wide, 10.2) if part < 0.95 else (7.0 if part < 1 else 3.0)
    return depth[0] * (1 - broad) + wide * broad, depth[1] * (1 - broad) + wide * broad


def _below_hem(body: Body, hem: float) -> skia.Path:
    at, turn = spine(body, hem)
    low = ahead(at, turn + 180, 40)
    corners = [
        ahead(at, turn + 90, 30),
        ahead(at, turn - 90, 30),
        ahead(low, turn - 90, 30),
        ahead(low, turn + 90, 30),
    ]
    shape = skia.Path()
    shape.addPoly([skia.Point(*corner) for corner in corners], True)
    return shape
