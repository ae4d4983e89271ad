"""What somebody outside the program saw as saved, held against the file."""

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Seen:
    """An answer that was announced: `day` as ISO date, `field` as in the database."""

    day: str
    field: str
    value: int | str | None


def everything_seen_is_kept(seen: list[Seen], path: Path, in_flight: int = 1) -> None:
    """AssertionError unless the file, opened with plain sqlite3, has just what was seen.

    `seen` is all that was ever announced about it, in order. At most `in_flight` answers may be
    there that nobody was told of: those that were being saved when the program was killed.
    """
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not plain.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            assert not seen, "everything is gone"
            return
        history = _history(plain)
        current = _current(plain, history)
    plain.close()
    told: dict[tuple[str, str], list[object]] = defaultdict(list)
    for one in seen:
        told[one.day, one.field].append(one.value)
    for what, values in told.items():
        kept = iter(history[what])
        assert all(value in kept for value in values), f"{what} was seen and is not there"
    extra = sum(map(len, history.values())) - len(seen)
    assert extra <= in_flight, f"{extra} answers that nobody saw"
    assert current == {what: values[-1] for what, values in history.items()}, "half a write"


def _history(plain: sqlite3.Connection) -> dict[tuple[str, str], list[object]]:
    rows = plain.execute("SELECT key, field, new FROM history WHERE noun = 'check_in' ORDER BY id")
    found: dict[tuple[str, str], list[object]] = defaultdict(list)
    for day, field, new in rows:
        found[day, field].append(json.loads(new))
    return found


def _current(
    plain: sqlite3.Connection, history: dict[tuple[str, str], list[object]]
) -> dict[tuple[str, str], object]:
    plain.row_factory = sqlite3.Row
    days = {row["day"]: row for row in plain.execute("SELECT * FROM check_in")}
    return {(day, field): days[day][field] if day in days else None for day, field in history}
