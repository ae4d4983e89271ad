"""The check-in of one day: five scales in turn, or one question in words, and a note."""

from datetime import date

import flet as ft

from lbp_app.actions import diary
from lbp_app.model.diary import CheckIn, Feeling, Scale
from lbp_app.screens.cards import between, card, dots, stack
from lbp_app.screens.choices import Choice, choices
from lbp_app.screens.fields import SavedField
from lbp_app.screens.hooks import keyed, use_kept
from lbp_app.screens.questions import FEELINGS
from lbp_app.screens.scales import closed, use_scales
from lbp_app.screens.theme import Type
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, label, words


@ft.component
def CheckInCard(day: date, room: float) -> ft.Control:
    """`room` is the width in px inside the card."""
    ui = use_ui()
    before, check_in = ui.services.diary.two_days(day)
    said = tuple(closed(check_in, s) for s in Scale)
    if ui.preferences.numbers_off:
        body = [_feeling(ui, check_in)]
    else:
        body = use_scales(ui, check_in, before, room)
        if all(said):
            body.append(_thanks(ui))
    head = use_kept(ui, lambda: _head(ui, check_in), said, ui.today)
    said_something = check_in.answered or bool(check_in.skipped)
    return card(ui, head, *body, *([_note(ui, check_in)] if said_something else []))


def _head(ui: Ui, check_in: CheckIn) -> ft.Control:
    today = check_in.day == ui.today
    title = label(ui, ui.t("Dagens tjek") if today else ui.t("Dagens svar"))
    if ui.preferences.numbers_off:
        return title
    done = sum(closed(check_in, s) for s in Scale)
    said = ui.t("{done} af {all} besvaret", done=done, all=len(Scale))
    return between(title, dots(ui, len(Scale), min(done, len(Scale) - 1), said))


def _feeling(ui: Ui, check_in: CheckIn) -> ft.Control:
    def pick(feeling: str) -> None:
        ui.act(lambda: diary.say_feeling(ui.services, check_in.day, Feeling(feeling)))

    today = check_in.day == ui.today
    question = ui.t("Hvordan går det?") if today else ui.t("Hvordan gik det?")
    options = [Choice(f.value, ui.t(text)) for f, text in FEELINGS.items()]
    return stack(
        heading(ui, question, Type.SPEAK, 3), choices(ui, question, options, check_in.feeling, pick)
    )


def _note(ui: Ui, check_in: CheckIn) -> ft.Control:
    def keep(text: str) -> Act:
        return lambda: diary.write_note(ui.services, check_in.day, text)

    field = keyed(SavedField, f"note-{check_in.day}")
    return field(ui.t("Note til dagen"), check_in.note, keep, lines=2)


def _thanks(ui: Ui) -> ft.Control:
    return words(ui, ui.t("Tak. Så er der svaret på det hele."), Type.SPEAK)
