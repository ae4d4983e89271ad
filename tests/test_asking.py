"""The order of the questions: nothing that could raise the tier is ever passed by."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from lbp_app.content import library
from lbp_app.model.asking import GO_ON, About, Kind, Reply, Round, Step, Walk, replies_of
from lbp_app.model.person import Sex
from lbp_app.model.triage import Ages, Answer, Tier
from lbp_app.rules.ages import age_answers
from lbp_app.rules.asking import parts_of, steps_of, walk
from lbp_app.rules.triage import judge
from tests.walker import RULES, go_through, some_truth

KNOWN = About(Ages(58, 59), Sex.FEMALE)
SEED = 20261125
NO, YES, UNSURE = (("no",), ("yes",), ("unknown",))
SIGNS = {sign.key: sign for sign in RULES.signs}


def answered(replies: dict[str, Reply], which: Round = Round.FULL, about: About = KNOWN) -> Walk:
    """Whatever is not in `replies`, by kind and name, is none of these, a no, or go on."""
    given: dict[str, Reply] = {}
    for step in steps_of(RULES, which, about, given, {}):
        calm = {Kind.TICKS: (), Kind.AT_ONCE: GO_ON}.get(step.kind, NO)
        given[step.key] = replies.get(f"{step.kind}/{step.name}", calm)
    return walk(RULES, which, about, given)


def kinds(way: Walk) -> list[tuple[Kind, str]]:
    return [(step.kind, step.name) for step in way.steps]


def opener(sign: str) -> tuple[str, str]:
    """The part and the tick under which a sign is asked."""
    part = next(part for part in RULES.parts if sign in part.signs)
    return part.id, next(tick[0] for tick in part.ticks if sign in tick)


# --- nothing is passed by -----------------------------------------------------------------------


def paths(count: int) -> Iterator[tuple[Walk, dict[str, Answer], bool]]:
    random = Random(SEED)  # noqa: S311 - a sample that can be drawn again
    for at in range(count):
        person = some_truth(random, often=(0.02, 0.1, 0.3)[at % 3])
        known = at % 2 == 0
        yield go_through(random, Round.FULL, person, known=known), dict(person[2]), known


@pytest.mark.parametrize("count", [1_500, pytest.param(20_000, marks=pytest.mark.full)])
@pytest.mark.full
def test_the_screens_come_to_the_tier_of_the_whole_truth(count: int) -> None:
    later = {sign for part in parts_of(RULES, Round.LATER) for sign in part.signs}
    tiers: Counter[Tier] = Counter()
    for way, truth, _ in paths(count):
        whole = judge(RULES, {sign: said for sign, said in truth.items() if sign not in later})
        came = judge(RULES, way.answers)
        assert (came.tier, came.reasons, came.actions) == (
            whole.tier,
            whole.reasons,
            whole.actions,
        )
        assert came.complete
        tiers[came.tier] += 1
    assert set(tiers) == set(Tier)  # the sample holds every tier
    print(f"{count} paths, seed {SEED}: {dict(sorted(tiers.items()))}")


def test_every_sign_that_is_asked_belongs_to_exactly_one_opener() -> None:
    held = Counter(sign for part in RULES.parts for sign in part.signs)
    assert set(held) == {sign.key for sign in RULES.signs if sign.asked}
    assert set(held.values()) == {1}


@pytest.mark.parametrize("sign", [s.key for s in RULES.signs if s.asked])
@pytest.mark.full
def test_each_sign_is_reached_by_its_tick_alone_and_counts(sign: str) -> None:
    which = Round.LATER if opener(sign)[0] == "later" else Round.FULL
    parents = {}
    if (parent := SIGNS[sign].after) is not None:
        parents = {f"ticks/{opener(parent)[0]}": (opener(parent)[1],), f"question/{parent}": YES}
    part, tick = opener(sign)
    ticked = parents.get(f"ticks/{part}", ())
    way = answered({**parents, f"ticks/{part}": (*ticked, tick), f"question/{sign}": YES}, which)
    assert way.answers[sign] is Answer.YES
    assert judge(RULES, way.answers).tier >= SIGNS[sign].tier


@pytest.mark.parametrize("said", [NO, UNSURE, YES])
def test_no_other_answer_takes_a_question_away_but_one_that_rules_it_out(said: Reply) -> None:
    """Whatever else is answered, ticking a thing leads to every question under it."""
    asked: set[str] = set()
    for which in (Round.FULL, Round.LATER):
        replies: dict[str, Reply] = {}
        for step in steps_of(RULES, which, KNOWN, replies, {}):
            ticks = (tick[0] for p in RULES.parts if p.id == step.name for tick in p.ticks)
            everything = tuple(tick for tick in ticks if tick not in step.without)
            replies[step.key] = {Kind.TICKS: everything, Kind.AT_ONCE: GO_ON}.get(step.kind, said)
            asked |= {step.name} if step.kind is Kind.QUESTION else set()
    excused = {sign.key for sign in RULES.signs if sign.after is not None and said == NO}
    assert asked == {sign.key for sign in RULES.signs if sign.asked} - excused


def test_feeling_urine_and_stool_are_three_pages_and_never_hang_on_leg_pain() -> None:
    pages = [step.name for step in answered({}).steps]
    assert pages == [
        "about_you", "very_ill", "feeling", "urine", "stool", "strength", "legs", "fever", "fall",
        "pain", "life",
    ]  # fmt: skip


def test_the_short_round_leaves_out_falls_and_the_pain_alone() -> None:
    pages = [step.name for step in answered({}, Round.SHORT).steps]
    assert pages == [step.name for step in answered({}).steps if step.name not in ("fall", "pain")]


def test_what_may_wait_is_a_round_of_its_own_without_age_or_sex() -> None:
    assert kinds(answered({}, Round.LATER, About())) == [(Kind.TICKS, "later")]


def test_a_thing_to_tick_that_was_not_shown_is_asked_once_it_counts() -> None:
    """Somebody says no to a child on the way, fills in the next page, goes back and says yes."""
    not_pregnant = {
        "ticks/about_you": ("pregnant_or_postpartum",),
        "question/pregnant_or_postpartum": NO,
    }
    way = walk(RULES, Round.FULL, KNOWN, not_pregnant)
    assert way.steps[-1] == Step(Kind.TICKS, "very_ill", ("obstetric_alarm",))
    filled = {**not_pregnant, way.steps[-1].key: ()}
    pregnant = walk(RULES, Round.FULL, KNOWN, {**filled, "question/pregnant_or_postpartum": YES})
    assert pregnant.steps[-1] == Step(Kind.TICKS, "very_ill")


# --- asking once more ---------------------------------------------------------------------------


def test_not_sure_is_asked_again_in_simpler_words_before_it_counts() -> None:
    ticked = {"ticks/feeling": ("saddle_numbness",), "question/saddle_numbness": UNSURE}
    calm = {"ticks/about_you": (), "ticks/very_ill/obstetric_alarm": ()}
    way = walk(RULES, Round.FULL, KNOWN, {**calm, **ticked})
    assert way.steps[-1] == Step(Kind.AGAIN, "saddle_numbness")
    assert "saddle_numbness" not in way.answers
    for said in (NO, YES, UNSURE):
        again = answered({**ticked, "again/saddle_numbness": said})
        assert again.answers["saddle_numbness"].value == said[0]


def test_a_sure_answer_is_not_asked_again() -> None:
    way = answered({"ticks/feeling": ("saddle_numbness",), "question/saddle_numbness": YES})
    assert Step(Kind.AGAIN, "saddle_numbness") not in way.steps


@pytest.mark.parametrize(
    ("language", "felt"),
    [
        ("da", ("smerter", "prikken", "følelsesløs")),
        ("en", ("pain", "tingling", "numb")),
    ],
)
def test_whatever_is_felt_down_one_leg_is_told_under_one_tick_and_counts(
    language: str, felt: tuple[str, ...]
) -> None:
    legs = next(part for part in library.load().parts if part.id == "legs")
    both = opener("bilateral_leg_symptoms_new")[1]
    told = {t.signs[0] for t in legs.ticks if any(w in t.text[language].lower() for w in felt)}
    one = opener("leg_pain_radiating")[1]
    assert told - {both, opener("leg_rest_pain_or_wound")[1]} == {one}
    text = next(tick.text[language].lower() for tick in legs.ticks if tick.signs[0] == one)
    question = library.load().signs["leg_pain_radiating"].question
    assert question
    assert all(word in text and word in question[language] for word in felt)


def test_something_down_one_leg_and_a_changed_bladder_is_an_emergency() -> None:
    urine, leg = opener("urine_control_changed_new"), opener("leg_pain_radiating")
    for ticked in ("leg_pain_radiating", "leg_numbness_spreading", "legs_numb_old_assessed_stable"):
        way = answered(
            {
                f"ticks/{urine[0]}": (urine[1],),
                "question/urine_control_changed_new": YES,
                f"ticks/{leg[0]}": (opener(ticked)[1],),
                "question/leg_pain_radiating": YES,
            }
        )
        assert judge(RULES, way.answers).tier is Tier.EMERGENCY_NOW


# --- at once ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("severely_unwell", True),
        ("overdose_or_self_harm", True),
        ("saddle_numbness", True),
        ("urine_cannot_pass", True),
        ("bowel_control_loss_new", True),
        ("red_painful_eye", False),  # the same day is soon enough to be told at the end
        ("urine_control_changed_new", False),
        ("leg_weakness_severe_48h", False),  # the fifth opener: the end is near
    ],
)
def test_an_emergency_in_the_first_four_is_shown_at_once(sign: str, shown: bool) -> None:
    part, tick = opener(sign)
    way = answered({f"ticks/{part}": (tick,), f"question/{sign}": YES})
    assert (Step(Kind.AT_ONCE, sign) in way.steps) is shown


def test_a_plan_to_die_ends_the_questions() -> None:
    way = answered(
        {
            "ticks/life": ("suicidal_thoughts",),
            "question/suicidal_thoughts": YES,
            "question/suicidal_plan_or_intent": YES,
        }
    )
    assert way.steps[-1] == Step(Kind.QUESTION, "suicidal_plan_or_intent")
    assert judge(RULES, way.answers).tier is Tier.EMERGENCY_NOW


def test_the_same_emergency_is_not_shown_twice_and_another_one_is() -> None:
    both = {
        "ticks/feeling": ("saddle_numbness",),
        "question/saddle_numbness": YES,
        "ticks/stool": ("bowel_control_loss_new",),
        "question/bowel_control_loss_new": YES,
    }
    shown = [step.name for step in answered(both).steps if step.kind is Kind.AT_ONCE]
    assert shown == ["saddle_numbness"]
    worse = {"ticks/very_ill": ("overdose_or_self_harm",), "question/overdose_or_self_harm": YES}
    shown = [step.name for step in answered(both | worse).steps if step.kind is Kind.AT_ONCE]
    assert shown == ["overdose_or_self_harm", "saddle_numbness"]


# --- age and sex --------------------------------------------------------------------------------


def test_age_is_asked_when_the_profile_does_not_tell_and_sex_only_where_it_counts() -> None:
    first = {"ticks/about_you": ()}
    unknown = walk(RULES, Round.FULL, About(), first)
    assert unknown.steps[-1] == Step(Kind.AGE)
    for band in RULES.bands:
        way = walk(RULES, Round.FULL, About(), {**first, "age": (str(band.youngest),)})
        assert (way.steps[-1] == Step(Kind.SEX)) is (band.youngest == 60)


@pytest.mark.parametrize(
    ("ages", "sex", "present"),
    [
        (Ages(16, 17), None, {"age_under_18"}),
        (Ages(17, 18), None, {"age_under_18"}),  # 17 until the birthday
        (Ages(18, 19), None, set()),
        (Ages(58, 59), None, set()),
        (Ages(58, 59), Sex.MALE, set()),
        (Ages(59, 60), None, {"aaa_risk_age_sex"}),
        (Ages(59, 60), Sex.MALE, {"aaa_risk_age_sex"}),
        (Ages(59, 60), Sex.FEMALE, set()),
        (Ages(68, 69), Sex.FEMALE, set()),
        (Ages(69, 70), Sex.FEMALE, {"aaa_risk_age_sex", "age_70_plus"}),  # 70 this year
        (Ages(69, 70), None, {"aaa_risk_age_sex", "age_70_plus"}),
        (Ages(70, None), Sex.FEMALE, {"aaa_risk_age_sex", "age_70_plus"}),
    ],
)
def test_what_age_and_sex_tell(ages: Ages, sex: Sex | None, present: set[str]) -> None:
    told = age_answers(RULES.ages, ages, sex)
    assert {sign for sign, answer in told.items() if answer is Answer.YES} == present
    oldest = 200 if ages.oldest is None else ages.oldest
    asked = {"age_50_plus_first_ever"} if oldest >= 50 else set()
    assert told.keys() | asked == {rule.sign for rule in RULES.ages}


# --- from answers back to replies ---------------------------------------------------------------


@pytest.mark.full
def test_the_replies_that_answers_come_from_lead_to_the_same_answers() -> None:
    """Up to an emergency that wants to be seen."""
    random = Random(SEED)  # noqa: S311 - a sample that can be drawn again
    whole = 0
    for _ in range(60):
        ages, _, truth = some_truth(random, often=0.03)
        sex = Sex.MALE
        way = go_through(random, Round.SHORT, (ages, sex, truth), known=True)
        again = walk(RULES, Round.SHORT, About(ages, sex), replies_of(RULES, way.answers))
        assert again.done or again.steps[-1].kind is Kind.AT_ONCE
        if again.done:
            assert again.answers == way.answers
            whole += 1
    assert whole > 5


def test_a_part_that_is_not_answered_whole_gives_no_replies() -> None:
    answers = dict.fromkeys(RULES.parts[1].signs[1:], Answer.NO)
    assert replies_of(replace(RULES, parts=RULES.parts[1:2]), answers) == {}
