"""Sections on one page: the largest type that fits, else shortened, signs after all others."""

from collections.abc import Callable, Sequence

from lbp_app.content.wording import Wording
from lbp_app.exchange.doctor_blocks import Block

GAP = 2.6  # mm between sections
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.6)  # points, the largest that fits is taken
MOST_LINES, SIGN_LINES = 48, 12  # of a section that is shortened; signs have so many at least


def fitting(
    laid: Callable[[float], list[Block]], t: Wording, room: float
) -> tuple[list[Block], bool]:
    """The sections as `laid` makes them of a size, and whether some had to be shortened."""
    smallest = laid(SIZES[-1])
    if height_of(smallest) > room:
        return _shortened(smallest, t, room), True
    for size in SIZES[:-1]:
        if height_of(blocks := laid(size)) <= room:
            return blocks, False
    return smallest, False


def height_of(blocks: Sequence[Block]) -> float:
    return sum(block.height + GAP for block in blocks)


def _shortened(blocks: Sequence[Block], t: Wording, room: float) -> list[Block]:
    """All share the room, signs before the others; what is left over is for the signs again."""

    def fits(most: int, signs: int) -> bool:
        return height_of(_cut(blocks, most, signs, t)) <= room

    most = next((n for n in range(MOST_LINES, 1, -1) if fits(n, max(n, SIGN_LINES))), 1)
    signs = next((n for n in range(MOST_LINES, SIGN_LINES, -1) if fits(most, n)), SIGN_LINES)
    return _cut(blocks, most, signs, t)


def _cut(blocks: Sequence[Block], most: int, signs: int, t: Wording) -> list[Block]:
    return [block.cut(signs if block.first else most, t) for block in blocks]
