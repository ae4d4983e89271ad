"""Where a source is used: everything in the content that cites it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from lbp_app.content.library import Library
from lbp_app.content.records import Said


class _Cited(Protocol):
    @property
    def sources(self) -> list[str]: ...


@dataclass(frozen=True)
class Use:
    """`said` is what rests on the source, `places` where in it that stands: ["004 Boks 5"]."""

    said: Said
    places: list[str]


@dataclass(frozen=True)
class InLesson:
    lesson: str
    cards: list[Use]


@dataclass(frozen=True)
class Uses:
    """`judged` counts the rules of the check and what they lead to."""

    lessons: list[InLesson]
    messages: list[Use]
    signs: list[Use]
    exercises: list[Use]
    others: list[Use]
    judged: int


def uses_of(library: Library, key: str) -> Uses:
    """Of the source `key`: "004"."""
    triage = library.triage
    judged: list[_Cited] = [*triage.words, *triage.rules, *triage.actions, *triage.reassessment]
    return Uses(
        lessons=[
            InLesson(one.id, found)
            for one in library.lessons_citing(key)
            if (found := _uses(key, ((card.title, card) for card in one.cards)))
        ],
        messages=_uses(key, ((one.text, one) for one in library.key_messages)),
        signs=_uses(key, ((one.text, one) for one in library.signs.values())),
        exercises=_uses(key, ((one.name, one) for one in library.exercises)),
        others=_uses(key, _others(library)),
        judged=sum(bool(_places(key, one)) for one in judged),
    )


def _others(library: Library) -> Iterator[tuple[Said, _Cited]]:
    learning = library.learning
    yield from ((one.claim, one) for one in learning.myths)
    yield from ((one.label, one) for one in learning.balance)
    yield from ((one.text, one) for one in learning.expectations)
    yield from ((one.label, one) for one in learning.links)
    yield from ((one.title, one) for one in learning.path.hours)
    yield from ((one.text, one) for one in library.flare_advice)
    yield from ((one.text, one) for one in library.training.rules)
    yield from ((one.label, one) for one in library.contacts)


def _uses(key: str, said: Iterable[tuple[Said, _Cited]]) -> list[Use]:
    return [Use(text, places) for text, one in said if (places := _places(key, one))]


def _places(key: str, one: _Cited) -> list[str]:
    return [citation for citation in one.sources if citation.split()[0] == key]
