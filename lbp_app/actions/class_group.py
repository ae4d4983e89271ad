"""A physiotherapist leads a class: plans it, takes people in, and notes who was there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lbp_app.actions import course as calendar
from lbp_app.actions.participant import participant, participants
from lbp_app.errors import AnswerRefusedError
from lbp_app.model.class_group import MOST, ClassGroup, Member
from lbp_app.model.course import MEETS, Attendance, Course, Occurrence, Setting, Slot
from lbp_app.model.cpr import refuse_cpr_number
from lbp_app.model.exercise import Group, Level
from lbp_app.model.history import Change
from lbp_app.model.participant import Participant, ParticipantPlan
from lbp_app.model.text import tidy
from lbp_app.rules import course as rules
from lbp_app.services import Services


@dataclass(frozen=True)
class ClassNow:
    """`people` are its participants of today, by name; `said` who was there, by occurrence."""

    group: ClassGroup
    course: Course
    road: tuple[Occurrence, ...]
    members: tuple[Member, ...]
    everybody: Mapping[str, Participant]
    said: Mapping[str, Mapping[str, Attendance]]
    today: date

    @property
    def next(self) -> Occurrence | None:
        """Today's, or the next to come."""
        return next((one for one in self.road if one.held and one.day >= self.today), None)

    @property
    def people(self) -> list[Participant]:
        return self.on(self.today)

    def on(self, day: date) -> list[Participant]:
        """Those who take part on a day."""
        return self._sorted(one.participant for one in self.members if one.on(day))

    def of(self, occurrence: Occurrence) -> list[Participant]:
        """Those who take part on its day, and who was there and has left since."""
        ids = {one.id for one in self.on(occurrence.day)} | self._there(occurrence)
        return self._sorted(ids)

    def at(self, which: str) -> Occurrence | None:
        """By the part of its id that names it within the course."""
        wanted = f"{self.course.id}/{which}"
        return next((one for one in self.road if one.id == wanted), None)

    def there(self, occurrence: Occurrence) -> int:
        return len(self._there(occurrence))

    def _there(self, occurrence: Occurrence) -> set[str]:
        told = self.said.get(occurrence.id, {})
        came = {who for who, said in told.items() if said is Attendance.ATTENDED}
        return came & self.everybody.keys()

    def _sorted(self, ids: Iterable[str]) -> list[Participant]:
        found = [self.everybody[one] for one in ids]
        return sorted(found, key=lambda one: one.called.casefold())


def classes(services: Services) -> list[ClassNow]:
    """The one that began last first."""
    found = [_now(services, group) for group in services.classes.all()]
    known = [one for one in found if one is not None]
    return sorted(known, key=lambda one: one.course.start, reverse=True)


def class_now(services: Services, class_id: str) -> ClassNow:
    group = next((one for one in services.classes.all() if one.id == class_id), None)
    found = None if group is None else _now(services, group)
    if found is None:
        raise AnswerRefusedError("error.class_none")
    return found


def levels_in_class(services: Services, now: ClassNow) -> dict[str, ParticipantPlan]:
    """The newest plans, by participant; those without one are missing."""
    plans = services.participant_plans.newest()
    return {one.id: plans[one.id] for one in now.people if one.id in plans}


def levels_at(plans: Mapping[str, ParticipantPlan], group: Group) -> list[Level]:
    found = (plan.prescribed(group) for plan in plans.values())
    return [level for level in found if level is not None]


# --- planning it --------------------------------------------------------------------------------


def start_class(
    services: Services,
    name: str,
    start: date,
    slots: Sequence[Slot],
    place: str = "",
    stations: Sequence[Group] = tuple(Group),
) -> Change:
    """The key of the change is its id."""
    refuse_cpr_number(name)
    course = calendar.planned(services, Setting.CLASS, start, slots, place)
    group = ClassGroup(course.id, tidy(name), tuple(stations), course.at, course.zone)
    return services.classes.put_with_course(group, course)


def change_class(
    services: Services,
    class_id: str,
    name: str,
    start: date,
    slots: Sequence[Slot],
    place: str,
    stations: Sequence[Group],
) -> Change:
    """Other weekdays or times hold from today on."""
    refuse_cpr_number(name)
    before = class_now(services, class_id)
    made = calendar.planned(services, Setting.CLASS, start, slots, place)
    course = calendar.following(services, before.course, made)
    group = replace(before.group, name=tidy(name), stations=tuple(stations))
    return services.classes.put_with_course(group, course)


def remove_class(services: Services, class_id: str) -> Change:
    """The participants and their levels stay."""
    return services.classes.remove(class_now(services, class_id).group.id)


# --- who takes part -----------------------------------------------------------------------------


def join(services: Services, class_id: str, participant_id: str) -> Change:
    """From today on; whoever has been there before goes on."""
    now, who = class_now(services, class_id), participant(services, participant_id)
    if len(now.people) >= MOST:
        raise AnswerRefusedError("error.class_full", most=MOST)
    before = next((one for one in now.members if one.participant == who.id), None)
    joined = before.joined if before else now.today
    return services.classes.put_member(class_id, who.id, Member(class_id, who.id, joined))


def leave(services: Services, class_id: str, participant_id: str) -> Change:
    """From today on; what was said about earlier evenings stays."""
    now = class_now(services, class_id)
    before = next((one for one in now.members if one.participant == participant_id), None)
    if before is None:
        raise AnswerRefusedError("error.participant_none")
    left = None if before.joined >= now.today else replace(before, left=now.today)
    return services.classes.put_member(class_id, participant_id, left)


# --- who was there ------------------------------------------------------------------------------


def say_who_came(
    services: Services, class_id: str, which: str, said: Mapping[str, Attendance | None]
) -> Change | None:
    """By participant; None takes it back. Nothing is kept when all of it was said already."""
    now = class_now(services, class_id)
    one = now.at(which)
    if one is None:
        raise AnswerRefusedError("error.appointment_none")
    if any(each not in (None, Attendance.EXCUSED) for each in said.values()):
        services.clock.refuse_future(one.day)
    known = now.said.get(one.id, {})
    other = {who: each for who, each in said.items() if known.get(who) != each}
    return services.classes.put_attendance(one.id, other) if other else None


def everyone_came(services: Services, class_id: str, which: str) -> Change | None:
    """But those who are excused."""
    now = class_now(services, class_id)
    one = now.at(which)
    if one is None:
        raise AnswerRefusedError("error.appointment_none")
    known = now.said.get(one.id, {})
    there = [who.id for who in now.on(one.day) if who.id not in known]
    return say_who_came(services, class_id, which, dict.fromkeys(there, Attendance.ATTENDED))


def _now(services: Services, group: ClassGroup) -> ClassNow | None:
    course = next((one for one in services.courses.all() if one.id == group.id), None)
    if course is None:
        return None
    today = services.clock.today()
    said = services.courses.appointments()
    road = rules.road(course, said, (), today, services.is_holiday)
    everybody = {one.id: one for one in participants(services)}
    members = [one for one in services.classes.members() if one.class_group == group.id]
    return ClassNow(
        group=group,
        course=course,
        road=tuple(one for one in road if one.contact in MEETS),
        members=tuple(one for one in members if one.participant in everybody),
        everybody=everybody,
        said=services.classes.attendance(),
        today=today,
    )
