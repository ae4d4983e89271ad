"""Twenty lessons: whole in both languages, sourced to the last figure, easy to read, kind."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lbp_app import cli
from lbp_app.content import bundle, check, check_learning
from lbp_app.content.check_style import avoided
from lbp_app.content.failures import sentence
from lbp_app.content.learning import Learning
from lbp_app.content.lessons import Lesson
from lbp_app.content.library import Library, load
from lbp_app.content.lix import lix, words
from lbp_app.content.wording import wording_for
from lbp_app.errors import ContentError
from tests.lesson_facts import ANSWERS, NAMED
from tools import lessons as page

FOLDER = bundle.FOLDER / bundle.LESSONS
LANGUAGES = ("da", "en")
KNOWN = {"000", "001", "002", "003", "004", "NKA25", "GMK", "EXT"}
DANISH_NAMES = ("Vælg Klogt", "LÆR AT TACKLE", "mulighedserklæring", "ikke rådgivning", "Holbæk")


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.fixture(scope="module")
def learning(library: Library) -> Learning:
    return library.learning


def cards_of(lesson: Lesson, language: str) -> str:
    return "\n".join(f"{card.title[language]}.\n{card.text[language]}" for card in lesson.cards)


def everything_said(lesson: Lesson, language: str) -> Iterator[str]:
    yield from (lesson.title[language], lesson.aim[language], cards_of(lesson, language))
    yield from (prompt.text[language] for prompt in lesson.prompts)
    for one in lesson.quiz:
        yield from (one.ask[language], one.why[language], *(o[language] for o in one.options))


# --- whole ---------------------------------------------------------------------------------


def test_there_are_twenty_in_their_order(library: Library) -> None:
    assert [lesson.number for lesson in library.lessons] == list(range(1, 21))
    assert library.lesson("sleep").title == {"da": "Søvn", "en": "Sleep"}
    with pytest.raises(KeyError):
        library.lesson("nothing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_four_to_eight_cards_and_a_bearable_length(
    library: Library, language: str
) -> None:
    lengths = {one.id: len(words(cards_of(one, language))) for one in library.lessons}
    assert {name: n for name, n in lengths.items() if not 250 <= n <= 600} == {}
    assert all(4 <= len(one.cards) <= 8 for one in library.lessons)
    assert all(len(words(c.text[language])) >= 10 for one in library.lessons for c in one.cards)


def test_two_prompts_and_two_questions_each(library: Library) -> None:
    for lesson in library.lessons:
        assert (len(lesson.prompts), len(lesson.quiz)) == (2, 2)
        for one in lesson.quiz:
            assert len(one.options) >= 2
            texts = [option["da"] for option in one.options]
            assert len(set(texts)) == len(texts)


def test_the_right_answers_are_those_of_a_second_reading(library: Library) -> None:
    right = {
        (lesson.id, one.id): one.options[one.right]["da"]
        for lesson in library.lessons
        for one in lesson.quiz
    }
    assert right == ANSWERS


def test_no_explanation_scolds_or_keeps_score(library: Library) -> None:
    said = [
        one.why[code] for lesson in library.lessons for one in lesson.quiz for code in LANGUAGES
    ]
    assert [s for s in said if re.search(r"\b(forkert svar|desværre|wrong|sorry)\b", s)] == []


def test_english_is_english(library: Library) -> None:
    for lesson in library.lessons:
        for text in everything_said(lesson, "en"):
            plain = re.sub("|".join(DANISH_NAMES), "", text)
            assert not re.search(r"[æøåÆØÅ]", plain), text
        pairs = zip(everything_said(lesson, "da"), everything_said(lesson, "en"), strict=True)
        assert sum(da == en for da, en in pairs) <= 2, lesson.id  # names


# --- easy and kind -------------------------------------------------------------------------


def test_lix_is_what_bjornsson_said() -> None:
    assert lix("Det er en kat. Den er sort.") == pytest.approx(7 / 2)
    assert lix("Fysioterapeuten kommer.") == pytest.approx(2 + 50)
    assert lix("Fysioterapeuten kommer.", ["fysioterapeut"]) == pytest.approx(2)
    assert lix("Huset er stort: det rummer alle.") == pytest.approx(6 / 2)
    assert lix("12 … 3") == 0


def test_danish_reads_easily(learning: Learning) -> None:
    easy = learning.style.long_terms
    hard = {name: n for name, n in learning.readings() if n > 35}
    cards = {
        (lesson.id, card.id): lix(card.text["da"], easy)
        for lesson in learning.lessons
        for card in lesson.cards
    }
    assert hard == {}
    assert {name: n for name, n in cards.items() if n > 40} == {}
    assert len(easy) <= 12


def test_it_would_read_easily_without_the_allowance_too(learning: Learning) -> None:
    assert [one.id for one in learning.lessons if lix(cards_of(one, "da")) > 38] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Din ryg er slidt.", "slid"),
        ("Et SLID i leddet", "slid"),
        ("De røde flag", "røde flag"),
        ("Han siger “ryggen er slidt” til dig.", None),
        ("Han passer på dig.", None),
        ("Godt gået!", "!"),
        ("Glidende overgang", None),
    ],
)
def test_the_check_hears_a_bad_word(learning: Learning, text: str, found: str | None) -> None:
    assert avoided(text, learning.style.avoid["da"]) == found


def test_no_lesson_uses_a_word_to_keep_away_from(learning: Learning) -> None:
    for language in LANGUAGES:
        avoid = learning.style.avoid[language]
        assert len(avoid) >= 20
        for lesson in learning.lessons:
            for text in everything_said(lesson, language):
                assert avoided(text, avoid) is None, text


def test_wear_and_flags_are_nowhere_in_danish_not_even_quoted() -> None:
    for file in [*(FOLDER / "da").glob("*.md"), *FOLDER.glob("[!s]*.yaml")]:
        text = re.sub(r"^words: .*$", "", file.read_text("utf-8"), flags=re.M).lower()
        assert not re.search(r"\b(ned|ryg)?slid(t|te|es|gigt)?\b|rød\w* flag", text), file


def test_titles_and_labels_have_no_word_that_breaks(learning: Learning) -> None:
    """At 200 % on a phone; names apart."""
    names = {"Internetpsykiatrien", "Helbredsprofilen"}
    titles = [part.title for one in learning.lessons for part in (one, *one.cards)]
    labels = [one.label for one in (*learning.balance, *learning.links)]
    found = {word for said in (*titles, *labels) for text in said.values() for word in words(text)}
    assert {word for word in found if len(word) > 14} <= names


# --- sourced -------------------------------------------------------------------------------


def test_every_card_has_a_source_with_its_place(library: Library) -> None:
    for lesson in library.lessons:
        for card in lesson.cards:
            for citation in card.sources:
                assert library.section_of(citation).about["da"]
                assert library.source_of(citation).key
                assert len(citation.split()) >= 2, citation


def test_every_place_can_be_traced_back_to_lessons(library: Library) -> None:
    assert "work" in [lesson.id for lesson in library.lessons_citing("002")]
    assert [lesson.id for lesson in library.lessons_citing("NKA25")] == ["medicines"]
    assert library.lessons_citing("999") == []


def test_every_fact_stands_in_one_place_or_has_a_reason(library: Library) -> None:
    facts = [fact for lesson in library.lessons for fact in lesson.facts]
    assert len(facts) >= 240
    for fact in facts:
        assert [fact.card, fact.myth, fact.left_out].count(None) == 2, fact.name
        assert fact.left_out is None or len(fact.left_out.split()) >= 7, fact.name
    assert 10 <= sum(fact.left_out is not None for fact in facts) <= 30


def test_no_fact_of_the_digest_was_lost(library: Library) -> None:
    """A second reading by hand: what each lesson's facts have to name."""
    lost = {
        (lesson.id, name)
        for lesson in library.lessons
        for name in NAMED[lesson.id]
        if not any(name.lower() in fact.says.lower() for fact in lesson.facts)
    }
    assert lost == set()
    assert NAMED.keys() == {lesson.id for lesson in library.lessons}


def test_every_number_on_a_card_is_a_figure_with_a_source(library: Library) -> None:
    number = re.compile(r"\d+(?:[.,]\d+)*")
    seen = 0
    for lesson in library.lessons:
        for card in lesson.cards:
            figures = [f.figure for f in lesson.facts if f.card == card.id and f.figure]
            for code in LANGUAGES:
                sourced = {n for figure in figures for n in number.findall(figure[code])}
                found = set(number.findall(f"{card.title[code]} {card.text[code]}"))
                assert found == sourced, (lesson.id, card.id, code)
                seen += len(found)
    assert seen > 100


def test_shares_are_told_as_so_many_of_so_many(library: Library) -> None:
    for lesson in library.lessons:
        for code in LANGUAGES:
            assert "%" not in cards_of(lesson, code), lesson.id
    assert "9 ud af 10" in cards_of(library.lesson("what_back_pain_is"), "da")


def test_nothing_rests_on_the_old_guideline_alone_without_saying_so(library: Library) -> None:
    for lesson in library.lessons:
        for fact in lesson.facts:
            if fact.left_out is None and {c.split()[0] for c in fact.sources} == {"003"}:
                background = "Background" in fact.says or lesson.id in ("scans", "treatments")
                assert background or lesson.id in ("movement", "first_days"), fact.name


# --- dated ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["work", "medicines"])
def test_what_goes_out_of_date_says_so_and_is_no_advice(library: Library, name: str) -> None:
    lesson = library.lesson(name)
    card = next(card for card in lesson.cards if card.id == "not_advice")
    for code in LANGUAGES:
        assert "ikke rådgivning" in card.text[code]
        assert "november 2026" in card.text[code].lower()
    assert lesson.valid_until is not None
    assert not lesson.too_old(lesson.valid_until)
    assert lesson.too_old(date(2028, 1, 1))


def test_the_others_do_not_go_out_of_date(library: Library) -> None:
    dated = [lesson.id for lesson in library.lessons if lesson.valid_until]
    assert dated == ["work", "medicines"]
    assert not library.lesson("sleep").too_old(date(2099, 1, 1))


def test_medicines_names_no_dose(library: Library) -> None:
    lesson = library.lesson("medicines")
    for code in LANGUAGES:
        text = "\n".join(everything_said(lesson, code))
        assert not re.search(r"\d\s*(mg|g|ml|milligram|gram|tablet|pille|gange|times)", text)
        assert not re.search(r"om dagen|dagligt|daily|a day", text)
        assert set(re.findall(r"\d+", cards_of(lesson, code))) == {"3", "4", "2023", "2026"}


# --- what does not verify ------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content that a test may spoil."""
    leave = shutil.ignore_patterns("*.py", "locale", "__pycache__", bundle.NAME)
    return Path(shutil.copytree(bundle.FOLDER, tmp_path / "content", ignore=leave))


# file, what is written over, with what, the error, and where: the text on the line that is named
SPOILED = [
    ("da/sleep.md", "title: Søvn", "tittel: Søvn", "unknown", "tittel: Søvn"),
    ("da/sleep.md", "id: sleep", "id: slep", "reference", "id: slep"),
    ("da/sleep.md", "{#signs}", "{#sings}", "reference", "## How it may show"),
    ("en/sleep.md", "{#signs}", "{#sings}", "reference", "## How it may show"),
    ("en/sleep.md", "  one_habit:", "  habit:", "value", "prompts:"),
    ("da/sleep.md", "  one_habit: ", "  third: Hvad?\n  one_habit: ", "value", "prompts:"),
    ("da/sleep.md", "Det kan være svært", "**Det** kan være svært", "markup", "**Det**"),
    ("da/sleep.md", "Det kan være svært", "Din ryg er slidt. Det er svært", "tone", "## Sådan kan"),
    ("en/sleep.md", "It may be hard", "Your back is worn. It is hard", "tone", "## How it may"),
    ("da/sleep.md", "siger op til 8 ud af 10", "siger mange", "figure", "## Du er ikke"),
    ("da/sleep.md", "Du kan vågne", "De 14 dage. Du kan vågne", "loose_figure", "## Sådan kan"),
    ("en/sleep.md", "options: [Worse, At least as well, Nobody knows]", "options: [Worse, As well]",
     "value", "- id: sleep\n  number: 10\n  minutes: 3\n  quiz"),
    ("lessons.yaml", "card: signs, sources: [002 §7.11]", "card: sings, sources: [002 §7.11]",
     "reference", "card: sings"),
    ("lessons.yaml", "card: signs, sources: [002 §7.11]", "sources: [002 §7.11]",
     "value", "{name: three_signs, sources"),
    ("lessons.yaml", "card: signs, sources: [002 §7.11]", "card: signs, sources: [002 §7.99]",
     "source", "[002 §7.99]"),
    ("lessons.yaml", "card: signs, sources: [002 §7.11]", "card: signs, sources: [999 §1]",
     "source", "[999 §1]"),
    ("lessons.yaml", "{name: lowers_life", "{name: eight_in_ten", "twice", "- id: sleep"),
    ("lessons.yaml", "{question: pills, right: 1}", "{question: pils, right: 1}",
     "reference", "question: pils"),
    ("lessons.yaml", "myth: broken,", "myth: brocken,", "reference", "myth: brocken"),
    ("sections.yaml", '"002 §7.11"', '"002 §7.12"', "source", "002 §7.11"),
    ("myths.yaml", "lesson: scans", "lesson: scanner", "reference", "lesson: scanner"),
    ("myths.yaml", "da: Der er ikke belæg for", "da: Slid er ikke grund til", "tone", "da: Slid"),
    ("links.yaml", "  checked_on: 2026-11-26\n", "", "missing", "- id: helbredsprofilen"),
    ("links.yaml", "valid_until: 2027-05-31", "valid_until: 2020-05-31", "value", "2020-05-31"),
    ("links.yaml", "url: https://", "url: http://", "value", "url: http://"),
    ("links.yaml", "lessons: [scans]", "lessons: [scan]", "reference", "lessons: [scan]"),
    ("path.yaml", "[course, flares]", "[course, scans]", "reference", "[course, scans]"),
    ("path.yaml", "[course, flares]", "[course]", "reference", "weeks:"),
    ("balance.yaml", "kind: body", "kind: bodily", "value", "kind: bodily"),
    ("style.yaml", "avoid:", "avoided:", "unknown", "avoided:"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "key", "at"), SPOILED)
@pytest.mark.full
def test_a_fault_is_refused_with_file_and_line(
    folder: Path, name: str, old: str, new: str, key: str, at: str
) -> None:
    file = folder / bundle.LESSONS / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError) as refused:
        check_learning.learning(folder, KNOWN)
    told = refused.value
    assert told.key == f"error.content_{key}"
    named = folder / bundle.LESSONS / str(told.values["file"])
    line = named.read_text("utf-8").splitlines()[int(str(told.values["line"])) - 1]
    assert at.splitlines()[-1] in line or line in at, line
    assert f"{told.values['file']}, linje" in sentence(wording_for("da"), told)


@pytest.mark.full
def test_too_long_too_short_and_too_hard_is_refused(folder: Path) -> None:
    file = folder / bundle.LESSONS / "da" / "sleep.md"
    text = file.read_text("utf-8")
    start = text.index("Det kan være svært")
    for spoilt, key in (
        (text[:start] + "Det er nat. " * 150 + text[start:], "words"),
        (text[: text.index("## Hvor der er hjælp")], "value"),
        (re.sub(r"(?m)^(En|Nogle|Så|De) .*$", "", text), "words"),
        (text[:start] + "Søvnforstyrrelsernes konsekvenser " * 12 + text[start:], "lix"),
    ):
        file.write_text(spoilt, "utf-8")
        with pytest.raises(ContentError) as refused:
            check_learning.learning(folder, KNOWN)
        assert refused.value.key == f"error.content_{key}"
        assert refused.value.values["file"] in ("da/sleep.md", "en/sleep.md", "lessons.yaml")


@pytest.mark.full
def test_a_lesson_that_is_missing_or_too_many_is_named(folder: Path) -> None:
    english = folder / bundle.LESSONS / "en" / "sleep.md"
    english.rename(english.with_name("slumber.md"))
    with pytest.raises(ContentError) as refused:
        check_learning.learning(folder, KNOWN)
    assert (refused.value.key, refused.value.values["file"]) == (
        "error.content_reference",
        "en/slumber.md",
    )
    (english.with_name("slumber.md")).unlink()
    with pytest.raises(ContentError) as refused:
        check_learning.learning(folder, KNOWN)
    assert refused.value.values["file"] == "en/sleep.md"


def test_the_command_prints_how_hard_each_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main([str(folder)]) == 0
    printed = capsys.readouterr().out
    assert len(re.findall(r"^  \w+: LIX \d\d$", printed, flags=re.M)) == 20


@pytest.mark.full
def test_the_command_ends_with_two_on_a_fault(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / bundle.LESSONS / "da" / "sleep.md").write_text("Godnat.\n", "utf-8")
    assert cli.main(["content", "check", str(folder)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert not (folder / bundle.NAME).exists()
    assert "da/sleep.md" in told.err


# --- the clinician's page ------------------------------------------------------------------


def test_the_page_of_claims_is_fresh() -> None:
    """If not: python tools/lessons.py."""
    assert page.TARGET.read_text("utf-8") == page.text()


def test_the_page_names_every_card_every_claim_and_every_reason(library: Library) -> None:
    text = page.TARGET.read_text("utf-8")
    for lesson in library.lessons:
        assert all(card.title["da"] in text for card in lesson.cards)
        assert all(fact.says in text and (fact.left_out or "") in text for fact in lesson.facts)
    assert "| no |  |" in text
    assert "None of the" in text
