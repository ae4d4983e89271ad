"""For the doctor: what a person has written and chosen, and the one sheet that is made of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.diary import CheckIn
from lbp_app.model.flare import Flare
from lbp_app.model.graph import Graph
from lbp_app.model.person import Person
from lbp_app.model.triage import Answer, Answers, Tier

TEXT_LENGTH = 600  # characters of one part; all of them together still fill one page only
SPAN, SHORT_SPAN = 30, 14  # days of the diary that the sheet tells of
SPELLS_SPAN = 90  # days for bad spells


class CardPart(StrEnum):
    """In the order of the sheet."""

    PERSON = "person"
    REASON = "reason"
    QUESTIONS = "questions"
    SIGNS = "signs"
    THOUGHTS = "thoughts"
    ADVICE = "advice"
    ONSET = "onset"
    PLACE = "place"
    WORK = "work"
    COURSE = "course"
    TREATMENTS = "treatments"
    MEDICINE = "medicine"
    ILLNESS = "illness"
    SCANS = "scans"
    TOLD = "told"
    PRACTICAL = "practical"


MADE_BY_APP = frozenset(
    [CardPart.PERSON, CardPart.SIGNS, CardPart.THOUGHTS, CardPart.ADVICE, CardPart.COURSE]
)
OWN_WORDS = tuple(part for part in CardPart if part not in MADE_BY_APP)
# Answers about wanting to live or harming oneself: never on the sheet unless asked for.
THOUGHTS = frozenset(["suicidal_plan_or_intent", "suicidal_thoughts", "overdose_or_self_harm"])


@dataclass(frozen=True)
class DoctorCard:
    """`chosen` holds only the parts about which the person has said yes or no."""

    texts: Mapping[CardPart, str] = field(default_factory=dict)
    chosen: Mapping[CardPart, bool] = field(default_factory=dict)

    def text(self, part: CardPart) -> str:
        return self.texts.get(part, "")

    def wants(self, part: CardPart) -> bool:
        return self.chosen.get(part, part is not CardPart.THOUGHTS)


def refuse_long(text: str) -> None:
    if len(text) > TEXT_LENGTH:
        raise AnswerRefusedError("error.card_long", most=TEXT_LENGTH)


@dataclass(frozen=True)
class Check:
    """Of a safety check what the sheet may tell. `later` is the day of what could wait, where
    something was found then; `advised` that of the advice.
    """

    day: date
    answers: Answers
    tier: Tier
    complete: bool
    advised: date
    later: date | None = None


@dataclass(frozen=True)
class Facts:
    """All that the sheet may be made of; `check` is the newest, `check_ins` are of SPAN days."""

    card: DoctorCard
    person: Person
    check: Check | None
    check_ins: Sequence[CheckIn]
    flares: Sequence[Flare]
    today: date
    numbers_off: bool = False
    language: str | None = None


@dataclass(frozen=True)
class Marked:
    """Signs that were answered yes, and those that were answered "ved ikke"."""

    yes: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.yes or self.unsure)


def marked(answers: Answers, among: Collection[str]) -> Marked:
    """In the order of `among`."""
    return Marked(
        tuple(sign for sign in among if answers.get(sign) is Answer.YES),
        tuple(sign for sign in among if answers.get(sign) is Answer.UNSURE),
    )


@dataclass(frozen=True)
class Section:
    """`items` stand under each other with a dash before each, `paragraphs` after them."""

    part: CardPart
    title: str
    items: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()  # of a table; the first are its heads
    graph: Graph | None = None


@dataclass(frozen=True)
class Sheet:
    """What was chosen, in the person's language. `held` are the parts that there is something of,
    with their titles, chosen or not; `who` is empty when it was not chosen.
    """

    language: str
    title: str
    made_on: str
    who: str
    sections: tuple[Section, ...]
    foot: str
    held: Mapping[CardPart, str]

    @property
    def empty(self) -> bool:
        return not self.sections


@dataclass(frozen=True)
class Paper:
    """The sheet as a file. `shortened`: a text was too long for one page; `unknown`: a letter is
    in no font of ours.
    """

    content: bytes
    shortened: bool = False
    unknown: bool = False
