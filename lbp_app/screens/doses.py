"""How much of an exercise, in words."""

from lbp_app.content.exercises import Dose, ExerciseContent
from lbp_app.content.library import say
from lbp_app.model.exercise import Range
from lbp_app.screens.ui import Ui


def dose_in_words(ui: Ui, dose: Dose) -> str:
    """ "2–3 × 8–12", "3 × 10–20 sekunder til hver side"."""
    sets, amount = span(dose.sets), span(dose.amount)
    if dose.mode == "reps":
        text = ui.t("{sets} × {amount} gange", sets=sets, amount=amount)
    else:
        text = ui.t("{sets} × {amount} sekunder", sets=sets, amount=amount)
    return ui.t("{dose} til hver side", dose=text) if dose.each_side else text


def span(among: Range) -> str:
    low, high = among
    return str(low) if low == high else f"{low}–{high}"


def gear_in_words(ui: Ui, exercise: ExerciseContent) -> str:
    names = [say(ui.t, ui.library.training.gear_name(one)) for one in exercise.equipment]
    return ", ".join(names) if names else ui.t("Ingen redskaber")
