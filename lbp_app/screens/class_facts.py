"""What a class says of itself, to whoever leads it and to whoever follows it."""

from collections.abc import Sequence

import flet as ft

from lbp_app.content import formats
from lbp_app.model.class_group import ClassGroup
from lbp_app.model.course import Course, Occurrence
from lbp_app.screens.cards import told
from lbp_app.screens.course_words import stations
from lbp_app.screens.theme import Role
from lbp_app.screens.ui import Ui


def class_facts(
    ui: Ui, group: ClassGroup, course: Course, evenings: Sequence[Occurrence]
) -> list[ft.Control]:
    return [
        *where_it_meets(ui, course),
        *when_it_meets(ui, course, evenings),
        told(ui, "footprints", stations(ui, group), Role.INK),
    ]


def where_it_meets(ui: Ui, course: Course) -> list[ft.Control]:
    return [told(ui, "map-pin", course.place, Role.INK)] if course.place else []


def when_it_meets(ui: Ui, course: Course, evenings: Sequence[Occurrence]) -> list[ft.Control]:
    """Days and times, how many, the first and the last of the evenings."""
    slots = [(slot.weekday, slot.at) for slot in course.slots]
    first, last = (formats.date_full(ui.t, one.day) for one in (evenings[0], evenings[-1]))
    span = ui.t("{n} gange, fra {first} til {last}", n=len(evenings), first=first, last=last)
    return [
        told(ui, "calendar-days", formats.weekly(ui.t, slots), Role.INK),
        told(ui, "route", span, Role.INK),
    ]
