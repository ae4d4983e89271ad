"""A person tests themself at home, with the app as the clock."""

from datetime import date
from uuid import uuid4

from lbp_app.actions import session
from lbp_app.actions.course import course_now
from lbp_app.model.history import Change
from lbp_app.model.home_test import HomeTest, OwnChange, Result, Timing, own_change
from lbp_app.services import Services


def begin_timing(services: Services, test: HomeTest) -> Timing:
    """In place of any other that was being timed; refused while a doctor is waited for."""
    session.refuse_stopped(services)
    clock = services.clock
    timing = Timing(test, clock.run, clock.steady(), clock.now())
    services.home_tests.keep_draft(timing)
    return timing


def timing(services: Services) -> Timing | None:
    return services.home_tests.draft()


def stop_timing(services: Services) -> Change | None:
    """A hold that lasted is kept as its result; chair stands still have to be counted. Nothing
    happens when another tab has stopped it.
    """
    timed = services.home_tests.draft()
    if timed is None:
        return None
    seconds = timed.seconds(services.clock)
    if timed.test is HomeTest.CHAIR_STANDS or not seconds:
        services.home_tests.keep_draft(None)
        return None
    return services.home_tests.finish(_result(services, timed.test, seconds))


def note_result(services: Services, test: HomeTest, value: int) -> Change:
    return services.home_tests.finish(_result(services, test, value))


def changes(services: Services) -> dict[HomeTest, OwnChange]:
    """Of each test since the course began, or ever where there is none."""
    now, results = course_now(services), services.home_tests.all()
    since = date.min
    if now is not None:  # a test of the days before belongs to the start
        since = date.fromordinal(now.course.start.toordinal() - 14)
    found = ((test, own_change(results, test, since)) for test in HomeTest)
    return {test: change for test, change in found if change is not None}


def _result(services: Services, test: HomeTest, value: int) -> Result:
    clock = services.clock
    return Result(uuid4().hex, test, value, clock.today(), clock.now(), clock.zone_name())
