"""Reminders as a calendar (RFC 5545), for the phone's own alarm. Titles say nothing of health.

Home reminders are floating times, those with a zone carry it. Every event keeps its UID; one that
differs from what was there before has a higher SEQUENCE, and one that is gone is CANCELLED.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Component, Event, vRecur

from lbp_app.content.reminding import title
from lbp_app.content.wording import Wording, wording_for
from lbp_app.errors import InputRefusedError
from lbp_app.model.recurrence import Series, zone_named

OURS = "-//Rygvej//Rygvej//DA"
LARGEST = 5_000_000  # bytes of an earlier calendar
ALL_ALIKE = UUID("6f1e7a52-6a0a-5a0c-9a43-5ad0f6a3c5d4")  # names of events are made within it
LASTS = timedelta(minutes=15)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CHANGES_BY_ITSELF = (b"DTSTAMP", b"SEQUENCE")


@dataclass(frozen=True)
class Before:
    """Of an event as it was written last."""

    sequence: int
    event: Component
    stamp: datetime


def written(
    series: Iterable[Series],
    now: datetime,
    language: str | None,
    before: bytes = b"",
    stopped: Iterable[Series] = (),
    sequence: int = 0,
) -> bytes:
    """As `calendar`, in a person's language."""
    return calendar(series, now, wording_for(language), before, stopped, sequence)


def calendar(
    series: Iterable[Series],
    now: datetime,
    t: Wording,
    before: bytes = b"",
    stopped: Iterable[Series] = (),
    sequence: int = 0,
) -> bytes:
    """`before` is the same calendar as it was written last; `sequence` the least that each has."""
    earlier, series = _earlier(before), list(series)
    events: list[Component] = [_event(one, t, sequence) for one in series]
    events += [_cancelled(_event(one, t, sequence)) for one in stopped]
    written = {str(event["UID"]) for event in events}
    events += [_cancelled(old.event) for uid, old in earlier.items() if uid not in written]
    made = Calendar()
    made.add("PRODID", OURS)
    made.add("VERSION", "2.0")
    made.add("METHOD", "PUBLISH")
    made.add("X-WR-CALNAME", "Rygvej")
    for event in events:
        made.add_component(_numbered(event, earlier.get(str(event["UID"])), now))
    starts = [one.start.year for one in series] or [now.year]
    first, last = max(min(starts) - 1, 1900), max(*starts, now.year) + 6
    made.add_missing_timezones(first_date=date(first, 1, 1), last_date=date(last, 1, 1))
    return bytes(made.to_ical())


def is_calendar(data: bytes) -> bool:
    return data.lstrip()[:15].upper() == b"BEGIN:VCALENDAR"


def _earlier(before: bytes) -> dict[str, Before]:
    """By UID; InputRefusedError for what is no calendar of ours."""
    if not before:
        return {}
    if OURS.encode() not in before[:400] or not is_calendar(before):
        raise InputRefusedError("error.calendar_other")
    try:
        events = Calendar.from_ical(before).walk("VEVENT")
        found = {str(event["UID"]): _as_before(event) for event in events}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputRefusedError("error.calendar_other") from None
    return found


def _as_before(event: Component) -> Before:
    return Before(event.decoded("SEQUENCE"), event, event.decoded("DTSTAMP"))


def _event(one: Series, t: Wording, sequence: int) -> Event:
    event = Event()
    event.add("UID", f"{uuid5(ALL_ALIKE, f'{one.rule}/{one.key}')}@rygvej")
    event.add("SUMMARY", title(one.what, t))
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "TRANSPARENT")
    event.add("SEQUENCE", sequence)
    event.add("DTSTART", _wall(one, one.start))
    event.add("DURATION", LASTS)
    if one.weekdays or one.step:
        event.add("RRULE", _repetition(one))
    if one.excluded:
        event.add("EXDATE", [_wall(one, at) for at in one.excluded])
    event.add_component(_alarm(title(one.what, t)))
    return event


def _wall(one: Series, at: datetime) -> datetime:
    if one.zone is None or at.tzinfo:
        return at
    return at.replace(tzinfo=zone_named(one.zone))


def _repetition(one: Series) -> vRecur:
    said: dict[str, object] = {"FREQ": "DAILY", "INTERVAL": one.step or 1}
    if one.weekdays and len(one.weekdays) < len(DAYS):
        said = {"FREQ": "WEEKLY", "BYDAY": [DAYS[day - 1] for day in sorted(one.weekdays)]}
    if one.until:
        until = _wall(one, one.until)
        said["UNTIL"] = until.astimezone(UTC) if until.tzinfo else until
    return vRecur(said)


def _alarm(text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", text)
    alarm.add("TRIGGER", timedelta())
    return alarm


def _cancelled(event: Component) -> Component:
    event = deepcopy(event)
    event.pop("STATUS", None)
    event.add("STATUS", "CANCELLED")
    return event


def _numbered(event: Component, old: Before | None, now: datetime) -> Component:
    """As it was when nothing in it has changed."""
    sequence, stamp = event.decoded("SEQUENCE"), now.astimezone(UTC)
    if old is not None:
        same = _content(event) == _content(old.event)
        sequence = max(sequence, old.sequence + (not same))
        stamp = old.stamp if same else stamp
    for name, value in (("SEQUENCE", sequence), ("DTSTAMP", stamp)):
        event.pop(name, None)
        event.add(name, value)
    return event


def _content(event: Component) -> list[bytes]:
    lines = event.to_ical().splitlines()
    return [line for line in lines if not line.startswith(CHANGES_BY_ITSELF)]
