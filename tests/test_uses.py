"""For every source the content can say what rests on it, and forgets nothing that cites it."""

import pytest

from lbp_app.content.library import Library, load
from lbp_app.content.uses import Use, uses_of


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def told(uses: list[Use]) -> list[str]:
    return [use.said["da"] for use in uses]


def test_a_card_is_told_with_the_places_it_rests_on(library: Library) -> None:
    found = {one.lesson: one.cards for one in uses_of(library, "004").lessons}
    (early,) = [
        use for use in found["pain_and_damage"] if use.said["da"] == "Smerten kommer tidligt"
    ]
    assert early.places == ["004 Hjernen"]


def test_every_card_exercise_sign_and_message_stands_under_each_of_its_sources(
    library: Library,
) -> None:
    for key in library.sources:
        uses = uses_of(library, key)
        cards = {(used.lesson, card.said["da"]) for used in uses.lessons for card in used.cards}
        assert cards == {
            (lesson.id, card.title["da"])
            for lesson in library.lessons
            for card in lesson.cards
            if any(citation.startswith(f"{key} ") or citation == key for citation in card.sources)
        }
        named = [
            (uses.exercises, library.exercises, "name"),
            (uses.signs, library.signs.values(), "text"),
            (uses.messages, library.key_messages, "text"),
        ]
        for found, records, field in named:
            cited = [getattr(r, field)["da"] for r in records if _cites(r.sources, key)]
            assert told(found) == cited


def test_something_rests_on_every_source(library: Library) -> None:
    assert [key for key in library.sources if not any(vars(uses_of(library, key)).values())] == []


def _cites(sources: list[str], key: str) -> bool:
    return any(citation.split()[0] == key for citation in sources)
