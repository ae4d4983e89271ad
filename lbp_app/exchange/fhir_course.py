"""The course as a care plan with its appointments; goals, and how they went as observations."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from lbp_app.content.wording import mark
from lbp_app.exchange.csv_course import COURSE, Followed, became, contact_name
from lbp_app.exchange.fhir_parts import (
    POINTS,
    Resource,
    Whose,
    category,
    concept,
    given,
    moment,
    quantity,
    zone_of,
)
from lbp_app.model.class_group import ClassGroup
from lbp_app.model.course import (
    HOUR,
    Attendance,
    Contact,
    Course,
    Occurrence,
    Setting,
    State,
)
from lbp_app.model.goal import Goal

DAY = timedelta(days=1)
STATES = {  # what R4 calls it; a class made up for at home was none
    Attendance.ATTENDED: "fulfilled",
    Attendance.AT_HOME: "cancelled",
    Attendance.EXCUSED: "cancelled",
    Attendance.MISSED: "noshow",
}
RATING = "goal-rating"
# Oversætter: navne i en fil til journalsystemer
GOES = mark("Hvor godt det går")
TITLES = {Setting.CLASS: mark("Forløb på hold"), Setting.HOME: mark("Forløb på egen hånd")}


def course(whose: Whose, followed: Followed, today: date) -> Iterator[Resource]:
    if followed.course:
        held = [one for one in followed.road if one.state is not State.CLOSED]
        yield _plan(whose, followed, followed.course, held, today)
        yield from (_appointment(whose, followed.course, one) for one in held)
    for goal in followed.goals:
        yield _goal(whose, goal)
    for rating in followed.ratings:
        yield whose.entry(
            "Observation",
            rating.id,
            status="final",
            category=category("survey"),
            code=concept(RATING, whose.t(GOES)),
            subject=whose.patient,
            focus=[whose.to("Goal", rating.goal)],
            effectiveDateTime=rating.day.isoformat(),
            issued=moment(rating.at, rating.zone),
            valueQuantity=quantity(rating.value, POINTS),
        )


def _plan(
    whose: Whose, followed: Followed, kept: Course, held: list[Occurrence], today: date
) -> Resource:
    ends = [one.day for one in held if one.contact is Contact.END]
    end = max(ends, default=kept.start)
    return whose.entry(
        "CarePlan",
        kept.id,
        status="completed" if end < today else "active",
        intent="plan",
        category=[concept("course", whose.t(COURSE))],
        title=_title(whose, followed.group, kept.setting),
        description=kept.place,
        subject=whose.patient,
        period={"start": kept.start.isoformat(), "end": max(end, kept.start).isoformat()},
        created=moment(kept.at, kept.zone),
        author=whose.patient,
        goal=[whose.to("Goal", goal.id) for goal in followed.goals],
        activity=[{"reference": whose.to("Appointment", one.id)} for one in held],
    )


def _title(whose: Whose, group: ClassGroup | None, setting: Setting) -> str:
    title = whose.t(TITLES[setting])
    return f"{title}: {group.name}" if group else title


def _appointment(whose: Whose, kept: Course, one: Occurrence) -> Resource:
    """One without a time of day is of the whole day."""
    status = STATES[one.attendance] if one.attendance else "booked"
    zone = kept.zone_for(zone_of(kept.zone))
    begins = one.begins(zone) or datetime.combine(one.day, time(), tzinfo=zone)
    ends = begins + (HOUR if one.clock else DAY)
    place = kept.place if kept.setting is Setting.CLASS else ""
    return whose.entry(
        "Appointment",
        one.id,
        status="cancelled" if one.state is State.CANCELLED else status,
        appointmentType=concept(one.contact, contact_name(whose.t, one)),
        description=contact_name(whose.t, one),
        start=moment(begins, str(zone)),
        end=moment(ends, str(zone)),
        comment=became(whose.t, one),
        participant=[
            given(actor=whose.patient, status="accepted"),
            *([{"actor": {"display": place}, "status": "accepted"}] if place else []),
        ],
    )


def _goal(whose: Whose, goal: Goal) -> Resource:
    return whose.entry(
        "Goal",
        goal.id,
        lifecycleStatus="cancelled" if goal.dropped else "active",
        description={"text": goal.text},
        subject=whose.patient,
        startDate=goal.day.isoformat(),
        statusDate=goal.dropped and goal.dropped.isoformat(),
        expressedBy=whose.patient,
    )
