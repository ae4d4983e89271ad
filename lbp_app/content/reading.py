"""YAML into typed values; whatever does not fit is a ContentError that knows file and line."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, NoReturn, TypeVar

import msgspec
import yaml

from lbp_app.errors import ContentError

T = TypeVar("T")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a phone may lack the one in C
Lines = dict[str, int]  # by path as msgspec writes it: "$.contacts[3].phone"

_MISSING = re.compile(r"missing required field `(\w+)`")
_UNKNOWN = re.compile(r"unknown field `(\w+)`")
_PATH = re.compile(r" - at `(?:key in )?(.+)`$")


@dataclass(frozen=True)
class Written(Generic[T]):
    """One file as it was read; refusals know where a thing stands."""

    file: Path
    value: T
    lines: Lines

    def refuse(self, key: str, path: str, **values: object) -> NoReturn:
        line = line_of(path, self.lines)
        raise ContentError(key, file=shown(self.file), line=line, **values)


def written(file: Path, kind: type[T]) -> Written[T]:
    return Written(file, *read(file, kind))


def read(file: Path, kind: type[T]) -> tuple[T, Lines]:
    """The file's content as `kind`, and the line on which each part of it stands."""
    value, lines = plain(text_of(file), file)
    return typed(value, kind, lines, file), lines


def shown(file: Path) -> str:
    """How a refusal names it; the prose of a lesson has its language in front: "da/sleep.md"."""
    return f"{file.parent.name}/{file.name}" if file.suffix == ".md" else file.name


def text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        raise ContentError("error.content_yaml", file=shown(file), line=1) from None


def plain(text: str, file: Path) -> tuple[object, Lines]:
    """Of YAML that stands in `file`: mappings, lists and scalars."""
    lines: Lines = {}
    try:
        return _plain(yaml.compose(text, Loader=LOADER), "$", lines, file), lines
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        raise ContentError("error.content_yaml", file=shown(file), line=line) from None


def typed(value: object, kind: type[T], lines: Lines, file: Path) -> T:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as wrong:
        raise _refusal(str(wrong), file, lines) from None


def line_of(path: str, lines: Lines) -> int:
    """Of the part itself, else of the nearest that holds it."""
    while path not in lines and path != "$":
        path = re.sub(r"(\.[^.\[\]]+|\[[^\]]*\])$", "", path) if path[-1] != "$" else "$"
    return lines.get(path, 1)


def _refusal(message: str, file: Path, lines: Lines) -> ContentError:
    path = found[1] if (found := _PATH.search(message)) else "$"
    where = {"file": shown(file), "line": line_of(path, lines)}
    if missing := _MISSING.search(message):
        return ContentError("error.content_missing", field=missing[1], **where)
    if unknown := _UNKNOWN.search(message):
        where["line"] = line_of(f"{path}.{unknown[1]}", lines)
        return ContentError("error.content_unknown", field=unknown[1], **where)
    return ContentError("error.content_value", field=path.removeprefix("$").lstrip("."), **where)


def _plain(node: yaml.Node | None, path: str, lines: Lines, file: Path) -> object:
    if node is None:
        return None
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n, f"{path}[{i}]", lines, file) for i, n in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, file)
    return _scalar(node, lines[path], file)


def _mapping(node: yaml.MappingNode, path: str, lines: Lines, file: Path) -> dict[str, object]:
    made: dict[str, object] = {}
    for key, value in node.value:
        name, line = str(key.value), key.start_mark.line + 1
        if name in made:
            raise ContentError("error.content_twice", id=name, file=shown(file), line=line)
        made[name] = _plain(value, f"{path}.{name}", lines, file)
        lines[f"{path}.{name}"] = line
    return made


def _scalar(node: yaml.Node, line: int, file: Path) -> object:
    """Dates stay text, so that a bad one is refused like any other value."""
    if node.tag == "tag:yaml.org,2002:timestamp":
        return str(node.value)
    try:
        return yaml.constructor.SafeConstructor().construct_object(node)
    except (ValueError, yaml.YAMLError):
        raise ContentError("error.content_yaml", file=shown(file), line=line) from None
