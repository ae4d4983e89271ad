"""The checked content in one file: a header line with checksums, the rules, the bodies.

A start reads header and rules; the bodies are read and verified when they are first asked for.
"""

import hashlib
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from lbp_app.content.library import Bodies, Library, Rules
from lbp_app.errors import ContentError

NAME = "content.bundle"
FOLDER = Path(__file__).parent
EXERCISE_WORDS = (*(f"exercises_{group}" for group in range(1, 9)), "exercises_around")
FILES = (
    *("sources", "switches", "messages", "contacts", "signs", "about", "flare", "triage"),
    *("training", "exercises", *EXERCISE_WORDS, "progression"),
)
FORMAT = 1
S = TypeVar("S", bound=Struct)


class Part(Struct, frozen=True):
    """Where it lies, in bytes after the header line."""

    start: int
    length: int
    sha256: str


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """`written_from` is the checksum of the YAML files."""

    format: int
    written_from: str
    rules: Part
    bodies: Part

    @property
    def version(self) -> str:
        return _sum(f"{self.rules.sha256}{self.bodies.sha256}".encode())[:12]


def load(folder: Path = FOLDER) -> Library:
    """Raises ContentError for what does not verify."""
    file = folder / NAME
    written = _sum_of_files(folder)
    if written is None and not file.is_file():
        raise ContentError("error.content_file", file=NAME)
    if written is None or (file.is_file() and _header(file)[0].written_from == written):
        return _from_bundle(file)
    from lbp_app.content import check  # brings PyYAML, which a start has no use for

    rules, bodies = check.everything(folder)
    return Library(_made(rules, bodies, written)[0].version, rules, lambda: bodies)


def write(folder: Path = FOLDER) -> str:
    """Checks the YAML files and writes the bundle; gives its version."""
    from lbp_app.content import check  # brings PyYAML, which a start has no use for

    rules, bodies = check.everything(folder)
    header, data = _made(rules, bodies, _sum_of_files(folder) or "")
    new = folder / f"{NAME}.new"
    new.write_bytes(msgspec.json.encode(header) + b"\n" + data)
    new.replace(folder / NAME)
    return header.version


def _made(rules: Rules, bodies: Bodies, written_from: str) -> tuple[Header, bytes]:
    first, second = msgspec.json.encode(rules), msgspec.json.encode(bodies)
    parts = Part(0, len(first), _sum(first)), Part(len(first), len(second), _sum(second))
    return Header(FORMAT, written_from, *parts), first + second


def _from_bundle(file: Path) -> Library:
    header, begin = _header(file)
    rules = _part(file, begin, header.rules, Rules)
    return Library(header.version, rules, lambda: _part(file, begin, header.bodies, Bodies))


def _header(file: Path) -> tuple[Header, int]:
    """And the place of the first byte after it."""
    with file.open("rb") as opened:
        line = opened.readline()
    try:
        header = msgspec.json.decode(line, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise ContentError("error.content_bundle", file=file.name) from None
    if header.format != FORMAT:
        raise ContentError("error.content_bundle", file=file.name)
    return header, len(line)


def _part(file: Path, begin: int, part: Part, kind: type[S]) -> S:
    with file.open("rb") as opened:
        opened.seek(begin + part.start)
        data = opened.read(part.length)
    if _sum(data) != part.sha256:
        raise ContentError("error.content_bundle", file=file.name)
    return msgspec.json.decode(data, type=kind)


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _sum_of_files(folder: Path) -> str | None:
    """None where there are no YAML files. Line ends do not count: git changes them on Windows."""
    files = [file for name in FILES if (file := folder / f"{name}.yaml").is_file()]
    read = (f"{file.name}\n".encode() + file.read_bytes() for file in files)
    return _sum(b"\0".join(read).replace(b"\r\n", b"\n")) if files else None
