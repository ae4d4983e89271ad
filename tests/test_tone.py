"""Danish for people: no words that frighten, blame or promise; short sentences, short words."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

import pytest

from lbp_app.content import check
from lbp_app.content.check import _parts
from tools import wording as tool

SENTENCE_END = re.compile(r"[.!?:…]+(?:\s|$)")
WORD = re.compile(r"[A-Za-zÆØÅæøåÉé:]+")
LONG_TEXT = 20  # words; under that a reading index says little
MOST_LIX = 40
SHORT_TEXT = 4  # words, as on a button or a title
LONGEST_WORD = 14  # letters: "Tekststørrelse"; longer ones break in two at 200 %
CAPITALS = {
    *("CPR", "PDF", "YAML", "JSON", "CSV", "FHIR", "AGPL", "ISC", "OFL", "MB", "USB"),
    *("GLA:D", "SDU", "AAU", "WHO", "NKA"),
}

FRIGHTENING = ("slidt", "degenera", "kronisk", "kroniker", "patologi", "kompression", "nedslid")
ALARMING = ("rødt flag", "røde flag", "pas på", "advarsel", "alarm", "fare!", "farlig")
BLAMING = ("du har ikke lavet", "du bør", "ret ryggen", "gået tilbage", "du glemte", "husk nu")
PROMISING = ("smertefri", "helbrede", "kurere", "garanter", "du bliver rask")
FORBIDDEN = (*FRIGHTENING, *ALARMING, *BLAMING, *PROMISING, "psykisk", "!")
ALLOWED = {"Alarmcentralen"}  # what 112 is called


def _said(value: object) -> Iterator[str]:
    for path, part in _parts(value):
        if isinstance(part, dict) and ".sources[" not in path:
            yield part["da"]


@cache
def danish() -> list[str]:
    """Every text that a Danish reader may meet, titles of sources apart."""
    rules, bodies = check.everything()
    messages = (m.id for m in tool.extracted() if m.id)
    interface = chain.from_iterable(tool._texts(message) for message in messages)
    written = chain(_said(rules.messages), _said(rules.contacts), _said(rules.signs), _said(bodies))
    return sorted({*interface, *written})


def lix(text: str) -> float:
    """Words per sentence plus the percentage of words over six letters."""
    words = WORD.findall(text)
    sentences = max(1, len(SENTENCE_END.findall(text)))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


def faults(text: str) -> list[str]:
    plain = text.lower() if text not in ALLOWED else ""
    found = [word for word in FORBIDDEN if word in plain]
    return found + [w for w in WORD.findall(text) if _shouts(w) and w not in CAPITALS]


def _shouts(word: str) -> bool:
    return len(word) > 2 and word.isupper()


@pytest.mark.parametrize(
    "bad", ["Din ryg er SLIDT.", "Pas på ryggen", "Godt klaret!", "VIGTIGT nu"]
)
def test_the_linter_hears_a_bad_tone(bad: str) -> None:
    assert faults(bad)


@pytest.mark.full
def test_no_text_frightens_blames_promises_or_shouts() -> None:
    assert len(danish()) > 300
    assert {text: found for text in danish() if (found := faults(text))} == {}


@pytest.mark.full
def test_the_trademark_stands_only_where_it_is_said_not_to_be_us() -> None:
    _, bodies = check.everything()
    disclaimer = next(p.text["da"] for p in bodies.about if p.id == "what_it_is_not")
    assert [text for text in danish() if "GLA:D" in text] == [disclaimer]


def test_nobody_is_addressed_as_de() -> None:
    assert [text for text in danish() if re.search(r"[a-zæøå,] (De|Dem|Deres)\b", text)] == []


@pytest.mark.full
def test_long_texts_read_easily() -> None:
    long = [text for text in danish() if len(WORD.findall(text)) >= LONG_TEXT]
    assert len(long) >= 10
    assert {text: round(lix(text)) for text in long if lix(text) > MOST_LIX} == {}
    assert sum(map(lix, long)) / len(long) <= 35


def test_titles_and_buttons_have_no_word_that_breaks() -> None:
    short = [text for text in danish() if len(text.split()) <= SHORT_TEXT and "{" not in text]
    words = {word for text in short for word in WORD.findall(text)}
    assert {word for word in words if len(word) > LONGEST_WORD} == set()
