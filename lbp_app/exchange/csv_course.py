"""The course, its goals and how they went as cells beside the days of the diary."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lbp_app.content.wording import Wording, mark
from lbp_app.model.class_group import ClassGroup
from lbp_app.model.course import Attendance, Contact, Course, Occurrence, State
from lbp_app.model.goal import Goal, GoalRating

COURSE, GOALS = mark("Forløb"), mark("Mål")
FOLLOWED = (COURSE, GOALS)
CONTACTS = {
    Contact.START: mark("Første samtale"),
    Contact.EDUCATION: mark("Undervisning {n}"),
    Contact.CLASS: mark("Holdtime {n}"),
    Contact.END: mark("Sidste samtale"),
    Contact.FOLLOW_UP: mark("Opfølgning efter {n} måneder"),
}
BECAME = {
    Attendance.ATTENDED: mark("var der"),
    Attendance.AT_HOME: mark("lavet hjemme"),
    Attendance.EXCUSED: mark("afbud"),
    Attendance.MISSED: mark("var der ikke"),
}
CANCELLED = mark("aflyst")


@dataclass(frozen=True)
class Followed:
    """The course that began last, with all of its times as they stand today, and the class whose
    calendar it is.
    """

    course: Course | None = None
    road: Sequence[Occurrence] = ()
    goals: Sequence[Goal] = ()
    ratings: Sequence[GoalRating] = ()
    group: ClassGroup | None = None


NOTHING_FOLLOWED = Followed()


def course_cells(followed: Followed, t: Wording) -> dict[date, dict[str, str]]:
    """By day, each of FOLLOWED in its order; several of a kind stand on lines of their own."""
    told: dict[date, dict[str, list[str]]] = {}
    for day, column, text in _told(followed, t):
        told.setdefault(day, {name: [] for name in FOLLOWED})[column].append(text)
    return {
        day: {name: "\n".join(lines) for name, lines in cells.items()}
        for day, cells in told.items()
    }


def contact_name(t: Wording, one: Occurrence) -> str:
    return t(CONTACTS[one.contact], n=one.number or "–")


def became(t: Wording, one: Occurrence) -> str:
    """ "" where nothing was said."""
    if one.state is State.CANCELLED:
        return t(CANCELLED)
    return t(BECAME[one.attendance]) if one.attendance else ""


def _begins(followed: Followed, t: Wording) -> str:
    if followed.group:
        return t("Forløbet på holdet {name} begynder", name=followed.group.name)
    return t("Forløbet begynder")


def _told(followed: Followed, t: Wording) -> Iterator[tuple[date, str, str]]:
    if followed.course:
        yield followed.course.start, COURSE, _begins(followed, t)
    for one in followed.road:
        if text := became(t, one):
            yield one.day, COURSE, f"{contact_name(t, one)}: {text}"
    names: Mapping[str, str] = {goal.id: goal.text for goal in followed.goals}
    for goal in followed.goals:
        yield goal.day, GOALS, t("Sat: {goal}", goal=goal.text)
        if goal.dropped:
            yield goal.dropped, GOALS, t("Lagt væk: {goal}", goal=goal.text)
    for rating in followed.ratings:
        yield rating.day, GOALS, f"{names.get(rating.goal, rating.goal)}: {rating.value}"
