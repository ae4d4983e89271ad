"""Writes docs/lessons.md out of the content: `python tools/lessons.py`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lbp_app.content import library
from lbp_app.content.learning import Learning, Link, Myth, Picture, Weight
from lbp_app.content.lessons import Card, Fact, Lesson
from lbp_app.content.records import Record

TARGET = Path(__file__).resolve().parent.parent / "docs" / "lessons.md"
HEAD = """# Lessons

For a clinician to read line by line and to mark. This page is written from
`lbp_app/content/lessons/` by `python tools/lessons.py`, and a test fails when it is stale: what
stands here is what the app says and why.

{review}

Put ✓, ✗ or a remark into the last column. A claim is what a card has to say, with the place that
it comes from. **Left out** is what a source says and no card does, with the reason. GMK is general
medical knowledge and EXT was looked up: neither is in the documents. What the keys mean:
[sources](sources.md).

{counts}
"""
PICTURE_HEADS = ("card", "what is seen", "caption", "claims shown", "reviewed", "mark")
ALL = """## All lessons

LIX is of the Danish cards together; 35 is the most that a lesson may have.

{table}"""


def text() -> str:
    learning = library.load().learning
    return "\n".join(part.rstrip() + "\n" for part in _pages(learning))


def _pages(learning: Learning) -> Iterator[str]:
    yield HEAD.format(review=_review(learning), counts=_counts(learning))
    hard = dict(learning.readings())
    heads = ("no.", "lesson", "aim", "cards", "LIX", "valid until", "reviewed")
    yield ALL.format(table=_table(heads, (_summary(one, hard) for one in learning.lessons)))
    for lesson in learning.lessons:
        yield f"## L{lesson.number}. {lesson.title['en']} ({lesson.title['da']})\n"
        yield _table(("card", "what patients read", "in English", "mark"), map(_card, lesson.cards))
        heads = ("line", "claim", "stands on", "figure", "sources", "reviewed", "mark")
        yield _table(heads, (_fact(lesson, n, one) for n, one in enumerate(lesson.facts, start=1)))
        yield _table(("question", "right answer", "explanation", "mark"), _quiz(lesson))
        yield _table(PICTURE_HEADS, (_picture(lesson, one) for one in _pictures(learning, lesson)))
    yield "## Myths and facts\n\n" + _table(
        ("claim", "is it so", "what is said", "sources", "reviewed", "mark"),
        map(_myth, learning.myths),
    )
    yield "## The balance scale\n\n" + _table(
        ("side", "kind", "suggestion", "small step", "sources", "reviewed", "mark"),
        map(_weight, learning.balance),
    )
    yield "## What may be expected\n\n" + _table(
        ("what is said", "sources", "reviewed", "mark"),
        ((one.text["en"], _cited(one.sources), _read(one), "") for one in learning.expectations),
    )
    yield "## Links\n\n" + _table(
        ("link", "address", "region", "checked on", "valid until", "sources", "reviewed", "mark"),
        map(_link, learning.links),
    )


def _records(learning: Learning) -> list[Record]:
    facts = [fact for lesson in learning.lessons for fact in lesson.facts]
    beside = [*learning.myths, *learning.balance, *learning.expectations, *learning.links]
    return [*learning.lessons, *facts, *beside, *learning.pictures]


def _review(learning: Learning) -> str:
    records = _records(learning)
    read = sum(record.reviewed_by is not None for record in records)
    return f"{read or 'None'} of the {len(records)} records has been reviewed by a clinician."


def _counts(learning: Learning) -> str:
    facts = [fact for lesson in learning.lessons for fact in lesson.facts]
    left = sum(fact.left_out is not None for fact in facts)
    cards = sum(len(lesson.cards) for lesson in learning.lessons)
    return (
        f"{len(learning.lessons)} lessons, {cards} cards, {len(facts)} claims: "
        f"{len(facts) - left} are said, {left} are left out."
    )


def _summary(lesson: Lesson, hard: dict[str, float]) -> tuple[object, ...]:
    title, until = f"{lesson.title['en']} ({lesson.title['da']})", lesson.valid_until or "–"
    cards, lix = len(lesson.cards), round(hard[lesson.id])
    return f"L{lesson.number}", title, lesson.aim["en"], cards, lix, until, _read(lesson)


def _card(card: Card) -> tuple[object, ...]:
    said = (f"**{card.title[code]}** {card.text[code]}" for code in ("da", "en"))
    return f"`{card.id}`", *(text.replace("\n\n", "<br>") for text in said), ""


def _fact(lesson: Lesson, n: int, fact: Fact) -> tuple[object, ...]:
    figure = fact.figure["da"] if fact.figure else ""
    titles = {card.id: card.title["en"] for card in lesson.cards}
    place = f"myth `{fact.myth}`" if fact.myth else titles.get(fact.card or "", "")
    if fact.left_out:
        place = f"**Left out.** {fact.left_out}"
    line = f"L{lesson.number}.{n}"
    return line, fact.says, place, figure, _cited(fact.sources), _read(fact), ""


def _pictures(learning: Learning, lesson: Lesson) -> list[Picture]:
    return [picture for picture in learning.pictures if picture.lesson == lesson.id]


def _picture(lesson: Lesson, one: Picture) -> tuple[object, ...]:
    drawn = "; ".join(f"{count.shown} of {count.of}" for count in one.counts)
    names = [fact.name for fact in lesson.facts]
    claims = ", ".join(f"L{lesson.number}.{names.index(name) + 1}" for name in one.facts)
    seen = f"![](../assets/{one.asset('light')}) {one.alt['en']}"
    said = "<br>".join(one.caption[code] for code in ("da", "en")) if one.caption else ""
    return f"`{one.card}`", seen, said, f"{claims} ({drawn})" if drawn else claims, _read(one), ""


def _quiz(lesson: Lesson) -> Iterator[tuple[object, ...]]:
    for one in lesson.quiz:
        yield one.ask["en"], one.options[one.right]["en"], one.why["en"], ""


def _myth(myth: Myth) -> tuple[object, ...]:
    so = "yes" if myth.is_true else "no"
    return myth.claim["en"], so, myth.fact["en"], _cited(myth.sources), _read(myth), ""


def _weight(one: Weight) -> tuple[object, ...]:
    return one.side, one.kind, one.label["en"], one.step["en"], _cited(one.sources), _read(one), ""


def _link(link: Link) -> tuple[object, ...]:
    where = ", ".join(link.regions) or "everywhere"
    dates = link.checked_on, link.valid_until
    return link.label["en"], f"`{link.url}`", where, *dates, _cited(link.sources), _read(link), ""


def _cited(sources: Iterable[str]) -> str:
    return "; ".join(sources)


def _read(record: Record) -> str:
    return f"{record.reviewed_by}, {record.reviewed_on}" if record.reviewed_by else "no"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
