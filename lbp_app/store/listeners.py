"""Whoever wants to hear of a change."""

import logging
from collections.abc import Callable

_log = logging.getLogger("rygvej.store")


class Listeners:
    def __init__(self) -> None:
        self._all: tuple[Callable[[], None], ...] = ()

    def __len__(self) -> int:
        return len(self._all)

    def add(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Returns what ends it."""

        def heard() -> None:
            callback()

        def remove() -> None:
            self._all = tuple(one for one in self._all if one is not heard)

        self._all += (heard,)
        return remove

    def tell(self) -> None:
        """In the thread that changed it; one that fails keeps nobody else from hearing of it."""
        for heard in self._all:
            try:
                heard()
            except Exception as error:  # what has changed stands all the same
                _log.error("%s in a listener", type(error).__name__)
