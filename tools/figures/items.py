"""What is drawn, as data: the key frames of every item and the people who show them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from tools.figures.skeleton import DEPTHS, TURNS, Numbers, Point

HERE = Path(__file__).parent


class Arrow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Follows a joint from start to end, or runs round one (`round`), in degrees of the arc.

    `squeeze`: how wide and how high an arc is, as parts of a circle.
    """

    joint: str
    shift: Point = (0.0, 0.0)
    round: float = 0.0
    squeeze: Point = (1.0, 1.0)
    begin: float = 0.0
    end: float = 0.0
    both: bool = False
    least: float = 14.0


class Item(msgspec.Struct, forbid_unknown_fields=True, frozen=True, eq=False, kw_only=True):
    """One picture. `docs/figures.md` explains every field."""

    id: str
    name: str
    view: Literal["side", "front", "top"]
    person: str
    anchor: str
    planted: list[str] = []
    start: dict[str, float]
    end: dict[str, float]
    more: list[dict[str, float]] = []
    through: dict[str, float] = {}
    steps: dict[str, float] = {}
    hold: bool = False
    one_sided: Literal["", "swap", "turn"] = ""
    flat_hands: list[str] = []
    near_hands: list[str] = []
    head_over_arm: bool = False
    props: list[str] = []
    arrows: list[Arrow] = []
    forward: float = 0.0
    ghost: bool = True
    note: str = ""

    def keys(self) -> list[dict[str, float]]:
        """Every key frame with all its numbers: two, or four for a circle."""
        first = self._defaults() | self.start
        later = [self.more[0], self.end, self.more[1]] if self.more else [self.end]
        return [first, *(first | each for each in later)]

    def _defaults(self) -> dict[str, float]:
        broad = 1.0 if self.view == "front" else 0.0
        factors = {f"{turn}_k": 1.0 for turn in TURNS}
        return {"Y": 1.0 - broad, "W": broad, "B": broad, "P": 0.0, "n": 0.0, "N": 0.0} | factors

    @property
    def held(self) -> list[str]:
        return [self.anchor, *self.planted]

    @property
    def floor(self) -> bool:
        return self.view != "top"

    @property
    def depths(self) -> Numbers:
        """How far each joint stays from the floor; toes that point to us may be seen below it."""
        return DEPTHS[self.view]


class Person(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    skin: str
    shape: Literal["slim", "round"]
    hair: Literal["bun", "short", "bob", "bald"]
    hair_colour: tuple[str, str]
    shirt: tuple[str, str]
    trousers: tuple[str, str]
    shoes: tuple[str, str]
    beard: bool = False


class Cast(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Colours are pairs: on the light ground, on the dark one."""

    skins: dict[str, tuple[str, str]]
    people: dict[str, Person]
    stage: dict[str, tuple[str, str]]


@cache
def items() -> tuple[Item, ...]:
    """In the order of the files and of their lines."""
    files = sorted(HERE.glob("items-*.yaml"))
    return tuple(
        item
        for file in files
        for item in msgspec.yaml.decode(file.read_text("utf-8"), type=list[Item])
    )


@cache
def cast() -> Cast:
    return msgspec.yaml.decode((HERE / "cast.yaml").read_text("utf-8"), type=Cast)
