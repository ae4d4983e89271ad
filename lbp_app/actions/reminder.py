"""A person says what they want to be reminded of, when, and how."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from lbp_app.actions import pause as pauses
from lbp_app.model.history import Change
from lbp_app.model.pause import Pause, Paused, PausedBy, paused
from lbp_app.model.recurrence import Occurrence, Plan, Quiet, Rule
from lbp_app.model.reminder import (
    OWN,
    READY,
    ReadySet,
    Reminder,
    Thing,
    first_reminder,
    plan_of,
)
from lbp_app.reminders.plan import occurrences
from lbp_app.services import Services

HANGS_ON = ("reminder", "reminder_manner", "pause")  # what the plan is made of


def reminders(services: Services) -> list[Reminder]:
    """One for each thing, as it was set or as it would begin."""
    kept = {one.id: one for one in services.reminders.all()}
    clock = services.clock
    begun = (first_reminder(t, clock.now(), clock.zone_name(), clock.today()) for t in OWN)
    return [kept.get(one.id, one) for one in begun]


def is_any_on(services: Services) -> bool:
    return any(one.is_on for one in services.reminders.all()) or bool(from_programme(services))


def turn(services: Services, thing: Thing, on: bool) -> Change:
    return _change(services, replace(_of(services, thing), is_on=on))


def put_times(services: Services, thing: Thing, times: Iterable[time]) -> Change:
    return _change(services, replace(_of(services, thing), times=tuple(sorted(set(times)))))


def put_weekdays(services: Services, thing: Thing, weekdays: Iterable[int]) -> Change:
    return _change(services, replace(_of(services, thing), weekdays=frozenset(weekdays)))


def only_unless_done(services: Services, thing: Thing, only: bool) -> Change:
    return _change(services, replace(_of(services, thing), unless_done=only))


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
    return pauses.pause(services, Paused.REMINDERS, PausedBy.PERSON, until)


def pause_now(services: Services) -> Pause | None:
    """The one that keeps all reminders silent today."""
    return paused(services.pauses.all(), Paused.REMINDERS, services.clock.today())


# --- the plan -----------------------------------------------------------------------------------


def plan(services: Services) -> Plan:
    kept = services.reminders
    return plan_of(kept.all(), kept.manner(), services.pauses.all(), from_programme(services))


def from_programme(services: Services) -> tuple[Rule, ...]:
    """Rules with listed days: classes (Europe/Copenhagen) and follow-ups. None until a programme
    gives them.
    """
    return ()


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


def began(services: Services, rule: str) -> datetime | None:
    return next((one.at for one in services.reminders.all() if one.id == rule), None)
