"""Every lesson has a drawing, on a card that exists, and no number in it without its fact."""

from collections.abc import Iterator

from lbp_app.content.assets import assets_folder
from lbp_app.content.check_lessons import NUMBER
from lbp_app.content.learning import Picture
from lbp_app.content.lessons import Fact, Lesson
from lbp_app.content.reading import Written

MODES = ("light", "dark")
Pictures = Written[list[Picture]]


def check_pictures(pictures: Pictures, lessons: list[Lesson]) -> None:
    """Raises ContentError at the first one that is not whole."""
    by_id = {lesson.id: lesson for lesson in lessons}
    for at, picture in enumerate(pictures.value):
        lesson = by_id.get(picture.lesson)
        if lesson is None:
            pictures.refuse("error.content_reference", f"$[{at}].lesson", id=picture.lesson)
        _check_place(pictures, at, picture, lesson)
        _check_facts(pictures, at, picture, lesson)
        _check_files(pictures, at, picture)
    seen = {picture.lesson for picture in pictures.value}
    if without := [id for id in by_id if id not in seen]:
        pictures.refuse("error.content_missing", "$", field=f"picture: {without[0]}")


def _check_place(pictures: Pictures, at: int, picture: Picture, lesson: Lesson) -> None:
    """One picture a card, in the order of the cards."""
    cards = [card.id for card in lesson.cards]
    if picture.card not in cards:
        pictures.refuse("error.content_reference", f"$[{at}].card", id=picture.card)
    before = [one.card for one in pictures.value[:at] if one.lesson == lesson.id]
    if before and cards.index(before[-1]) >= cards.index(picture.card):
        pictures.refuse("error.content_value", f"$[{at}].card", field="card")


def _check_facts(pictures: Pictures, at: int, picture: Picture, lesson: Lesson) -> None:
    said = {fact.name: fact for fact in lesson.facts if fact.card is not None}
    for n, name in enumerate(picture.facts):
        if name not in said:
            pictures.refuse("error.content_reference", f"$[{at}].facts[{n}]", id=name)
    for n, count in enumerate(picture.counts):
        if count.fact not in picture.facts:
            pictures.refuse("error.content_reference", f"$[{at}].counts[{n}].fact", id=count.fact)
        if count.shown > count.of or str(count.shown) not in _numbers(said[count.fact]):
            pictures.refuse("error.content_figure", f"$[{at}].counts[{n}]", figure=count.shown)
    known = {number for name in picture.facts for number in _numbers(said[name])}
    known |= {str(number) for count in picture.counts for number in (count.shown, count.of)}
    for path, text in _texts(picture):
        if loose := [number for number in NUMBER.findall(text) if number not in known]:
            pictures.refuse("error.content_loose_figure", f"$[{at}]{path}", figure=loose[0])


def _numbers(fact: Fact) -> set[str]:
    return set(NUMBER.findall(" ".join(fact.figure.values()))) if fact.figure else set()


def _texts(picture: Picture) -> Iterator[tuple[str, str]]:
    for field, said in (("alt", picture.alt), ("caption", picture.caption or {})):
        for language, text in said.items():
            yield f".{field}.{language}", text


def _check_files(pictures: Pictures, at: int, picture: Picture) -> None:
    for mode in MODES:
        if not (assets_folder() / picture.asset(mode)).is_file():
            pictures.refuse("error.content_reference", f"$[{at}].id", id=picture.asset(mode))
