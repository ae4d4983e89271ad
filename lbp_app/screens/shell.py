"""The whole app in one tab or window: who it is for, how it is dressed, and how it acts."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from lbp_app.content.library import Library
from lbp_app.content.wording import wording_for
from lbp_app.model.day import Clock
from lbp_app.screens import routes
from lbp_app.screens.acting import Actor
from lbp_app.screens.dress import dress, look_of, window_of
from lbp_app.screens.hooks import use_counter, use_value
from lbp_app.screens.ui import Look, Notice, Ui, UiContext
from lbp_app.services import Services, services_for

DAY_WATCH = 2.0  # seconds between looks at the clock, for the day turn and the greeting


def of_active_person(services: Services) -> Services:
    """The same database for whoever is using the app now."""
    person_id, _ = services.device.active_person()
    return services_for(services.database, person_id, services.clock, services.stop)


@ft.component
def App(first: Services, library: Library, version: str) -> ft.Control:
    """`version` of the program, to be shown."""
    page = ft.context.page
    draw_again = use_counter()
    window, set_window = use_value(lambda: window_of(page))
    root, set_root = use_value(lambda: 1.0)
    notice, set_notice = use_value(_no_notice)
    landing: ft.Ref[ft.KeyboardListener] = ft.use_memo(ft.Ref, [])
    arrived = ft.use_ref("")

    def land() -> None:
        page.run_task(_land, landing)

    def arrive(route: str) -> None:
        """Only what is kept now tells whether the first start is done."""
        welcomed = of_active_person(first).person.get().welcomed_at is not None
        if not routes.allowed(route, welcomed):
            page.navigate(routes.WELCOME)
        elif arrived.current and arrived.current != route:
            land()
        arrived.current = route

    services = of_active_person(first)
    person, preferences = services.person.get(), services.person.preferences()
    look = look_of(window, root, preferences)
    t = wording_for(preferences.language)
    actor = Actor(services, t, set_notice)
    ui = Ui(
        services=services,
        library=library,
        person=person,
        preferences=preferences,
        look=look,
        t=t,
        notice=notice,
        act=actor.act,
        attempt=actor.attempt,
        undo=lambda: actor.undo(notice),
        say=actor.tell,
        go=partial(_go, page, set_notice),
        land=land,
        arrived=arrive,
        measured=set_root,
        landing=landing,
        version=version,
    )
    _use_watch(page, services, draw_again, set_window)

    def redress() -> None:
        dress(page, look, preferences)
        page.update()

    ft.use_effect(redress, [preferences, root])
    ft.use_effect(lambda: arrive(page.route or "/"), [person.welcomed_at is not None])
    return UiContext(ui, lambda: routes.router(person.role))


def _no_notice() -> Notice | None:
    return None


def _go(page: ft.Page, say: Callable[[Notice | None], None], route: str) -> None:
    say(None)
    page.navigate(route)


async def _land(landing: ft.Ref[ft.KeyboardListener]) -> None:
    """The heading of the page that has just come may not be there yet."""
    await asyncio.sleep(0.05)
    if landing.current:
        await landing.current.focus()  # type: ignore[no-untyped-call]


def _use_watch(
    page: ft.Page,
    services: Services,
    draw_again: Callable[[], None],
    set_window: Callable[[Look], None],
) -> None:
    """Draws again when the window, the data or the day has changed.

    A tab that is closed or cut off stays as it is until it is back.
    """
    ended: Any = ft.use_ref(lambda: None)
    away: Any = ft.use_ref(False)

    async def again() -> None:
        if not away.current:
            draw_again()

    def heard() -> None:
        """In the session that wrote. Ours draws at once, together with what the tap has changed;
        for another one the task runs there.
        """
        if _is_current(page):
            draw_again()
        else:
            page.run_task(again)

    async def watch_the_day() -> None:
        shown = _moment(services.clock)
        while True:
            await asyncio.sleep(DAY_WATCH)
            if _moment(services.clock) != shown:
                shown = _moment(services.clock)
                await again()

    def leave() -> None:
        away.current = True

    def come_back() -> None:
        away.current = False
        draw_again()

    def begin() -> None:
        page.on_resize = lambda e: set_window(window_of(page))
        page.on_platform_brightness_change = lambda e: set_window(window_of(page))
        page.on_disconnect = lambda e: leave()
        page.on_connect = lambda e: come_back()
        unsubscribe = services.database.subscribe(heard)
        watching = page.run_task(watch_the_day)

        def end() -> None:
            unsubscribe()
            watching.cancel()

        ended.current = end
        page.on_close = lambda e: end()

    ft.use_effect(begin, [], cleanup=lambda: ended.current())


def _is_current(page: ft.Page) -> bool:
    try:
        return ft.context.page is page
    except RuntimeError:  # a thread without a page
        return False


def _moment(clock: Clock) -> tuple[object, int]:
    return clock.today(), clock.local().hour
