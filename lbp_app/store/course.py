"""Keeps courses, and what was said about single times of them."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from sqlalchemy import Connection

from lbp_app.model.course import (
    Appointment,
    Attendance,
    Contact,
    Course,
    Setting,
    Slot,
    Timetable,
)
from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.session import Session
from lbp_app.store.history import Journal
from lbp_app.store.rows import Rows
from lbp_app.store.session import Database
from lbp_app.store.tables import appointment, course
from lbp_app.store.training import SessionStore

COURSE = "course"


class CourseStore:
    def __init__(
        self, database: Database, person_id: str, clock: Clock, sessions: SessionStore
    ) -> None:
        self._database = database
        self._sessions = sessions
        courses, said = (Journal(person_id, clock, noun) for noun in (COURSE, "appointment"))
        self._courses: Rows[Course] = Rows(course, courses, _course_columns, _course)
        self._said: Rows[Appointment] = Rows(appointment, said, _said_columns, _said, "planned")

    def all(self) -> list[Course]:
        with self._database.reading() as connection:
            return self._courses.all(connection)

    def put(self, course_id: str, kept: Course | None) -> Change:
        """None takes it away; what was said about its times stays for an undo."""
        with self._database.writing() as connection:
            return self._courses.put(connection, course_id, kept)

    def appointments(self) -> list[Appointment]:
        with self._database.reading() as connection:
            return self._said.all(connection)

    def put_appointment(
        self, said_id: str, said: Appointment | None, trained: Mapping[str, Session | None]
    ) -> Change:
        """None: as the timetable has it. With the sessions that come or go with it."""
        with self._database.writing() as connection:
            change = self._said.put(connection, said_id, said)
            for session_id, session in trained.items():
                self._sessions.put_within(connection, session_id, session, because_of=change.id)
            return change

    def put_back(self, change: Change) -> Change:
        with self._database.writing() as connection:
            if change.noun == COURSE:
                return self._courses.put_back(connection, change)
            brought = self._said.journal.brought_along(connection, change)
            made = self._said.put_back(connection, change)
            for session in brought:
                self._sessions.put_back_within(connection, session, because_of=made.id)
            return made

    def put_appointment_within(
        self,
        connection: Connection,
        said_id: str,
        said: Appointment | None,
        because_of: int | None = None,
    ) -> Change:
        return self._said.put(connection, said_id, said, because_of=because_of)

    def empty_within(
        self, connection: Connection, course_id: str, because_of: int | None = None
    ) -> None:
        """Nothing is said about its times any more."""
        for one in self._said.all(connection):
            if one.course == course_id:
                self._said.put(connection, one.id, None, because_of=because_of)

    def put_within(
        self, connection: Connection, course_id: str, kept: Course | None, because_of: int
    ) -> Change:
        """In the transaction of the class that brings it along."""
        return self._courses.put(connection, course_id, kept, because_of=because_of)

    def put_back_within(
        self, connection: Connection, change: Change, because_of: int | None
    ) -> Change:
        rows: Rows[Any] = self._courses if change.noun == COURSE else self._said
        return rows.put_back(connection, change, because_of)


def _course_columns(one: Course) -> dict[str, Any]:
    tables = [
        {
            "since": table.since.isoformat(),
            "slots": [[slot.weekday, clock_text(slot.at)] for slot in table.slots],
        }
        for table in one.timetables
    ]
    return vars(one) | {"timetables": tables}


def _course(row: dict[str, Any]) -> Course:
    tables = tuple(
        Timetable(
            date.fromisoformat(table["since"]),
            tuple(Slot(weekday, clock_of(at)) for weekday, at in table["slots"]),
        )
        for table in row["timetables"]
    )
    return Course(**row | {"setting": Setting(row["setting"]), "timetables": tables})


def _said_columns(one: Appointment) -> dict[str, Any]:
    return vars(one) | {"clock": clock_text(one.clock)}


def _said(row: dict[str, Any]) -> Appointment:
    attendance = Attendance(row["attendance"]) if row["attendance"] else None
    told = {"contact": Contact(row["contact"]), "clock": clock_of(row["clock"])}
    return Appointment(**row | told | {"attendance": attendance})


def clock_text(at: time | None) -> str | None:
    """As "17:30"."""
    return None if at is None else f"{at:%H:%M}"


def clock_of(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
