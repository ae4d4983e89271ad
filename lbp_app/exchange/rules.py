"""What clinicians wrote, as the engine reads it."""

from collections.abc import Iterable
from functools import cache

from lbp_app.content import library
from lbp_app.content.library import Library
from lbp_app.content.signs import Sign as WrittenSign
from lbp_app.content.signs import Signs
from lbp_app.content.triage import UNSURE, Triage, Word, unsure_of
from lbp_app.content.triage import Action as WrittenAction
from lbp_app.content.triage import Age as WrittenAge
from lbp_app.content.triage import Clause as WrittenClause
from lbp_app.content.triage import Part as WrittenPart
from lbp_app.content.triage import Rule as WrittenRule
from lbp_app.content.triage import Surgery as WrittenSurgery
from lbp_app.model.surgery import Surgery
from lbp_app.model.triage import (
    Action,
    AgeRule,
    Ages,
    AllOf,
    Answer,
    AnyOf,
    Clause,
    Condition,
    Part,
    Rule,
    RuleSet,
    Says,
    Sign,
    Tier,
    single_signs_only,
)

Words = dict[str, Condition]


@cache
def loaded() -> RuleSet:
    """The rules of this app; read when they are first asked for."""
    return rule_set(library.load())


def rule_set(content: Library) -> RuleSet:
    triage, signs = content.triage, content.written_signs
    return RuleSet(
        version=content.rules_version,
        signs=tuple(map(_sign, signs.signs)),
        rules=_rules(triage, signs, combined=content.switches.triage == "combined"),
        actions=tuple(map(_action, triage.actions)),
        parts=tuple(_part(part, part is not triage.asking.later) for part in content.parts),
        ages=tuple(map(_age, triage.ages)),
        bands=tuple(Ages(band.youngest, band.oldest) for band in triage.asking.age.bands),
        again_after=triage.asking.again_after_days,
        note_words=tuple(triage.asking.note_words),
        ask_again={Tier.of(again.tier): again.days for again in triage.follow_up.again},
        pauses=frozenset(map(Tier.of, triage.follow_up.pauses)),
        surgery=_surgery(triage.surgery),
    )


def _sign(sign: WrittenSign) -> Sign:
    return Sign(
        key=sign.id,
        tier=Tier.of(sign.tier),
        action=sign.action,
        source=_source(sign.sources),
        asked=sign.question is not None,
        again=sign.again is not None,
        after=sign.after,
        ends_programme=sign.ends_programme,
    )


def _source(citations: Iterable[str]) -> str:
    return ", ".join(citations)


def _surgery(hours: WrittenSurgery) -> Surgery:
    days = (day.split("-") for day in hours.also_closed)
    closed = frozenset((int(month), int(day)) for month, day in days)
    return Surgery(hours.opens, hours.closes, closed)


def _part(part: WrittenPart, needed: bool) -> Part:
    ticks = tuple(tuple(tick.signs) for tick in part.ticks)
    return Part(part.id, ticks, needed, part.at_once, part.short_round)


def _action(action: WrittenAction) -> Action:
    tier = Tier.of(action.tier)
    return Action(action.id, tier, action.always, action.covers, action.whole)


def _age(age: WrittenAge) -> AgeRule:
    return AgeRule(age.sign, age.from_age, age.women_from, age.below, age.asked)


# --- the rules ----------------------------------------------------------------------------------


def _rules(triage: Triage, signs: Signs, combined: bool) -> tuple[Rule, ...]:
    words = _words(triage.words)
    rules = tuple(_rule(rule, signs, words) for rule in triage.rules)
    return rules if combined else single_signs_only(rules)


def _words(written: Iterable[Word]) -> Words:
    """A word may use those above it."""
    words: Words = {}
    for word in written:
        readings = tuple(_reading(reading, words) for reading in word.any or word.all or ())
        words[word.id] = AnyOf(readings) if word.any else AllOf(readings)
    return words


def _rule(rule: WrittenRule, signs: Signs, words: Words) -> Rule:
    clauses = tuple(_clause(clause, signs, words) for clause in rule.clauses)
    return Rule(rule.id, clauses, _source(rule.sources))


def _clause(clause: WrittenClause, signs: Signs, words: Words) -> Clause:
    condition = _condition(clause, signs, words)
    return Clause(condition, clause.unless, Tier.of(clause.tier), clause.action)


def _condition(clause: WrittenClause, signs: Signs, words: Words) -> Condition:
    parts = [AnyOf(tuple(_reading(r, words) for r in any_of)) for any_of in clause.all or ()]
    if clause.unsure_of:
        unsure = unsure_of(clause.unsure_of, signs)
        parts.append(AnyOf(tuple(Says(sign, Answer.UNSURE) for sign in unsure)))
    return AllOf(tuple(parts))


def _reading(reading: str, words: Words) -> Condition:
    if reading.endswith(UNSURE):
        return Says(reading.removesuffix(UNSURE), Answer.UNSURE)
    return words.get(reading) or Says(reading, Answer.YES)
