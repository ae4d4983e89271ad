"""How a demo person reads: a lesson now and then, in order, with thoughts of their own."""

from collections.abc import Callable
from datetime import date, time

from lbp_app.actions import reading, reflection
from lbp_app.demo.people import THOUGHTS
from lbp_app.services import Services

At = Callable[[date, time], Services]  # the same person at another time

_READ = 7  # lessons in the weeks there are; then one more is begun
_LATER = ("work", "sleep")
_EVENING, _HOUR_LATER = time(20, 10), time(21, 5)


def learn(at: At, days: list[date]) -> None:
    """Through `days`; too few of them hold fewer lessons."""
    if not days:
        return
    order = at(days[0], _EVENING).syllabus().order
    count = min(_READ, len(days) // 5)
    for number, lesson in enumerate(order[:count]):
        _read(at(days[len(days) * number // (count + 1)], _EVENING), lesson)
    last = at(days[-1], _HOUR_LATER)
    places = last.syllabus().places[order[count]]
    reading.turn_to(last, order[count], places[2])
    for lesson in _LATER:
        reading.keep_for_later(last, lesson, True)


def _read(services: Services, lesson: str) -> None:
    for place in services.syllabus().places[lesson][1:]:
        reading.turn_to(services, lesson, place)
    language = services.person.preferences().language
    thoughts = THOUGHTS["da" if language in (None, "da") else "en"]
    for prompt in services.syllabus().prompts[lesson]:
        if text := thoughts.get((lesson, prompt)):
            reflection.write_reflection(services, lesson, prompt, text)
    reading.finish_lesson(services, lesson)
