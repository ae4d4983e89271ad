"""What a patient records about one day."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lbp_app.errors import AnswerRefusedError

LOWEST, HIGHEST = 0, 10
_POSSIBLE = frozenset([None, *range(LOWEST, HIGHEST + 1)])
NOTE_LENGTH = 2000  # characters


class Scale(StrEnum):
    """Each from 0 (best) to 10 (worst)."""

    BACK = "back_pain"
    LEG = "leg_pain"
    HINDRANCE = "hindrance"  # how much it got in the way
    SLEEP = "sleep"
    MOOD = "mood"


class LegSide(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Feeling(StrEnum):
    """ "How are you?" in five words, for people who want no numbers; best first."""

    VERY_WELL = "very_well"
    WELL = "well"
    SO_SO = "so_so"
    POORLY = "poorly"
    VERY_POORLY = "very_poorly"


@dataclass(frozen=True)
class CheckIn:
    """One day's answers. None is "not answered" and is never zero; a skipped question was seen and
    passed by.
    """

    day: date
    back_pain: int | None = None
    leg_pain: int | None = None
    hindrance: int | None = None
    sleep: int | None = None
    mood: int | None = None
    leg_side: LegSide | None = None
    feeling: Feeling | None = None
    note: str = ""
    skipped: frozenset[str] = field(default_factory=frozenset)  # of Scale values and "feeling"

    def __post_init__(self) -> None:
        if not _POSSIBLE.issuperset(self.answers):
            raise AnswerRefusedError("error.off_scale")
        if len(self.note) > NOTE_LENGTH:
            raise AnswerRefusedError("error.note_long", most=NOTE_LENGTH)

    @property
    def answers(self) -> tuple[int | None, ...]:
        """In the order of Scale."""
        return self.back_pain, self.leg_pain, self.hindrance, self.sleep, self.mood

    def answer(self, scale: Scale) -> int | None:
        value: int | None = getattr(self, scale)
        return value

    @property
    def answered(self) -> bool:
        """Something was said about this day."""
        given = any(answer is not None for answer in self.answers)
        return given or self.feeling is not None or bool(self.note)

    def answering(self, question: str, value: object) -> "CheckIn":
        """With one field set; answering a skipped question un-skips it, None clears it."""
        changes: dict[str, object] = {question: value, "skipped": self.skipped - {question}}
        if question == Scale.LEG and not value:
            changes["leg_side"] = None
        return replace(self, **changes)  # type: ignore[arg-type]  # field names are strings here

    def skipping(self, question: str) -> "CheckIn":
        cleared = self.answering(question, None)
        return replace(cleared, skipped=cleared.skipped | {question})


class Answers(NamedTuple):
    """What is told of a day when thousands are read at once."""

    day: date
    back_pain: int | None
    leg_pain: int | None
    hindrance: int | None
    sleep: int | None
    mood: int | None
    feeling: Feeling | None
    note: str

    @property
    def answers(self) -> tuple[int | None, ...]:
        """In the order of Scale."""
        return self[1:6]

    @property
    def answered(self) -> bool:
        return any(answer is not None for answer in self[1:7]) or bool(self.note)


def next_question(check_in: CheckIn, after: Scale | None = None) -> Scale | None:
    """The first scale neither answered nor skipped, looked for from `after` on and then from the
    start.
    """
    scales = list(Scale)
    start = scales.index(after) + 1 if after else 0
    in_turn = scales[start:] + scales[:start]
    return next((s for s in in_turn if _open(check_in, s)), None)


def _open(check_in: CheckIn, scale: Scale) -> bool:
    return check_in.answer(scale) is None and scale.value not in check_in.skipped
