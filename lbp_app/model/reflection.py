"""What a person thinks about a lesson, in their own words."""

from dataclasses import dataclass
from datetime import date, datetime

from lbp_app.errors import AnswerRefusedError

LENGTH = 2000  # characters


@dataclass(frozen=True)
class Reflection:
    """One note to each prompt of each lesson. `day`, `at` (UTC) and `zone`: when it was last
    changed.
    """

    lesson: str
    prompt: str
    text: str
    day: date
    at: datetime
    zone: str

    def __post_init__(self) -> None:
        if len(self.text) > LENGTH:
            raise AnswerRefusedError("error.note_long", most=LENGTH)

    @property
    def id(self) -> str:
        return reflection_id(self.lesson, self.prompt)


def reflection_id(lesson: str, prompt: str) -> str:
    return f"{lesson}.{prompt}"
