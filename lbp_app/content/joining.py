"""One lesson out of its facts and its prose in each language, which have been found to agree."""

from collections.abc import Iterator

from lbp_app.content.lessons import Card, Lesson, LessonFacts, Prompt, Question
from lbp_app.content.prose import Prose
from lbp_app.content.records import Said
from lbp_app.content.wording import SOURCE


def joined(shared: LessonFacts, told: dict[str, Prose]) -> Lesson:
    """`told` by language; cards get the sources of the facts that stand on them."""
    first = told[SOURCE]
    return Lesson(
        id=shared.id,
        number=shared.number,
        title=_each(told, "title"),
        aim=_each(told, "aim"),
        minutes=shared.minutes,
        cards=list(_cards(shared, told)),
        prompts=[
            Prompt(id=name, text={code: words.prompts[name] for code, words in told.items()})
            for name in first.prompts
        ],
        quiz=[_question(one.question, one.right, told) for one in shared.quiz],
        words={code: words.words for code, words in told.items()},
        facts=shared.facts,
        valid_until=shared.valid_until,
        reviewed_by=shared.reviewed_by,
        reviewed_on=shared.reviewed_on,
    )


def _each(told: dict[str, Prose], field: str) -> Said:
    return {code: getattr(words, field) for code, words in told.items()}


def _cards(shared: LessonFacts, told: dict[str, Prose]) -> Iterator[Card]:
    for n, first in enumerate(told[SOURCE].cards):
        said = {code: words.cards[n] for code, words in told.items()}
        cited = (key for fact in shared.facts if fact.card == first.id for key in fact.sources)
        yield Card(
            id=first.id,
            title={code: card.title for code, card in said.items()},
            text={code: card.text for code, card in said.items()},
            sources=list(dict.fromkeys(cited)),
        )


def _question(name: str, right: int, told: dict[str, Prose]) -> Question:
    asked = {code: words.quiz[name] for code, words in told.items()}
    count = len(asked[SOURCE].options)
    return Question(
        id=name,
        ask={code: one.ask for code, one in asked.items()},
        options=[{code: one.options[n] for code, one in asked.items()} for n in range(count)],
        right=right,
        why={code: one.why for code, one in asked.items()},
    )
