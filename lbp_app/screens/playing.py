"""What keeps a guided session going in one tab: the steady clock, the tones, the screen awake."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import flet as ft
import flet_audio as fa  # type: ignore[import-untyped]

from lbp_app.actions import session as actions
from lbp_app.model.day import Clock
from lbp_app.model.player import Player, Running, Tone, resumed, tone
from lbp_app.screens.hooks import use_counter
from lbp_app.screens.ui import Ui

LOOK = 0.1  # seconds between looks at the clock
FILES = {Tone.BEGIN: "begin", Tone.STOP: "end", Tone.END: "done"}


def use_running(ui: Ui) -> Running | None:
    """The session as it stands at this drawing. It is drawn again when its second or its stage is
    another one: the clock tells, however long nobody looked. A tone is for what the clock did;
    who taps sees it.
    """
    draw_again = use_counter()
    drawn: ft.MutableRef[Running] = ft.use_ref(None)
    sound = use_sound(ui)
    running = drawn.current = actions.under_way(ui.services)

    def look(before: Running, now: Running) -> None:
        if not same(before.player, now.player):
            if now.player.running:
                ui.services.guard.touch()  # who trains touches nothing for long
            sound(tone(before.player, now.player))
            drawn.current = now
            draw_again()

    async def watch() -> None:
        while True:
            await asyncio.sleep(LOOK)
            if before := drawn.current:
                look(before, by_now(ui.services.clock, before))

    def begin() -> None:
        stop.current = ui.meanwhile(watch)

    stop: ft.MutableRef[Callable[[], object]] = ft.use_ref(None)
    key = running.id if running else ""
    ft.use_effect(begin, [key, ui], cleanup=lambda: stop.current and stop.current())
    return running


def by_now(clock: Clock, running: Running) -> Running:
    return resumed(running, clock.run, clock.steady(), clock.now())


def same(one: Player, other: Player) -> bool:
    """To the eye."""
    return (one.stage, one.left, one.running) == (other.stage, other.left, other.running)


def use_sound(ui: Ui) -> Callable[[Tone | None], None]:
    """Sounds a tone if the person wants any. While a tab is frozen none piles up: the next waits
    until the browser has answered for the one before.
    """
    page = ft.context.page
    players = ft.use_memo(lambda: {t: fa.Audio(src=f"tones/{FILES[t]}.wav") for t in Tone}, [])
    waiting = ft.use_ref(False)

    async def play(which: Tone) -> None:
        waiting.current = True
        await answered(players[which])
        waiting.current = False

    def sound(which: Tone | None) -> None:
        if which and ui.preferences.sounds and not waiting.current:
            page.run_task(play, which)

    return sound


async def answered(audio: fa.Audio) -> None:
    """Plays, and waits until the tab says so, however long: Flet gives up after some seconds, and
    what it asked a frozen tab is still done on waking. Then something without a sound is asked.
    """
    ask: Callable[[], Awaitable[object]] = audio.play
    while True:
        try:
            await ask()
        except TimeoutError:
            ask = audio.get_current_position
        except Exception:
            return  # a browser may refuse to play; the screen says the same
        else:
            return


def use_screen_awake() -> None:
    """While the page is there, where the device can."""
    page = ft.context.page
    lock = ft.use_memo(ft.Wakelock, [])

    async def hold() -> None:
        with suppress(Exception):
            await lock.enable()  # type: ignore[no-untyped-call]

    async def let_go() -> None:
        with suppress(Exception):
            await lock.disable()  # type: ignore[no-untyped-call]

    ft.use_effect(lambda: _started(page, hold), [], cleanup=lambda: _started(page, let_go))


def _started(page: ft.Page, doing: Callable[[], object]) -> None:
    page.run_task(doing)  # type: ignore[arg-type]
