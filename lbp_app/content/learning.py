"""What belongs to learning beside the lessons: myths, the scale, links, weeks, pictures."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from lbp_app.content.lessons import Lesson
from lbp_app.content.lix import lix
from lbp_app.content.records import Line, Lines, Record, Said, Whole
from lbp_app.content.wording import SOURCE


class Myth(Record, frozen=True, kw_only=True):
    """A card to guess (`is_true`) and to turn (`fact`); `lesson` says more."""

    id: Line
    claim: Said
    is_true: bool
    fact: Said
    lesson: Line
    sources: Lines


class Link(Record, frozen=True, kw_only=True):
    """A way out of the app. Empty `regions` means everywhere.

    `checked_on` is the day on which the address was last compared with the sources.
    `valid_until` is the last day on which it is given.
    """

    id: Line
    label: Said
    about: Said
    url: Annotated[str, Meta(pattern=r"^https://[a-z0-9.-]+\.dk(/\S*)?$")]
    lessons: Lines
    regions: tuple[Line, ...] = ()
    sources: Lines
    checked_on: date
    valid_until: date

    def serves(self, region: str | None, on: date) -> bool:
        """`region` None: nobody knows where, so every link serves."""
        here = region is None or not self.regions or region in self.regions
        return here and on <= self.valid_until


class Weight(Record, frozen=True, kw_only=True):
    """Something to lay on the scale; `step` is one small thing to do about it this week."""

    id: Line
    side: Literal["load", "resource"]
    kind: Literal["body", "mind", "life"]
    label: Said
    step: Said
    sources: Lines


class Hour(Record, frozen=True, kw_only=True):
    """One of the two education hours: `lessons` go with it, `further` are read afterwards."""

    id: Line
    title: Said
    about: Said
    lessons: Lines
    further: Lines
    sources: Lines


class Path(Whole, frozen=True, kw_only=True):
    """`weeks` suggests the lessons of week 1, 2, ...; nothing is ever locked."""

    hours: list[Hour]
    weeks: list[Lines]


class Expectation(Record, frozen=True, kw_only=True):
    """What people on such courses gained, and what nobody knows."""

    id: Line
    text: Said
    sources: Lines


class Count(Whole, frozen=True, kw_only=True):
    """Of `of` things that are drawn alike, `shown` stand for the number in the fact."""

    fact: Line
    shown: Annotated[int, Meta(ge=1)]
    of: Annotated[int, Meta(ge=1)]


class Picture(Record, frozen=True, kw_only=True):
    """A drawing on a card of a lesson. `alt` says what is seen, `caption` what it means.

    `facts` are those of the lesson that it shows; their sources are its sources.
    """

    id: Line
    lesson: Line
    card: Line
    facts: tuple[Line, ...] = ()
    counts: tuple[Count, ...] = ()
    alt: Said
    caption: Said | None = None

    def asset(self, mode: str) -> str:
        """Below the folder of assets; `mode` is "light" or "dark"."""
        return f"lessons/{self.id}-{mode}.svg"


class Section(Whole, frozen=True, kw_only=True):
    """A place in a source that may be cited: "002 §7.3", and what stands there."""

    key: Line
    about: Said


class Style(Whole, frozen=True, kw_only=True):
    """By language. `avoid`: beginnings of words and of phrases that no text uses.

    `long_terms`: beginnings of long words that have no shorter one; they do not count in LIX.
    `stop_words`: what tells nothing about a search. `folds`: letters, and what a search takes them
    for, in this order.
    """

    avoid: dict[str, list[Line]]
    long_terms: list[Line]
    stop_words: dict[str, list[Line]]
    folds: dict[str, dict[Line, Line]]


class Learning(Whole, frozen=True, kw_only=True):
    """All that is read when somebody first opens the lessons."""

    lessons: list[Lesson]
    myths: list[Myth]
    links: list[Link]
    balance: list[Weight]
    path: Path
    expectations: list[Expectation]
    pictures: list[Picture]
    sections: list[Section]
    style: Style

    def readings(self) -> Iterator[tuple[str, float]]:
        """The id of each lesson and how hard its Danish is to read."""
        for lesson in self.lessons:
            text = "\n".join(card.text[SOURCE] for card in lesson.cards)
            yield lesson.id, lix(text, self.style.long_terms)
