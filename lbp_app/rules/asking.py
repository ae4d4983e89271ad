"""Which question comes next in a safety check. Pure: the same replies lead the same way."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from lbp_app.model.asking import (
    UNSAID,
    About,
    Kind,
    Replies,
    Round,
    Step,
    Walk,
    ruled_out,
)
from lbp_app.model.person import Sex
from lbp_app.model.triage import Ages, Answer, Part, RuleSet, Sign, Tier
from lbp_app.rules.ages import age_answers, depends_on_sex
from lbp_app.rules.triage import judge

Given = dict[str, Answer]


def walk(rules: RuleSet, which: Round, about: About, replies: Replies) -> Walk:
    """Replies to steps that do not lie on the way count for nothing."""
    answers: Given = {}
    steps: list[Step] = []
    for step in steps_of(rules, which, about, replies, answers):
        steps.append(step)
        if step.key not in replies:
            return Walk(tuple(steps), answers, done=False)
    return Walk(tuple(steps), answers, done=True)


def parts_of(rules: RuleSet, which: Round) -> tuple[Part, ...]:
    if which is Round.LATER:
        return tuple(part for part in rules.parts if not part.needed)
    asked = (part for part in rules.parts if part.needed)
    return tuple(part for part in asked if part.short_round or which is Round.FULL)


def rules_of(rules: RuleSet, which: Round) -> RuleSet:
    """As its answers are read."""
    said = (a for a in rules.actions if which is not Round.LATER or not a.whole)
    return replace(rules, parts=parts_of(rules, which), actions=tuple(said))


def steps_of(
    rules: RuleSet, which: Round, about: About, replies: Replies, answers: Given
) -> Iterator[Step]:
    """To go on after a step its reply must be there; what it says is put into `answers`.

    Age and sex follow the first part; what may wait for another day hangs on neither.
    """
    parts = parts_of(rules, which)
    for part in parts:
        yield from _part(rules, part, replies, answers, warns=part.at_once and part != parts[-1])
        if part is rules.parts[0]:
            yield from _ages(rules, about, replies, answers)


def _ages(rules: RuleSet, about: About, replies: Replies, answers: Given) -> Iterator[Step]:
    ages, sex = about.ages, about.sex
    if ages is None:
        step = Step(Kind.AGE)
        yield step
        said = (band for band in rules.bands if (str(band.youngest),) == replies[step.key])
        ages = next(said, Ages(0, None))  # of an older version: whatever leads higher
    if sex is None and depends_on_sex(rules.ages, ages):
        step = Step(Kind.SEX)
        yield step
        sex = None if replies[step.key] == UNSAID else Sex(*replies[step.key])
    answers |= age_answers(rules.ages, ages, sex)


def _part(
    rules: RuleSet, part: Part, replies: Replies, answers: Given, *, warns: bool
) -> Iterator[Step]:
    signs = {sign.key: sign for sign in rules.signs}
    step = Step(Kind.TICKS, part.id, _hidden(part, signs, answers))
    yield step
    left = chain.from_iterable(t for t in part.ticks if t[0] not in replies[step.key])
    for sign in (signs[name] for name in left):
        if not _settled(sign, answers):
            answers[sign.key] = Answer.NO
    for sign in (signs[name] for name in part.signs):
        if not _settled(sign, answers):
            before = dict(answers)
            yield from _question(sign, replies, answers)
            if warns and _is_news(rules, before, answers):
                yield Step(Kind.AT_ONCE, sign.key)


def _hidden(part: Part, signs: Mapping[str, Sign], answers: Given) -> tuple[str, ...]:
    settled = (tick for tick in part.ticks if all(_settled(signs[s], answers) for s in tick))
    return tuple(tick[0] for tick in settled)


def _settled(sign: Sign, answers: Given) -> bool:
    return sign.key in answers or ruled_out(sign, answers)


def _question(sign: Sign, replies: Replies, answers: Given) -> Iterator[Step]:
    """A "ved ikke" counts after the second asking."""
    step = Step(Kind.QUESTION, sign.key)
    yield step
    if sign.again and Answer(*replies[step.key]) is Answer.UNSURE:
        step = Step(Kind.AGAIN, sign.key)
        yield step
    answers[sign.key] = Answer(*replies[step.key])


def _is_news(rules: RuleSet, before: Given, answers: Given) -> bool:
    """An emergency that asks for something that was not asked for before; a no brings none."""
    if all(said is Answer.NO for sign, said in answers.items() if sign not in before):
        return False
    now = judge(rules, answers)
    if now.tier is not Tier.EMERGENCY_NOW:
        return False
    earlier = judge(rules, before)
    return earlier.tier is not now.tier or not set(now.actions) <= set(earlier.actions)
