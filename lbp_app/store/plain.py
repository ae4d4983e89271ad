"""Rows as they are stored, without the kinds that store/tables.py gives them."""

from collections.abc import Iterable

from sqlalchemy import Connection, TableClause, column, insert, inspect, table

from lbp_app.model.backup import Rows
from lbp_app.store.tables import schema


def made_of(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The columns of each table that holds what somebody has written; both by name, since a file
    that has been through migrations has another order than one that was made anew.
    """
    found = inspect(connection)
    names = sorted(set(found.get_table_names()) - {schema.name})
    return {name: tuple(sorted(c["name"] for c in found.get_columns(name))) for name in names}


def plain(name: str, columns: Iterable[str]) -> TableClause:
    return table(name, *map(column, columns))


def put(connection: Connection, part: Rows) -> None:
    if part.rows:
        rows = [dict(zip(part.columns, row, strict=True)) for row in part.rows]
        connection.execute(insert(plain(part.table, part.columns)), rows)
