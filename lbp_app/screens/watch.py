"""Draws a tab again when its window, the data or the day has changed."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextvars import copy_context
from typing import Any

import flet as ft

from lbp_app.model.day import Clock
from lbp_app.screens.dress import window_of
from lbp_app.screens.ui import Look
from lbp_app.services import Services

DAY_WATCH = 2.0  # seconds between looks at the clock, for the day turn and the greeting
SENT = 6  # turns of the loop until what was drawn just now is on its way


def use_watch(
    services: Services, draw_again: Callable[[], None], set_window: Callable[[Look], None]
) -> "Watch":
    page = ft.context.page
    watch = ft.use_memo(lambda: Watch(page, services, draw_again, set_window), [])
    ft.use_effect(watch.begin, [], cleanup=watch.end)
    return watch


class Watch:
    """Of one tab. One that is cut off stays as it is until it is back."""

    def __init__(
        self,
        page: ft.Page,
        services: Services,
        draw_again: Callable[[], None],
        set_window: Callable[[Look], None],
    ) -> None:
        self._page, self._services = page, services
        self._draw_again, self._set_window = draw_again, set_window
        self._unsubscribe: Callable[[], None] = lambda: None
        self._day_watch: Future[None] | None = None
        self._away = False
        self._under_way: set[Future[None]] = set()
        self._later: list[Callable[[], None]] = []

    def meanwhile(self, doing: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], object]:
        """Runs until what it gives back is called, or the tab is closed."""
        task = self._page.run_task(doing)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task.cancel

    def soon(self, doing: Callable[[], None]) -> None:
        """Once what the tap itself draws is on its way: all that waits, in its order, at once."""
        self._later.append(doing)
        if len(self._later) == 1:
            self._page.run_task(self._do_what_waits)

    def begin(self) -> None:
        page = self._page
        page.on_resize = lambda e: self._set_window(window_of(page))
        page.on_platform_brightness_change = lambda e: self._set_window(window_of(page))
        page.on_disconnect = lambda e: self._leave()
        page.on_connect = lambda e: self._come_back()
        page.on_close = self._closing(page.on_close)
        self._unsubscribe = self._services.database.subscribe(self._heard)
        self._day_watch = page.run_task(self._watch_the_day)

    def _closing(self, door: Any) -> Callable[[Any], None]:
        """The door that the tab stands behind wants to hear of it too."""

        def close(e: Any) -> None:
            self.end()
            if door is not None:
                door(e)

        return close

    def end(self) -> None:
        self._unsubscribe()
        if self._day_watch:
            self._day_watch.cancel()
        for task in tuple(self._under_way):
            task.cancel()

    def _heard(self) -> None:
        """In the session that wrote. Ours draws the page after what the tap has changed; for
        another one the task runs there, and who wrote is not forgotten over it.
        """
        if _is_current(self._page):
            self.soon(self._again)
        else:
            copy_context().run(self._page.run_task, self._again_there)

    def _again(self) -> None:
        if not self._away:
            self._draw_again()

    async def _do_what_waits(self) -> None:
        for _ in range(SENT):
            await asyncio.sleep(0)
        waited, self._later = self._later, []
        for doing in waited:
            doing()

    async def _again_there(self) -> None:
        self._again()

    async def _watch_the_day(self) -> None:
        shown = _moment(self._services.clock)
        while True:
            await asyncio.sleep(DAY_WATCH)
            if _moment(self._services.clock) != shown:
                shown = _moment(self._services.clock)
                self._again()

    def _leave(self) -> None:
        self._away = True

    def _come_back(self) -> None:
        self._away = False
        self._draw_again()


def _is_current(page: ft.Page) -> bool:
    try:
        return ft.context.page is page
    except RuntimeError:  # a thread without a page
        return False


def _moment(clock: Clock) -> tuple[object, int]:
    return clock.today(), clock.local().hour
