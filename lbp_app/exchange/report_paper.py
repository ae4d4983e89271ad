"""The report as a PDF: on one page, or as many as it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.doctor_blocks import INDENT, Block, Measure
from lbp_app.exchange.fitting import GAP, fitting
from lbp_app.exchange.graph import BELOW, draw_graph
from lbp_app.exchange.letters import UNKNOWN
from lbp_app.exchange.page import HEIGHT, SOFT, TEAL, WIDTH, Font, Page, Tag, line_height
from lbp_app.exchange.report_table import draw_table, small_table
from lbp_app.model.doctor_card import Paper
from lbp_app.model.report import Report, ReportPart, Section

EDGE, TOP, BOTTOM = 18.0, 14.0, 13.0  # mm
BETWEEN = 7.0  # mm between graphs
HIGH = 22.0  # mm, of a graph
SIDE_BY_SIDE = 3
SMALL, LONG, ASKED = 8.6, 10.0, 11.0  # points
MOST_ASKED = 9  # lines; a text of the sheet for the doctor has no more in letters of usual width
END = HEIGHT - BOTTOM - 2 * line_height(SMALL) - 3  # mm from the top, of what is written
FIRST = (ReportPart.SIGNS, ReportPart.THOUGHTS)
WHOLE = (ReportPart.FLARES, ReportPart.LEVELS, ReportPart.LEARNING)


def paper_of(report: Report, made_at: datetime) -> Paper:
    t = wording_for(report.language)
    if not report.long:
        return _one_page(report, t, made_at)
    counted, pages = _pages(report, t, made_at, 0)
    counted.content()  # lets go of its fonts
    page, _ = _pages(report, t, made_at, pages)
    return Paper(page.content(), unknown=page.unknown)


def _one_page(report: Report, t: Wording, made_at: datetime) -> Paper:
    page = _new(report, made_at)
    y = _begin(page, report, t)
    others = _others(report)

    def laid(size: float) -> list[Block]:
        return [_block(Measure(page, size, EDGE, WIDTH - EDGE), one) for one in others]

    blocks, shortened = fitting(laid, t, END - y)
    for block in blocks:
        block.draw(page, y)
        y += block.height + GAP
    _foot(page, report, t)
    return Paper(page.content(), shortened, page.unknown)


def _begin(page: Page, report: Report, t: Wording) -> float:
    """The head, what the person wants to ask, and the graphs; where the rest begins."""
    y = _head(page, report)
    for section in report.sections:
        if section.part is ReportPart.QUESTIONS:
            block = _block(Measure(page, ASKED, EDGE, WIDTH - EDGE), section)
            block = block.cut(MOST_ASKED, t)
            block.draw(page, y)
            y += block.height + GAP + 1
    return _graphs(page, report, y)


def _others(report: Report) -> list[Section]:
    told = (section for section in report.sections if not section.graph)
    return [section for section in told if section.part is not ReportPart.QUESTIONS]


def _new(report: Report, made_at: datetime) -> Page:
    return Page(report.language, f"{report.title}, {report.period}", made_at)


def _head(page: Page, report: Report) -> float:
    """Where the graphs begin."""
    with page.tagged(Tag.TITLE):
        page.write(EDGE, TOP, report.title, Font.SERIF, 22)
    with page.tagged(Tag.TEXT):
        page.write(WIDTH - EDGE, TOP + 3.7, report.made_on, Font.SANS, 10.5, SOFT, before=True)
        y = TOP + 11.5
        for text, font in ((page.clean(report.who), Font.BOLD), (report.period, Font.SANS)):
            if text:
                page.write(EDGE, y, page.wrap(text, font, 11.5, WIDTH - 2 * EDGE)[0], font, 11.5)
                y += 5.8
    page.rule(EDGE, y + 0.8, WIDTH - EDGE, TEAL, 0.6)
    return y + 5


def _foot(page: Page, report: Report, t: Wording, number: str = "") -> None:
    y = HEIGHT - BOTTOM - 2 * line_height(SMALL)
    page.rule(EDGE, y - 1.5, WIDTH - EDGE)
    with page.tagged(Tag.TEXT):
        page.write(EDGE, y, report.foot, Font.SANS, SMALL, SOFT)
        if number:
            page.write(WIDTH - EDGE, y, number, Font.SANS, SMALL, SOFT, before=True)
        if page.unknown:
            told = t("{sign} står for skrifttegn, som arket ikke kan vise.", sign=UNKNOWN)
            page.write(EDGE, y + line_height(SMALL), told, Font.SANS, SMALL, SOFT)


def _graphs(page: Page, report: Report, y: float) -> float:
    """Beside each other; where the words begin."""
    shown = [section for section in report.sections if section.graph]
    if not shown:
        return y
    width = (WIDTH - 2 * EDGE - (SIDE_BY_SIDE - 1) * BETWEEN) / SIDE_BY_SIDE
    ends = [
        _column(page, section, EDGE + at * (width + BETWEEN), y, width)
        for at, section in enumerate(shown)
    ]
    return max(ends) + 4


def _column(page: Page, section: Section, x: float, y: float, width: float) -> float:
    """Where it ends."""
    with page.tagged(Tag.HEADING):
        page.write(x, y, section.title, Font.BOLD, 11, TEAL)
    y += 6.5
    if section.graph:
        draw_graph(page, section.graph, x, y, width, HIGH)
        y += HIGH + BELOW + 2
    if section.rows:
        with page.tagged(Tag.TEXT):
            y = small_table(page, section.rows, x, y, width)
    with page.tagged(Tag.TEXT):
        for text in section.paragraphs:
            for line in page.wrap(text, Font.SANS, SMALL, width):
                page.write(x, y, line, Font.SANS, SMALL)
                y += line_height(SMALL)
    return y


def _block(measure: Measure, section: Section) -> Block:
    """A table without a graph stands on the longer report only, by itself."""
    return Block(
        measure,
        tuple(measure.page.wrap(section.title, Font.BOLD, measure.size, 44)),
        (),
        None,
        tuple(line for text in section.paragraphs for line in measure.lines(text)),
        tuple(tuple(measure.lines(item, INDENT)) for item in section.items),
        whole=section.part in WHOLE,
        first=section.part in FIRST,
    )


# --- as many pages as it takes ------------------------------------------------------------------


@dataclass
class _Flow:
    """Turns the page where it is full; `pages` is 0 while they are counted."""

    page: Page
    report: Report
    t: Wording
    pages: int
    y: float
    number: int = 1

    def room_for(self, height: float) -> None:
        if self.y + height > END:
            self.end()
            self.page.turn()
            self.number, self.y = self.number + 1, TOP

    def end(self) -> None:
        told = self.t("Side {n} af {pages}", n=self.number, pages=self.pages)
        _foot(self.page, self.report, self.t, told)


def _pages(report: Report, t: Wording, made_at: datetime, pages: int) -> tuple[Page, int]:
    page = _new(report, made_at)
    flow = _Flow(page, report, t, pages, _begin(page, report, t))
    for section in _others(report):
        _flow_section(flow, section)
    flow.end()
    return page, flow.number


def _flow_section(flow: _Flow, section: Section) -> None:
    measure = Measure(flow.page, LONG, EDGE, WIDTH - EDGE)
    block = _block(measure, section)
    flow.room_for((len(block.title) + 2) * measure.line)
    with flow.page.tagged(Tag.HEADING):
        for n, line in enumerate(block.title):
            at = flow.y + n * measure.line
            flow.page.write(EDGE, at, line, Font.BOLD, LONG, TEAL)
    if section.rows:
        _flow_table(flow, section, measure)
    for indent, lines in _parts(block):
        _flow_lines(flow, measure, indent, lines)
    flow.y += GAP


def _parts(block: Block) -> Iterator[tuple[float, Sequence[str]]]:
    yield 0.0, block.words
    for item in block.items:
        yield INDENT, item


def _flow_lines(flow: _Flow, measure: Measure, indent: float, lines: Sequence[str]) -> None:
    for n, line in enumerate(lines):
        flow.room_for(measure.line)
        with flow.page.tagged(Tag.TEXT):
            if indent and n == 0:
                flow.page.write(measure.words_at, flow.y, "–", Font.SANS, LONG)
            flow.page.write(measure.words_at + indent, flow.y, line, Font.SANS, LONG)
        flow.y += measure.line


def _flow_table(flow: _Flow, section: Section, measure: Measure) -> None:
    heads, *rows = section.rows
    flow.y += measure.line
    for at, row in enumerate([heads, *rows]):
        flow.room_for(measure.line)
        with flow.page.tagged(Tag.TEXT):
            draw_table(flow.page, row, EDGE, flow.y, WIDTH - EDGE, head=at == 0)
        flow.y += measure.line
