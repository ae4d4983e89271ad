"""One frame or one still on transparent ground, cut to 4:3 round everything that is ever seen."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import skia
from PIL import Image

from tools.figures.arrows import draw_arrows, ways
from tools.figures.figure import draw_figure
from tools.figures.ink import ink
from tools.figures.items import Item
from tools.figures.look import look_of, stage
from tools.figures.loop import Frame, loop
from tools.figures.poses import body_at
from tools.figures.props import CHAIR_BACK, DEEP_MAT, draw_bag, draw_behind, draw_ground
from tools.figures.skeleton import Joints
from tools.figures.solve import Body

MARGIN, LEAST_WIDTH = 2.5, 106.0
ROUND_JOINT, ROUND_HEAD, ROUND_ARROW = 6.5, 9.0, 4.0


class Box(NamedTuple):
    left: float
    low: float
    right: float
    high: float


@cache
def everywhere(item: Item) -> list[Joints]:
    return [frame.body.joints for frame in loop(item)]


@cache
def frame_of(item: Item) -> Box:
    """What the picture shows, in hundredths of body height: 4:3, the drawing in its middle."""
    box = drawn_box(item)
    wide = max(
        LEAST_WIDTH, box.right - box.left + 2 * MARGIN, (box.high - box.low + 2 * MARGIN) * 4 / 3
    )
    tall, middle = wide * 3 / 4, (box.left + box.right) / 2
    spare = tall - (box.high - box.low)
    low = box.low - (spare / 2 if item.view == "top" else min(spare / 2, MARGIN + spare * 0.4))
    return Box(middle - wide / 2, low, middle + wide / 2, low + tall)


@cache
def drawn_box(item: Item) -> Box:
    """Round every joint of every frame, the things and the arrows."""
    spots = [
        (x, y, ROUND_HEAD if name == "head" else ROUND_JOINT)
        for joints in everywhere(item)
        for name, (x, y) in joints.items()
    ]
    spots += [(x, y, ROUND_ARROW) for way, _ in ways(item) for x, y in way]
    start = everywhere(item)[-1]
    if "chair" in item.props:
        spots.append((start["hip"][0] - item.forward - 11.4, start["hip"][1] - 6 + CHAIR_BACK, 3.0))
    if "bag" in item.props:
        spots += [(j["hand"][0], j["hand"][1] - 4, 8.0) for j in everywhere(item)]
    return Box(
        min(x - r for x, _, r in spots) - 2,
        _low(item, min(y - r for _, y, r in spots)),
        max(x + r for x, _, r in spots) + 2,
        max(y + r for _, y, r in spots) + (4 if item.view == "top" else 0),
    )


def _low(item: Item, lowest: float) -> float:
    """Below what is seen from the side or from the front there is the edge of its ground."""
    if item.view == "top":
        return lowest - 4
    return DEEP_MAT[1] - 2.7 if item.near_hands else -8.0


def _canvas(item: Item, width: int) -> tuple[skia.Surface, skia.Canvas]:
    box = frame_of(item)
    surface = skia.Surface(width, width * 3 // 4)
    on = surface.getCanvas()
    scale = width / (box.right - box.left)
    on.scale(scale, -scale)
    on.translate(-box.left, -box.high)
    return surface, on


def _pixels(surface: skia.Surface) -> Image.Image:
    seen = surface.makeImageSnapshot().toarray(
        colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType
    )
    return Image.fromarray(np.ascontiguousarray(seen), "RGBA")


def frame_picture(item: Item, frame: Frame, mode: str, width: int) -> Image.Image:
    surface, on = _canvas(item, width)
    colours = stage(mode)
    if frame.turned:
        box = frame_of(item)
        on.translate(box.left + box.right, 0)
        on.scale(-1, 1)
    draw_ground(on, item, everywhere(item), colours)
    if frame.strength < 1:
        on.saveLayerAlpha(None, round(255 * frame.strength))
    draw_behind(on, item, body_at(item, 0, 0.0).joints, colours)
    _person(on, item, frame.body, mode)
    return _pixels(surface)


def _person(on: skia.Canvas, item: Item, body: Body, mode: str) -> None:
    if "bag" in item.props:
        draw_bag(on, body.joints, stage(mode))
    draw_figure(on, item, body, look_of(item.person, mode))


def still_bodies(item: Item) -> tuple[Body, Body]:
    """Where the movement leads, in full, and where it begins, which is the ghost behind it."""
    start, end = body_at(item, 0, 0.0), body_at(item, 1 if item.more else 0, 1.0)
    return end, start


def still_picture(item: Item, mode: str, width: int) -> Image.Image:
    surface, on = _canvas(item, width)
    colours = stage(mode)
    main, other = still_bodies(item)
    draw_ground(on, item, everywhere(item), colours)
    if item.ghost:
        _ghost(on, item, other, mode)
    draw_behind(on, item, body_at(item, 0, 0.0).joints, colours)
    _person(on, item, main, mode)
    box = frame_of(item)
    draw_arrows(on, item, colours["arrow"], box.right - box.left)
    return _pixels(surface)


def _ghost(on: skia.Canvas, item: Item, body: Body, mode: str) -> None:
    """The whole figure in one pale colour."""
    colour = ink(stage(mode)["ghost"]).getColor()
    veil = skia.Paint(
        ColorFilter=skia.ColorFilters.Blend(colour | 0xFF000000, skia.BlendMode.kSrcIn)
    )
    veil.setAlpha(skia.ColorGetA(colour))
    on.saveLayer(None, veil)
    _person(on, item, body, mode)
    on.restore()
