"""The list of a class: names, levels and who was there, as CSV and on paper."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lbp_app.content import formats, library
from lbp_app.content.library import say
from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.csv import MARK, harmless
from lbp_app.exchange.page import HEIGHT, SOFT, TEAL, WIDTH, Font, Page, line_height
from lbp_app.model.course import Attendance
from lbp_app.model.exercise import Group, Level

EDGE, TOP, BOTTOM = 12.0, 14.0, 12.0  # mm
NAME, LEVEL, ROW = 40.0, 6.5, 9.0  # mm: columns of a name and of a level, the height of a row


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


def class_csv(told: ClassList, language: str | None) -> bytes:
    """One line a participant. UTF-8 with byte-order mark and semicolons; no cell is a formula."""
    t = wording_for(language)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    days = [formats.date_numeric(t, day) for day in told.days]
    writer.writerow([t("Navn"), t("Nummer"), *map(harmless, _groups(t)), *days])
    for one in told.people:
        levels = [one.levels.get(group) or "" for group in Group]
        came = [_came(t, one.came.get(day)) for day in told.days]
        writer.writerow([harmless(one.name), harmless(one.number), *levels, *came])
    return (MARK + file.getvalue()).encode()


def class_paper(told: ClassList, language: str | None, made_at: datetime) -> bytes:
    """As a PDF to tick off with a pen; what was said already is ticked."""
    t = wording_for(language)
    page = Page(t.language, told.name, made_at)
    y = _head(page, told, t, made_at)
    for one in told.people:
        if y + ROW > HEIGHT - BOTTOM:
            page.turn()
            y = _columns(page, told, t, TOP)
        _row(page, told, one, t, y)
        y += ROW
    return page.content()


def _head(page: Page, told: ClassList, t: Wording, made_at: datetime) -> float:
    page.write(EDGE, TOP, page.clean(told.name), Font.SERIF, 22)
    day = formats.date_full(t, made_at.date())
    page.write(WIDTH - EDGE, TOP + 3, day, Font.SANS, 11, SOFT, before=True)
    page.write(EDGE, TOP + 11, page.clean(told.place), Font.SANS, 11, SOFT)
    legend = "   ".join(f"{at} {name}" for at, name in zip(Group, _groups(t), strict=True))
    page.write(EDGE, TOP + 18, legend, Font.SANS, 8, SOFT)
    return _columns(page, told, t, TOP + 26)


def _columns(page: Page, told: ClassList, t: Wording, y: float) -> float:
    """Where the rows begin."""
    page.write(EDGE, y, t("Navn"), Font.BOLD, 10)
    for at, group in enumerate(Group):
        page.write(EDGE + NAME + at * LEVEL, y, str(group.value), Font.BOLD, 10, TEAL)
    for at, day in enumerate(told.days):
        page.write(_place(told, at), y, f"{day.day}/{day.month}", Font.SANS, 6.5, SOFT)
    page.rule(EDGE, y + 6, WIDTH - EDGE, TEAL, 0.5)
    return y + 7


def _row(page: Page, told: ClassList, one: ListedPerson, t: Wording, y: float) -> None:
    middle = y + (ROW - line_height(11)) / 2
    called = f"{one.name} · {one.number}" if one.number else one.name
    name = page.wrap(page.clean(called), Font.BOLD, 11, NAME - 2)[0]
    page.write(EDGE, middle, name, Font.BOLD, 11)
    for at, group in enumerate(Group):
        level = one.levels.get(group)
        text = str(level.value) if level else "–"
        page.write(EDGE + NAME + at * LEVEL, middle, text, Font.SANS, 11)
    for at, day in enumerate(told.days):
        mark = {Attendance.ATTENDED: "x", Attendance.EXCUSED: "a"}.get(
            one.came.get(day, Attendance.MISSED), "·"
        )
        page.write(_place(told, at) + 1, middle, mark, Font.SANS, 10, TEAL)
    page.rule(EDGE, y + ROW, WIDTH - EDGE)


def _place(told: ClassList, at: int) -> float:
    """Mm from the left of the column of a day."""
    begin = EDGE + NAME + len(Group) * LEVEL + 2
    return begin + at * (WIDTH - EDGE - begin) / max(1, len(told.days))


def _groups(t: Wording) -> list[str]:
    return [say(t, one.name) for one in library.load().exercise_groups]


def _came(t: Wording, said: Attendance | None) -> str:
    return (
        {
            Attendance.ATTENDED: t("var her"),
            Attendance.EXCUSED: t("afbud"),
            Attendance.MISSED: t("var her ikke"),
        }.get(said, "")
        if said
        else ""
    )
