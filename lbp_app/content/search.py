"""Which lesson speaks of what somebody typed.

One SQLite FTS5 table a language, in memory, over stems. A compound is also found by its last part,
and a word that no lesson holds by the nearest one that some lesson does.
"""

import sqlite3
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from lbp_app.content.lessons import Lesson
from lbp_app.content.stems import STEMMERS, Stems, last_part

BEGINNING = 3  # fewest letters that also find the words which begin so
NEAR = 0.75  # of difflib's ratio: about one letter wrong in five
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

    def __init__(self, lessons: list[Lesson], stop_words: dict[str, list[str]]) -> None:
        self._shelves = [
            _Shelf(lessons, code, Stems(code, stop_words.get(code, ()))) for code in STEMMERS
        ]

    def find(self, query: str, language: str) -> list[Hit]:
        """Each lesson once, best first; where no word is known, what is near."""
        shelves = sorted(self._shelves, key=lambda shelf: shelf.language != language)
        for forgiving in (False, True):
            hits = [hit for shelf in shelves for hit in shelf.find(query, forgiving=forgiving)]
            if hits:
                return list({hit.lesson: hit for hit in reversed(hits)}.values())[::-1]
        return []


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
        match = " OR ".join(_term(stem) for stem in wanted)
        for (lesson,) in self._table.execute(FOUND, [match]) if wanted else ():
            yield Hit(lesson, self._card(lesson, set(wanted)), self.language)

    def _wanted(self, query: str, forgiving: bool) -> Iterator[str]:
        for stem in self._stems.of(query):
            if self._begins(stem):
                yield stem
            elif part := last_part(stem, self._known):
                yield part
            elif forgiving:
                yield from get_close_matches(stem, sorted(self._known), n=1, cutoff=NEAR)

    def _begins(self, stem: str) -> bool:
        found = stem in self._known
        return found or (len(stem) >= BEGINNING and any(k.startswith(stem) for k in self._known))

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


def _columns(lesson: Lesson, language: str, stems: Stems) -> list[list[str]]:
    """The stems of its search words, its titles, and all else that it says."""
    titles = [lesson.title[language], *(card.title[language] for card in lesson.cards)]
    texts = [lesson.aim[language], *(card.text[language] for card in lesson.cards)]
    return [stems.of(" ".join(column)) for column in (lesson.words[language], titles, texts)]


def _term(stem: str) -> str:
    return f'"{stem}" OR "{stem}"*' if len(stem) >= BEGINNING else f'"{stem}"'
