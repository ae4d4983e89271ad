"""Reminders as a calendar (RFC 5545), for the phone's own alarm. Titles say nothing of health.

Home reminders are floating times, those with a zone carry it, follow-ups last a day. Every event
keeps its UID; one that differs from what was there before has a higher SEQUENCE, and one that is
gone is CANCELLED. A SEQUENCE is the second of the change, so that it grows also where what was
there before is not known any more.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Component, Event, vRecur

from lbp_app.content.reminding import title
from lbp_app.content.wording import Wording, wording_for
from lbp_app.errors import InputRefusedError
from lbp_app.model.recurrence import Dated, Series, zone_named
from lbp_app.model.reminder import thing_of

OURS = "-//Rygvej//Rygvej//DA"
LARGEST = 5_000_000  # bytes of an earlier calendar
ALL_ALIKE = UUID("6f1e7a52-6a0a-5a0c-9a43-5ad0f6a3c5d4")  # names of events are made within it
LASTS, A_TIME = timedelta(minutes=15), timedelta(hours=1)  # a reminder, a time of the course
BELONGS_TO = "X-RYGVEJ-OF"  # the rule, or the time of the course, and the thing; unreadable
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CHANGES_BY_ITSELF = (b"DTSTAMP", b"SEQUENCE")
COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)  # its seconds fit 31 bits until 2088
LONG_BEFORE = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Before:
    """Of an event as it was written last."""

    sequence: int
    event: Component
    stamp: datetime


def written(
    series: Iterable[Series],
    dated: Iterable[Dated],
    now: datetime,
    language: str | None,
    before: bytes = b"",
    anew: datetime | None = None,
) -> bytes:
    """As `calendar`, in a person's language."""
    return calendar(series, now, wording_for(language), before, dated, anew)


def calendar(
    series: Iterable[Series],
    now: datetime,
    t: Wording,
    before: bytes = b"",
    dated: Iterable[Dated] = (),
    anew: datetime | None = None,
) -> bytes:
    """`before` is the same calendar as it was written last. What in it was written before `anew`
    may have been written differently since, and counts as changed.
    """
    earlier = _earlier(before)
    events: list[Component] = [_event(one, t) for one in series]
    events += [_dated_event(one, t) for one in dated]
    written = {str(event["UID"]) for event in events}
    gone = (old.event for uid, old in earlier.items() if uid not in written)
    events += [_cancelled(event) for event in gone if not _is_past(event, now)]
    return _put_together(
        (_numbered(event, earlier.get(str(event["UID"])), now, anew) for event in events), now
    )


def taken_back(data: bytes, now: datetime) -> bytes:
    """Of a calendar of ours all that is still to come, cancelled: whoever has it lets go of it."""
    ahead = (old for old in _earlier(data).values() if not _is_past(old.event, now))
    events = (_numbered(_cancelled(old.event), old, now, None) for old in ahead)
    return _put_together(events, now, "CANCEL")


def only(data: bytes, of: str, now: datetime) -> bytes:
    """Of a calendar of ours what belongs to one thing, or is one time of a course."""
    events = Calendar.from_ical(data).walk("VEVENT")
    return _put_together((one for one in events if _name(of) in _belongs_to(one)), now)


def _put_together(events: Iterable[Component], now: datetime, method: str = "PUBLISH") -> bytes:
    made = Calendar()
    made.add("PRODID", OURS)
    made.add("VERSION", "2.0")
    made.add("METHOD", method)
    made.add("X-WR-CALNAME", "Rygvej")
    for event in events:
        made.add_component(event)
    starts = [event.decoded("DTSTART").year for event in made.walk("VEVENT")] or [now.year]
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


def _is_past(event: Component, now: datetime) -> bool:
    """What came once and is over is left to the calendar that has it."""
    start = event.decoded("DTSTART")
    day = start.date() if isinstance(start, datetime) else start
    return "RRULE" not in event and day < now.date()


def _belongs_to(event: Component) -> list[str]:
    said = event.get(BELONGS_TO, [])
    return [str(one) for one in (said if isinstance(said, list) else [said])]


def _named(name: str, of: str, what: str, t: Wording, called: str = "") -> Event:
    event = Event()
    event.add("UID", f"{_name(name)}@rygvej")
    event.add("SUMMARY", f"{title(what, t)}: {called}" if called else title(what, t))
    event.add("CLASS", "PRIVATE")
    for each in dict.fromkeys((of, thing_of(what) or of)):
        event.add(BELONGS_TO, _name(each))
    return event


def _name(of: str) -> str:
    return str(uuid5(ALL_ALIKE, of))


def _dated_event(one: Dated, t: Wording) -> Component:
    event = _named(one.key, one.key.partition("/")[2], one.what, t, one.called)
    if one.place:
        event.add("LOCATION", one.place)
    if one.at is None:
        event.add("TRANSP", "TRANSPARENT")
        start: date = one.day
        midnight = datetime.combine(one.day, time())
    else:
        midnight = datetime.combine(one.day, one.at)
        start = midnight.replace(tzinfo=zone_named(one.zone)) if one.zone else midnight
        event.add("DURATION", A_TIME)
    event.add("DTSTART", start)
    for alarm in one.alarms:
        event.add_component(_alarm(str(event["SUMMARY"]), alarm - midnight))
    return _cancelled(event) if one.cancelled else event


def _event(one: Series, t: Wording) -> Event:
    event = _named(f"{one.rule}/{one.key}", one.rule, one.what, t)
    event.add("TRANSP", "TRANSPARENT")
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


def _alarm(text: str, after: timedelta = timedelta()) -> Alarm:
    """So long after the beginning, or before it; a day is one of the calendar."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", text)
    alarm.add("TRIGGER", after)
    return alarm


def _cancelled(event: Component) -> Component:
    event = deepcopy(event)
    event.pop("STATUS", None)
    event.add("STATUS", "CANCELLED")
    return event


def _numbered(
    event: Component, old: Before | None, now: datetime, anew: datetime | None
) -> Component:
    """As it was when nothing in it has changed."""
    sequence, stamp = (now - COUNTED_FROM) // timedelta(seconds=1), now.astimezone(UTC)
    if old is not None:
        same = _content(event) == _content(old.event) and old.stamp >= (anew or LONG_BEFORE)
        sequence = old.sequence if same else max(sequence, old.sequence + 1)
        stamp = old.stamp if same else stamp
    for name, value in (("SEQUENCE", sequence), ("DTSTAMP", stamp)):
        event.pop(name, None)
        event.add(name, value)
    return event


def _content(event: Component) -> list[bytes]:
    lines = event.to_ical().splitlines()
    return [line for line in lines if not line.startswith(CHANGES_BY_ITSELF)]
