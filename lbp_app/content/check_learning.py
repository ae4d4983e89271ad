"""Everything of learning is there, and whatever it names exists: sources, lessons, myths."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from lbp_app.content.bundle import LESSONS
from lbp_app.content.check import _parts, check_parts
from lbp_app.content.check_lessons import lessons
from lbp_app.content.check_pictures import check_pictures
from lbp_app.content.check_style import check_tone
from lbp_app.content.learning import (
    Expectation,
    Learning,
    Link,
    Myth,
    Picture,
    Section,
    Style,
    Weight,
)
from lbp_app.content.learning import Path as LearningPath
from lbp_app.content.lessons import Lesson, LessonFacts
from lbp_app.content.reading import Written, written
from lbp_app.errors import ContentError

T = TypeVar("T")


def learning(folder: Path, known: set[str]) -> Learning:
    """Of `folder`/lessons; `known` are the keys of the sources. Raises ContentError."""
    here = folder / LESSONS
    style = _read(here / "style.yaml", Style).value
    facts = _read(here / "lessons.yaml", list[LessonFacts])
    sections = _read(here / "sections.yaml", list[Section])
    myths = _read(here / "myths.yaml", list[Myth])
    links = _read(here / "links.yaml", list[Link])
    balance = _read(here / "balance.yaml", list[Weight])
    path = _read(here / "path.yaml", LearningPath)
    expectations = _read(here / "expectations.yaml", list[Expectation])
    pictures = _read(here / "pictures.yaml", list[Picture])
    cited: list[Written[Any]] = [facts, myths, links, balance, path, expectations]
    for file in (*cited, sections, pictures):
        check_parts(file, known)
    for file in (*cited[1:], pictures):
        _check_words(file, style)
    _check_sections(cited, sections, known)
    made = lessons(here, facts, style)
    _check_names(made, facts, myths, links, path)
    check_pictures(pictures, made)
    return Learning(
        lessons=made,
        myths=myths.value,
        links=links.value,
        balance=balance.value,
        path=path.value,
        expectations=expectations.value,
        pictures=pictures.value,
        sections=sections.value,
        style=style,
    )


def _read(file: Path, kind: type[T]) -> Written[T]:
    if not file.is_file():
        raise ContentError("error.content_file", file=file.name)
    return written(file, kind)


def _check_words(file: Written[Any], style: Style) -> None:
    """The claim of a myth may say what we do not."""
    for path, part in _parts(file.value):
        if isinstance(part, dict) and not path.endswith(".claim"):
            for language, text in part.items():
                if language in style.avoid:
                    check_tone(file, f"{path}.{language}", language, text, style)


def _check_sections(
    cited: Iterable[Written[Any]], sections: Written[list[Section]], known: set[str]
) -> None:
    """Every citation is of a listed section, and every listed section is cited."""
    listed, used = {section.key for section in sections.value}, set[str]()
    for file in cited:
        for path, citation in _citations(file.value):
            if citation not in listed:
                file.refuse("error.content_source", path, source=citation)
            used.add(citation)
    for n, section in enumerate(sections.value):
        if section.key not in used or section.key.split()[0] not in known:
            sections.refuse("error.content_source", f"$[{n}].key", source=section.key)


def _citations(value: object) -> Iterator[tuple[str, str]]:
    for path, part in _parts(value):
        if isinstance(part, Struct):
            for n, citation in enumerate(getattr(part, "sources", ())):
                yield f"{path}.sources[{n}]", citation


def _check_names(
    made: list[Lesson],
    facts: Written[list[LessonFacts]],
    myths: Written[list[Myth]],
    links: Written[list[Link]],
    path: Written[LearningPath],
) -> None:
    names, claims = {lesson.id for lesson in made}, {myth.id for myth in myths.value}
    for at, one in enumerate(facts.value):
        found = [(f".facts[{n}].myth", fact.myth) for n, fact in enumerate(one.facts) if fact.myth]
        _check_known(facts, f"$[{at}]", found, claims)
    for at, myth in enumerate(myths.value):
        _check_known(myths, f"$[{at}]", [(".lesson", myth.lesson)], names)
    for at, link in enumerate(links.value):
        _check_known(links, f"$[{at}].lessons", _numbered(link.lessons), names)
    for at, hour in enumerate(path.value.hours):
        _check_known(path, f"$.hours[{at}].lessons", _numbered(hour.lessons), names)
        _check_known(path, f"$.hours[{at}].further", _numbered(hour.further), names)
    _check_weeks(path, names)


def _check_weeks(path: Written[LearningPath], names: set[str]) -> None:
    """Each lesson stands in one week."""
    seen: set[str] = set()
    for at, week in enumerate(path.value.weeks):
        _check_known(path, f"$.weeks[{at}]", _numbered(week), names - seen)
        seen.update(week)
    if names - seen:
        path.refuse("error.content_reference", "$.weeks", id=min(names - seen))


def _numbered(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(f"[{n}]", name) for n, name in enumerate(names)]


def _check_known(
    file: Written[Any], path: str, named: Iterable[tuple[str, str]], known: set[str]
) -> None:
    for end, name in named:
        if name not in known:
            file.refuse("error.content_reference", path + end, id=name)
