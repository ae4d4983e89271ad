"""A plan that a physiotherapist hands over: eight levels, and what goes with them.

What comes from outside is held against its bounds here, whatever it was written in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NoReturn

from lbp_app.errors import AnswerRefusedError, InputRefusedError
from lbp_app.model.exercise import Group, Level

DOSE_LENGTH = 24  # characters
NOTE_LENGTH = 400  # bytes in UTF-8
VARIATIONS = ("a", "b")  # of an exercise; which they are is told by the level
LONGEST_VALID = 180  # days: nothing can be called back, so nothing holds for long
LAST_SEQUENCE = 2**53 - 1  # the largest number that every reader of JSON keeps whole
_TAG = re.compile(r"[0-9a-fA-F]{16}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

Levels = tuple[Level | None, ...]  # by the number of the group; None: not prescribed
Doses = tuple[str | None, ...]  # likewise
Variations = tuple[str | None, ...]  # likewise; None: the exercise as it is


class Refusal(StrEnum):
    """Why a message from another device is not taken. Each is the key of its sentence."""

    GARBAGE = "error.plan_garbage"  # nothing that Rygvej writes
    OTHER_KIND = "error.plan_other_kind"  # another message of Rygvej's
    NEWER = "error.plan_newer"  # of a later version
    OVERSIZE = "error.plan_oversize"  # more than any plan holds, packed or not
    MISTYPED = "error.plan_mistyped"  # a typed code whose check does not fit
    TAMPERED = "error.plan_tampered"  # begins as a message does, and is not what was signed
    OUT_OF_BOUNDS = "error.plan_out_of_bounds"  # signed, and yet no plan
    UNKNOWN_KEY = "error.plan_unknown_key"
    CHANGED_KEY = "error.plan_changed_key"  # for this person, and signed by someone else
    WRONG_PATIENT = "error.plan_wrong_patient"
    REPLAY = "error.plan_replay"  # the one that was taken last
    OLDER = "error.plan_older"  # from before the one that was taken last
    EXPIRED = "error.plan_expired"
    NOT_YET = "error.plan_not_yet"  # issued on a day to come
    NOTHING = "error.plan_nothing"  # no level is prescribed
    CPR = "error.plan_cpr"  # a CPR number stands in it
    OTHER_PHYSIO = "error.plan_other_physio"  # an answer that was meant for somebody else's keys
    NO_CLASS = "error.class_is_plan"  # a plan for one person, where a class is asked for
    CLASS_SAME = "error.class_same"  # followed already, and nothing is new
    CLASS_OLDER = "error.class_older"  # from before the one that is followed
    CLASS_OVER = "error.class_over"  # it has met for the last time


class PlanRefusedError(InputRefusedError):
    """`refusal` says which it is."""

    def __init__(self, refusal: Refusal, **values: object) -> None:
        super().__init__(refusal.value, **values)
        self.refusal = refusal


def refuse(refusal: Refusal) -> NoReturn:
    raise PlanRefusedError(refusal) from None


class Source(StrEnum):
    SIGNED = "signed"
    TYPED = "typed"


@dataclass(frozen=True)
class Prescription:
    """`tag` is how the physiotherapist's device knows the person; 16 hexadecimal digits.

    `sequence` grows with every plan that one physiotherapist makes for one person.
    `variations` None: each exercise as it is.
    """

    levels: Levels
    doses: Doses | None
    note: str
    tag: str
    sequence: int
    issued: date
    valid_days: int
    variations: Variations | None = None

    @property
    def expires(self) -> date:
        """The last day on which it may be taken."""
        return self.issued + timedelta(self.valid_days)


def by_group(levels: Levels) -> Mapping[Group, Level]:
    """Those that are prescribed."""
    pairs = zip(Group, levels, strict=True)
    return {group: level for group, level in pairs if level is not None}


def doses_by_group(doses: Doses | None) -> Mapping[Group, str]:
    pairs = zip(Group, doses or [None] * len(Group), strict=True)
    return {group: dose for group, dose in pairs if dose}


def variations_by_group(variations: Variations | None) -> Mapping[Group, str]:
    pairs = zip(Group, variations or [None] * len(Group), strict=True)
    return {group: variation for group, variation in pairs if variation}


# --- what was said, of whatever kind, held against its bounds ---------------------------------


def levels_of(said: object) -> Levels:
    if not isinstance(said, list) or len(said) != len(Group):
        raise AnswerRefusedError("error.plan_levels")
    return tuple(_level(one) for one in said)


def doses_of(said: object) -> Doses | None:
    if said is None:
        return None
    if not isinstance(said, list) or len(said) != len(Group):
        raise AnswerRefusedError("error.plan_doses", most=DOSE_LENGTH)
    return tuple(_dose(one) for one in said)


def variations_of(said: object, levels: Levels) -> Variations:
    """At least one, and only where a level is prescribed: there is one way to write each plan."""
    known = (None, *VARIATIONS)
    if not isinstance(said, list) or len(said) != len(Group) or not any(said):
        raise AnswerRefusedError("error.plan_variations")
    if any(
        one not in known or (one and not level) for one, level in zip(said, levels, strict=True)
    ):
        raise AnswerRefusedError("error.plan_variations")
    return tuple(said)


def note_of(said: object) -> str:
    if not isinstance(said, str) or not 0 <= bytes_of(said) <= NOTE_LENGTH:
        raise AnswerRefusedError("error.plan_note", most=NOTE_LENGTH)
    return said


def tag_of(said: object) -> str:
    if not isinstance(said, str) or not _TAG.fullmatch(said):
        raise AnswerRefusedError("error.plan_tag")
    return said


def sequence_of(said: object) -> int:
    if type(said) is not int or not 0 <= said <= LAST_SEQUENCE:
        raise AnswerRefusedError("error.plan_sequence")
    return said


def day_of(said: object) -> date:
    """Written as 2026-05-04. Of the last year of the calendar no plan could end."""
    try:
        if isinstance(said, str) and _DAY.fullmatch(said) and not said.startswith("9999"):
            return date.fromisoformat(said)
    except ValueError:
        pass
    raise AnswerRefusedError("error.plan_issued")


def days_of(said: object) -> int:
    if type(said) is not int or not 1 <= said <= LONGEST_VALID:
        raise AnswerRefusedError("error.plan_days", most=LONGEST_VALID)
    return said


def bytes_of(text: str) -> int:
    """-1 when it holds half a character, which nothing can write down."""
    try:
        return len(text.encode())
    except UnicodeEncodeError:
        return -1


def _level(said: object) -> Level | None:
    if said is None:
        return None
    if isinstance(said, bool) or not isinstance(said, int) or said not in tuple(Level):
        raise AnswerRefusedError("error.plan_levels")
    return Level(said)


def _dose(said: object) -> str | None:
    if said is None:
        return None
    if not isinstance(said, str) or len(said) > DOSE_LENGTH or bytes_of(said) < 0:
        raise AnswerRefusedError("error.plan_doses", most=DOSE_LENGTH)
    return said
