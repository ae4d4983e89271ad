"""The sheet for the doctor on paper: always one page, the longest texts shortened if need be."""

from collections.abc import Sequence
from datetime import datetime

from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.doctor_blocks import Block, Measure, block_of
from lbp_app.exchange.letters import UNKNOWN
from lbp_app.exchange.page import HEIGHT, SOFT, TEAL, WIDTH, Font, Page, line_height
from lbp_app.model.doctor_card import CardPart, Paper, Sheet

EDGE, TOP, BOTTOM = 18.0, 15.0, 13.0  # mm
GAP = 2.6  # mm between sections
SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.6)  # points, the largest that fits is taken
MOST_LINES, SIGN_LINES = 48, 12  # of a section that is shortened; signs have so many at least
SMALL = 8.6
SIGNS = (CardPart.SIGNS, CardPart.THOUGHTS)


def paper_of(sheet: Sheet, made_at: datetime) -> Paper:
    t, page = wording_for(sheet.language), Page(sheet.language, sheet.title, made_at)
    begin = _head(page, sheet)
    blocks, shortened = _fitting(page, sheet, t, HEIGHT - BOTTOM - 12 - begin)
    y = begin
    for block in blocks:
        block.draw(page, y)
        y += block.height + GAP
    _foot(page, sheet, t)
    return Paper(page.content(), shortened, page.unknown)


def _head(page: Page, sheet: Sheet) -> float:
    """Where the sections begin."""
    page.write(EDGE, TOP, sheet.title, Font.SERIF, 24)
    page.write(WIDTH - EDGE, TOP + 4.3, sheet.made_on, Font.SANS, 11, SOFT, before=True)
    y = TOP + 13
    if who := page.clean(sheet.who):
        page.write(EDGE, y, page.wrap(who, Font.BOLD, 12, WIDTH - 2 * EDGE)[0], Font.BOLD, 12)
        y += 7
    page.rule(EDGE, y, WIDTH - EDGE, TEAL, 0.6)
    return y + 4.5


def _fitting(page: Page, sheet: Sheet, t: Wording, room: float) -> tuple[list[Block], bool]:
    """The sections, and whether some had to be shortened."""

    def laid(size: float) -> list[Block]:
        measure = Measure(page, size, EDGE, WIDTH - EDGE)
        return [block_of(measure, section) for section in sheet.sections]

    smallest = laid(SIZES[-1])
    if _height(smallest) > room:
        return _shortened(smallest, t, room), True
    for size in SIZES[:-1]:
        if _height(blocks := laid(size)) <= room:
            return blocks, False
    return smallest, False


def _shortened(blocks: Sequence[Block], t: Wording, room: float) -> list[Block]:
    """All share the room, signs before the others; what is left over is for the signs again."""

    def fits(most: int, signs: int) -> bool:
        return _height(_cut(blocks, most, signs, t)) <= room

    most = next((n for n in range(MOST_LINES, 1, -1) if fits(n, max(n, SIGN_LINES))), 1)
    signs = next((n for n in range(MOST_LINES, SIGN_LINES, -1) if fits(most, n)), SIGN_LINES)
    return _cut(blocks, most, signs, t)


def _cut(blocks: Sequence[Block], most: int, signs: int, t: Wording) -> list[Block]:
    return [block.cut(signs if block.part in SIGNS else most, t) for block in blocks]


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height + GAP for block in blocks)


def _foot(page: Page, sheet: Sheet, t: Wording) -> None:
    y = HEIGHT - BOTTOM - 2 * line_height(SMALL)
    page.rule(EDGE, y - 1.5, WIDTH - EDGE)
    page.write(EDGE, y, sheet.foot, Font.SANS, SMALL, SOFT)
    if page.unknown:
        told = t("{sign} står for skrifttegn, som arket ikke kan vise.", sign=UNKNOWN)
        page.write(EDGE, y + line_height(SMALL), told, Font.SANS, SMALL, SOFT)
