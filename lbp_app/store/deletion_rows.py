"""The rows that a scope reaches: found, taken away, put back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, column, delete, insert, select, table, update

from lbp_app.store.kept_of import KEPT, Of, Reach, Values
from lbp_app.store.plain import Made, made_of, plain
from lbp_app.store.tables import metadata

HISTORY = "history"
EMPTIED = {of.table: of for of in KEPT if of.emptied}  # rows that stay, without what they said
_ORDER = [table.name for table in metadata.sorted_tables]  # what is referred to comes first


@dataclass
class Found:
    """Rows that a scope reaches, by table. `links` are changes that name one of them as cause."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    links: list[dict[str, Any]] = field(default_factory=list)

    def counts(self) -> Mapping[str, int]:
        return {name: len(rows) for name, rows in self.rows.items() if rows and name != HISTORY}


def found_in(connection: Connection, owners: Sequence[str], reach: Reach) -> Found:
    """In a database of this version or an older one."""
    made, found = made_of(connection), Found()
    for of in KEPT:
        if of.table in made:
            _find(connection, made[of.table], owners, reach, of, found)
    changes = [*_changes(connection, made[HISTORY], owners, reach, found)]
    _add_emptied(connection, made, changes, found)
    if changes:
        found.rows[HISTORY] = changes
        found.links = _links(connection, made[HISTORY], changes)
    return found


def _find(
    connection: Connection, made: Made, owners: Sequence[str], reach: Reach, of: Of, found: Found
) -> None:
    rows = _rows(connection, of.table, made, owners)
    if of.through:
        name, other = of.through
        gone = {row["id"] for row in found.rows.get(other, [])}
        reached = [row for row in rows if row[name] in gone]
    else:
        reached = [row for row in rows if reach.reaches(of, row) and _says_something(of, row)]
    known = found.rows.get(of.table, [])  # a table of two kinds
    if reached := [row for row in reached if row not in known]:
        found.rows.setdefault(of.table, []).extend(reached)


def _add_emptied(
    connection: Connection, made: Mapping[str, Made], changes: Sequence[Values], found: Found
) -> None:
    """What is empty by now was not always, where the history tells of it."""
    told = {row["key"] for row in changes if row["noun"] in EMPTIED}
    for name in EMPTIED:
        if name not in found.rows and told:
            found.rows[name] = _rows(connection, name, made[name], [*told])


def _rows(
    connection: Connection, name: str, made: Made, owners: Sequence[str]
) -> list[dict[str, Any]]:
    held = plain(name, made.columns)
    rows = connection.execute(select(*held.c).where(held.c.person_id.in_(owners)))
    return [dict(row) for row in rows.mappings()]


def _says_something(of: Of, row: Values) -> bool:
    return not of.emptied or any(row.get(name) not in (None, "") for name in of.emptied)


def _changes(
    connection: Connection, made: Made, owners: Sequence[str], reach: Reach, found: Found
) -> Iterator[dict[str, Any]]:
    """Of things that go, and of things that are in the history only."""
    changes: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in _rows(connection, HISTORY, made, owners):
        changes.setdefault((row["noun"], row["key"]), []).append(row)
    for of in KEPT:
        mine = {key: rows for (noun, key), rows in changes.items() if noun == of.table}
        if not mine:
            continue
        if of.emptied:
            yield from _of_emptied(of, mine, reach)
            continue
        going = {str(row[of.key]) for row in found.rows.get(of.table, [])}
        there = {str(row[of.key]) for row in _there(connection, of, owners)}
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


def _there(connection: Connection, of: Of, owners: Sequence[str]) -> list[Values]:
    made = made_of(connection).get(of.table)
    return [*_rows(connection, of.table, made, owners)] if made else []


def _links(
    connection: Connection, made: Made, changes: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    if "because_of" not in made.columns:
        return []
    going = {row["id"] for row in changes}
    held = plain(HISTORY, ["id", "because_of"])
    rows = connection.execute(select(*held.c).where(held.c.because_of.is_not(None)))
    named = [dict(row) for row in rows.mappings() if row["because_of"] in going]
    return [row for row in named if row["id"] not in going]


def take_away(connection: Connection, found: Found) -> None:
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
