"""A class as text, for a QR code on the wall. docs/exchange-format.md has the bytes.

It is not signed: anybody can write one, so the app shows all of it and asks. The check at its end
finds what was damaged on the way.
"""

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from lbp_app.errors import AnswerRefusedError
from lbp_app.exchange import base45, cbor, envelope, typed_code
from lbp_app.exchange.prescription import NAME as PLAN
from lbp_app.model.class_group import ClassGroup
from lbp_app.model.class_plan import MOST_SAID, MOST_TIMETABLES, ClassPlan
from lbp_app.model.course import (
    EDUCATIONS,
    ZONE,
    Appointment,
    Contact,
    Course,
    Setting,
    Slot,
    Timetable,
    occurrence_id,
)
from lbp_app.model.exercise import Group
from lbp_app.model.prescription import PlanRefusedError, Refusal, refuse
from lbp_app.model.text import legible

NAME = "LBPC1:"
ID, CHANGED, CALLED, PLACE, START, TABLES, STATIONS, SAID = KEYS = range(1, 9)
CHECK = 4  # bytes
ID_SIZE = 16  # bytes
LAST_SECOND = 253_402_300_799  # of the year 9999
FARTHEST = 1200  # days from the start
_EPOCH = date(1970, 1, 1)
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)


def text_of(plan: ClassPlan) -> str:
    said = cbor.written(_content(plan))
    return NAME + base45.encode(said + _check(said))


def read(text: str) -> ClassPlan:
    """Whatever came: PlanRefusedError says why it is no class."""
    bare = envelope.tidied(text)
    if bare.startswith(PLAN) or _is_typed_plan(bare):
        refuse(Refusal.NO_CLASS)
    data = envelope.content_of(NAME, bare)
    said, check = data[:-CHECK], data[-CHECK:]
    if not said or check != _check(said):
        refuse(Refusal.TAMPERED)
    try:
        return _plan(cbor.read(said))
    except PlanRefusedError:
        raise
    except (AnswerRefusedError, ValueError, OverflowError):
        refuse(Refusal.OUT_OF_BOUNDS)


def _check(said: bytes) -> bytes:
    return hashlib.sha256(f"rygvej {NAME}\0".encode() + said).digest()[:CHECK]


def _is_typed_plan(text: str) -> bool:
    try:
        typed_code.levels_in(text)
    except PlanRefusedError:
        return False
    return True


# --- written ------------------------------------------------------------------------------------


def _content(plan: ClassPlan) -> dict[int, Any]:
    course = plan.course
    return {
        ID: bytes.fromhex(plan.group.id),
        CHANGED: int(plan.changed.timestamp()),
        CALLED: legible(plan.group.name),
        PLACE: legible(course.place),
        START: (course.start - _EPOCH).days,
        TABLES: [_table_told(course, one) for one in course.timetables],
        STATIONS: bytes(group.value for group in plan.group.stations),
        SAID: [_time_told(course, one) for one in plan.said],
    }


def _table_told(course: Course, one: Timetable) -> list[int | None]:
    first, second = one.slots
    days = (one.since - course.start).days
    return [days, first.weekday, _minutes(first.at), second.weekday, _minutes(second.at)]


def _time_told(course: Course, one: Appointment) -> list[int | None]:
    """Which, as `_which`; its day by the timetable, counted from the start; by how many days it
    was moved, and to what time; 1 when it is cancelled.
    """
    planned, by = (one.planned - course.start).days, (one.day - one.planned).days
    return [_which(one), planned, by, _minutes(one.clock), int(one.cancelled)]


def _which(one: Appointment) -> int:
    """0 for a class, else the number of the hour of education."""
    return 0 if one.contact is Contact.CLASS else int(one.id.rpartition("-")[2])


def _minutes(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute


# --- read ---------------------------------------------------------------------------------------


def _plan(content: dict[int, Any]) -> ClassPlan:
    if content.keys() != set(KEYS):
        raise ValueError
    changed = _BEGINNING + timedelta(seconds=_whole(content[CHANGED], 0, LAST_SECOND))
    key, name = _key(content[ID]), _text(content[CALLED])
    zone = ZONE.key
    start = _EPOCH + _whole(content[START], 0, 3_000_000) * _DAY
    tables = tuple(_table(start, one) for one in _list(content[TABLES], MOST_TIMETABLES))
    if not tables or tables[0].since != start or list(tables) != _in_order(tables):
        raise ValueError
    course = Course(key, start, Setting.CLASS, tables, _text(content[PLACE]), changed, zone)
    said = tuple(_time(course, one) for one in _list(content[SAID], MOST_SAID))
    if len({one.id for one in said}) != len(said):
        raise ValueError
    stations = content[STATIONS]
    if not isinstance(stations, bytes):
        raise ValueError
    return ClassPlan(
        ClassGroup(key, name, tuple(map(Group, stations)), changed, zone), course, said
    )


def _table(start: date, said: object) -> Timetable:
    since, first, at, second, then = _list(said, 5, 5)
    slots = (Slot(_whole(first, 0, 6), _clock(at)), Slot(_whole(second, 0, 6), _clock(then)))
    return Timetable(start + _whole(since, 0, FARTHEST) * _DAY, slots)


def _in_order(tables: tuple[Timetable, ...]) -> list[Timetable]:
    """By their days, of which each has one."""
    return [one for _, one in sorted({one.since: one for one in tables}.items())]


def _time(course: Course, said: object) -> Appointment:
    which, planned, by, clock, cancelled = _list(said, 5, 5)
    number = _whole(which, 0, EDUCATIONS)
    day = course.start + _whole(planned, 0, FARTHEST) * _DAY
    contact = Contact.EDUCATION if number else Contact.CLASS
    return Appointment(
        id=occurrence_id(course.id, contact, number or day),
        course=course.id,
        contact=contact,
        planned=day,
        day=day + _whole(by, -FARTHEST, FARTHEST) * _DAY,
        clock=_clock(clock),
        at=course.at,
        zone=course.zone,
        cancelled=bool(_whole(cancelled, 0, 1)),
    )


def _key(said: object) -> str:
    if not isinstance(said, bytes) or len(said) != ID_SIZE:
        raise ValueError
    return said.hex()


def _text(said: object) -> str:
    if not isinstance(said, str) or said != legible(said):
        raise ValueError
    return said


def _list(said: object, most: int, fewest: int = 0) -> list[Any]:
    if not isinstance(said, list) or not fewest <= len(said) <= most:
        raise ValueError
    return said


def _whole(said: object, least: int, most: int) -> int:
    if type(said) is not int or not least <= said <= most:
        raise ValueError
    return said


def _clock(said: object) -> time | None:
    return None if said is None else time(*divmod(_whole(said, 0, 24 * 60 - 1), 60))
