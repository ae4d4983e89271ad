"""The page that a clinician signs says what the app does: page, YAML, copy and engine agree."""

import re

import pytest

from lbp_app.content import library
from lbp_app.exchange.rules import loaded
from tests.clauses import smallest_sets
from tests.second_reading import ALONE, GROUP, KEYS, RULES
from tools import safety_rules

PAGE = safety_rules.TARGET.read_text("utf-8")


def lines(head: str) -> list[list[str]]:
    """The cells of each row of the table under a heading."""
    section = PAGE.partition(f"\n## {head}\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")]
    return rows[2:]


def test_the_page_is_fresh() -> None:
    """If not: python tools/safety_rules.py."""
    assert safety_rules.text() == PAGE


def test_an_edit_of_the_rules_makes_it_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    edited = library.load()
    edited.written_signs.signs.reverse()
    monkeypatch.setattr(library, "load", lambda: edited)
    assert safety_rules.text() != PAGE


def test_every_sign_of_the_copy_has_its_line() -> None:
    told = [(row[1].strip("`"), row[4][0], row[5].strip("*")) for row in lines("Signs")]
    assert told == [(key, GROUP[key], ALONE[key]) for key in KEYS]
    assert [row[0] for row in lines("Signs")] == [f"S{at}" for at in range(1, 69)]


def test_every_rule_has_its_lines_with_every_tier_of_the_copy() -> None:
    told = {(row[0].split(".")[0], row[3].strip("*")) for row in lines("Rules")}
    assert told == {(rule, tier) for rule, tier, _ in smallest_sets()}
    assert list(dict.fromkeys(row[0].split(".")[0] for row in lines("Rules"))) == RULES


@pytest.mark.full
def test_every_sign_that_a_rule_reads_is_named_in_its_lines() -> None:
    words = {row[0].strip("*"): row[2] for row in lines("Words")}
    for rule, _, case in smallest_sets():
        text = " ".join(row[2] for row in lines("Rules") if row[0].split(".")[0] == rule)
        for _ in words:
            text = re.sub(r"`(\w+)`", lambda m: words.get(m[1], m[0]), text)
        if rule != "C9":
            assert all(f"`{key}`" in text for key in case), (rule, case)


def test_there_is_a_place_to_mark_and_to_sign() -> None:
    assert PAGE.rstrip().endswith("saying that no doctor has read it.")
    assert "| Signature | |" in PAGE
    assert loaded().version in PAGE
    heads = [line for line in PAGE.splitlines() if line.startswith("| ") and "| mark |" in line]
    assert len(heads) == 9


def test_nothing_on_it_claims_a_review() -> None:
    assert "No clinician has reviewed any of its" in PAGE
    assert {row[8] for row in lines("Signs")} == {"no"}


def test_the_short_round_is_openers_one_to_seven_and_ten() -> None:
    asking = library.load().triage.asking
    short = [at for at, part in enumerate(asking.openers, start=1) if part.short_round]
    assert short == [1, 2, 3, 4, 5, 6, 7, 10]
    assert asking.about.short_round
    at_once = [at for at, part in enumerate(asking.openers, start=1) if part.at_once]
    assert at_once == [1, 2, 3, 4, 10]


def test_feeling_urine_and_stool_are_three_screens_and_life_is_alone_and_last() -> None:
    openers = library.load().triage.asking.openers
    held = {part.id: {sign for tick in part.ticks for sign in tick.signs} for part in openers}
    assert "saddle_numbness" in held["feeling"]
    assert "urine_cannot_pass" in held["urine"]
    assert held["stool"] == {"bowel_control_loss_new"}
    assert held["life"] == {"suicidal_thoughts", "suicidal_plan_or_intent"}
    assert (openers[-1].id, openers[-1].own_page) == ("life", True)


def test_every_sign_that_is_asked_stands_on_one_screen() -> None:
    asked = [sign for part in library.load().parts for tick in part.ticks for sign in tick.signs]
    assert len(asked) == len(set(asked)) == 65
    assert set(KEYS) - set(asked) == {"age_70_plus", "age_under_18", "aaa_risk_age_sex"}
