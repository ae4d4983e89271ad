"""Finding exercises by place, by what they need, and by words."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lbp_app.content.exercises import ExerciseContent, Gear, Place
from lbp_app.content.library import say
from lbp_app.content.records import Said
from lbp_app.content.wording import Wording

Way = Literal["itself", "a", "b", "easier"]
LETTERS = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe"})
STANDING: frozenset[Place] = frozenset({"standing", "wall"})  # leaning on a wall, one stands


@dataclass(frozen=True)
class Done:
    """One way of doing an exercise: as it is, as a variation, or as its easier way."""

    way: Way
    place: Place
    equipment: tuple[Gear, ...]


@dataclass(frozen=True)
class Found:
    """`by` is the way that meets place and equipment; not "itself" where only another does."""

    exercise: ExerciseContent
    by: Done


def ways(exercise: ExerciseContent) -> Iterator[Done]:
    """As it is first, then each variation and easier way that has a place of its own."""
    for place in (exercise.place, *exercise.also):
        yield Done("itself", place, exercise.equipment)
    for variation in exercise.variations:
        if variation.place is not None:
            yield Done(variation.id, variation.place, variation.equipment)
    if exercise.easier_at is not None:
        yield Done("easier", exercise.easier_at.place, exercise.easier_at.equipment)


def find(
    exercises: Iterable[ExerciseContent],
    t: Wording,
    words: str = "",
    place: Place | None = None,
    equipment: Gear | Literal["none"] | None = None,
) -> list[Found]:
    """In their order. Every word has to occur in name, movement or what is trained.

    `place` standing takes what is done at a wall as well. `equipment` "none": nothing is needed.
    """
    told = [exercise for exercise in exercises if _tells(exercise, t, words)]
    first = ((one, _first(one, place, equipment)) for one in told)
    return [Found(one, done) for one, done in first if done is not None]


def _first(exercise: ExerciseContent, place: Place | None, equipment: str | None) -> Done | None:
    fitting = (
        done
        for done in ways(exercise)
        if _at(done.place, place) and _needs(done.equipment, equipment)
    )
    return next(fitting, None)


def _at(place: Place, wanted: Place | None) -> bool:
    return wanted in (None, place) or (wanted == "standing" and place in STANDING)


def _needs(equipment: tuple[Gear, ...], wanted: str | None) -> bool:
    if wanted == "none":
        return not equipment
    return wanted is None or wanted in equipment


def _tells(exercise: ExerciseContent, t: Wording, words: str) -> bool:
    told = folded(" ".join(say(t, said) for said in _searched(exercise)))
    return all(word in told for word in folded(words).split())


def _searched(exercise: ExerciseContent) -> tuple[Said, ...]:
    return exercise.name, exercise.move, exercise.trains


def folded(text: str) -> str:
    """In small letters, without accents; å, æ, ø as aa, ae, oe, so that either spelling finds."""
    small = unicodedata.normalize("NFC", text).lower().translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
