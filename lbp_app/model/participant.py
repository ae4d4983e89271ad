"""A person on a physiotherapist's device, known by a first name or initials and a local number."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from lbp_app.errors import AnswerRefusedError
from lbp_app.model import prescription
from lbp_app.model.care_plan import CarePlan
from lbp_app.model.exercise import Group, Level
from lbp_app.model.prescription import DOSE_LENGTH

NAME_LENGTH, NUMBER_LENGTH = 40, 20  # characters
NOTE_LENGTH = 2000  # characters of the note to oneself
LINE_LENGTH = 60  # characters of a note on one group
VARIATIONS = ("", *prescription.VARIATIONS)  # "" as the exercise itself
RECALL = timedelta(hours=24)  # for so long a participant who was deleted can be had back
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Participant:
    """`note` is the physiotherapist's own and is never handed over. `removed`: when they were
    deleted, while they can still be had back. `tag` and `box` come from pairing; `sequence` is the
    number of the last plan that was handed over.
    """

    id: str
    name: str
    number: str
    day: date
    at: datetime
    zone: str
    note: str = ""
    removed: datetime | None = None
    tag: str = ""
    box: str = ""
    sequence: int = 0

    def __post_init__(self) -> None:
        if not self.name:
            raise AnswerRefusedError("error.participant_name")
        if len(self.name) > NAME_LENGTH or len(self.number) > NUMBER_LENGTH:
            most = NAME_LENGTH if len(self.name) > NAME_LENGTH else NUMBER_LENGTH
            raise AnswerRefusedError("error.name_long", most=most)
        if len(self.note) > NOTE_LENGTH:
            raise AnswerRefusedError("error.note_long", most=NOTE_LENGTH)

    @property
    def called(self) -> str:
        """ "Birgit · 14"."""
        return f"{self.name} · {self.number}" if self.number else self.name

    def is_gone(self, now: datetime) -> bool:
        return self.removed is not None and now >= self.removed + RECALL


@dataclass(frozen=True)
class Detail:
    """What goes with the level of one group. `left_out`: no level is prescribed there."""

    variation: str = ""
    dose: str = ""  # "" as it is written with the exercise
    note: str = ""
    left_out: bool = False

    def __post_init__(self) -> None:
        if self.variation not in VARIATIONS:
            raise AnswerRefusedError
        if len(self.dose) > DOSE_LENGTH:
            raise AnswerRefusedError("error.note_long", most=DOSE_LENGTH)
        if len(self.note) > LINE_LENGTH:
            raise AnswerRefusedError("error.note_long", most=LINE_LENGTH)


AS_WRITTEN = Detail()


@dataclass(frozen=True)
class ParticipantPlan:
    """A version of the levels, and what goes with them; groups without a detail have none."""

    participant: str
    plan: CarePlan
    details: Mapping[Group, Detail] = field(default_factory=dict)

    def detail(self, group: Group) -> Detail:
        return self.details.get(group, AS_WRITTEN)

    def prescribed(self, group: Group) -> Level | None:
        return None if self.detail(group).left_out else self.plan.levels[group]


@dataclass(frozen=True)
class Step:
    """What one day changed in a group. `before` None: no level was set until then; `after` None:
    it was left out.
    """

    group: Group
    before: Level | None
    after: Level | None
    other: bool  # variation, dose or note are others too


@dataclass(frozen=True)
class PlanDay:
    """What became of the plan on one day, and why."""

    day: date
    issuer: str
    steps: tuple[Step, ...]
    why: str


def looks_like_full_name(name: str) -> bool:
    """Two words of three letters or more: "Birgit Sørensen", not "Birgit S." or "Anne B"."""
    return len(_WORD.findall(name)) >= 2


def matching(people: Iterable[Participant], typed: str) -> list[Participant]:
    """Those whose name or number holds every word that was typed, by name."""
    wanted = typed.casefold().split()
    found = [one for one in people if all(word in one.called.casefold() for word in wanted)]
    return sorted(found, key=lambda one: (one.name.casefold(), one.number.casefold()))


def history_by_day(versions: Sequence[ParticipantPlan]) -> list[PlanDay]:
    """Newest first; what was changed and changed back within a day is not told."""
    told, before = list[PlanDay](), None
    for at, one in enumerate(versions):
        following = versions[at + 1] if at + 1 < len(versions) else None
        if following is not None and following.plan.day == one.plan.day:
            continue
        steps = tuple(_steps(before, one))
        why = next((said for said in one.plan.why.values() if said), "")
        if steps or why:
            told.append(PlanDay(one.plan.day, one.plan.issuer.name, steps, why))
        before = one
    return told[::-1]


def _steps(before: ParticipantPlan | None, after: ParticipantPlan) -> Iterable[Step]:
    for group in Group:
        old = before.prescribed(group) if before else None
        new = after.prescribed(group)
        other = before is not None and not _same_detail(before.detail(group), after.detail(group))
        if old != new or other:
            yield Step(group, old, new, other)


def _same_detail(one: Detail, two: Detail) -> bool:
    return (one.variation, one.dose, one.note) == (two.variation, two.dose, two.note)


def levels_typed(text: str) -> dict[Group, Level | None]:
    """ "2312 2131": one figure a group, 0 for none; AnswerRefusedError when it is not that."""
    figures = re.sub(r"[\s.,;-]", "", text)
    if not re.fullmatch(r"[0-4]{8}", figures, re.ASCII):
        raise AnswerRefusedError("error.eight_levels")
    said = zip(Group, map(int, figures), strict=True)
    return {group: Level(figure) if figure else None for group, figure in said}
