"""The road of a course: each of its times, from the start, the timetable and what was said since.

Days on which nothing can be held (a holiday, a pause, a cancelled class) push the rest on, so that
none of the sixteen classes is lost.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import islice

from lbp_app.model.course import (
    CLASSES,
    EDUCATIONS,
    FOLLOW_UPS,
    LOOKED_AT,
    Appointment,
    Attendance,
    Contact,
    Course,
    Occurrence,
    Setting,
    State,
    occurrence_id,
)
from lbp_app.model.pause import Pause, Paused
from lbp_app.model.session import Session, SessionKind

Closed = Callable[[date], bool]
FARTHEST = 3 * 366  # days after the start within which a course is looked for
DAY = timedelta(days=1)
WITHOUT_STATIONS = (SessionKind.WARM_UP, SessionKind.COOL_DOWN, SessionKind.SINGLE)


def road(
    course: Course,
    said: Iterable[Appointment],
    pauses: Sequence[Pause],
    today: date,
    closed: Closed,
) -> tuple[Occurrence, ...]:
    """In the order in which they come. While a pause is open, the rest is as if it ended today."""
    known = {one.id: one for one in said if one.course == course.id}
    away = frozenset(_away(pauses, course.start, today))
    free = (day for day in _slot_days(course, away) if not closed(day))
    educations = [*islice(free, EDUCATIONS)]
    after = educations[-1] + DAY if len(educations) == EDUCATIONS else course.start
    classes = _classes(course, known, _slot_days(course, away, after), closed)
    last = max((one.day for one in classes if one.held), default=course.start)
    end = next((day for day in free if day > last), last + 7 * DAY)
    others = [
        _other(course, known, Contact.START, 1, course.start, None),
        *(
            _other(course, known, Contact.EDUCATION, n, day, _time(course, day))
            for n, day in enumerate(educations, 1)
        ),
        _other(course, known, Contact.END, 1, end, None),
        *_follow_ups(course, known, len(away)),
    ]
    return tuple(sorted([*others, *classes], key=_order))


def _order(one: Occurrence) -> tuple[date, int, time]:
    return one.day, list(Contact).index(one.contact), one.clock or time()


# --- days ---------------------------------------------------------------------------------------


def _away(pauses: Iterable[Pause], first: date, today: date) -> Iterator[date]:
    """Days of the course on which it is paused; those of an open pause until today."""
    for pause in pauses:
        if pause.what in (Paused.COURSE, Paused.EVERYTHING):
            begin, end = max(first, pause.start), _last(pause, today)
            days = min((end - begin).days + 1, FARTHEST)
            yield from (begin + n * DAY for n in range(days))


def _last(pause: Pause, today: date) -> date:
    ends = [pause.until, pause.lifted and pause.lifted - DAY]
    return min((end for end in ends if end), default=max(today, pause.start))


def _slot_days(course: Course, away: Collection[date], first: date | None = None) -> Iterator[date]:
    """After the start, or from `first` on; holidays too."""
    begin = first or course.start + DAY
    days = (begin + n * DAY for n in range(FARTHEST))
    return (day for day in days if day not in away and course.slot_on(day))


def _time(course: Course, day: date) -> time | None:
    slot = course.slot_on(day)
    return slot.at if slot else None


def months_after(day: date, months: int) -> date:
    """The same day of the month, or the last one where it has none."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - DAY).day
    return date(year, month, min(day.day, last))


# --- contact points -----------------------------------------------------------------------------


def _classes(
    course: Course, known: Mapping[str, Appointment], days: Iterable[date], closed: Closed
) -> list[Occurrence]:
    """What something was said about stays; the timetable fills up to sixteen that are held."""
    kept = [_said(one, 0) for one in known.values() if one.contact is Contact.CLASS]
    missing = CLASSES - sum(one.held for one in kept)
    taken = {one.planned for one in kept}
    made = list[Occurrence]()
    for day in days:
        if missing <= 0:
            break
        if day in taken:
            continue
        made.append(_class(course, day, closed(day)))
        missing -= made[-1].held
    number, numbered = 0, list[Occurrence]()
    for one in sorted([*kept, *made], key=_order):
        number += one.held
        numbered.append(replace(one, number=number if one.held else 0))
    return numbered


def _class(course: Course, day: date, closed: bool) -> Occurrence:
    state = State.CLOSED if closed else State.PLANNED
    made = occurrence_id(course.id, Contact.CLASS, day)
    return Occurrence(made, Contact.CLASS, 0, day, day, _time(course, day), state)


def _other(
    course: Course,
    known: Mapping[str, Appointment],
    contact: Contact,
    number: int,
    day: date,
    clock: time | None,
) -> Occurrence:
    made = occurrence_id(course.id, contact, number)
    if made in known:
        return _said(known[made], number)
    return Occurrence(made, contact, number, day, day, clock)


def _said(one: Appointment, number: int) -> Occurrence:
    moved = one.day != one.planned
    state = State.CANCELLED if one.cancelled else State.MOVED if moved else State.PLANNED
    return Occurrence(
        one.id,
        one.contact,
        number,
        one.planned,
        one.day,
        one.clock,
        state,
        one.attendance,
        one.session,
    )


def _follow_ups(
    course: Course, known: Mapping[str, Appointment], paused: int
) -> Iterator[Occurrence]:
    """Counted from the start on, without the days of a pause."""
    start = course.start + paused * DAY
    for months in FOLLOW_UPS:
        day = months_after(start, months)
        yield _other(course, known, Contact.FOLLOW_UP, months, day, None)


# --- what was done ------------------------------------------------------------------------------


def with_training(
    occurrences: Iterable[Occurrence], setting: Setting, sessions: Iterable[Session]
) -> tuple[Occurrence, ...]:
    """A class whose home twin was trained is made up for; on one's own, training that day is it."""
    done = [one for one in sessions if one.done]
    ids = {one.id for one in done}
    days = {one.day for one in done if one.kind not in WITHOUT_STATIONS}
    return tuple(_trained(one, setting, ids, days) for one in occurrences)


def _trained(
    one: Occurrence, setting: Setting, ids: Collection[str], days: Collection[date]
) -> Occurrence:
    if one.contact is not Contact.CLASS or not one.held:
        return one
    if setting is Setting.HOME and one.attendance is None:
        trained = one.session in ids or one.day in days
        return replace(one, attendance=Attendance.ATTENDED) if trained else one
    if one.session in ids and one.attendance is not Attendance.ATTENDED:
        return replace(one, attendance=Attendance.AT_HOME)
    return one


# --- where the person is ------------------------------------------------------------------------


def upcoming(occurrences: Iterable[Occurrence], today: date) -> Occurrence | None:
    """The next that is held and of which nothing was said yet; one of today counts."""
    waits = (one for one in occurrences if one.held and one.attendance is None)
    return next((one for one in waits if one.day >= today), None)


def week(occurrences: Sequence[Occurrence], today: date) -> int | None:
    """Of the classes, from 1; None before the first and after the end."""
    classes = [one for one in occurrences if one.contact is Contact.CLASS and one.held]
    if not classes or not classes[0].day <= today <= classes[-1].day:
        return None
    begun = sum(one.day <= today for one in classes)
    return -(-begun * 8 // CLASSES)


def of_week(occurrences: Iterable[Occurrence], today: date) -> tuple[Occurrence, ...]:
    """From Monday to Sunday."""
    monday = today - today.weekday() * DAY
    return tuple(one for one in occurrences if monday <= one.day < monday + 7 * DAY)


def goals_due_since(occurrences: Iterable[Occurrence], today: date) -> date | None:
    """The newest of the days on which goals are looked at that has come: weeks 4 and 8, and each
    follow-up.
    """
    days = [
        one.day
        for one in occurrences
        if one.held
        and (
            one.contact is Contact.FOLLOW_UP
            or (one.contact is Contact.CLASS and one.number in LOOKED_AT)
        )
    ]
    return max((day for day in days if day <= today), default=None)


def follow_up_since(occurrences: Iterable[Occurrence], today: date) -> date | None:
    """The newest follow-up that has come."""
    days = (one.day for one in occurrences if one.contact is Contact.FOLLOW_UP)
    return max((day for day in days if day <= today), default=None)
