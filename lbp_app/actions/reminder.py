"""A person says what they want to be reminded of, when, and how."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from lbp_app.actions import pause as pauses
from lbp_app.actions import programme
from lbp_app.model.course import Course, current
from lbp_app.model.course import Occurrence as Time
from lbp_app.model.goal import active
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause, Paused, PausedBy, paused
from lbp_app.model.recurrence import Occurrence, Plan, Quiet, Rule
from lbp_app.model.reminder import (
    OF_COURSE,
    OWN,
    READY,
    ReadySet,
    Reminder,
    Thing,
    first_reminder,
    plan_of,
)
from lbp_app.reminders.course import rules_of, which
from lbp_app.reminders.plan import occurrences
from lbp_app.rules import course as roads
from lbp_app.services import Services

HANGS_ON = ("reminder", "pause", "screening", "course", "appointment")  # what the plan is made of


def reminders(services: Services) -> list[Reminder]:
    """One for each thing, as it was set or as it would begin."""
    kept = {one.id: one for one in services.reminders.all()}
    clock = services.clock
    begun = (first_reminder(t, clock.now(), clock.zone_name(), clock.today()) for t in Thing)
    return [kept.get(one.id, one) for one in begun]


def is_any_on(services: Services) -> bool:
    """Whether anything may still ring."""
    if any(one.is_on and one.id in OWN for one in services.reminders.all()):
        return True
    today = services.clock.today()
    return any(rule.start >= today for rule in from_course(services))


def turn(services: Services, thing: Thing, on: bool) -> Change:
    return _change(services, replace(_of(services, thing), is_on=on))


def put_times(services: Services, thing: Thing, times: Iterable[time]) -> Change:
    return _change(services, replace(_of(services, thing), times=tuple(sorted(set(times)))))


def put_weekdays(services: Services, thing: Thing, weekdays: Iterable[int]) -> Change:
    return _change(services, replace(_of(services, thing), weekdays=frozenset(weekdays)))


def only_unless_done(services: Services, thing: Thing, only: bool) -> Change:
    return _change(services, replace(_of(services, thing), unless_done=only))


def put_before(services: Services, thing: Thing, minutes: Iterable[int]) -> Change:
    """Of what comes with the course."""
    before = tuple(sorted(set(minutes), reverse=True))
    return _change(services, replace(_of(services, thing), before=before))


def choose(services: Services, ready: ReadySet) -> Change:
    """Turns on what belongs to the set, and everything else off; times stay."""
    on = READY[ready]
    several = (replace(one, is_on=one.id in on) for one in reminders(services))
    return services.reminders.put_all(*(_set_now(services, one) for one in several))


def put_quiet(services: Services, quiet: Quiet | None) -> Change:
    return services.reminders.put_manner(replace(services.reminders.manner(), quiet=quiet))


def put_snooze(services: Services, minutes: int) -> Change:
    return services.reminders.put_manner(replace(services.reminders.manner(), snooze=minutes))


def show_outside(services: Services, wanted: bool) -> Change:
    return services.reminders.put_manner(replace(services.reminders.manner(), outside=wanted))


def pause_until(services: Services, until: date | None) -> Change:
    """In the place of the person's own pause, where one holds."""
    if held := own_pause(services):
        return services.pauses.put(replace(held, until=until))
    return pauses.pause(services, Paused.REMINDERS, PausedBy.PERSON, until)


def own_pause(services: Services) -> Pause | None:
    """The person's own, also while another one keeps the reminders silent."""
    own = (one for one in services.pauses.all() if one.by is PausedBy.PERSON)
    reminders = [one for one in own if one.what is Paused.REMINDERS]
    return paused(reminders, Paused.REMINDERS, services.clock.today())


def pause_now(services: Services) -> Pause | None:
    """The one that keeps all reminders silent today."""
    return paused(services.pauses.all(), Paused.REMINDERS, services.clock.today())


# --- the plan -----------------------------------------------------------------------------------


def plan(services: Services) -> Plan:
    kept = services.reminders
    return plan_of(kept.all(), kept.manner(), programme.pauses(services), from_course(services))


def from_course(services: Services) -> tuple[Rule, ...]:
    """Each time of the course that is still to come and of which nothing was said."""
    wanted = {Thing(one.id): one for one in services.reminders.all() if one.is_on}
    course = current(services.courses.all())
    if course is None or not wanted.keys() & set(OF_COURSE):
        return ()
    return rules_of(course, road(services, course), wanted, has_goals(services))


def begins(services: Services, about: str) -> datetime | None:
    """When that time of the course does; None for everything else."""
    rules = (rule for rule in from_course(services) if which(rule.id) == about)
    zone = services.clock.zone()
    return next((at for rule in rules if (at := rule.begins_at(zone))), None)


def road(services: Services, course: Course) -> tuple[Time, ...]:
    """A class that is followed meets during a pause too."""
    followed = any(one.id == course.id for one in services.classes.all())
    said, pauses = services.courses.appointments(), () if followed else services.pauses.all()
    return roads.road(course, said, pauses, services.clock.today(), services.is_holiday)


def has_goals(services: Services) -> bool:
    return bool(active(services.goals.all()))


def changed(services: Services) -> datetime | None:
    """What came due before was settled then, or was not planned then."""
    return services.history.last_at(HANGS_ON, services.clock.now())


def upcoming(services: Services, days: int = 7) -> list[Occurrence]:
    """What will ring in the next so many days."""
    local = services.clock.local()
    first, end = local.date(), local.date() + timedelta(days=days)
    found = occurrences(plan(services), first, end, services.clock.zone())
    return [one for one in found if one.at > local]


def _of(services: Services, thing: Thing) -> Reminder:
    return next(one for one in reminders(services) if one.id == thing)


def _change(services: Services, one: Reminder) -> Change:
    return services.reminders.put(_set_now(services, one))


def _set_now(services: Services, one: Reminder) -> Reminder:
    """What came before it was set has not been missed."""
    return replace(one, at=services.clock.now(), zone=services.clock.zone_name())
