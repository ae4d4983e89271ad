"""What stands in a backup: lines of JSON, compressed. docs/backup-format.md describes it."""

import json
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO, NoReturn

from lbp_app.errors import InputRefusedError, NewerError
from lbp_app.exchange.sealed import Cost, Lock, seal, unseal
from lbp_app.exchange.whole_file import file_faults
from lbp_app.model.backup import Rows, Stamp, Value

FORMAT, VERSION = "rygvej-backup", 1
EXTENSION = "rygvej"
LARGEST = 256 * 1024 * 1024  # bytes of file, and of lines in it: ten years of two people have 10 MB
LONGEST = 16 * 1024 * 1024  # bytes of one line
FULL = 1024 * 1024  # bytes of a line that is written, unless it is of one row
STEP = 256 * 1024  # bytes that are unpacked at once


def write(
    file: BinaryIO,
    stamp: Stamp,
    tables: Iterable[Rows],
    lock: Lock,
    cost: Cost | None = None,
) -> None:
    """`tables` may be long: a part of it is in memory at a time. None means plain.

    InputRefusedError where `read` would refuse the file as too large.
    """
    for part in seal(_packed(_bearable(_lines(stamp, tables))), lock, cost):
        with file_faults():
            file.write(part)


def read(file: BinaryIO, lock: Lock) -> tuple[Stamp, Iterator[Rows]]:
    """The rows are read while they are asked for; only when they have come to their end is it
    known that the file is whole.
    """
    with file_faults():
        size = file.seek(0, 2)
        file.seek(0)
    if size > LARGEST:
        raise InputRefusedError("error.backup_large")
    lines = _split(_unpacked(unseal(file, lock)))
    return _stamp(next(lines, b"")), _rows(lines)


# --- writing ------------------------------------------------------------------------------------


def _lines(stamp: Stamp, tables: Iterable[Rows]) -> Iterator[bytes]:
    written = 0
    yield _line(
        format=FORMAT,
        version=VERSION,
        schema=stamp.schema,
        made=stamp.made.isoformat(),
        zone=stamp.zone,
    )
    for part in tables:
        written += len(part.rows)
        yield from _lines_of(part)
    yield _line(end=written)


def _lines_of(part: Rows) -> Iterator[bytes]:
    """Halved until a line is not too full: how long a text becomes is known when it is JSON."""
    line = _line(table=part.table, columns=part.columns, rows=[list(row) for row in part.rows])
    if len(line) <= FULL or len(part.rows) == 1:
        yield line
        return
    middle = len(part.rows) // 2
    for rows in (part.rows[:middle], part.rows[middle:]):
        yield from _lines_of(Rows(part.table, part.columns, rows))


def _bearable(lines: Iterable[bytes]) -> Iterator[bytes]:
    total = 0
    for line in lines:
        total += len(line)
        if len(line) > LONGEST or total > LARGEST:
            raise InputRefusedError("error.backup_too_much")
        yield line


def _line(**said: Any) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _packed(lines: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj()
    for line in lines:
        yield packer.compress(line)
    yield packer.flush()


# --- reading: nothing in it is believed ---------------------------------------------------------


def _unpacked(parts: Iterable[bytes]) -> Iterator[bytes]:
    unpacker, total = zlib.decompressobj(), 0
    for part in parts:
        while part:
            content = _unpack(unpacker, part)
            total += len(content)
            if total > LARGEST:
                raise InputRefusedError("error.backup_large")
            yield content
            part = unpacker.unconsumed_tail
        if unpacker.unused_data:
            _refuse()
    if not unpacker.eof:
        _refuse()


def _unpack(unpacker: Any, part: bytes) -> bytes:
    try:
        content: bytes = unpacker.decompress(part, STEP)
    except zlib.error as error:
        _refuse(error)
    return content


def _split(parts: Iterable[bytes]) -> Iterator[bytes]:
    held = b""
    for part in parts:
        *lines, held = (held + part).split(b"\n")
        if len(held) > LONGEST:
            raise InputRefusedError("error.backup_large")
        yield from lines
    if held:
        _refuse()


def _stamp(line: bytes) -> Stamp:
    said = _said(line)
    if said.get("format") != FORMAT or not isinstance(said.get("version"), int):
        _refuse()
    if said["version"] > VERSION:
        raise NewerError("error.backup_newer")
    try:
        made, schema, zone = datetime.fromisoformat(said["made"]), said["schema"], said["zone"]
    except (KeyError, TypeError, ValueError) as error:
        _refuse(error)
    if made.tzinfo is None or type(schema) is not int or schema < 1 or not isinstance(zone, str):
        _refuse()
    return Stamp(made, zone, schema)


def _rows(lines: Iterable[bytes]) -> Iterator[Rows]:
    found, end = 0, None
    for line in lines:
        said = _said(line)
        if end is not None:
            _refuse()
        if said.keys() == {"end"}:
            end = said["end"]
        else:
            part = _part(said)
            found += len(part.rows)
            yield part
    if type(end) is not int or end != found:
        _refuse()


def _part(said: dict[str, Any]) -> Rows:
    if said.keys() != {"table", "columns", "rows"}:
        _refuse()
    table, columns, rows = said["table"], said["columns"], said["rows"]
    named = isinstance(table, str) and _are(columns, str) and len({*columns}) == len(columns)
    if not named or not _are(rows, list):
        _refuse()
    if not all(len(row) == len(columns) and all(map(_is_value, row)) for row in rows):
        _refuse()
    return Rows(table, tuple(columns), rows)


def _are(given: object, kind: type) -> bool:
    return isinstance(given, list) and all(isinstance(one, kind) for one in given)


def _is_value(given: Value) -> bool:
    if type(given) is int:
        return -(2**63) <= given < 2**63
    return given is None or type(given) in (float, str)


def _said(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        _refuse(error)
    return said if isinstance(said, dict) else _refuse()


def _refuse(error: Exception | None = None) -> NoReturn:
    raise InputRefusedError("error.backup_damaged") from error
