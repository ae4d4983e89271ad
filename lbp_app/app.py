"""Wires the app together, and shows it to one browser tab or window at a time."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import flet as ft

from lbp_app.actions import history
from lbp_app.config import Settings, version
from lbp_app.content import library as content
from lbp_app.content.failures import sentence
from lbp_app.content.library import Library
from lbp_app.content.wording import Wording, wording_for
from lbp_app.errors import AppError
from lbp_app.model.day import Clock
from lbp_app.model.history import Change
from lbp_app.model.person import Appearance, Preferences
from lbp_app.screens import routes, theme
from lbp_app.screens.failure import failed, way_back
from lbp_app.screens.hooks import use_counter, use_value
from lbp_app.screens.ui import Act, Look, Notice, Ui, UiContext
from lbp_app.services import Services, services_for
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import Database, open_database

DAY_WATCH = 2.0  # seconds between looks at the clock, for the day turn and the greeting
Main = Callable[[ft.Page], None]


def open_services(settings: Settings) -> Services:
    """Raises a StoreError that says what keeps the database from being used."""
    clock = Clock(settings.instant, _local_zone)
    database = open_database(settings.data, clock)
    return _of_active_person(database, clock, settings.stop)


def main_for(services: Services) -> Main:
    return partial(_show, services, content.load())


def _show(services: Services, library: Library, page: ft.Page) -> None:
    now = _of_active_person(services.database, services.clock, services.stop)
    preferences = now.person.preferences()
    page.title = "Rygvej"
    page.fonts = dict(theme.FONTS)
    _dress(page, _look(_window(page), 1.0, preferences), preferences)
    page.render_views(App, services, library)


def show_failure(services: Services, page: ft.Page, reference: str) -> None:
    """In place of a screen that failed; its button builds the app anew."""
    page.render_views(Failed, services, content.load(), reference)


def _local_zone() -> Any:
    import tzlocal

    return tzlocal.get_localzone()


def _of_active_person(database: Database, clock: Clock, stop: Callable[[], None]) -> Services:
    person_id, _ = DeviceStore(database).active_person()
    return services_for(database, person_id, clock, stop)


@ft.component
def Failed(services: Services, library: Library, reference: str) -> ft.Control:
    page = ft.context.page
    ui = _plain_ui(services, library, page)

    def again() -> None:
        page.navigate("/")
        page.render_views(App, services, library)

    return UiContext(ui, lambda: failed(ui, reference, way_back(ui, again)))


@ft.component
def App(first: Services, library: Library) -> ft.Control:
    page = ft.context.page
    draw_again = use_counter()
    window, set_window = use_value(lambda: _window(page))
    root, set_root = use_value(lambda: 1.0)
    notice, set_notice = use_value(_no_notice)
    landing: ft.Ref[ft.KeyboardListener] = ft.use_memo(ft.Ref, [])
    arrived = ft.use_ref("")

    def land() -> None:
        page.run_task(_land, landing)

    services = _of_active_person(first.database, first.clock, first.stop)
    person, preferences = services.person.get(), services.person.preferences()
    look = _look(window, root, preferences)
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
        say=set_notice,
        go=partial(_go, page, set_notice),
        land=land,
        measured=set_root,
        landing=landing,
        version=version(),
    )
    _use_watch(page, services, draw_again, set_window)

    def dress() -> None:
        _dress(page, look, preferences)
        page.update()

    ft.use_effect(dress, [preferences, root])
    route = page.route or "/"

    def arrive() -> None:
        if not routes.allowed(route, person.welcomed_at is not None):
            page.navigate(routes.WELCOME)
        elif arrived.current and arrived.current != route:
            land()
        arrived.current = route

    ft.use_effect(arrive, [route, person.welcomed_at is not None])
    return UiContext(ui, lambda: routes.router(person.role))


def _no_notice() -> Notice | None:
    return None


class Actor:
    """Runs what a person does and says how it went."""

    def __init__(
        self, services: Services, t: Wording, say: Callable[[Notice | None], None]
    ) -> None:
        self._services, self._t, self._say = services, t, say

    def act(self, action: Act) -> bool:
        why = self.attempt(action)
        if why:
            self._tell(Notice(why, failed=True))
        return not why

    def attempt(self, action: Act) -> str:
        try:
            change = action()
        except AppError as error:
            return sentence(self._t, error)
        self._tell(Notice(self._t("Gemt"), change if isinstance(change, Change) else None))
        return ""

    def undo(self, notice: Notice | None) -> None:
        if notice is None or notice.change is None:
            return
        try:
            history.undo(self._services, notice.change)
            self._tell(Notice(self._t("Fortrudt")))
        except AppError as error:
            self._tell(Notice(sentence(self._t, error), failed=True))

    def _tell(self, notice: Notice) -> None:
        """On the state line, and in a polite live region for a screen reader."""
        self._say(notice)
        ft.context.page.run_task(_announce, notice.text)


async def _announce(text: str) -> None:
    await ft.SemanticsService().announce_message(text)


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
    """Draws again when the window, the data or the day has changed."""
    ended: Any = ft.use_ref(lambda: None)

    async def again() -> None:
        draw_again()

    def heard() -> None:
        """In the session that wrote; the task runs in ours."""
        page.run_task(again)

    async def watch_the_day() -> None:
        shown = _moment(services.clock)
        while True:
            await asyncio.sleep(DAY_WATCH)
            if _moment(services.clock) != shown:
                shown = _moment(services.clock)
                draw_again()

    def begin() -> None:
        page.on_resize = lambda e: set_window(_window(page))
        page.on_platform_brightness_change = lambda e: set_window(_window(page))
        page.on_connect = lambda e: draw_again()
        unsubscribe = services.database.subscribe(heard)
        watching = page.run_task(watch_the_day)

        def end() -> None:
            unsubscribe()
            watching.cancel()

        ended.current = end
        page.on_close = lambda e: end()

    ft.use_effect(begin, [], cleanup=lambda: ended.current())


def _moment(clock: Clock) -> tuple[object, int]:
    return clock.today(), clock.local().hour


def _window(page: ft.Page) -> Look:
    dark = page.platform_brightness == ft.Brightness.DARK
    return Look(page.width or 390, page.height or 844, dark)


def _look(window: Look, root: float, preferences: Preferences) -> Look:
    wanted = preferences.appearance
    dark = window.dark if wanted is Appearance.SYSTEM else wanted is Appearance.DARK
    own = preferences.text_scale / 100
    return replace(window, dark=dark, own=own, root=root, still=preferences.reduced_motion)


def _dress(page: ft.Page, look: Look, preferences: Preferences) -> None:
    factor = look.factor(theme.Type.BAR)
    page.theme = theme.material(theme.LIGHT, factor)
    page.dark_theme = theme.material(theme.DARK, factor)
    page.theme_mode = ft.ThemeMode(preferences.appearance.value)
    language = wording_for(preferences.language).language
    locale = ft.Locale(language, {"da": "DK", "en": "GB"}.get(language))
    page.locale_configuration = ft.LocaleConfiguration([locale], locale)


def _plain_ui(services: Services, library: Library, page: ft.Page) -> Ui:
    """Enough for the failure view, made with as little as may fail."""
    now = _of_active_person(services.database, services.clock, services.stop)
    preferences = now.person.preferences()
    t = wording_for(preferences.language)

    def nothing(*_: Any) -> Any:
        return None

    return Ui(
        services=now,
        library=library,
        person=now.person.get(),
        preferences=preferences,
        look=_look(_window(page), 1.0, preferences),
        t=t,
        notice=None,
        act=nothing,
        attempt=nothing,
        undo=nothing,
        say=nothing,
        go=page.navigate,
        land=nothing,
        measured=nothing,
        landing=ft.Ref(),
        version=version(),
    )
