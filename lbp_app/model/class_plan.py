"""A class as it hangs on the wall: when it meets, where, and what is trained. Nobody is in it."""

from dataclasses import dataclass
from datetime import date, datetime

from lbp_app.model.class_group import ClassGroup
from lbp_app.model.course import Appointment, Course
from lbp_app.model.pairing import CLOCKS_DIFFER
from lbp_app.model.prescription import Refusal, refuse

MOST_SAID = 64  # moved and cancelled times that one plan holds
MOST_TIMETABLES = 16


@dataclass(frozen=True)
class ClassPlan:
    """`group` and `course` have one id and were changed last at one instant. `said` has what
    became of single times, without anybody's attendance.
    """

    group: ClassGroup
    course: Course
    said: tuple[Appointment, ...]

    @property
    def changed(self) -> datetime:
        return self.group.at

    def says_as(self, other: "ClassPlan") -> bool:
        """Whatever it was changed for in between."""
        return _said(self) == _said(other)


def judged(
    plan: ClassPlan, followed: ClassPlan | None, last: date, today: date, now: datetime
) -> None:
    """PlanRefusedError says why it may not be followed. `followed` is how the person has the same
    class already, `last` the day on which it meets for the last time.
    """
    if plan.changed > now + CLOCKS_DIFFER:
        refuse(Refusal.NOT_YET)
    if followed and plan.says_as(followed):
        refuse(Refusal.CLASS_SAME)
    if followed and plan.changed < followed.changed:
        refuse(Refusal.CLASS_OLDER)
    if last < today:
        refuse(Refusal.CLASS_OVER)


def _said(plan: ClassPlan) -> tuple[object, ...]:
    group, course = plan.group, plan.course
    times = frozenset((one.id, one.day, one.clock, one.cancelled) for one in plan.said)
    place = (group.name, group.stations, course.place)
    return (*place, course.start, course.timetables, times)
