"""Lets many in at once, or one alone: for what nobody may have the database open beside."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from lbp_app.errors import LockedError

PATIENCE = 20.0  # seconds


class Turnstile:
    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside, self._shut = 0, False
        self._own = threading.local()

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Who is inside already goes on through."""
        depth = getattr(self._own, "depth", 0)
        if not depth:
            self._enter()
        self._own.depth = depth + 1
        try:
            yield
        finally:
            self._own.depth = depth
            if not depth:
                self._leave()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """When all have left; those who come wait. LockedError when somebody stays for long."""
        with self._changed:
            free = self._changed.wait_for(lambda: not (self._shut or self._inside), PATIENCE)
            if not free:
                raise LockedError
            self._shut = True
        try:
            yield
        finally:
            with self._changed:
                self._shut = False
                self._changed.notify_all()

    def _enter(self) -> None:
        with self._changed:
            if not self._changed.wait_for(lambda: not self._shut, PATIENCE):
                raise LockedError
            self._inside += 1

    def _leave(self) -> None:
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()
