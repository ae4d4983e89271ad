"""What a list of a class says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lbp_app.model.course import Attendance
from lbp_app.model.exercise import Group, Level


@dataclass(frozen=True)
class ListedPerson:
    """`came` by day; of a day on which nothing was said there is nothing."""

    name: str
    number: str
    levels: Mapping[Group, Level | None]
    came: Mapping[date, Attendance]


@dataclass(frozen=True)
class ClassList:
    name: str
    place: str
    days: Sequence[date]
    people: Sequence[ListedPerson]
