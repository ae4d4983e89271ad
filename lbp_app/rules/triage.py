"""Answers to how much they hurry, why, and what to do. Pure: the rules come as an argument."""

from collections.abc import Iterator, Sequence
from itertools import chain

from lbp_app.model.triage import (
    Action,
    AllOf,
    Answer,
    Answers,
    Clause,
    Condition,
    Outcome,
    Part,
    Reason,
    Rule,
    RuleSet,
    Says,
    Sign,
    Tier,
)


def judge(rules: RuleSet, answers: Answers) -> Outcome:
    """The same answers always give the same; the highest tier wins.

    Answers to signs that the rules do not know count for nothing.
    """
    order = {sign.key: at for at, sign in enumerate(rules.signs)}
    present = [sign for sign in rules.signs if _yes(sign.key, answers)]
    fired = list(_fired(rules.rules, answers, order))
    reasons = [*map(_reason, filter(_matters, present)), *(reason for reason, _ in fired)]
    tier = max((reason.tier for reason in reasons), default=Tier.WATCH)
    called = {sign.action for sign in present}.union(*(actions for _, actions in fired))
    open_signs = [sign.key for sign in rules.signs if _is_open(sign, answers)]
    return Outcome(
        tier=tier,
        reasons=tuple(reasons),
        actions=_actions(rules.actions, tier, called),
        unanswered=tuple(open_signs),
        missing=tuple(part.id for part in rules.parts if _is_missing(part, open_signs)),
        outside=tuple(sign.key for sign in present if sign.ends_programme),
        rules_version=rules.version,
    )


def _yes(sign: str, answers: Answers) -> bool:
    return answers.get(sign) is Answer.YES


def _matters(sign: Sign) -> bool:
    """By itself, not only together with others."""
    return sign.tier > Tier.WATCH


def _reason(sign: Sign) -> Reason:
    return Reason(sign.key, (sign.key,), sign.tier, sign.source)


def _fired(
    rules: Sequence[Rule], answers: Answers, order: dict[str, int]
) -> Iterator[tuple[Reason, list[str]]]:
    """Each with the actions that it calls for."""
    for rule in rules:
        holding = [(c, because) for c in rule.clauses if (because := _because(c, answers))]
        if holding:
            tier = max(clause.tier for clause, _ in holding)
            top = [(clause, because) for clause, because in holding if clause.tier is tier]
            signs = sorted(set(chain.from_iterable(b for _, b in top)), key=order.__getitem__)
            yield Reason(rule.id, tuple(signs), tier, rule.source), [c.action for c, _ in top]


def _because(clause: Clause, answers: Answers) -> frozenset[str]:
    """The signs whose answers make the clause hold; none when it does not."""
    if any(_yes(sign, answers) for sign in clause.unless):
        return frozenset()
    return _held_by(clause.condition, answers)


def _held_by(condition: Condition, answers: Answers) -> frozenset[str]:
    if isinstance(condition, Says):
        holds = answers.get(condition.sign) is condition.answer
        return frozenset((condition.sign,)) if holds else frozenset()
    parts = [_held_by(part, answers) for part in condition.parts]
    if isinstance(condition, AllOf) and not all(parts):
        return frozenset()
    return frozenset().union(*parts)


def _actions(actions: Sequence[Action], tier: Tier, called: set[str]) -> tuple[str, ...]:
    """Those of the tier and those that are always shown, without what another one covers."""
    shown = [a for a in actions if a.id in called and (a.tier is tier or a.always)]
    if not shown:
        shown = [action for action in actions if action.tier is tier][-1:]
    covered = {name for action in shown for name in action.covers}
    return tuple(action.id for action in shown if action.id not in covered)


def _is_open(sign: Sign, answers: Answers) -> bool:
    """It is asked, and neither answered nor ruled out by a no to another one."""
    ruled_out = sign.after is not None and answers.get(sign.after) is Answer.NO
    return sign.asked and sign.key not in answers and not ruled_out


def _is_missing(part: Part, open_signs: Sequence[str]) -> bool:
    return part.needed and not set(part.signs).isdisjoint(open_signs)
