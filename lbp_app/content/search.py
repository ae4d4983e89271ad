"""Which lesson speaks of what somebody typed.

One SQLite FTS5 table a language, in memory, over stems. A compound is also found by its last part,
and a word that no lesson holds by the nearest one that some lesson does.
"""

import sqlite3
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from lbp_app.content.learning import Style
from lbp_app.content.lessons import Lesson
from lbp_app.content.stems import STEMMERS, Stems, last_part

BEGINNING = 3  # fewest letters that find the words which begin so
VERY_NEAR, NEAR = 0.9, 0.8  # of difflib's ratio: one letter wrong in ten, one in five
TABLE = "CREATE VIRTUAL TABLE page USING fts5(lesson UNINDEXED, words, title, body, parts)"
# A lesson's own search words weigh most, then its titles; the smaller bm25, the better the page.
FOUND = "SELECT lesson FROM page WHERE page MATCH ? ORDER BY bm25(page, 0, 10, 6, 1, 0.7)"


class Hit(NamedTuple):
    """`card` is the one that holds most of what was typed; None where only the lesson fits."""

    lesson: str
    card: str | None
    language: str


class Index:
    """Of all lessons, in every language of theirs."""

    def __init__(self, lessons: list[Lesson], style: Style) -> None:
        self._shelves = [
            _Shelf(lessons, code, Stems(code, style.stop_words[code], style.folds.get(code, {})))
            for code in STEMMERS
        ]

    def find(self, query: str, language: str) -> list[Hit]:
        """Each lesson once, best first; where no word is known, what is near."""
        shelves = sorted(self._shelves, key=lambda shelf: shelf.language != language)
        return _found(query, shelves, forgiving=False) or _found(query, shelves, forgiving=True)


class _Shelf:
    """The lessons in one language."""

    def __init__(self, lessons: list[Lesson], language: str, stems: Stems) -> None:
        self.language = language
        self._stems = stems
        pages = {lesson.id: _columns(lesson, language, stems) for lesson in lessons}
        self._known = {stem for page in pages.values() for column in page for stem in column}
        self._cards = {lesson.id: self._card_stems(lesson) for lesson in lessons}
        self._table = sqlite3.connect(":memory:", check_same_thread=False)
        self._table.execute(TABLE)
        rows = [[name, *map(" ".join, self._with_parts(page))] for name, page in pages.items()]
        self._table.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?)", rows)

    def find(self, query: str, *, forgiving: bool) -> Iterator[Hit]:
        wanted = dict.fromkeys(self._wanted(query, forgiving))
        match = " OR ".join(self._term(stem) for stem in wanted)
        for (lesson,) in self._table.execute(FOUND, [match]) if wanted else ():
            yield Hit(lesson, self._card(lesson, set(wanted)), self.language)

    def _wanted(self, query: str, forgiving: bool) -> Iterator[str]:
        for stem in self._stems.of(query):
            if found := self._known_for(stem) or (self._near(stem, NEAR) if forgiving else None):
                yield found

    def _known_for(self, stem: str) -> str | None:
        if stem in self._known or self._begins(stem):
            return stem
        return self._near(stem, VERY_NEAR) or last_part(stem, self._known)

    def _begins(self, stem: str) -> bool:
        """Whether it is typed so far that one word or more begin like it."""
        return len(stem) >= BEGINNING and any(known.startswith(stem) for known in self._known)

    def _near(self, stem: str, ratio: float) -> str | None:
        return next(iter(get_close_matches(stem, sorted(self._known), n=1, cutoff=ratio)), None)

    def _term(self, stem: str) -> str:
        return f'"{stem}"' if stem in self._known else f'"{stem}"*'

    def _with_parts(self, page: list[list[str]]) -> list[list[str]]:
        parts = [last_part(stem, self._known) for column in page for stem in column]
        return [*page, [part for part in parts if part]]

    def _card_stems(self, lesson: Lesson) -> dict[str, set[str]]:
        texts = {
            card.id: f"{card.title[self.language]} {card.text[self.language]}"
            for card in lesson.cards
        }
        return {name: self._whole_and_parts(text) for name, text in texts.items()}

    def _whole_and_parts(self, text: str) -> set[str]:
        stems = self._stems.of(text)
        return {*stems, *(part for stem in stems if (part := last_part(stem, self._known)))}

    def _card(self, lesson: str, wanted: set[str]) -> str | None:
        counts = {name: len(stems & wanted) for name, stems in self._cards[lesson].items()}
        best = max(counts, key=lambda name: counts[name])
        return best if counts[best] else None


def _found(query: str, shelves: list[_Shelf], *, forgiving: bool) -> list[Hit]:
    found: dict[str, Hit] = {}
    for hit in (hit for shelf in shelves for hit in shelf.find(query, forgiving=forgiving)):
        found.setdefault(hit.lesson, hit)
    return list(found.values())


def _columns(lesson: Lesson, language: str, stems: Stems) -> list[list[str]]:
    """The stems of its search words, its titles, and all else that it says."""
    titles = [lesson.title[language], *(card.title[language] for card in lesson.cards)]
    texts = [lesson.aim[language], *(card.text[language] for card in lesson.cards)]
    return [stems.of(" ".join(column)) for column in (lesson.words[language], titles, texts)]
