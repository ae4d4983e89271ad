"""The sheet for the doctor on paper: always one page, the longest texts shortened if need be."""

from datetime import datetime

from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.doctor_blocks import Block, Measure, block_of
from lbp_app.exchange.fitting import GAP, fitting
from lbp_app.exchange.letters import UNKNOWN
from lbp_app.exchange.page import HEIGHT, SOFT, TEAL, WIDTH, Font, Page, Tag, line_height
from lbp_app.model.doctor_card import Paper, Sheet

EDGE, TOP, BOTTOM = 18.0, 15.0, 13.0  # mm
SMALL = 8.6


def paper_of(sheet: Sheet, made_at: datetime) -> Paper:
    t, page = wording_for(sheet.language), Page(sheet.language, sheet.title, made_at)
    begin = _head(page, sheet)

    def laid(size: float) -> list[Block]:
        measure = Measure(page, size, EDGE, WIDTH - EDGE)
        return [block_of(measure, section) for section in sheet.sections]

    blocks, shortened = fitting(laid, t, HEIGHT - BOTTOM - 12 - begin)
    y = begin
    for block in blocks:
        block.draw(page, y)
        y += block.height + GAP
    _foot(page, sheet, t)
    return Paper(page.content(), shortened, page.unknown)


def _head(page: Page, sheet: Sheet) -> float:
    """Where the sections begin."""
    with page.tagged(Tag.TITLE):
        page.write(EDGE, TOP, sheet.title, Font.SERIF, 24)
    page.write(WIDTH - EDGE, TOP + 4.3, sheet.made_on, Font.SANS, 11, SOFT, before=True)
    y = TOP + 13
    if who := page.clean(sheet.who):
        page.write(EDGE, y, page.wrap(who, Font.BOLD, 12, WIDTH - 2 * EDGE)[0], Font.BOLD, 12)
        y += 7
    page.rule(EDGE, y, WIDTH - EDGE, TEAL, 0.6)
    return y + 4.5


def _foot(page: Page, sheet: Sheet, t: Wording) -> None:
    y = HEIGHT - BOTTOM - 2 * line_height(SMALL)
    page.rule(EDGE, y - 1.5, WIDTH - EDGE)
    page.write(EDGE, y, sheet.foot, Font.SANS, SMALL, SOFT)
    if page.unknown:
        told = t("{sign} står for skrifttegn, som arket ikke kan vise.", sign=UNKNOWN)
        page.write(EDGE, y + line_height(SMALL), told, Font.SANS, SMALL, SOFT)
