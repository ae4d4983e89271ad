"""Rows from outside, held against the nouns that there are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lbp_app.errors import InputRefusedError
from lbp_app.model.cpr import holds_cpr_number
from lbp_app.model.export import OWNER, Field, Noun, Values, typed
from lbp_app.model.person import Role

_MADE = re.compile(r"(?:[0-9a-f]{16}){1,2}|[0-9a-f]{64}")  # tags, ids and keys


def rows_of(
    read: Mapping[str, Iterable[Mapping[str, Any]]], nouns: Iterable[Noun]
) -> dict[str, list[Values]]:
    """By noun; ValueError for a name that nobody knows or a value that is none. A field that an
    earlier version did not have is left out where the tables know what to put there.
    """
    known = {noun.name: noun for noun in nouns}
    if not read.keys() <= known.keys() or len([*read.get(OWNER, ())]) != 1:
        raise ValueError(OWNER)
    rows = {name: [_row(known[name], row) for row in rows] for name, rows in read.items()}
    if any(len({*map(frozenset, found)}) > 1 for found in rows.values()):
        raise ValueError("rows of one noun with other fields")
    Role(str(rows[OWNER][0]["role"]))
    return rows


def _row(noun: Noun, read: Mapping[str, Any]) -> Values:
    fields = {field.name: field for field in noun.fields}
    if not read.keys() <= fields.keys():
        raise ValueError(noun.name)
    return {name: _value(fields[name], value) for name, value in read.items()}


def _value(field: Field, value: object) -> object:
    if any(holds_cpr_number(text) for text in _texts(value)):
        raise InputRefusedError("error.import_cpr")
    return typed(field, value)


def _texts(value: object) -> Iterator[str]:
    """However deep they lie; what the app has made of chance is none."""
    if isinstance(value, str) and not _MADE.fullmatch(value):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
