"""How wide a word is before it is drawn."""

import re
from functools import cache

from lbp_app.screens.theme import SERIF

WIDEST = 1.1  # of a letter that is not listed
# Letters by their width in parts of the size of the type, from the font files, rounded up.
_SERIF = {
    0.35: " \xa0ijl.,:;!()-’·",
    0.4: "f",
    0.45: "tI1/",
    0.5: "rs–",
    0.55: "cezé23579?“”",
    0.6: "agovxyøåJ0468+",
    0.65: "bdkpquEFLPS",
    0.7: "hnBZ",
    0.75: "ACRTVXYÅ",
    0.8: "DGKOQØ",
    0.85: "æHNU",
    0.9: "w%",
    1.0: "mM",
    1.05: "Æ",
}
_SANS = {
    0.25: " \xa0il.,’",
    0.3: "jI:;·",
    0.35: "!",
    0.4: "frt()“”",
    0.45: "1-/",
    0.5: "sz",
    0.55: "ackvxåFJL7?–",
    0.6: "bdeghnopquyøéEPT23569",
    0.65: "BKRSYZ048+",
    0.7: "ADXÅ",
    0.75: "CGHUV",
    0.8: "NOQØ",
    0.85: "w%",
    0.9: "mæM",
    1.0: "W",
    1.05: "Æ",
}
UNBROKEN = re.compile(r"[^ \n–/-]+[–/-]?")


@cache
def longest(text: str, family: str) -> float:
    """Width of its longest word in parts of the size; a line may end after a dash."""
    return max((wide(word, family) for word in UNBROKEN.findall(text)), default=0)


def wide(word: str, family: str) -> float:
    """As `longest`; the sans in its boldest cut."""
    widths = _widths(family == SERIF)
    return sum(widths.get(letter, WIDEST) for letter in word)


@cache
def _widths(serif: bool) -> dict[str, float]:
    groups = _SERIF if serif else _SANS
    return {letter: width for width, letters in groups.items() for letter in letters}
