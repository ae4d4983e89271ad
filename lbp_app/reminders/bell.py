"""The bell: one job in memory, for the next time that something is due."""

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]

LOOK = timedelta(seconds=30)  # at the latest: the machine may have slept, or the clock been set
JOB = "next"


class Bell:
    """Lives on the event loop on which it was made. `wake` is called when `at` has come, or after
    LOOK, and says when to wake next.
    """

    def __init__(self, wake: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._wake = wake
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.start()

    def plan(self, now: datetime, at: datetime | None) -> None:
        """`now` is by the machine's own clock, as the scheduler reads it."""
        when = now + LOOK if at is None else min(max(at, now), now + LOOK)
        self._scheduler.add_job(
            self._wake,
            "date",
            run_date=when,
            id=JOB,
            replace_existing=True,
            misfire_grace_time=None,
            coalesce=True,
        )

    def end(self) -> None:
        self._scheduler.shutdown(wait=False)
