"""Puts what a backup holds together with what is here, entry by entry; docs/decisions/0011 says
by which rules. Works on rows as they are stored and writes nothing.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from lbp_app.errors import InputRefusedError
from lbp_app.model.backup import Rows
from lbp_app.model.merge import Merge
from lbp_app.store.kept_of import KEPT
from lbp_app.store.merge_history import By, Concerns, Last, Told, names
from lbp_app.store.merge_parts import Row, apart_for, has_parts
from lbp_app.store.merge_people import NAMED_BY_OWNER, as_ours
from lbp_app.store.merge_side import HISTORY, Key, Side
from lbp_app.store.merge_versions import CHAINS, numbered, numbered_as
from lbp_app.store.rows import WHOLE
from lbp_app.store.tables import metadata

ABSENT: Any = object()  # a part of a row that is not there
BY_PARTICIPANT = {"class_member": "class_group", "class_attendance": "occurrence"}
STAMPS = ("opened", "read_at", "at", "ended")
_NAMES = {of.table: of.key for of in KEPT}


@dataclass
class Merged:
    parts: list[Rows]
    merge: Merge


def merged(here: Side, file: Side) -> Merged:
    """InputRefusedError where something in the file is not what the app writes."""
    try:
        file = as_ours(here, file)
        return _Merging(here, file, Told(here.history, file.history)).done()
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise InputRefusedError("error.backup_damaged") from error


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
                rows[name] = numbered(rows[name], by, sides)
        history = self.told.merged(self.decided)
        rows[HISTORY] = {(line["id"],): line for line in history}
        merge = Merge(**self.counts, changes=len(self.told.new()))
        return Merged([_part(name, of.values()) for name, of in rows.items()], merge)

    def _table(self, name: str) -> dict[Key, Row]:
        ours, theirs = self.here.rows[name], self.file.rows[name]
        if name in CHAINS:
            theirs = numbered_as(ours, theirs)
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
