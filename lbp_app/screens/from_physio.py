"""What a physiotherapist wrote to go with the levels, where the person trains by it."""

from functools import partial

import flet as ft

from lbp_app.actions import prescribed
from lbp_app.content.library import say
from lbp_app.content.wording import mark
from lbp_app.model.exercise import Group, place_of
from lbp_app.model.pairing import Taken
from lbp_app.model.text import legible
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card, told
from lbp_app.screens.theme import Role, Space
from lbp_app.screens.ui import Ui
from lbp_app.screens.words import heading

PLAN = "/oevelser/fra-fysioterapeut"
# By whether doses, variations and a message came along.
CAME = {
    (True, True, True): mark("Dosis, variation og besked fra {name}"),
    (True, True, False): mark("Dosis og variation fra {name}"),
    (True, False, True): mark("Dosis og besked fra {name}"),
    (True, False, False): mark("Dosis fra {name}"),
    (False, True, True): mark("Variation og besked fra {name}"),
    (False, True, False): mark("Variation fra {name}"),
    (False, False, True): mark("Besked fra {name}"),
}


def dose_from_physio(ui: Ui, exercise: str) -> str:
    """With whose it is; "" where the usual dose holds."""
    dose = legible(prescribed.doses(ui.services).get(exercise, ""))
    return ui.t("{dose}, fra din fysioterapeut", dose=dose) if dose else ""


def words_from_physio(ui: Ui, exercise: str) -> list[ft.Control]:
    """A card with what was written about the group of an exercise; nothing at another level."""
    taken, place = prescribed.plan_in_force(ui.services), place_of(exercise)
    if taken is None or place is None or taken.prescribed[place[0].value - 1] != place[1]:
        return []
    said, chosen = _lines(ui, place[0], taken.note), variation_from_physio(ui, exercise)
    if not (said or chosen):
        return []
    return [
        card(
            ui,
            heading(ui, ui.t("Fra {name}", name=legible(taken.name))),
            *(told(ui, "repeat", one, Role.INK) for one in chosen),
            *(told(ui, "message-circle", one, Role.INK) for one in said),
            spacing=Space.XS,
        )
    ]


def variation_from_physio(ui: Ui, exercise: str) -> list[str]:
    """Its name and how it is done."""
    named = prescribed.variations(ui.services).get(exercise, "")
    found = [one for one in ui.library.exercise(exercise).variations if one.id == named]
    return [said for one in found for said in (say(ui.t, one.name), say(ui.t, one.text))]


def _lines(ui: Ui, group: Group, note: str) -> list[str]:
    """Of the message: those that begin with the name of the group, in any language."""
    names = next(one.name for one in ui.library.exercise_groups if one.id == group.value)
    begins = tuple(f"{name}:" for name in names.values())
    lines = (legible(line) for line in note.splitlines())
    return [line.partition(":")[2].strip() for line in lines if line.startswith(begins)]


def plan_link(ui: Ui) -> list[ft.Control]:
    """To the whole of it, where there is more than levels."""
    taken = prescribed.plan_in_force(ui.services)
    said = CAME.get(_came_along(taken)) if taken else None
    if taken is None or said is None:
        return []
    text = ui.t(said, name=legible(taken.name))
    return [ft.Row([link(ui, text, partial(ui.go, PLAN))], wrap=True)]


def _came_along(taken: Taken) -> tuple[bool, bool, bool]:
    return any(taken.doses or ()), any(taken.variations or ()), bool(taken.note.strip())
