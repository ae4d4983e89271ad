"""A person who goes through the check by what is true of them, tapping as the screens allow."""

from collections.abc import Mapping
from random import Random

from lbp_app.exchange.rules import loaded
from lbp_app.model.asking import GO_ON, UNSAID, About, Kind, Reply, Round, Step, Walk
from lbp_app.model.person import Sex
from lbp_app.model.triage import Ages, Answer
from lbp_app.rules.ages import age_answers
from lbp_app.rules.asking import steps_of, walk

RULES = loaded()
UNSURE_OFTEN, YES_OFTEN = 0.1, 0.15
Truth = Mapping[str, Answer]


def some_truth(random: Random, often: float = YES_OFTEN) -> tuple[Ages, Sex | None, Truth]:
    """What is true of somebody: of every sign that can be so, given age and the other answers."""
    ages = random.choice(RULES.bands)
    sex = random.choice([None, *Sex])
    told = age_answers(RULES.ages, ages, sex)
    truth: dict[str, Answer] = {}
    for sign in RULES.signs:
        drawn = random.random()
        said = Answer.UNSURE if drawn < UNSURE_OFTEN else Answer.NO
        said = Answer.YES if UNSURE_OFTEN <= drawn < UNSURE_OFTEN + often else said
        truth[sign.key] = told.get(sign.key, said)
    for sign in RULES.signs:
        if sign.after and truth[sign.after] is Answer.NO:
            del truth[sign.key]
    return ages, sex, truth


def reply_of(random: Random, step: Step, person: tuple[Ages, Sex | None, Truth]) -> Reply:
    """Ticks what is so or doubted; now and then also what is not, or "unsure" about the page."""
    ages, sex, truth = person
    match step.kind:
        case Kind.AGE:
            return (str(ages.youngest),)
        case Kind.SEX:
            return (sex.value,) if sex else UNSAID
        case Kind.AT_ONCE:
            return GO_ON
        case Kind.TICKS:
            part = next(part for part in RULES.parts if part.id == step.name)
            shown = [tick for tick in part.ticks if tick[0] not in step.without]
            extra = random.random() if random.random() < 0.3 else 0.0
            return tuple(t[0] for t in shown if _so(truth, t) or random.random() < extra)
    return (truth.get(step.name, Answer.NO).value,)


def _so(truth: Truth, tick: tuple[str, ...]) -> bool:
    return any(truth.get(sign, Answer.NO) is not Answer.NO for sign in tick)


def go_through(
    random: Random, which: Round, person: tuple[Ages, Sex | None, Truth], *, known: bool = False
) -> Walk:
    """`known`: the profile tells age and sex. One in three goes back, wavers, and puts it right."""
    about = About(person[0], person[1]) if known else About()
    replies: dict[str, Reply] = {}
    _answer_what_is_open(random, which, about, replies, person)
    if random.random() < 1 / 3:
        _waver(random, replies)
        _answer_what_is_open(random, which, about, replies, person)
        for key in [key for key in replies if key.startswith(("question", "again"))]:
            del replies[key]
        _answer_what_is_open(random, which, about, replies, person)
    return walk(RULES, which, about, replies)


def _answer_what_is_open(
    random: Random,
    which: Round,
    about: About,
    replies: dict[str, Reply],
    person: tuple[Ages, Sex | None, Truth],
) -> None:
    for step in steps_of(RULES, which, about, replies, {}):
        if step.key not in replies:
            replies[step.key] = reply_of(random, step, person)


def _waver(random: Random, replies: dict[str, Reply]) -> None:
    """Some questions get another answer."""
    for key in replies:
        if key.startswith(("question", "again")) and random.random() < 0.3:
            replies[key] = (random.choice(list(Answer)).value,)
