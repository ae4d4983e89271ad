"""Exercises, weeks and the rules for steps, as clinicians wrote them, for the engine."""

from functools import cache

from lbp_app.content import library
from lbp_app.content.exercises import Dose as WrittenDose
from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.library import Library
from lbp_app.model.exercise import Catalogue, Dose, Exercise, Group, Mode, Week
from lbp_app.model.home_test import HomeTest
from lbp_app.model.progression import ProgressionRules, Thresholds


@cache
def catalogue() -> Catalogue:
    return catalogue_of(library.load())


@cache
def progression() -> ProgressionRules:
    return progression_of(library.load())


def catalogue_of(content: Library) -> Catalogue:
    training, exercises = content.training, content.exercises
    return Catalogue(
        exercises={one.id: _exercise(one) for one in exercises},
        weeks=tuple(Week(week.sets, week.effort) for week in training.weeks),
        minutes=training.rhythm.minutes,
        short_minutes=training.short_session.minutes,
        short_slots=tuple(tuple(map(Group, s.groups)) for s in training.short_session.slots),
        rest=training.rhythm.rest_seconds,
        days_between=training.rhythm.days_between,
    )


def progression_of(content: Library) -> ProgressionRules:
    written = content.progression
    values = {threshold.id: threshold.value for threshold in written.thresholds}
    tests = {HomeTest(test.id): test for test in written.home_tests}
    pointing = ((name, test.group, test.from_value) for name, test in tests.items())
    return ProgressionRules(
        version=content.progression_version,
        asks=content.switches.triage == "combined",
        thresholds=Thresholds(**values),
        bounds={name: (Group(g), bounds) for name, g, bounds in pointing if g and bounds},
        morning_within=written.morning_within_days,
    )


def _exercise(written: ExerciseContent) -> Exercise:
    variations = tuple(variation.id for variation in written.variations)
    return Exercise(written.id, _dose(written.dose), variations)


def _dose(dose: WrittenDose) -> Dose:
    return Dose(Mode(dose.mode), dose.sets, dose.amount, dose.each_side)
