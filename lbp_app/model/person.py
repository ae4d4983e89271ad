"""Who the diary belongs to, and how they want the app to be."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lbp_app.errors import AnswerRefusedError

REGIONS = ("hovedstaden", "sjaelland", "syddanmark", "midtjylland", "nordjylland", "oestdanmark")
NAME_LENGTH = 60  # characters
OLDEST, YOUNGEST = 110, 18  # years; the sources speak of adults (002, D11)


class Role(StrEnum):
    PATIENT = "patient"
    PHYSIO = "physio"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


class Appearance(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Person:
    """One person on this device; every answer is optional and may be changed later."""

    id: str
    role: Role
    first_name: str = ""
    birth_year: int | None = None
    sex: str | None = None  # a value of Sex
    region: str | None = None
    doctor_name: str = ""
    doctor_phone: str = ""
    welcomed_at: datetime | None = None  # UTC; None until the first start has been gone through

    def __post_init__(self) -> None:
        if self.region is not None and self.region not in REGIONS:
            raise AnswerRefusedError("error.region")
        if self.sex is not None and self.sex not in set(Sex):
            raise AnswerRefusedError
        if len(self.first_name) > NAME_LENGTH or len(self.doctor_name) > NAME_LENGTH:
            raise AnswerRefusedError("error.name_long", most=NAME_LENGTH)


def refuse_birth_year(year: int, this_year: int) -> None:
    """Raises AnswerRefusedError for a year of which no adult of today was born."""
    if not this_year - OLDEST <= year <= this_year - YOUNGEST:
        raise AnswerRefusedError(
            "error.birth_year", first=this_year - OLDEST, last=this_year - YOUNGEST
        )


@dataclass(frozen=True)
class Preferences:
    """`text_scale` in percent, 100-200. `language` None: as the browser or device says."""

    language: str | None = None
    appearance: Appearance = Appearance.SYSTEM
    text_scale: int = 100
    reduced_motion: bool = False
    numbers_off: bool = False
    sounds: bool = True  # of the guided session

    def __post_init__(self) -> None:
        if not 100 <= self.text_scale <= 200:
            raise AnswerRefusedError("error.text_scale")
