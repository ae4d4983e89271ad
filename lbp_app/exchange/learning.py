"""The lessons as clinicians wrote and ordered them, for the engine."""

from functools import cache

from lbp_app.content import library
from lbp_app.content.library import Library
from lbp_app.model.reading import QUIZ, THOUGHTS, Syllabus


@cache
def syllabus() -> Syllabus:
    return syllabus_of(library.load())


def syllabus_of(content: Library) -> Syllabus:
    lessons = content.lessons
    return Syllabus(
        places={one.id: (*(card.id for card in one.cards), THOUGHTS, QUIZ) for one in lessons},
        prompts={one.id: tuple(prompt.id for prompt in one.prompts) for one in lessons},
        order=tuple(lesson for week in content.learning_path.weeks for lesson in week),
    )
