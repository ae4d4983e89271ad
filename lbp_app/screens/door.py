"""What each tab stands behind: until it is opened it shows nothing of the person."""

import asyncio
from collections.abc import Callable
from contextvars import copy_context
from functools import partial
from typing import Any

import flet as ft

from lbp_app.actions import lock as actions
from lbp_app.content.failures import sentence
from lbp_app.errors import AppError
from lbp_app.model.lock import Worn
from lbp_app.model.person import Appearance, Preferences
from lbp_app.screens.buttons import link, main_button
from lbp_app.screens.cards import card, page_head, stack
from lbp_app.screens.failure import MOST, bare_ui
from lbp_app.screens.frame import Frame
from lbp_app.screens.hooks import use_counter, use_value
from lbp_app.screens.passphrase import Typed, eye, passphrase_field
from lbp_app.screens.theme import Role, Space
from lbp_app.screens.ui import Ui, UiContext, use_ui
from lbp_app.screens.voice import announce
from lbp_app.screens.words import picture, waiting, words
from lbp_app.services import Guard

LOOK = 1.0  # seconds between looks whether nobody has been here for long


@ft.component
def Door(guard: Guard, inside: Callable[[], ft.Control]) -> ft.Control:
    """Nothing of what `inside` draws is drawn, kept or sent while the app is locked."""
    page = ft.context.page
    draw_again = use_counter()
    watch = ft.use_memo(lambda: DoorWatch(page, guard, draw_again), [])
    ft.use_effect(watch.begin, [], cleanup=watch.end)
    if not guard.is_locked:
        return inside()
    ui = bare_ui(page, preferences_of(guard))
    return UiContext(ui, partial(DoorPage, guard, watch))


class DoorWatch:
    """Of one tab, also while it is cut off: what comes back shows nothing older."""

    def __init__(self, page: ft.Page, guard: Guard, draw_again: Callable[[], None]) -> None:
        self._page, self._guard, self._draw_again = page, guard, draw_again
        self._unsubscribe: Callable[[], None] = lambda: None
        self._looking: Any = None

    def begin(self) -> None:
        self._loop, self._context = asyncio.get_running_loop(), copy_context()
        self._unsubscribe = self._guard.subscribe(self._heard)
        self._looking = self._page.run_task(self._look)
        self._page.on_close = lambda e: self.end()

    def end(self) -> None:
        self._unsubscribe()
        if self._looking is not None:
            self._looking.cancel()

    def hear_window(self) -> None:
        """What the app has listened to is not there any more."""
        page = self._page
        page.on_resize = page.on_platform_brightness_change = lambda e: self._draw_again()
        page.on_connect = page.on_disconnect = None
        page.on_close = lambda e: self.end()

    def _heard(self) -> None:
        """In whichever thread or tab it happened. Flet's own way asks for the connection, which a
        tab that is cut off has none of.
        """
        self._loop.call_soon_threadsafe(self._draw_again, context=self._context.copy())

    async def _look(self) -> None:
        """Asking is enough: a guard locks itself when it is asked, and tells every tab."""
        while True:
            await asyncio.sleep(LOOK)
            _ = self._guard.is_locked


def preferences_of(guard: Guard) -> Preferences:
    worn = guard.lock.worn if guard.lock else Worn()
    return Preferences(
        language=worn.language,
        appearance=Appearance(worn.appearance),
        text_scale=worn.text_scale,
        reduced_motion=worn.reduced_motion,
    )


@ft.component
def DoorPage(guard: Guard, watch: DoorWatch) -> ft.View:
    ui = use_ui()
    ft.use_effect(watch.hear_window, [])
    art = ft.Row([picture(ui, "mark", width=64, height=64)])
    return Frame(
        art,
        page_head(ui, ui.t("Rygvej er låst")),
        UnlockCard(guard),
        Forgotten(),
        most=MOST,
        framed=False,
    )


@ft.component
def UnlockCard(guard: Guard) -> ft.Control:
    ui = use_ui()
    typed = ft.use_memo(Typed, [])
    shown, show = ft.use_state(False)
    busy, be_busy = ft.use_state(False)
    why, say_why = ft.use_state("")
    left, set_left = use_value(guard.wait_left)

    def watch() -> None:
        if left:
            ft.context.page.run_task(_count_down, guard, set_left)

    ft.use_effect(watch, [left > 0])

    async def open_it() -> None:
        """In a thread of its own: a code takes a moment to be looked at."""
        if busy or not typed.text:
            return
        be_busy(True)
        try:
            key = await asyncio.to_thread(actions.proven, guard, typed.text)
        except AppError as error:
            return refused(sentence(ui.t, error))
        finally:
            be_busy(False)
        actions.let_in(guard, key)

    def refused(text: str) -> None:
        say_why(text)
        set_left(guard.wait_left())
        announce(ft.context.page, text)

    field = passphrase_field(
        ui,
        ui.t("Kode"),
        typed,
        shown,
        disabled=left > 0,
        on_submit=open_it,
        error=why or None,
    )
    return card(
        ui,
        field,
        eye(ui, shown, show),
        *([words(ui, waiting_words(ui, left))] if left else []),
        main_button(ui, ui.t("Lås op"), open_it, disabled=busy or left > 0),
        *waiting(ui, busy),
        roomy=True,
        spacing=Space.M,
    )


def waiting_words(ui: Ui, left: int) -> str:
    if left < 60:
        return ui.t.plural(
            "Du kan prøve igen om {n} sekund.", "Du kan prøve igen om {n} sekunder.", left
        )
    minutes = -(-left // 60)
    return ui.t.plural(
        "Du kan prøve igen om {n} minut.", "Du kan prøve igen om {n} minutter.", minutes
    )


async def _count_down(guard: Guard, set_left: Callable[[int], None]) -> None:
    while left := guard.wait_left():
        set_left(left)
        await asyncio.sleep(LOOK)
    set_left(0)


@ft.component
def Forgotten() -> ft.Control:
    ui = use_ui()
    asked, ask = ft.use_state(False)
    call = ft.Row([link(ui, ui.t("Ring {phone}", phone="112"), url="tel:112")], wrap=True)
    if not asked:
        row = ft.Row([link(ui, ui.t("Har du glemt koden?"), lambda: ask(True))], wrap=True)
        return stack(row, call, spacing=0)
    return stack(card(ui, *_help(ui)), call)


def _help(ui: Ui) -> list[ft.Control]:
    return [
        words(
            ui,
            ui.t(
                "Har du arket med gendannelsesnøglen, så skriv nøglen i feltet i stedet for koden. "
                "Store og små bogstaver og streger er lige meget."
            ),
        ),
        words(
            ui,
            ui.t(
                "Uden koden og nøglen kan vi ikke åbne appen for dig. Har du en sikkerhedskopi, "
                "kan den hentes ind i en ny Rygvej."
            ),
            color=Role.SOFT,
        ),
    ]
