"""Rows as they are stored, without the kinds that store/tables.py gives them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, TableClause, column, insert, table

from lbp_app.model.backup import Rows

_MADE = """
    SELECT t.name, c.name, c.pk FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c
    WHERE t.type = 'table' AND t.name NOT IN ('schema_version', 'sqlite_sequence')
    ORDER BY t.name, c.name
"""


@dataclass(frozen=True)
class Made:
    """A table: its columns by name, and those of its primary key in order. A file that has been
    through migrations has another order of columns than one that was made anew.
    """

    columns: tuple[str, ...]
    keys: tuple[str, ...]


def made_of(connection: Connection) -> dict[str, Made]:
    """Every table that holds what somebody has written, by name."""
    found = connection.exec_driver_sql(_MADE).all()
    return {
        name: Made(
            tuple(column for _, column, _ in columns),
            tuple(column for _, column, place in sorted(columns, key=itemgetter(2)) if place),
        )
        for name, columns in ((n, list(c)) for n, c in groupby(found, itemgetter(0)))
    }


def plain(name: str, columns: Iterable[str]) -> TableClause:
    return table(name, *map(column, columns))


def put(connection: Connection, part: Rows) -> None:
    if part.rows:
        rows = [dict(zip(part.columns, row, strict=True)) for row in part.rows]
        connection.execute(insert(plain(part.table, part.columns)), rows)
