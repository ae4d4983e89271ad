"""What the device keeps about a connection goes with it: the patient's key, and which days were
told last.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from lbp_app.model.pairing import TOLD_LAST
from lbp_app.store.device import get_within, put_within
from lbp_app.store.pairing import secret_of

Places = Mapping[str, tuple[Any, Any]]  # what stands there, and what is left when they go


def places_of(
    connection: Connection, owners: Sequence[str], pairings: Collection[str]
) -> dict[str, tuple[Any, Any]]:
    found: dict[str, tuple[Any, Any]] = {}
    for place in map(secret_of, pairings):
        found[place] = get_within(connection, place), None
    for place in (f"{TOLD_LAST}{owner}" for owner in owners if pairings):
        before = get_within(connection, place)
        found[place] = before, _without(before or {}, pairings)
    return {place: said for place, said in found.items() if said[0] != said[1]}


def _without(before: Mapping[str, Any], pairings: Collection[str]) -> dict[str, Any] | None:
    """Nothing where the last one goes."""
    last = {key: said for key, said in before.get("last", {}).items() if key not in pairings}
    return {**before, "last": last} if last else None


def empty(connection: Connection, places: Places) -> None:
    for place, (_, left) in places.items():
        put_within(connection, place, left)


def fill(connection: Connection, places: Places) -> None:
    """What was said again meanwhile stays."""
    for place, (before, left) in places.items():
        if get_within(connection, place) == left:
            put_within(connection, place, before)
