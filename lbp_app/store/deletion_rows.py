"""The rows that a scope reaches: found, taken away, put back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, column, delete, insert, select, table, update

from lbp_app.store.deletion_places import Places, empty, fill, places_of
from lbp_app.store.kept_of import KEPT, SAFETY, Of, Reach, Values
from lbp_app.store.plain import made_of, plain
from lbp_app.store.stops import Stop, in_order, stops_of, told_apart
from lbp_app.store.tables import metadata

HISTORY = "history"
EMPTIED = {of.table: of for of in KEPT if of.emptied}  # rows that stay, without what they said
_ORDER = [table.name for table in metadata.sorted_tables]  # what is referred to comes first


@dataclass
class Found:
    """Rows that a scope reaches, by table. `links` are changes that name one of them as cause;
    `stops` pauses for safety that come in the place of those that go; `places` what the device
    keeps beside the rows.
    """

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    links: list[dict[str, Any]] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)
    places: Places = field(default_factory=dict)

    def counts(self) -> Mapping[str, int]:
        many = {name: len(rows) for name, rows in self.rows.items() if name != HISTORY}
        many["pause"] = many.get("pause", 0) - len(self.stops)
        return {name: count for name, count in many.items() if count > 0}


class Held:
    """What some people have in a database of this version or an older one; a table is read once."""

    def __init__(self, connection: Connection, owners: Sequence[str]) -> None:
        self._connection, self._owners = connection, owners
        self._made = made_of(connection)
        self._read: dict[str, list[dict[str, Any]]] = {}

    def rows(self, name: str) -> list[dict[str, Any]]:
        """Nothing where there is no such table."""
        if name not in self._read:
            self._read[name] = self.rows_of(name, self._owners) if name in self._made else []
        return self._read[name]

    def rows_of(self, name: str, owners: Sequence[str]) -> list[dict[str, Any]]:
        held = plain(name, self._made[name].columns)
        rows = self._connection.execute(select(*held.c).where(held.c.person_id.in_(owners)))
        return [dict(row) for row in rows.mappings()]

    def places(self, found: Found, changes: Sequence[Values]) -> Places:
        """Of connections that go, and of those that only the history tells of."""
        gone = {row["id"] for row in found.rows.get("pairing", [])}
        gone |= {row["key"] for row in changes if row["noun"] == "pairing"}
        return places_of(self._connection, self._owners, gone)

    def links(self) -> list[dict[str, Any]]:
        """Of everybody: the changes that name another one as cause."""
        if "because_of" not in self._made[HISTORY].columns:
            return []
        held = plain(HISTORY, ["id", "because_of"])
        rows = self._connection.execute(select(*held.c).where(held.c.because_of.is_not(None)))
        return [dict(row) for row in rows.mappings()]


def found_in(held: Held, reach: Reach) -> Found:
    found = Found()
    for of in KEPT:
        _find(held, reach, of, found)
    if "screening" in found.rows:
        _find_stops(held, reach, found)
    changes = [*_changes(held, reach, found)]
    _add_emptied(held, changes, found)
    found.places = held.places(found, changes)
    if changes:
        found.rows[HISTORY] = changes
        found.links = _links(held, changes)
    return found


def stops_in(held: Held, reach: Reach) -> Found:
    """The pauses for safety that have to go or come, as the checks stand."""
    found = Found()
    _find_stops(held, reach, found)
    gone = {row["id"] for row in found.rows.get("pause", [])}
    if gone:
        told = held.rows(HISTORY)
        found.rows[HISTORY] = [r for r in told if r["noun"] == "pause" and r["key"] in gone]
    return found


def _find_stops(held: Held, reach: Reach, found: Found) -> None:
    checks, follow_ups = _left(held, found, "screening"), _left(held, found, "follow_up")
    said = in_order(checks, follow_ups, held.rows(HISTORY))
    kept = [row for row in _left(held, found, "pause") if row["by"] == SAFETY]
    stopping = {tier.key for tier in reach.stopping()}
    gone, found.stops = told_apart(kept, stops_of(said, stopping, reach.day))
    if gone:
        found.rows.setdefault("pause", []).extend(gone)


def _left(held: Held, found: Found, name: str) -> list[dict[str, Any]]:
    going = found.rows.get(name, [])
    return [row for row in held.rows(name) if row not in going]


def _find(held: Held, reach: Reach, of: Of, found: Found) -> None:
    rows = held.rows(of.table)
    if of.through:
        name, other = of.through
        gone = {row["id"] for row in found.rows.get(other, [])}
        reached = [row for row in rows if row[name] in gone]
    else:
        reached = [row for row in rows if reach.reaches(of, row) and _says_something(of, row)]
    known = found.rows.get(of.table, [])  # a table of two kinds
    if reached := [row for row in reached if row not in known]:
        found.rows.setdefault(of.table, []).extend(reached)


def _add_emptied(held: Held, changes: Sequence[Values], found: Found) -> None:
    """What is empty by now was not always, where the history tells of it."""
    told = {row["key"] for row in changes if row["noun"] in EMPTIED}
    for name in EMPTIED:
        if name not in found.rows and told:
            found.rows[name] = held.rows_of(name, [*told])


def _says_something(of: Of, row: Values) -> bool:
    return not of.emptied or any(row.get(name) not in (None, "") for name in of.emptied)


def _changes(held: Held, reach: Reach, found: Found) -> Iterator[dict[str, Any]]:
    """Of things that go, and of things that are in the history only."""
    changes: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in held.rows(HISTORY):
        changes.setdefault((row["noun"], row["key"]), []).append(row)
    for of in KEPT:
        mine = {key: rows for (noun, key), rows in changes.items() if noun == of.table}
        if of.emptied:
            yield from _of_emptied(of, mine, reach)
            continue
        going = {str(row[of.key]) for row in found.rows.get(of.table, [])}
        there = {str(row[of.key]) for row in held.rows(of.table)}
        for key, rows in mine.items():
            told = (row[side] for row in rows for side in ("old", "new"))
            if key in going or (key not in there and reach.reaches_gone(of, key, told)):
                yield from changes.pop((of.table, key))


def _of_emptied(
    of: Of, mine: Mapping[str, list[dict[str, Any]]], reach: Reach
) -> Iterator[dict[str, Any]]:
    for key, rows in mine.items():
        if reach.reaches(of, {of.key: key}):
            yield from (row for row in rows if row["field"] in of.emptied)


def _links(held: Held, changes: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    going = {row["id"] for row in changes}
    return [row for row in held.links() if row["because_of"] in going and row["id"] not in going]


def take_away(connection: Connection, found: Found) -> None:
    empty(connection, found.places)
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    _set_links(connection, [{**row, "because_of": None} for row in found.links])
    for name in reversed(_ORDER):
        rows = found.rows.get(name, [])
        if name in EMPTIED:
            _set(connection, name, [{**row, **_emptied(name, row)} for row in rows])
        elif rows:
            made = made_of(connection)[name]
            held = table(name, *map(column, made.columns))
            same = [held.c[key] == bindparam(f"_{key}") for key in made.keys]
            keys = [{f"_{key}": row[key] for key in made.keys} for row in rows]
            connection.execute(delete(held).where(*same), keys)
    for stop in found.stops:
        connection.execute(insert(plain("pause", stop.pause)), stop.pause)
        connection.execute(insert(plain(HISTORY, stop.told)), stop.told)


def put_back(connection: Connection, found: Found) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for name in _ORDER:
        rows = found.rows.get(name, [])
        if name in EMPTIED:
            _set(connection, name, [_said_before(connection, name, row) for row in rows])
        elif rows:
            held = plain(name, rows[0])
            connection.execute(insert(held).prefix_with("OR IGNORE"), rows)
    _set_links(connection, found.links)
    fill(connection, found.places)


def _set_links(connection: Connection, links: Sequence[Mapping[str, Any]]) -> None:
    held = plain(HISTORY, ["id", "because_of"])
    for row in links:
        this = update(held).where(held.c.id == row["id"])
        connection.execute(this.values(because_of=row["because_of"]))


def _emptied(name: str, row: Values) -> dict[str, Any]:
    """In an older version of the table some may be missing."""
    return {column: value for column, value in EMPTIED[name].emptied.items() if column in row}


def _said_before(connection: Connection, name: str, row: Values) -> Values:
    """What was said again meanwhile stays."""
    key = EMPTIED[name].key
    held = plain(name, row)
    this = select(*held.c).where(held.c[key] == row[key])
    now = connection.execute(this).mappings().one()
    again = {column: now[column] for column in _emptied(name, row) if now[column]}
    return {**row, **again}


def _set(connection: Connection, name: str, rows: Sequence[Values]) -> None:
    for row in rows:
        held, key = plain(name, row), EMPTIED[name].key
        said = {column: row[column] for column in _emptied(name, row)}
        connection.execute(update(held).where(held.c[key] == row[key]).values(said))
