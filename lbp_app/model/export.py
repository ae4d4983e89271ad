"""Everything of one person as plain rows, and how a file of it is told from any other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

FORMAT = "rygvej-export"
VERSION = 1  # of the format; docs/export-format.md
OWNER = "person"  # the noun that has one row, that of the person


class Form(StrEnum):
    """In which everything can be taken along."""

    JSON = "json"
    CSV = "csv"
    FHIR = "fhir"
    PDF = "pdf"  # the report, as it was chosen last


class Kind(StrEnum):
    TEXT = "text"
    NUMBER = "number"  # whole
    TRUTH = "truth"
    DAY = "day"
    INSTANT = "instant"  # aware
    JSON = "json"


Values = Mapping[str, object]  # of one row, by name of the field


@dataclass(frozen=True)
class Field:
    """`optional`: it may be empty, which means "not answered"."""

    name: str
    kind: Kind
    optional: bool


@dataclass(frozen=True)
class Noun:
    name: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Stamp:
    """`schema` is the version of the tables, `person` the id on the device that it comes from;
    `made_at` is aware.
    """

    schema: int
    person: str
    made_at: datetime


Told = Iterator[tuple[Noun, Iterable[Values]]]


@dataclass(frozen=True)
class Taken:
    """What was read from a file; nouns that it does not know are empty."""

    stamp: Stamp
    rows: Mapping[str, list[Values]]

    @property
    def role(self) -> str:
        return str(self.rows[OWNER][0]["role"])


def plain(value: object) -> object:
    """As JSON can hold it."""
    return value.isoformat() if isinstance(value, date) else value


def typed(field: Field, value: object) -> object:
    """The value that `plain` was made of; ValueError when the field cannot have it."""
    if field.kind is Kind.JSON:
        return value
    if value is None and field.optional:
        return None
    if field.kind is Kind.DAY and isinstance(value, str):
        return date.fromisoformat(value)
    if field.kind is Kind.INSTANT and isinstance(value, str):
        return _aware(datetime.fromisoformat(value))
    wanted = {Kind.TEXT: str, Kind.NUMBER: int, Kind.TRUTH: bool}.get(field.kind)
    if wanted is None or type(value) is not wanted:
        raise ValueError(field.name)
    return value


def _aware(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return at
