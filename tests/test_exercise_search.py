"""An exercise is found where it can be done, by what is at hand, and by the words one remembers."""

import pytest

from lbp_app.content.exercise_search import find, folded, ways
from lbp_app.content.exercises import ExerciseContent, Place
from lbp_app.content.library import load
from lbp_app.content.wording import wording_for

DA, EN = wording_for("da"), wording_for("en")
ALL = load().exercises
GRID = [one for one in ALL if one.kind == "exercise"]


def ids(**wanted: object) -> list[str]:
    return [found.exercise.id for found in find(ALL, DA, **wanted)]  # type: ignore[arg-type]


def test_nothing_wanted_finds_all_in_their_order() -> None:
    assert ids() == [one.id for one in ALL]
    assert {found.by.way for found in find(ALL, DA)} == {"itself"}


@pytest.mark.parametrize(
    ("place", "id", "way"),
    [
        ("floor", "1.1", "itself"),
        ("bed", "1.1", "itself"),
        ("chair", "1.1", "b"),
        ("bed", "2.1", "itself"),
        ("wall", "2.3", "b"),
        ("standing", "2.3", "b"),
        ("bed", "4.1", "b"),
        ("chair", "5.2", "b"),
        ("wall", "5.4", "easier"),
        ("standing", "6.1", "b"),
        ("standing", "8.4", "itself"),
        ("standing", "cooldown.2", "a"),
    ],
)
@pytest.mark.full
def test_a_place_is_met_and_the_way_is_told(place: Place, id: str, way: str) -> None:
    found = {one.exercise.id: one.by for one in find(ALL, DA, place=place)}
    assert found[id].way == way


def test_what_cannot_be_done_there_is_left_out() -> None:
    assert "6.4" not in ids(place="standing")
    assert "3.3" not in ids(place="floor")
    assert set(ids(place="wall")) < set(ids(place="standing"))


def test_every_group_has_a_way_without_the_floor() -> None:
    """As the rule `no_floor` says."""
    without = {one.group for one in GRID for done in ways(one) if done.place != "floor"}
    assert without == set(range(1, 9))


def test_equipment_is_that_of_the_way_that_is_found() -> None:
    assert {"3.1", "3.2", "1.3"} <= set(ids(equipment="chair"))
    assert "7.1" in ids(place="standing", equipment="chair")
    assert "7.1" not in ids(place="standing", equipment="none")
    assert "7.1" in ids(equipment="none")
    assert "8.3" not in ids(equipment="none")
    assert ids(equipment="stool") == ["8.3"]


def test_a_towel_that_only_is_pleasant_is_not_needed() -> None:
    assert "1.2" in ids(place="floor", equipment="none")


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("bækken", "1.1"),
        ("BAEKKEN", "1.1"),
        ("svoem", "6.4"),
        ("naal", "2.3"),
        ("nål", "2.3"),
        ("en fod", "5.1"),  # "Løft én fod"
        ("trapper", "3.2"),  # what it trains
        ("loft skulder", "2.3"),  # how it is done, in any order
    ],
)
def test_words_find_in_either_spelling(words: str, id: str) -> None:
    assert id in ids(words=words)


def test_all_words_have_to_occur() -> None:
    assert ids(words="bro skridt") != ids(words="bro")
    assert ids(words="tangotrin") == []


def test_words_are_those_of_the_persons_language() -> None:
    found = [one.exercise.id for one in find(ALL, EN, words="stairs")]
    assert found == ["3.2"]
    assert ids(words="stairs") == []


def test_a_letter_written_in_two_parts_is_the_same_letter() -> None:
    assert folded("a\u030a") == folded("Å") == "aa"


def test_place_equipment_and_words_work_together() -> None:
    found = find(ALL, DA, words="mave", place="chair", equipment="chair")
    shown: list[tuple[ExerciseContent, str]] = [(one.exercise, one.by.way) for one in found]
    assert ("5.1", "b") in [(exercise.id, way) for exercise, way in shown]
    assert all(exercise.id != "5.3" for exercise, _ in shown)
