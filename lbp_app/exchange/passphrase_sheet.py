"""A passphrase, or the recovery key of the lock, on a page to print and to put away."""

from datetime import datetime

from lbp_app.content.formats import date_full
from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.page import INK, SOFT, WIDTH, Font, Page, line_height

EDGE, TOP, GAP = 25.0, 35.0, 6.0  # mm


def passphrase_sheet(passphrase: str, language: str | None, made: datetime) -> bytes:
    """As a PDF. `made` is the local time, whose date stands on it."""
    t = wording_for(language)
    told = t(
        "Kodeordet åbner sikkerhedskopier, der er låst med det fra {day}. Læg arket et sted, hvor "
        "du finder det igen, og ikke sammen med filen. Uden det kan ingen åbne filen.",
        day=date_full(t, made.date()),
    )
    return _sheet(t, t("Kodeord til Rygvej"), passphrase, told, made)


def recovery_sheet(recovery: str, language: str | None, made: datetime) -> bytes:
    """As `passphrase_sheet`."""
    t = wording_for(language)
    told = t(
        "Nøglen åbner Rygvej på den enhed, hvor den blev lavet den {day}, hvis du glemmer koden. "
        "Skriv den i feltet i stedet for koden. Læg arket et sted, hvor du finder det igen, og "
        "ikke sammen med enheden. Enhver, der har arket og enheden, kan åbne appen.",
        day=date_full(t, made.date()),
    )
    return _sheet(t, t("Nøgle til Rygvej"), recovery, told, made)


def _sheet(t: Wording, title: str, secret: str, told: str, made: datetime) -> bytes:
    page = Page(t.language, title, made)
    y = TOP
    for text, font, size, colour in (
        (title, Font.SERIF, 24.0, INK),
        (secret, Font.BOLD, 26.0, INK),
        (told, Font.SANS, 13.0, SOFT),
    ):
        for line in page.wrap(page.clean(text), font, size, WIDTH - 2 * EDGE):
            page.write(EDGE, y, line, font, size, colour)
            y += line_height(size)
        y += GAP
    return page.content()
