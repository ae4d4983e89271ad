"""What belongs to learning beside the lessons: myths, the scale, links, the order of the weeks."""

from datetime import date, timedelta

import pytest

from lbp_app.content.library import Library, load
from lbp_app.model.person import REGIONS

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


# --- myths ---------------------------------------------------------------------------------


@pytest.mark.full
def test_all_fourteen_myths_are_there_and_some_claims_are_true(library: Library) -> None:
    untrue = [myth.id for myth in library.myths if not myth.is_true]
    assert len(untrue) == 14
    assert 3 <= sum(myth.is_true for myth in library.myths) <= 6
    named = {fact.myth for fact in library.lesson("myths").facts if fact.myth}
    assert named == set(untrue)


def test_guessing_always_the_same_is_not_the_way(library: Library) -> None:
    """True ones stand among the others, neither all first nor all last."""
    places = [at for at, myth in enumerate(library.myths) if myth.is_true]
    assert places[0] > 0 and places[-1] < len(library.myths) - 1


def test_a_turned_card_is_short_and_leads_to_a_lesson(library: Library) -> None:
    for myth in library.myths:
        assert library.lesson(myth.lesson)
        for language in ("da", "en"):
            assert len(myth.fact[language].split()) <= 40
            assert myth.fact[language] != myth.claim[language]


# --- the scale -----------------------------------------------------------------------------


@pytest.mark.parametrize("side", ["load", "resource"])
def test_each_side_has_suggestions_of_every_kind(library: Library, side: str) -> None:
    here = [one for one in library.balance if one.side == side]
    assert len(here) >= 10
    assert {one.kind for one in here} == {"body", "mind", "life"}


def test_a_suggestion_fits_on_a_card_and_asks_for_one_small_thing(library: Library) -> None:
    for one in library.balance:
        for language in ("da", "en"):
            assert len(one.label[language]) <= 30
            assert one.step[language].count(".") == 1
    sides = [one.side for one in library.balance]
    assert sides == sorted(sides)  # loads first


# --- the weeks -----------------------------------------------------------------------------


def test_the_two_hours_go_with_the_first_four_lessons(library: Library) -> None:
    hours = library.learning_path.hours
    assert len(hours) == 2
    paired = [name for hour in hours for name in hour.lessons]
    assert paired == [lesson.id for lesson in library.lessons[:4]]
    further = [name for hour in hours for name in hour.further]
    assert further and not set(further) & set(paired)


def test_eight_weeks_hold_every_lesson_once(library: Library) -> None:
    weeks = library.learning_path.weeks
    assert len(weeks) == 8
    assert sorted(name for week in weeks for name in week) == sorted(
        lesson.id for lesson in library.lessons
    )
    assert all(len(week) <= 4 for week in weeks)


# --- links ---------------------------------------------------------------------------------


def test_the_links_for_patients_are_there(library: Library) -> None:
    shown = {link.id for link in library.links_for(None, TODAY)}
    assert {
        *("helbredsprofilen", "vaelg_klogt", "sundhedstilbud", "tackle_pain", "tackle_mood"),
        *("internetpsykiatrien", "gladryg", "borger", "fast_track"),
    } <= shown


def test_a_link_of_one_region_is_given_there_only(library: Library) -> None:
    there = {link.id for link in library.links_for("sjaelland", TODAY)}
    elsewhere = {link.id for link in library.links_for("nordjylland", TODAY)}
    assert there - elsewhere == {"occupational_medicine"}
    assert elsewhere < there
    regions = {region for link in library.learning.links for region in link.regions}
    assert regions <= set(REGIONS)


def test_a_link_too_old_is_not_given(library: Library) -> None:
    for link in library.learning.links:
        assert link.serves(None, link.valid_until)
        assert not link.serves(None, link.valid_until + timedelta(days=1))
        assert link.checked_on <= TODAY < link.valid_until <= link.checked_on + timedelta(days=200)
    assert library.links_for(None, date(2028, 1, 1)) == []


def test_no_link_leads_to_pages_or_numbers_for_clinicians(library: Library) -> None:
    for link in library.learning.links:
        said = f"{link.url} {link.label} {link.about}"
        assert "sundhedsfaglig" not in said
        assert "tel:" not in said
        assert not any(len(part) >= 8 and part.isdigit() for part in said.split())


def test_every_link_belongs_to_a_lesson_that_wants_it(library: Library) -> None:
    about_work = {one.id for one in library.links_for("sjaelland", TODAY) if "work" in one.lessons}
    assert {"borger", "fast_track", "paragraph_56", "occupational_medicine"} <= about_work


# --- expectations --------------------------------------------------------------------------


def test_what_may_be_expected_is_told_from_both_sides(library: Library) -> None:
    said = {one.id: one.text["da"] for one in library.expectations}
    assert "1-2 point" in said["on_average"]
    assert "alligevel" in said["some_anyway"]
    assert "ikke afprøvet" in said["app_untested"]
