"""Where a card of a lesson comes from, number by number, and whether a clinician has read it."""

import flet as ft

from lbp_app.content.lessons import Card, Lesson
from lbp_app.content.library import Source, say
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import card as card_of
from lbp_app.screens.cards import stack
from lbp_app.screens.review import review
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Ui, use_ui
from lbp_app.screens.words import note, words


@ft.component
def CardSources(lesson: Lesson, card: Card) -> ft.Control:
    ui = use_ui()
    shown, show = ft.use_state(False)
    toggle = link(ui, ui.t("Skjul kilde") if shown else ui.t("Vis kilde"), lambda: show(not shown))
    told = [_told(ui, lesson, card)] if shown else []
    return stack(ft.Row([toggle], wrap=True), *told, spacing=4)


def _told(ui: Ui, lesson: Lesson, card: Card) -> ft.Control:
    sources = {one.key: one for one in map(ui.library.source_of, card.sources)}
    told = [_of_source(ui, lesson, card, source) for source in sources.values()]
    return card_of(ui, *told, note(ui, review(ui, [lesson])), bg=Role.WELL)


def _of_source(ui: Ui, lesson: Lesson, card: Card, source: Source) -> ft.Control:
    """Its name and standing, the places in it, and the numbers that are from there."""
    year = f", {source.year}" if source.year else ""
    places = [c for c in card.sources if ui.library.source_of(c) is source]
    return stack(
        words(ui, f"{say(ui.t, source.title)}{year}", Type.LABEL),
        note(ui, say(ui.t, source.standing)),
        *(note(ui, _place(ui, lesson, card, one), Role.INK) for one in places),
        spacing=Space.HAIR,
    )


def _place(ui: Ui, lesson: Lesson, card: Card, citation: str) -> str:
    about = say(ui.t, ui.library.section_of(citation).about)
    numbers = [
        f"“{say(ui.t, fact.figure)}”"
        for fact in lesson.facts
        if fact.card == card.id and fact.figure and citation in fact.sources
    ]
    if not numbers:
        return f"{citation}: {about}."
    # Oversætter: {numbers} er tal, som de står i teksten
    from_there = ui.t("Herfra er {numbers}.", numbers=", ".join(numbers))
    return f"{citation}: {about}. {from_there}"
