"""One of the two devices that are put together: its rows as they are stored."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lbp_app.model.backup import Rows
from lbp_app.store.merge_parts import Row
from lbp_app.store.tables import metadata

Key = tuple[Any, ...]
HISTORY, DEVICE = "history", "device"


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


def side_of(parts: Iterable[Rows]) -> Side:
    found: dict[str, dict[Key, Row]] = {name: {} for name in metadata.tables}
    for part in parts:
        for values in part.rows:
            row = dict(zip(part.columns, values, strict=True))
            found[part.table][row_key(part.table, row)] = row
    return Side(found)


def row_key(table: str, row: Row) -> Key:
    return tuple(row[column.name] for column in metadata.tables[table].primary_key)
