"""Puts what a backup holds together with what is here, entry by entry; docs/decisions/0011 says
by which rules. Works on rows as they are stored and writes nothing.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lbp_app.errors import InputRefusedError
from lbp_app.model.backup import Rows
from lbp_app.model.merge import Merge
from lbp_app.store.kept_of import KEPT
from lbp_app.store.merge_history import By, Concerns, Last, Told, names
from lbp_app.store.merge_parts import Row, apart_for, has_parts
from lbp_app.store.rows import WHOLE
from lbp_app.store.tables import metadata

Key = tuple[Any, ...]
ABSENT: Any = object()  # a part of a row that is not there
HISTORY, DEVICE = "history", "device"
OF_THE_DEVICE = frozenset(["preferences", "session_draft", "screening_draft", "home_test_draft"])
NAMED_BY_OWNER = frozenset(["person", "preferences"])  # their key in the history
CHAINS = {"care_plan": (), "participant_plan": ("participant",)}  # versions that follow each other
BY_PARTICIPANT = {"class_member": "class_group", "class_attendance": "occurrence"}
STAMPS = ("opened", "read_at", "at", "ended")
_NAMES = {of.table: of.key for of in KEPT}


@dataclass(frozen=True)
class Side:
    """Rows by table and primary key; the history in the order in which it was written."""

    rows: Mapping[str, dict[Key, Row]]

    @property
    def history(self) -> list[Row]:
        return [self.rows[HISTORY][key] for key in sorted(self.rows[HISTORY])]

    def device(self, key: str) -> Any:
        row = self.rows[DEVICE].get((key,))
        return row and json.loads(row["value"])

    def people(self) -> dict[str, str]:
        """Ids by role."""
        roles = {row["role"] for row in self.rows["person"].values()}
        return {role: found for role in roles if (found := self.device(f"person.{role}"))}


@dataclass
class Merged:
    parts: list[Rows]
    merge: Merge


def side_of(parts: Iterable[Rows]) -> Side:
    found: dict[str, dict[Key, Row]] = {name: {} for name in metadata.tables}
    for part in parts:
        for values in part.rows:
            row = dict(zip(part.columns, values, strict=True))
            found[part.table][_key(part.table, row)] = row
    return Side(found)


def merged(here: Side, file: Side) -> Merged:
    """InputRefusedError where something in the file is not what the app writes."""
    try:
        file = _as_ours(here, file)
        return _Merging(here, file, Told(here.history, file.history)).done()
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise InputRefusedError("error.backup_damaged") from error


def _key(table: str, row: Row) -> Key:
    return tuple(row[column.name] for column in metadata.tables[table].primary_key)


# --- whose rows they are -------------------------------------------------------------------------


def _as_ours(here: Side, file: Side) -> Side:
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
        yield _key(table, row), row


def _secrets(here: Side, file: Side, owners: Mapping[str, str]) -> Iterator[tuple[Key, Row]]:
    """Who is only there, and what plans are opened with; this device's own stand."""
    for row in file.rows[DEVICE].values():
        kind, _, whose = row["key"].partition(".")
        if kind not in ("person", "pairing", "keys"):
            continue
        key = f"keys.{owners.get(whose, whose)}" if kind == "keys" else row["key"]
        if (key,) not in here.rows[DEVICE]:
            yield (key,), {**row, "key": key}


# --- rows ----------------------------------------------------------------------------------------


@dataclass
class _Merging:
    here: Side
    file: Side
    told: Told
    decided: list[Last] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def done(self) -> Merged:
        rows = {name: self._table(name) for name in self.here.rows if name != HISTORY}
        for name, by in CHAINS.items():
            if {*rows[name]} - {*self.here.rows[name]}:
                sides = self.here.rows[name], self.file.rows[name]
                rows[name] = _numbered(rows[name], by, sides)
        history = self.told.merged(self.decided)
        rows[HISTORY] = {(line["id"],): line for line in history}
        merge = Merge(**self.counts, changes=len(self.told.new()))
        return Merged([_part(name, of.values()) for name, of in rows.items()], merge)

    def _table(self, name: str) -> dict[Key, Row]:
        ours, theirs = self.here.rows[name], self.file.rows[name]
        if name in CHAINS:
            theirs = _numbered_as(ours, theirs)
        found = {}
        for key in [*ours, *(key for key in theirs if key not in ours)]:
            row = self._row(name, ours.get(key), theirs.get(key))
            self._count(name, ours.get(key), theirs.get(key), row)
            if row is not None:
                found[key] = row
        return found

    def _row(self, table: str, ours: Row | None, theirs: Row | None) -> Row | None:
        if ours == theirs:
            return ours
        if theirs is None or ours is None:
            one = ours or theirs or {}
            if not self._knew(By.FILE if ours else By.HERE, table, one):
                return one
        apart, together = apart_for(table)
        mine, other = apart(ours) if ours else {}, apart(theirs) if theirs else {}
        parts = {}
        for part in {**mine, **other}:
            taken = self._part(
                table, part, (ours, theirs), (mine.get(part, ABSENT), other.get(part, ABSENT))
            )
            if taken is not ABSENT:
                parts[part] = taken
        return _with_highest(table, together(parts), ours, theirs)

    def _part(
        self, table: str, part: str, rows: tuple[Row | None, Row | None], said: tuple[Any, Any]
    ) -> Any:
        if said[0] == said[1]:
            return said[0]
        last = self._last(table, part, rows[0] or rows[1] or {})
        if last is None:
            return _without_history(rows, said)
        self.decided.append(last)
        return said[0] if last.by is By.HERE else said[1]

    def _knew(self, by: By, table: str, row: Row) -> bool:
        """It stood there once, so that its absence says something."""
        key = _history_key(table, row)
        return key is not None and self.told.says(by, table, key)

    def _last(self, table: str, part: str, row: Row) -> Last | None:
        key = _history_key(table, row)
        if key is None:
            return None
        return self.told.last(table, key, _concerning(table, part, row))

    def _count(self, table: str, ours: Row | None, theirs: Row | None, row: Row | None) -> None:
        kind = _kind(ours, theirs, row)
        if kind:
            self.counts.setdefault(kind, Counter())[table] += 1


def _history_key(table: str, row: Row) -> str | None:
    if table in CHAINS:
        return row[CHAINS[table][0]] if CHAINS[table] else table
    name = "person_id" if table in NAMED_BY_OWNER else _NAMES.get(table)
    return None if name is None else str(row[name])


def _concerning(table: str, part: str, row: Row) -> Concerns:
    """Of a row with parts only what tells of the part, else whatever tells of the row."""
    if table in CHAINS:
        return lambda line: names(line, row["id"])
    if table in BY_PARTICIPANT:
        return lambda line: bool(line["field"] == row[BY_PARTICIPANT[table]])
    if not has_parts(table):
        return lambda line: True
    also = ("leg_side",) if part == "leg_pain" else ()
    return lambda line: line["field"] in (part, WHOLE, *also)


def _without_history(rows: tuple[Row | None, Row | None], said: tuple[Any, Any]) -> Any:
    """What was not written down: the later one, else the one that says more; the same whichever
    of the two devices asks.
    """
    if ABSENT in said:
        return said[0] if said[1] is ABSENT else said[1]
    return max(zip(rows, said, strict=True), key=_late)[1]


def _late(one: tuple[Row | None, Any]) -> tuple[Any, ...]:
    row, said = one
    stamps = [str(row[name] or "") for name in STAMPS if row and name in row]
    return stamps, said not in (None, ""), json.dumps(said)


def _with_highest(table: str, row: Row | None, ours: Row | None, theirs: Row | None) -> Row | None:
    """A number that was given out is never given out again."""
    if table != "participant" or row is None or ours is None or theirs is None:
        return row
    return {**row, "sequence": max(ours["sequence"], theirs["sequence"])}


def _numbered_as(ours: Mapping[Key, Row], theirs: Mapping[Key, Row]) -> dict[Key, Row]:
    """The number of a version is no answer: each device counts for itself."""
    known = {key: {"version": ours[key]["version"]} for key in theirs if key in ours}
    return {key: {**row, **known.get(key, {})} for key, row in theirs.items()}


def _numbered(
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


def _kind(ours: Row | None, theirs: Row | None, row: Row | None) -> str | None:
    """The field of Merge that counts it; what was away already is not counted."""
    if row is None:
        return "gone" if ours else None
    if ours is None:
        return "new"
    if theirs is None or ours == theirs:
        return "known"
    return "ours" if row == ours else "theirs" if row == theirs else "mixed"


def _part(table: str, rows: Iterable[Row]) -> Rows:
    columns = tuple(sorted(column.name for column in metadata.tables[table].c))
    return Rows(table, columns, [tuple(row[name] for name in columns) for row in rows])
