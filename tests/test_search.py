"""What a patient would type finds the lesson that answers it."""

import pytest

from lbp_app.content.library import Library, load
from lbp_app.content.stems import Stems, last_part

# as it is typed, slips and missing letters included: the lesson that comes first
DANISH = {
    "hvad fejler jeg": "what_back_pain_is",
    "er det farligt": "what_back_pain_is",
    "hekseskud": "what_back_pain_is",
    "uspecifikke rygsmerter": "what_back_pain_is",
    "overskud og belastning": "balance",
    "for mange krav": "balance",
    "gør det skade at bevæge sig": "pain_and_damage",
    "røgvarsler": "pain_and_damage",
    "sidder det i hovedet": "volume",
    "placebo": "volume",
    "scanning": "scans",
    "svar på mr-skanning": "scans",
    "rontgen af ryggen": "scans",
    "slidgigt i ryggen": "scans",
    "går det over": "course",
    "hvor længe varer det": "course",
    "må jeg bøje ryggen": "movement",
    "løfte med ret ryg": "movement",
    "gaature": "movement",
    "ny kontorstol": "movement",
    "akut ondt i ryggen": "first_days",
    "hold i ryggen": "first_days",
    "det er blusset op": "flares",
    "dårlig periode": "flares",
    "sovn": "sleep",
    "kan ikke sove om natten": "sleep",
    "soevnloes": "sleep",
    "sovepiller": "sleep",
    "angst": "worry",
    "jeg er så bekymret": "worry",
    "min familie tror ikke på mig": "relations",
    "samliv og sex": "relations",
    "delvis sygemeldt": "work",
    "mulighedserklaring": "work",
    "paragraf 56": "work",
    "chefen forstår mig ikke": "work",
    "panodil": "medicines",
    "medicn": "medicines",
    "gigtmedicin": "medicines",
    "trappe ned i morfin": "medicines",
    "akupunktur": "treatments",
    "kiropraktor": "treatments",
    "rygoperation": "treatments",
    "sætte et mål": "goals",
    "for meget på en god dag": "pacing",
    "holde pauser": "pacing",
    "iskias": "leg_pain",
    "smerter ned i benet": "leg_pain",
    "prikken i foden": "leg_pain",
    "rygestop": "habits",
    "tabe mig": "habits",
    "myter om ryggen": "myths",
}
ENGLISH = {
    "what is wrong with me": "what_back_pain_is",
    "busy and too much pressure": "balance",
    "afraid to move": "pain_and_damage",
    "all in the head": "volume",
    "MRI report": "scans",
    "how long does it last": "course",
    "lifting": "movement",
    "posture": "movement",
    "could not get up this morning": "first_days",
    "flare up": "flares",
    "can't sleep": "sleep",
    "depressed": "worry",
    "nobody believes me": "relations",
    "sick leave": "work",
    "painkillers": "medicines",
    "surgery": "treatments",
    "acupunture": "treatments",
    "goals": "goals",
    "pacing": "pacing",
    "sciatica": "leg_pain",
    "smoking": "habits",
    "myths": "myths",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def first(library: Library, query: str, language: str) -> str:
    return next((hit.lesson for hit in library.search(query, language)), "nothing")


@pytest.mark.full
def test_forty_danish_queries_find_their_lesson_first(library: Library) -> None:
    assert len(DANISH) >= 40
    found = {query: first(library, query, "da") for query in DANISH}
    assert found == DANISH


@pytest.mark.full
def test_english_queries_find_their_lesson_first(library: Library) -> None:
    found = {query: first(library, query, "en") for query in ENGLISH}
    assert found == ENGLISH


def test_every_lesson_is_the_first_of_some_query() -> None:
    assert set(DANISH.values()) == set(ENGLISH.values())
    assert len(set(DANISH.values())) == 20


@pytest.mark.parametrize(("with_letters", "without"), [
    ("søvn", "sovn"), ("søvn", "soevn"), ("gå", "gaa"), ("gå", "ga"), ("træning", "traening"),
    ("SØVN", "søvn"), ("sygemelding", "sygemeldingen"),
])  # fmt: skip
def test_letters_and_endings_make_no_difference(
    library: Library, with_letters: str, without: str
) -> None:
    assert library.search(with_letters, "da") == library.search(without, "da") != []


def test_a_compound_is_found_by_its_last_part(library: Library) -> None:
    assert last_part("lendesmert", {"smert", "mert"}) == "smert"
    assert last_part("smert", {"smert"}) is None
    medicine = library.search("medicin", "da")
    assert library.search("hjertemedicin", "da") == medicine != []


@pytest.mark.full
def test_a_word_is_also_found_by_its_beginning(library: Library) -> None:
    assert first(library, "akupun", "da") == "treatments"
    assert first(library, "sygem", "da") == "work"


def test_the_other_language_comes_after_the_own(library: Library) -> None:
    hit = library.search("insomnia", "da")[0]
    assert (hit.lesson, hit.language) == ("sleep", "en")
    languages = [hit.language for hit in library.search("stress", "da")]
    assert languages == sorted(languages)  # da before en
    assert len({hit.lesson for hit in library.search("stress", "da")}) == len(languages)


def test_the_card_that_says_it_is_named(library: Library) -> None:
    hit = library.search("søvnvejleder i kommunen", "da")[0]
    assert (hit.lesson, hit.card) == ("sleep", "help")
    assert library.search("panodil", "da")[0].card is None  # only a search word of the lesson


@pytest.mark.parametrize(
    ("query", "language"), [("ryg", "da"), ("ondt i ryggen", "da"), ("back", "en")]
)
def test_what_all_are_about_finds_many(library: Library, query: str, language: str) -> None:
    assert len(library.search(query, language)) >= 6


@pytest.mark.parametrize("query", ["", "   ", "!!!", "og jeg er", "xqzwvk", "🙂"])
def test_what_says_nothing_finds_nothing(library: Library, query: str) -> None:
    assert library.search(query, "da") == []


@pytest.mark.parametrize("query", ['" OR *', "NEAR(", "søvn AND", "lesson: søvn", "søvn*", "-søvn"])
def test_the_language_of_the_index_cannot_be_spoken_from_outside(
    library: Library, query: str
) -> None:
    found = {hit.lesson for hit in library.search(query, "da")}
    assert "sleep" in found or "søvn" not in query


@pytest.mark.full
def test_the_index_is_built_with_the_first_search_only() -> None:
    library = load()
    assert library.lessons
    assert "_index" not in vars(library)
    library.search("søvn", "da")
    assert "_index" in vars(library)


def test_stop_words_tell_nothing() -> None:
    stems = Stems("da", ["jeg", "på"], {"å": "a", "aa": "a"})
    assert stems.of("Jeg går på gulvet") == stems.of("gaar gulvet")
