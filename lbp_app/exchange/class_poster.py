"""A class on the wall: its QR code, when and where it meets, and what is trained."""

from collections.abc import Sequence
from datetime import datetime

from lbp_app.content import formats
from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.class_list import groups_named
from lbp_app.exchange.page import (
    HEIGHT,
    INK,
    SOFT,
    TEAL,
    WIDTH,
    Colour,
    Font,
    Page,
    Tag,
    line_height,
)
from lbp_app.model.class_poster import ClassPoster
from lbp_app.model.course import Occurrence, Slot
from lbp_app.model.exercise import Group

EDGE, TOP, BOTTOM = 18.0, 16.0, 12.0  # mm
ROOM = WIDTH - 2 * EDGE
CODE, GAP = 100.0, 6.0  # mm: the side of the QR code, and what is beside it
COLUMNS = 3  # of evenings
NAME, PLACE, DAYS, TEXT, SMALL = 42.0, 21.0, 18.0, 16.0, 11.0  # points


def class_poster(told: ClassPoster, language: str | None, made_at: datetime) -> bytes:
    """As a PDF of one page."""
    t = wording_for(language)
    page = Page(t.language, told.plan.group.name, made_at)
    y = _head(page, told, t)
    below = y + CODE + 2
    if told.svg:
        page.picture(told.svg, EDGE, y, CODE, t("QR-kode med holdets plan"))
    else:
        below = y
    beside = EDGE + (CODE + GAP if told.svg else 0)
    below = max(below, _beside(page, told, t, beside, y))
    _evenings(page, told.evenings, t, below + 4)
    _foot(page, t, made_at)
    return page.content()


def _head(page: Page, told: ClassPoster, t: Wording) -> float:
    course = told.plan.course
    with page.tagged(Tag.TITLE):
        y = _block(page, told.plan.group.name, Font.SERIF, NAME, EDGE, TOP, ROOM)
    y = _block(page, _slots(t, course.slots), Font.BOLD, PLACE, EDGE, y + 1, ROOM, TEAL)
    y = _block(page, course.place, Font.SANS, PLACE, EDGE, y, ROOM)
    page.rule(EDGE, y + 3, WIDTH - EDGE, TEAL, 0.6)
    return y + 8


def _beside(page: Page, told: ClassPoster, t: Wording, x: float, y: float) -> float:
    room = WIDTH - EDGE - x
    with page.tagged(Tag.HEADING):
        y = _block(page, t("Følg holdet i Rygvej"), Font.SERIF, 22, x, y, room)
    how = t(
        "Tag et billede af koden. Åbn Rygvej, tryk på Forløb, så på Følg et hold, og vælg billedet."
    )
    none = t("Planen er for stor til en QR-kode. Spørg efter filen eller teksten.")
    y = _block(page, how if told.svg else none, Font.SANS, TEXT, x, y + 2, room)
    who = t("Der står intet om deltagerne i koden, og ingen får at vide, at du følger holdet.")
    y = _block(page, who, Font.SANS, SMALL, x, y + 3, room, SOFT)
    with page.tagged(Tag.HEADING):
        y = _block(page, t("Stationerne"), Font.BOLD, TEXT, x, y + 4, room, TEAL)
    names = dict(zip(Group, groups_named(t), strict=True))
    listed = ", ".join(names[one] for one in told.plan.group.stations)
    return _block(page, listed, Font.SANS, TEXT, x, y, room)


def _evenings(page: Page, evenings: Sequence[Occurrence], t: Wording, y: float) -> None:
    """Down the columns, in the order in which they come."""
    with page.tagged(Tag.HEADING):
        said = t.plural("Holdet mødes {n} gang", "Holdet mødes {n} gange", len(evenings))
        y = _block(page, said, Font.BOLD, TEXT, EDGE, y, ROOM, TEAL)
    rows = -(-len(evenings) // COLUMNS)
    room = HEIGHT - BOTTOM - 2 * line_height(SMALL) - y
    size = min(DAYS, DAYS * room / (rows * line_height(DAYS)))
    for at, one in enumerate(evenings):
        x = EDGE + at // rows * ROOM / COLUMNS
        page.write(x, y + at % rows * line_height(size), _when(t, one), Font.SANS, size)


def _when(t: Wording, one: Occurrence) -> str:
    """Without a year, also over New Year: the evenings stand in their order."""
    day = f"{formats.weekday_short(t, one.day)} {formats.date_short(t, one.day, one.day)}"
    return day if one.clock is None else f"{day} {formats.clock_time(t, one.clock)}"


def _foot(page: Page, t: Wording, made_at: datetime) -> None:
    day = formats.date_full(t, made_at.date())
    y = HEIGHT - BOTTOM - line_height(SMALL)
    page.write(EDGE, y, t("Lavet i Rygvej {day}.", day=day), Font.SANS, SMALL, SOFT)


def _block(
    page: Page,
    text: str,
    font: Font,
    size: float,
    x: float,
    y: float,
    room: float,
    colour: Colour = INK,
) -> float:
    """Where the next one begins."""
    for part in page.wrap(page.clean(text), font, size, room) if text else ():
        page.write(x, y, part, font, size, colour)
        y += line_height(size)
    return y


def _slots(t: Wording, slots: Sequence[Slot]) -> str:
    return formats.weekly(t, [(one.weekday, one.at) for one in slots])
