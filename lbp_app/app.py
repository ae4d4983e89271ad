"""Wires the app together: the database that it opens, and what a tab or window is shown."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import tzinfo
from functools import cache
from typing import BinaryIO

import flet as ft

from lbp_app import restoring
from lbp_app.actions import deletion, schedule
from lbp_app.actions.lock import lock_now
from lbp_app.actions.person import change_preference
from lbp_app.config import Settings, version
from lbp_app.content import library
from lbp_app.content.library import Library
from lbp_app.errors import AppError, DamagedError, StoreError
from lbp_app.flet_inside import place
from lbp_app.model.day import Clock
from lbp_app.model.person import Preferences, Role
from lbp_app.ringing import Ringing
from lbp_app.screens import routes, theme
from lbp_app.screens.arriving import ARRIVALS, Arrivals
from lbp_app.screens.departing import DEPARTURES, Departures
from lbp_app.screens.door import Door, preferences_of
from lbp_app.screens.dress import dress, look_of, window_of
from lbp_app.screens.failure import AGAIN, ANEW, COPY, Failed, Trouble, WayOn
from lbp_app.screens.failure_file import FromFile
from lbp_app.screens.shell import App, of_active_person
from lbp_app.services import Guard, Services, services_for
from lbp_app.store import copies
from lbp_app.store.device import DeviceStore
from lbp_app.store.session import open_database

WATCH = 30.0  # seconds between looks whether something has to be done that nobody asks for
LEAVE = 5.0  # seconds at the end for what is being done; else the next start does it
Main = Callable[[ft.Page], None]

_log = logging.getLogger("rygvej.app")


def open_services(settings: Settings, guard: Guard | None = None) -> Services:
    """Raises a StoreError that says what keeps the database from being used, and a LockedOutError
    where there is a lock and `guard` has not been opened.
    """
    clock = clock_of(settings)
    guard = guard or Guard(settings.data, clock)
    guard.refuse_locked()
    database = open_database(settings.data, clock, guard)
    person_id, _ = DeviceStore(database).active_person()
    return services_for(database, person_id, clock, settings.stop)


@contextmanager
def opened(settings: Settings, guard: Guard | None = None) -> Iterator[Services]:
    """As `open_services`, closed at the end of the block."""
    services = open_services(settings, guard)
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
    read, ways = content or cache(library.load), (Arrivals(), Departures())

    def main(page: ft.Page) -> None:
        _prepare(page, ways, of_active_person(services).person.preferences())
        page.render_views(Door, services.guard, lambda: App(services, read(), version()))

    return main


def _prepare(page: ft.Page, ways: tuple[Arrivals, Departures], preferences: Preferences) -> None:
    page.title = "Rygvej"
    for name, way in zip((ARRIVALS, DEPARTURES), ways, strict=True):
        page.session.store.set(name, way)
    page.fonts = dict(theme.FONTS)
    dress(page, look_of(window_of(page), 1.0, preferences), preferences, Role.PATIENT)


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
        self.arrivals, self.departures = Arrivals(), Departures()
        self.guard: Guard | None = None
        self.services: Services | None = None
        self.error: StoreError | None = None
        self.ringing = Ringing(self.now)
        self._try_to_open()
        self._looking_after = threading.Thread(target=self._look_after, daemon=True)
        self._looking_after.start()

    def main(self, page: ft.Page) -> None:
        page.run_task(self.ringing.begin_there)
        _prepare(page, (self.arrivals, self.departures), self.preferences())
        if self.guard is None:
            page.render_views(Trouble, *self._troubled(page))
        else:
            page.render_views(Door, self.guard, lambda: self._inside(page))

    def touch(self) -> None:
        if self.guard is not None:
            self.guard.touch()

    def lock(self) -> None:
        if self.guard is not None:
            lock_now(self.guard)

    def _inside(self, page: ft.Page) -> ft.Control:
        """Of an open door: the database is opened behind it, once for all tabs."""
        if self.error is None:
            self._try_to_open()
        if self.services is None:
            return Trouble(*self._troubled(page))
        return App(self.services, self._content(), version())

    def _troubled(
        self, page: ft.Page
    ) -> tuple[str | None, StoreError, tuple[WayOn, ...], FromFile | None]:
        error = self.error or StoreError()
        return self.preferences().language, error, self._ways(page, error), self._file(page, error)

    def _file(self, page: ft.Page, error: AppError) -> FromFile | None:
        """A backup that somebody has, in the place of what cannot be read."""
        if not isinstance(error, DamagedError):
            return None

        def bring(file: BinaryIO, passphrase: str | None) -> None:
            given = self._settings.data, clock_of(self._settings), file, passphrase
            self._go_on(page, lambda: restoring.beside_damaged(*given))

        return FromFile(restoring.look, bring)

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
            locked = self.guard is not None and self.guard.is_on
            return preferences_of(self.guard) if self.guard and locked else asked
        try:
            return of_active_person(self.services).person.preferences()
        except StoreError:
            return asked

    def close(self) -> None:
        self._ended.set()
        self._looking_after.join(LEAVE)
        if self.services is not None:
            with suppress(AppError):  # else it is done at the next start
                deletion.finish(self.services, now=True)
            self.services.database.close()

    def now(self) -> Services | None:
        """Of whoever is using the app now."""
        return self.services and of_active_person(self.services)

    def _try_to_open(self) -> None:
        try:
            self._open()
        except StoreError as error:
            self.error = error

    def _open(self) -> None:
        if self.guard is None:
            self.guard = Guard(self._settings.data, clock_of(self._settings))
        if self.services is None and not self.guard.is_locked:
            self.services = open_services(self._settings, self.guard)
            self.error = None
            self.services.database.subscribe(self.ringing.hear)
            self.ringing.hear()
            _speak(self.services, self._settings.language)
            routes.loaded(routes.FIRST[self.services.person.get().role])  # before a tab waits

    def _ways(self, page: ft.Page, error: AppError) -> tuple[WayOn, ...]:
        def way(name: str, first: Callable[[], object]) -> WayOn:
            return WayOn(name, lambda: self._go_on(page, first))

        if not isinstance(error, DamagedError):
            return (way(AGAIN, lambda: None),)
        clock, folder = clock_of(self._settings), self._settings.data
        anew = way(ANEW, lambda: copies.set_aside(folder, clock))
        key = self.guard.key if self.guard else None
        newest = copies.newest(folder, key)
        if newest is None:
            return (anew,)
        return way(COPY, lambda: copies.restore(folder, newest, clock, key)), anew

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
    """What keeps one of these from being done, whatever it is, is no reason to stop the app or to
    leave the others.
    """
    works: dict[str, Callable[[], object]] = {
        "deleting": lambda: deletion.finish(services),
        "planned backup": lambda: schedule.run_if_due(of_active_person(services)),
        "daily copy": lambda: copies.make_daily(services.database, services.clock),
    }
    for told, work in works.items():
        try:
            work()
        except Exception as error:
            _log.error("no %s: %s", told, place(error))
