"""Days on which Danish clinics are shut: the public holidays, and three days that are nearly so."""

from collections.abc import Mapping
from datetime import date
from functools import cache

NEARLY = {(6, 5), (12, 24), (12, 31)}  # (month, day)
LANGUAGES = {"da": "da"}  # of the names; English for every other


@cache
def holidays_of(year: int, language: str = "da") -> Mapping[date, str]:
    """With their names."""
    from holidays import country_holidays  # and its many countries, which take long to load

    def names(kind: str) -> dict[date, str]:
        lang = LANGUAGES.get(language, "en_US")
        return dict(country_holidays("DK", years=year, language=lang, categories=(kind,)))

    optional = {day: name for day, name in names("optional").items() if _nearly(day)}
    return optional | names("public")


def is_holiday(day: date) -> bool:
    return day in holidays_of(day.year)


def _nearly(day: date) -> bool:
    return (day.month, day.day) in NEARLY
