"""What a person says about an exercise: how safe it feels, and a note of their own."""

from collections.abc import Callable
from datetime import date
from functools import partial

import flet as ft

from lbp_app.actions import exercise as actions
from lbp_app.content import formats
from lbp_app.content.exercises import ExerciseContent
from lbp_app.content.wording import mark
from lbp_app.model.comfort import IN_WORDS, word_of
from lbp_app.screens.cards import card, stack
from lbp_app.screens.choices import Choice, choices, ends, scale
from lbp_app.screens.fields import SavedField
from lbp_app.screens.hooks import keyed, use_counter
from lbp_app.screens.theme import Type
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, note

SHOWN = 4  # earlier answers
SAFE = (
    mark("Slet ikke tryg"),
    mark("Lidt tryg"),
    mark("Nogenlunde tryg"),
    mark("Tryg"),
    mark("Helt tryg"),
)


@ft.component
def ComfortCard(exercise: ExerciseContent, width: float) -> ft.Control:
    """Today's newest answer is the chosen one; the one before today is ringed."""
    ui = use_ui()
    draw_again = use_counter()
    told, today = actions.how_safe(ui.services, exercise.id), ui.today
    now = next((safe for day, safe in reversed(told) if day == today), None)
    before = next((safe for day, safe in reversed(told) if day < today), None)

    def pick(safe: int) -> None:
        if not ui.act(partial(actions.say_how_safe, ui.services, exercise.id, safe)):
            draw_again()

    ask = _in_words if ui.preferences.numbers_off else _in_numbers
    return card(
        ui,
        heading(ui, ui.t("Hvor tryg er du ved den her?"), Type.SPEAK),
        ask(ui, now, before, pick, width - 2 * ui.look.inset),
        *([note(ui, _earlier(ui, told))] if len(told) > 1 else []),
    )


def _in_numbers(
    ui: Ui, now: int | None, before: int | None, pick: Callable[[int], None], room: float
) -> ft.Control:
    asked = scale(ui, ui.t("Tryghed"), now, pick, before=before, room=room)
    return stack(asked, ends(ui, ui.t("slet ikke tryg"), ui.t("helt tryg"), room))


def _in_words(
    ui: Ui, now: int | None, _before: int | None, pick: Callable[[int], None], _room: float
) -> ft.Control:
    options = [Choice(str(at), ui.t(text)) for at, text in enumerate(SAFE)]
    chosen = None if now is None else str(word_of(now))
    return choices(ui, ui.t("Tryghed"), options, chosen, lambda at: pick(IN_WORDS[int(at)]))


def _earlier(ui: Ui, told: list[tuple[date, int]]) -> str:
    newest = [
        f"{formats.date_short(ui.t, day, ui.today)}: {_said(ui, safe)}"
        for day, safe in told[-SHOWN:]
    ]
    return ui.t("Dine svar: {answers}", answers=", ".join(newest))


def _said(ui: Ui, safe: int) -> str:
    return ui.t(SAFE[word_of(safe)]).lower() if ui.preferences.numbers_off else str(safe)


def note_card(ui: Ui, exercise: ExerciseContent) -> ft.Control:
    def keep(text: str) -> Act:
        return partial(actions.keep_note, ui.services, exercise.id, text)

    made = keyed(SavedField, f"{ui.person.id}-note-{exercise.id}")
    kept = ui.services.comforts.note(exercise.id)
    hint = ui.t("For eksempel hvad der hjalp, eller hvad du vil prøve næste gang.")
    return card(
        ui,
        heading(ui, ui.t("Din egen note")),
        made(ui.t("Note til øvelsen"), kept, keep, lines=2, named_above=True),
        note(ui, hint),
    )
