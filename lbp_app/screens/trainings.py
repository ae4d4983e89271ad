"""Sessions and their exercises in words."""

from collections.abc import Sequence
from itertools import groupby

from lbp_app.content.library import say
from lbp_app.content.wording import mark
from lbp_app.model.exercise import EASIER, Mode, place_of
from lbp_app.model.session import Item, Session, SessionKind
from lbp_app.screens.ui import Ui

HARD_SPACE, SHORT = "\u00a0", 14  # characters of a fact that stays on one line
NAMES = {
    SessionKind.FULL: mark("Hele træningen"),
    SessionKind.SHORT: mark("Kort træning"),
    SessionKind.WARM_UP: mark("Opvarmning"),
    # Oversætter: de rolige øvelser, der slutter en træning af
    SessionKind.COOL_DOWN: mark("Nedtrapning"),
    SessionKind.SINGLE: mark("Én øvelse"),
    SessionKind.CLASS: mark("Holdets øvelser"),
}


def session_name(ui: Ui, session: Session) -> str:
    if session.kind is SessionKind.SINGLE and len(session.items) == 1:
        return exercise_name(ui, session.items[0].exercise)
    return ui.t(NAMES[session.kind])


def session_facts(ui: Ui, session: Session) -> str:
    """ "14 min · 5 øvelser"."""
    return facts(ui, session.minutes, len(session.done))


def facts(ui: Ui, minutes: int, exercises: int) -> str:
    count = ui.t.plural("{n} øvelse", "{n} øvelser", exercises)
    return listed([minutes_in_words(ui, minutes), count])


def listed(facts: Sequence[str]) -> str:
    """On a line that breaks between two facts and not within one of a few words."""
    kept = [fact.replace(" ", HARD_SPACE) if len(fact) <= SHORT else fact for fact in facts]
    return " · ".join(kept)


def minutes_in_words(ui: Ui, minutes: int) -> str:
    """Whatever took no whole minute took one."""
    return ui.t("{n} min", n=max(1, minutes))


def exercise_name(ui: Ui, exercise: str) -> str:
    return say(ui.t, ui.library.exercise(exercise).name)


def variation_name(ui: Ui, item: Item) -> str:
    """Empty for the exercise as it is."""
    if item.variation == EASIER:
        return ui.t("den lettere måde")
    found = ui.library.exercise(item.exercise).variations
    return next((say(ui.t, one.name) for one in found if one.id == item.variation), "")


def picture_of(exercises: Sequence[str]) -> str:
    """The one to draw: from the middle of those of the grid, else the first."""
    grid = [one for one in exercises if place_of(one)]
    return grid[len(grid) // 2] if grid else exercises[0]


def done_in_words(ui: Ui, item: Item) -> str:
    """ "2 × 10 gange til hver side", "10 + 8 gange", "sprunget over"."""
    if not item.total:
        return ui.t("sprunget over") if item.skipped else ui.t("ikke lavet")
    amounts = " + ".join(_alike(list(run)) for _, run in groupby(sets_of(item)))
    if item.mode is Mode.REPS:
        text = ui.t("{amounts} gange", amounts=amounts)
    else:
        text = ui.t("{amounts} sekunder", amounts=amounts)
    return ui.t("{dose} til hver side", dose=text) if item.each_side else text


def sets_of(item: Item) -> list[str]:
    """Each set; both sides of it where they differ."""
    if not item.each_side:
        return [str(amount) for amount in item.done]
    first, second = item.done[::2], item.done[1::2]
    pairs = [f"{a}" if a == b else f"{a}/{b}" for a, b in zip(first, second, strict=False)]
    return [*pairs, *(f"{a}/0" for a in first[len(second) :])]


def _alike(run: Sequence[str]) -> str:
    return run[0] if len(run) == 1 else f"{len(run)} × {run[0]}"
