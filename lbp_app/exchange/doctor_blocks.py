"""The sections of the doctor's sheet as they lie on the page: the title left, the words right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lbp_app.content.wording import Wording
from lbp_app.exchange.graph import BELOW, draw_graph
from lbp_app.exchange.page import INK, SOFT, TEAL, Font, Page, Tag, line_height
from lbp_app.model.doctor_card import CardPart, Section
from lbp_app.model.graph import Graph

TITLE_WIDTH = 48.0  # mm
INDENT = 3.6  # mm, of an item after its dash
NAME, CELL = 28.0, 20.0  # mm, columns of the table
GRAPH_AT, GRAPH_HIGH = 73.0, 18.0  # mm, from where the words begin
SIGNS = (CardPart.SIGNS, CardPart.THOUGHTS)


@dataclass(frozen=True)
class Measure:
    """Between `left` and `right`, in mm; `size` in points."""

    page: Page
    size: float
    left: float
    right: float

    @property
    def words_at(self) -> float:
        return self.left + TITLE_WIDTH

    @property
    def line(self) -> float:
        return line_height(self.size)

    def lines(self, text: str, indent: float = 0) -> list[str]:
        width = self.right - self.words_at - indent
        return self.page.wrap(self.page.clean(text), Font.SANS, self.size, width)


@dataclass(frozen=True)
class Block:
    """`items` are lines too: each item a run of them, with a dash before the first.

    `whole`: never shortened, since the app itself wrote it. `first`: shortened after the others.
    """

    measure: Measure
    title: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    graph: Graph | None
    words: tuple[str, ...]
    items: tuple[tuple[str, ...], ...]
    more: str = ""
    whole: bool = False
    first: bool = False

    @property
    def height(self) -> float:
        lines = len(self.words) + sum(map(len, self.items)) + bool(self.more)
        return max(len(self.title) * self.measure.line, self._above + lines * self.measure.line)

    @property
    def _above(self) -> float:
        """Of the table and what stands beside it."""
        table = len(self.rows) * self.measure.line + (1 if self.rows else 0)
        return max(table, GRAPH_HIGH + BELOW + 1 if self.graph else 0)

    def cut(self, most: int, t: Wording) -> "Block":
        """With at most so many lines of words or items."""
        if self.items:
            return self._fewer(most - len(self.words), t)
        if len(self.words) <= most or self.whole:
            return self
        return replace(self, words=(*self.words[: most - 1], self._marked(self.words[most - 1], t)))

    def _fewer(self, room: int, t: Wording) -> "Block":
        if sum(map(len, self.items)) <= room:
            return self
        kept: list[tuple[str, ...]] = []
        while sum(map(len, kept)) + len(self.items[len(kept)]) < room:
            kept.append(self.items[len(kept)])
        more = t.plural("… og {n} mere", "… og {n} mere", len(self.items) - len(kept))
        return replace(self, items=tuple(kept), more=more)

    def _marked(self, line: str, t: Wording) -> str:
        """The last line, with a word that there is more."""
        mark, measure = t("… (forkortet)"), self.measure
        while line and measure.page.length(f"{line} {mark}", Font.SANS, measure.size) > (
            measure.right - measure.words_at
        ):
            line = line[:-1].rstrip()
        return f"{line} {mark}"

    def draw(self, page: Page, y: float) -> None:
        measure = self.measure
        with page.tagged(Tag.HEADING):
            for n, line in enumerate(self.title):
                page.write(measure.left, y + n * measure.line, line, Font.BOLD, measure.size, TEAL)
        if self.rows:
            with page.tagged(Tag.TEXT):
                self._draw_rows(page, y)
        if self.graph:
            x = measure.words_at + GRAPH_AT
            draw_graph(page, self.graph, x, y + 1, measure.right - x, GRAPH_HIGH)
        with page.tagged(Tag.TEXT):
            self._draw_words(page, y + self._above)

    def _draw_words(self, page: Page, y: float) -> None:
        measure = self.measure
        lines = [(0.0, line) for line in self.words]
        for item in self.items:
            page.write(measure.words_at, y + len(lines) * measure.line, "–", *self._plain)
            lines += [(INDENT, line) for line in item]
        lines += [(INDENT, self.more)] if self.more else []
        for n, (indent, line) in enumerate(lines):
            page.write(measure.words_at + indent, y + n * measure.line, line, *self._plain)

    @property
    def _plain(self) -> tuple[Font, float]:
        return Font.SANS, self.measure.size

    def _draw_rows(self, page: Page, y: float) -> None:
        measure = self.measure
        for n, (name, *cells) in enumerate(self.rows):
            colour = INK if n else SOFT
            page.write(measure.words_at, y + n * measure.line, name, *self._plain, colour)
            for column, cell in enumerate(cells, 1):
                x = measure.words_at + NAME + column * CELL
                page.write(x, y + n * measure.line, cell, *self._plain, colour, before=True)


def block_of(measure: Measure, section: Section) -> Block:
    title = measure.page.wrap(section.title, Font.BOLD, measure.size, TITLE_WIDTH - 4)
    return Block(
        measure,
        tuple(title),
        section.rows,
        section.graph,
        tuple(_lines(measure, section.paragraphs)),
        tuple(tuple(measure.lines(item, INDENT)) for item in section.items),
        whole=section.part is CardPart.COURSE,
        first=section.part in SIGNS,
    )


def _lines(measure: Measure, paragraphs: Sequence[str]) -> list[str]:
    return [line for text in paragraphs for line in measure.lines(text)]
