"""What is asked in a safety check, and what was replied so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lbp_app.model.person import Sex
from lbp_app.model.triage import Ages, Answer, Answers, RuleSet, Sign


class Round(StrEnum):
    """`SHORT` is the monthly one; `LATER` holds what may wait for another day."""

    FULL = "full"
    SHORT = "short"
    LATER = "later"


class Kind(StrEnum):
    AGE = "age"
    SEX = "sex"
    TICKS = "ticks"
    QUESTION = "question"
    AGAIN = "again"  # the second, simpler wording after a "ved ikke"
    AT_ONCE = "at_once"  # an emergency has been found; the rest may be answered or not


@dataclass(frozen=True)
class Step:
    """`name` is the id of a part for TICKS, else a sign; empty for AGE and SEX. `without` are the
    ticks that are not shown, because other answers have settled them.
    """

    kind: Kind
    name: str = ""
    without: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What its reply is kept under: one given when less was shown does not count."""
        return "/".join([self.kind, *([self.name] if self.name else []), *self.without])


Reply = tuple[str, ...]  # TICKS: the first sign of each tick; AGE: the youngest of the band
Replies = Mapping[str, Reply]
GO_ON: Reply = ("go_on",)
UNSAID: Reply = ("unsaid",)


@dataclass(frozen=True)
class About:
    """What the profile tells."""

    ages: Ages | None = None
    sex: Sex | None = None


@dataclass(frozen=True)
class Walk:
    """The way through a check so far. Unless it is `done`, the last step waits for its reply."""

    steps: tuple[Step, ...]
    answers: Answers
    done: bool


def ticked_key(part: str) -> str:
    """What the ticks of a part are kept under until they are confirmed."""
    return f"ticked/{part}"


def ruled_out(sign: Sign, answers: Answers) -> bool:
    return sign.after is not None and answers.get(sign.after) is Answer.NO


def replies_of(rules: RuleSet, answers: Answers) -> dict[str, Reply]:
    """What must have been replied for these answers: of every part that was answered whole."""
    replies: dict[str, Reply] = {}
    signs = {sign.key: sign for sign in rules.signs}
    for part in rules.parts:
        asked = [sign for sign in part.signs if not ruled_out(signs[sign], answers)]
        if all(sign in answers for sign in asked):
            said = {sign for sign in asked if answers[sign] is not Answer.NO}
            ticks = [tick for tick in part.ticks if said.intersection(tick)]
            hidden = tuple(t[0] for t in part.ticks if not any(s in answers for s in t))
            replies[Step(Kind.TICKS, part.id, hidden).key] = tuple(tick[0] for tick in ticks)
            for sign in (sign for tick in ticks for sign in tick if sign in answers):
                replies |= _reply(signs[sign], answers[sign])
    return replies


def _reply(sign: Sign, answer: Answer) -> dict[str, Reply]:
    twice = sign.again and answer is Answer.UNSURE
    kinds = [Kind.QUESTION, Kind.AGAIN] if twice else [Kind.QUESTION]
    return {Step(kind, sign.key).key: (answer.value,) for kind in kinds}
