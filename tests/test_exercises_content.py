"""Every exercise is whole, in both languages, in its own words, easy to read, never correcting."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest

from lbp_app.content import bundle, check
from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.library import load
from lbp_app.content.records import Said
from lbp_app.errors import ContentError
from tests.test_tone import SENTENCE_END, WORD, danish, lix

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "assets" / "exercises"
LOOKS = ("light", "dark")
LANGUAGES = ("da", "en")
MOST_SHARED = 0.60
MOST_LIX = 35
LONGEST_SENTENCE = 18  # words
MOST_NAME_WORDS = 5
LIBRARY = load()
ALL = LIBRARY.exercises
GRID = [one for one in ALL if one.kind == "exercise"]
CORRECTING = {
    "da": re.compile(
        r"\b(korrekt|forkert|undgå|sørg for|husk|du skal|må ikke|pas på|spænd|ret ryggen"
        r"|hold ryggen|den rigtige|neutral|stabil)"
    ),
    "en": re.compile(
        r"\b(correct|wrong|avoid|make sure|remember|you must|careful|brace|tighten|proper"
        r"|keep your back straight|neutral|never|should\b|stable)"
    ),
}


def said(exercise: ExerciseContent) -> Iterator[Said]:
    """Its prose, in the order in which it is read; the text to the picture apart."""
    yield from (exercise.name, exercise.start, exercise.move, exercise.trains)
    for variation in exercise.variations:
        yield from (variation.name, variation.text)
    yield from (one for one in (exercise.easier, exercise.harder) if one)


def prose(exercise: ExerciseContent, language: str) -> str:
    return " ".join(f"{text[language].rstrip('.')}." for text in said(exercise))


def shared(one: str, other: str) -> float:
    """Of the different words of the shorter text, the part that the other has too: the overlap
    coefficient |A ∩ B| / min(|A|, |B|) of the two sets of words, in small letters. It is never
    below Jaccard's |A ∩ B| / |A ∪ B|.
    """
    first, second = ({word.lower() for word in WORD.findall(text)} for text in (one, other))
    return len(first & second) / min(len(first), len(second))


def all_said() -> Iterator[tuple[str, Said]]:
    for exercise in ALL:
        yield from ((exercise.id, text) for text in (*said(exercise), exercise.alt))


# --- whole -----------------------------------------------------------------------------------


def test_every_cell_of_the_grid_is_filled_in_its_order() -> None:
    assert [(one.group, one.level) for one in GRID] == [
        (group, level) for group in range(1, 9) for level in range(1, 5)
    ]
    assert all(one.id == f"{one.group}.{one.level}" for one in GRID)


def test_around_them_are_warm_up_cool_down_and_one_for_the_first_days() -> None:
    around = [one.id for one in ALL if one.kind != "exercise"]
    assert around == [
        *(f"warmup.{n}" for n in range(1, 7)),
        *(f"cooldown.{n}" for n in range(1, 5)),
        "lying.1",
    ]


@pytest.mark.parametrize("exercise", GRID, ids=lambda one: one.id)
def test_an_exercise_is_whole(exercise: ExerciseContent) -> None:
    assert [variation.id for variation in exercise.variations] == ["a", "b"]
    assert exercise.easier is not None
    assert exercise.harder is not None
    assert exercise.dose.sets[0] <= exercise.dose.sets[1]


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_it_has_words_in_both_languages_a_picture_in_words_and_a_source(
    exercise: ExerciseContent,
) -> None:
    for text in (*said(exercise), exercise.alt):
        assert all(text[language].strip() for language in LANGUAGES)
        assert text["da"] != text["en"]
    assert len(WORD.findall(exercise.alt["da"])) >= 10
    assert [LIBRARY.source_of(citation) for citation in exercise.sources]
    assert LIBRARY.exercise(exercise.id) == exercise


def test_an_exercise_that_is_none_is_not_found() -> None:
    with pytest.raises(KeyError):
        LIBRARY.exercise("9.1")


def test_nothing_is_said_twice() -> None:
    long = [text["da"] for _, text in all_said() if len(text["da"].split()) > MOST_NAME_WORDS]
    assert sorted(long) == sorted(set(long))


def test_nobody_has_reviewed_any_of_it_and_it_says_so() -> None:
    assert {one.reviewed_by for one in (*ALL, *LIBRARY.training.records)} == {None}
    own = [one for one in ALL if "RYGVEJ" in {citation.split()[0] for citation in one.sources}]
    assert own == ALL  # doses and choice are ours everywhere, whatever else is cited
    assert "Ingen fysioterapeut" in LIBRARY.sources["RYGVEJ"].standing["da"]


@pytest.mark.skipif(not PICTURES.exists(), reason="the pictures are drawn on another branch")
@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
@pytest.mark.full
def test_every_exercise_has_its_pictures(exercise: ExerciseContent) -> None:
    names = [f"{exercise.id}{still}-{look}" for still in ("", "-still") for look in LOOKS]
    assert [name for name in names if not (PICTURES / f"{name}.webp").is_file()] == []


# --- in its own words ------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.full
def test_no_two_exercises_share_more_than_sixty_per_cent_of_their_words(language: str) -> None:
    """Overlap coefficient of the word sets of their prose; see `shared`."""
    told = {one.id: prose(one, language) for one in ALL}
    pairs = {(a, b): shared(told[a], told[b]) for a, b in combinations(told, 2)}
    assert len(pairs) == 43 * 42 / 2
    assert {pair: found for pair, found in pairs.items() if found > MOST_SHARED} == {}


def test_the_measure_sees_a_copy() -> None:
    text = prose(GRID[0], "da")
    assert shared(text, text) == 1
    assert shared(text, text.replace("lænden", "ryggen").replace("Vip", "Bøj")) > MOST_SHARED
    assert shared("Løft foden og vent", "Sænk armen igen nu") == 0


# --- easy to read, and never correcting ------------------------------------------------------


def test_an_exercise_reads_easily() -> None:
    measured = {one.id: lix(prose(one, "da")) for one in ALL}
    assert {id: round(found) for id, found in measured.items() if found > MOST_LIX} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    sentences = [
        sentence
        for _, text in all_said()
        for sentence in SENTENCE_END.split(text[language])
        if sentence
    ]
    assert [s for s in sentences if len(s.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_short(language: str) -> None:
    names = [one.name for one in ALL] + [v.name for one in ALL for v in one.variations]
    assert [name for name in names if len(name[language].split()) > MOST_NAME_WORDS] == []


def corrections(text: str, language: str) -> list[str]:
    return CORRECTING[language].findall(text.lower())


@pytest.mark.parametrize(
    ("bad", "language"),
    [
        ("Hold ryggen lige.", "da"),
        ("Du skal løfte højt.", "da"),
        ("Undgå at bøje dig.", "da"),
        ("Keep your back straight.", "en"),
        ("You should lift higher.", "en"),
    ],
)
def test_a_correction_is_heard(bad: str, language: str) -> None:
    assert corrections(bad, language)
    assert not corrections("Spring frem med bløde skuldre / shoulders", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_corrects(language: str) -> None:
    training = LIBRARY.training
    rules = [text for rule in training.rules for text in (rule.title, rule.text)]
    framed = [text for group in training.groups for text in (group.name, group.aim)]
    lines = [line.text for line in training.supporter_lines] + [w.theme for w in training.weeks]
    texts = [text for _, text in all_said()] + rules + framed + lines
    assert len(texts) > 350
    found = {t[language]: bad for t in texts if (bad := corrections(t[language], language))}
    assert found == {}


@pytest.mark.full
def test_the_tone_of_every_text_is_listened_to() -> None:
    """tests/test_tone.py reads them all."""
    assert {text["da"] for _, text in all_said()} <= set(danish())


# --- rules, weeks and sessions ---------------------------------------------------------------


def test_eight_weeks_grow_from_one_set_to_three() -> None:
    weeks = LIBRARY.training.weeks
    assert [week.sets for week in weeks] == [(1, 1), (1, 2), (2, 2), (2, 2), *[(2, 3)] * 4]
    efforts = [(2, 3), (2, 4), (4, 5), (4, 6), (4, 6), (5, 6), (5, 6), (5, 6)]
    assert [week.effort for week in weeks] == efforts


def test_a_week_outside_the_programme_is_the_nearest() -> None:
    training = LIBRARY.training
    assert [training.week(n).week for n in (0, 1, 8, 30)] == [1, 1, 8, 8]


def test_a_short_session_has_one_of_each_kind() -> None:
    slots = [slot.groups for slot in LIBRARY.training.short_session.slots]
    assert slots == [[1, 2], [3, 4], [5, 6, 7], [8]]
    assert LIBRARY.training.short_session.minutes == (12, 15)


def test_the_rules_say_what_holds_for_all() -> None:
    rules = {rule.id: rule for rule in LIBRARY.training.rules}
    assert list(rules) == [
        *("dose", "effort", "pain", "breathing", "explore", "no_floor", "balance")
    ]
    assert "002 §7.3" in rules["pain"].sources
    assert len(LIBRARY.training.supporter_lines) >= 6


def test_a_hold_near_is_offered_where_balance_is_asked() -> None:
    near = {one.id for one in GRID if one.near_support}
    assert near == {"1.4", "2.4", "3.3", "3.4", "8.1", "8.2", "8.3", "8.4"}


def test_places_and_things_have_names() -> None:
    training = LIBRARY.training
    assert training.place_name("wall")["da"] == "Ved en væg"
    assert training.gear_name("stool")["en"] == "Stool"
    for one in ALL:
        named = [training.gear_name(gear) for gear in (*one.equipment, *one.helpful)]
        assert all(re.fullmatch(r"[A-ZÆØÅ].+", name["da"]) for name in named)


# --- what does not verify --------------------------------------------------------------------

# file, what is written over, with what, the error, the text on the line that is named
SPOILED = [
    ("exercises", '- id: "1.2"', '- id: "1.1"  # again', "twice", "# again"),
    ("exercises", '- id: "1.2"', '- id: "9.2"', "reference", '"9.2"'),
    ("exercises", "  level: 2\n", "  level: 3\n", "reference", '"1.2"'),
    ("exercises", "  kind: exercise", "  kind: warmup", "reference", '"1.1"'),
    ("exercises", "  level: 4\n", "  level: 5\n", "value", "level: 5"),
    ("exercises", "place: floor", "place: roof", "value", "roof"),
    ("exercises", "helpful: [towel]", "helpful: [trampoline]", "value", "trampoline"),
    ("exercises", "sets: [2, 2]", "sets: [2, 1]", "value", "[2, 1]"),
    ("exercises", "sets: [2, 2]", "sets: [2, 9]", "value", "[2, 9]"),
    ("exercises", "amount: [10, 15]", "amount: [15, 10]", "value", "[15, 10]"),
    ("exercises", "amount: [10, 15]", "amount: [10, 150]", "value", "[10, 150]"),
    ("exercises", "amount: [10, 15]", "amount: [2, 15]", "value", "[2, 15]"),
    ("exercises", "amount: [15, 30]", "amount: [5, 30]", "value", "[5, 30]"),
    ("exercises", "amount: [8, 8]", "amount: [8, 80]", "value", "[8, 80]"),
    ("exercises", "effort: [1, 3]", "effort: [3, 1]", "value", "[3, 1]"),
    ("exercises", "effort: [1, 3]", "effort: [1, 11]", "value", "[1, 11]"),
    ("exercises", "sources: [RYGVEJ, 004", "sources: [OURS, 004", "source", "OURS"),
    ("exercises_1", '- id: "1.2"', '- id: "1.5"', "reference", '"1.5"'),
    ("exercises_1", '- id: "1.2"', '- id: "1.1"  # again', "twice", "# again"),
    ("exercises_2", '- id: "2.1"', '- id: "1.1"', "reference", '- id: "1.1"'),
    ("exercises_3", "  easier:", "  esaier:", "unknown", "esaier"),
    ("exercises_4", "  alt:", "  alt_text:", "unknown", "alt_text"),
    ("exercises_8", "    en: Stand", "    de: Stand", "language", "start:"),
    ("training", "  - id: 2\n", "  - id: 1\n", "twice", None),
    ("training", "  - week: 2\n", "  - week: 3\n", "value", "weeks:\n"),
    ("training", "effort: [2, 3]", "effort: [3, 2]", "value", "  - week: 1"),
    ("training", "rest_seconds: [30, 60]", "rest_seconds: [60, 30]", "value", "rhythm:"),
    ("training", "  - {id: stool", "  # {id: stool", "value", "equipment:"),
    ("training", "groups: [1, 2]", "groups: [1, 9]", "value", "[1, 9]"),
]  # fmt: skip


def refused(folder: Path, name: str, change: Callable[[str], str]) -> ContentError:
    file = folder / f"{name}.yaml"
    text = change(old := file.read_text("utf-8"))
    assert text != old
    file.write_text(text, "utf-8")
    with pytest.raises(ContentError) as raised:
        check.main([str(folder)])
    assert not (folder / bundle.NAME).exists()
    return raised.value


@pytest.mark.parametrize(("name", "old", "new", "key", "at"), SPOILED)
@pytest.mark.full
def test_a_fault_is_refused_with_file_and_line(
    folder: Path,
    name: str,
    old: str,
    new: str,
    key: str,
    at: str | None,
) -> None:
    error = refused(folder, name, lambda text: text.replace(old, new, 1))
    assert (error.key, error.values["file"]) == (f"error.content_{key}", f"{name}.yaml")
    text = (folder / f"{name}.yaml").read_text("utf-8")
    assert at is None or error.values["line"] == text[: text.index(at)].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "cut", "key"),
    [
        ("exercises", r'- id: "8\.4"\n(  .*\n)+', "missing"),
        ("exercises_8", r'- id: "8\.4"\n(  .*\n)+', "missing"),
        ("exercises_1", r"    - name: .*\n(      .*\n)+(?=  easier)", "value"),
        ("exercises_1", r"  easier:\n(    .*\n)+", "missing"),
        ("exercises_1", r"  harder:\n(    .*\n)+", "missing"),
        ("exercises_1", r"  alt:\n(    .*\n)+", "missing"),
        ("exercises_around", r"  variations:\n(    .*\n)+", "value"),
    ],
)
@pytest.mark.full
def test_a_gap_is_refused(folder: Path, name: str, cut: str, key: str) -> None:
    error = refused(folder, name, lambda text: re.sub(cut, "", text, count=1))
    assert error.key == f"error.content_{key}"
