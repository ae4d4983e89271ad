"""How much of an exercise, and what it needs, in words."""

from lbp_app.content.exercises import Dose, ExerciseContent, Gear, Range
from lbp_app.content.library import say
from lbp_app.content.training import Training
from lbp_app.content.wording import Wording


def dose_in_words(t: Wording, dose: Dose) -> str:
    """ "2–3 × 8–12 gange", "3 × 10–20 sekunder til hver side"."""
    sets, amount = span(dose.sets), span(dose.amount)
    if dose.mode == "reps":
        text = t("{sets} × {amount} gange", sets=sets, amount=amount)
    else:
        text = t("{sets} × {amount} sekunder", sets=sets, amount=amount)
    return t("{dose} til hver side", dose=text) if dose.each_side else text


def span(among: Range) -> str:
    low, high = among
    return str(low) if low == high else f"{low}–{high}"


def gear_in_words(t: Wording, training: Training, exercise: ExerciseContent) -> str:
    return named(t, training, exercise.equipment) or t("Ingen redskaber")


def named(t: Wording, training: Training, equipment: tuple[Gear, ...]) -> str:
    """ "Stol, pude"; empty where there is nothing."""
    names = [say(t, training.gear_name(one)) for one in equipment]
    return ", ".join([*names[:1], *(name.lower() for name in names[1:])])


def level_name(t: Wording, training: Training, level: int) -> str:
    """ "Trin 2"."""
    return say(t, next(one.name for one in training.levels if one.id == level))
