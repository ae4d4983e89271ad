"""Versions that follow each other, made on two devices and counted anew."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from lbp_app.store.merge_parts import Row
from lbp_app.store.merge_side import Key

CHAINS = {"care_plan": (), "participant_plan": ("participant",)}  # by what, beside the person


def numbered_as(ours: Mapping[Key, Row], theirs: Mapping[Key, Row]) -> dict[Key, Row]:
    """The number of a version is no answer: each device counts for itself."""
    known = {key: {"version": ours[key]["version"]} for key in theirs if key in ours}
    return {key: {**row, **known.get(key, {})} for key, row in theirs.items()}


def numbered(
    rows: Mapping[Key, Row], by: tuple[str, ...], sides: tuple[Mapping[Key, Row], ...]
) -> dict[Key, Row]:
    """The versions of each chain in the order in which they were made; the same whichever of the
    two devices asks. Neither device's own order is changed by a clock that was set back.
    """
    places = [_places(side, by) for side in sides]
    count: Counter[Key] = Counter()
    made: dict[Key, Row] = {}
    for key in sorted(rows, key=lambda key: _latest(key, places)):
        chain = _chain(rows[key], by)
        count[chain] += 1
        made[key] = {**rows[key], "version": count[chain]}
    return made


def _chain(row: Row, by: tuple[str, ...]) -> Key:
    return row["person_id"], *(row[name] for name in by)


def _places(side: Mapping[Key, Row], by: tuple[str, ...]) -> dict[Key, tuple[str, int]]:
    """When each version can have been made at the earliest, and its number."""
    newest: dict[Key, str] = {}
    places = {}
    for key, row in sorted(side.items(), key=lambda one: one[1]["version"]):
        chain = _chain(row, by)
        newest[chain] = max(newest.get(chain, ""), row["at"])
        places[key] = newest[chain], row["version"]
    return places


def _latest(key: Key, places: Iterable[Mapping[Key, tuple[str, int]]]) -> tuple[Any, ...]:
    told = [side[key] for side in places if key in side]
    return max(at for at, _ in told), max(number for _, number in told), key
