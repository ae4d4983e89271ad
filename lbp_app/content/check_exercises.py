"""Every exercise has its facts and its words, every cell of the grid is filled, no dose is odd."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from lbp_app.content.exercises import (
    Dose,
    ExerciseContent,
    ExerciseFacts,
    ExerciseWords,
    Gear,
    Place,
    put_together,
)
from lbp_app.content.reading import Written
from lbp_app.content.training import Training

GROUPS = range(1, 9)
LEVELS = range(1, 5)
ORDER = ("exercise", "warmup", "cooldown", "lying")
COUNTS = {"exercise": 32, "warmup": 6, "cooldown": 4, "lying": 1}
MOST_SETS = 6
AMOUNTS = {"reps": (4, 20), "hold": (10, 60), "time": (10, 120)}  # repetitions; seconds
Facts = Written[list[ExerciseFacts]]
Words = Written[list[ExerciseWords]]


def check(facts: Facts, words: Iterable[Words], training: Written[Training]) -> None:
    """Raises ContentError at the first exercise that is not whole."""
    _check_ids(facts)
    for at, one in enumerate(facts.value):
        for name in ("dose", "other_dose"):
            _check_dose(facts, f"$[{at}].{name}", getattr(one, name))
        if one.effort and one.effort[0] > one.effort[1]:
            facts.refuse("error.content_value", f"$[{at}].effort", field="effort")
    _check_words(facts, list(words))
    _check_training(training)


def exercises(facts: Facts, words: Iterable[Words]) -> list[ExerciseContent]:
    """In the order of the facts; to be called for what was checked."""
    said = {one.id: one for file in words for one in file.value}
    return [put_together(one, said[one.id]) for one in facts.value]


def _expected() -> Iterator[tuple[str, int | None, int | None]]:
    """Id, group and level of each, in the order in which they stand."""
    yield from ((f"{group}.{level}", group, level) for group in GROUPS for level in LEVELS)
    for kind in ORDER[1:]:
        yield from ((f"{kind}.{n}", None, None) for n in range(1, COUNTS[kind] + 1))


def _check_ids(facts: Facts) -> None:
    expected = {id: (group, level) for id, group, level in _expected()}
    for at, one in enumerate(facts.value):
        kind = one.id.split(".")[0] if one.group is None else "exercise"
        known = expected.pop(one.id, None)
        if known != (one.group, one.level) or one.kind != kind:
            facts.refuse("error.content_reference", f"$[{at}].id", id=one.id)
    if expected:
        facts.refuse("error.content_missing", "$", field=next(iter(expected)))


def _check_dose(facts: Facts, path: str, dose: Dose | None) -> None:
    if dose is None:
        return
    least, most = AMOUNTS[dose.mode]
    if not 1 <= dose.sets[0] <= dose.sets[1] <= MOST_SETS:
        facts.refuse("error.content_value", f"{path}.sets", field="sets")
    if not least <= dose.amount[0] <= dose.amount[1] <= most:
        facts.refuse("error.content_value", f"{path}.amount", field="amount")


def _check_words(facts: Facts, files: list[Words]) -> None:
    """Each has its words once, and the 32 have two variations, an easier and a harder way."""
    wanted = {one.id: at for at, one in enumerate(facts.value)}
    for file in files:
        for at, said in enumerate(file.value):
            fact = facts.value[_taken(file, at, said, wanted)]
            _check_ways(file, f"$[{at}]", said, fact)
    for id, at in wanted.items():
        facts.refuse("error.content_missing", f"$[{at}]", field=f"{id} name")


def _taken(file: Words, at: int, said: ExerciseWords, wanted: dict[str, int]) -> int:
    found = wanted.pop(said.id, None)
    if found is None:
        file.refuse("error.content_reference", f"$[{at}].id", id=said.id)
    return found


def _check_ways(file: Words, path: str, said: ExerciseWords, fact: ExerciseFacts) -> None:
    whole = fact.kind == "exercise"
    moved = 2 if fact.b else 1 if fact.a else 0
    if len(said.variations) < (2 if whole else moved):
        file.refuse("error.content_value", f"{path}.variations", field="variations")
    for name in ("easier", "harder"):
        if whole and getattr(said, name) is None:
            file.refuse("error.content_missing", path, field=name)


def _check_training(training: Written[Training]) -> None:
    told = training.value
    _check_all(training, "groups", (one.id for one in told.groups), GROUPS)
    _check_all(training, "levels", (one.id for one in told.levels), LEVELS)
    _check_all(training, "weeks", (one.week for one in told.weeks), range(1, told.rhythm.weeks + 1))
    _check_all(training, "places", (one.id for one in told.places), get_args(Place))
    _check_all(training, "equipment", (one.id for one in told.equipment), get_args(Gear))
    ranges = [("rhythm", told.rhythm.rest_seconds), ("rhythm", told.rhythm.minutes)]
    ranges += [("short_session", told.short_session.minutes)]
    for at, week in enumerate(told.weeks):
        ranges += [(f"weeks[{at}]", week.sets), (f"weeks[{at}]", week.effort)]
    for path, (low, high) in ranges:
        if low > high:
            training.refuse("error.content_value", f"$.{path}", field=path)


def _check_all(
    training: Written[Training], field: str, there: Iterable[Any], expected: Iterable[Any]
) -> None:
    if list(there) != list(expected):
        training.refuse("error.content_value", f"$.{field}", field=field)
