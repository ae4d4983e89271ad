"""How a demo person follows a course: most classes taken part in, a few made up for or missed."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import TypeVar

from lbp_app.actions import course, goal, home_test
from lbp_app.demo.people import GOALS, PLACE
from lbp_app.demo.training import At
from lbp_app.model.course import Attendance, Contact, Occurrence, Setting, Slot
from lbp_app.model.home_test import HomeTest
from lbp_app.services import Services

T = TypeVar("T")

_ENOUGH = 28  # days
_EVENING, _HOME_AGAIN, _NIGHT = time(17, 0), time(18, 20), time(23, 0)
_SLOTS = (Slot(0, _EVENING), Slot(2, _EVENING))  # other days than those of training at home
_FIRST_DAY = 3  # Thursday
_BECAME = {  # by number of the class; the others were attended
    4: Attendance.AT_HOME,
    8: Attendance.EXCUSED,
    10: Attendance.MISSED,
}
_CANCELLED = 6
_TESTS = {HomeTest.EXTENSOR_HOLD: 48, HomeTest.FLEXOR_HOLD: 31, HomeTest.FORWARD_BEND: 18}
_AGAIN = {HomeTest.CHAIR_STANDS: 12, HomeTest.FORWARD_BEND: 11}
_WENT, _WENT_LATER = (3, 4), (5, 4)  # the two goals


def follow(at: At, days: list[date]) -> None:
    """A course that began in the first week; too few days have none."""
    if len(days) < _ENOUGH:
        return
    start = next(day for day in days[3:] if day.weekday() == _FIRST_DAY)
    before = at(start - timedelta(days=2), time(19, 30))
    course.set_up(before, Setting.CLASS, start, _SLOTS, _said(before, PLACE))
    _begin(at(start, time(14, 10)))
    _attend(at, days[-1])
    then = at(days[-1] - timedelta(days=9), time(20, 40))
    for test, value in _AGAIN.items():
        home_test.note_result(then, test, value)


def _begin(then: Services) -> None:
    for test, value in _TESTS.items():
        home_test.note_result(then, test, value)
    for text in _said(then, GOALS):
        goal.set_goal(then, text)
    _rate(then, _WENT)


def _rate(services: Services, values: tuple[int, ...]) -> None:
    for one, value in zip(services.goals.all(), values, strict=True):
        goal.rate_goal(services, one.id, value)


def _attend(at: At, last: date) -> None:
    """Each time is said on its own evening; goals are looked at when the app asks."""
    cancelled = False
    while (one := _open(at(last, _NIGHT))) is not None:
        then = at(one.day, _HOME_AGAIN)
        of_class = one.contact is Contact.CLASS
        if of_class and one.number == _CANCELLED and not cancelled:
            course.cancel(then, one.id)
            cancelled = True
            continue
        became = _BECAME.get(one.number) if of_class else None
        course.say_attendance(then, one.id, became or Attendance.ATTENDED)
        if goal.due(then, course.course_now(then)):
            _rate(then, _WENT_LATER)


def _open(services: Services) -> Occurrence | None:
    """The oldest of which nothing was said."""
    now = course.course_now(services)
    waits = (one for one in now.road if one.held and one.attendance is None) if now else iter(())
    return next((one for one in waits if one.day <= services.clock.today()), None)


def _said(services: Services, words: Mapping[str, T]) -> T:
    return words["da" if services.person.preferences().language in (None, "da") else "en"]
