"""How much of an exercise, and what it needs, in the words of whoever reads."""

from lbp_app.content import doses
from lbp_app.content.exercises import Dose, ExerciseContent
from lbp_app.screens.ui import Ui


def dose_in_words(ui: Ui, dose: Dose) -> str:
    """ "2–3 × 8–12 gange", "3 × 10–20 sekunder til hver side"."""
    return doses.dose_in_words(ui.t, dose)


def gear_in_words(ui: Ui, exercise: ExerciseContent) -> str:
    return doses.gear_in_words(ui.t, ui.library.training, exercise)
