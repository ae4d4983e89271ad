"""Keeps classes, who takes part in them, and who was there."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from lbp_app.model.class_group import ClassGroup, Member
from lbp_app.model.course import Appointment, Attendance, Course
from lbp_app.model.day import Clock
from lbp_app.model.exercise import Group
from lbp_app.model.history import Change
from lbp_app.store.course import CourseStore
from lbp_app.store.history import Journal, as_json
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import class_attendance, class_member
from lbp_app.store.tables import class_group as table

MEMBER, ATTENDANCE = "class_member", "class_attendance"


class ClassStore:
    """The history of a member or an attendance is kept under the participant."""

    def __init__(
        self, database: Database, person_id: str, clock: Clock, courses: CourseStore
    ) -> None:
        self._database = database
        self._person_id = person_id
        self._courses = courses
        groups = Journal(person_id, clock, "class_group")
        self._groups: Rows[ClassGroup] = Rows(table, groups, _columns, _made)
        self._members = Journal(person_id, clock, MEMBER)
        self._attendance = Journal(person_id, clock, ATTENDANCE)

    def all(self) -> list[ClassGroup]:
        with self._database.reading() as connection:
            return self._groups.all(connection)

    def remove(self, class_id: str) -> Change:
        """With its calendar, who took part and who was there; undoing it brings them all back."""
        with self._database.writing() as connection:
            change = self._groups.put(connection, class_id, None)
            self._courses.put_within(connection, class_id, None, because_of=change.id)
            self._empty_all_within(connection, class_id, change.id)
            return change

    def _empty_all_within(self, connection: Connection, class_id: str, because_of: int) -> None:
        self._courses.empty_within(connection, class_id, because_of)
        self.empty_within(connection, class_id, because_of)

    def put_with_course(
        self,
        kept: ClassGroup,
        course: Course,
        said: Mapping[str, Appointment | None] = MappingProxyType({}),
    ) -> Change:
        """With the calendar and what is said about single times, which undoing it takes along."""
        with self._database.writing() as connection:
            change = self.put_with_course_within(connection, kept, course)
            for which, one in said.items():
                self._courses.put_appointment_within(connection, which, one, change.id)
            return change

    def put_with_course_within(
        self, connection: Connection, kept: ClassGroup, course: Course
    ) -> Change:
        change = self._groups.put(connection, kept.id, kept)
        self._courses.put_within(connection, course.id, course, because_of=change.id)
        return change

    def leave(self, class_id: str) -> Change:
        """A class that a person follows, with its calendar."""
        with self._database.writing() as connection:
            change = self._groups.put(connection, class_id, None)
            self._courses.put_within(connection, class_id, None, because_of=change.id)
            return change

    def empty_within(
        self, connection: Connection, class_id: str, because_of: int | None = None
    ) -> None:
        """Nobody takes part any more, and nobody was there."""
        own = class_member.c.person_id == self._person_id
        rows = select(class_member).where(own, class_member.c.class_group == class_id)
        for row in connection.execute(rows).mappings().all():
            self._put_member(connection, class_id, row["participant"], None, because_of)
        own = class_attendance.c.person_id == self._person_id
        ours = class_attendance.c.occurrence.startswith(f"{class_id}/")
        rows = select(class_attendance).where(own, ours)
        for row in connection.execute(rows).mappings().all():
            self._put_said(connection, row["occurrence"], row["participant"], None, because_of)

    def put_member_within(self, connection: Connection, member: Member) -> Change:
        return self._put_member(connection, member.class_group, member.participant, member)

    def put_said_within(
        self, connection: Connection, occurrence: str, participant: str, said: Attendance
    ) -> Change:
        return self._put_said(connection, occurrence, participant, said)

    def members(self) -> list[Member]:
        with self._database.reading() as connection:
            rows = select(class_member).where(class_member.c.person_id == self._person_id)
            ordered = rows.order_by(class_member.c.class_group, class_member.c.joined)
            return [_member(row) for row in connection.execute(ordered).mappings()]

    def put_member(self, class_id: str, participant: str, member: Member | None) -> Change:
        with self._database.writing() as connection:
            return self._put_member(connection, class_id, participant, member)

    def attendance(self) -> dict[str, dict[str, Attendance]]:
        """By occurrence, then by participant; of whom nothing was said is missing."""
        rows = select(class_attendance).where(class_attendance.c.person_id == self._person_id)
        found: dict[str, dict[str, Attendance]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(rows).mappings():
                told = found.setdefault(row["occurrence"], {})
                told[row["participant"]] = Attendance(row["attendance"])
        return found

    def put_attendance(self, occurrence: str, said: Mapping[str, Attendance | None]) -> Change:
        """All of it is one change: undoing it takes them all back."""
        (participant, first), *others = said.items()
        with self._database.writing() as connection:
            change = self._put_said(connection, occurrence, participant, first)
            for participant, one in others:
                self._put_said(connection, occurrence, participant, one, change.id)
            return change

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            if change.noun == MEMBER:
                return self._put_back_one(connection, change)
            if change.noun == ATTENDANCE:
                return self._put_back_said(connection, change)
            brought = self._groups.journal.brought_along(connection, change)
            made = self._groups.put_back(connection, change)
            for one in brought:
                self._put_back_one(connection, one, made.id)
            if change.old is None:  # it was just begun
                self._empty_all_within(connection, change.key, made.id)
            return made

    def _put_back_one(
        self, connection: Connection, change: Change, because_of: int | None = None
    ) -> Change:
        """One that stands alone, or was brought along by a class."""
        key = change.field, change.key
        if change.noun == MEMBER:
            member = _told(*key, self._members.newest(connection, change).old)
            return self._put_member(connection, *key, member, because_of)
        if change.noun == ATTENDANCE:
            said = _said(self._attendance.newest(connection, change).old)
            return self._put_said(connection, *key, said, because_of)
        return self._courses.put_back_within(connection, change, because_of)

    def _put_back_said(self, connection: Connection, change: Change) -> Change:
        brought = self._attendance.brought_along(connection, change)
        first, *others = [self._attendance.newest(connection, one) for one in (change, *brought)]
        made = self._put_said(connection, first.field, first.key, _said(first.old))
        for one in others:
            self._put_said(connection, one.field, one.key, _said(one.old), made.id)
        return made

    def _put_member(
        self,
        connection: Connection,
        class_id: str,
        participant: str,
        member: Member | None,
        because_of: int | None = None,
    ) -> Change:
        key = {"class_group": class_id, "participant": participant}
        row = _dates(member) if member else None
        before = self._replace(connection, class_member, key, row)
        old = before and {name: as_json(before[name]) for name in ("joined", "left")}
        new = row and {name: as_json(value) for name, value in row.items()}
        return self._members.write(connection, participant, class_id, old, new, because_of)

    def _put_said(
        self,
        connection: Connection,
        occurrence: str,
        participant: str,
        said: Attendance | None,
        because_of: int | None = None,
    ) -> Change:
        key = {"occurrence": occurrence, "participant": participant}
        row = None if said is None else {"attendance": said.value}
        before = self._replace(connection, class_attendance, key, row)
        old = before["attendance"] if before else None
        return self._attendance.write(connection, participant, occurrence, old, said, because_of)

    def _replace(
        self, connection: Connection, where: Table, key: dict[str, str], row: dict[str, Any] | None
    ) -> Mapping[str, Any] | None:
        """What stood there."""
        own = {"person_id": self._person_id} | key
        this = [where.c[name] == value for name, value in own.items()]
        before = connection.execute(select(where).where(*this)).mappings().first()
        connection.execute(delete(where).where(*this))
        if row is not None:
            connection.execute(insert(where).values(own | row))
        return dict(before) if before else None


def _dates(member: Member) -> dict[str, Any]:
    return {"joined": member.joined, "left": member.left}


def _member(row: Any) -> Member:
    return Member(row["class_group"], row["participant"], row["joined"], row["left"])


def _told(class_id: str, participant: str, old: Any) -> Member | None:
    if old is None:
        return None
    left = date.fromisoformat(old["left"]) if old["left"] else None
    return Member(class_id, participant, date.fromisoformat(old["joined"]), left)


def _said(old: Any) -> Attendance | None:
    return None if old is None else Attendance(old)


def _columns(one: ClassGroup) -> dict[str, Any]:
    return vars(one) | {"stations": [group.value for group in one.stations]}


def _made(row: dict[str, Any]) -> ClassGroup:
    return ClassGroup(**row | {"stations": tuple(map(Group, row["stations"]))})
