"""How far a person has come in the lessons, what they keep for later, and what comes next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError

THOUGHTS, QUIZ = "after:thoughts", "after:quiz"  # what follows the cards of every lesson
NEVER = datetime.min.replace(tzinfo=UTC)


class Standing(StrEnum):
    UNREAD = "unread"
    BEGUN = "begun"
    READ = "read"


@dataclass(frozen=True)
class Reading:
    """`place` is where to go on: the id of a card, THOUGHTS or QUIZ; empty at the beginning.

    `read_on` and `read_at` (UTC with the zone beside it) say when a page was turned last.
    """

    lesson: str
    place: str = ""
    finished_on: date | None = None
    saved: bool = False
    read_on: date | None = None
    read_at: datetime | None = None
    zone: str = ""

    @property
    def standing(self) -> Standing:
        if self.finished_on is not None:
            return Standing.READ
        return Standing.BEGUN if self.place else Standing.UNREAD


@dataclass(frozen=True)
class Syllabus:
    """By lesson its places in order and its prompts; `order` is the one suggested."""

    places: Mapping[str, Sequence[str]]
    prompts: Mapping[str, Sequence[str]]
    order: Sequence[str]

    def refuse_unknown(self, lesson: str, place: str = "", prompt: str = "") -> None:
        """Raises AnswerRefusedError for what no lesson has."""
        strange = place and place not in self.places.get(lesson, ())
        if lesson not in self.places or strange:
            raise AnswerRefusedError("error.lesson")
        if prompt and prompt not in self.prompts[lesson]:
            raise AnswerRefusedError("error.lesson")


def suggested(readings: Mapping[str, Reading], syllabus: Syllabus) -> str | None:
    """The lesson to go on with: the one that was left last, else the first unread.

    None when everything is read.
    """
    left = [one for one in readings.values() if one.place and one.lesson in syllabus.places]
    if left:
        return max(left, key=lambda one: one.read_at or NEVER).lesson
    return next(_unread(readings, syllabus.order), None)


def following(lesson: str, readings: Mapping[str, Reading], syllabus: Syllabus) -> str | None:
    """The next unread one in the order suggested, from its beginning again after the last."""
    at = syllabus.order.index(lesson) + 1
    turned = [*syllabus.order[at:], *syllabus.order[: at - 1]]
    return next(_unread(readings, turned), None)


def _unread(readings: Mapping[str, Reading], order: Sequence[str]) -> Iterator[str]:
    read = {name for name, one in readings.items() if one.standing is Standing.READ}
    return (lesson for lesson in order if lesson not in read)
