"""A dose as a physiotherapist writes it, such as "3 x 10" or "2-3 × 30 sek", read for counting."""

import re

from lbp_app.model.exercise import Dose, Mode
from lbp_app.model.session import MOST_SETS

MOST = 600  # repetitions or seconds that are believed to be meant
_RANGE = r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?"
_DOSE = re.compile(rf"{_RANGE}\s*(?:s\wts?)?\s*[x×*]\s*{_RANGE}\s*([^\W\d_]*)", re.IGNORECASE)
_REPS = ("gang", "gent", "rep", "time")
_SECONDS = ("sek", "sec")


def dose_of(text: str, usual: Dose) -> Dose | None:
    """None when it is not understood, or counts something other than the exercise does."""
    found = _DOSE.match(text.strip())
    if found is None or not _fits(found[5].casefold(), usual.mode):
        return None
    sets, amount = ((int(found[n]), int(found[n + 1] or found[n])) for n in (1, 3))
    if sets[1] * (2 if usual.each_side else 1) > MOST_SETS or amount[1] > MOST:
        return None
    try:
        return Dose(usual.mode, sets, amount, usual.each_side)
    except ValueError:
        return None


def _fits(unit: str, mode: Mode) -> bool:
    """A unit that is neither of both is the beginning of something else, but minutes are a unit."""
    if unit.startswith("min"):
        return False
    if unit == "s" or unit.startswith(_SECONDS):
        return mode is not Mode.REPS
    return mode is Mode.REPS or not unit.startswith(_REPS)
