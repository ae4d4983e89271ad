"""A lesson is whole: both languages alike, every fact in its place, every figure sourced."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from lbp_app.content.check_style import check_style
from lbp_app.content.joining import joined
from lbp_app.content.learning import Style
from lbp_app.content.lessons import Fact, Lesson, LessonFacts
from lbp_app.content.prose import Prose, prose
from lbp_app.content.reading import Written, shown
from lbp_app.content.wording import SECOND, SOURCE
from lbp_app.errors import ContentError

LANGUAGES = (SOURCE, SECOND)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
Told = dict[str, Written[Prose]]  # one lesson's prose by language


def lessons(here: Path, facts: Written[list[LessonFacts]], style: Style) -> list[Lesson]:
    """In the order of the file. Raises ContentError."""
    _check_files(here, facts.value)
    return [_lesson(here, facts, at, style) for at in range(len(facts.value))]


def _check_files(here: Path, facts: Sequence[LessonFacts]) -> None:
    known = {one.id for one in facts}
    for language in LANGUAGES:
        for file in sorted((here / language).glob("*.md")):
            if file.stem not in known:
                raise ContentError(
                    "error.content_reference", file=shown(file), line=1, id=file.stem
                )


def _lesson(here: Path, facts: Written[list[LessonFacts]], at: int, style: Style) -> Lesson:
    shared, path = facts.value[at], f"$[{at}]"
    told = {language: _told(here / language / f"{shared.id}.md") for language in LANGUAGES}
    _check_alike(told)
    _check_places(facts, path, shared, told)
    _check_quiz(facts, path, shared, told)
    _check_figures(shared, told)
    for language, words in told.items():
        check_style(words, language, style)
    return joined(shared, {language: words.value for language, words in told.items()})


def _told(file: Path) -> Written[Prose]:
    if not file.is_file():
        raise ContentError("error.content_file", file=shown(file))
    told = prose(file)
    if told.value.id != file.stem:
        told.refuse("error.content_reference", "$.id", id=told.value.id)
    return told


def _check_alike(told: Told) -> None:
    """Cards, prompts and questions are the same, in the same order, as in Danish."""
    first, other = told[SOURCE], told[SECOND]
    for n, (card, twin) in enumerate(zip(first.value.cards, other.value.cards, strict=False)):
        if card.id != twin.id:
            other.refuse("error.content_reference", f"$.cards[{n}]", id=twin.id)
    if len(first.value.cards) != len(other.value.cards):
        other.refuse("error.content_value", "$.cards", field="cards")
    for field in ("prompts", "quiz"):
        if list(getattr(first.value, field)) != list(getattr(other.value, field)):
            other.refuse("error.content_value", f"$.{field}", field=field)


def _check_places(
    facts: Written[list[LessonFacts]], path: str, shared: LessonFacts, told: Told
) -> None:
    """Every fact stands in one place, and every card says at least one."""
    cards = [card.id for card in told[SOURCE].value.cards]
    for n, fact in enumerate(shared.facts):
        where = f"{path}.facts[{n}]"
        if [fact.card, fact.myth, fact.left_out].count(None) != 2:
            facts.refuse("error.content_value", where, field="card")
        if fact.card is not None and fact.card not in cards:
            facts.refuse("error.content_reference", f"{where}.card", id=fact.card)
    names = [fact.name for fact in shared.facts]
    if twice := {name for name in names if names.count(name) > 1}:
        facts.refuse("error.content_twice", path, id=min(twice))
    said = {fact.card for fact in shared.facts}
    for n, card in enumerate(cards):
        if card not in said or card in cards[:n]:
            told[SOURCE].refuse("error.content_reference", f"$.cards[{n}]", id=card)


def _check_quiz(
    facts: Written[list[LessonFacts]], path: str, shared: LessonFacts, told: Told
) -> None:
    """The two questions, in their order, with as many options in both languages."""
    if [one.question for one in shared.quiz] != list(told[SOURCE].value.quiz):
        facts.refuse("error.content_reference", f"{path}.quiz", id=shared.quiz[0].question)
    for n, one in enumerate(shared.quiz):
        counts = {len(words.value.quiz[one.question].options) for words in told.values()}
        if len(counts) != 1 or one.right >= min(counts):
            facts.refuse("error.content_value", f"{path}.quiz[{n}]", field="right")


def _check_figures(shared: LessonFacts, told: Told) -> None:
    """A figure stands on its card, and no number stands there without one."""
    for language, words in told.items():
        for n, card in enumerate(words.value.cards):
            figures = _figures(shared.facts, card.id, language)
            text = f"{card.title} {card.text}"
            if missing := [figure for figure in figures if figure not in text]:
                words.refuse("error.content_figure", f"$.cards[{n}]", figure=missing[0])
            sourced = {number for figure in figures for number in NUMBER.findall(figure)}
            if loose := [number for number in NUMBER.findall(text) if number not in sourced]:
                words.refuse("error.content_loose_figure", f"$.cards[{n}]", figure=loose[0])


def _figures(facts: Iterable[Fact], card: str, language: str) -> list[str]:
    return [fact.figure[language] for fact in facts if fact.card == card and fact.figure]
