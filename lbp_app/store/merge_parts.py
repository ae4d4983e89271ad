"""What of a row is said for itself: two devices may have said different parts of one row.

A part is named as the field of the history that tells of it. WHOLE is the rest of the row.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from lbp_app.model.diary import Scale
from lbp_app.store.rows import WHOLE

Row = Mapping[str, Any]  # as it is stored
Parts = dict[str, Any]


class Apart(NamedTuple):
    """`together` takes what `apart` gave; None is no row."""

    apart: Callable[[Row], Parts]
    together: Callable[[Parts], Row | None]


def apart_for(table: str) -> Apart:
    return _APART.get(table, _WHOLE)


def has_parts(table: str) -> bool:
    return table in _APART


def _columns(*names: str) -> Apart:
    """Some columns are said for themselves."""

    def apart(row: Row) -> Parts:
        return {WHOLE: _but(row, names)} | {name: row[name] for name in names}

    def together(parts: Parts) -> Row | None:
        whole = parts.pop(WHOLE, None)
        return None if whole is None else {**whole, **parts}

    return Apart(apart, together)


def _but(row: Row, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


# --- a day's answers -----------------------------------------------------------------------------

_LEG, _SIDE, _SKIPPED = Scale.LEG.value, "leg_side", "skipped"
_QUESTIONS = (*(scale.value for scale in Scale), "feeling")


def _day_apart(row: Row) -> Parts:
    """An answer with whether it was passed by; the side goes with the leg."""
    passed = row[_SKIPPED].split(",")
    parts: Parts = {name: (row[name], name in passed) for name in _QUESTIONS}
    parts[_LEG] = (*parts[_LEG], row[_SIDE])
    return parts | {"note": row["note"], WHOLE: _but(row, (*_QUESTIONS, _SIDE, _SKIPPED, "note"))}


def _day_together(parts: Parts) -> Row | None:
    if WHOLE not in parts:
        return None
    said = {name: parts[name] for name in _QUESTIONS}
    passed = sorted(name for name, (_, by, *_) in said.items() if by)
    answers = {name: answer for name, (answer, *_) in said.items()}
    told = {_SIDE: said[_LEG][2], _SKIPPED: ",".join(passed), "note": parts["note"]}
    return {**parts[WHOLE], **answers, **told}


# --- a training ----------------------------------------------------------------------------------

_ITEMS, _AFTER, _REFLECTION = "items", ("after", "after_at"), "reflection"


def _session_apart(row: Row) -> Parts:
    items = json.loads(row[_ITEMS])
    said = {f"{at}/{name}": value for at, one in enumerate(items) for name, value in one.items()}
    after = tuple(row[name] for name in _AFTER)
    whole = _but(row, (*_AFTER, _REFLECTION, _ITEMS)) | {"length": len(items)}
    return {WHOLE: whole, "after": after, _REFLECTION: row[_REFLECTION], **said}


def _session_together(parts: Parts) -> Row | None:
    if WHOLE not in parts:
        return None
    whole = dict(parts[WHOLE])
    items: list[dict[str, Any]] = [{} for _ in range(whole.pop("length"))]
    for part, value in parts.items():
        at, slash, name = part.partition("/")
        if slash and int(at) < len(items):
            items[int(at)][name] = value
    after = dict(zip(_AFTER, parts["after"], strict=True))
    rest = {_REFLECTION: parts[_REFLECTION], _ITEMS: _json(items)}
    return {**whole, **after, **rest}


# --- a scale -------------------------------------------------------------------------------------


def _balance_apart(row: Row) -> Parts:
    things = {f"thing/{one['id']}": one for one in json.loads(row["things"])}
    step = json.loads(row["step"])
    kept = {"step": step} if step is not None else {}
    return {WHOLE: _but(row, ("things", "step")), **things, **kept}


def _balance_together(parts: Parts) -> Row | None:
    things = [value for part, value in parts.items() if part.startswith("thing/")]
    step = parts.get("step")
    if WHOLE not in parts or not (things or step):
        return None
    return {**parts[WHOLE], "things": _json(things), "step": _json(step)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_WHOLE = Apart(lambda row: {WHOLE: row}, lambda parts: parts.get(WHOLE))
_PROFILE = ("first_name", "birth_year", "sex", "region", "doctor_name", "doctor_phone")
_APART = {
    "check_in": Apart(_day_apart, _day_together),
    "session": Apart(_session_apart, _session_together),
    "balance": Apart(_balance_apart, _balance_together),
    "person": _columns(*_PROFILE, "welcomed_at"),
    "doctor_card": _columns("text", "chosen"),
    "reading": _columns("finished_on", "saved"),
}
