"""Rules of reminders as JSON. What does not fit is an InputRefusedError."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any, TypeVar

from lbp_app.errors import AnswerRefusedError, InputRefusedError
from lbp_app.exchange.json_reading import read_json
from lbp_app.model.recurrence import FLOATING, Away, Occurrence, Plan, Quiet, Rule, zone_named

T = TypeVar("T")
LARGEST = 1_000_000  # bytes
TOP = frozenset(["rules", "quiet", "paused"])
NEEDED = frozenset(["id", "what", "times", "start", "zone"])
FIELDS = NEEDED | {"until", "weekdays", "every_days"}
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

IN_RULE = {  # what a rule is refused for, said of one in a file
    "error.reminder_times": "error.reminder_times_in",
    "error.reminder_days": "error.reminder_days_in",
    "error.reminder_order": "error.reminder_order_in",
}


def read_plan(data: bytes) -> Plan:
    if len(data) > LARGEST:
        raise InputRefusedError("error.rules_large")
    read = read_json(data)
    if not isinstance(read, dict) or not isinstance(read.get("rules"), list):
        raise InputRefusedError("error.rules_shape")
    if not read.keys() <= TOP:
        raise InputRefusedError("error.rules_name")
    rules = tuple(_rule(said, at) for at, said in enumerate(read["rules"], 1))
    if len({rule.id for rule in rules}) < len(rules):
        raise InputRefusedError("error.rules_twice")
    quiet, paused = read.get("quiet"), read.get("paused")
    return Plan(
        rules,
        None if quiet is None else _fitting("error.rules_quiet", _quiet, quiet),
        () if paused is None else _fitting("error.rules_paused", _paused, paused),
    )


def read_day(text: str) -> date:
    """As YYYY-MM-DD."""
    return _fitting("error.rules_from_to", _day, text)


def occurrence_json(one: Occurrence) -> str:
    return json.dumps({"id": one.id, "at": one.at.isoformat()}, ensure_ascii=False)


def _rule(said: Any, at: int) -> Rule:
    """The rule number `at`."""
    if not isinstance(said, dict):
        raise InputRefusedError("error.rules_rule", number=at)
    if not said.keys() <= FIELDS:
        raise InputRefusedError("error.rules_field", number=at)
    missing = sorted(NEEDED - said.keys())
    if missing:
        raise InputRefusedError("error.rules_missing", number=at, field=missing[0])
    try:
        return Rule(**{field: _value(field, value, at) for field, value in said.items()})
    except AnswerRefusedError as error:
        raise InputRefusedError(IN_RULE[error.key], number=at) from None


def _value(field: str, said: Any, at: int) -> Any:
    if said is None and field not in NEEDED:
        return None
    return _fitting("error.rules_value", READERS[field], said, number=at, field=field)


def _fitting(key: str, read: Callable[[Any], T], said: Any, **values: object) -> T:
    try:
        return read(said)
    except (ValueError, TypeError, AnswerRefusedError):
        raise InputRefusedError(key, **values) from None


def _text(said: Any) -> str:
    """A name that can be shown and sent on; raises ValueError."""
    if not isinstance(said, str) or not said.strip():
        raise ValueError
    said.encode()  # half a character is none
    return said


def _times(said: Any) -> tuple[time, ...]:
    return tuple(map(_time, _list(said)))


def _time(said: Any) -> time:
    if not _TIME.fullmatch(said):
        raise ValueError
    return time.fromisoformat(said)


def _day(said: Any) -> date:
    if not _DAY.fullmatch(said):
        raise ValueError
    return datetime.strptime(said, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone


def _weekdays(said: Any) -> frozenset[int]:
    return frozenset(map(_whole, _list(said)))


def _whole(said: Any) -> int:
    if type(said) is not int:  # true is no number here
        raise ValueError
    return said


def _zone(said: Any) -> str:
    if said != FLOATING:
        zone_named(_text(said))
    return str(said)


def _quiet(said: Any) -> Quiet:
    start, end = map(_time, _list(said))
    return Quiet(start, end)


def _paused(said: Any) -> tuple[Away, ...]:
    return tuple(Away(*map(_day, _two(_list(each)))) for each in _list(said))


def _two(said: Iterable[Any]) -> Iterable[Any]:
    first, last = said
    return first, last


def _list(said: Any) -> list[Any]:
    if not isinstance(said, list):
        raise ValueError
    return said


READERS: dict[str, Callable[[Any], Any]] = {
    "id": _text,
    "what": _text,
    "times": _times,
    "start": _day,
    "until": _day,
    "weekdays": _weekdays,
    "every_days": _whole,
    "zone": _zone,
}
