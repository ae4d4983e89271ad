"""`lbp reminders` and `lbp remind`."""

import asyncio
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from lbp_app.actions import calendar, reminder, ring
from lbp_app.app import clock_of, opened
from lbp_app.cli.output import say
from lbp_app.config import Settings
from lbp_app.content.wording import Wording
from lbp_app.errors import InputRefusedError
from lbp_app.exchange import ics
from lbp_app.exchange.reminders import occurrence_json, read_day, read_plan
from lbp_app.exchange.whole_file import reading, replacing
from lbp_app.front.start import is_running
from lbp_app.model.recurrence import Plan, zone_named
from lbp_app.model.ring import Outside
from lbp_app.reminders.plan import occurrences
from lbp_app.reminders.series import series
from lbp_app.ringing import show_outside
from lbp_app.store import copies
from lbp_app.store.health import is_empty


def reminders(
    settings: Settings,
    t: Wording,
    rules: bytes | None,
    asked: tuple[str, str, str],
    file: Path | None,
) -> None:
    """`asked`: first day, the day after the last, zone. Without `rules` the person's own."""
    first, end = read_day(asked[0]), read_day(asked[1])
    if end < first:
        raise InputRefusedError("error.rules_from_to")
    zone = zone_named(asked[2])
    if rules is None:
        return _own(settings, first, end, zone, file)
    plan, now = read_plan(rules), clock_of(settings).now()
    if file:
        _write(file, lambda old: ics.calendar(series(plan, first, end, zone), now, t, old))
    _list(plan, first, end, zone)


def remind_once(settings: Settings, t: Wording) -> None:
    """Rings what is due, unless the app runs and does it itself."""
    if is_empty(settings.data / copies.FILE) or is_running(settings.data):
        return
    with opened(settings) as services:
        if not reminder.is_any_on(services):
            return
        for one in ring.settle(services):
            if asyncio.run(show_outside(services, one)) is Outside.NO_SERVICE:
                say(t("Ikke vist: Der er ingen beskedtjeneste på denne computer."))


def _own(settings: Settings, first: date, end: date, zone: ZoneInfo, file: Path | None) -> None:
    if is_empty(settings.data / copies.FILE):
        return _list(Plan(), first, end, zone)
    with opened(settings) as services:
        if file:
            _write(file, lambda old: calendar.calendar(services, old))
        _list(reminder.plan(services), first, end, zone)


def _list(plan: Plan, first: date, end: date, zone: ZoneInfo) -> None:
    between = "["
    for one in occurrences(plan, first, end, zone):
        sys.stdout.write(between + occurrence_json(one))
        between = ",\n "
    say("[]" if between == "[" else "]")


def _write(file: Path, made: Callable[[bytes], bytes]) -> None:
    """In place of an earlier calendar of ours, whose events go on."""
    before = b""
    if file.exists():
        with reading(file) as earlier:
            before = earlier.read(ics.LARGEST)
    content = made(before)
    with replacing(file) as fresh:
        fresh.write(content)
