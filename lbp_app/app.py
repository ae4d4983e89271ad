"""Wires the app together: the database that it opens, and what a tab or window is shown."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import tzinfo
from functools import cache

import flet as ft

from lbp_app.actions import deletion, schedule
from lbp_app.actions.person import change_preference
from lbp_app.config import Settings, version
from lbp_app.content import library
from lbp_app.content.library import Library
from lbp_app.errors import AppError, DamagedError, StoreError
from lbp_app.flet_inside import place
from lbp_app.model.day import Clock
from lbp_app.model.person import Preferences
from lbp_app.screens import theme
from lbp_app.screens.dress import dress, look_of, window_of
from lbp_app.screens.failure import AGAIN, ANEW, COPY, Failed, Trouble, WayOn
from lbp_app.screens.shell import App, of_active_person
from lbp_app.services import Services, services_for
from lbp_app.store import copies
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database

WATCH = 30.0  # seconds between looks whether something has to be done that nobody asks for
Main = Callable[[ft.Page], None]

_log = logging.getLogger("rygvej.app")


def open_services(settings: Settings) -> Services:
    """Raises a StoreError that says what keeps the database from being used."""
    clock = clock_of(settings)
    database = open_database(settings.data, clock)
    person_id, _ = DeviceStore(database).active_person()
    return services_for(database, person_id, clock, settings.stop)


@contextmanager
def opened(settings: Settings) -> Iterator[Services]:
    """As `open_services`, closed at the end of the block."""
    services = open_services(settings)
    try:
        yield services
    finally:
        services.database.close()


def clock_of(settings: Settings) -> Clock:
    return Clock(settings.instant, _local_zone)


def _local_zone() -> tzinfo:
    import tzlocal

    return tzlocal.get_localzone()


def main_for(services: Services, content: Callable[[], Library] | None = None) -> Main:
    """What one tab or window runs; all of them share the content."""
    read = content or cache(library.load)

    def main(page: ft.Page) -> None:
        _prepare(page, of_active_person(services).person.preferences())
        page.render_views(App, services, read(), version())

    return main


def _prepare(page: ft.Page, preferences: Preferences) -> None:
    page.title = "Rygvej"
    page.fonts = dict(theme.FONTS)
    dress(page, look_of(window_of(page), 1.0, preferences), preferences)


def _speak(services: Services, asked: str | None) -> None:
    """The language of the command, until the person has chosen one."""
    if asked and services.person.preferences().language is None:
        change_preference(services, "language", asked)


class Opening:
    """The database of one process: open, or the reason why not and the ways on."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._content = cache(library.load)
        self._ended = threading.Event()
        self.services: Services | None = None
        self.error: StoreError | None = None
        try:
            self._open()
        except StoreError as error:
            self.error = error
        threading.Thread(target=self._look_after, daemon=True).start()

    def main(self, page: ft.Page) -> None:
        if self.services is not None:
            return main_for(self.services, self._content)(page)
        _prepare(page, self.preferences())
        error = self.error or StoreError()
        page.render_views(Trouble, self._settings.language, error, self._ways(page, error))

    def show_failure(self, page: ft.Page, reference: str) -> None:
        """In place of a screen that failed; its button builds the app anew."""

        def again() -> None:
            page.navigate("/")
            self.main(page)

        page.render_views(Failed, self.preferences().language, reference, again)

    def preferences(self) -> Preferences:
        """Of whoever is using the app; the plain ones when they cannot be read."""
        asked = Preferences(language=self._settings.language)
        if self.services is None:
            return asked
        try:
            return of_active_person(self.services).person.preferences()
        except StoreError:
            return asked

    def close(self) -> None:
        self._ended.set()
        if self.services is not None:
            with suppress(AppError):  # else it is done at the next start
                deletion.finish(self.services, now=True)
            self.services.database.close()

    def _open(self) -> None:
        if self.services is None:
            self.services = open_services(self._settings)
            self.error = None
            _speak(self.services, self._settings.language)

    def _ways(self, page: ft.Page, error: AppError) -> tuple[WayOn, ...]:
        def way(name: str, first: Callable[[], object]) -> WayOn:
            return WayOn(name, lambda: self._go_on(page, first))

        if not isinstance(error, DamagedError):
            return (way(AGAIN, lambda: None),)
        clock, folder = clock_of(self._settings), self._settings.data
        anew = way(ANEW, lambda: copies.set_aside(folder, clock))
        newest = copies.newest(folder)
        if newest is None:
            return (anew,)
        return way(COPY, lambda: copies.restore(folder, newest, clock)), anew

    def _go_on(self, page: ft.Page, first: Callable[[], object]) -> None:
        if self.services is None:  # else another tab has gone this way already
            first()
            self._open()
        self.main(page)

    def _look_after(self) -> None:
        """What was left over by a run that ended comes first."""
        while not self._ended.is_set():
            if self.services is not None:
                look_after(self.services)
            self._ended.wait(WATCH)


def look_after(services: Services) -> None:
    """What keeps one of these from being done is no reason to stop the app."""
    works: dict[str, Callable[[], object]] = {
        "deleting": lambda: deletion.finish(services),
        "planned backup": lambda: schedule.run_if_due(of_active_person(services)),
        "daily copy": lambda: copies.make_daily(services.database, services.clock),
    }
    for told, work in works.items():
        try:
            work()
        except AppError as error:
            _log.error("no %s: %s", told, place(error))
