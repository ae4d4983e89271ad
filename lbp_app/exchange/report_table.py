"""Rows of numbers on paper: the first column left, the others right below their heads."""

from collections.abc import Sequence

from lbp_app.exchange.page import INK, SOFT, Font, Page, line_height

SIZE, HEAD, WIDE = 8.6, 7.2, 9.5  # points
GAP = 2.0  # mm between columns


def small_table(
    page: Page, rows: Sequence[Sequence[str]], x: float, y: float, width: float
) -> float:
    """Below a graph, each column as wide as its words; where it ends."""
    ends = _ends(page, rows, x + width)
    for at, (first, *cells) in enumerate(rows):
        size, colour = (SIZE, INK) if at else (HEAD, SOFT)
        page.write(x, y, first, Font.SANS, size, colour)
        for end, cell in zip(ends, cells, strict=True):
            page.write(end, y, cell, Font.SANS, size, colour, before=True)
        y += line_height(SIZE)
    return y + 1


def _ends(page: Page, rows: Sequence[Sequence[str]], right: float) -> list[float]:
    """Where each column but the first ends."""
    columns = zip(*rows, strict=True)
    wide = [max(_long(page, at, cell) for at, cell in enumerate(each)) for each in columns]
    ends = [right]
    for width in reversed(wide[2:]):
        ends.append(ends[-1] - width - GAP)
    return ends[::-1]


def _long(page: Page, at: int, cell: str) -> float:
    return page.length(cell, Font.SANS, SIZE if at else HEAD)


def draw_table(
    page: Page, row: Sequence[str], x: float, y: float, right: float, *, head: bool
) -> None:
    """One row over the whole page, its columns equally wide."""
    colour = SOFT if head else INK
    first, *cells = row
    page.write(x, y, first, Font.SANS, WIDE, colour)
    column = (right - x) / (len(cells) + 1)
    for at, cell in enumerate(cells, 2):
        page.write(x + at * column, y, cell, Font.SANS, WIDE, colour, before=True)
