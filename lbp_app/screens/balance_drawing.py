"""The scale with two pans, drawn: loads hang on the left, resources on the right, and it tips."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

import flet as ft

from lbp_app.model.balance import Heft, Side, Thing, lean
from lbp_app.screens.motion import use_calm
from lbp_app.screens.theme import Role
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import picture

WIDE, HIGH = 360, 196  # units of the drawing; tools/balance_scale.py draws its parts in them
PIVOT_X, PIVOT_Y, ARM = 180, 34, 112
BEAM = (248, 28)
PAN, HOOK_X, HOOK_Y, DISH_Y = (124, 102), 62, 3, 83
DISH_HALF = 54
STEEPEST = 15  # degrees
SWING = 800  # ms

STONE_HIGH, GAP = 15, 2
STONE_WIDE = {Heft.LITTLE: 15, Heft.SOME: 24, Heft.MUCH: 36}
SHRINK = 0.9
COLORS = {Side.LOAD: Role.WARM, Side.RESOURCE: Role.MAIN}
SHADES = (1.0, 0.8, 0.9)


@dataclass(frozen=True)
class Stone:
    """One thing on a pan, in units from the pan's corner."""

    left: float
    top: float
    wide: float
    high: float


def pile(hefts: Sequence[Heft]) -> list[Stone]:
    """Stones in rows between the cords, the heaviest lowest; smaller ones when there are many."""
    size, stones = 1.0, _piled(hefts, 1.0)
    while stones is None:
        size *= SHRINK
        stones = _piled(hefts, size)
    return stones


def _piled(hefts: Sequence[Heft], size: float) -> list[Stone] | None:
    """None when they do not fit."""
    high, gap = STONE_HIGH * size, GAP * size
    rest = [STONE_WIDE[heft] * size for heft in sorted(hefts, reverse=True)]
    stones: list[Stone] = []
    top = DISH_Y - high
    while rest:
        room = 2 * DISH_HALF * (top - HOOK_Y) / (DISH_Y - HOOK_Y)
        row = _row(rest, room, gap)
        if not row:
            return None
        left = HOOK_X - (sum(row) + gap * (len(row) - 1)) / 2
        for wide in row:
            stones.append(Stone(left, top, wide, high))
            left += wide + gap
        rest, top = rest[len(row) :], top - high - gap
    return stones


def _row(rest: Sequence[float], room: float, gap: float) -> list[float]:
    row: list[float] = []
    for wide in rest:
        if sum(row) + wide + gap * len(row) > room:
            break
        row.append(wide)
    return row


@ft.component
def BalanceDrawing(things: tuple[Thing, ...], width: float, said: str) -> ft.Control:
    """`width` in px; `said` is what a screen reader tells of it."""
    ui = use_ui()
    calm = use_calm(ui)
    ease = None if calm else ft.Animation(SWING, ft.AnimationCurve.EASE_OUT_BACK)
    unit, turn = width / WIDE, radians(lean(things) * STEEPEST)
    layers: list[ft.Control] = [
        picture(ui, "scale-stand", width=width, height=HIGH * unit, left=0, top=0),
        *(_pan(ui, side, things, unit, turn, ease) for side in Side),
        _beam(ui, unit, turn, ease),
    ]
    drawn = ft.Stack(layers, width=width, height=HIGH * unit)
    return ft.Semantics(
        content=drawn, label=said, image=True, container=True, exclude_semantics=True
    )


def _beam(ui: Ui, unit: float, turn: float, ease: ft.Animation | None) -> ft.Control:
    wide, high = (size * unit for size in BEAM)
    return ft.Container(
        picture(ui, "scale-beam", width=wide, height=high),
        left=PIVOT_X * unit - wide / 2,
        top=PIVOT_Y * unit - high / 2,
        width=wide,
        height=high,
        rotate=ft.Rotate(-turn),  # the left end sinks where loads weigh more
        animate_rotation=ease,
    )


def _pan(
    ui: Ui,
    side: Side,
    things: Sequence[Thing],
    unit: float,
    turn: float,
    ease: ft.Animation | None,
) -> ft.Control:
    arm = -ARM if side is Side.LOAD else ARM
    wide, high = (size * unit for size in PAN)
    hefts = [thing.heft for thing in things if thing.side is side]
    stones = [_stone(side, at, stone, unit) for at, stone in enumerate(pile(hefts))]
    drawing = picture(ui, "scale-pan", width=wide, height=high, left=0, top=0)
    return ft.Container(
        ft.Stack([drawing, *stones], width=wide, height=high),
        left=(PIVOT_X + arm * cos(turn) - HOOK_X) * unit,
        top=(PIVOT_Y - arm * sin(turn) - HOOK_Y) * unit,
        width=wide,
        height=high,
        animate_position=ease,
    )


def _stone(side: Side, at: int, stone: Stone, unit: float) -> ft.Control:
    shade = SHADES[at % len(SHADES)]
    return ft.Container(
        left=stone.left * unit,
        top=stone.top * unit,
        width=stone.wide * unit,
        height=stone.high * unit,
        border_radius=stone.high * unit / 2.2,
        bgcolor=COLORS[side] if shade == 1 else ft.Colors.with_opacity(shade, COLORS[side]),
    )
