"""Words brought down to what a search compares: folded letters, Snowball stems, last parts."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

STEMMERS = {"da": "danish", "en": "english"}
WORD = re.compile(r"[^\W_]+")
NONE: Mapping[str, str] = {}
FIRST_PART, LAST_PART = 3, 4  # fewest letters of a compound's two parts


class Stems:
    """Of one language. `folds` gives the letters that stand for others: "sovn" is søvn."""

    def __init__(
        self, language: str, stop_words: Iterable[str] = (), folds: Mapping[str, str] = NONE
    ) -> None:
        import snowballstemmer  # only a search needs it

        self._folds = folds
        self._stem = cache(snowballstemmer.stemmer(STEMMERS[language]).stemWord)
        self._stop = {word for text in stop_words for word in self._folded(text)}

    def of(self, text: str) -> list[str]:
        """In their order, without the words that tell nothing."""
        return [self._stem(word) for word in self._folded(text) if word not in self._stop]

    def _folded(self, text: str) -> Iterator[str]:
        """Letters are folded before the stem is taken, so that both sides of a search agree."""
        for word in WORD.findall(text.lower()):
            for letters, folded in self._folds.items():
                word = word.replace(letters, folded)
            yield word


def last_part(stem: str, known: Collection[str]) -> str | None:
    """Of a compound, the longest end that is a word of its own: "smert" of "lendesmert"."""
    ends = (stem[at:] for at in range(FIRST_PART, len(stem) - LAST_PART + 1))
    return next((end for end in ends if end in known), None)
