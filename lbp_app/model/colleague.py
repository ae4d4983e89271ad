"""What is handed over to a colleague: participants with their plans, and perhaps a class.

The note to oneself and the pairing stay behind: the one is nobody else's, the other hangs on the
keys of this device.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from heapq import merge
from itertools import accumulate

from lbp_app.model.class_group import ClassGroup, Member
from lbp_app.model.course import Appointment, Attendance, Course
from lbp_app.model.exercise import Group
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


@dataclass(frozen=True)
class Recognised:
    """Somebody in a file who is here already: `mine` stays as it is, `versions` are the plans that
    the two make together, `reports` those that are new here.
    """

    mine: Participant
    theirs: Participant
    before: ParticipantPlan | None
    versions: tuple[ParticipantPlan, ...]
    reports: tuple[ParticipantReport, ...]

    @property
    def after(self) -> ParticipantPlan | None:
        """What would be in force."""
        return self.versions[-1] if self.versions else None

    @property
    def is_called_the_same(self) -> bool:
        return self.mine.called == self.theirs.called


def put_together(
    mine: Sequence[ParticipantPlan], theirs: Sequence[ParticipantPlan]
) -> tuple[ParticipantPlan, ...]:
    """In the order in which they were made, each once; mine are the objects that were given."""
    here = {_content(one) for one in mine}
    new = [one for one in theirs if _content(one) not in here]
    made = merge(_timed(mine), _timed(new), key=lambda pair: pair[0])
    return tuple(one for _, one in made)


def _timed(versions: Sequence[ParticipantPlan]) -> Iterable[tuple[datetime, ParticipantPlan]]:
    """When each can have been made at the earliest: a clock that was set back changes no order."""
    return zip(accumulate((one.plan.at for one in versions), max), versions, strict=True)


def _content(one: ParticipantPlan) -> tuple[object, ...]:
    """What it says, whatever id and number it has on a device."""
    plan = one.plan
    levels = tuple(plan.levels[group] for group in Group)
    details = tuple(one.detail(group) for group in Group)
    return plan.day, plan.at, plan.issuer, levels, tuple(sorted(plan.why.items())), details
