"""The five scales of one day: the open ones, and the answered ones in a line each."""

from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import diary
from lbp_app.model.diary import CheckIn, LegSide, Scale, next_question
from lbp_app.screens.buttons import link
from lbp_app.screens.cards import between, mark, stack
from lbp_app.screens.choices import Choice, choices, ends, scale
from lbp_app.screens.hooks import Keep, Kept, use_count, use_counter, use_kept
from lbp_app.screens.questions import SCALES, SIDES
from lbp_app.screens.theme import Role, Space, Type
from lbp_app.screens.ui import Act, Ui
from lbp_app.screens.words import heading, note, words

Touch = Callable[[Scale | None, Act], None]  # runs an action and remembers the scale


def use_scales(ui: Ui, check_in: CheckIn, before: CheckIn, room: float) -> list[ft.Control]:
    """Open are the scale touched last and the next one, so that none closes under the arrow keys.

    An answer draws the card, before the page learns of it: most of a page hangs on no answer.
    """
    touched: ft.Ref[Scale] = ft.use_memo(ft.Ref, [])
    drawing, draw_whole = use_count()
    draw_again = use_counter()
    parts = ft.use_memo(lambda: {which: Kept() for which in Scale}, [ui])
    opened = {touched.current, next_question(check_in, touched.current)}

    def open_again(which: Scale) -> None:
        touched.current = which
        draw_whole()

    def touch(which: Scale | None, action: Act) -> None:
        touched.current = which
        if ui.act(action):
            draw_again()
        else:  # the radio button already shows what was not saved
            draw_whole()

    def draw(which: Scale) -> ft.Control | None:
        keep = parts[which].drawing()
        if which in opened:
            return _asked(ui, check_in, before, which, touch, room, keep)
        return _answered(ui, check_in, which, open_again) if closed(check_in, which) else None

    today = check_in.day == ui.today
    drawn = []
    for which in Scale:
        said = check_in.answer(which), which in check_in.skipped, check_in.leg_side
        hangs_on = (which in opened, *said, before.answer(which), room, today, drawing)
        drawn.append(use_kept(ui, partial(draw, which), *hangs_on))
    return [control for control in drawn if control]


def closed(check_in: CheckIn, which: Scale) -> bool:
    return check_in.answer(which) is not None or which.value in check_in.skipped


def _answered(
    ui: Ui, check_in: CheckIn, which: Scale, open_again: Callable[[Scale], None]
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
        partial(open_again, which),
        said=ui.t("Ret: {name}", name=name),
        at_end=True,
    )
    return ft.Container(between(says, again), key=f"done-{which}")


def _asked(
    ui: Ui,
    check_in: CheckIn,
    before: CheckIn,
    which: Scale,
    touch: Touch,
    room: float,
    keep: Keep,
) -> ft.Control:
    """The numbers that look as they did stay as they are; `touch` is the same for all drawings."""
    said = SCALES[which]
    day, value, yesterday = check_in.day, check_in.answer(which), before.answer(which)
    question = ui.t(said.today if day == ui.today else said.then)

    def pick(n: int) -> None:
        touch(which, lambda: diary.answer(ui.services, day, which, n))

    def pass_by() -> None:
        touch(None, lambda: diary.skip(ui.services, day, which.value))

    def clear() -> None:
        touch(which, lambda: diary.answer(ui.services, day, which, None))

    def below() -> ft.Control:
        name = ui.t(said.name)
        if value is None:
            way_out = ui.t("Spring over"), pass_by, ui.t("Spring over: {name}", name=name)
        else:
            way_out = ui.t("Ryd svaret"), clear, ui.t("Ryd svaret: {name}", name=name)
        text, press, spoken = way_out
        return between(_day_before(ui, yesterday), link(ui, text, press, said=spoken, at_end=True))

    side = [_leg_side(ui, check_in, touch)] if which is Scale.LEG and value else []
    body = stack(
        keep("question", lambda: heading(ui, question, Type.SPEAK, 3), question),
        scale(ui, ui.t(said.name), value, pick, before=yesterday, room=room, keep=keep),
        keep("ends", lambda: ends(ui, ui.t(said.low), ui.t(said.high), room), room),
        *side,
        keep("below", below, value is None, yesterday),
        spacing=Space.XS,
    )
    return ft.Container(body, key=f"ask-{which}")


def _day_before(ui: Ui, value: int | None) -> ft.Control:
    """Told, never filled in."""
    return note(ui, "" if value is None else ui.t("Dagen før: {n}", n=value))


def _leg_side(ui: Ui, check_in: CheckIn, touch: Touch) -> ft.Control:
    def pick(side: str) -> None:
        touch(Scale.LEG, lambda: diary.choose_leg_side(ui.services, check_in.day, LegSide(side)))

    name = ui.t("Hvilket ben?")
    sides = [Choice(side.value, ui.t(text)) for side, text in SIDES.items()]
    return stack(
        note(ui, name), choices(ui, name, sides, check_in.leg_side, pick), spacing=Space.XS
    )
