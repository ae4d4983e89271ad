"""What is handed over to a colleague: participants with their plans, and perhaps a class.

The note to oneself and the pairing stay behind: the one is nobody else's, the other hangs on the
keys of this device.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lbp_app.model.class_group import ClassGroup, Member
from lbp_app.model.course import Appointment, Attendance, Course
from lbp_app.model.participant import Participant, ParticipantPlan
from lbp_app.model.participant_report import ParticipantReport


@dataclass(frozen=True)
class HandedClass:
    """`said` by occurrence and participant."""

    group: ClassGroup
    course: Course
    members: tuple[Member, ...]
    appointments: tuple[Appointment, ...] = ()
    said: Mapping[str, Mapping[str, Attendance]] = field(default_factory=dict)


@dataclass(frozen=True)
class HandedPeople:
    people: tuple[Participant, ...]
    plans: tuple[ParticipantPlan, ...]
    class_group: HandedClass | None = None
    reports: tuple[ParticipantReport, ...] = ()
