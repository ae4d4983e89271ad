"""What putting a backup together with what is here makes, in the numbers of a preview."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


@dataclass(frozen=True)
class Merge:
    """Rows by table. `new` come from the file; of those that both have and that differ, `theirs`
    become as in the file, `ours` stay as they are here and `mixed` take answers of each. `gone`
    were taken away in the file later than they were changed here. `known`: as they were.
    """

    new: Mapping[str, int] = field(default_factory=Counter)
    theirs: Mapping[str, int] = field(default_factory=Counter)
    ours: Mapping[str, int] = field(default_factory=Counter)
    mixed: Mapping[str, int] = field(default_factory=Counter)
    gone: Mapping[str, int] = field(default_factory=Counter)
    known: Mapping[str, int] = field(default_factory=Counter)
    changes: int = 0  # lines of the history that come along

    @property
    def changes_nothing(self) -> bool:
        told = (self.new, self.theirs, self.mixed, self.gone)
        return not self.changes and not any(map(bool, told))

    @property
    def told(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """What is new, what is changed, and what is as it was."""
        changed = Counter(self.theirs) + Counter(self.mixed) + Counter(self.gone)
        return Counter(self.new), changed, Counter(self.known) + Counter(self.ours)


class Named(NamedTuple):
    """Whose answers they are, as far as it was said."""

    here: str
    file: str

    @property
    def differ(self) -> bool:
        return bool(self.here and self.file) and self.here.casefold() != self.file.casefold()


@dataclass(frozen=True)
class MergePreview:
    """`deleted_since`: something was deleted here after the file was made, and may come back."""

    made: datetime
    merge: Merge
    names: Named
    deleted_since: bool
