"""A person follows a course: sets it up, says what became of its times, pauses it and goes on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import uuid4

from lbp_app.actions import offer
from lbp_app.actions import pause as pausing
from lbp_app.actions.class_training import trained_at
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.class_group import ClassGroup
from lbp_app.model.course import (
    AHEAD,
    LONG_AGO,
    MEETS,
    Appointment,
    Attendance,
    Contact,
    Course,
    Occurrence,
    Setting,
    Slot,
    Timetable,
    current,
)
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause, Paused, PausedBy, paused
from lbp_app.model.player import Running
from lbp_app.model.session import SessionKind
from lbp_app.model.text import tidy
from lbp_app.rules import course as rules
from lbp_app.services import Services

ASKED_WITHIN = 7  # days after a class within which Today asks how it went


@dataclass(frozen=True)
class CourseNow:
    """`next` None: everything is behind, or the course is paused. `group` is the class that is
    followed; of one that the person set up themself only the times are known.
    """

    course: Course
    road: tuple[Occurrence, ...]
    pause: Pause | None
    today: date
    group: ClassGroup | None = None

    @property
    def next(self) -> Occurrence | None:
        return None if self.pause else rules.upcoming(self.road, self.today)

    @property
    def week(self) -> int | None:
        return rules.week(self.road, self.today)

    @property
    def this_week(self) -> tuple[Occurrence, ...]:
        return rules.of_week(self.road, self.today)

    @property
    def meetings(self) -> tuple[Occurrence, ...]:
        """The times that are held at which a class meets."""
        return tuple(one for one in self.road if one.held and one.contact in MEETS)

    def at(self, which: str) -> Occurrence | None:
        """By the part of its id that names it within the course, such as "class-2026-10-13"."""
        return self.occurrence(f"{self.course.id}/{which}")

    def occurrence(self, occurrence_id: str) -> Occurrence | None:
        return next((one for one in self.road if one.id == occurrence_id), None)


def course_now(services: Services) -> CourseNow | None:
    """The course that began last, as it stands today."""
    course = current(services.courses.all())
    return None if course is None else _as_it_stands(services, course)


def _as_it_stands(services: Services, course: Course, leave_out: str = "") -> CourseNow:
    """A class that is followed meets during a pause too. `leave_out` is a time of which nothing is
    taken to have been said.
    """
    today, pauses = services.clock.today(), services.pauses.all()
    group = _group_of(services, course)
    said = [one for one in services.courses.appointments() if one.id != leave_out]
    road = rules.road(course, said, () if group else pauses, today, services.is_holiday)
    trained = rules.with_training(road, course.setting, services.sessions.all())
    return CourseNow(course, trained, paused(pauses, Paused.COURSE, today), today, group)


def _group_of(services: Services, course: Course) -> ClassGroup | None:
    return next((one for one in services.classes.all() if one.id == course.id), None)


def preview(
    services: Services, setting: Setting, start: date, slots: Sequence[Slot], new: bool
) -> tuple[Occurrence, ...]:
    """What `set_up` would make, or `change_course` with all that was said and held before; refused
    as they refuse it.
    """
    made = planned(services, setting, start, slots, "")
    if not new:
        return _as_it_stands(services, following(services, _current(services), made)).road
    return rules.road(made, (), (), services.clock.today(), services.is_holiday)


def set_up(
    services: Services, setting: Setting, start: date, slots: Sequence[Slot], place: str = ""
) -> Change:
    """Refused where it is the one that is followed: another tab has set it up."""
    course = planned(services, setting, start, slots, place)
    if _is_same(course, current(services.courses.all())):
        raise AnswerRefusedError("error.course_known")
    return services.courses.put(course.id, course)


def _is_same(made: Course, known: Course | None) -> bool:
    same = known and replace(known, id=made.id, at=made.at, zone=made.zone)
    return made == same


def change_course(
    services: Services, setting: Setting, start: date, slots: Sequence[Slot], place: str = ""
) -> Change:
    """Other weekdays or times hold from today on; what was lies where it lay."""
    before = _current(services)
    made = planned(services, setting, start, slots, place)
    return services.courses.put(before.id, following(services, before, made))


def remove_course(services: Services) -> Change:
    """The one before it, where there is one, is followed again."""
    course = _current(services)
    if _group_of(services, course):
        return services.classes.leave(course.id)
    return services.courses.put(course.id, None)


def planned(
    services: Services, setting: Setting, start: date, slots: Sequence[Slot], place: str
) -> Course:
    """Not kept yet."""
    refuse_cpr_number(place)
    today = services.clock.today()
    if not today - LONG_AGO <= start <= today + AHEAD:
        raise AnswerRefusedError("error.course_start")
    table = Timetable(start, tuple(sorted(slots, key=lambda slot: slot.weekday)))
    at, zone = services.clock.now(), services.clock.zone_name()
    return Course(uuid4().hex, start, setting, (table,), tidy(place), at, zone)


def following(services: Services, before: Course, made: Course) -> Course:
    """As it was made, in the place of the one before."""
    return replace(made, id=before.id, timetables=_timetables(services, before, made))


def _timetables(services: Services, before: Course, made: Course) -> tuple[Timetable, ...]:
    if made.slots == before.slots:
        return before.timetables
    today = services.clock.today()
    if before.start >= today:
        return made.timetables
    kept = [one for one in before.timetables if one.since < today]
    return (*kept, Timetable(today, made.slots))


def _current(services: Services) -> Course:
    course = current(services.courses.all())
    if course is None:
        raise AnswerRefusedError("error.course_none")
    return course


# --- one of its times ---------------------------------------------------------------------------


def say_attendance(services: Services, occurrence_id: str, attendance: Attendance | None) -> Change:
    """None takes it back. Only an excuse can be said before the day has come."""
    said = _appointment(services, occurrence_id)
    if attendance not in (None, Attendance.EXCUSED):
        services.clock.refuse_future(said.day)
    return _put(services, replace(said, attendance=attendance))


def move(services: Services, occurrence_id: str, day: date, clock: time | None) -> Change:
    """To another day or time; it is held then, also if it was cancelled or a holiday. What was said
    stays where it can still be so.
    """
    said = _appointment(services, occurrence_id)
    today = services.clock.today()
    if not today - LONG_AGO <= day <= today + AHEAD:
        raise AnswerRefusedError("error.course_move")
    moved = replace(said, day=day, clock=clock, cancelled=False)
    if day > today:
        moved = replace(moved, attendance=None, session=None)
    elif said.attendance is Attendance.EXCUSED:
        moved = replace(moved, attendance=None)
    return _put(services, moved)


def cancel(services: Services, occurrence_id: str) -> Change:
    """A class that is cancelled is made up for at the end."""
    said = replace(_appointment(services, occurrence_id), cancelled=True, attendance=None)
    return _put(services, said)


def as_planned(services: Services, occurrence_id: str) -> Change:
    """Takes back everything that was said about it; refused where the timetable, which fills up to
    sixteen, has no place for it any more.
    """
    said = replace(_appointment(services, occurrence_id), attendance=None)
    if not _has_place(services, said):
        raise AnswerRefusedError("error.appointment_full")
    return services.courses.put_appointment(said.id, None, trained_at(services, said))


def answer_of(services: Services, occurrence_id: str) -> Attendance | None:
    """What the person said themself, whatever was trained."""
    kept = services.courses.appointments()
    return next((one.attendance for one in kept if one.id == occurrence_id), None)


def is_made_up_for(services: Services, one: Occurrence) -> bool:
    """Its home twin was trained, which nothing that is said makes undone."""
    twin = services.sessions.get(one.session) if one.session else None
    return twin is not None and bool(twin.done)


def begin_home_twin(services: Services, occurrence_id: str) -> Running:
    """The stations of the class at the person's own levels; once done, it is made up for."""
    said = _appointment(services, occurrence_id)
    running = offer.start(services, offer.offer(services, SessionKind.CLASS))
    kept = _now(services, replace(said, session=running.id))
    services.courses.put_appointment(said.id, kept, {})
    return running


def _occurrence(services: Services, occurrence_id: str) -> Occurrence:
    """Of the course that it names, which need not be the current one."""
    course_id = occurrence_id.partition("/")[0]
    course = next((one for one in services.courses.all() if one.id == course_id), None)
    found = _as_it_stands(services, course).occurrence(occurrence_id) if course else None
    if found is None:
        raise AnswerRefusedError("error.appointment_none")
    return found


def _appointment(services: Services, occurrence_id: str) -> Appointment:
    """As it was said last, or as the road has it."""
    one = _occurrence(services, occurrence_id)
    kept = services.courses.appointments()
    found = next((said for said in kept if said.id == one.id), None)
    if found is not None:
        return found
    course, now = one.id.partition("/")[0], services.clock.now()
    zone = services.clock.zone_name()
    return Appointment(one.id, course, one.contact, one.planned, one.day, one.clock, now, zone)


def _put(services: Services, said: Appointment) -> Change:
    """Nothing is kept of one of which nothing is said any more, and which stays all the same."""
    nothing = said.attendance is None and said.session is None and _is_as_planned(services, said)
    kept = None if nothing and _has_place(services, said) else _now(services, said)
    return services.courses.put_appointment(said.id, kept, trained_at(services, said))


def _has_place(services: Services, said: Appointment) -> bool:
    """The timetable brings it along by itself."""
    course = next(one for one in services.courses.all() if one.id == said.course)
    return _as_it_stands(services, course, said.id).occurrence(said.id) is not None


def _is_as_planned(services: Services, said: Appointment) -> bool:
    course = next(one for one in services.courses.all() if one.id == said.course)
    slot = course.slot_on(said.planned) if said.contact in MEETS else None
    when = (said.day, said.clock, said.cancelled)
    as_planned = (said.planned, slot.at if slot else None, False)
    return when == as_planned and not (slot and services.is_holiday(said.planned))


def _now(services: Services, said: Appointment) -> Appointment:
    return replace(said, at=services.clock.now(), zone=services.clock.zone_name())


# --- the whole of it ----------------------------------------------------------------------------


def pause_course(services: Services) -> Change:
    """From today on, until the person goes on; the rest of the road waits. Refused while it holds
    already.
    """
    if _holding(services):
        raise AnswerRefusedError("error.course_paused")
    return pausing.pause(services, Paused.COURSE, PausedBy.PERSON)


def resume_course(services: Services) -> Change:
    """Today is the first day again. Two devices that were put together may have paused it twice."""
    holding = _holding(services)
    if not holding:
        raise AnswerRefusedError("error.pause_none")
    return [pausing.lift(services, one.id) for one in holding][-1]


def _holding(services: Services) -> list[Pause]:
    today = services.clock.today()
    running = (one for one in services.pauses.all() if one.what is Paused.COURSE)
    return [one for one in running if one.holds(Paused.COURSE, today)]


# --- today --------------------------------------------------------------------------------------


def asked_about(services: Services, now: CourseNow) -> Occurrence | None:
    """The newest time that is over and of which nothing was said, for a few days."""
    clock, zone = services.clock, now.course.zone_for(services.clock.zone())
    over = [
        one
        for one in now.road
        if one.held
        and one.attendance is None
        and one.contact is not Contact.FOLLOW_UP
        and one.is_over(clock.now(), now.today, zone)
        and (now.today - one.day).days <= ASKED_WITHIN
    ]
    return over[-1] if over else None


def follow_up_since(now: CourseNow | None) -> date | None:
    """The day of the newest follow-up at 3, 6 or 12 months that has come."""
    return None if now is None else rules.follow_up_since(now.road, now.today)
