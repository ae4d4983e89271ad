"""The checked content in one file: a header line with checksums, the rules, the bodies, learning.

A start reads header and rules; the others are read and verified when they are first asked for.
"""

import hashlib
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from lbp_app.content.learning import Learning
from lbp_app.content.library import Bodies, Library, Rules
from lbp_app.errors import ContentError

NAME = "content.bundle"
FOLDER = Path(__file__).parent
EXERCISE_WORDS = (*(f"exercises_{group}" for group in range(1, 9)), "exercises_around")
FILES = (
    *("sources", "switches", "messages", "contacts", "signs", "about", "flare", "triage"),
    *("training", "exercises", *EXERCISE_WORDS, "progression"),
)
LESSONS = "lessons"
FORMAT = 3
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
    learning: Part

    @property
    def version(self) -> str:
        parts = (self.rules, self.bodies, self.learning)
        return _sum("".join(part.sha256 for part in parts).encode())[:12]


def load(folder: Path = FOLDER) -> Library:
    """Raises ContentError for what does not verify."""
    file = folder / NAME
    written = _sum_of_files(folder)
    if written is None and not file.is_file():
        raise ContentError("error.content_file", file=NAME)
    if written is None or (file.is_file() and _header(file)[0].written_from == written):
        return _from_bundle(file)
    rules, bodies, learning = _checked(folder)
    version = _made(rules, bodies, learning, written)[0].version
    return Library(version, rules, lambda: bodies, lambda: learning)


def write(folder: Path = FOLDER) -> str:
    """Checks the YAML files and writes the bundle; gives its version."""
    header, data = _made(*_checked(folder), _sum_of_files(folder) or "")
    new = folder / f"{NAME}.new"
    new.write_bytes(msgspec.json.encode(header) + b"\n" + data)
    new.replace(folder / NAME)
    return header.version


def _checked(folder: Path) -> tuple[Rules, Bodies, Learning]:
    from lbp_app.content import check, check_learning  # PyYAML, which a start has no use for

    rules, bodies = check.everything(folder)
    return rules, bodies, check_learning.learning(folder, {one.key for one in rules.sources})


def _made(
    rules: Rules, bodies: Bodies, learning: Learning, written_from: str
) -> tuple[Header, bytes]:
    data = [msgspec.json.encode(one) for one in (rules, bodies, learning)]
    starts = accumulate(map(len, data), initial=0)
    parts = [Part(at, len(one), _sum(one)) for at, one in zip(starts, data, strict=False)]
    return Header(FORMAT, written_from, *parts), b"".join(data)


def _from_bundle(file: Path) -> Library:
    header, begin = _header(file)
    rules = _part(file, begin, header.rules, Rules)
    return Library(
        header.version,
        rules,
        lambda: _part(file, begin, header.bodies, Bodies),
        lambda: _part(file, begin, header.learning, Learning),
    )


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
    lessons = sorted([*(folder / LESSONS).glob("*.yaml"), *(folder / LESSONS).glob("*/*.md")])
    read = (f"{file.name}\n".encode() + file.read_bytes() for file in (*files, *lessons))
    return _sum(b"\0".join(read).replace(b"\r\n", b"\n")) if files else None
