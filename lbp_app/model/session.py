"""Training that was done: what, at which level, how much, and how it felt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.exercise import Level, Mode, place_of

LOWEST, HIGHEST = 0, 10
REFLECTION_LENGTH = 2000  # characters
MOST_OF_A_SET = 3600  # repetitions or seconds
MOST_SETS = 20


class SessionKind(StrEnum):
    FULL = "full"
    SHORT = "short"
    WARM_UP = "warmup"
    COOL_DOWN = "cooldown"
    SINGLE = "single"
    CLASS = "class"  # holdets øvelser


class Question(StrEnum):
    """Each from 0 to 10. SAFE: "Hvor tryg er du ved den her?", 10 is entirely."""

    EFFORT = "effort"
    PAIN = "pain"
    SAFE = "safe"


class After(StrEnum):
    """How the back was afterwards. Anything over a day is longer than the usual."""

    USUAL = "usual"  # as it usually is, within a day
    SORE = "sore"  # a little sorer the next morning
    OVER_A_DAY = "over_a_day"
    OVER_TWO_DAYS = "over_two_days"
    PASSED = "passed"  # the question was seen and passed by


@dataclass(frozen=True)
class Item:
    """One exercise of a session. `done` has one amount for each set, as `mode` counts; with
    `each_side` one for each side of each set, 0 for one that was left. None is "not answered".
    """

    exercise: str
    mode: Mode
    done: tuple[int, ...] = ()
    each_side: bool = False
    variation: str | None = None
    skipped: bool = False
    effort: int | None = None
    pain: int | None = None
    safe: int | None = None

    def __post_init__(self) -> None:
        place_of(self.exercise)
        given = [n for n in (self.effort, self.pain, self.safe) if n is not None]
        if not all(LOWEST <= n <= HIGHEST for n in given):
            raise AnswerRefusedError("error.off_scale")
        possible = all(0 <= n <= MOST_OF_A_SET for n in self.done)
        if len(self.done) > MOST_SETS or not possible:
            raise AnswerRefusedError("error.sets", most=MOST_OF_A_SET)

    @property
    def level(self) -> Level | None:
        place = place_of(self.exercise)
        return place and place[1]

    @property
    def total(self) -> int:
        return sum(self.done)

    def answer(self, question: Question) -> int | None:
        value: int | None = getattr(self, question)
        return value


@dataclass(frozen=True)
class Session:
    """`started` and `ended` are UTC with the zone beside them; `day` turns at 03:00.

    `cut_short` is a fact and no judgement: what was done counts.
    """

    id: str
    kind: SessionKind
    day: date
    started: datetime
    ended: datetime
    zone: str
    items: tuple[Item, ...]
    cut_short: bool = False
    reflection: str = ""
    after: After | None = None
    after_at: datetime | None = None  # when that was said

    def __post_init__(self) -> None:
        if self.ended < self.started:
            raise AnswerRefusedError("error.session_order")
        if len(self.reflection) > REFLECTION_LENGTH:
            raise AnswerRefusedError("error.note_long", most=REFLECTION_LENGTH)

    @property
    def minutes(self) -> int:
        return round((self.ended - self.started) / timedelta(minutes=1))

    @property
    def done(self) -> tuple[Item, ...]:
        """Of which at least some was done."""
        return tuple(item for item in self.items if item.total)

    def with_item(self, at: int, item: Item) -> "Session":
        """Raises AnswerRefusedError when there is none at that place."""
        if not 0 <= at < len(self.items):
            raise AnswerRefusedError("error.session_none")
        return replace(self, items=(*self.items[:at], item, *self.items[at + 1 :]))


def to_ask_about(sessions: Sequence[Session], today: date, within: int) -> Session | None:
    """The session to ask about this morning: the newest one of the days before, at most `within`
    days back, of which nothing was said yet. `sessions` oldest first.
    """
    before = [one for one in sessions if one.day < today and one.done]
    newest = before[-1] if before else None
    if newest is None or newest.after is not None or (today - newest.day).days > within:
        return None
    return newest
