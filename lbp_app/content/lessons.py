"""Lessons in short cards: what they say, where each claim comes from, what is asked afterwards."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from lbp_app.content.records import Line, Lines, Record, Said, Whole

FEWEST_CARDS, MOST_CARDS = 4, 8
Two = Meta(min_length=2, max_length=2)


class Fact(Record, frozen=True, kw_only=True):
    """One claim, in English for the clinician who checks it; it stands in exactly one place.

    `name` is its own within the lesson. The place is a card of the lesson, a myth, or nowhere:
    `left_out` is the reason. `figure` is how the number in it is written on the card; every number
    on a card belongs to such a figure.
    """

    name: Line
    says: Line
    sources: Lines
    card: Line | None = None
    myth: Line | None = None
    left_out: Line | None = None
    figure: Said | None = None


class Card(Whole, frozen=True, kw_only=True):
    """One message. `text` is plain, with an empty line between paragraphs."""

    id: Line
    title: Said
    text: Said
    sources: Lines


class Prompt(Whole, frozen=True, kw_only=True):
    """Something to think about; the answer is the person's own note."""

    id: Line
    text: Said


class Question(Whole, frozen=True, kw_only=True):
    """`right` is the place of the right option, counted from 0; `why` is said either way."""

    id: Line
    ask: Said
    options: Annotated[list[Said], Meta(min_length=2)]
    right: Annotated[int, Meta(ge=0)]
    why: Said


class Lesson(Record, frozen=True, kw_only=True):
    """`words` are what people may type to find it, by language.

    `valid_until` is the last day on which its dated facts are shown without a warning.
    """

    id: Line
    number: Annotated[int, Meta(ge=1, le=20)]
    title: Said
    aim: Said
    minutes: Annotated[int, Meta(ge=1, le=10)]
    cards: Annotated[list[Card], Meta(min_length=FEWEST_CARDS, max_length=MOST_CARDS)]
    prompts: Annotated[list[Prompt], Two]
    quiz: Annotated[list[Question], Two]
    words: dict[str, Lines]
    facts: Annotated[list[Fact], Meta(min_length=1)]
    valid_until: date | None = None

    @property
    def cited_keys(self) -> set[str]:
        """Of its sources: {"002", "004"}."""
        return {citation.split()[0] for fact in self.facts for citation in fact.sources}

    def too_old(self, on: date) -> bool:
        return self.valid_until is not None and on > self.valid_until


class RightOption(Whole, frozen=True, kw_only=True):
    """`right` is counted from 0."""

    question: Line
    right: Annotated[int, Meta(ge=0)]


class LessonFacts(Record, frozen=True, kw_only=True):
    """What both languages share, as it is written."""

    id: Line
    number: Annotated[int, Meta(ge=1, le=20)]
    minutes: Annotated[int, Meta(ge=1, le=10)]
    valid_until: date | None = None
    quiz: Annotated[list[RightOption], Two]
    facts: Annotated[list[Fact], Meta(min_length=1)]
