"""The whole app in one tab or window: who it is for, how it is dressed, and how it acts."""

import asyncio
from collections.abc import Callable
from functools import partial

import flet as ft

from lbp_app.content.library import Library
from lbp_app.content.wording import wording_for
from lbp_app.screens import routes
from lbp_app.screens.acting import Actor
from lbp_app.screens.dress import dress, look_of, window_of
from lbp_app.screens.hooks import use_counter, use_value
from lbp_app.screens.ui import Notice, NoticeContext, Ui, UiContext
from lbp_app.screens.watch import use_watch
from lbp_app.services import Services, services_for


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

    services = _use_services(first)
    person, preferences = services.person.get(), services.person.preferences()
    look = look_of(window, root, preferences)
    t = wording_for(preferences.language)
    watch = use_watch(services, draw_again, set_window)

    def say(notice: Notice | None) -> None:
        watch.soon(lambda: set_notice(notice))

    def make_ui() -> Ui:
        actor = Actor(services, t, say)
        return Ui(
            services=services,
            library=library,
            person=person,
            preferences=preferences,
            look=look,
            t=t,
            act=actor.act,
            attempt=actor.attempt,
            undo=actor.undo,
            say=actor.tell,
            go=partial(_go, page, say),
            land=land,
            arrived=arrive,
            measured=set_root,
            meanwhile=watch.meanwhile,
            landing=landing,
            version=version,
        )

    ui = ft.use_memo(make_ui, [services, person, preferences, look, t])

    def redress() -> None:
        if dress(page, look, preferences, person.role):
            page.update()

    ft.use_effect(redress, [look, preferences, person.role])
    welcomed = person.welcomed_at is not None
    was_welcomed = ft.use_ref(welcomed)

    def begin_anew() -> None:
        """After everything was deleted the page that stands has no reason to arrive again."""
        if was_welcomed.current and not welcomed:
            arrive(page.route or "/")
        was_welcomed.current = welcomed

    ft.use_effect(begin_anew, [welcomed])
    return UiContext(ui, lambda: NoticeContext(notice, lambda: routes.router(person.role)))


def _use_services(first: Services) -> Services:
    """The same object until another person uses the app, or everything has been restored."""
    person_id, _ = first.device.active_person()
    return ft.use_memo(lambda: of_active_person(first), [person_id, first.database.era])


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
