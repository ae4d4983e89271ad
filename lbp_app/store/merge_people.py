"""Whose rows they are: the same person has another id on each of the two devices."""

from collections.abc import Iterable, Iterator, Mapping

from lbp_app.store.merge_parts import Row
from lbp_app.store.merge_side import DEVICE, HISTORY, Key, Side, row_key

OF_THE_DEVICE = frozenset(["preferences", "session_draft", "screening_draft", "home_test_draft"])
NAMED_BY_OWNER = frozenset(["person", "preferences"])  # their key in the history


def as_ours(here: Side, file: Side) -> Side:
    """The same person has another id on each device; who is only in the file keeps theirs. What
    belongs to the other device stays there.
    """
    ours, theirs = here.people(), file.people()
    owners = {theirs[role]: ours[role] for role in theirs if role in ours}
    rows = {name: dict(_owned(name, of.values(), owners)) for name, of in file.rows.items()}
    rows[DEVICE] = dict(_secrets(here, file, owners))
    known = {*owners.values()}
    for name in OF_THE_DEVICE:
        rows[name] = {key: row for key, row in rows[name].items() if row["person_id"] not in known}
    settings = [
        key
        for key, row in rows[HISTORY].items()
        if row["noun"] == "preferences" and row["person_id"] in known
    ]
    for key in settings:
        del rows[HISTORY][key]
    return Side(rows)


def _owned(table: str, rows: Iterable[Row], owners: Mapping[str, str]) -> Iterator[tuple[Key, Row]]:
    for row in rows:
        if owner := owners.get(row.get("person_id", "")):
            row = {**row, "person_id": owner}
            if table == HISTORY and row["noun"] in NAMED_BY_OWNER:
                row["key"] = owner
        yield row_key(table, row), row


def _secrets(here: Side, file: Side, owners: Mapping[str, str]) -> Iterator[tuple[Key, Row]]:
    """Who is only there, and what plans are opened with; this device's own stand."""
    for row in file.rows[DEVICE].values():
        kind, _, whose = row["key"].partition(".")
        if kind not in ("person", "pairing", "keys"):
            continue
        key = f"keys.{owners.get(whose, whose)}" if kind == "keys" else row["key"]
        if (key,) not in here.rows[DEVICE]:
            yield (key,), {**row, "key": key}
