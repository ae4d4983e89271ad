"""Find en øvelse: by words, by place and by what it needs; folded until it is asked for."""

from functools import partial

import flet as ft

from lbp_app.content.doses import named
from lbp_app.content.exercise_search import Found, find
from lbp_app.content.exercises import ExerciseContent, Place
from lbp_app.content.library import say
from lbp_app.content.wording import mark
from lbp_app.screens.buttons import Tap, link, row_button
from lbp_app.screens.cards import between, card, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.fields import use_typed
from lbp_app.screens.figures import tile
from lbp_app.screens.hooks import use_value
from lbp_app.screens.levels import level_name
from lbp_app.screens.theme import Space
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, icon, note

ANY, NOTHING = "any", "none"
PLACES: tuple[Place, ...] = ("floor", "bed", "chair", "standing")
STILL = 60  # px high, in a row
KINDS = {
    "warmup": mark("Varm op"),
    "cooldown": mark("Rolig afslutning"),
    "lying": mark("Liggende"),
}


@ft.component
def Finder() -> ft.Control:
    ui = use_ui()
    shown, show = ft.use_state(False)
    if shown:
        return Asking(lambda: show(False))
    opener = link(ui, ui.t("Find en øvelse"), lambda: show(True))
    return ft.Row([icon("search", 20), opener], spacing=2, wrap=True)


@ft.component
def Asking(fold: Tap) -> ft.Control:
    ui = use_ui()
    typed, written = use_typed(ui, ui.t("Søg efter et ord"))
    place, set_place = use_value(lambda: ANY)
    gear, set_gear = use_value(lambda: ANY)
    where = choices(ui, ui.t("Hvor?"), _places(ui), place, set_place)
    needed = choices(ui, ui.t("Hvad skal der bruges?"), _gears(ui), gear, set_gear)
    wanted = bool(typed.strip()) or (place, gear) != (ANY, ANY)
    return card(
        ui,
        between(
            heading(ui, ui.t("Find en øvelse")),
            link(ui, ui.t("Luk søgningen"), fold, at_end=True),
        ),
        written,
        _asked(ui, ui.t("Hvor?"), where),
        _asked(ui, ui.t("Hvad skal der bruges?"), needed),
        *(_results(ui, typed, place, gear) if wanted else []),
        spacing=Space.M,
    )


def _asked(ui: Ui, question: str, answers: ft.Control) -> ft.Control:
    return stack(note(ui, question), answers, spacing=6)


def _places(ui: Ui) -> list[Choice]:
    names = {one.id: say(ui.t, one.name) for one in ui.library.training.places}
    return [Choice(ANY, ui.t("Alle steder")), *(Choice(one, names[one]) for one in PLACES)]


def _gears(ui: Ui) -> list[Choice]:
    given = [Choice(one.id, say(ui.t, one.name)) for one in ui.library.training.equipment]
    return [Choice(ANY, ui.t("Lige meget")), Choice(NOTHING, ui.t("Ingen redskaber")), *given]


def _results(ui: Ui, typed: str, place: str, gear: str) -> list[ft.Control]:
    found = find(
        ui.library.exercises,
        ui.t,
        typed,
        None if place == ANY else place,  # type: ignore[arg-type]
        None if gear == ANY else gear,  # type: ignore[arg-type]
    )
    if not found:
        return [note(ui, ui.t("Ingen øvelser passer til det hele. Prøv at vælge lidt mindre."))]
    count = ui.t.plural("{n} øvelse passer", "{n} øvelser passer", len(found))
    return [note(ui, count), stack(*(_row(ui, one) for one in found), spacing=0)]


def _row(ui: Ui, found: Found) -> ft.Control:
    exercise = found.exercise
    detail = f"{_level(ui, exercise)} · {_why(ui, found)}"
    go = partial(ui.go, f"/oevelser/{exercise.id}")
    return row_button(ui, say(ui.t, exercise.name), detail, go, tile(ui, exercise.id, STILL))


def _level(ui: Ui, exercise: ExerciseContent) -> str:
    return level_name(ui, exercise.level) if exercise.level else ui.t(KINDS[exercise.kind])


def _why(ui: Ui, found: Found) -> str:
    """How it is done so that it fits."""
    places = {one.id: say(ui.t, one.name) for one in ui.library.training.places}
    where = places[found.by.place].lower()
    needs = named(ui.t, ui.library.training, found.by.equipment).lower()
    seat = (found.by.place, found.by.equipment) == ("chair", ("chair",))  # said once
    told = ", ".join(part for part in (where, "" if seat else needs) if part)
    if found.by.way == "itself":
        return told
    if found.by.way == "easier":
        return ui.t("på den lette måde: {told}", told=told)
    ways = {one.id: say(ui.t, one.name) for one in found.exercise.variations}
    return ui.t("som “{name}”: {told}", name=ways[found.by.way], told=told)
