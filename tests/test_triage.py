"""The engine against the clinical document: each sign alone, each clause, and what must always
hold.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lbp_app.content import library
from lbp_app.exchange.rules import loaded, rule_set
from lbp_app.model.triage import (
    Answer,
    AnyOf,
    Condition,
    Outcome,
    Rule,
    RuleSet,
    Says,
    Tier,
)
from lbp_app.rules.triage import judge
from tests.clauses import smallest_sets
from tests.second_reading import ALONE, GROUP, KEYS, RULES, TODAY, closed_by, tier_and_rules

ANSWER = {True: Answer.YES, False: Answer.NO, "unknown": Answer.UNSURE}
NO_TO_ALL: dict[str, object] = dict.fromkeys(KEYS, False)
CASES = smallest_sets()
FEW, MANY = 1_000, 20_000
GP_DAYS = "gp_within_days"
SAYS_SO = {"age_under_18": "outside", "pregnant_or_postpartum": "midwife"}


def judged(answers: dict[str, object]) -> Outcome:
    return judge(loaded(), {key: ANSWER[said] for key, said in answers.items()})


def fired(outcome: Outcome) -> dict[str, str]:
    return {r.rule: r.tier.key for r in outcome.reasons if r.rule in RULES}


# --- the table ------------------------------------------------------------------------------


def test_the_signs_are_those_of_the_table_in_its_order() -> None:
    signs = library.load().written_signs.signs
    assert [(s.id, s.group, s.tier) for s in signs] == [(k, GROUP[k], ALONE[k]) for k in KEYS]
    assert len(KEYS) == 68


def test_the_rules_are_those_of_the_document_in_its_order() -> None:
    assert [rule.id for rule in library.load().triage.rules] == RULES


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.full
def test_a_sign_alone_has_its_tier_and_is_the_reason(key: str) -> None:
    outcome = judged(NO_TO_ALL | {key: True})
    assert outcome.tier.key == ALONE[key]
    named_first = [r.rule for r in outcome.reasons][:1]
    assert named_first == [key] if ALONE[key] != "watch" else named_first in ([], ["C8"])
    assert outcome.complete


def test_nothing_present_is_watch() -> None:
    outcome = judged(NO_TO_ALL)
    assert (outcome.tier, outcome.reasons, outcome.actions) == (Tier.WATCH, (), ("go_on",))


# --- every clause ---------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES)
def test_each_clause_fires_and_not_one_answer_short(rule: str) -> None:
    for tier, case in [(tier, case) for name, tier, case in CASES if name == rule]:
        outcome = judged(NO_TO_ALL | case)
        (reason,) = [r for r in outcome.reasons if r.rule == rule]
        assert reason.tier.key == tier, case
        assert outcome.tier >= Tier.of(tier), case
        assert set(reason.signs) == set(case)
        for key in case:
            short = fired(judged(NO_TO_ALL | case | {key: False}))
            assert Tier.of(short.get(rule, "watch")) < Tier.of(tier) or rule not in short, key


def test_every_rule_has_its_clauses_in_the_table() -> None:
    assert list(dict.fromkeys(rule for rule, _, _ in CASES)) == RULES
    assert len(CASES) > 250


def test_a_change_that_came_with_growing_pain_counts_as_new_even_after_a_no() -> None:
    said = NO_TO_ALL | {"pain_new_or_different": False, "pain_progressive_unremitting": True}
    assert "C5" in fired(judged(said | {"cancer_history": True}))
    doubted = said | {"pain_progressive_unremitting": "unknown", "cancer_history": True}
    assert "C5" not in fired(judged(doubted))


def test_spreading_numbness_is_no_nerve_sign() -> None:
    said = NO_TO_ALL | {"leg_numbness_spreading": True, "fever_unwell": True}
    assert fired(judged(said)) == {}


def test_severe_weakness_with_mild_weakness_is_still_a_major_sign() -> None:
    said = dict.fromkeys(("trauma_major_older_unassessed", "leg_weakness_mild_recent"), True)
    said |= {"leg_weakness_severe_over_48h": True}
    assert fired(judged(NO_TO_ALL | said))["C3b"] == "emergency_now"


@pytest.mark.parametrize(
    ("said", "tier"),
    [
        ({"sexual_function_loss_new": True, "leg_pain_radiating": True}, TODAY),
        ({"fever_unwell": True, "diabetes_dialysis_alcohol": True}, TODAY),
        ({"trauma_major_older_unassessed": True, "severe_pain_cannot_stand": True}, TODAY),
        ({"cancer_history": True, "leg_weakness_mild_recent": True}, "emergency_now"),
        ({"stiff_spine_known": True, "trauma_minor": True}, "emergency_now"),
        ({"saddle_numbness": True, "saddle_numb_old_assessed_stable": True}, "emergency_now"),
    ],
)
def test_what_the_document_calls_deliberate(said: dict[str, object], tier: str) -> None:
    assert judged(NO_TO_ALL | said).tier.key == tier


def test_an_age_flag_counts_once() -> None:
    both = {"age_50_plus_first_ever": True, "age_70_plus": True, "pain_new_or_different": True}
    assert fired(judged(NO_TO_ALL | both))["C8"] == "mention_next_gp"
    assert "C8" not in fired(judged(NO_TO_ALL | {"age_70_plus": True}))


def test_a_plan_is_not_a_doubt_alone() -> None:
    said = {"suicidal_thoughts": "unknown", "suicidal_plan_or_intent": True}
    outcome = judged(NO_TO_ALL | said)
    assert (outcome.tier, fired(outcome)) == (Tier.EMERGENCY_NOW, {})
    assert "C9" not in fired(judged(NO_TO_ALL | {"suicidal_thoughts": "unknown"}))


def without_one(condition: Condition) -> Iterator[Condition]:
    """The same condition with one answer less, for each answer that could go."""
    if isinstance(condition, Says):
        return
    kind, parts = type(condition), condition.parts
    for at, part in enumerate(parts):
        if isinstance(condition, AnyOf) and len(parts) > 1:
            yield kind(parts[:at] + parts[at + 1 :])
        for less in without_one(part):
            yield kind((*parts[:at], less, *parts[at + 1 :]))


def spoiled(rule: Rule) -> Iterator[Rule]:
    """The rule with one fault, in every way there is: a clause or one answer gone, a tier lower."""
    for at, clause in enumerate(rule.clauses):
        before, after = rule.clauses[:at], rule.clauses[at + 1 :]
        faults = [replace(clause, condition=less) for less in without_one(clause.condition)]
        faults += [replace(clause, tier=Tier(clause.tier - 1))] if clause.tier else []
        yield Rule(rule.id, before + after, rule.source)
        yield from (Rule(rule.id, (*before, fault, *after), rule.source) for fault in faults)


def stands(rules: RuleSet, rule: str) -> bool:
    for name, tier, case in CASES:
        if name == rule:
            said = {key: ANSWER[answer] for key, answer in case.items()}
            reasons = {r.rule: (r.tier.key, set(r.signs)) for r in judge(rules, said).reasons}
            if reasons.get(rule) != (tier, set(case)):
                return False
    return True


# What a higher clause of the same rule covers as well, so that nothing changes without it: growing
# pain and active cancer in the lower clause of C5, growing pain in that of C6, age in that of C8.
COVERED_ANYWAY = {"C5": 2, "C6": 1, "C8": 5}


@pytest.mark.parametrize("rule", loaded().rules, ids=lambda rule: rule.id)
@pytest.mark.full
def test_a_rule_with_a_fault_is_found_by_the_table(rule: Rule) -> None:
    at = loaded().rules.index(rule)
    assert stands(loaded(), rule.id)
    unseen = 0
    for fault in spoiled(rule):
        rules = (*loaded().rules[:at], fault, *loaded().rules[at + 1 :])
        unseen += stands(replace(loaded(), rules=rules), rule.id)
    assert unseen == COVERED_ANYWAY.get(rule.id, 0)


# --- what is open ---------------------------------------------------------------------------

NOT_ASKED = {"age_70_plus", "age_under_18", "aaa_risk_age_sex"}


def test_without_answers_everything_asked_is_open_in_the_order_of_the_table() -> None:
    outcome = judged({})
    assert list(outcome.unanswered) == [key for key in KEYS if key not in NOT_ASKED]
    assert (outcome.tier, outcome.complete, len(outcome.missing)) == (Tier.WATCH, False, 11)


@pytest.mark.parametrize("key", [key for key in KEYS if key not in NOT_ASKED])
@pytest.mark.full
def test_one_that_is_left_out_is_open_and_only_later_ones_may_wait(key: str) -> None:
    outcome = judged({k: False for k in KEYS if k != key})
    ruled_out = key in ("suicidal_plan_or_intent", "obstetric_alarm", "cancer_active_or_spread")
    assert outcome.unanswered == (() if ruled_out else (key,))
    may_wait = GROUP[key] == "G" and key != "condition_changed_markedly"
    assert outcome.complete is (ruled_out or may_wait or key == "inflammatory_pattern")


@pytest.mark.parametrize("said", [True, "unknown"])
def test_a_plan_is_open_unless_thoughts_were_denied(said: object) -> None:
    answers = {k: False for k in KEYS if k != "suicidal_plan_or_intent"}
    outcome = judged(answers | {"suicidal_thoughts": said})
    assert outcome.unanswered == ("suicidal_plan_or_intent",)
    assert outcome.missing == ("life",)


def test_the_programme_is_closed_whatever_the_tier() -> None:
    said = {"pregnant_or_postpartum": True, "age_under_18": True, "saddle_numbness": True}
    outcome = judged(NO_TO_ALL | said)
    assert outcome.outside == ("age_under_18", "pregnant_or_postpartum")
    assert outcome.tier is Tier.EMERGENCY_NOW


# --- what must always hold ------------------------------------------------------------------

SOME = st.dictionaries(st.sampled_from(KEYS), st.sampled_from([True, False, "unknown"]))


@settings(max_examples=300, deadline=None)
@given(SOME, st.sampled_from(KEYS))
@pytest.mark.full
def test_one_sign_more_never_lowers_the_tier(said: dict[str, object], key: str) -> None:
    tiers = [judged(said | {key: answer}).tier for answer in (False, "unknown", True)]
    assert tiers == sorted(tiers)
    unasked = judged({k: v for k, v in said.items() if k != key})
    assert unasked.tier is tiers[0]


@settings(max_examples=200, deadline=None)
@given(SOME, st.randoms(use_true_random=False))
@pytest.mark.full
def test_order_does_not_count_and_the_same_answers_give_the_same(
    said: dict[str, object], random: Random
) -> None:
    shuffled = list(said.items())
    random.shuffle(shuffled)
    assert judged(dict(shuffled)) == judged(said) == judged(said)


def some_answers(random: Random) -> dict[str, object]:
    yes, unsure = random.choice([0.02, 0.05, 0.1, 0.3]), random.choice([0, 0.02, 0.1, 0.3])
    asked = random.choice([0.5, 0.9, 1.0])
    weights = [yes, unsure, 1 - yes - unsure]
    return {
        key: random.choices([True, "unknown", False], weights)[0]
        for key in KEYS
        if random.random() < asked
    }


@pytest.mark.parametrize("count", [FEW, pytest.param(MANY, marks=pytest.mark.full)])
def test_engine_and_second_reading_agree(count: int) -> None:
    random = Random(count)  # noqa: S311
    for _ in range(count):
        said = some_answers(random)
        outcome = judged(said)
        assert (outcome.tier.key, fired(outcome)) == tier_and_rules(said), said
        assert outcome.outside == closed_by(said)
        assert {SAYS_SO[key] for key in outcome.outside} == set(SAYS_SO.values()) & set(
            outcome.actions
        )


@pytest.mark.parametrize("count", [FEW, pytest.param(MANY, marks=pytest.mark.full)])
@pytest.mark.full
def test_more_signs_never_lower_the_tier_on_random_answers(count: int) -> None:
    random = Random(count + 1)  # noqa: S311
    for _ in range(count):
        said = some_answers(random)
        more = said | {key: True for key in random.sample(KEYS, random.randint(1, 6))}
        assert judged(more).tier >= judged(said).tier, (said, more)
        doubt = said | {key: "unknown" for key, was in said.items() if was is False}
        assert judged(doubt).tier >= judged(said).tier, said


def test_reasons_stand_in_the_order_of_the_table_with_their_sources() -> None:
    outcome = judged(dict.fromkeys(KEYS, True))
    rules = [reason.rule for reason in outcome.reasons]
    assert rules == sorted(rules, key=[*KEYS, *RULES].index)
    assert all(reason.source and reason.signs for reason in outcome.reasons)


@pytest.mark.full
def test_an_answer_takes_less_than_two_milliseconds() -> None:
    random, taken = Random(3), []  # noqa: S311
    for _ in range(200):
        said = {key: ANSWER[v] for key, v in some_answers(random).items()}
        begun = time.perf_counter()
        judge(loaded(), said)
        taken.append(time.perf_counter() - begun)
    assert median(taken) < 0.002


# --- actions --------------------------------------------------------------------------------

RING_112 = {
    "C3", "C4", "C14", "C15b", "C15c", "C16",
    "abdominal_pain_sudden_severe", "severely_unwell", "chest_pain_or_breathless",
    "cold_pale_leg_sudden", "black_stool_or_vomiting_blood", "sudden_worst_upper_back_pain",
}  # fmt: skip
OWN_ACTION = {
    "overdose_or_self_harm": "overdose",
    "obstetric_alarm": "maternity",
    "suicidal_plan_or_intent": "suicide",
    "C17": "suicide",
}


def test_which_call_an_emergency_leads_to() -> None:
    triage, signs = library.load().triage, library.load().written_signs.signs
    called = {s.id: s.action for s in signs if s.tier == "emergency_now"}
    for rule in triage.rules:
        for clause in (c for c in rule.clauses if c.tier == "emergency_now"):
            called[rule.id] = clause.action
    wanted = {name: "life" if name in RING_112 else "acute" for name in called} | OWN_ACTION
    assert called == wanted


def test_the_lifeline_is_shown_in_all_of_c17_and_beside_an_emergency() -> None:
    calls = {action.id: action.calls for action in library.load().triage.actions}
    for said in (
        {"suicidal_thoughts": True, "suicidal_plan_or_intent": "unknown"},
        {"suicidal_thoughts": "unknown", "suicidal_plan_or_intent": "unknown"},
        {"suicidal_thoughts": "unknown"},
        {"suicidal_thoughts": True, "saddle_numbness": True},
        {"suicidal_thoughts": "unknown", "fever_unwell": True},
    ):
        shown = judged(NO_TO_ALL | said).actions
        assert "call_lifeline" in {call for action in shown for call in calls[action]}, said


@pytest.mark.parametrize(
    ("said", "actions"),
    [
        ({"saddle_numbness": True}, ("acute",)),
        ({"saddle_numbness": True, "severely_unwell": True}, ("life",)),
        ({"saddle_numbness": True, "overdose_or_self_harm": True}, ("overdose", "acute")),
        ({"overdose_or_self_harm": "unknown"}, ("overdose_unsure",)),
        ({"saddle_numbness": True, "overdose_or_self_harm": "unknown"},
         ("acute", "overdose_unsure")),
        ({"suicidal_thoughts": True, "suicidal_plan_or_intent": "unknown"}, ("suicide",)),
        ({"suicidal_thoughts": True, "fever_unwell": True}, ("thoughts", "today")),
        ({"age_under_18": True, "weight_loss_unintended": True}, ("today", "outside")),
        ({"pregnant_or_postpartum": True}, ("midwife",)),
        ({"pregnant_or_postpartum": True, "weight_loss_unintended": True}, ("book", "midwife")),
        ({"pregnant_or_postpartum": True, "saddle_numbness": True}, ("acute", "midwife")),
        ({"night_pain": True}, ("keep_an_eye",)),
    ],
)  # fmt: skip
def test_the_actions_of_a_result(said: dict[str, object], actions: tuple[str, ...]) -> None:
    assert judged(NO_TO_ALL | said).actions == actions


# --- the switch -----------------------------------------------------------------------------


def test_items_only_lets_every_sign_stand_alone() -> None:
    content = library.load()
    content.switches = library.Switches(triage="items_only")
    rules = rule_set(content)
    assert {rule.id for rule in rules.rules} == {"C9", "C17"}
    assert rules.version != loaded().version
    for rule, _, case in CASES:
        said = {key: ANSWER[answer] for key, answer in (NO_TO_ALL | case).items()}
        alone = [Tier.of(ALONE[key]) for key, answer in case.items() if answer is True]
        outcome = judge(rules, said)
        if rule not in ("C9", "C17") and "unknown" not in case.values():
            assert outcome.tier is max(alone)
    doubted = judge(rules, {"saddle_numbness": Answer.UNSURE})
    assert doubted.tier is Tier.SAME_DAY_DOCTOR
    assert judge(rules, {"night_pain": Answer.YES}).actions == ("keep_an_eye",)


def test_rules_are_an_argument() -> None:
    none = replace(loaded(), rules=())
    said = {"bilateral_leg_symptoms_new": Answer.YES, "leg_weakness_mild_recent": Answer.YES}
    assert judge(loaded(), said).tier is Tier.EMERGENCY_NOW
    assert judge(none, said).tier is Tier.SAME_DAY_DOCTOR
