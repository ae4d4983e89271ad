"""Lessons read easily and hurt nobody: number of words, LIX, and the words to keep away from."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from lbp_app.content.learning import Style
from lbp_app.content.lessons import FEWEST_CARDS, MOST_CARDS
from lbp_app.content.lix import lix, words
from lbp_app.content.prose import Prose
from lbp_app.content.reading import Written
from lbp_app.content.wording import SOURCE

FEWEST_WORDS, MOST_WORDS = 250, 600  # of all cards of a lesson together
MOST_LIX, MOST_LIX_CARD = 35, 40
QUOTED = re.compile(r"“[^”]*”")
T = TypeVar("T")


def check_style(told: Written[Prose], language: str, style: Style) -> None:
    cards = told.value.cards
    if not FEWEST_CARDS <= len(cards) <= MOST_CARDS:
        told.refuse("error.content_value", "$.cards", field="cards")
    count = sum(len(words(f"{card.title} {card.text}")) for card in cards)
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        told.refuse("error.content_words", "$", n=count, least=FEWEST_WORDS, most=MOST_WORDS)
    if language == SOURCE:
        _check_lix(told, style)
    for path, text in _texts(told.value):
        check_tone(told, path, language, text, style)


def _check_lix(told: Written[Prose], style: Style) -> None:
    cards = told.value.cards
    for n, card in enumerate(cards):
        if (hard := lix(card.text, style.long_terms)) > MOST_LIX_CARD:
            told.refuse("error.content_lix", f"$.cards[{n}]", lix=round(hard), most=MOST_LIX_CARD)
    hard = lix("\n".join(card.text for card in cards), style.long_terms)
    if hard > MOST_LIX:
        told.refuse("error.content_lix", "$", lix=round(hard), most=MOST_LIX)


def _texts(prose: Prose) -> Iterator[tuple[str, str]]:
    """Each with its path."""
    yield "$.title", prose.title
    yield "$.aim", prose.aim
    for n, card in enumerate(prose.cards):
        yield f"$.cards[{n}]", f"{card.title}\n{card.text}"
    for name, prompt in prose.prompts.items():
        yield f"$.prompts.{name}", prompt
    for name, one in prose.quiz.items():
        yield f"$.quiz.{name}", "\n".join([one.ask, *one.options, one.why])


def check_tone(told: Written[T], path: str, language: str, text: str, style: Style) -> None:
    """Quotations, in “ ”, may say what we do not."""
    if found := avoided(text, style.avoid[language]):
        told.refuse("error.content_tone", path, word=found)


def avoided(text: str, avoid: list[str]) -> str | None:
    """The first of `avoid` with which a word or phrase of `text` begins; "!" too is avoided."""
    found = _pattern(tuple(avoid)).search(QUOTED.sub(" ", text).lower())
    return found[0] if found else None


@cache
def _pattern(avoid: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"!|(?<!\w)(?:{'|'.join(map(re.escape, avoid))})")
