"""The list of a class as CSV: names, levels and who was there."""

import csv
import io

from lbp_app.content import formats, library
from lbp_app.content.library import say
from lbp_app.content.wording import Wording, wording_for
from lbp_app.exchange.csv import MARK, harmless
from lbp_app.model.class_list import ClassList
from lbp_app.model.course import Attendance
from lbp_app.model.exercise import Group


def class_csv(told: ClassList, language: str | None) -> bytes:
    """One line a participant. UTF-8 with byte-order mark and semicolons; no cell is a formula."""
    t = wording_for(language)
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    days = [formats.date_numeric(t, day) for day in told.days]
    writer.writerow([t("Navn"), t("Nummer"), *map(harmless, groups_named(t)), *days])
    for one in told.people:
        levels = [one.levels.get(group) or "" for group in Group]
        came = [_came(t, one.came.get(day)) for day in told.days]
        writer.writerow([harmless(one.name), harmless(one.number), *levels, *came])
    return (MARK + file.getvalue()).encode()


def groups_named(t: Wording) -> list[str]:
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
