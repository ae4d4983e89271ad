"""Whether the app is open to whoever sits before it. One for all tabs of the process."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from math import ceil
from pathlib import Path

from lbp_app.errors import AnswerRefusedError, LockedOutError
from lbp_app.model.day import Clock
from lbp_app.model.lock import Lock, Worn, wait_after
from lbp_app.store.listeners import Listeners
from lbp_app.store.lock import LockStore


class Guard:
    """A start begins locked. What is known while it is open is in memory only.

    A wait is counted by the steady clock and begins anew with a start, so that neither the time of
    day nor a restart shortens it; the number of wrong codes is kept on the disk.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._store, self._clock = LockStore(folder), clock
        self.lock: Lock | None = self._store.get()
        self.key: bytes | None = None  # once open, until the program ends: copies need it
        self._is_open = self.lock is None
        self._listeners = Listeners()
        self._one_at_a_time = threading.RLock()
        self._wrong = self._store.wrong()
        self._wrong_at = clock.steady()
        self._touched = clock.steady(), clock.now()

    @property
    def is_on(self) -> bool:
        return self.lock is not None

    @property
    def is_locked(self) -> bool:
        """Locks by itself when nobody has done anything for as long as the person chose."""
        if self._is_open and self._is_idle():
            self.close()
        return not self._is_open

    def refuse_locked(self) -> None:
        if self.is_locked:
            raise LockedOutError

    def touch(self) -> None:
        """Somebody is there. Who comes after the time is over finds it locked."""
        if self.lock is not None and not self.is_locked:
            self._touched = self._clock.steady(), self._clock.now()

    def close(self) -> None:
        """Nothing where there is no lock."""
        if self.lock is not None and self._is_open:
            self._is_open = False
            self._listeners.tell()

    def open(self, key: bytes) -> None:
        """The code was right."""
        self.key = key
        self._is_open = True
        self._touched = self._clock.steady(), self._clock.now()
        self._listeners.tell()

    # --- trying codes ---

    def trying(self) -> AbstractContextManager[object]:
        """One at a time, whatever the number of tabs; so is what changes the lock."""
        return self._one_at_a_time

    def wait_left(self) -> int:
        """Seconds until the next code is looked at."""
        past = (self._clock.steady() - self._wrong_at) / 1000
        return max(0, ceil(wait_after(self._wrong) - past))

    def begin_try(self) -> None:
        """Counts as wrong until it has shown to be right, so that a kill saves no try."""
        if left := self.wait_left():
            raise AnswerRefusedError("error.code_wait", seconds=left)
        self.set_wrong(self._wrong + 1)

    def set_wrong(self, count: int) -> None:
        if count != self._wrong:
            self._store.put_wrong(count)
        self._wrong, self._wrong_at = count, self._clock.steady()

    # --- the lock itself ---

    def put(self, lock: Lock, key: bytes) -> None:
        """From now on this is the lock, and whoever has put it is inside."""
        self._store.put(lock)
        self.lock, self.key = lock, key
        self._touched = self._clock.steady(), self._clock.now()
        self._listeners.tell()

    def remove(self) -> None:
        self._store.remove()
        self.lock = self.key = None
        self._wrong, self._is_open = 0, True
        self._listeners.tell()

    def wear(self, worn: Worn) -> None:
        if self.lock is not None and self.lock.worn != worn:
            self.lock = replace(self.lock, worn=worn)
            self._store.put(self.lock)

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """`callback` runs after each change. Returns what ends it."""
        return self._listeners.add(callback)

    def _is_idle(self) -> bool:
        """By either clock: setting the time of day back keeps nothing open."""
        if self.lock is None or self.lock.idle is None:
            return False
        steady, wall = self._touched
        most = timedelta(minutes=self.lock.idle)
        past = timedelta(milliseconds=self._clock.steady() - steady)
        return max(past, self._clock.now() - wall) >= most
