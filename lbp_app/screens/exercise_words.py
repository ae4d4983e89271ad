"""What is said about an exercise: how, how else, its neighbours, and what holds for all."""

from collections.abc import Iterator
from functools import partial

import flet as ft

from lbp_app.content.doses import named
from lbp_app.content.exercises import Elsewhere, ExerciseContent, Place
from lbp_app.content.library import say
from lbp_app.model.exercise import harder, lighter
from lbp_app.screens.buttons import link, row_button
from lbp_app.screens.cards import card, rows_card, stack, told
from lbp_app.screens.doses import dose_in_words
from lbp_app.screens.figures import tile
from lbp_app.screens.hooks import keyed
from lbp_app.screens.shared import MIDDLE, padding
from lbp_app.screens.sources import Sources
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import heading, note, words

RULES = ("pain", "effort", "breathing", "dose")
STEP = 32  # px, the circle with the number of a step
STILL = 72  # px high, of a neighbour


def how_card(ui: Ui, exercise: ExerciseContent) -> ft.Control:
    steps = [say(ui.t, exercise.start), say(ui.t, exercise.move)]
    return card(
        ui,
        heading(ui, ui.t("Sådan gør du")),
        *(_step(ui, at, text) for at, text in enumerate(steps, 1)),
        note(ui, say(ui.t, exercise.trains)),
        *_hints(ui, exercise),
        spacing=Space.M,
    )


def _step(ui: Ui, at: int, text: str) -> ft.Control:
    number = ft.Container(
        words(ui, str(at), Type.LABEL, Role.ON_STAGE, no_wrap=True),
        width=STEP * max(1, ui.look.scale * 0.8),
        height=STEP * max(1, ui.look.scale * 0.8),
        border_radius=STEP,
        bgcolor=Role.STAGE,
        alignment=MIDDLE,
    )
    said = ft.Container(words(ui, text), padding=padding(top=3), expand=True)
    return ft.Row([number, said], spacing=14, vertical_alignment=ft.CrossAxisAlignment.START)


def _hints(ui: Ui, exercise: ExerciseContent) -> Iterator[ft.Control]:
    if exercise.near_support:
        text = ui.t("Stå ved en væg eller en solid stol, hvis du er usikker på benene.")
        yield told(ui, "hand-heart", text)
    if exercise.helpful:
        gear = named(ui.t, ui.library.training, exercise.helpful).lower()
        yield told(ui, "lightbulb", ui.t("Rart at have, men ikke nødvendigt: {gear}", gear=gear))
    for place in exercise.also:
        yield told(ui, "map-pin", ui.t("Kan også gøres {place}", place=_where(ui, place)))
    if exercise.other_dose:
        dose = dose_in_words(ui, exercise.other_dose)
        yield told(ui, "repeat", ui.t("Eller, hvis du hellere vil: {dose}", dose=dose))


def other_ways(ui: Ui, exercise: ExerciseContent) -> ft.Control:
    """Variations, and an easier and a harder way at the same level."""
    ways = [
        _way(ui, say(ui.t, one.name), say(ui.t, one.text), _place_of(ui, one.place, one.equipment))
        for one in exercise.variations
    ]
    if exercise.easier:
        at = _elsewhere(ui, exercise.easier_at)
        ways.append(_way(ui, ui.t("Lettere"), say(ui.t, exercise.easier), at))
    if exercise.harder:
        ways.append(_way(ui, ui.t("Sværere"), say(ui.t, exercise.harder), ""))
    title = heading(ui, ui.t("Prøv en, der føles anderledes"), color=Role.ON_WARM)
    return card(ui, title, *ways, bg=Role.WARM_BOX, spacing=Space.M)


def _way(ui: Ui, name: str, text: str, where: str) -> ft.Control:
    said = [words(ui, where, Type.NOTE, Role.ON_WARM)] if where else []
    return stack(
        words(ui, name, Type.ITEM, Role.ON_WARM),
        words(ui, text, color=Role.ON_WARM),
        *said,
        spacing=2,
    )


def _elsewhere(ui: Ui, at: Elsewhere | None) -> str:
    return _place_of(ui, at.place, at.equipment) if at else ""


def _place_of(ui: Ui, place: Place | None, equipment: tuple[str, ...]) -> str:
    """Where, and with what, when that is not as the exercise itself."""
    if place is None:
        return ""
    where = say(ui.t, ui.library.training.place_name(place))
    needs = named(ui.t, ui.library.training, equipment).lower()  # type: ignore[arg-type]
    return f"{where} · {needs}" if needs else where


def _where(ui: Ui, place: Place) -> str:
    return say(ui.t, ui.library.training.place_name(place)).lower()


def neighbours(ui: Ui, exercise: ExerciseContent) -> list[ft.Control]:
    beside = (
        (ui.t("Et trin lettere"), lighter(exercise.id)),
        (ui.t("Et trin sværere"), harder(exercise.id)),
    )
    rows = [_neighbour(ui, told_as, one) for told_as, one in beside if one]
    return [rows_card(ui, *rows)] if rows else []


def _neighbour(ui: Ui, told_as: str, exercise: str) -> ft.Control:
    name = say(ui.t, ui.library.exercise(exercise).name)
    go = partial(ui.go, f"/oevelser/{exercise}")
    return row_button(ui, name, told_as, go, tile(ui, exercise, STILL))


def supporter(ui: Ui, exercise: ExerciseContent) -> ft.Control:
    """The same sentence each time beside the same exercise."""
    lines = ui.library.training.supporter_lines
    line = lines[ui.library.exercises.index(exercise) % len(lines)]
    return ft.Container(words(ui, say(ui.t, line.text), Type.SPEAK), padding=padding(4, 8, 4, 8))


@ft.component
def Rules(exercise: ExerciseContent) -> ft.Control:
    """What holds for all exercises, on tap; sources and review below."""
    ui = use_ui()
    shown, show = ft.use_state(False)
    name = ui.t("Skjul reglerne") if shown else ui.t("Om smerte, kræfter og vejret")
    toggle = link(ui, name, lambda: show(not shown))
    rules = [rule for rule in ui.library.training.rules if rule.id in RULES]
    lines = [_rule(ui, say(ui.t, one.title), say(ui.t, one.text)) for one in rules]
    cited = {*exercise.sources, *(source for rule in rules for source in rule.sources)}
    return card(
        ui,
        ft.Row([toggle], wrap=True),
        stack(*(lines if shown else []), spacing=Space.S),
        keyed(Sources, f"sources-{exercise.id}")(tuple(sorted(cited))),
        *([] if exercise.reviewed_by else [note(ui, unread(ui))]),
        bg=Role.WELL,
        spacing=Space.XS,
    )


def _rule(ui: Ui, title: str, text: str) -> ft.Control:
    return stack(heading(ui, title, Type.ITEM, 3), words(ui, text), spacing=2)


def unread(ui: Ui) -> str:
    return ui.t("Øvelsen er ikke gennemgået af en fysioterapeut endnu.")
