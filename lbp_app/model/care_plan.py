"""Which level is assigned in each group: versions of one plan, superseded and never overwritten.

Any level may be trained at any time. What is assigned belongs to the physiotherapist or, without
one, to the person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.exercise import LIGHTEST, Group, Level

WHY_LENGTH = 500  # characters


class Assigner(StrEnum):
    SELF = "self"
    PHYSIO = "physio"


@dataclass(frozen=True)
class Issuer:
    by: Assigner
    name: str = ""

    def __post_init__(self) -> None:
        if self.by is Assigner.PHYSIO and not self.name:
            raise AnswerRefusedError("error.physio_name")


MYSELF = Issuer(Assigner.SELF)


@dataclass(frozen=True)
class CarePlan:
    """One version. `at` is UTC with the zone beside it. `levels` names every group.

    `why` is kept for the groups that this version was made for.
    """

    id: str
    version: int
    day: date
    at: datetime
    zone: str
    issuer: Issuer
    levels: Mapping[Group, Level]
    why: Mapping[Group, str]

    def __post_init__(self) -> None:
        if set(self.levels) != set(Group):
            raise ValueError(self.levels)
        if any(len(why) > WHY_LENGTH for why in self.why.values()):
            raise AnswerRefusedError("error.note_long", most=WHY_LENGTH)


@dataclass(frozen=True)
class Assigned:
    """One line of the history of a group. `day` None: nobody has set a level yet."""

    group: Group
    level: Level
    issuer: Issuer
    day: date | None = None
    at: datetime | None = None
    why: str = ""


@dataclass(frozen=True)
class Trial:
    """A level that the person tries without assigning it; it ends when the group is set anew."""

    group: Group
    level: Level
    day: date
    at: datetime


EVERYONE_AT_ONE: Mapping[Group, Level] = dict.fromkeys(Group, LIGHTEST)


def levels_of(plans: Sequence[CarePlan]) -> Mapping[Group, Level]:
    """Of the newest version; everyone begins at the lightest."""
    return plans[-1].levels if plans else EVERYONE_AT_ONE


def history_of(plans: Sequence[CarePlan], group: Group) -> list[Assigned]:
    """The versions that concern the group, oldest first."""
    return [_assigned(plan, group) for plan in plans if group in plan.why]


def assigned(plans: Sequence[CarePlan], group: Group) -> Assigned:
    told = history_of(plans, group)
    return told[-1] if told else Assigned(group, levels_of(plans)[group], MYSELF)


def belongs_to_physio(plans: Sequence[CarePlan]) -> bool:
    return bool(plans) and plans[-1].issuer.by is Assigner.PHYSIO


def trained_levels(
    plans: Sequence[CarePlan], trials: Mapping[Group, Trial]
) -> Mapping[Group, Level]:
    """What a session takes: the level that is being tried, else the assigned one."""
    return {group: _trained(plans, group, trials.get(group)) for group in Group}


def _trained(plans: Sequence[CarePlan], group: Group, trial: Trial | None) -> Level:
    now = assigned(plans, group)
    if trial is None or (now.at is not None and trial.at < now.at):
        return now.level
    return trial.level


def _assigned(plan: CarePlan, group: Group) -> Assigned:
    return Assigned(group, plan.levels[group], plan.issuer, plan.day, plan.at, plan.why[group])
