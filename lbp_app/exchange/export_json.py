"""Everything as one JSON file: a row a line. docs/export-format.md says what stands where."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO

from lbp_app.errors import InputRefusedError
from lbp_app.exchange.export_rows import rows_of
from lbp_app.model.export import FORMAT, VERSION, Noun, Stamp, Taken, Told, Values, plain


def write(out: BinaryIO, stamp: Stamp, told: Told) -> None:
    """Never holds more than a row."""
    for text in _parts(stamp, told):
        out.write(text.encode())


def read(content: bytes, nouns: Iterable[Noun], newest: int) -> Taken:
    """InputRefusedError for what is not a file of ours, of `newest` schema or before."""
    try:
        read = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once)
        return _taken(read, nouns, newest)
    except InputRefusedError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        raise InputRefusedError("error.import_damaged") from None


def head(stamp: Stamp) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "schema": stamp.schema,
        "made_at": stamp.made_at.isoformat(),
        "person": stamp.person,
    }


def stamp_of(head: dict[str, Any], newest: int) -> Stamp:
    """InputRefusedError when this app cannot read it."""
    if head.get("format") != FORMAT:
        raise InputRefusedError("error.import_other")
    version, schema = int(head["version"]), int(head["schema"])
    if version > VERSION or schema > newest:
        raise InputRefusedError("error.import_newer")
    return Stamp(schema, str(head["person"]), datetime.fromisoformat(head["made_at"]))


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _parts(stamp: Stamp, told: Told) -> Iterator[str]:
    yield dumped(head(stamp)).removesuffix("}") + ', "nouns": {'
    for at, (noun, rows) in enumerate(told):
        yield f"{',' if at else ''}\n{dumped(noun.name)}: ["
        yield from _lines(rows)
        yield "]"
    yield "\n}}\n"


def _lines(rows: Iterable[Values]) -> Iterator[str]:
    for at, row in enumerate(rows):
        yield f"{',' if at else ''}\n" + dumped({name: plain(row[name]) for name in row})


def _taken(read: dict[str, Any], nouns: Iterable[Noun], newest: int) -> Taken:
    stamp = stamp_of(read, newest)
    return Taken(stamp, rows_of(read["nouns"], nouns))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a name stands twice")
    return made
