"""`lbp reminders`."""

import sys
from datetime import datetime
from pathlib import Path

from lbp_app.actions.reminder import plan
from lbp_app.app import clock_of, opened
from lbp_app.config import Settings
from lbp_app.content.wording import Wording
from lbp_app.errors import InputRefusedError
from lbp_app.exchange.ics import LARGEST, calendar
from lbp_app.exchange.reminders import occurrence_json, read_day, read_plan
from lbp_app.exchange.whole_file import reading, replacing
from lbp_app.model.recurrence import Plan, Series, zone_named
from lbp_app.reminders.plan import occurrences
from lbp_app.reminders.series import series
from lbp_app.store import copies
from lbp_app.store.health import is_empty


def reminders(
    settings: Settings,
    t: Wording,
    rules: bytes | None,
    asked: tuple[str, str, str],
    ics: Path | None,
) -> None:
    """`asked`: first day, the day after the last, zone. Without `rules` the person's own."""
    first, end = read_day(asked[0]), read_day(asked[1])
    if end < first:
        raise InputRefusedError("error.rules_from_to")
    zone = zone_named(asked[2])
    asked_of = _own(settings) if rules is None else read_plan(rules)
    if ics:
        _write(ics, series(asked_of, first, end, zone), clock_of(settings).now(), t)
    between = "["
    for one in occurrences(asked_of, first, end, zone):
        sys.stdout.write(between + occurrence_json(one))
        between = ",\n "
    sys.stdout.write("[]\n" if between == "[" else "]\n")


def _write(file: Path, found: list[Series], now: datetime, t: Wording) -> None:
    """In place of an earlier calendar of ours, whose events go on."""
    before = b""
    if file.exists():
        with reading(file) as earlier:
            before = earlier.read(LARGEST)
    made = calendar(found, now, t, before)
    with replacing(file) as fresh:
        fresh.write(made)


def _own(settings: Settings) -> Plan:
    if is_empty(settings.data / copies.FILE):
        return Plan()
    with opened(settings) as services:
        return plan(services)
