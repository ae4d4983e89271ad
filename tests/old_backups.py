"""Makes tests/data/backups: `python -m tests.old_backups VERSION` writes the plain backup of a
database of that version, filled with made-up rows in every table.

One is made when a version of the tables is new, and never again.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect

from lbp_app.exchange import backup
from lbp_app.model.backup import Rows, Stamp
from lbp_app.store.backup import Kept, _engine, _unnamed
from lbp_app.store.migration import upgrade
from lbp_app.store.plain import made_of, put
from lbp_app.store.session import VERSIONS
from tests.builders import NOW

FOLDER = Path(__file__).parent / "data" / "backups"
PERSON = "0" * 31 + "7"
KNOWN: dict[str, Any] = {  # where another table or the app asks for it
    "person_id": PERSON,
    "screening_id": "screening-1",
    "because_of": None,
    "zone": "Europe/Copenhagen",
    "levels": '{"1": 2}',
    "why": '{"1": "klar"}',
    "prescribed": "[1, null, 2, 1, 1, 1, 1, 1]",
    "doses": "null",
    "variations": '["a", null, null, null, null, null, null, null]',
    "details": '{"1": {"variation": "a", "dose": "", "note": "", "left_out": false}}',
    "told": '{"first": "2026-10-01", "last": "2026-10-02", "parts": []}',
    "stations": "[1, 2, 3]",
    "items": "[]",
    "answers": "{}",
    "reasons": "[]",
    "skipped": "mood",
    "mood": None,
    "times": '["08:00"]',
    "weekdays": "[1, 3]",
    "before": "[]",
    "quiet": '["22:00", "07:00"]',
    "snooze": 30,
    "noun": "check_in",
    "field": "note",
    "timetables": '[{"since": "2026-10-01", "slots": [[1, "17:00"], [3, null]]}]',
    "clock": "17:00",
}
DEVICE = [["active_role", '"patient"'], ["person.patient", f'"{PERSON}"']]
LISTED = re.compile(r"\"?(\w+)\"? (?:IN \(|BETWEEN )'?(\w+)")  # the first that a rule allows


def filled(connection: Connection) -> Iterator[Rows]:
    """One row in each table, and who is using the device."""
    for name, made in made_of(connection).items():
        looked = inspect(connection)
        kinds = {each["name"]: str(each["type"]) for each in looked.get_columns(name)}
        rules = " ".join(each["sqltext"] for each in looked.get_check_constraints(name))
        allowed = dict(LISTED.findall(rules))
        row = [_value(name, column, kinds[column], allowed) for column in made.columns]
        yield Rows(name, made.columns, DEVICE if name == "device" else [row])


def _value(table: str, column: str, kind: str, allowed: dict[str, str]) -> Any:
    number = "INT" in kind
    if column in KNOWN and not (table == "pause" and column == "why"):
        return KNOWN[column]
    if column in allowed:
        return int(allowed[column]) if number else allowed[column]
    if kind in ("DATE", "DATETIME"):
        return "2026-10-01" if kind == "DATE" else "2026-10-01 07:00:00.000000"
    if number or "BOOL" in kind:
        return 1
    return f"{table}-1" if column == "id" else '"æøå – 1"'


def make(version: int) -> Path:
    engine = _engine(_unnamed)
    with engine.connect() as connection:
        upgrade(connection, VERSIONS, f"{version:04}")
        for part in filled(connection):
            put(connection, part)
        path = FOLDER / f"schema-{version:04}.rygvej"
        with path.open("wb") as file:
            stamp = Stamp(NOW, "Europe/Copenhagen", version)
            backup.write(file, stamp, Kept(connection).tables(), None)
    engine.dispose()
    return path


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    print(make(int(sys.argv[1])))
