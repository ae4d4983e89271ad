"""Thoughts about a lesson are the person's own: kept as written, found again, undone."""

import pytest

from lbp_app.actions import reflection
from lbp_app.actions.history import undo
from lbp_app.model.reflection import LENGTH
from lbp_app.services import Services
from tests.builders import TODAY, Hand, other_person, refused_with

LESSON, PROMPT = "balance", "one_thing"


def write(services: Services, text: str, prompt: str = PROMPT) -> object:
    return reflection.write_reflection(services, LESSON, prompt, text)


def texts(services: Services) -> list[str]:
    return [one.text for one in services.reflections.all()]


def test_a_thought_is_kept_with_its_day(services: Services, hand: Hand) -> None:
    write(services, "  Sige nej om torsdagen ")
    (kept,) = services.reflections.all()
    assert (kept.lesson, kept.prompt) == (LESSON, PROMPT)
    assert (kept.text, kept.day) == ("Sige nej om torsdagen", TODAY)
    hand.move(days=1)
    assert write(services, "Sige nej om torsdagen") is None
    write(services, "Sige nej om fredagen")
    (kept,) = services.reflections.all()
    assert (kept.text, kept.day) == ("Sige nej om fredagen", services.clock.today())


def test_each_step_is_undone_with_its_day(services: Services, hand: Hand) -> None:
    write(services, "Først")
    hand.move(days=3)
    change = reflection.write_reflection(services, LESSON, PROMPT, "Så")
    assert change is not None
    undo(services, change)
    (kept,) = services.reflections.all()
    assert (kept.text, kept.day) == ("Først", TODAY)
    change = reflection.write_reflection(services, LESSON, PROMPT, "")
    assert change is not None
    assert texts(services) == []
    undo(services, change)
    assert texts(services) == ["Først"]


@pytest.mark.parametrize("text", ["Født 010180-1234", "0101801234 og mere"])
@pytest.mark.full
def test_a_cpr_number_is_never_kept(services: Services, text: str) -> None:
    write(services, "Før")
    assert refused_with(lambda: write(services, text)) == "error.cpr"
    assert texts(services) == ["Før"]


def test_there_is_room_for_so_much(services: Services) -> None:
    write(services, "x" * LENGTH)
    assert refused_with(lambda: write(services, "x" * (LENGTH + 1))) == "error.note_long"
    assert texts(services) == ["x" * LENGTH]


def test_what_no_lesson_asks_is_refused(services: Services) -> None:
    assert refused_with(lambda: write(services, "Ja", prompt="no_such")) == "error.lesson"
    assert texts(services) == []


def test_what_a_later_version_no_longer_asks_can_still_be_changed(services: Services) -> None:
    write(services, "Gammelt")
    (kept,) = services.reflections.all()
    old = {**vars(kept), "lesson": "gone", "prompt": "gone"}
    services.reflections.put("gone.gone", type(kept)(**old))
    reflection.write_reflection(services, "gone", "gone", "Rettet")
    assert sorted(texts(services)) == ["Gammelt", "Rettet"]


def test_each_thinks_alone(services: Services) -> None:
    write(services, "Kun mit")
    assert texts(other_person(services)) == []
