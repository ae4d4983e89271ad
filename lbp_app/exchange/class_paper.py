"""The list of a class on paper, to tick off with a pen."""

from datetime import datetime

from lbp_app.content import formats
from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.class_list import groups_named
from lbp_app.exchange.page import HEIGHT, SOFT, TEAL, WIDTH, Font, Page, line_height
from lbp_app.model.class_list import ClassList, ListedPerson
from lbp_app.model.course import Attendance
from lbp_app.model.exercise import Group

EDGE, TOP, BOTTOM = 12.0, 14.0, 12.0  # mm
NAME, LEVEL, ROW = 40.0, 6.5, 9.0  # mm: columns of a name and of a level, the height of a row


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
    legend = "   ".join(f"{at} {name}" for at, name in zip(Group, groups_named(t), strict=True))
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
