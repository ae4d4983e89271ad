"""The clock of a home test in one tab: drawn again each second, whoever looks and however late."""

import asyncio
from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.actions import home_test as actions
from lbp_app.model.home_test import HomeTest, Timing
from lbp_app.model.player import Tone
from lbp_app.screens.hooks import use_counter
from lbp_app.screens.playing import LOOK, use_sound
from lbp_app.screens.ui import Ui

Moment = tuple[int, int]  # seconds left to get ready, seconds gone


def use_timing(ui: Ui, test: HomeTest) -> Timing | None:
    """The test while it is being timed. A hold that has reached its end is kept at once."""
    draw_again = use_counter()
    sound = use_sound(ui)
    found = actions.timing(ui.services)
    timed = found if found and found.test is test else None
    shown: ft.MutableRef[Moment] = ft.use_ref(None)
    shown.current = moment(ui, timed)

    def look(timed: Timing) -> None:
        before, now = shown.current or (0, 0), moment(ui, timed)
        if now == before:
            return
        shown.current = now
        sound(_tone(before, now, timed))
        if timed.is_over(ui.services.clock) and test is not HomeTest.CHAIR_STANDS:
            ui.act(partial(actions.stop_timing, ui.services))
        draw_again()

    async def watch() -> None:
        while timed is not None and not timed.is_over(ui.services.clock):
            await asyncio.sleep(LOOK)
            look(timed)

    def begin() -> None:
        if timed is not None:
            stop.current = ui.meanwhile(watch)

    stop: ft.MutableRef[Callable[[], object]] = ft.use_ref(None)
    ft.use_effect(begin, [timed, ui], cleanup=lambda: stop.current and stop.current())
    return timed


def moment(ui: Ui, timed: Timing | None) -> Moment:
    clock = ui.services.clock
    return (timed.lead(clock), timed.seconds(clock)) if timed else (0, 0)


def _tone(before: Moment, now: Moment, timed: Timing) -> Tone | None:
    if before[0] and not now[0]:
        return Tone.BEGIN
    return Tone.END if now[1] >= timed.most else None
