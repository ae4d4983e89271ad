"""A person reads a lesson: turns its pages, comes to its end, keeps it for later."""

from lbp_app.model import reading
from lbp_app.model.history import Change
from lbp_app.model.reading import Reading
from lbp_app.rules.invitation import may_suggest_reading
from lbp_app.services import Services


def turn_to(services: Services, lesson: str, place: str) -> None:
    """The next time the lesson opens there; `place` is empty for the first card."""
    services.syllabus().refuse_unknown(lesson, place)
    before = services.readings.get(lesson)
    if place or before.place:
        services.readings.keep_place(lesson, place)


def finish_lesson(services: Services, lesson: str) -> Change:
    """Read to its end, today."""
    services.syllabus().refuse_unknown(lesson)
    return services.readings.finish(lesson)


def keep_for_later(services: Services, lesson: str, saved: bool) -> Change | None:
    """None when it was so before."""
    services.syllabus().refuse_unknown(lesson)
    if services.readings.get(lesson).saved == saved:
        return None
    return services.readings.put(lesson, "saved", saved)


def suggested_lesson(services: Services) -> Reading | None:
    """What to go on with, or to begin; None when everything is read."""
    readings = services.readings.all()
    lesson = reading.suggested(readings, services.syllabus())
    return readings.get(lesson, Reading(lesson)) if lesson else None


def lesson_today(services: Services) -> Reading | None:
    """What Today names: nothing in a pause from everything or for safety, and one a day."""
    today = services.clock.today()
    if not may_suggest_reading(services.pauses.all(), today):
        return None
    readings = services.readings.all()
    if any(one.finished_on == today for one in readings.values()):
        return None
    return suggested_lesson(services)


def lesson_after(services: Services, lesson: str) -> str | None:
    """The next unread one in the order suggested; None when everything else is read."""
    return reading.following(lesson, services.readings.all(), services.syllabus())
