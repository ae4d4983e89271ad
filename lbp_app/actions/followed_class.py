"""A person follows a class: sees what it is, says yes, and takes its changes over."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lbp_app.exchange import class_code
from lbp_app.model.class_group import ClassGroup
from lbp_app.model.class_plan import ClassPlan, judged
from lbp_app.model.course import (
    AHEAD,
    LONG_AGO,
    MEETS,
    Appointment,
    Contact,
    Course,
    Occurrence,
    current,
)
from lbp_app.model.cpr import holds_cpr_number
from lbp_app.model.history import Change
from lbp_app.model.prescription import Refusal, refuse
from lbp_app.rules import course as rules
from lbp_app.services import Services


@dataclass(frozen=True)
class ClassOffer:
    """A class that may be followed. `evenings` are those that are held; `before` is the course
    that it takes the place of, `known` that it is the same class as it was before.
    """

    plan: ClassPlan
    evenings: tuple[Occurrence, ...]
    before: Course | None
    known: bool


def followed_class(services: Services) -> ClassGroup | None:
    """The one whose calendar is the person's course."""
    course = current(services.courses.all())
    groups = services.classes.all() if course else []
    return next((one for one in groups if course and one.id == course.id), None)


def look_at(services: Services, text: str) -> ClassOffer:
    """Whatever was pasted or read from a picture. Nothing is changed; PlanRefusedError says why
    not.
    """
    plan, clock = class_code.read(text), services.clock
    if not -LONG_AGO <= plan.course.start - clock.today() <= AHEAD:
        refuse(Refusal.OUT_OF_BOUNDS)
    if holds_cpr_number(plan.group.name) or holds_cpr_number(plan.course.place):
        refuse(Refusal.CPR)
    road = rules.road(plan.course, plan.said, (), clock.today(), services.is_holiday)
    evenings = tuple(one for one in road if one.held and one.contact in MEETS)
    if not evenings:
        refuse(Refusal.OUT_OF_BOUNDS)
    followed = _followed(services, plan.group.id)
    judged(plan, followed, evenings[-1].day, clock.today(), clock.now())
    return ClassOffer(plan, evenings, current(services.courses.all()), followed is not None)


def join(services: Services, offer: ClassOffer) -> Change:
    """The course that was followed stays and comes back with an undo. What was said about the
    evenings of the same class stays too.
    """
    plan, now = offer.plan, services.clock.now()
    course = replace(plan.course, at=now, zone=services.clock.zone_name())
    return services.classes.put_with_course(plan.group, course, _said(services, plan))


def leave(services: Services, class_id: str) -> Change:
    """What was trained stays."""
    return services.classes.leave(class_id)


def _followed(services: Services, class_id: str) -> ClassPlan | None:
    group = followed_class(services)
    if group is None or group.id != class_id:
        return None
    course = next(one for one in services.courses.all() if one.id == class_id)
    said = [one for one in _of(services, class_id) if not _only_attended(course, one)]
    return ClassPlan(group, course, tuple(said))


def _only_attended(course: Course, one: Appointment) -> bool:
    slot = course.slot_on(one.planned)
    as_planned = one.day == one.planned and not one.cancelled
    return as_planned and slot is not None and one.clock == slot.at


def _of(services: Services, class_id: str) -> list[Appointment]:
    said = services.courses.appointments()
    return [one for one in said if one.course == class_id and one.contact in MEETS]


def _said(services: Services, plan: ClassPlan) -> Mapping[str, Appointment | None]:
    """As the class has it, with what the person said about their own attendance."""
    mine = {one.id: one for one in _of(services, plan.group.id)}
    told: dict[str, Appointment | None] = {one.id: one for one in plan.said}
    for which, one in mine.items():
        now = told.get(which) or _as_planned(services, plan.course, one)
        told[which] = now and replace(now, attendance=one.attendance, session=one.session)
    return told


def _as_planned(services: Services, course: Course, one: Appointment) -> Appointment | None:
    """Of which the class says nothing any more; None when nothing is left to say."""
    slot = course.slot_on(one.planned)
    ahead = one.planned >= services.clock.today()
    gone = one.contact is Contact.CLASS and slot is None and ahead
    if gone or (one.attendance is None and one.session is None):
        return None
    return replace(one, day=one.planned, clock=slot.at if slot else one.clock, cancelled=False)
