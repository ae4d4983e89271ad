"""Everything as CSV: one file for each noun, in a zip; see docs/export-format.md.

UTF-8 with byte-order mark and semicolons, as Danish spreadsheets read it. No cell is a formula.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, BinaryIO

from lbp_app.errors import InputRefusedError
from lbp_app.exchange.csv import MARK, like_formula
from lbp_app.exchange.export_json import dumped, head, stamp_of
from lbp_app.exchange.export_rows import rows_of
from lbp_app.model.export import Field, Kind, Noun, Stamp, Taken, Told, plain

ABOUT, OVERVIEW = "export.csv", "dagbog.csv"  # what is no noun: about the file, and for reading
LARGEST = 200_000_000  # bytes of all files unpacked
_APOSTROPHE = "'"
_TRUTHS = {"true": True, "false": False}
_BROKEN = (
    *(ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError),
    *(RecursionError, NotImplementedError, EOFError, OSError),
    *(csv.Error, zipfile.BadZipFile, zipfile.LargeZipFile),
)


def write(out: BinaryIO, stamp: Stamp, told: Told, overview: bytes) -> None:
    """Never holds more than a row. `overview` is the diary as people read it."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        with _table(archive, ABOUT, stamp.made_at) as writer:
            writer.writerows(head(stamp).items())
        for noun, rows in told:
            with _table(archive, f"{noun.name}.csv", stamp.made_at) as writer:
                writer.writerow([field.name for field in noun.fields])
                writer.writerows([_cell(f, row[f.name]) for f in noun.fields] for row in rows)
        archive.writestr(_entry(OVERVIEW, stamp.made_at), overview)


def read(content: bytes, nouns: Iterable[Noun], newest: int) -> Taken:
    """InputRefusedError for what is not a file of ours, of `newest` schema or before."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise InputRefusedError("error.import_large")
            return _taken(archive, list(nouns), newest)
    except InputRefusedError:
        raise
    except _BROKEN:
        raise InputRefusedError("error.import_damaged") from None


@contextmanager
def _table(archive: zipfile.ZipFile, name: str, made_at: datetime) -> Iterator[Any]:
    with (
        archive.open(_entry(name, made_at), "w") as entry,
        io.TextIOWrapper(entry, "utf-8", newline="") as file,
    ):
        file.write(MARK)
        yield csv.writer(file, delimiter=";")


def _entry(name: str, made_at: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _cell(field: Field, value: object) -> str:
    if field.kind is Kind.JSON:
        return _guarded(dumped(value))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _guarded(value) if isinstance(value, str) else str(plain(value))


def _guarded(text: str) -> str:
    """What a spreadsheet would take for a formula, or what begins with an apostrophe already, has
    one put before it; `_freed` takes it away.
    """
    guarded = like_formula(text) or text.startswith(_APOSTROPHE)
    return _APOSTROPHE + text if guarded else text


def _freed(cell: str) -> str:
    return cell.removeprefix(_APOSTROPHE)


def _taken(archive: zipfile.ZipFile, nouns: list[Noun], newest: int) -> Taken:
    stamp = stamp_of(dict(_lines(archive, ABOUT)), newest)
    known = {f"{noun.name}.csv": noun for noun in nouns}
    names = set(archive.namelist()) - {ABOUT, OVERVIEW}
    found = {known[name].name: _rows(archive, name, known[name]) for name in sorted(names)}
    return Taken(stamp, rows_of(found, nouns))


def _rows(archive: zipfile.ZipFile, name: str, noun: Noun) -> list[dict[str, object]]:
    heads, *rows = _lines(archive, name)
    by_name = {field.name: field for field in noun.fields}
    fields = [by_name[head] for head in heads]
    return [
        {field.name: _value(field, cell) for field, cell in zip(fields, row, strict=True)}
        for row in rows
    ]


def _lines(archive: zipfile.ZipFile, name: str) -> list[list[str]]:
    text = archive.read(name).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))


def _value(field: Field, cell: str) -> object:
    if field.kind is Kind.JSON:
        return json.loads(_freed(cell))
    if cell == "" and field.optional:
        return None
    if field.kind is Kind.NUMBER:
        return int(cell)
    return _TRUTHS[cell] if field.kind is Kind.TRUTH else _freed(cell)
