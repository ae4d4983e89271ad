"""Dates, times and numbers as they are written in the person's language; weeks start on Monday.

Names and patterns are messages, so a third language brings its own in its catalogue.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from lbp_app.content.wording import Wording, mark

WEEKDAYS = (
    mark("mandag"),
    mark("tirsdag"),
    mark("onsdag"),
    mark("torsdag"),
    mark("fredag"),
    mark("lørdag"),
    mark("søndag"),
)
WEEKDAYS_SHORT = (
    mark("man."),
    mark("tirs."),
    mark("ons."),
    mark("tors."),
    mark("fre."),
    mark("lør."),
    mark("søn."),
)
MONTHS = (
    mark("januar"),
    mark("februar"),
    mark("marts"),
    mark("april"),
    mark("maj"),
    mark("juni"),
    mark("juli"),
    mark("august"),
    mark("september"),
    mark("oktober"),
    mark("november"),
    mark("december"),
)
MONTHS_SHORT = (
    mark("jan."),
    mark("feb."),
    mark("mar."),
    mark("apr."),
    mark("maj"),
    mark("jun."),
    mark("jul."),
    mark("aug."),
    mark("sep."),
    mark("okt."),
    mark("nov."),
    mark("dec."),
)


def weekday(t: Wording, day: date) -> str:
    """As "søndag"."""
    return t(WEEKDAYS[day.weekday()])


def weekday_short(t: Wording, day: date) -> str:
    """As "søn."."""
    return t(WEEKDAYS_SHORT[day.weekday()])


def weekday_names(t: Wording, short: bool = False) -> list[str]:
    """Monday first."""
    return [t(name) for name in (WEEKDAYS_SHORT if short else WEEKDAYS)]


def month(t: Wording, day: date) -> str:
    """As "november"."""
    return t(MONTHS[day.month - 1])


def month_and_year(t: Wording, day: date) -> str:
    """As "november 2026"."""
    # Oversætter: overskrift over en måned i kalenderen
    return t("{month} {year}", month=month(t, day), year=day.year)


def date_long(t: Wording, day: date, today: date) -> str:
    """As "søndag 22. november"; with its year where that is not the year of `today`."""
    # Oversætter: ugedag og dato uden år
    pattern = mark("{weekday} {day}. {month}")
    if day.year != today.year:
        # Oversætter: ugedag og dato med år
        pattern = mark("{weekday} {day}. {month} {year}")
    return t(pattern, weekday=weekday(t, day), day=day.day, month=month(t, day), year=day.year)


def date_full(t: Wording, day: date) -> str:
    """As "22. november 2026"."""
    # Oversætter: dato med år
    return t("{day}. {month} {year}", day=day.day, month=month(t, day), year=day.year)


def date_short(t: Wording, day: date, today: date) -> str:
    """As "22. nov."; with its year where that is not the year of `today`."""
    # Oversætter: kort dato; måneden er forkortet
    pattern = mark("{day}. {short_month}")
    if day.year != today.year:
        # Oversætter: kort dato med år; måneden er forkortet
        pattern = mark("{day}. {short_month} {year}")
    return t(pattern, day=day.day, short_month=t(MONTHS_SHORT[day.month - 1]), year=day.year)


def date_numeric(t: Wording, day: date) -> str:
    """As "22.11.2026"."""
    # Oversætter: dag, måned og år i tal
    pattern = mark("{dd}.{mm}.{year}")
    return t(pattern, dd=f"{day.day:02}", mm=f"{day.month:02}", year=day.year)


def date_range(t: Wording, first: date, last: date, today: date) -> str:
    """As "22. nov. – 3. dec.", "22. nov. – 3. dec. 2026" when that is over, and over New Year
    "28. dec. 2026 – 3. jan. 2027".
    """
    same_year = first.year == last.year
    near = today if same_year else date(last.year + 1, 1, 1)
    begins = date_short(t, first, last if same_year else near)
    return f"{begins} – {date_short(t, last, near)}"


def clock_time(t: Wording, at: datetime | time) -> str:
    """As "08.30", of the local time that `at` shows."""
    # Oversætter: klokkeslæt med 24 timer
    return t("{hh}.{minutes}", hh=f"{at.hour:02}", minutes=f"{at.minute:02}")


def weekly(t: Wording, two: Sequence[tuple[int, time | None]]) -> str:
    """Two weekdays (0 is Monday) with their times, as "Tirsdag og torsdag kl. 17.00"."""
    names = weekday_names(t)
    (first, at), (second, then) = two
    if at == then:
        days = t("{first} og {second}", first=names[first], second=names[second])
        return capital(_at(t, days, at))
    both = _at(t, names[first], at), _at(t, names[second], then)
    return capital(t("{first} og {second}", first=both[0], second=both[1]))


def _at(t: Wording, days: str, at: time | None) -> str:
    return days if at is None else t("{day} kl. {time}", day=days, time=clock_time(t, at))


def decimal(t: Wording, value: float, places: int = 1) -> str:
    """As "3,5"."""
    # Oversætter: decimaltegnet i tal
    return f"{value:.{places}f}".replace("-", "−").replace(".", t(","))


def percent(t: Wording, value: float) -> str:
    """As "12 %", of a value already in percent."""
    # Oversætter: procent; mellemrummet er fast, så tal og tegn står sammen
    return t("{value} %", value=f"{value:.0f}")


def phone(number: str) -> str:
    """Eight Danish digits in pairs, "70 20 12 01"; anything else as it is."""
    digits = number.replace(" ", "")
    if len(digits) != 8 or not digits.isdigit():
        return number
    return " ".join(digits[at : at + 2] for at in range(0, 8, 2))


def capital(text: str) -> str:
    """ "Søndag 22. november", for the beginning of a line."""
    return text[:1].upper() + text[1:]


def days_ago(t: Wording, day: date, today: date) -> str:
    """As "i dag", "i går", "for 3 dage siden"; a date from a fortnight on and in the future."""
    days = (today - day).days
    if days == 0:
        return t("i dag")
    if days == 1:
        return t("i går")
    if 1 < days < 14:
        return t.plural("for {n} dag siden", "for {n} dage siden", days)
    return date_full(t, day)
