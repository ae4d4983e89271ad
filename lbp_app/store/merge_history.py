"""The history of two devices as one, and which of them said something last."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

Row = Mapping[str, Any]  # of the history, as it is stored
Concerns = Callable[[Row], bool]
_SAID = ("person_id", "noun", "key", "field", "old", "new", "at", "zone")


class By(Enum):
    HERE = "here"
    FILE = "file"


def same(row: Row) -> tuple[Any, ...]:
    """The same on both devices exactly where it is the same change."""
    return tuple(row[name] for name in _SAID)


@dataclass(frozen=True)
class Last:
    """Who said something last, and in which line."""

    by: By
    line: Row


class Told:
    """The histories of both, each in the order in which it was written."""

    def __init__(self, here: Sequence[Row], file: Sequence[Row]) -> None:
        self._here, self._file = here, file
        self._known = {By.HERE: {*map(same, here)}, By.FILE: {*map(same, file)}}
        self._lines = {By.HERE: _by_key(here), By.FILE: _by_key(file)}

    def last(self, noun: str, key: str, concerns: Concerns) -> Last | None:
        """What one of them knows of the other is older than what came after it there; else the
        later one. None: both say the same, or nothing.
        """
        ours, theirs = (self._newest(by, noun, key, concerns) for by in By)
        if ours is None or theirs is None:
            return _only(ours, theirs)
        if same(ours) == same(theirs):
            return None
        known, unknown = same(ours) in self._known[By.FILE], same(theirs) in self._known[By.HERE]
        if known != unknown:
            return Last(By.FILE, theirs) if known else Last(By.HERE, ours)
        return Last(By.HERE, ours) if _order(ours) > _order(theirs) else Last(By.FILE, theirs)

    def says(self, by: By, noun: str, key: str) -> bool:
        """Something of it is in that history."""
        return (noun, key) in self._lines[by]

    def new(self) -> list[Row]:
        """Lines that are in the file only."""
        spare = Counter(map(same, self._here))
        found = []
        for line in self._file:
            if spare[same(line)]:
                spare[same(line)] -= 1
            else:
                found.append(line)
        return found

    def merged(self, decided: Iterable[Last]) -> list[dict[str, Any]]:
        """In the order of time; what was `decided` comes after what it was decided against.
        Numbered anew, where anything is new at all.
        """
        new = self.new()
        if not new:
            return [dict(line) for line in self._here]
        lines = _interleaved([*self._here], new)
        return _numbered(_with_last(lines, decided), self._file)

    def _newest(self, by: By, noun: str, key: str, concerns: Concerns) -> Row | None:
        lines = self._lines[by].get((noun, key), [])
        return next((line for line in reversed(lines) if concerns(line)), None)


def _only(ours: Row | None, theirs: Row | None) -> Last | None:
    if ours is not None:
        return Last(By.HERE, ours)
    return None if theirs is None else Last(By.FILE, theirs)


def _by_key(lines: Sequence[Row]) -> Mapping[tuple[str, str], list[Row]]:
    found = defaultdict[tuple[str, str], list[Row]](list)
    for line in lines:
        found[line["noun"], line["key"]].append(line)
    return found


def _order(line: Row) -> tuple[Any, ...]:
    """By time; where that is the same it is at least the same on both devices."""
    return line["at"], line["new"], line["old"], line["field"]


def _interleaved(ours: list[Row], new: list[Row]) -> list[Row]:
    """Neither order is changed."""
    lines, at = [], 0
    for line in new:
        while at < len(ours) and ours[at]["at"] <= line["at"]:
            lines.append(ours[at])
            at += 1
        lines.append(line)
    return lines + ours[at:]


def _with_last(lines: list[Row], decided: Iterable[Last]) -> list[Row]:
    """A clock that was set wrong may have put them in another order."""
    place: dict[Any, float] = {same(line): at for at, line in enumerate(lines)}
    ends = {(*same(line)[:4],): at for at, line in enumerate(lines)}
    moved = {same(one.line): ends[same(one.line)[:4]] + 0.5 for one in decided}
    for line, at in moved.items():
        if place[line] < at - 0.5:
            place[line] = at
    indexed = enumerate(lines)
    return [line for _, line in sorted(indexed, key=lambda one: (place[same(one[1])], one[0]))]


def _numbered(lines: list[Row], file: Sequence[Row]) -> list[dict[str, Any]]:
    """A cause is found again by what it says."""
    numbers = {same(line): at for at, line in enumerate(lines, 1)}
    theirs = {line["id"]: same(line) for line in file}
    from_file = {id(line) for line in file}
    ours = {line["id"]: same(line) for line in lines if id(line) not in from_file}
    made = []
    for at, line in enumerate(lines, 1):
        causes = theirs if id(line) in from_file else ours
        cause = numbers.get(causes.get(line["because_of"], ()))
        made.append({**line, "id": at, "because_of": cause})
    return made


def names(line: Row, value: str) -> bool:
    """It is what stood before or after."""
    return json.dumps(value) in (line["old"], line["new"])
