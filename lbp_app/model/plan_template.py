"""A set of levels that a physiotherapist begins with and then varies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from lbp_app.errors import AnswerRefusedError
from lbp_app.model.care_plan import EVERYONE_AT_ONE
from lbp_app.model.exercise import Group, Level
from lbp_app.model.participant import Detail

NAME_LENGTH = 40  # characters
BEGINNER = "beginner"  # the one that the app brings along


@dataclass(frozen=True)
class PlanTemplate:
    id: str
    name: str
    levels: Mapping[Group, Level]
    at: datetime
    zone: str
    details: Mapping[Group, Detail] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.name:
            raise AnswerRefusedError("error.template_name")
        if len(self.name) > NAME_LENGTH:
            raise AnswerRefusedError("error.name_long", most=NAME_LENGTH)


FIRST_LEVELS: Mapping[Group, Level] = EVERYONE_AT_ONE
