"""Text as people type and paste it, made fit for print: one run of letters that a font can draw."""

import re
import unicodedata
from collections.abc import Callable

UNKNOWN = "[?]"  # in place of letters that no font of ours has
_EMPTY = {"Cc", "Cf", "Cs", "Co", "Mn", "Me"}  # nothing to see: controls, directions, joiners
_SIGNS = {"≥": ">=", "≤": "<=", "≈": "ca.", "−": "-", "\u2011": "-"}  # where a font lacks them
_MANY_UNKNOWN = re.compile(r"\[\?\](?:\s*\[\?\])+")
_BLANK_LINES = re.compile(r"\s*\n\s*")


def printable(text: str, known: Callable[[str], bool]) -> str:
    """`known` says whether there is a shape for a letter. Lines stay, blank ones go."""
    whole = unicodedata.normalize("NFC", _BLANK_LINES.sub("\n", text.strip()))
    letters = "".join(_letter(letter, known) for letter in whole)
    return _MANY_UNKNOWN.sub(UNKNOWN, letters)


def _letter(letter: str, known: Callable[[str], bool]) -> str:
    if letter == "\n":
        return letter
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in _EMPTY:
        return ""
    if known(letter):
        return letter
    plain = _SIGNS.get(letter) or unicodedata.normalize("NFKD", letter)
    shown = "".join(part for part in plain if unicodedata.category(part) not in _EMPTY)
    return shown if shown and all(map(known, shown)) else UNKNOWN
