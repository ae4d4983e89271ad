"""Pages A4 as a PDF: our fonts inside, its language and title told; it never turns by itself."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from fpdf import FPDF, ViewerPreferences
from fpdf.enums import MethodReturnValue
from fpdf.fonts import TTFFont

from lbp_app.content.assets import assets_folder
from lbp_app.exchange.letters import UNKNOWN, printable

WIDTH, HEIGHT = 210.0, 297.0  # mm
_MM = 25.4 / 72  # of a point
_EMOJI = "emoji"

INK, SOFT, TEAL = (30, 42, 40), (83, 96, 92), (31, 114, 104)
HAIR = (214, 205, 189)
Colour = tuple[int, int, int]


class Font(StrEnum):
    SANS = "Figtree-400"
    BOLD = "Figtree-600"
    SERIF = "Literata-500"


class Tag(StrEnum):
    """What something is to a reader that does not see the page, in the names of PDF."""

    TITLE = "H1"
    HEADING = "H2"
    TEXT = "P"


TYPED = (Font.SANS, Font.BOLD)  # what a person typed is set in these


class Page:
    """Sizes in points, places in mm from the upper left corner; `y` is the top of a line."""

    def __init__(self, language: str, title: str, made_at: datetime) -> None:
        self.unknown = False
        self._pdf = pdf = FPDF(format="A4")
        pdf.set_auto_page_break(False)
        pdf.c_margin = 0
        pdf.set_lang(language)
        pdf.set_title(title)
        pdf.set_creator("Rygvej")
        pdf.set_creation_date(made_at)
        pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
        pdf.add_page()
        for font in Font:
            pdf.add_font(font.lower(), fname=assets_folder() / "fonts" / f"{font}.ttf")

    def clean(self, text: str) -> str:
        """As it can be printed; remembers whether a letter was unknown."""
        clean = printable(text, self._knows)
        self.unknown = self.unknown or (UNKNOWN in clean and UNKNOWN not in text)
        return clean

    def wrap(self, text: str, font: Font, size: float, width: float) -> list[str]:
        """Of clean text; a word that is too long is broken."""
        self._take(font, size)
        lines: list[str] = self._pdf.multi_cell(  # type: ignore[assignment]
            width, text=text, align="L", dry_run=True, output=MethodReturnValue.LINES
        )
        return lines

    def length(self, text: str, font: Font, size: float) -> float:
        self._take(font, size)
        return self._pdf.get_string_width(text)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        font: Font,
        size: float,
        colour: Colour = INK,
        *,
        before: bool = False,
    ) -> None:
        """One line of clean text that begins at `x`, or ends there (`before`)."""
        self._take(font, size)
        self._pdf.set_text_color(*colour)
        self._pdf.set_xy(x - self.length(text, font, size) if before else x, y)
        if text:
            self._pdf.cell(text=text, h=line_height(size))

    @contextmanager
    def tagged(self, tag: Tag) -> Iterator[None]:
        """What is written within the block is one such part, in this order; no picture in it.

        fpdf2 2.8 tags pictures only; the part that it makes for one takes another name.
        """
        with self._pdf._marked_sequence() as part:
            part.s = f"/{tag}"
            yield

    def rule(
        self, x: float, y: float, to: float, colour: Colour = HAIR, thick: float = 0.2
    ) -> None:
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(thick)
        self._pdf.line(x, y, to, y)

    def picture(self, svg: str, x: float, y: float, width: float, said: str) -> None:
        self._pdf.image(io.BytesIO(svg.encode()), x=x, y=y, w=width, alt_text=said)

    def photo(self, file: Path, x: float, y: float, width: float, said: str) -> None:
        """Drawn in pixels; where the file is not there, its place stays empty."""
        if file.is_file():
            self._pdf.image(file, x=x, y=y, w=width, alt_text=said)

    def turn(self) -> None:
        """Another page; what is written from now on stands there."""
        self._pdf.add_page()

    def content(self) -> bytes:
        return bytes(self._pdf.output())

    def _take(self, font: Font, size: float) -> None:
        self._pdf.set_font(font.lower(), size=size)

    def _knows(self, letter: str) -> bool:
        if all(ord(letter) in self._shapes(font.lower()) for font in TYPED):
            return True
        return letter > "\u2000" and ord(letter) in self._emoji()

    def _shapes(self, name: str) -> Mapping[int, str]:
        font = self._pdf.fonts[name]
        return font.cmap if isinstance(font, TTFFont) else {}

    def _emoji(self) -> Mapping[int, str]:
        """Taken along only where somebody writes one: the font is large."""
        pdf = self._pdf
        if _EMOJI not in pdf.fonts:
            pdf.add_font(_EMOJI, fname=assets_folder() / "fonts" / "Emoji.ttf")
            pdf.set_fallback_fonts([_EMOJI])
        return self._shapes(_EMOJI)


def line_height(size: float) -> float:
    """In mm."""
    return size * 1.34 * _MM
