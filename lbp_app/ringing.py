"""Rings what is due while the app runs, in every tab and on the desktop, and when it is told to."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lbp_app.actions import reminder, ring
from lbp_app.content.reminding import title
from lbp_app.content.wording import wording_for
from lbp_app.errors import AppError
from lbp_app.flet_inside import place
from lbp_app.model.ring import Outside, Ring
from lbp_app.services import Services

if TYPE_CHECKING:
    from lbp_app.reminders.bell import Bell

_log = logging.getLogger("rygvej.ringing")


class Ringing:
    """One for each process. `services` are those of whoever is using the app; None when the
    database is not open. What rings is only needed, and only loaded, when a reminder is on.
    """

    def __init__(self, services: Callable[[], Services | None]) -> None:
        self._services = services
        self._bell: Bell | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._looking: asyncio.Task[None] | None = None
        self._asked = False

    def begin(self) -> None:
        """On the event loop that serves; again does nothing."""
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
            self._look_soon()

    async def begin_there(self) -> None:
        self.begin()

    def hear(self) -> None:
        """Something was written, or the clock was set; from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._look_soon)

    def is_needed(self) -> bool:
        services = self._services()
        if services is None:
            return False
        try:
            return reminder.is_any_on(services) or ring.is_waiting(services)
        except AppError:
            return False

    def _end(self) -> None:
        if self._bell is not None:
            self._bell.end()
            self._bell = None

    def _look_soon(self) -> None:
        """One look at a time; what is asked for meanwhile is one more look."""
        self._asked = True
        if self._looking is None or self._looking.done():
            self._looking = asyncio.get_running_loop().create_task(self._look())

    async def _look(self) -> None:
        while self._asked:
            self._asked = False
            try:
                await self._ring_and_plan()
            except AppError as error:  # the disk is full, the file is locked: at the next look
                _log.error("no look at reminders: %s", place(error))

    async def _wake(self) -> None:
        self._look_soon()

    async def _ring_and_plan(self) -> None:
        services = self._services()
        if services is None or not self.is_needed():
            return self._end()
        for one in ring.settle(services):
            await show_outside(services, one)
        if self._bell is None:
            from lbp_app.reminders.bell import Bell

            self._bell = Bell(self._wake)
        self._plan(services, self._bell)

    def _plan(self, services: Services, bell: "Bell") -> None:
        """By the machine's clock: a fixed one (demo) stands still until it is set."""
        due, real = ring.next_due(services), datetime.now(UTC)
        bell.plan(real, None if due is None else real + (due - services.clock.now()))


async def show_outside(services: Services, one: Ring) -> Outside:
    """In neutral words; kept is what came of it."""
    outside = Outside.OFF
    if services.reminders.manner().outside:
        from lbp_app.reminders.desktop import show

        t = wording_for(services.person.preferences().language)
        shown = await show("Rygvej", title(one.what, t))
        outside = Outside.SHOWN if shown else Outside.NO_SERVICE
    ring.told_outside(services, one, outside)
    return outside
