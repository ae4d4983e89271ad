"""Participants and a class as an encrypted file, and back.

The container is the one of a backup (docs/backup-format.md); in it is one JSON object. Everything
is made anew through the models, so nothing that the app itself would refuse comes in.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from lbp_app.errors import AppError, InputRefusedError
from lbp_app.exchange import participant_report
from lbp_app.exchange.sealed import Cost, seal, unseal
from lbp_app.model.care_plan import Assigner, CarePlan, Issuer
from lbp_app.model.class_group import ClassGroup, Member
from lbp_app.model.colleague import HandedClass, HandedPeople
from lbp_app.model.course import (
    Appointment,
    Attendance,
    Contact,
    Course,
    Setting,
    Slot,
    Timetable,
)
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.exercise import Group, Level
from lbp_app.model.participant import Detail, Participant, ParticipantPlan
from lbp_app.model.participant_report import ParticipantReport, SentReport

FORMAT, VERSION = "rygvej-participants", 1
LARGEST = 20_000_000  # bytes of the content
MOST_PEOPLE = 1000  # over the years of a class
EXTENSION = "lbpkol"
_KEY = re.compile(r"[0-9a-f]{32}", re.ASCII)  # they are kept, and stand in addresses


def locked(handed: HandedPeople, passphrase: str, cost: Cost | None = None) -> bytes:
    said = {"format": FORMAT, "version": VERSION, **_told(handed)}
    content = json.dumps(said, ensure_ascii=False).encode()
    return b"".join(seal([content], passphrase, cost))


def opened(data: bytes, passphrase: str) -> HandedPeople:
    """InputRefusedError and NewerError say why not; nothing of the file is repeated."""
    content = b""
    for part in unseal(BytesIO(data), passphrase):
        content += part
        if len(content) > LARGEST:
            raise InputRefusedError("error.colleague_damaged")
    try:
        return _made(json.loads(content))
    except (AppError, LookupError, TypeError, ValueError, AttributeError, RecursionError):
        raise InputRefusedError("error.colleague_damaged") from None


# --- written ------------------------------------------------------------------------------------


def _told(handed: HandedPeople) -> dict[str, Any]:
    return {
        "people": [_person_told(one) for one in handed.people],
        "plans": [_plan_told(one) for one in handed.plans],
        "reports": [_report_told(one) for one in handed.reports],
        "class": _class_told(handed.class_group) if handed.class_group else None,
    }


def _person_told(one: Participant) -> dict[str, Any]:
    """Without note, tag and box."""
    return {"id": one.id, "name": one.name, "number": one.number} | _written(one)


def _plan_told(one: ParticipantPlan) -> dict[str, Any]:
    plan = one.plan
    return {
        "participant": one.participant,
        "by": plan.issuer.by,
        "name": plan.issuer.name,
        "day": plan.day.isoformat(),
        "levels": [plan.levels[group] for group in Group],
        "why": {str(group.value): said for group, said in plan.why.items()},
        "details": {str(group.value): vars(said) for group, said in one.details.items()},
    } | _written(plan)


def _report_told(one: ParticipantReport) -> dict[str, Any]:
    return {
        "participant": one.participant,
        "id": one.id,
        "sequence": one.sequence,
        "made": one.made.isoformat(),
        "told": one.told,
        "day": one.day.isoformat(),
    } | _written(one)


def _class_told(one: HandedClass) -> dict[str, Any]:
    tables = [
        [table.since.isoformat(), [[slot.weekday, _clock_told(slot.at)] for slot in table.slots]]
        for table in one.course.timetables
    ]
    return {
        "id": one.group.id,
        "name": one.group.name,
        "stations": [group.value for group in one.group.stations],
        "start": one.course.start.isoformat(),
        "place": one.course.place,
        "timetables": tables,
        "members": [
            [each.participant, each.joined.isoformat(), each.left and each.left.isoformat()]
            for each in one.members
        ],
        "appointments": [_appointment_told(each) for each in one.appointments],
        "said": {which: dict(told) for which, told in one.said.items()},
    } | _written(one.group)


def _appointment_told(one: Appointment) -> dict[str, Any]:
    return {
        "id": one.id,
        "contact": one.contact,
        "planned": one.planned.isoformat(),
        "day": one.day.isoformat(),
        "clock": _clock_told(one.clock),
        "cancelled": one.cancelled,
    } | _written(one)


def _written(one: Any) -> dict[str, str]:
    return {"at": one.at.isoformat(), "zone": one.zone}


def _clock_told(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"


# --- read ---------------------------------------------------------------------------------------


def _made(said: Mapping[str, Any]) -> HandedPeople:
    if said["format"] != FORMAT or said["version"] != VERSION:
        raise ValueError
    people = tuple(_person(one) for one in said["people"])
    plans = tuple(_plan(one, at) for at, one in enumerate(said["plans"], 1))
    known = {one.id for one in people}
    if len(known) != len(people) or len(people) > MOST_PEOPLE or not (people or said["class"]):
        raise ValueError
    reports = tuple(_report(one) for one in said.get("reports", ()))  # older files have none
    told_of = {one.participant for one in plans} | {one.participant for one in reports}
    if not told_of <= known:
        raise ValueError
    group = _class(said["class"], known) if said["class"] else None
    return HandedPeople(people, plans, group, reports)


def _person(said: Mapping[str, Any]) -> Participant:
    at, zone = _at(said), _text(said["zone"])
    refuse_cpr_number(said["name"], said["number"])
    name, number = _text(said["name"]), _text(said["number"])
    return Participant(_key(said["id"]), name, number, at.date(), at, zone)


def _plan(said: Mapping[str, Any], number: int) -> ParticipantPlan:
    details = {Group(int(group)): _detail(one) for group, one in said["details"].items()}
    why = {Group(int(group)): _text(one) for group, one in said["why"].items()}
    refuse_cpr_number(*why.values(), said["name"])
    plan = CarePlan(
        id="",
        version=number,
        day=date.fromisoformat(said["day"]),
        at=_at(said),
        zone=_text(said["zone"]),
        issuer=Issuer(Assigner(said["by"]), _text(said["name"])),
        levels={g: Level(at) for g, at in zip(Group, said["levels"], strict=True)},
        why=why,
    )
    return ParticipantPlan(_key(said["participant"]), plan, details)


def _report(said: Mapping[str, Any]) -> ParticipantReport:
    told = participant_report.told_of(said["told"])
    refuse_cpr_number(*told.texts)
    made = date.fromisoformat(said["made"])
    sent = SentReport(said["id"], "", said["sequence"], made, told)
    return ParticipantReport(
        id=_key(sent.id),
        participant=_key(said["participant"]),
        sequence=sent.sequence,
        made=sent.made,
        told=participant_report.plain_told(told),
        day=date.fromisoformat(said["day"]),
        at=_at(said),
        zone=_text(said["zone"]),
    )


def _detail(said: Mapping[str, Any]) -> Detail:
    refuse_cpr_number(said["dose"], said["note"])
    texts = {name: _text(said[name]) for name in ("variation", "dose", "note")}
    return Detail(**texts, left_out=said["left_out"] is True)


def _class(said: Mapping[str, Any], known: set[str]) -> HandedClass:
    group, course = _group(said), _course(said)
    members = tuple(
        Member(group.id, who, date.fromisoformat(joined), left and date.fromisoformat(left))
        for who, joined, left in said["members"]
    )
    if not known.issuperset(one.participant for one in members) or len(members) > MOST_PEOPLE:
        raise ValueError
    came = {
        _text(which): {_key(who): Attendance(one) for who, one in told.items() if who in known}
        for which, told in said["said"].items()
    }
    times = tuple(_appointment(one, group.id) for one in said["appointments"])
    return HandedClass(group, course, members, times, came)


def _group(said: Mapping[str, Any]) -> ClassGroup:
    refuse_cpr_number(said["name"], said["place"])
    stations = tuple(map(Group, said["stations"]))
    key, name, zone = _key(said["id"]), _text(said["name"]), _text(said["zone"])
    return ClassGroup(key, name, stations, _at(said), zone)


def _course(said: Mapping[str, Any]) -> Course:
    tables = tuple(
        Timetable(date.fromisoformat(since), tuple(Slot(day, _clock(at)) for day, at in slots))
        for since, slots in said["timetables"]
    )
    if not tables:
        raise ValueError
    start, place = date.fromisoformat(said["start"]), _text(said["place"])
    at, zone = _at(said), _text(said["zone"])
    return Course(_key(said["id"]), start, Setting.CLASS, tables, place, at, zone)


def _appointment(said: Mapping[str, Any], course: str) -> Appointment:
    return Appointment(
        id=_text(said["id"]),
        course=course,
        contact=Contact(said["contact"]),
        planned=date.fromisoformat(said["planned"]),
        day=date.fromisoformat(said["day"]),
        clock=_clock(said["clock"]),
        at=_at(said),
        zone=_text(said["zone"]),
        cancelled=said["cancelled"] is True,
    )


def _at(said: Mapping[str, Any]) -> datetime:
    at = datetime.fromisoformat(said["at"])
    if at.tzinfo is None:
        raise ValueError
    return at


def _clock(said: str | None) -> time | None:
    return time.fromisoformat(said) if said else None


def _text(said: object) -> str:
    if not isinstance(said, str) or len(said) > 1000 or "\0" in said:
        raise TypeError
    return said.encode().decode()  # refuses half characters


def _key(said: object) -> str:
    if not isinstance(said, str) or not _KEY.fullmatch(said):
        raise TypeError
    return said
