"""When the app asks about a step: below, at and above each threshold; and that it only asks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace as written

from lbp_app.actions import care_plan, flare, pause, progression, session
from lbp_app.actions.history import undo
from lbp_app.content import library
from lbp_app.exchange import training
from lbp_app.model.care_plan import Assigner, Issuer, levels_of
from lbp_app.model.exercise import EASIER, Group, Level
from lbp_app.model.pause import Paused, PausedBy
from lbp_app.model.progression import Choice, Colour, Decision, Easier, Gently, More, Proposal
from lbp_app.model.session import After, Session
from lbp_app.rules import progression as rules
from lbp_app.services import Services
from tests.assigned import assign_levels
from tests.builders import TODAY, Hand, other_person
from tests.trained import trained

RULES = training.progression()
CATALOGUE = training.catalogue()
SQUAT = CATALOGUE.exercise("3.3")
EASY: dict[str, Any] = {"effort": 4, "safe": 7, "pain": 4}


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def asked(*sessions: Session, decisions: tuple[Decision, ...] = ()) -> Proposal | None:
    return rules.proposal(SQUAT, sessions, decisions, RULES)


def suggests(*sessions: Session) -> Choice | None:
    return rules.suggestion("3.3", sessions, (), RULES.thresholds)


def twice(**answers: Any) -> list[Session]:
    return [trained(day(n), "3.3", **EASY | answers) for n in (-5, -2)]


# --- each threshold -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "choice"),
    [
        ({"effort": 3}, Choice.MORE),
        ({"effort": 4}, Choice.MORE),
        ({"effort": 5}, Choice.SAME),
        ({"effort": 7}, Choice.SAME),
        ({"effort": 8}, Choice.EASIER),
        ({"effort": 9}, Choice.EASIER),
        ({"effort": None}, None),
        ({"safe": 8}, Choice.MORE),
        ({"safe": 7}, Choice.MORE),
        ({"safe": 6}, Choice.SAME),
        ({"safe": None}, Choice.SAME),
        ({"pain": 3}, Choice.MORE),
        ({"pain": 4}, Choice.MORE),
        ({"pain": 5}, Choice.SAME),
        ({"pain": 6}, Choice.SAME),
        ({"pain": 7}, Choice.EASIER),
        ({"pain": 8}, Choice.EASIER),
        ({"pain": None}, Choice.MORE),
        ({"after": After.USUAL}, Choice.MORE),
        ({"after": After.PASSED}, Choice.MORE),
        ({"after": After.SORE}, Choice.SAME),
        ({"after": After.OVER_A_DAY}, Choice.EASIER),
        ({"after": After.OVER_TWO_DAYS}, Choice.EASIER),
    ],
)
@pytest.mark.full
def test_what_two_times_alike_suggest(answers: dict[str, Any], choice: Choice | None) -> None:
    told = twice(**answers)
    assert suggests(*told) is choice
    proposal = asked(*told)
    assert (proposal.suggests if proposal else None) is (
        choice if choice is not Choice.SAME else None
    )


@pytest.mark.parametrize(
    ("answers", "choice"),
    [
        (EASY, Choice.SAME),
        (EASY | {"effort": 8}, Choice.EASIER),
        (EASY | {"pain": 7}, Choice.EASIER),
        (EASY | {"after": After.OVER_A_DAY}, Choice.SAME),
        (EASY | {"after": After.OVER_TWO_DAYS}, Choice.EASIER),
    ],
)
def test_what_one_time_suggests(answers: dict[str, Any], choice: Choice) -> None:
    assert suggests(trained(day(-2), "3.3", **answers)) is choice


@pytest.mark.parametrize(("safe", "gently"), [(2, True), (3, True), (4, False)])
def test_a_worry_offers_the_same_movement_with_control(safe: int, gently: bool) -> None:
    proposal = asked(trained(day(-2), "3.3", effort=5, safe=safe))
    assert (proposal is not None) is gently
    if proposal:
        assert proposal.suggests is Choice.SAME
        assert proposal.gently == tuple(Gently)


def test_pain_over_a_day_counts_only_in_a_row() -> None:
    slow = trained(day(-8), "3.3", **EASY, after=After.OVER_A_DAY)
    settled = trained(day(-5), "3.3", **EASY, after=After.USUAL)
    again = trained(day(-2), "3.3", **EASY, after=After.OVER_A_DAY)
    assert suggests(slow, settled, again) is Choice.SAME
    assert suggests(settled, slow, again) is Choice.EASIER


def test_one_hard_time_between_is_not_twice_in_a_row() -> None:
    easy, hard = (trained(day(-n), "3.3", **EASY | {"effort": n}) for n in (4, 6))
    assert suggests(easy, hard, easy) is Choice.SAME


@pytest.mark.parametrize(
    ("answers", "colour"),
    [
        ({"pain": 4}, Colour.GREEN),
        ({"pain": None}, Colour.GREEN),
        ({"pain": 5}, Colour.YELLOW),
        ({"pain": 6}, Colour.YELLOW),
        ({"pain": 7}, Colour.RED),
        ({"pain": 0, "after": After.SORE}, Colour.YELLOW),
        ({"pain": 0, "after": After.OVER_A_DAY}, Colour.YELLOW),
        ({"pain": 0, "after": After.OVER_TWO_DAYS}, Colour.RED),
    ],
)
def test_the_colour_of_one_time(answers: dict[str, Any], colour: Colour) -> None:
    (seen,) = rules.seen_of([trained(TODAY, "3.3", **answers)], "3.3")
    assert rules.colour(seen, RULES.thresholds) is colour


# --- what is offered ----------------------------------------------------------------------------


def test_more_is_first_a_new_variation_then_repetitions_then_the_next_level() -> None:
    sessions = twice()
    assert asked(*sessions).more is More.VARIATION  # type: ignore[union-attr]
    both = [trained(day(-9), "3.3", variation=name) for name in SQUAT.variations]
    proposal = asked(*both, *sessions)
    assert proposal is not None
    assert proposal.more is More.REPS
    at_the_top = decisions_for(proposal, More.REPS, 2)  # 8 + 2 + 2 is the most of the dose
    assert asked(*both, *sessions, decisions=at_the_top).more is More.LEVEL  # type: ignore[union-attr]
    one_less = decisions_for(proposal, More.REPS, 1)
    assert asked(*both, *sessions, decisions=one_less).more is More.REPS  # type: ignore[union-attr]


def test_at_the_top_of_everything_nothing_more_is_asked() -> None:
    top = CATALOGUE.exercise("3.4")
    sessions = [
        trained(day(n), "3.4", **EASY, variation=name) for n, name in enumerate(top.variations, -9)
    ]
    low, high = top.dose.amount
    done = decisions_for(a_proposal("3.4"), More.REPS, -(-(high - low) // 2))
    assert rules.proposal(top, sessions, done, RULES) is None


def test_every_step_of_the_amount_is_as_it_was_promised() -> None:
    low, high = SQUAT.dose.amount
    than = RULES.thresholds
    many = decisions_for(a_proposal("3.3"), More.REPS, 8)
    fewer = replace(many[0], chosen=Choice.EASIER, step=Easier.REPS)
    assert rules.amount_of(SQUAT, many, than) == high
    assert rules.amount_of(SQUAT, (*many, fewer), than) == high - 2
    assert rules.amount_of(SQUAT, (fewer,), than) == low - 2
    assert rules.amount_of(SQUAT, (fewer,) * 9 + many[:1], than) == 3


def test_one_repetition_is_not_offered_instead_of_one() -> None:
    many = decisions_for(a_proposal("3.3"), More.REPS, 9)
    fewest = [replace(one, step=Easier.REPS) for one in many]
    proposal = rules.proposal(SQUAT, [trained(TODAY, "3.3", effort=9)], fewest, RULES)
    assert proposal is not None
    assert proposal.easier == (Easier.SMALLER, Easier.LEVEL)


def test_it_shows_what_it_saw_and_offers_all_ways() -> None:
    sessions = twice()
    proposal = asked(trained(day(-9), "3.3", effort=6), *sessions)
    assert proposal is not None
    assert [seen.session_id for seen in proposal.seen] == [one.id for one in sessions]
    assert [(seen.effort, seen.safe) for seen in proposal.seen] == [(4, 7), (4, 7)]
    assert proposal.easier == (Easier.REPS, Easier.SMALLER, Easier.LEVEL)
    assert proposal.rule == "effort_more_most"


def test_at_the_lightest_there_is_a_smaller_movement_and_no_level_below() -> None:
    lightest = CATALOGUE.exercise("3.1")
    proposal = rules.proposal(lightest, [trained(TODAY, "3.1", effort=9)], (), RULES)
    assert proposal is not None
    assert proposal.easier == (Easier.REPS, Easier.SMALLER)


def test_skipped_exercises_and_other_levels_say_nothing() -> None:
    skipped = [trained(day(n), "3.3", **EASY, done=(), skipped=True) for n in (-5, -2)]
    assert asked(*skipped) is None
    assert asked(*[trained(day(n), "3.2", **EASY) for n in (-5, -2)]) is None


def test_a_yes_to_a_variation_plans_the_next_one_until_it_was_tried() -> None:
    before = [trained(day(-5), "3.3"), trained(day(-4), "3.3", variation="a")]
    yes = decisions_for(a_proposal("3.3"), More.VARIATION, 1)
    seen = rules.seen_of(before, "3.3")
    assert rules.variation_of(SQUAT, seen, ()) == "a"
    assert rules.variation_of(SQUAT, seen, yes) == "b"
    later = rules.seen_of([*before, trained(day(3), "3.3", variation=None)], "3.3")
    assert rules.variation_of(SQUAT, later, yes) is None
    easier = rules.seen_of([trained(day(-5), "3.3", variation=EASIER)], "3.3")
    assert rules.variation_of(SQUAT, easier, ()) is None


def a_proposal(exercise: str) -> Proposal:
    return Proposal(exercise, Choice.MORE, (), More.REPS, (), (), "effort_more_most")


def decisions_for(proposal: Proposal, step: More, times: int) -> tuple[Decision, ...]:
    """Long ago, so that everything was seen since."""
    at = trained(day(-30), "1.1").ended if step is More.REPS else trained(TODAY, "1.1").ended
    one = Decision(
        "id", proposal.exercise, Choice.MORE, Choice.MORE, step, "", (), TODAY, at, "UTC"
    )
    return (one,) * times


# --- switches and sources -----------------------------------------------------------------------


def test_the_switch_turns_questions_about_levels_off() -> None:
    content = library.load()
    content.switches = written(content.switches, triage="items_only")
    off = training.progression_of(content)
    assert off.version != RULES.version
    for told in (twice(), twice(effort=9), twice(safe=1)):
        assert rules.proposal(SQUAT, told, (), RULES) is not None
        assert rules.proposal(SQUAT, told, (), off) is None


def test_other_thresholds_lead_to_other_questions() -> None:
    stricter = replace(RULES, thresholds=replace(RULES.thresholds, times=3))
    assert rules.proposal(SQUAT, twice(), (), stricter) is None


def test_every_threshold_has_sources_and_waits_for_a_clinician() -> None:
    for one in [*library.load().progression.thresholds, *library.load().progression.home_tests]:
        assert one.sources
        assert one.reviewed_by is None


# --- through the actions ------------------------------------------------------------------------


@pytest.fixture
def easy(services: Services, hand: Hand) -> Services:
    """Two easy times of 3.1, a week and four days ago."""
    for n in (-7, -4):
        services.sessions.put(f"{n}", replace(trained(day(n), "3.1", **EASY), id=f"{n}"))
    hand.move(minutes=1)
    return services


def again(services: Services, number: int, **answers: Any) -> None:
    one = trained(day(number), "3.1", **EASY | answers)
    services.sessions.put(one.id, one)


@pytest.mark.full
def test_it_asks_about_the_exercises_that_are_trained(easy: Services) -> None:
    (question,) = progression.questions(easy)
    assert (question.exercise, question.more) == ("3.1", More.VARIATION)


@pytest.mark.full
def test_a_no_is_remembered_until_something_new_was_seen(easy: Services, hand: Hand) -> None:
    (question,) = progression.questions(easy)
    progression.decline_step(easy, question)
    assert progression.questions(easy) == []
    hand.move(days=400)
    assert progression.questions(easy) == []
    again(easy, 401)
    assert progression.questions(easy) == [], "one more time is not two"
    again(easy, 404)
    (new,) = progression.questions(easy)
    assert {seen.session_id for seen in new.seen}.isdisjoint(s.session_id for s in question.seen)


@pytest.mark.full
def test_an_answer_the_next_morning_is_no_reason_to_ask_the_same_again(
    services: Services, hand: Hand
) -> None:
    again(services, -1, effort=9)
    (question,) = progression.questions(services)
    progression.decline_step(services, question)
    hand.move(hours=1)
    (one,) = services.sessions.all()
    session.answer_morning_after(services, one.id, After.USUAL)
    assert progression.questions(services) == []
    session.answer_morning_after(services, one.id, After.OVER_TWO_DAYS)
    (new,) = progression.questions(services)
    assert new.rule == "over_two_days"


def test_the_same_answer_about_the_morning_brings_no_question_back(
    services: Services, hand: Hand
) -> None:
    again(services, -1, effort=5)
    (one,) = services.sessions.all()
    session.answer_morning_after(services, one.id, After.OVER_TWO_DAYS)
    (question,) = progression.questions(services)
    hand.move(hours=1)
    progression.decline_step(services, question)
    hand.move(days=1)
    assert session.answer_morning_after(services, one.id, After.OVER_TWO_DAYS) is None
    assert progression.questions(services) == []


def test_undoing_the_no_asks_again(easy: Services) -> None:
    (question,) = progression.questions(easy)
    undo(easy, progression.decline_step(easy, question))
    assert progression.questions(easy) == [question]


@pytest.mark.full
def test_a_yes_to_more_repetitions_changes_the_plan_and_no_level(easy: Services) -> None:
    (question,) = progression.questions(easy)
    before = session.basis_of(easy).amounts["3.1"]
    progression.accept_step(easy, replace(question, more=More.REPS), Choice.MORE)
    assert session.basis_of(easy).amounts["3.1"] == before + 2
    assert easy.care_plans.all() == []
    progression.accept_step(easy, question, Choice.EASIER, Easier.REPS)
    assert session.basis_of(easy).amounts["3.1"] == before


@pytest.mark.parametrize(
    ("exercise", "choice", "easier", "level"),
    [
        ("3.1", Choice.MORE, None, Level.TWO),
        ("3.3", Choice.EASIER, Easier.LEVEL, Level.TWO),
        ("3.1", Choice.EASIER, Easier.LEVEL, Level.ONE),
    ],
)
@pytest.mark.full
def test_a_yes_to_another_level_assigns_it_and_undo_takes_both_back(
    easy: Services, exercise: str, choice: Choice, easier: Easier | None, level: Level
) -> None:
    proposal = replace(a_proposal(exercise), more=More.LEVEL)
    change = progression.accept_step(easy, proposal, choice, easier)
    assert levels_of(easy.care_plans.all())[Group.RISE] is level
    undone = undo(easy, change)
    assert easy.care_plans.all() == []
    assert easy.decisions.all() == []
    undo(easy, undone)
    assert levels_of(easy.care_plans.all())[Group.RISE] is level


def test_where_the_levels_are_a_physiotherapists_the_step_is_tried(
    easy: Services, hand: Hand
) -> None:
    physio = Issuer(Assigner.PHYSIO, "Mette Holm")
    assign_levels(easy, {Group.RISE: Level.ONE}, physio, {})
    hand.move(minutes=1)
    (question,) = progression.questions(easy)
    change = progression.accept_step(easy, replace(question, more=More.LEVEL), Choice.MORE)
    assert levels_of(easy.care_plans.all())[Group.RISE] is Level.ONE
    assert care_plan.training_levels(easy)[Group.RISE] is Level.TWO
    undo(easy, change)
    assert care_plan.training_levels(easy)[Group.RISE] is Level.ONE


ANSWERS = ({"effort": 0, "safe": 10, "pain": 0}, {"effort": 10, "safe": 0, "pain": 10})


@pytest.mark.parametrize("answers", ANSWERS)
@pytest.mark.parametrize("days", [6, pytest.param(30, marks=pytest.mark.full)])
def test_no_level_ever_changes_by_itself(
    services: Services, hand: Hand, answers: dict[str, Any], days: int
) -> None:
    care_plan.begin_at(services, dict.fromkeys(Group, Level.TWO))
    plans, trials = services.care_plans.all(), services.care_plans.trials()
    for n in range(days):
        names = [f"{group.value}.2" for group in Group]
        one = trained(day(n), *names, **answers, after=list(After)[n % len(After)])
        services.sessions.put(one.id, one)
        hand.move(days=1)
        for question in progression.questions(services):
            progression.decline_step(services, question)
            progression.accept_step(services, question, Choice.SAME)
        session.plan_session(services, session.SessionKind.FULL)
        session.invitation_today(services)
        session.morning_question(services)
    assert (services.care_plans.all(), services.care_plans.trials()) == (plans, trials)


@pytest.mark.parametrize(
    "stop",
    [
        flare.start_flare,
        lambda s: pause.pause(s, Paused.EXERCISE, PausedBy.SAFETY),
        lambda s: pause.pause(s, Paused.EVERYTHING, PausedBy.PERSON),
    ],
)
@pytest.mark.full
def test_in_a_bad_spell_and_during_a_pause_nothing_is_asked(
    easy: Services, stop: Callable[[Services], object]
) -> None:
    assert progression.questions(easy)
    stop(easy)
    assert progression.questions(easy) == []


@pytest.mark.full
def test_nobody_sees_the_choices_of_another(easy: Services) -> None:
    (question,) = progression.questions(easy)
    progression.decline_step(easy, question)
    other = other_person(easy)
    assert other.decisions.all() == []
    assert progression.questions(other) == []
