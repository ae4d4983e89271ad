"""Leaves out what Flet 1.0.5 does for nothing; what is drawn and what is sent stay the same.

Measured before: opening ten years of Udvikling wrote 16 MB of text for a log line that nobody
reads (1.6 s), and each comparing looked into all of the fifty or so properties of every control,
of which five are set.
"""

# mypy: no-disallow-untyped-calls

import dataclasses
from types import NoneType, SimpleNamespace
from typing import Any, cast

from flet.controls import base_control, object_patch
from flet.controls.object_patch import DiffBuilder
from flet.messaging.protocol import Message
from flet.utils.validation import validate

Fields = tuple["dataclasses.Field[Any]", ...]
PLAIN = frozenset((NoneType, bool, int, float, str))  # types that hold nothing

_flet_compare = DiffBuilder._compare_values


def begin() -> None:
    """In this process, from now on."""
    ours = SimpleNamespace(is_dataclass=_is_dataclass, fields=_fields_in_use)
    _replace(_said, ours, _compare, _validate)


def end() -> None:
    """Flet's own ways again."""
    _replace(object.__str__, dataclasses, _flet_compare, validate)


def _replace(said: Any, looking: Any, compare: Any, validating: Any) -> None:
    cast(Any, Message).__str__ = said
    cast(Any, object_patch).dataclasses = looking
    cast(Any, DiffBuilder)._compare_values = compare
    cast(Any, base_control).validate = validating


def _said(message: Message) -> str:
    """Flet's server puts each message into a log line, with every control in it, even when nothing
    is logged.
    """
    return message.action.name


def _is_dataclass(given: object) -> bool:
    return hasattr(type(given), "__dataclass_fields__")


def _fields_in_use(item: Any) -> Fields:
    """Of Flet's own kinds those that were just changed or hold something: Flet asks for the fields
    to look at the changed, and for controls further down.
    """
    if not hasattr(item, "_values"):
        return dataclasses.fields(item)
    held = {name: getattr(item, name) for name in item._structural_fields} | item._values
    holding = (name for name, value in held.items() if type(value) not in PLAIN)
    names = dict.fromkeys((*item._dirty, *holding))
    return tuple(item.__dataclass_fields__[name] for name in names)


def _compare(
    self: DiffBuilder, parent: Any, path: list[Any], key: Any, src: Any, dst: Any, frozen: bool
) -> None:
    if src is dst and type(src) in PLAIN:
        return
    _flet_compare(self, parent, path, key, src, dst, frozen)


def _validate(control: Any, **how: Any) -> None:
    """Flet gives each control a set for the errors already told of; nearly all stay empty."""
    try:
        validate(control)
    except ValueError:
        validate(control, **how)
