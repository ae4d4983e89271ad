"""What a patient's device can tell of a period, for their physiotherapist."""

from collections.abc import Iterator
from dataclasses import replace

from lbp_app.actions.doctor_card import check_to_tell
from lbp_app.model.care_plan import EVERYONE_AT_ONE, trained_levels
from lbp_app.model.diary import CheckIn
from lbp_app.model.doctor_card import THOUGHTS, CardPart, marked
from lbp_app.model.exercise import Group
from lbp_app.model.goal import active, rated
from lbp_app.model.participant_report import (
    Aim,
    Chosen,
    LevelStep,
    Measured,
    Outside,
    Signs,
    Spell,
    Told,
    ToldPart,
    Trained,
    Tried,
)
from lbp_app.model.report import Period
from lbp_app.services import Services


def told_of(services: Services, period: Period, parts: tuple[ToldPart, ...]) -> Told:
    """Only those parts; the question goes along with whichever."""
    told = Told(
        period.first,
        period.last,
        parts,
        question=services.doctor_card.get().text(CardPart.QUESTIONS),
    )
    notes = ToldPart.NOTES in parts
    for part in parts:
        match part:
            case ToldPart.DIARY:
                told = replace(told, days=_days(services, period, notes))
            case ToldPart.TRAINING:
                told = replace(
                    told,
                    trained=_trained(services, period, notes),
                    outside=_outside(services, period),
                )
            case ToldPart.LEVELS:
                told = _with_levels(services, told)
            case ToldPart.FLARES:
                told = replace(told, flares=_flares(services, period))
            case ToldPart.SIGNS:
                told = replace(told, signs=_signs(services, period))
            case ToldPart.GOALS:
                told = replace(told, tests=_tests(services, period), aims=_aims(services, period))
    return told


def _days(services: Services, period: Period, notes: bool) -> tuple[CheckIn, ...]:
    said = services.diary.between(period.first, period.last)
    plain = (replace(one, skipped=frozenset(), note=one.note if notes else "") for one in said)
    return tuple(one for one in plain if one.answered)


def _trained(services: Services, period: Period, notes: bool) -> tuple[Trained, ...]:
    done = (one for one in services.sessions.all() if one.done and period.holds(one.day))
    return tuple(
        Trained(
            one.day,
            one.kind,
            max(1, one.minutes),
            tuple(item.exercise for item in one.done),
            one.after,
            one.reflection if notes else "",
        )
        for one in done
    )


def _outside(services: Services, period: Period) -> tuple[Outside, ...]:
    done = (one for one in services.activities.all() if period.holds(one.day))
    return tuple(Outside(one.day, one.minutes) for one in done)


def _with_levels(services: Services, told: Told) -> Told:
    plans, trials = services.care_plans.all(), services.care_plans.trials()
    levels, period = trained_levels(plans, trials), told.period
    decided = (one for one in services.decisions.all() if period.holds(one.day))
    return replace(
        told,
        levels=tuple(levels[group] for group in Group),
        steps=tuple(_steps(services, period)),
        tried=tuple(
            Tried(one.day, group, one.level)
            for group, one in trials.items()
            if period.holds(one.day) and levels[group] is one.level
        ),
        chosen=tuple(Chosen(one.day, one.exercise, one.chosen) for one in decided),
    )


def _steps(services: Services, period: Period) -> Iterator[LevelStep]:
    before = EVERYONE_AT_ONE
    for plan in services.care_plans.all():
        if period.holds(plan.day):
            for group, why in plan.why.items():
                old, new = before[group], plan.levels[group]
                if old is not new:
                    yield LevelStep(plan.day, group, old, new, plan.issuer.by, why)
        before = plan.levels


def _flares(services: Services, period: Period) -> tuple[Spell, ...]:
    return tuple(
        Spell(one.start, one.end)
        for one in services.flares.all()
        if one.start <= period.last and (one.end is None or one.end >= period.first)
    )


def _signs(services: Services, period: Period) -> Signs | None:
    """How much it hurries would tell of thoughts, which are kept apart."""
    check = check_to_tell(services, period)
    if check is None:
        return None
    asked = [one.key for one in services.rules().signs if one.asked and one.key not in THOUGHTS]
    found = marked(check.answers, asked)
    hidden = marked(check.answers, THOUGHTS)
    return Signs(check.day, None if hidden else check.tier, found.yes, found.unsure)


def _tests(services: Services, period: Period) -> tuple[Measured, ...]:
    """All until the end of the period: a change needs two."""
    done = (one for one in services.home_tests.all() if one.day <= period.last)
    return tuple(Measured(one.day, one.test, one.value) for one in done)


def _aims(services: Services, period: Period) -> tuple[Aim, ...]:
    ratings = [one for one in services.goals.ratings() if one.day <= period.last]
    return tuple(
        Aim(goal.text, tuple((one.day, one.value) for one in rated(ratings, goal)))
        for goal in active(services.goals.all())
    )
