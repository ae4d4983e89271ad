"""Who a patient's device takes plans from, and what it has taken.

A pairing is trusted when both people have seen the same six digits. Nothing is ever trusted by
itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.prescription import (
    Doses,
    Levels,
    Prescription,
    Refusal,
    Source,
    Variations,
    refuse,
)

NAME_LENGTH = 60  # characters
TOLD_LAST = "report_back."  # of the device, with the person: what was told to whom, and chosen
CLOCKS_DIFFER = timedelta(1)  # by so much a plan may be dated on a day to come


@dataclass(frozen=True)
class Pairing:
    """On the patient's device. Keys are public ones, in hexadecimal digits: `key` signs plans,
    `box` locks what is sent to the physiotherapist, `own_box` is the patient's. `tag` is how the
    physiotherapist's device knows the patient. `at` is UTC with the zone beside it.
    """

    id: str
    name: str
    key: str
    box: str
    tag: str
    own_box: str
    confirmed: bool
    ended: date | None
    day: date
    at: datetime
    zone: str

    @property
    def trusted(self) -> bool:
        return self.confirmed and self.ended is None


@dataclass(frozen=True)
class Taken:
    """A plan that was taken over. `plan_id` is the version of the care plan that it made; a typed
    code has no `sequence` and no days.
    """

    id: str
    plan_id: str
    pairing_id: str | None
    name: str
    source: Source
    prescribed: Levels
    doses: Doses | None
    note: str
    sequence: int | None
    issued: date | None
    expires: date | None
    day: date
    at: datetime
    zone: str
    variations: Variations | None = None


def name_of(said: object) -> str:
    """A name to be shown as it is."""
    if not isinstance(said, str) or not 0 < len(said.strip()) <= NAME_LENGTH:
        raise AnswerRefusedError("error.name_long", most=NAME_LENGTH)
    if not said.isprintable():
        raise AnswerRefusedError("error.name_long", most=NAME_LENGTH)
    return said.strip()


def trusted(pairings: Sequence[Pairing]) -> list[Pairing]:
    return [one for one in pairings if one.trusted]


def judged(
    plan: Prescription,
    key: str,
    pairings: Sequence[Pairing],
    taken: Sequence[Taken],
    today: date,
) -> Pairing:
    """Whose plan it is, when it may be taken today; PlanRefusedError when not.

    `key` is the one it was signed with.
    """
    pairing = _signer(plan, key, trusted(pairings))
    if plan.tag.lower() != pairing.tag:
        refuse(Refusal.WRONG_PATIENT)
    _refuse_earlier(plan.sequence, _last(taken, pairing))
    if plan.issued > today + CLOCKS_DIFFER:
        refuse(Refusal.NOT_YET)
    if plan.expires < today:
        refuse(Refusal.EXPIRED)
    if not any(plan.levels):
        refuse(Refusal.NOTHING)
    return pairing


def _signer(plan: Prescription, key: str, known: Sequence[Pairing]) -> Pairing:
    for one in known:
        if one.key == key:
            return one
    mine = any(plan.tag.lower() == one.tag for one in known)
    refuse(Refusal.CHANGED_KEY if mine else Refusal.UNKNOWN_KEY)


def _last(taken: Sequence[Taken], pairing: Pairing) -> int | None:
    numbers = [one.sequence for one in taken if one.pairing_id == pairing.id]
    return max((number for number in numbers if number is not None), default=None)


def _refuse_earlier(sequence: int, last: int | None) -> None:
    if last is not None and sequence <= last:
        refuse(Refusal.REPLAY if sequence == last else Refusal.OLDER)
