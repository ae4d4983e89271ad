"""The page that a physiotherapist signs says what the app says."""

import pytest

from lbp_app.content import library
from tools import exercises

PAGE = exercises.TARGET.read_text("utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| **")]


def test_the_page_is_fresh() -> None:
    """If not: python tools/exercises.py."""
    assert exercises.text() == PAGE


def test_an_edit_of_the_content_makes_it_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    edited = library.load()
    edited.exercises[0].move["da"] = "Noget andet."
    monkeypatch.setattr(library, "load", lambda: edited)
    assert exercises.text() != PAGE


def test_every_exercise_has_its_line_with_both_languages_dose_source_and_review() -> None:
    lines = {row[0].split("**")[1]: row for row in ROWS}
    for one in library.load().exercises:
        row = lines[one.id]
        assert len(row) == 7, one.id  # and the empty one to mark
        for language, cell in (("da", row[1]), ("en", row[2])):
            assert one.move[language] in cell
            assert one.alt[language] in cell
            assert all(variation.text[language] in cell for variation in one.variations)
        assert f"{one.dose.sets[0]}" in row[3]
        assert row[5] == ", ".join(one.sources)
        assert row[6] == "no"


def test_a_way_in_another_place_is_marked() -> None:
    marked = {row[0].split("**")[1] for row in ROWS if "◇" in row[1]}
    moved = {
        one.id
        for one in library.load().exercises
        if one.easier_at or any(variation.place for variation in one.variations)
    }
    assert marked == moved


def test_every_week_and_rule_stands_there_and_there_is_a_place_to_sign() -> None:
    training = library.load().training
    assert all(week.theme["da"] in PAGE for week in training.weeks)
    assert all(rule.text["en"] in PAGE for rule in training.rules)
    assert "No clinician has reviewed any of its" in PAGE
    assert "| Signature | |" in PAGE
    assert exercises._version(library.load()) in PAGE
