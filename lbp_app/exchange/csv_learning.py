"""What was read and thought about it, as cells beside the days of the diary."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lbp_app.content.library import Library, load, say
from lbp_app.content.wording import Wording, mark
from lbp_app.model.balance import Balance
from lbp_app.model.reading import Reading
from lbp_app.model.reflection import Reflection, reflection_id

LESSONS, THOUGHTS = mark("Lektioner"), mark("Egne tanker")
LEARNING = (LESSONS, THOUGHTS)


@dataclass(frozen=True)
class Learned:
    """`today` is where stands what has no day of its own."""

    today: date
    readings: Sequence[Reading] = ()
    reflections: Sequence[Reflection] = ()
    balances: Sequence[Balance] = ()


NOTHING_LEARNED = Learned(date.min)


def learning_cells(learned: Learned, t: Wording) -> dict[date, dict[str, str]]:
    """By day, each of LEARNING in its order; several of a kind stand on lines of their own."""
    told: dict[date, dict[str, list[str]]] = {}
    for day, column, text in _told(learned, t):
        told.setdefault(day, {name: [] for name in LEARNING})[column].append(text)
    return {
        day: {name: "\n".join(lines) for name, lines in cells.items()}
        for day, cells in told.items()
    }


def _told(learned: Learned, t: Wording) -> Iterator[tuple[date, str, str]]:
    if not learned.readings and not learned.reflections:
        return
    content = load()
    names = {lesson.id: say(t, lesson.title) for lesson in content.lessons}
    for one in learned.readings:
        name = names.get(one.lesson, one.lesson)
        for day, text in _read(one, learned.today, t):
            yield day, LESSONS, f"{name}: {text}"
    prompts = _prompts(content, t)
    for thought in learned.reflections:
        asked = prompts.get(thought.id, thought.prompt)
        name = names.get(thought.lesson, thought.lesson)
        yield thought.day, THOUGHTS, f"{name}. {asked} {thought.text}"


def _read(one: Reading, today: date, t: Wording) -> Iterator[tuple[date, str]]:
    if one.finished_on:
        yield one.finished_on, t("læst")
    if one.place:
        yield one.read_on or today, t("begyndt")
    if one.saved:
        yield today, t("gemt til senere")


def _prompts(content: Library, t: Wording) -> Mapping[str, str]:
    return {
        reflection_id(lesson.id, prompt.id): say(t, prompt.text)
        for lesson in content.lessons
        for prompt in lesson.prompts
    }
