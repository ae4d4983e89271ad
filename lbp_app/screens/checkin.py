"""The check-in of one day: five scales in turn, or one question in words, and a note."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import flet as ft

from lbp_app.actions import diary
from lbp_app.model.diary import CheckIn, Feeling, LegSide, Scale, next_question
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import between, card, dots, mark, stack
from lbp_app.screens.choices import Choice, choices, scale
from lbp_app.screens.fields import SavedField
from lbp_app.screens.hooks import keyed, use_value
from lbp_app.screens.questions import FEELINGS, SCALES, SIDES, Asked
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Act, Ui, use_ui
from lbp_app.screens.words import heading, label, note, words


@ft.component
def CheckInCard(day: date, room: float) -> ft.Control:
    """`room` is the width in px inside the card.

    Open are the scale touched last and the next one, so that none closes under the arrow keys.
    """
    ui = use_ui()
    touched, touch = use_value(_untouched)
    check_in = ui.services.diary.get(day)
    if ui.preferences.numbers_off:
        body = [_feeling(ui, check_in)]
    else:
        body = _scales(ui, check_in, touched, touch, room)
    said_something = check_in.answered or bool(check_in.skipped)
    return card(ui, _head(ui, check_in), *body, *([_note(ui, check_in)] if said_something else []))


def _untouched() -> Scale | None:
    return None


def _head(ui: Ui, check_in: CheckIn) -> ft.Control:
    today = check_in.day == ui.services.clock.today()
    title = label(ui, ui.t("Dagens tjek") if today else ui.t("Dagens svar"))
    if ui.preferences.numbers_off:
        return title
    done = sum(_closed(check_in, s) for s in Scale)
    said = ui.t("{done} af {all} besvaret", done=done, all=len(Scale))
    return between(title, dots(ui, len(Scale), min(done, len(Scale) - 1), said))


def _closed(check_in: CheckIn, which: Scale) -> bool:
    return check_in.answer(which) is not None or which.value in check_in.skipped


def _scales(
    ui: Ui,
    check_in: CheckIn,
    touched: Scale | None,
    touch: Callable[[Scale | None], None],
    room: float,
) -> list[ft.Control]:
    before = ui.services.diary.get(check_in.day - timedelta(days=1))
    opened = {touched, next_question(check_in, touched)}
    drawn = [
        _asked(ui, check_in, before, s, touch, room)
        if s in opened
        else _answered(ui, check_in, s, touch)
        for s in Scale
        if s in opened or _closed(check_in, s)
    ]
    if all(_closed(check_in, s) for s in Scale):
        drawn.append(_thanks(ui))
    return drawn


def _answered(
    ui: Ui, check_in: CheckIn, which: Scale, touch: Callable[[Scale | None], None]
) -> ft.Control:
    name = ui.t(SCALES[which].name)
    value = check_in.answer(which)
    told = ui.t("sprunget over") if value is None else ui.t("{n} af 10", n=value)
    says = ft.Row(
        [mark(True), words(ui, name, Type.ITEM), words(ui, told, Type.BODY, Role.SOFT)],
        spacing=10,
        tight=True,
        wrap=True,
    )
    again = link(
        # Oversætter: udsagnsord: at rette et svar
        ui,
        ui.t("Ret"),
        partial(touch, which),
        said=ui.t("Ret: {name}", name=name),
        at_end=True,
    )
    return ft.Container(between(says, again), key=f"done-{which}")


def _asked(
    ui: Ui,
    check_in: CheckIn,
    before: CheckIn,
    which: Scale,
    touch: Callable[[Scale | None], None],
    room: float,
) -> ft.Control:
    said = SCALES[which]
    day, value = check_in.day, check_in.answer(which)
    question = ui.t(said.today if day == ui.services.clock.today() else said.then)

    def pick(n: int) -> None:
        touch(which)
        ui.act(lambda: diary.answer(ui.services, day, which, n))

    def pass_by() -> None:
        touch(None)
        ui.act(lambda: diary.skip(ui.services, day, which.value))

    def clear() -> None:
        touch(which)
        ui.act(lambda: diary.answer(ui.services, day, which, None))

    side = [_leg_side(ui, check_in)] if which is Scale.LEG and value else []
    way_out = link(
        ui,
        ui.t("Spring over"),
        pass_by,
        said=ui.t("Spring over: {name}", name=ui.t(said.name)),
        at_end=True,
    )
    wipe = link(
        ui,
        ui.t("Ryd svaret"),
        clear,
        said=ui.t("Ryd svaret: {name}", name=ui.t(said.name)),
        at_end=True,
    )
    body = stack(
        heading(ui, question, Type.SPEAK, 3),
        scale(ui, ui.t(said.name), value, pick, before=before.answer(which), room=room),
        _ends(ui, said),
        *side,
        between(_day_before(ui, before.answer(which)), way_out if value is None else wipe),
        spacing=Space.XS,
    )
    return ft.Container(body, key=f"ask-{which}")


def _ends(ui: Ui, said: Asked) -> ft.Control:
    low, high = note(ui, f"0  {ui.t(said.low)}"), note(ui, f"10  {ui.t(said.high)}")
    return between(low, high, spacing=12)


def _day_before(ui: Ui, value: int | None) -> ft.Control:
    """Told, never filled in."""
    return note(ui, "" if value is None else ui.t("Dagen før: {n}", n=value))


def _leg_side(ui: Ui, check_in: CheckIn) -> ft.Control:
    def pick(side: str) -> None:
        ui.act(lambda: diary.choose_leg_side(ui.services, check_in.day, LegSide(side)))

    name = ui.t("Hvilket ben?")
    sides = [Choice(side.value, ui.t(text)) for side, text in SIDES.items()]
    return stack(
        note(ui, name), choices(ui, name, sides, check_in.leg_side, pick), spacing=Space.XS
    )


def _feeling(ui: Ui, check_in: CheckIn) -> ft.Control:
    def pick(feeling: str) -> None:
        ui.act(lambda: diary.say_feeling(ui.services, check_in.day, Feeling(feeling)))

    today = check_in.day == ui.services.clock.today()
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
