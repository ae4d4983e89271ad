"""How hard a text is to read."""

import re
from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?:…]+(?=\s|$|[”»])")
LONG = 6  # letters; a longer word counts as long


def words(text: str) -> list[str]:
    """Numbers are no words."""
    return WORD.findall(text)


def lix(text: str, easy: Iterable[str] = ()) -> float:
    """C. H. Björnsson's index (1968): words per sentence plus the percentage of long words.

    Words that begin like one of `easy` do not count as long. 0 for a text without words.
    """
    found, known = words(text), tuple(easy)
    if not found:
        return 0.0
    sentences = max(1, len(SENTENCE_END.findall(text)))
    long = sum(len(word) > LONG and not word.lower().startswith(known) for word in found)
    return len(found) / sentences + 100 * long / len(found)
